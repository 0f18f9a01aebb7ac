"""A language model's files and how they are loaded: from a folder or the Hub, safetensors alone, no remote code.

There is no embedded default: where nothing is configured, nothing answers. Knows no task.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from models.device import device
from models.weights import LANGUAGE_FILES, Weights, fetch, resolve
from tools.errors import ModelUnavailable

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

INSTEAD: Final = "The portal's own sentences answer."
NOT_LOADED: Final = "{name} cannot be loaded as such a model ({error}): check the setting. " + INSTEAD
FAILURES: Final = (OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError, ImportError)


def find(wanted: str, revision: str) -> Weights | None:
    """The files of the model that the settings name; None when they name none.

    Raises
    ------
    ModelUnavailable
        The folder holds no safetensors, or the Hub is not allowed, does not answer or has no such safetensors model.
    """
    if not wanted:
        return None
    if Path(wanted).is_dir():
        return resolve(wanted, revision, Path, "")
    return Weights(fetch(wanted, revision, LANGUAGE_FILES, instead=INSTEAD), "hub", wanted)


def load(weights: Weights, auto_model: Any) -> tuple[PreTrainedTokenizerBase, PreTrainedModel]:
    """Tokenizer and model, on the portal's device, ready to answer; `auto_model` is a transformers Auto class.

    Raises
    ------
    ModelUnavailable
        They cannot be loaded without remote code, or the files are damaged.
    """
    from transformers import AutoTokenizer

    place = device()
    own: dict[str, Any] = {"trust_remote_code": False, "local_files_only": True}
    try:
        with warnings.catch_warnings():  # Marian would like sacremoses, for the form of quotation marks alone
            warnings.filterwarnings("ignore", message=".*sacremoses.*")
            tokenizer = AutoTokenizer.from_pretrained(weights.folder, **own)
        model = auto_model.from_pretrained(weights.folder, use_safetensors=True, dtype=place.torch_dtype, **own)
    except FAILURES as error:
        raise ModelUnavailable(NOT_LOADED.format(name=weights.name, error=type(error).__name__)) from error
    if tokenizer.pad_token_id is None:
        tokenizer.pad_token = tokenizer.eos_token
    return tokenizer, model.to(place.kind).eval()


def context_length(model: PreTrainedModel, most: int) -> int:
    """Tokens that the model can hold, `most` where its configuration does not say."""
    names = ("max_position_embeddings", "n_positions", "max_sequence_length")
    known = [getattr(model.config, name, None) for name in names]
    return min([int(length) for length in known if length] + [most])


def without_special_tokens(text: str, tokens: Iterable[str]) -> str:
    """`text` without a tokenizer's special tokens ("<|im_end|>"): a document must not end a turn or open another.

    Repeated until none is left, so that a token inside a token does not survive. Tokens of white space alone (Gemma's
    for blank lines) are no such tokens.
    """
    found = sorted({token for token in tokens if len(token.strip()) > 1}, key=len, reverse=True)
    if not found:
        return text
    pattern = re.compile("|".join(map(re.escape, found)))
    for _ in range(8):
        text, count = pattern.subn(" ", text)
        if not count:
            break
    return text
