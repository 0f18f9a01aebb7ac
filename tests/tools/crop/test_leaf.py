"""Leaf against background: right on plain grounds, honest where it cannot be told."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from tests.tools.crop import drawn
from tools.crop.lab import at_side, to_lab
from tools.crop.leaf import COLOURLESS, CROWDED, find_leaf
from tools.crop.types import Mask


def overlap(one: Mask, other: Mask) -> float:
    return float((one & other).sum() / (one | other).sum())


@pytest.mark.parametrize("ground", [drawn.TABLE, (250, 250, 250), (4, 4, 4), (120, 100, 80), (180, 190, 215)])
@pytest.mark.parametrize("colour", [drawn.GREEN, (150, 150, 50), (45, 70, 40)])
def test_a_leaf_on_a_plain_ground(ground: tuple[int, int, int], colour: tuple[int, int, int]) -> None:
    leaf = find_leaf(drawn.leaf(ground=ground, colour=colour))
    assert leaf.reliable
    assert leaf.note == ""
    assert leaf.alone
    assert overlap(leaf.mask, drawn.leaf_mask(480, 480)) > 0.93


def test_the_mask_has_the_shape_of_the_photo_and_ignores_its_size() -> None:
    large, small = find_leaf(drawn.leaf(1024, 768)), find_leaf(drawn.leaf(200, 150))
    assert large.mask.shape == (768, 1024)
    assert small.mask.shape == (150, 200)
    assert large.share == pytest.approx(small.share, rel=0.08)


def test_a_shadow_is_ground() -> None:
    picture = Image.fromarray(drawn.leaf(ground=(150, 146, 152)))
    mask = drawn.leaf_mask(480, 480)
    shadow = np.roll(mask, (12, 25), axis=(0, 1)) & ~mask
    soft = np.asarray(Image.fromarray(shadow).convert("L").filter(ImageFilter.GaussianBlur(3))) / 255
    shaded = np.asarray(picture) * (1 - 0.55 * soft[..., None])
    shaded[mask] = np.asarray(picture)[mask]
    assert overlap(find_leaf(shaded.astype(np.uint8)).mask, mask) > 0.9


@pytest.mark.parametrize("colour", [(235, 235, 230), (150, 145, 150), (35, 30, 26)])
def test_a_lesion_within_the_leaf_is_leaf_whatever_its_colour(colour: tuple[int, int, int]) -> None:
    picture = Image.fromarray(drawn.leaf())
    ImageDraw.Draw(picture).ellipse([220, 200, 250, 240], fill=colour)
    assert find_leaf(np.asarray(picture)).mask[205:235, 228:242].all()


def test_a_leaf_that_fills_the_frame_is_all_leaf() -> None:
    random = np.random.default_rng(2)
    close = np.clip(np.array(drawn.GREEN) + random.normal(0, 6, (300, 400, 1)), 0, 255).astype(np.uint8)
    leaf = find_leaf(close)
    assert leaf.reliable
    assert leaf.share > 0.98


def test_leaves_over_leaves_are_said_to_be_so() -> None:
    leaf = find_leaf(drawn.field())
    assert not leaf.reliable
    assert leaf.note == CROWDED


@pytest.mark.parametrize("level", [0, 128, 255])
def test_nothing_is_found_in_an_empty_frame(level: int) -> None:
    leaf = find_leaf(np.full((200, 300, 3), level, dtype=np.uint8))
    assert not leaf.reliable
    assert not leaf.mask.any()


def test_a_grey_photo_has_no_colours_to_tell_by() -> None:
    grey = np.asarray(Image.fromarray(drawn.leaf()).convert("L").convert("RGB"))
    assert find_leaf(grey).note == COLOURLESS


def test_noise_of_any_shape_is_survived() -> None:
    random = np.random.default_rng(4)
    for shape in ((1, 1, 3), (2, 20, 3), (300, 30, 3), (64, 64, 3)):
        leaf = find_leaf(random.integers(0, 256, shape, dtype=np.uint8))
        assert leaf.mask.shape == shape[:2]


def test_lab_is_that_of_the_standard() -> None:
    pixels = np.array([[[255, 255, 255], [0, 0, 0], [255, 0, 0], [0, 128, 0]]], dtype=np.uint8)
    expected = [[100, 0, 0], [0, 0, 0], [53.24, 80.09, 67.20], [46.23, -51.70, 49.90]]
    assert np.allclose(to_lab(pixels)[0], expected, atol=0.05)


def test_every_photo_comes_to_the_same_side() -> None:
    for shape in ((100, 60, 3), (768, 1024, 3)):
        assert max(at_side(np.zeros(shape, dtype=np.uint8)).shape) == 256
