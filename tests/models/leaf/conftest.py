"""A generated pack of six coloured classes, and tiny weights in the format that ships."""

from __future__ import annotations

import csv
import gzip
import io
import tarfile
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from models.leaf.architecture import LeafNet
from models.leaf.types import NOT_A_LEAF, Thresholds
from models.leaf.weights_file import FILE, Metadata, save_network
from models.weights import Weights

COLOURS = {
    "maize__healthy": (40, 200, 40),
    "maize__rust": (200, 120, 20),
    NOT_A_LEAF: (120, 120, 120),
    "rice__blast": (30, 30, 200),
    "rice__healthy": (230, 230, 60),
    "rice__hispa": (200, 30, 180),
}
SETTINGS = {"maize__healthy": "lab", "maize__rust": "field", NOT_A_LEAF: "object"}


def jpeg(colour: tuple[int, int, int], seed: int, side: int = 64) -> bytes:
    noise = np.random.default_rng(seed).integers(-25, 25, (side, side, 3))
    pixels = np.clip(np.array(colour) + noise, 0, 255).astype(np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", quality=90)
    return buffer.getvalue()


def write_pack(folder: Path, train: int = 8, val: int = 3) -> Path:
    rows = []
    with tarfile.open(folder / "tiny.tar", "w") as tar:
        for label, colour in COLOURS.items():
            for number in range(train + val):
                data = jpeg(colour, len(rows))
                name = f"{label}/{number}.jpg"
                member = tarfile.TarInfo(f"./{name}")
                member.size = len(data)
                tar.addfile(member, io.BytesIO(data))
                split = "train" if number < train else "val"
                setting = SETTINGS.get(label, "lab_cutout")
                rows.append({"file": name, "split": split, "class": label, "setting": setting, "origin": "drawn"})
    with gzip.open(folder / "tiny.csv.gz", "wt", newline="") as lines:
        writer = csv.DictWriter(lines, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return folder / "tiny.tar"


def random_network(classes: int = len(COLOURS)) -> LeafNet:
    """Weights and batch-norm statistics such that different pictures give clearly different logits."""
    torch.manual_seed(5)
    network = LeafNet(classes)
    network.train()
    with torch.no_grad():
        torch.nn.init.normal_(network.classifier.weight, std=0.05)
        for module in network.modules():
            if isinstance(module, torch.nn.BatchNorm2d):
                module.momentum = None  # the plain average
        for _ in range(2):
            network(torch.rand(8, 3, 64, 64) * 2 - 1)
    return network.eval()


METADATA = Metadata(tuple(COLOURS), "lite0", 64, 1.5, Thresholds(0.4, 0.8, -5.0), plan="[]", data="drawn")


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pack(tmp_path_factory.mktemp("pack"))


@pytest.fixture(scope="session")
def network() -> LeafNet:
    return random_network()


@pytest.fixture(scope="session")
def weights(tmp_path_factory: pytest.TempPathFactory, network: LeafNet) -> Weights:
    folder = tmp_path_factory.mktemp("leaf")
    save_network(folder / FILE, network, METADATA)
    return Weights(folder, "local", "tiny")
