"""Worn copies are pictures of the same pages."""

from __future__ import annotations

import io

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from tests.fiction.degrade import WEARS, Wear, photographed, scan, worn, worn_copy
from tests.fiction.fir import fir

SMALL = Wear(dpi=60)


def test_a_scan_has_the_pages_and_no_text() -> None:
    original = fir(2, "typed").data
    scanned = pypdfium2.PdfDocument(scan(original, SMALL))
    assert len(scanned) == len(pypdfium2.PdfDocument(original))
    assert not scanned[0].get_textpage().get_text_range().strip()
    assert scanned[0].get_size() == pytest.approx((595, 842), abs=1)
    scanned.close()


def test_wear_can_be_repeated_and_differs_by_seed() -> None:
    page = Image.new("L", (200, 280), 255)
    poor = WEARS["poor"]
    assert np.array_equal(np.asarray(worn(page, poor, 1)), np.asarray(worn(page, poor, 1)))
    assert not np.array_equal(np.asarray(worn(page, poor, 1)), np.asarray(worn(page, poor, 2)))


def test_a_fold_and_a_shadow_are_darker() -> None:
    pixels = np.asarray(worn(Image.new("L", (200, 280), 255), Wear(noise=0, shadow=40, fold=True), 1), dtype=float)
    assert pixels[139:141].mean() < pixels[100:110].mean() - 20
    assert pixels[:, :20].mean() > pixels[:, -20:].mean() + 20


def test_copies_keep_the_truth_under_another_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(WEARS, "office", SMALL)
    one = fir(2, "typed")
    copy = worn_copy(one, "office")
    picture = photographed(one)
    assert copy.truth is picture.truth is one.truth
    assert copy.name.endswith("_office.pdf")
    assert Image.open(io.BytesIO(picture.data)).format == "JPEG"
