"""A tiny list of invented rows, a tiny network, and its weights in the format that ships."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from models.names.alphabet import END
from models.names.architecture import NamesNet
from models.names.plan import Size
from models.names.transliterator import NamesModel
from models.names.weights_file import FILE, Metadata, save_network
from models.weights import Weights

SIZE = Size(width=16, inner=24, heads=2, encoder=1, decoder=2)
METADATA = Metadata(SIZE, plan="{}", data="invented")
COLUMNS = "source\tlicence\tkind\troman\tdevanagari"


def random_network(seed: int = 3) -> NamesNet:
    """Weights large enough that words differ clearly."""
    torch.manual_seed(seed)
    network = NamesNet(SIZE)
    with torch.no_grad():
        for weights in network.parameters():
            weights.add_(torch.randn_like(weights) * 0.2)
        network.output.bias[END] += 2  # so that most words end
    return network.half().float().eval()  # what the file keeps of them


def write_list(path: Path, rows: list[tuple[str, str, str, str, str]]) -> Path:
    text = "\n".join([COLUMNS, *("\t".join(row) for row in rows)]) + "\n"
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    return path


@pytest.fixture(scope="session")
def network() -> NamesNet:
    return random_network()


@pytest.fixture(scope="session")
def weights(tmp_path_factory: pytest.TempPathFactory, network: NamesNet) -> Weights:
    folder = tmp_path_factory.mktemp("tiny")
    save_network(folder / FILE, network, METADATA)
    return Weights(folder, "local", "tiny")


@pytest.fixture
def model(weights: Weights) -> Iterator[NamesModel]:
    made = NamesModel(weights, {"ram": ("राम",)})
    yield made
    made.close()
