"""Photo quality and severity, on the validation photos of the leaf pack (shorter side 160 pixels).

Quality: how many real photos are sent back, and how many of their spoilt copies. Severity: healthy against diseased by
crop; the error on lesions of known area painted on healthy leaves; how often it calls itself reliable. Last, the time
that one photo takes.

    python -m tests.benchmarks.crop_quality [--every N]
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import tarfile
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest
from PIL import Image, ImageFilter

from tests.shared import shared
from tests.tools.crop import drawn
from tools.crop.leaf import find_leaf
from tools.crop.photo import read_photo
from tools.crop.quality import assess
from tools.crop.severity import measure
from tools.crop.types import Image as Pixels
from tools.crop.types import Mask, Quality, Severity

LESIONS = {"brown": (105, 70, 40), "black": (38, 32, 28), "yellow": (205, 190, 60), "rust": (160, 82, 30)}
LESIONS["pale"] = (190, 180, 155)
SHARES = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5)
GROUNDS = ((150, 145, 150), (235, 235, 232), (30, 30, 30), (120, 100, 80))


@dataclass(frozen=True, eq=False)
class Sample:
    """One real photo with what its manifest says."""

    kind: str
    crop: str
    setting: str
    pixels: Pixels

    @property
    def healthy(self) -> bool:
        return self.kind.endswith("__healthy")


def load(every: int) -> list[Sample]:
    """Every n-th validation photo of a plant."""
    manifest = shared("data/crop/manifest.csv.gz")
    with gzip.open(manifest, "rt", encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["split"] == "val" and row["setting"] != "object"]
    wanted = {row["file"]: row for row in rows[::every]}
    samples = []
    with tarfile.open(shared("data/crop/leafpack.tar")) as pack:
        for member in pack:
            row = wanted.get(member.name)
            part = pack.extractfile(member) if row else None
            if row and part:
                samples.append(
                    Sample(row["class"], row["crop"], row["setting"], read_photo(member.name, part.read()).image)
                )
    return samples


def quality_of(pixels: Pixels) -> Quality:
    leaf = find_leaf(pixels)
    return assess(drawn.photo(pixels), leaf.mask if leaf.reliable else None)


def blurred(pixels: Pixels, share: float) -> Pixels:
    spoilt = Image.fromarray(pixels).filter(ImageFilter.GaussianBlur(share * min(pixels.shape[:2])))
    buffer = io.BytesIO()
    spoilt.save(buffer, "JPEG", quality=85)
    return np.asarray(Image.open(buffer).convert("RGB"))


def lit(pixels: Pixels, factor: float) -> Pixels:
    return np.clip(pixels * factor, 0, 255).round().astype(np.uint8)


def far_away(pixels: Pixels, mask: Mask, ground: tuple[int, int, int]) -> Pixels:
    """The leaf alone, its longer side a twelfth of a plain frame's."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    box = (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1)
    cut, stencil = Image.fromarray(pixels).crop(box), Image.fromarray(mask).crop(box)
    factor = 0.08 * 640 / max(cut.size)
    size = max(1, round(cut.width * factor)), max(1, round(cut.height * factor))
    grain = np.random.default_rng(5).normal(0, 3, (480, 640, 1))
    frame = Image.fromarray(np.clip(np.array(ground) + grain, 0, 255).astype(np.uint8))
    frame.paste(cut.resize(size), (300, 220), stencil.convert("L").resize(size))
    return np.asarray(frame)


def print_quality(samples: list[Sample]) -> None:
    reasons: dict[str, int] = defaultdict(int)
    sent_back: dict[str, list[bool]] = defaultdict(list)
    for sample in samples:
        problems = quality_of(sample.pixels).problems
        sent_back[sample.setting].append(bool(problems))
        for problem in problems:
            reasons[problem] += 1
    print(f"{len(samples)} real photos sent back (aim at most 2-3 %):")
    for setting, results in (*sorted(sent_back.items()), ("all", [r for rs in sent_back.values() for r in rs])):
        print(f"  {setting:12}{100 * np.mean(results):6.1f} %")
    print(f"  because {dict(reasons)}")
    spoil: dict[str, tuple[str, Callable[[Pixels], Pixels]]] = {
        "blur of 4 % of the side": ("blurred", lambda pixels: blurred(pixels, 0.04)),
        "blur of 6 % of the side": ("blurred", lambda pixels: blurred(pixels, 0.06)),
        "brightness x 0.12": ("dark", lambda pixels: lit(pixels, 0.12)),
        "exposure x 3.5": ("over_exposed", lambda pixels: lit(pixels, 3.5)),
    }
    print("spoilt copies sent back, and for the right reason:")
    for name, (reason, spoiler) in spoil.items():
        problems_of = [quality_of(spoiler(sample.pixels)).problems for sample in samples[::2]]
        _print_rates(name, reason, problems_of)
    lab = [sample for sample in samples if sample.setting != "field"]
    masks = [(sample, find_leaf(sample.pixels)) for sample in lab[::3]]
    small = [
        quality_of(far_away(sample.pixels, leaf.mask, GROUNDS[at % len(GROUNDS)])).problems
        for at, (sample, leaf) in enumerate(masks)
        if leaf.reliable
    ]
    _print_rates("leaf of 8 % of the side", "leaf_too_small", small)


