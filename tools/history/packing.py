"""Texts and results as they are stored: bounded, without what a database refuses, JSON packed by zlib."""

from __future__ import annotations

import json
import math
import zlib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from tools.errors import Corrupt, TooLarge
from tools.history.types import OWNER, fingerprint
from tools.translations import N_

LARGE: Final = N_("This result takes {size:,} KB and at most {most:,} KB can be saved: download it instead.")
DAMAGED: Final = N_("This saved result is damaged and cannot be opened: delete it.")


def clean(text: str, most: int) -> str:
    """`text` without NUL and lone surrogates, which a database refuses, cut to `most` characters."""
    return text.encode("utf-8", "ignore").decode().replace("\0", "")[:most]


def owner_key(key: str) -> str:
    """A visitor's key as it is stored. One that does not fit is hashed, never cut: two visitors must not become one."""
    return key if key and len(key) <= OWNER and key.isprintable() else f"sha256:{fingerprint(key)}"


def plain(value: Any) -> Any:
    """`value` as JSON knows it: dates as text, numbers of libraries as numbers, what is not a number as null."""
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    if callable(item := getattr(value, "item", None)) and getattr(value, "ndim", None) == 0:
        return plain(item())
    return [plain(each) for each in value] if isinstance(value, Iterable) else str(value)


def pack(result: Mapping[str, Any], most_kb: int) -> tuple[bytes, int]:
    """`result` as packed JSON, and how many bytes the JSON takes.

    Raises
    ------
    TooLarge
        It takes more than `most_kb` KB.
    """
    text = json.dumps(plain(result), ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    if len(text) > most_kb << 10:
        raise TooLarge(LARGE.format(size=math.ceil(len(text) / 1024), most=most_kb))
    return zlib.compress(text, 6), len(text)


def unpack(packed: bytes, size: int) -> dict[str, Any]:
    """The result again; never more than the `size` that was written down with it.

    Raises
    ------
    Corrupt
        What is stored is not what was stored.
    """
    try:
        text = zlib.decompressobj().decompress(packed, size + 1)
        found = json.loads(text) if len(text) == size else None
    except (zlib.error, ValueError):
        found = None
    if not isinstance(found, dict):
        raise Corrupt(DAMAGED)
    return found
