"""From examined photos to answers: which of the four states holds, and with what evidence.

The order of the questions is the user's: could anything be seen at all, is it a leaf, is it a crop that the model
knows, and is one condition clearly ahead. It knows thresholds only as the model brings them.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np

from models.leaf.types import NOT_A_LEAF, Floats, LeafClassifier, LeafInfo, LeafView, crop_of
from tools.crop.examine import Examined
from tools.crop.types import OTHER_CROP, Diagnosis, Prediction, Reason, Status
from tools.errors import BadInput

TOP = 5
CONTRADICTED = 0.05  # a named crop with less of the probability than this was hardly meant
KNOWN = 0.5  # with less on conditions that have a name (a Hub model may know others), the photo is none of ours
UNUSABLE = frozenset(("too_small", "dark", "over_exposed", "blurred"))  # whatever it shows


def diagnose(examined: Sequence[Examined], classifier: LeafClassifier, crop: str = "") -> list[Diagnosis]:
    """Answer for each photo, in order.

    Parameters
    ----------
    examined
        What `tools.crop.examine.examine` gave.
    classifier
        The model.
    crop
        The crop that the user named: one of the model's, `OTHER_CROP` for one that it does not know, empty for none.
        The answer is restricted to a named crop.

    Raises
    ------
    BadInput
        `crop` is not one that the model knows.
    PortalError
        What the classifier raises.
    """
    info = classifier.info
    if crop and crop != OTHER_CROP and crop not in info.crops:
        raise BadInput(f"The model does not know the crop “{crop}”: choose one of {', '.join(info.crops)}, or none.")
    began = time.perf_counter()
    views = classifier.classify([one.photo.image for one in examined])
    each = (time.perf_counter() - began) * 1000 / max(1, len(views))
    return [_answer(one, view, info, crop, each) for one, view in zip(examined, views, strict=True)]


def _answer(one: Examined, view: LeafView, info: LeafInfo, crop: str, milliseconds: float) -> Diagnosis:
    status, reason = _state(one, view, info, crop)
    probabilities = restricted(view.probabilities, info.classes, crop)
    named = status in ("diagnosed", "unsure") and reason != "unsupported_crop"
    predictions = _top(probabilities, info.classes)
    heat = heat_of(view, info.classes.index(predictions[0].class_id)) if named else None
    return Diagnosis(
        file=one.photo.file,
        status=status,
        reason=reason,
        crop=crop,
        predictions=predictions if crop != OTHER_CROP else (),
        quality=one.quality,
        severity=one.severity if named else None,
        advice_id=predictions[0].class_id if status == "diagnosed" else None,
        photo=one.photo,
        heat=heat,
        model=info.name,
        device=info.device,
        milliseconds=milliseconds,
    )


def _state(one: Examined, view: LeafView, info: LeafInfo, crop: str) -> tuple[Status, Reason]:
    problems = one.quality.problems
    if UNUSABLE & set(problems):
        return "retake", ""
    if leaf_probability(view.probabilities, info.classes) < info.thresholds.leaf:
        return "not_a_leaf", ""
    if problems:
        return "retake", ""
    if crop == OTHER_CROP:
        return "unsure", "unsupported_crop"
    if view.familiarity < info.thresholds.familiar or _known(view.probabilities, info.classes) < KNOWN:
        return "unsure", "unfamiliar"
    if crop and _share(view.probabilities, info.classes, crop) < CONTRADICTED:
        return "unsure", "other_crop"
    best = float(restricted(view.probabilities, info.classes, crop).max())
    return ("diagnosed", "") if best >= info.thresholds.diagnosed else ("unsure", "look_alikes")


def leaf_probability(probabilities: Floats, classes: Sequence[str]) -> float:
    """How probable it is that the photo shows a leaf at all; 1 for a model that cannot say."""
    return 1.0 - float(sum(p for p, name in zip(probabilities, classes, strict=True) if name == NOT_A_LEAF))


def restricted(probabilities: Floats, classes: Sequence[str], crop: str) -> Floats:
    """Probabilities given that the photo shows a known crop, and `crop` if one is named; they sum to one."""
    named = crop if crop != OTHER_CROP else ""
    keep = np.array([crop_of(name) == named if named else crop_of(name) != "" for name in classes])
    kept = np.where(keep, probabilities, 0.0).astype(np.float32)
    total = float(kept.sum())
    if total > 0:
        return np.asarray(kept / total, np.float32)
    return np.asarray(keep / keep.sum(), np.float32)  # nothing left of the named crop: all its conditions alike


def heat_of(view: LeafView, index: int) -> Floats | None:
    """Where the evidence for a class lies, (rows, columns) of 0…1; None where the model gives none.

    The part of the class activation map that speaks for the class, relative to its strongest place.
    """
    if view.maps is None:
        return None
    positive = np.maximum(view.maps[index], 0.0)
    peak = float(positive.max())
    return np.asarray(positive / peak if peak > 0 else positive, np.float32)


def _known(probabilities: Floats, classes: Sequence[str]) -> float:
    """Of the probability that it is a leaf, how much lies on conditions that we have a name for."""
    leaf = leaf_probability(probabilities, classes)
    named = float(sum(p for p, name in zip(probabilities, classes, strict=True) if crop_of(name)))
    return named / leaf if leaf > 0 else 0.0


def _share(probabilities: Floats, classes: Sequence[str], crop: str) -> float:
    leaf = leaf_probability(probabilities, classes)
    own = float(sum(p for p, name in zip(probabilities, classes, strict=True) if crop_of(name) == crop))
    return own / leaf if leaf > 0 else 0.0


def _top(probabilities: Floats, classes: Sequence[str]) -> tuple[Prediction, ...]:
    order = np.argsort(-probabilities, kind="stable")[:TOP]
    return tuple(Prediction(classes[i], float(probabilities[i])) for i in order if probabilities[i] > 0)