def _print_rates(name: str, reason: str, problems_of: list[tuple[str, ...]]) -> None:
    any_of = 100 * np.mean([bool(problems) for problems in problems_of])
    right = 100 * np.mean([reason in problems for problems in problems_of])
    print(f"  {name:26}{any_of:6.1f} %{right:7.1f} %   of {len(problems_of)}")


def print_severity(samples: list[Sample]) -> None:
    measured: list[tuple[Sample, Severity]] = [(sample, measure(sample.pixels)) for sample in samples]
    print("mean severity in percent where reliable (photos), healthy against diseased:")
    for crop in sorted({sample.crop for sample in samples}):
        cells = []
        for healthy in (True, False):
            found = [m.percent for s, m in measured if s.crop == crop and s.healthy == healthy and m.reliable]
            cells.append(f"{np.mean(found):6.1f} ({len(found):3})" if found else "     - (  0)")
        print(f"  {crop:12}{cells[0]}   {cells[1]}")
    print("reliable:")
    for setting in ("lab", "lab_cutout", "field"):
        found_reliable = [m.reliable for s, m in measured if s.setting == setting]
        print(f"  {setting:12}{100 * np.mean(found_reliable):6.1f} %   of {len(found_reliable)}")


def print_painted(samples: list[Sample]) -> None:
    """Discs of known area on healthy leaves of the lab; the leaf's area is that found on the untouched photo."""
    errors: dict[str, list[float]] = defaultdict(list)
    healthy = [sample for sample in samples if sample.healthy and sample.setting == "lab"]
    for at, sample in enumerate(healthy):
        clean = measure(sample.pixels)
        if not clean.reliable or clean.leaf.mean() < 0.1:
            continue
        for number, share in enumerate(SHARES):
            colour = list(LESIONS)[(at + number) % len(LESIONS)]
            painted, true = drawn.spotted(sample.pixels, clean.leaf, share, LESIONS[colour], seed=at * 10 + number)
            error = measure(painted).percent - true
            for group in (colour, f"{100 * share:.0f} %", "all"):
                errors[group].append(error)
    print("painted lesions, points of error (mean, mean absolute; aim at most 5 over all):")
    for group in (*LESIONS, *(f"{100 * share:.0f} %" for share in SHARES), "all"):
        found = np.array(errors[group])
        print(f"  {group:8}{found.mean():+7.1f}{np.abs(found).mean():7.1f}   of {len(found)}")


def print_times() -> None:
    """The whole way of one photo of 12 megapixels, on one core."""
    data = drawn.encoded(Image.fromarray(drawn.leaf(1600, 1200)).resize((4000, 3000)), "JPEG", quality=90)
    photo = read_photo("leaf.jpg", data)
    steps: dict[str, Callable[[], object]] = {
        "decode 12 megapixels": lambda: read_photo("leaf.jpg", data),
        "decode 1024 pixels": lambda: read_photo("leaf.jpg", small),
        "leaf and severity": lambda: measure(photo.image),
        "quality": lambda: assess(photo, None),
    }
    small = drawn.encoded(photo.image, "JPEG", quality=90)
    for name, step in steps.items():
        taken = []
        for _ in range(15):
            began = time.process_time()
            step()
            taken.append(time.process_time() - began)
        print(f"  {name:24}{1000 * float(np.median(taken)):7.1f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=4, help="take every n-th photo only")
    arguments, _ = parser.parse_known_args()
    print("median processor time:")
    print_times()
    try:
        samples = load(arguments.every)
    except pytest.skip.Exception as error:
        print(error)
        return
    print_quality(samples)
    print_severity(samples)
    print_painted(samples)


if __name__ == "__main__":
    main()
