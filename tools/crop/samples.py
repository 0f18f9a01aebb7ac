"""The sample photos that ship with the portal: drawn by a program, see `data/samples/crop/README.md`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tools.settings import DATA

FOLDER = DATA / "samples" / "crop"
TITLES = {
    "ringed_spots.jpg": "Ringed spots",
    "rust_on_maize.jpg": "Rust pustules",
    "green_leaf.jpg": "Green leaf",
    "pale_stripes.jpg": "Pale stripes",
    "blurred.jpg": "Out of focus",
    "toy_robot.jpg": "No leaf",
}


@dataclass(frozen=True)
class Sample:
    """A drawn photo to try: what it shows, and the file's name and bytes."""

    title: str
    name: str
    data: bytes


@lru_cache(maxsize=1)
def samples() -> tuple[Sample, ...]:
    """All samples, in the order to offer them; about 0.4 MB together."""
    return tuple(Sample(title, name, (FOLDER / name).read_bytes()) for name, title in TITLES.items())
