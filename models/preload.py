"""Fetches the models that the settings name and tries every model once: `python -m models.preload [--fetch]`.

For the build of a container, or before its first visitor: what was fetched stays in the Hub's cache (`HF_HOME`), what
was loaded does not. With `--fetch` it needs no more than the settings, `models.weights` and the Hub's client.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from models.weights import FILES, LANGUAGE_FILES, fetch
from tools.errors import PortalError
from tools.settings import Settings, settings

STOPPED: Final = "Nothing takes its place here."


@dataclass(frozen=True)
class Named:
    """A model of the Hub that the settings name; `files` are patterns of what is fetched of it."""

    key: str
    name: str
    revision: str
    files: tuple[str, ...] = FILES


def named(wanted: Settings) -> tuple[Named, ...]:
    """The models that come from the Hub: neither those that ship with the portal nor those in local folders."""
    every = (
        Named("embedder", wanted.text_model, wanted.text_revision),
        Named("leaf", wanted.leaf_model, wanted.leaf_revision),
        Named("sentiment", wanted.sentiment_model, wanted.sentiment_revision),
        Named("names", wanted.names_model, wanted.names_revision),
        Named("language", wanted.language_model, wanted.language_revision, LANGUAGE_FILES),
        Named("translator", wanted.translation_model, wanted.translation_revision, LANGUAGE_FILES),
    )
    return tuple(model for model in every if model.name and not Path(model.name).is_dir())


def fetch_all(models: Iterable[Named], say: Callable[[str], object]) -> None:
    """Fetch each, or find it in the Hub's cache.

    Raises
    ------
    ModelUnavailable
        One of them cannot be had.
    """
    for model in models:
        fetch(model.name, model.revision, model.files, instead=STOPPED)
        say(f"{model.key}: {model.name} is here")


def try_all(attempts: Iterable[tuple[str, Callable[[], Any]]], say: Callable[[str], object]) -> bool:
    """Load each model and ask it once; whether all that are configured answered."""
    from models import registry

    fine = True
    for key, attempt in attempts:
        with ThreadPoolExecutor(1) as thread:
            future = thread.submit(attempt)
            registry.note(key, future)
        told = next(model for model in registry.loaded() if model.key == key)
        fine = fine and told.state != "failed"
        why = str(future.exception() or told.notice)  # whoever installs models may read what the log leaves out
        words = (told.name, told.state, told.source, told.device, told.dtype, f"{told.seconds or 0:.1f} s", why)
        say(f"{key}: " + ", ".join(word for word in words if word))
        if close := getattr(None if told.state == "failed" else future.result(), "close", None):
            close()
    return fine


def embedder() -> Any:
    """The sentence embedder, asked once."""
    from models.text.embedder import SentenceEmbedder

    model = SentenceEmbedder()
    model.embed(["Is the portal ready?"])
    return model


def leaf() -> Any:
    """The leaf classifier, asked once about a grey picture."""
    import numpy as np

    from models.leaf.classifier import load_leaf

    model = load_leaf()
    model.classify([np.full((224, 224, 3), 128, np.uint8)])
    return model


def sentiment() -> Any:
    """The judge of headlines, asked once."""
    from models.sentiment.classifier import load_sentiment

    model = load_sentiment()
    model.classify([("Profit of the company rises", "company")])
    return model


def names() -> Any:
    """The writer of names, asked once."""
    from models.names.transliterator import load_names

    model = load_names()
    model.transliterate(["asha"])
    return model


def language() -> Any:
    """The chat model, asked for one word; None when none is configured."""
    from models.language.local_chat import load_language
    from models.language.types import Message

    if model := load_language():
        list(model.stream([Message("user", "Are you ready?")], max_tokens=1))
    return model


def translator() -> Any:
    """The translator, asked once; None when none is configured."""
    from models.language.translator import load_translator

    if model := load_translator():
        model.translate(["The portal is ready."])
    return model


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line; fails where a model that the settings name cannot be had or does not answer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fetch", action="store_true", help="fetch only: load nothing, and need no GPU")
    given = parser.parse_args(arguments)

    def say(line: str) -> None:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()

    try:
        models = named(settings())
        fetch_all(models, say)
    except PortalError as error:
        raise SystemExit(str(error)) from None
    if given.fetch:
        say(f"{len(models)} fetched; the others ship with the portal" if models else "nothing to fetch")
        return
    every = (embedder, leaf, sentiment, names, language, translator)
    if not try_all([(attempt.__name__, attempt) for attempt in every], say):
        raise SystemExit("A model does not answer.")


if __name__ == "__main__":
    main()
