"""Measures the leaf model on labelled packs: ``python -m models.leaf.evaluate PACK… [--checkpoint FILE]``.

Prints the tables of the model card; ``--json`` writes every figure. Photos go the way that they go in the portal.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from models.device import device
from models.leaf import metrics
from models.leaf.calibrate import Calibration, answers, cross_fitted, fit_temperature, summary
from models.leaf.export import PIXELS, read_checkpoints
from models.leaf.inference import Forward
from models.leaf.pack import Photo, read_pack
from models.leaf.report import markdown
from models.leaf.scoring import Scores, score
from models.leaf.stability import stability
from models.leaf.weights_file import FILE, Metadata, load_means, load_network
from tools.errors import PortalError

GROUPS: dict[str, Callable[[Photo], bool]] = {
    "all": lambda _: True,
    "leaves": lambda photo: bool(photo.crop),
    "field": lambda photo: photo.setting == "field",
    "lab": lambda photo: photo.setting == "lab",
    "lab, PlantVillage": lambda photo: photo.setting == "lab" and photo.origin == "PlantVillage",
    "lab, others": lambda photo: photo.setting == "lab" and photo.origin != "PlantVillage",
    "lab_cutout": lambda photo: photo.setting == "lab_cutout",
    "object": lambda photo: photo.setting == "object",
}
COVERAGE = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98)
FALSE_REJECTIONS = (0.03, 0.05)


@dataclass(frozen=True, eq=False)
class Subject:
    """What is measured: a network with its metadata, and class means if it has them."""

    forward: Forward
    metadata: Metadata
    means: Tensor | None

    @property
    def used_means(self) -> Tensor | None:
        """The class means, if familiarity is measured by them."""
        return self.means if self.metadata.familiarity == "prototype" else None


def evaluate(scores: Scores, subject: Subject) -> dict[str, Any]:
    """Every figure that needs no further run of the network."""
    metadata, leaves = subject.metadata, scores.leaves
    temperature = metadata.temperature
    probabilities = scores.probabilities(temperature)
    found = answers(scores, Calibration(temperature, metadata.thresholds), subject.used_means)
    confidence, right = found.confidence[leaves], found.right[leaves]
    return {
        "photos": len(scores.photos),
        "pixels": metadata.pixels,
        "temperature": temperature,
        "thresholds": asdict(metadata.thresholds),
        "groups": {name: row for name, group in GROUPS.items() if (row := _row(scores, probabilities, group))},
        "crops": {
            crop: _row(scores, probabilities, _of_crop(crop))
            for crop in sorted({photo.crop for photo in scores.photos} - {""})
        },
        "classes": {
            name: asdict(one)
            for name, one in metrics.class_scores(probabilities.argmax(1), scores.truth, scores.classes).items()
        },
        "reliability": [asdict(one) for one in metrics.reliability(confidence, right)],
        "coverage": [[limit, *metrics.coverage_at(confidence, right, limit)] for limit in COVERAGE],
        "answers": summary(found, leaves),
        "cross_fitted": cross_fitted(scores, subject.used_means),
        "others": _others(scores, temperature, subject.means) if (~leaves).any() else {},
    }


def _row(scores: Scores, probabilities: metrics.Numbers, group: Callable[[Photo], bool]) -> dict[str, float]:
    """The accuracies of one group of photos; empty if there are none."""
    keep = np.array([group(photo) for photo in scores.photos], bool)
    if not keep.any():
        return {}
    p, truth = probabilities[keep], scores.truth[keep]
    return {
        "photos": int(keep.sum()),
        "top1": float(metrics.right_in_top(p, truth, 1).mean()),
        "top5": float(metrics.right_in_top(p, truth, 5).mean()),
        "within_crop": float(metrics.within_crop(p, truth, scores.classes).mean()),
        "macro_f1": metrics.macro_f1(p.argmax(1), truth, scores.classes),
    }


def _of_crop(crop: str) -> Callable[[Photo], bool]:
    return lambda photo: photo.crop == crop


def _others(scores: Scores, temperature: float, means: Tensor | None) -> dict[str, Any]:
    """How well each score tells real leaves from other pictures."""
    kinds = {"leaf probability": scores.leaf_probability(temperature), "energy": scores.familiarity(temperature, None)}
    if means is not None:
        kinds["prototype"] = scores.familiarity(temperature, means)
    leaves = scores.leaves
    return {
        name: {
            "auroc": metrics.auroc(values[leaves], values[~leaves]),
            **{f"rejected_at_{r}": metrics.rejected_at(values[leaves], values[~leaves], r) for r in FALSE_REJECTIONS},
        }
        for name, values in kinds.items()
    }


def open_subject(checkpoints: Sequence[Path], weights: Path, pixels: int | None) -> Subject:
    """Checkpoints straight out of training, without them the exported weights.

    Raises
    ------
    PortalError
        They cannot be read.
    """
    if checkpoints:
        trained = read_checkpoints(checkpoints)
        return Subject(Forward(trained.network), trained.metadata(pixels or PIXELS), None)
    network, metadata = load_network(weights)
    if pixels:
        metadata = replace(metadata, pixels=pixels)
    return Subject(Forward(network), metadata, load_means(weights))


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pack", type=Path, nargs="+", help="a tar with its manifest beside it")
    parser.add_argument("--split", default="val", help="which rows of the manifest (val); all for every row")
    parser.add_argument("--checkpoint", type=Path, action="append", default=[], help="may be repeated: averaged")
    parser.add_argument("--weights", type=Path, default=Path(__file__).with_name(FILE), help="exported weights")
    parser.add_argument("--pixels", type=int, help="side of the pictures (what the weights say)")
    parser.add_argument("--stability", type=int, default=200, help="leaves to change slightly; 0 for none")
    parser.add_argument("--json", type=Path, help="write every figure here")
    given = parser.parse_args(arguments)
    device()  # settles the number of threads
    try:
        photos = [photo for pack in given.pack for photo in read_pack(pack) if given.split in ("all", photo.split)]
        subject = open_subject(given.checkpoint, given.weights, given.pixels)
        scores = score(subject.forward, photos, subject.metadata.classes, subject.metadata.pixels)
        subject = _with_temperature(subject, scores) if given.checkpoint else subject
        report = evaluate(scores, subject)
    except PortalError as error:
        raise SystemExit(str(error)) from None
    metadata, leaves = subject.metadata, [photo for photo in photos if photo.crop]
    some = random.Random(1).sample(leaves, min(given.stability, len(leaves)))
    if some:
        report["stability"] = stability(subject.forward, some, metadata.classes, metadata.pixels, metadata.temperature)
        report["stability_photos"] = len(some)
    if given.json:
        given.json.write_text(json.dumps(report, indent=1) + "\n")
    sys.stdout.write(markdown(report))


def _with_temperature(subject: Subject, scores: Scores) -> Subject:
    """A checkpoint has no temperature yet: the one that fits these photos."""
    leaves = scores.where(scores.leaves)
    temperature = fit_temperature(leaves.logits, torch.from_numpy(leaves.truth))
    return replace(subject, metadata=replace(subject.metadata, temperature=temperature))


if __name__ == "__main__":
    main()
