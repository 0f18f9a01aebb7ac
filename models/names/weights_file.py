"""The file that the names model ships in: half-precision safetensors with its size and letters as metadata.

The same weights and metadata give the same bytes. Knows nothing of training or serving.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save

from models.names.alphabet import DEVANAGARI, LATIN
from models.names.architecture import NamesNet
from models.names.plan import Size
from models.weights import in_order
from tools.errors import ModelUnavailable

FILE = "names.safetensors"
LARGEST = 1024  # width or layers that a file may ask for; a damaged one must not fill the memory


@dataclass(frozen=True)
class Metadata:
    """What is written beside the weights: the network's size, the plan it was trained by, and on what, in words."""

    size: Size
    plan: str = ""
    data: str = ""


def save_network(path: Path, network: NamesNet, metadata: Metadata) -> None:
    """Write the weights in float16."""
    tensors = {name: value.detach().cpu().half().contiguous() for name, value in network.state_dict().items()}
    strings = {
        "size": json.dumps(asdict(metadata.size)),
        "letters": LATIN + " " + DEVANAGARI,
        "plan": metadata.plan,
        "data": metadata.data,
    }
    path.write_bytes(in_order(save(tensors, strings)))


def load_network(path: Path) -> tuple[NamesNet, Metadata]:
    """The network in float32, ready to answer, and its metadata.

    Raises
    ------
    ModelUnavailable
        The file is missing or not one that `save_network` wrote.
    """
    try:
        with safe_open(path, "pt") as file:
            metadata = _metadata(file.metadata() or {})
            tensors = {name: file.get_tensor(name).float() for name in file.keys()}  # noqa: SIM118  # not a mapping
        network = NamesNet(metadata.size)
        network.load_state_dict(tensors)
    except (OSError, SafetensorError, KeyError, ValueError, TypeError, RuntimeError) as error:
        reason = str(error).splitlines()[-1].strip()
        raise ModelUnavailable(
            f"The names model {path.name} cannot be read ({reason}): restore it, or train it again with "
            "models.names.train."
        ) from error
    if any(not torch.isfinite(tensor).all() for tensor in tensors.values()):
        raise ModelUnavailable(f"The names model {path.name} holds values that are no numbers: restore it.")
    return network.eval(), metadata


def _metadata(strings: dict[str, str]) -> Metadata:
    size = Size(**json.loads(strings["size"]))
    if any(not isinstance(value, int) or not 0 < value <= LARGEST for value in asdict(size).values()):
        raise ValueError("a size out of range")
    if size.width % size.heads:
        raise ValueError("a width that its heads do not divide")
    if strings["letters"] != LATIN + " " + DEVANAGARI:
        raise ValueError("made for other letters")
    return Metadata(size, strings["plan"], strings["data"])
