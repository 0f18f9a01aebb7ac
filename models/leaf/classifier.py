"""The leaf model that ships with the portal, ready to answer; and the choice between it and a configured one.

The weights lie beside this file (see CARD.md). It knows no disease: class ids are names to it.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor

from models.leaf.inference import Forward, closeness, energy
from models.leaf.preprocess import square
from models.leaf.serving import LeafServer
from models.leaf.types import Image, LeafInfo, LeafView
from models.leaf.weights_file import FILE, load_means, load_network
from models.weights import Weights, resolve
from tools.errors import ModelUnavailable
from tools.settings import settings

log = logging.getLogger(__name__)
DEFAULT_NAME = "leaf-efficientnet-lite0"


def embedded_folder() -> Path:
    """The folder of the weights that ship with the portal."""
    return Path(__file__).parent


def load_leaf() -> LeafServer:
    """The model that the settings name: our own weights or a transformers checkpoint; else what ships, with a notice.

    Raises
    ------
    ModelUnavailable
        The settings name a folder without safetensors, or the weights that ship are missing.
    """
    wanted = settings()
    weights = resolve(wanted.leaf_model, wanted.leaf_revision, embedded_folder, DEFAULT_NAME)
    if (weights.folder / FILE).is_file() or weights.source == "embedded":
        return LeafModel(weights)
    from models.leaf.hub import HubLeaf

    try:
        return HubLeaf(weights)
    except ModelUnavailable as error:
        log.warning(str(error))
        return LeafModel(Weights(embedded_folder(), "embedded", DEFAULT_NAME, str(error)))


class LeafModel(LeafServer):
    """Our own network behind a cache and a batcher.

    Parameters
    ----------
    weights
        A folder with `leaf.safetensors`; by default the one that ships.
    max_batch
        Most photos in one batch.

    Raises
    ------
    ModelUnavailable
        The weights are missing or damaged.
    """

    def __init__(self, weights: Weights | None = None, *, max_batch: int = 32) -> None:
        weights = weights or Weights(embedded_folder(), "embedded", DEFAULT_NAME)
        network, self._metadata = load_network(weights.folder / FILE)
        self._means = load_means(weights.folder / FILE) if self._metadata.familiarity == "prototype" else None
        self._forward = Forward(network)
        info = LeafInfo(
            name=weights.name,
            source=weights.source,
            device=self._forward.place.label,
            dtype=str(self._forward.dtype).removeprefix("torch."),
            classes=self._metadata.classes,
            thresholds=self._metadata.thresholds,
            notice=weights.notice,
        )
        super().__init__(info, max_batch=max_batch)

    def to_cpu(self) -> None:
        """Move the network to the CPU; the badge and the notice say so."""
        self._forward.to_cpu()
        super().to_cpu()
        self._info = replace(self._info, dtype=str(self._forward.dtype).removeprefix("torch."))

    def prepare(self, image: Image) -> Tensor:
        """The photo as a square (3, pixels, pixels) uint8."""
        return square(image, self._metadata.pixels)

    def answer(self, prepared: Sequence[Tensor]) -> list[LeafView]:
        """One view per prepared photo, in order."""
        seen = self._forward(torch.stack(list(prepared)))
        temperature = self._metadata.temperature
        probabilities = (seen.logits / temperature).softmax(1).numpy()
        known = closeness(seen.features, self._means) if self._means is not None else energy(seen.logits, temperature)
        rows = zip(probabilities, known.tolist(), seen.maps.numpy(), strict=True)
        return [LeafView(p.copy(), score, maps.copy()) for p, score, maps in rows]  # a view must not hold its batch
