"""Where a model's weights come from: a local folder, then the Hub if allowed and reachable, then the embedded default.

Only safetensors are taken and no remote code is ever run. Knows no model's architecture.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from tools.errors import ModelUnavailable
from tools.settings import settings

log = logging.getLogger(__name__)
Source = Literal["local", "hub", "embedded"]
INSTEAD = "The embedded default answers."
FILES = ("*.safetensors", "*.json", "*.txt", "*.model", "*/config.json")
LANGUAGE_FILES = (*FILES, "*.spm", "*.jinja")  # Marian's vocabularies, chat templates


@dataclass(frozen=True)
class Weights:
    """A folder with a model's files, where it came from, its name, and why a preferred place was passed over."""

    folder: Path
    source: Source
    name: str
    notice: str = ""


def resolve(wanted: str, revision: str, embedded: Callable[[], Path], embedded_name: str) -> Weights:
    """Find a model's files; a missing network is a notice, not an error.

    Parameters
    ----------
    wanted
        A local folder or a Hub name (``owner/name``); empty for the default.
    revision
        A Hub commit or tag; empty for the newest.
    embedded
        Gives the folder of the weights that ship with the portal.
    embedded_name
        How to show the default.

    Raises
    ------
    ModelUnavailable
        `wanted` is a folder without safetensors.
    """
    notice = ""
    if wanted and Path(wanted).is_dir():
        if not any(Path(wanted).rglob("*.safetensors")):
            raise ModelUnavailable(
                f"The model folder {Path(wanted).name} holds no .safetensors file: check the setting."
            )
        return Weights(Path(wanted), "local", Path(wanted).name)
    if wanted:
        try:
            return Weights(fetch(wanted, revision, FILES), "hub", wanted)
        except ModelUnavailable as error:
            notice = str(error)
            log.warning(notice)
    return Weights(embedded(), "embedded", embedded_name, notice)


def fetch(name: str, revision: str, patterns: Sequence[str], *, instead: str = INSTEAD) -> Path:
    """The folder of a Hub model, from the local Hub cache or the network; errors end with `instead`.

    Raises
    ------
    ModelUnavailable
        The Hub is not allowed, does not answer in time, or has no such safetensors model.
    """
    if not settings().allow_hub:
        raise ModelUnavailable(f"{name} was not fetched: PORTAL_ALLOW_HUB is off. {instead}")
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, LocalEntryNotFoundError

    try:
        folder = Path(
            snapshot_download(
                name, revision=revision or None, allow_patterns=list(patterns), etag_timeout=settings().hub_seconds
            )
        )
    except (HfHubHTTPError, LocalEntryNotFoundError, OSError, ValueError) as error:
        raise ModelUnavailable(
            f"{name} could not be fetched from the Hub ({type(error).__name__}). {instead}"
        ) from error
    if not any(folder.rglob("*.safetensors")):
        raise ModelUnavailable(f"{name} has no .safetensors weights. {instead}")
    return folder


def in_order(data: bytes) -> bytes:
    """A safetensors file with its metadata in alphabetical order: the library writes it in a random one.

    So the same weights give the same bytes.
    """
    length = int.from_bytes(data[:8], "little")
    header: dict[str, Any] = json.loads(data[8 : 8 + length])
    header["__metadata__"] = dict(sorted(header["__metadata__"].items()))
    text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode()
    text += b" " * (-len(text) % 8)  # tensors start at a multiple of eight
    return len(text).to_bytes(8, "little") + text + data[8 + length :]
