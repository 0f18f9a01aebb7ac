"""The drawn samples: small, readable, as good as their titles, and made by the script beside them."""

from __future__ import annotations

import io
import runpy

import numpy as np
from PIL import Image

from tools.crop.examine import examine
from tools.crop.samples import FOLDER, samples


def test_six_small_pictures_and_a_readme_that_says_what_they_are() -> None:
    found = samples()
    assert len(found) == 6
    for sample in found:
        assert len(sample.data) < 90_000, sample.name
        with Image.open(io.BytesIO(sample.data)) as picture:
            assert picture.format == "JPEG"
            assert 640 <= min(picture.size) <= max(picture.size) <= 800
    assert "not photographs" in (FOLDER / "README.md").read_text(encoding="utf-8")


def test_no_picture_without_a_title() -> None:
    assert {path.name for path in FOLDER.glob("*.jpg")} == {sample.name for sample in samples()}


def test_the_blurred_one_is_found_blurred_and_the_others_are_usable() -> None:
    problems = {sample.name: examine(sample.name, sample.data).quality.problems for sample in samples()}
    assert problems.pop("blurred.jpg") == ("blurred",)
    assert not any(problems.values()), problems


def test_spots_are_measured_on_the_spotted_leaf_alone() -> None:
    found = {sample.name: examine(sample.name, sample.data) for sample in samples()}
    assert found["ringed_spots.jpg"].reliable
    assert found["ringed_spots.jpg"].percent > 5
    assert found["green_leaf.jpg"].percent < 5


def test_the_script_draws_what_is_committed() -> None:
    script = runpy.run_path(str(FOLDER / "make_samples.py"))
    drawn = script["PICTURES"]["green_leaf.jpg"](np.random.default_rng(3)).clip(0, 255)
    with Image.open(FOLDER / "green_leaf.jpg") as committed:
        assert np.abs(np.asarray(committed, float) - drawn).mean() < 12
