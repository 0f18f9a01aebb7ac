"""Joins trained networks to one model: ``python -m models.sentiment.join HEADLINES.csv ONE TWO --out FILE``.

Each file is one that `models.sentiment.train` wrote; the headlines serve to calibrate the joint answers.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Sequence
from pathlib import Path

from models.sentiment.base import base_folder
from models.sentiment.data import read_examples
from models.sentiment.train import write
from models.sentiment.weights_file import load_networks


def join(out: Path, files: Sequence[Path], headlines: Path, folder: Path) -> None:
    """Write the networks of `files`, all on the base in `folder`, as one model."""
    loaded = [load_networks(file, folder) for file in files]
    nets = [net for ensemble, _ in loaded for net in ensemble.networks()]
    plans = [plan for _, metadata in loaded for plan in metadata.plans]
    write(out, nets, folder, read_examples(headlines), plans)


def main(arguments: Sequence[str] | None = None) -> None:
    """Join and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("headlines", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    join(given.out, given.files, given.headlines, base_folder())


if __name__ == "__main__":
    main()
