"""What the crop detector hands around: photos, their quality, severity, and the answer. Loads nothing heavy."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]  # (height, width, 3), RGB
Mask = NDArray[np.bool_]  # (height, width)
Status = Literal["diagnosed", "unsure", "not_a_leaf", "retake", "unreadable"]
Problem = Literal["too_small", "blurred", "dark", "over_exposed", "leaf_too_small"]
Reason = Literal["", "look_alikes", "unfamiliar", "unsupported_crop", "other_crop"]
Language = Literal["en", "hi"]  # ISO 639-1
Grade = Literal["none", "mild", "moderate", "severe"]
OTHER_CROP = "other"  # the user's crop is not one of the model's


@dataclass(frozen=True)
class Photo:
    """A decoded photo: upright, RGB, at most `tools.crop.photo.LONGEST` pixels on its longer side.

    `width` and `height` are the file's own, in pixels, before any reduction; `pixels` are the rows of `shape`;
    `notes` are sentences on what was done to read it (a first frame taken, a colour space changed).
    """

    file: str
    sha256: str
    width: int
    height: int
    shape: tuple[int, int]
    pixels: bytes
    notes: tuple[str, ...] = ()

    @property
    def image(self) -> Image:
        """The pixels as an array; read-only."""
        return np.frombuffer(self.pixels, np.uint8).reshape(*self.shape, 3)


@dataclass(frozen=True)
class Quality:
    """How usable a photo is.

    `sharpness`, `brightness` (mean, 0…1), `dark` and `glare` (shares of the pixels that are nearly black and burnt
    out), `leaf` (share of the frame that the leaf fills; None where it could not be told), and what is wrong,
    the worst first.
    """

    sharpness: float
    brightness: float
    dark: float
    glare: float
    leaf: float | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, eq=False)
class Severity:
    """Share of the leaf's area with lesions, in percent, with the two masks that it was counted from.

    Masks are of the photo's shape. `reliable` is False where leaf and background could not be told apart: then the
    figure must not be shown as a fact. `note` says why.
    """

    percent: float
    grade: Grade
    leaf: Mask
    lesions: Mask
    reliable: bool
    note: str = ""


@dataclass(frozen=True)
class Prediction:
    """A class id and its calibrated probability (restricted to the named crop, if one was named)."""

    class_id: str
    probability: float


@dataclass(frozen=True, eq=False)
class Diagnosis:
    """The answer for one photo.

    `reason` says why an answer is unsure; `quality.problems` why a photo must be retaken. `predictions` are the five
    most probable. `heat` (rows, columns; 0…1) covers the whole photo coarsely and shows where the evidence for
    `shown_class` lies. `advice_id` is set for a diagnosis alone. `crop` is what the user named, "" for none,
    `OTHER_CROP` for one that is not in the list.
    """

    file: str
    status: Status
    error: str = ""
    reason: Reason = ""
    crop: str = ""
    predictions: tuple[Prediction, ...] = ()
    quality: Quality | None = None
    severity: Severity | None = None
    advice_id: str | None = None
    photo: Photo | None = None
    heat: NDArray[np.float32] | None = field(default=None, repr=False)
    model: str = ""
    device: str = ""
    milliseconds: float = 0.0

    @property
    def shown_class(self) -> str:
        """The class id that the heat map explains: the first prediction; empty if there is none."""
        return self.predictions[0].class_id if self.predictions else ""

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON, without pictures."""
        quality = self.quality
        known = self.severity is not None and self.severity.reliable
        return {
            "file": self.file,
            "status": self.status,
            "error": self.error or None,
            "reason": self.reason or None,
            "crop": self.crop or None,
            "predictions": [{"class_id": p.class_id, "probability": round(p.probability, 4)} for p in self.predictions],
            "quality": None
            if quality is None
            else {
                "width": self.photo.width if self.photo else None,
                "height": self.photo.height if self.photo else None,
                "sharpness": round(quality.sharpness, 2),
                "brightness": round(quality.brightness, 3),
                "dark": round(quality.dark, 3),
                "glare": round(quality.glare, 3),
                "leaf": None if quality.leaf is None else round(quality.leaf, 3),
                "problems": list(quality.problems),
            },
            "severity_percent": round(self.severity.percent, 1) if self.severity and known else None,
            "severity_grade": self.severity.grade if self.severity and known else None,
            "advice_id": self.advice_id,
            "model": self.model,
            "device": self.device,
            "milliseconds": round(self.milliseconds, 1),
        }
