"""Another leaf model through transformers: an image-classification checkpoint from a folder or the Hub.

Its labels are mapped to our class ids; what has none stays visible as the probability of `UNMAPPED`. Its probabilities
are its own: nothing here was calibrated on them, so only a clear answer counts as a diagnosis.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import Tensor

from models.device import device
from models.leaf.inference import energy
from models.leaf.labels import alias_table, class_ids
from models.leaf.serving import LeafServer
from models.leaf.types import UNMAPPED, Image, LeafInfo, LeafView, Thresholds, crop_of
from models.leaf.weights_file import FILE, load_classes
from models.weights import Weights
from tools.errors import ModelUnavailable

if TYPE_CHECKING:
    from transformers import PreTrainedModel

CAUTIOUS = Thresholds(leaf=0.5, diagnosed=0.9, familiar=float("-inf"))
SHOWN = 3
UNCALIBRATED = "This model's probabilities were not calibrated for this portal."
UNKNOWN_LABELS = "{count} of its {all} labels are no class of this portal ({some})."


class HubLeaf(LeafServer):
    """A transformers image classifier behind a cache and a batcher; gives no evidence maps.

    Parameters
    ----------
    weights
        The checkpoint's folder: safetensors, its configuration and that of its image processor.
    max_batch
        Most photos in one batch.

    Raises
    ------
    ModelUnavailable
        It cannot be loaded, or none of its labels is one of our classes.
    """

    def __init__(self, weights: Weights, *, max_batch: int = 32) -> None:
        self._processor, self._model = _load(weights)
        labels = [name for _, name in sorted((self._model.config.id2label or {}).items())]
        mapped = class_ids(labels, load_classes(_own_file()), alias_table())
        if not any(crop_of(name) for name in mapped):
            raise ModelUnavailable(
                f"None of the labels of {weights.name} is a class of this portal. The embedded default answers."
            )
        classes = tuple(dict.fromkeys(sorted(mapped)))
        index = {name: number for number, name in enumerate(classes)}
        self._columns = torch.tensor([index[name] for name in mapped])
        place = device()
        notice = " ".join(filter(None, (weights.notice, _notice(labels, mapped))))
        info = LeafInfo(weights.name, weights.source, place.label, place.dtype, classes, CAUTIOUS, notice)
        super().__init__(info, max_batch=max_batch)

    def prepare(self, image: Image) -> Tensor:
        """As the checkpoint's own image processor says."""
        pixels: Tensor = self._processor(np.ascontiguousarray(image), return_tensors="pt")["pixel_values"]
        return pixels[0]

    @torch.inference_mode()
    def answer(self, prepared: Sequence[Tensor]) -> list[LeafView]:
        """One view per prepared photo, in order; labels with the same class id are added up."""
        place = device()
        batch = torch.stack(list(prepared)).to(place.kind, place.torch_dtype)
        logits = self._model(pixel_values=batch).logits.float().cpu()
        shares = logits.new_zeros(len(batch), len(self.info.classes)).index_add_(1, self._columns, logits.softmax(1))
        known = energy(logits, 1.0).tolist()
        return [LeafView(row.copy(), score, None) for row, score in zip(shares.numpy(), known, strict=True)]


def _load(weights: Weights) -> tuple[Any, PreTrainedModel]:
    from transformers import AutoImageProcessor, AutoModelForImageClassification

    place = device()
    own: dict[str, Any] = {"trust_remote_code": False, "local_files_only": True}
    try:
        processor = AutoImageProcessor.from_pretrained(weights.folder, **own)  # type: ignore[no-untyped-call]
        model = AutoModelForImageClassification.from_pretrained(
            weights.folder, use_safetensors=True, dtype=place.torch_dtype, **own
        )
    except (OSError, ValueError, KeyError, RuntimeError, ImportError) as error:
        raise ModelUnavailable(
            f"{weights.name} is no image classifier that can be loaded ({type(error).__name__}). "
            "The embedded default answers."
        ) from error
    return processor, model.to(place.kind).eval()


def _own_file() -> Path:
    from models.leaf.classifier import embedded_folder

    return embedded_folder() / FILE


def _notice(labels: Sequence[str], mapped: Sequence[str]) -> str:
    unknown = [label for label, name in zip(labels, mapped, strict=True) if name == UNMAPPED]
    text = UNCALIBRATED
    if unknown:
        some = ", ".join(unknown[:SHOWN]) + (", …" if len(unknown) > SHOWN else "")
        text += " " + UNKNOWN_LABELS.format(count=len(unknown), all=len(labels), some=some)
    return text
