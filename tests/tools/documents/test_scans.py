"""Scans of Hindi and English papers: laid down askew, turned, photographed in the shade; numbers read twice."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from tests.tools.documents import samples
from tools.documents import Limits, fonts, numbers, ocr, read_document, tesseract
from tools.documents.look import look_at
from tools.documents.prepare import prepared
from tools.documents.types import Page, Word
from tools.errors import Unreadable

HINDI = (
    "दिनांक 12/03/2024 को समय करीब 11:15 बजे",
    "मेरे मकान का ताला तोड़कर अज्ञात व्यक्ति",
    "मुकदमा अपराध संख्या 0117/2024 में दर्ज",
)
LEGAL = Limits(ocr_language="Devanagari+eng", check_numbers=True)
with_both = pytest.mark.skipif(
    not tesseract.available() or "Devanagari" not in tesseract.languages("Devanagari"),
    reason="Tesseract lacks Devanagari",
)


def sheet(lines: tuple[str, ...] = HINDI, repeat: int = 3) -> Image.Image:
    """A third of a page at 200 dots an inch."""
    picture = Image.new("L", (1654, 1100), 255)
    draw = ImageDraw.Draw(picture)
    for at, line in enumerate(lines * repeat):
        x = 150.0
        for word in line.split():
            font = fonts.font(fonts.script_of(word), 40)
            draw.text((x, 140 + 80 * at), word, fill=20, font=font, anchor="ls")
            x += font.getlength(word) + 12
    return picture


def read(picture: Image.Image, limits: Limits = LEGAL) -> Page:
    return read_document("fir.png", samples.image_bytes(picture, dpi=(200, 200)), limits=limits).pages[0]


def shaded(picture: Image.Image) -> Image.Image:
    grey = np.asarray(picture.filter(ImageFilter.GaussianBlur(0.8)), np.float32)
    across = np.linspace(0, 1, grey.shape[1])[None, :]
    return Image.fromarray((grey * (0.9 - 0.55 * across)).astype(np.uint8))


@pytest.mark.parametrize("angle", [-6.0, -2.5, 0.0, 1.5, 5.0])
def test_the_slope_of_lines_is_seen(angle: float) -> None:
    turned = sheet().rotate(-angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    assert look_at(turned).skew == pytest.approx(angle, abs=0.35)


def test_script_side_and_light_are_seen() -> None:
    hindi, english = look_at(sheet()), look_at(sheet(samples.SENTENCES))
    assert hindi.headline > 5 * ocr.LEAST_HEADLINE
    assert english.headline < ocr.LEAST_HEADLINE / 2
    assert look_at(sheet().rotate(90, expand=True)).sideways
    assert not hindi.sideways
    assert look_at(shaded(sheet())).uneven
    assert not hindi.uneven


def test_blank_and_black_pictures_are_looked_at_without_harm() -> None:
    for level in (0, 255):
        assert look_at(Image.new("L", (900, 700), level)).letter_height == 0
    assert look_at(Image.new("L", (3, 2), 255)).skew == 0


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("skew", [0.0, 4.0])
def test_boxes_come_back_to_the_page_as_it_lies(turned: int, skew: float) -> None:
    upright = Image.new("L", (1000, 700), 255)
    ImageDraw.Draw(upright).rectangle((200, 300, 260, 320), fill=0)
    lying = upright.rotate(-skew, Image.Resampling.BICUBIC, fillcolor=255).rotate(turned, expand=True)
    look = replace(look_at(upright), skew=skew, letter_height=40.0)
    ready = prepared(lying, look, turned)
    dark = np.argwhere(np.asarray(ready.picture) < 100)
    (top, left), (bottom, right) = dark.min(axis=0), dark.max(axis=0)
    assert ready.scale < 1
    box = ready.back((left, top, right, bottom))
    ink = np.argwhere(np.asarray(lying) < 100)
    (top, left), (bottom, right) = ink.min(axis=0), ink.max(axis=0)
    assert box == pytest.approx((left, top, right, bottom), abs=7)


@with_both
@pytest.mark.ocr
@pytest.mark.parametrize("spoiled", ["askew", "shaded", "on its side", "upside down"])
def test_hindi_scans_are_read_however_they_lie(spoiled: str) -> None:
    picture = {
        "askew": lambda: sheet().rotate(5, Image.Resampling.BICUBIC, expand=True, fillcolor=255),
        "shaded": lambda: shaded(sheet()),
        "on its side": lambda: sheet().rotate(90, expand=True),
        "upside down": lambda: sheet().rotate(180),
    }[spoiled]()
    page = read(picture)
    assert page.source == "ocr"
    assert "12/03/2024" in page.text
    assert "ताला तोड़कर अज्ञात" in page.text
    scale = page.width / picture.width
    left, top, right, bottom = (round(value / scale) for value in page.locate("0117/2024")[0])
    ink = np.asarray(picture)[max(0, top) : bottom, max(0, left) : right]
    assert ink.size
    assert ink.min() < 100
    assert (abs(page.skew) > 4) == (spoiled == "askew")


@with_both
@pytest.mark.ocr
def test_scribble_is_never_read_as_words() -> None:
    random = np.random.default_rng(3)
    picture = Image.new("L", (1654, 1100), 250)
    draw = ImageDraw.Draw(picture)
    for row in range(9):
        steps = np.arange(0, 1300, 4)
        x = 150 + steps + 14 * np.sin(steps / random.uniform(5, 9))
        y = 140 + 100 * row + 22 * np.sin(steps / random.uniform(6, 11)) * random.uniform(0.4, 1, len(steps))
        draw.line([*zip(x.tolist(), y.tolist(), strict=True)], fill=40, width=4)
    picture_page = samples.sheet()
    picture_page.text(50, 100, "Annexure: statement written by hand")
    picture_page.add_page()
    picture_page.image(picture, 0, 0, 595, 842)
    document = read_document("s.pdf", bytes(picture_page.output()), limits=LEGAL)
    assert document.pages[1].source == "picture"
    assert document.pages[1].words == ()
    assert "written by hand" in document.notes[0]


def word(text: str, left: float = 0.0, confidence: float = 90.0) -> Word:
    return Word(text, (left, 10.0, left + 20.0 * len(text), 40.0), 0, "", 30.0, None, confidence)


def second_reading(answers: list[str | None], confidence: float = 95.0) -> Any:
    """A model that answers for each row of the montage in turn."""

    def model(montage: Any) -> list[Word]:
        pitch = (montage.height - 2 * numbers.MARGIN) / len(answers)
        return [
            Word(text, (20, 20 + pitch * at + 5, 90, 20 + pitch * at + 30), at, "", 30.0, None, confidence)
            for at, text in enumerate(answers)
            if text is not None
        ]

    return model


def compared(first: str, second: str | None, sure: float = 90.0) -> Word:
    picture = Image.new("L", (600, 60), 255)
    ImageDraw.Draw(picture).rectangle((2, 14, 20 * len(first) - 4, 36), fill=0)
    (found,) = numbers.checked([word(first, confidence=sure)], picture, second_reading([second]))
    return found


def test_numbers_that_are_read_alike_are_certain() -> None:
    assert not compared("12/03/2024", "12/03/2024").uncertain
    assert not compared("12/03/2024", None).uncertain
    assert not compared("12/03/2024", "abc").uncertain
    assert not compared("114,700", "14,700").uncertain  # the cut lost a digit


def test_of_two_readings_the_plausible_one_is_kept_and_marked() -> None:
    assert compared("।2/03/2024", "12/03/2024") == replace(
        word("12/03/2024"), box=word("।2/03/2024").box, uncertain=True
    )
    assert compared("42/13/2024", "12/03/2024").text == "12/03/2024"
    assert compared("12/03/2024", "42/13/2024").text == "12/03/2024"
    assert compared("379", "319", sure=97.0).text == "379"
    assert compared("379", "319", sure=60.0).text == "319"
    assert compared("379", "3190007123").text == "379"
    assert all(compared("379", other).uncertain for other in ("319", "3190007123"))


def test_words_and_devanagari_digits_are_not_read_twice() -> None:
    words = [word("धारा"), word("१२३"), word("मु0अ0सं0"), word("and")]
    assert numbers.checked(words, Image.new("L", (600, 60), 255), second_reading(["9"])) == tuple(words)
    sure = [word("12")]
    assert numbers.checked(sure, Image.new("L", (600, 60), 255), second_reading(["13"]), below=80) == tuple(sure)


def test_the_cut_goes_on_to_the_next_gap() -> None:
    picture = Image.new("L", (900, 120), 255)
    draw = ImageDraw.Draw(picture)
    draw.text((200, 80), "0000058058", fill=0, font=fonts.font("latin", 48), anchor="ls")
    draw.text((60, 80), "IPC", fill=0, font=fonts.font("latin", 48), anchor="ls")
    seen: list[int] = []

    def model(montage: Any) -> list[Word]:
        seen.append(montage.width)
        return []

    whole = Word("0000058058", (200.0, 40.0, 480.0, 84.0), 0, confidence=80.0)
    torn = replace(whole, box=(228.0, 40.0, 420.0, 84.0))
    for one in (whole, torn):
        numbers.checked([one], picture, model)
    assert abs(seen[0] - seen[1]) < 12


def test_models_are_chosen_by_the_script_of_the_page() -> None:
    hindi, english = look_at(sheet()), look_at(sheet(samples.SENTENCES))
    assert ocr._for_script("Devanagari+eng", hindi) == "Devanagari+eng"
    assert ocr._for_script("Devanagari+eng", english) == "eng+Devanagari"
    assert ocr._for_script("eng+Devanagari", hindi) == "eng+Devanagari"
    assert ocr._for_script("Devanagari", english) == "Devanagari"


@pytest.mark.skipif(not tesseract.available(), reason="Tesseract is not installed")
def test_a_tesseract_that_says_nothing_leaves_the_page_a_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(command: list[str], **limits: Any) -> Any:
        assert limits["timeout"] > 0
        raise subprocess.TimeoutExpired(command, limits["timeout"])

    monkeypatch.setattr(tesseract.subprocess, "run", hang)  # type: ignore[attr-defined]
    for known in (True, False):  # the reading hangs, or already the question which languages there are
        if not known:
            tesseract._installed.cache_clear()
        with pytest.raises(Unreadable, match="took too long"):
            read_document("scan.png", samples.image_bytes(samples.picture_of()))
