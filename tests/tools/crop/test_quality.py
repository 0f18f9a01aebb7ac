"""Quality: good photos pass, spoilt ones are sent back for the right reason."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageFilter

from tests.benchmarks import crop_quality as benchmark
from tests.tools.crop import drawn
from tools.crop.quality import assess
from tools.crop.types import Image as Pixels
from tools.crop.types import Problem, Quality
from tools.crop.words import HOW_TO_FIX, SEVERITY

LEAF = drawn.leaf(640, 480)


def quality(pixels: Pixels) -> Quality:
    return assess(drawn.photo(pixels), None)


@pytest.mark.parametrize("side", [160, 480, 1024])
@pytest.mark.parametrize("ground", [drawn.TABLE, (255, 255, 255), (0, 0, 0)])
def test_a_good_photo_has_no_problem(side: int, ground: tuple[int, int, int]) -> None:
    pixels = drawn.leaf(side, side, ground=ground)
    assert assess(drawn.photo(pixels), drawn.leaf_mask(side, side)).problems == ()


def test_a_smooth_leaf_that_fills_the_frame_is_not_blurred() -> None:
    y, x = np.mgrid[0:1:480j, 0:1:640j]
    light = 90 + 50 * x + 20 * y
    veins = 6 * np.sin(x * 160 + 4 * y)
    grain = np.random.default_rng(3).normal(0, 4, light.shape)
    green = np.stack([0.6 * light, light + veins, 0.4 * light], axis=-1) + grain[..., None]
    assert quality(np.clip(green, 0, 255).astype(np.uint8)).problems == ()


@pytest.mark.parametrize("share", [0.04, 0.06, 0.1])
@pytest.mark.parametrize("contrast", [0.4, 1.0])
def test_a_blurred_photo(share: float, contrast: float) -> None:
    flat = (128 + contrast * (LEAF.astype(float) - 128)).astype(np.uint8)
    assert quality(flat).problems == ()
    soft = Image.fromarray(flat).filter(ImageFilter.GaussianBlur(share * 480))
    assert quality(np.asarray(soft)).problems == ("blurred",)


def test_dark_and_over_exposed() -> None:
    assert quality((LEAF * 0.12).astype(np.uint8)).problems == ("dark",)
    assert quality(np.clip(LEAF * 3.5, 0, 255).astype(np.uint8)).problems == ("over_exposed",)
    assert quality(np.full((300, 300, 3), 255, dtype=np.uint8)).problems[0] == "over_exposed"
    assert quality(np.zeros((300, 300, 3), dtype=np.uint8)).problems == ("dark",)


@pytest.mark.parametrize(
    ("width", "height", "small"), [(160, 160, False), (320, 80, False), (96, 96, True), (400, 30, True)]
)
def test_too_small_is_told_by_the_size_of_the_file(width: int, height: int, small: bool) -> None:
    assert ("too_small" in quality(drawn.leaf(width, height, share=0.9)).problems) == small


def test_a_leaf_far_away() -> None:
    far = drawn.leaf(640, 480, share=0.1)
    found = assess(drawn.photo(far), drawn.leaf_mask(640, 480, share=0.1))
    assert found.problems == ("leaf_too_small",)
    assert found.leaf == pytest.approx(drawn.leaf_mask(640, 480, share=0.1).mean())


def test_a_long_thin_leaf_is_not_too_small() -> None:
    mask = np.zeros((480, 640), dtype=bool)
    mask[230:245] = True
    assert assess(drawn.photo(LEAF), mask).problems == ()


def test_no_leaf_is_no_problem_of_the_photo() -> None:
    nothing = np.zeros((480, 640), dtype=bool)
    assert assess(drawn.photo(LEAF), nothing).leaf is None
    assert assess(drawn.photo(LEAF), None).leaf is None


def test_the_figures_are_shares() -> None:
    for pixels in (LEAF, drawn.field()):
        found = quality(pixels)
        assert 0 <= found.brightness <= 1
        assert 0 <= found.dark <= 1
        assert 0 <= found.glare <= 1
        assert found.sharpness > 0


def test_every_problem_and_grade_has_words_in_both_languages() -> None:
    problems: tuple[Problem, ...] = ("too_small", "blurred", "dark", "over_exposed", "leaf_too_small")
    assert set(HOW_TO_FIX) == set(problems)
    assert set(SEVERITY) == {"none", "mild", "moderate", "severe"}
    for words in (*HOW_TO_FIX.values(), *SEVERITY.values()):
        assert set(words) == {"en", "hi"}
        assert any("\u0900" <= letter <= "\u097f" for letter in words["hi"])
    assert all(words["en"].endswith(".") and words["hi"].endswith("।") for words in HOW_TO_FIX.values())


def test_real_photos_are_seldom_sent_back() -> None:
    samples = benchmark.load(every=80)
    sent_back = [bool(benchmark.quality_of(sample.pixels).problems) for sample in samples]
    assert np.mean(sent_back) <= 0.05
