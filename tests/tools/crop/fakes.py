"""A leaf classifier without a network, and answers made by hand, for tests of everything around the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

import numpy as np

from models.leaf.types import NOT_A_LEAF, Image, LeafInfo, LeafView, Thresholds
from tests.tools.crop.drawn import leaf, leaf_mask, photo, spotted
from tools.crop.types import Diagnosis, Mask, Prediction, Quality, Severity
from tools.errors import PortalError

CLASSES = (
    NOT_A_LEAF,
    "potato__early_blight",
    "tomato__early_blight",
    "tomato__healthy",
    "tomato__late_blight",
    "tomato__target_spot",
)


class FakeLeaf:
    """Gives every photo the same probabilities; the rest is shared out evenly. Remembers how many it saw."""

    def __init__(
        self, given: Mapping[str, float], *, familiarity: float = 1.0, error: PortalError | None = None
    ) -> None:
        rest = (1 - sum(given.values())) / max(1, len(CLASSES) - len(given))
        self._probabilities = np.array([given.get(name, rest) for name in CLASSES], np.float32)
        self._familiarity = familiarity
        self.error = error
        self.groups: list[int] = []
        self.info = LeafInfo("fake-leaf", "embedded", "CPU", "float32", CLASSES, Thresholds(0.5, 0.7, 0.0))

    def classify(self, images: Sequence[Image]) -> list[LeafView]:
        if self.error:
            raise self.error
        self.groups.append(len(images))
        maps = np.zeros((len(CLASSES), 6, 6), np.float32)
        maps[:, 2:4, 2:4] = 1
        return [LeafView(self._probabilities, self._familiarity, maps) for _ in images]


@cache
def _spotted_leaf() -> tuple[Image, Mask, Mask, float]:
    """Pixels, leaf, lesions and their share of the leaf in percent."""
    mask = leaf_mask(480, 480)
    pixels, share = spotted(leaf(), mask, 0.12)
    return pixels, mask, mask & (pixels[..., 0] > pixels[..., 1]), share


def diagnosis(class_id: str = "tomato__early_blight", probability: float = 0.94, file: str = "leaf.jpg") -> Diagnosis:
    """A diagnosed photo with everything that an answer can have."""
    pixels, mask, lesions, share = _spotted_leaf()
    others = [name for name in CLASSES if name not in (class_id, NOT_A_LEAF)]
    left = [Prediction(name, (1 - probability) / len(others)) for name in others]
    return Diagnosis(
        file=file,
        status="diagnosed",
        predictions=(Prediction(class_id, probability), *left),
        quality=Quality(9.0, 0.5, 0.0, 0.0, 0.3, ()),
        severity=Severity(share, "moderate", mask, lesions, True),
        advice_id=class_id,
        photo=photo(pixels, file),
        heat=np.eye(6, dtype=np.float32),
        model="fake-leaf",
        device="CPU",
        milliseconds=12.3,
    )


def undecided(reason: str = "look_alikes", file: str = "leaf.jpg") -> Diagnosis:
    """An unsure answer; for an unsupported crop without candidates, as `diagnose` gives it."""
    answer = replace(diagnosis(probability=0.5, file=file), status="unsure", reason=reason, advice_id=None)
    return replace(answer, predictions=(), crop="other") if reason == "unsupported_crop" else answer


def again(file: str = "leaf.jpg") -> Diagnosis:
    """A photo that must be taken again."""
    quality = Quality(0.1, 0.1, 0.7, 0.0, None, ("dark", "blurred"))
    return replace(diagnosis(file=file), status="retake", quality=quality, advice_id=None, severity=None, heat=None)


def no_leaf(file: str = "robot.jpg") -> Diagnosis:
    """A photo of something else."""
    return replace(diagnosis(file=file), status="not_a_leaf", advice_id=None, severity=None, heat=None)


def unread(file: str = "broken.jpg") -> Diagnosis:
    """A file that could not be read."""
    return Diagnosis(file, "unreadable", error=f"{file} is damaged.")


def all_kinds() -> list[Diagnosis]:
    """One answer of each kind."""
    reasons = ("look_alikes", "unfamiliar", "unsupported_crop", "other_crop")
    return [
        diagnosis(),
        diagnosis("tomato__healthy", file="healthy.jpg"),
        *(undecided(reason, f"{reason}.jpg") for reason in reasons),
        again("dark.jpg"),
        no_leaf(),
        unread(),
    ]
