"""What training is fed: packs, drawings, augmented photos, mixed batches, and the square of serving."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from models.leaf.augment import Augment, decode, leaf_mask
from models.leaf.drawings import SIDE, draw
from models.leaf.feed import Pictures, mix, weights_of
from models.leaf.pack import classes_of, read_pack
from models.leaf.plan import Plan
from models.leaf.preprocess import scale, shrink, square
from models.leaf.types import NOT_A_LEAF
from tests.models.leaf.conftest import COLOURS, jpeg
from tools.errors import Unreadable


def test_a_pack_is_read_in_the_order_of_its_manifest(pack: Path) -> None:
    photos = read_pack(pack)
    assert len(photos) == 6 * 11
    assert photos[0].file == "maize__healthy/0.jpg"
    assert (photos[0].crop, photos[0].setting, photos[0].split) == ("maize", "lab", "train")
    assert [photo.crop for photo in photos if photo.label == NOT_A_LEAF] == [""] * 11
    assert classes_of(photos) == sorted(COLOURS)


def test_a_pack_that_is_no_tar_or_has_no_manifest_says_so(pack: Path, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"missing\.csv\.gz"):
        read_pack(pack, tmp_path / "missing.csv.gz")
    (tmp_path / "tiny.tar").write_bytes(b"no tar")
    with pytest.raises(Unreadable, match=r"tiny\.tar"):
        read_pack(tmp_path / "tiny.tar")


def test_drawings_are_the_same_for_the_same_chance() -> None:
    for seed in range(12):
        one, other = draw(random.Random(seed)), draw(random.Random(seed))
        assert one.size == (SIDE, SIDE)
        assert one.tobytes() == other.tobytes()
    assert draw(random.Random(1)).tobytes() != draw(random.Random(2)).tobytes()


def test_augmented_photos_have_one_size_and_follow_chance(pack: Path) -> None:
    photos = read_pack(pack)
    augment = Augment(48, [photo for photo in photos if photo.setting == "field"], paste=1.0)
    for photo in photos[::7]:
        seen = []
        for _ in range(2):
            torch.manual_seed(3)
            seen.append(augment(photo, random.Random(3)))
        assert seen[0].shape == (3, 48, 48)
        assert seen[0].dtype == torch.uint8
        assert torch.equal(*seen)


def test_a_leaf_on_a_plain_table_is_cut_out() -> None:
    picture = torch.full((3, 80, 80), 150, dtype=torch.uint8)
    picture[:, 20:60, 20:60] = torch.tensor([30, 140, 40], dtype=torch.uint8)[:, None, None]
    mask = leaf_mask(picture)[0]
    assert mask[25:55, 25:55].min() == 1
    assert mask[:15].max() == 0


def test_rare_classes_and_field_photos_are_drawn_more_often(pack: Path) -> None:
    photos = read_pack(pack)
    by_setting = {p.setting: w for p, w in zip(photos, weights_of(photos, 0), strict=True)}
    assert by_setting["field"] == pytest.approx(2 * by_setting["lab"])
    fewer = [photo for photo in photos if photo.label != "rice__blast" or photo.file.endswith("0.jpg")]
    rare = max(w for p, w in zip(fewer, weights_of(fewer, 0), strict=True) if p.label == "rice__blast")
    assert rare > by_setting["lab"]


def test_pictures_end_with_drawings_of_no_leaf(pack: Path) -> None:
    photos = read_pack(pack)
    pictures = Pictures(photos, classes_of(photos), Plan(small=32, drawings=4), epoch=0)
    picture, label = pictures[len(pictures) - 1]
    assert len(pictures) == len(photos) + 4
    assert picture.shape == (3, 32, 32)
    assert classes_of(photos)[label] == NOT_A_LEAF


@given(st.integers(0, 10_000))
@settings(max_examples=30, deadline=None)
def test_mixing_keeps_the_sum_of_targets(seed: int) -> None:
    x = torch.rand(4, 3, 16, 16)
    target = torch.eye(4)
    mixed, shares = mix(x, target, random.Random(seed))
    assert mixed.shape == x.shape
    assert torch.allclose(shares.sum(1), torch.ones(4))
    assert shares.min() >= 0
    assert mixed.min() >= 0
    assert mixed.max() <= 1


def test_the_square_shows_the_whole_photo() -> None:
    photo = np.zeros((40, 100, 3), np.uint8)
    photo[:, :50] = 200
    photo.setflags(write=False)
    picture = square(photo, 32)
    assert picture.shape == (3, 32, 32)
    assert (picture[:, :, :14] == 200).all()
    assert (picture[:, :, 18:] == 0).all()
    assert torch.equal(picture, square(photo.copy(), 32))


def test_the_square_is_what_training_validated_with() -> None:
    from torchvision.transforms import v2

    picture = decode(jpeg((10, 180, 60), 1, side=90))
    ours = shrink(picture, 32)
    assert torch.equal(ours, v2.functional.resize(picture, [32, 32], antialias=True))
    assert torch.equal(ours, square(picture.permute(1, 2, 0).numpy(), 32))


def test_scaled_values_lie_between_minus_one_and_one() -> None:
    ends = torch.tensor([0, 255], dtype=torch.uint8).reshape(1, 1, 1, 2).expand(1, 3, 1, 2)
    assert scale(ends)[0, 0, 0].tolist() == [-1.0, 1.0]


def test_learning_rate_warms_up_and_falls() -> None:
    plan = replace(Plan(), epochs=10)
    shares = [plan.share_of_rate(done / 100) for done in range(101)]
    assert shares[0] == 0
    assert max(shares) == pytest.approx(1)
    assert shares[100] == pytest.approx(0.01)
    assert [plan.pixels(epoch) for epoch in (0, 4, 5, 9)] == [128, 128, 160, 160]
