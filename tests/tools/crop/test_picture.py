"""Pictures: heat maps, outlines, thumbnails and PNG files."""

from __future__ import annotations

import numpy as np
import pytest

from tests.tools.crop import drawn
from tools.crop import picture
from tools.crop.severity import measure

LEAF = drawn.leaf(320, 240)


def test_low_evidence_leaves_the_photo_alone() -> None:
    assert (picture.overlay(LEAF, np.full((240, 320), 0.1, dtype=np.float32)) == LEAF).all()
    assert (picture.overlay(LEAF, np.ones((240, 320), dtype=np.float32), 0.0) == LEAF).all()


def test_strong_evidence_is_shown_at_the_opacity_asked_for() -> None:
    heat = np.ones((240, 320), dtype=np.float32)
    assert (picture.overlay(LEAF, heat, 1.0) == picture.CIVIDIS[-1]).all()
    half = picture.overlay(LEAF, heat, 0.5).astype(float)
    assert np.abs(half - (LEAF + np.array(picture.CIVIDIS[-1], dtype=float)) / 2).max() <= 1


def test_a_coarse_map_is_stretched_over_the_photo() -> None:
    heat = np.zeros((6, 8), dtype=np.float32)
    heat[0, 0] = 1.0
    shown = picture.overlay(LEAF, heat, 1.0)
    assert (shown[5, 5] != LEAF[5, 5]).any()
    assert (shown[200:, 200:] == LEAF[200:, 200:]).all()


def test_a_broken_map_is_no_evidence() -> None:
    assert (picture.overlay(LEAF, np.full((6, 8), np.nan, dtype=np.float32)) == LEAF).all()


def test_the_colour_map_gets_evenly_lighter() -> None:
    lightness = (picture._colours() @ [0.2126, 0.7152, 0.0722]).ravel()
    steps = np.diff(lightness)
    assert steps.min() > 0
    assert steps.max() < 4 * steps.mean()


def test_outlines_lie_on_the_edges_of_the_masks() -> None:
    spotted, _ = drawn.spotted(LEAF, drawn.leaf_mask(320, 240), 0.2)
    severity = measure(spotted)
    shown = picture.draw_outlines(spotted, severity)
    assert shown.shape == spotted.shape
    for mask, colour in ((severity.leaf, picture.LEAF_COLOUR), (severity.lesions, picture.LESION_COLOUR)):
        line = (shown == colour).all(axis=2)
        assert line.any()
        assert not (line & ~mask).any()
    assert (shown[~severity.leaf] == spotted[~severity.leaf]).all()
    assert (spotted == drawn.spotted(LEAF, drawn.leaf_mask(320, 240), 0.2)[0]).all()  # the photo itself is untouched


def test_a_photo_without_a_leaf_has_no_outline() -> None:
    plain = np.full((60, 80, 3), 200, dtype=np.uint8)
    assert (picture.draw_outlines(plain, measure(plain)) == plain).all()


@pytest.mark.parametrize(("side", "shape"), [(80, (60, 80, 3)), (4000, (240, 320, 3))])
def test_thumbnails_are_never_larger_than_the_photo(side: int, shape: tuple[int, ...]) -> None:
    assert picture.thumbnail(LEAF, side).shape == shape
