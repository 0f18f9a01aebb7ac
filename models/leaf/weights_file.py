"""The file that the leaf model ships in: half-precision safetensors, with everything needed to answer as metadata.

The same weights and metadata give the same bytes. Knows nothing of training or serving.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor

from models.leaf.architecture import LeafNet
from models.leaf.types import Thresholds
from models.weights import in_order
from tools.errors import ModelUnavailable

FILE = "leaf.safetensors"
MEANS = "class_means"
Familiarity = Literal["energy", "prototype"]


@dataclass(frozen=True)
class Metadata:
    """What is written beside the weights.

    Parameters
    ----------
    classes
        Class ids in the order of the outputs.
    size
        A key of `models.leaf.architecture.SIZES`.
    pixels
        Side of the square that the network takes.
    temperature
        What logits are divided by before the softmax.
    familiarity
        Which score `thresholds.familiar` is compared with.
    plan
        How the weights were trained, as the checkpoints say.
    data
        What they were trained on, in words.
    """

    classes: tuple[str, ...]
    size: str
    pixels: int
    temperature: float
    thresholds: Thresholds
    familiarity: Familiarity = "energy"
    plan: str = ""
    data: str = ""

    def to_strings(self) -> dict[str, str]:
        """As safetensors keeps it: strings alone."""
        limits = self.thresholds
        return {
            "classes": json.dumps(self.classes),
            "size": self.size,
            "pixels": str(self.pixels),
            "temperature": repr(self.temperature),
            "thresholds": json.dumps([limits.leaf, limits.diagnosed, limits.familiar]),
            "familiarity": self.familiarity,
            "plan": self.plan,
            "data": self.data,
        }

    @classmethod
    def from_strings(cls, strings: dict[str, str]) -> Metadata:
        """The opposite of `to_strings`.

        Raises
        ------
        KeyError, ValueError, TypeError
            Something is missing or malformed.
        """
        if (familiarity := strings["familiarity"]) not in get_args(Familiarity):
            raise ValueError(f"the unknown familiarity {familiarity}")
        return cls(
            classes=tuple(json.loads(strings["classes"])),
            size=strings["size"],
            pixels=int(strings["pixels"]),
            temperature=float(strings["temperature"]),
            thresholds=Thresholds(*json.loads(strings["thresholds"])),
            familiarity=familiarity,  # type: ignore[arg-type]  # just checked
            plan=strings["plan"],
            data=strings["data"],
        )


def save_network(path: Path, network: LeafNet, metadata: Metadata, means: Tensor | None = None) -> None:
    """Write the weights: convolutions and the linear layer in float16, batch-norm statistics in float32.

    Parameters
    ----------
    means
        Unit-length mean feature of each class, (classes, 1280), for the familiarity "prototype".
    """
    state = network.state_dict()
    tensors = {
        name: value.detach().cpu().to(torch.float16 if value.ndim > 1 else torch.float32).contiguous()
        for name, value in state.items()
        if value.is_floating_point()
    }
    if means is not None:
        tensors[MEANS] = means.to(torch.float16).contiguous()
    path.write_bytes(in_order(save(tensors, metadata.to_strings())))


def load_network(path: Path) -> tuple[LeafNet, Metadata]:
    """The network in float32, ready to answer, and its metadata.

    Raises
    ------
    ModelUnavailable
        The file is missing or not one that `save_network` wrote.
    """
    tensors, metadata = _read(path)
    tensors.pop(MEANS, None)
    try:
        network = LeafNet(len(metadata.classes), metadata.size)
        missing, unknown = network.load_state_dict({n: t.float() for n, t in tensors.items()}, strict=False)
        counters = {name for name in missing if name.endswith("num_batches_tracked")}  # only training counts
        if unknown or set(missing) - counters:
            raise KeyError(next(iter([*unknown, *(set(missing) - counters)])))
    except (RuntimeError, KeyError) as error:
        raise _broken(path, error) from error
    return network.eval(), metadata


def load_classes(path: Path) -> tuple[str, ...]:
    """The class ids alone.

    Raises
    ------
    ModelUnavailable
        As `load_network`.
    """
    return _read(path)[1].classes


def load_means(path: Path) -> Tensor | None:
    """Unit-length mean feature of each class, (classes, 1280) float32, if the file has them.

    Raises
    ------
    ModelUnavailable
        As `load_network`.
    """
    means = _read(path)[0].get(MEANS)
    return None if means is None else means.float()


def _read(path: Path) -> tuple[dict[str, Tensor], Metadata]:
    try:
        with safe_open(path, "pt") as file:
            metadata = Metadata.from_strings(file.metadata() or {})
            return {name: file.get_tensor(name) for name in file.keys()}, metadata  # noqa: SIM118  # not a mapping
    except (OSError, SafetensorError, KeyError, ValueError, TypeError) as error:
        raise _broken(path, error) from error


def _broken(path: Path, error: Exception) -> ModelUnavailable:
    return ModelUnavailable(
        f"The leaf model {path.name} cannot be read ({error}): restore it, or export it again with models.leaf.export."
    )
