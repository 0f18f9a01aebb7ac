"""Severity: the painted area comes out, and what is no lesion does not count."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFilter

from tests.tools.crop import drawn
from tools.crop.severity import NO_GREEN, grade_of, measure

MASK = drawn.leaf_mask(480, 480)
LESIONS = [(110, 70, 35), (40, 33, 28), (205, 190, 60), (165, 85, 30), (190, 180, 155)]


@pytest.mark.parametrize("colour", LESIONS)
@pytest.mark.parametrize("share", [0.03, 0.15, 0.4])
def test_painted_lesions_are_measured(colour: tuple[int, int, int], share: float) -> None:
    picture, true = drawn.spotted(drawn.leaf(), MASK, share, colour)
    severity = measure(picture)
    assert severity.reliable or share > 0.35  # a leaf that is black by half may be called in doubt
    assert severity.percent == pytest.approx(true, abs=max(3.0, 0.15 * true))
    assert severity.lesions.shape == severity.leaf.shape == (480, 480)
    assert not (severity.lesions & ~severity.leaf).any()


@pytest.mark.parametrize("ground", [drawn.TABLE, (248, 248, 248), (5, 5, 5)])
@pytest.mark.parametrize("colour", [drawn.GREEN, (110, 150, 50), (40, 75, 45)])
def test_a_healthy_leaf_has_none(ground: tuple[int, int, int], colour: tuple[int, int, int]) -> None:
    severity = measure(drawn.leaf(ground=ground, colour=colour))
    assert severity.percent < 1.5
    assert severity.grade == "none"


def test_highlights_shadows_and_a_pale_midrib_do_not_count() -> None:
    picture = Image.fromarray(drawn.leaf())
    pen = ImageDraw.Draw(picture)
    pen.line([(240, 80), (240, 400)], fill=(205, 215, 185), width=6)
    pen.ellipse([200, 180, 222, 260], fill=(250, 252, 253))
    softened = np.asarray(picture.filter(ImageFilter.GaussianBlur(1.5))).astype(float)
    softened[:, 262:] *= 0.45  # half of everything in shadow
    assert measure(softened.astype(np.uint8)).percent < 3.0


def test_soil_around_the_leaf_does_not_count() -> None:
    assert measure(drawn.leaf(ground=(110, 88, 66))).percent < 2.0


def test_a_leaf_without_green_is_not_called_a_fact() -> None:
    severity = measure(drawn.leaf(colour=(150, 100, 45)))
    assert severity.percent > 80
    assert not severity.reliable
    assert severity.note


def test_a_dead_leaf_on_paper_says_why() -> None:
    severity = measure(drawn.leaf(colour=(190, 150, 40), ground=(250, 250, 250)))
    assert severity.note == NO_GREEN


def test_a_crowd_of_leaves_and_an_empty_frame_are_unreliable() -> None:
    assert not measure(drawn.field()).reliable
    empty = measure(np.full((120, 160, 3), 200, dtype=np.uint8))
    assert not empty.reliable
    assert empty.percent == 0.0


@pytest.mark.parametrize(
    ("percent", "grade"),
    [
        (0.0, "none"),
        (1.9, "none"),
        (2.0, "mild"),
        (9.9, "mild"),
        (10.0, "moderate"),
        (35.0, "moderate"),
        (35.1, "severe"),
    ],
)
def test_grades(percent: float, grade: str) -> None:
    assert grade_of(percent) == grade


@settings(deadline=None, max_examples=8)
@given(
    share=st.floats(0.02, 0.5, allow_subnormal=False),
    colour=st.sampled_from(LESIONS),
    ground=st.sampled_from([drawn.TABLE, (245, 245, 245), (8, 8, 8)]),
    seed=st.integers(0, 1000),
)
def test_a_mirrored_photo_has_the_same_severity(
    share: float, colour: tuple[int, int, int], ground: tuple[int, int, int], seed: int
) -> None:
    picture, _ = drawn.spotted(drawn.leaf(256, 200, ground=ground), drawn.leaf_mask(256, 200), share, colour, seed=seed)
    here = measure(picture)
    for mirrored in (picture[:, ::-1], picture[::-1]):
        there = measure(np.ascontiguousarray(mirrored))
        assert there.percent == pytest.approx(here.percent, abs=1.0)
        assert there.reliable == here.reliable


@settings(deadline=None, max_examples=25)
@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 2**31))
def test_any_picture_has_a_severity_between_0_and_100(height: int, width: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    noise = random.integers(0, 256, (height, width, 3), dtype=np.uint8)
    severity = measure(noise)
    assert 0.0 <= severity.percent <= 100.0
    assert severity.leaf.shape == (height, width)
