"""Turns checkpoints into the weights that ship: ``python -m models.leaf.export --checkpoint RUN/checkpoint.pt``.

Several checkpoints of the same size and classes are averaged weight by weight, batch-norm statistics included
("model soup", Wortsman 2022, arXiv:2203.05482). ``--calibration`` takes what `models.leaf.calibrate` wrote.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file

from models.leaf.architecture import LeafNet
from models.leaf.types import Thresholds
from models.leaf.weights_file import FILE, MEANS, Metadata, save_network
from tools.errors import Unreadable

PIXELS = 224
UNCALIBRATED = Thresholds(leaf=0.5, diagnosed=0.5, familiar=-1e9)


@dataclass(frozen=True)
class Trained:
    """A network out of training, with its class ids and how it was trained."""

    network: LeafNet
    classes: tuple[str, ...]
    size: str
    plan: str

    def metadata(self, pixels: int, calibration: dict[str, Any] | None = None, data: str = "") -> Metadata:
        """What ships beside the weights; without a calibration, thresholds that let everything pass.

        Raises
        ------
        Unreadable
            The calibration was made for other pictures.
        """
        found = calibration or {}
        if found.get("pixels", pixels) != pixels:
            raise Unreadable(f"The calibration was made at {found['pixels']} pixels: calibrate again at {pixels}.")
        return Metadata(
            classes=self.classes,
            size=self.size,
            pixels=pixels,
            temperature=float(found.get("temperature", 1.0)),
            thresholds=Thresholds(**found["thresholds"]) if found else UNCALIBRATED,
            familiarity=found.get("familiarity", "energy"),
            plan=self.plan,
            data=data,
        )


def read_checkpoints(paths: Sequence[Path]) -> Trained:
    """The average of the checkpoints' averaged weights.

    Raises
    ------
    Unreadable
        A checkpoint is missing or broken, or two differ in size or classes.
    """
    try:
        states = [torch.load(path, weights_only=True, map_location="cpu") for path in paths]
    except (OSError, RuntimeError) as error:
        raise Unreadable(f"A checkpoint cannot be read: {error}") from error
    first = states[0]
    if any((s["classes"], s["plan"]["size"]) != (first["classes"], first["plan"]["size"]) for s in states):
        raise Unreadable("The checkpoints differ in classes or size: only like can be averaged.")
    network = LeafNet(len(first["classes"]), first["plan"]["size"])
    averages = [state["average"] for state in states]
    network.load_state_dict(
        {
            name: sum(average[name] for average in averages) / len(averages) if value.is_floating_point() else value
            for name, value in averages[0].items()
        }
    )
    plans = [state["plan"] | {"epochs_done": state["epochs"]} for state in states]
    return Trained(network.eval(), tuple(first["classes"]), first["plan"]["size"], json.dumps(plans, sort_keys=True))


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, action="append", required=True, help="may be repeated: averaged")
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name(FILE))
    parser.add_argument("--pixels", type=int, help=f"side of the pictures (the calibration's, else {PIXELS})")
    parser.add_argument("--calibration", type=Path, help="JSON of models.leaf.calibrate")
    parser.add_argument("--means", type=Path, help="class means of models.leaf.calibrate")
    parser.add_argument("--data", default="", help="what the weights were trained on, in words")
    given = parser.parse_args(arguments)
    calibration = json.loads(given.calibration.read_text()) if given.calibration else None
    pixels = given.pixels or (calibration or {}).get("pixels", PIXELS)
    trained = read_checkpoints(given.checkpoint)
    metadata = trained.metadata(pixels, calibration, given.data)
    means = load_file(given.means)[MEANS] if given.means else None
    save_network(given.out, trained.network, metadata, means)
    sys.stdout.write(f"{given.out}: {given.out.stat().st_size / 1e6:.1f} MB, {len(metadata.classes)} classes\n")


if __name__ == "__main__":
    main()
