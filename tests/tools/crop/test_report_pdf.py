"""The printed report read back: a page a diagnosed photo, short entries for the rest, Hindi that can be searched."""

from __future__ import annotations

from datetime import UTC, datetime

import pypdfium2
import pytest

from tests.tools.crop.fakes import again, all_kinds, diagnosis, no_leaf, undecided, unread
from tools.crop.advice import STANDING, advice, conditions
from tools.crop.phrases import say
from tools.crop.report_pdf import Booklet, to_pdf
from tools.crop.types import Diagnosis, Language
from tools.crop.verdict import verdict

MADE = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)


def pages(*answers: Diagnosis, language: Language = "en", drawn: frozenset[str] = frozenset()) -> list[str]:
    with pypdfium2.PdfDocument(to_pdf(answers, language, made=MADE, drawn=drawn)) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("language", ["en", "hi"])
def test_a_diagnosed_photo_has_its_page_with_everything(language: Language) -> None:
    (text,) = pages(diagnosis(), language=language)
    told = advice("tomato__early_blight", language)
    for part in (verdict(diagnosis(), language).headline, told.what, *told.now, *told.prevent, STANDING[language]):
        assert squeezed(part) in squeezed(text), part


def test_each_diagnosis_starts_a_page_and_the_rest_share_one() -> None:
    found = pages(diagnosis(), no_leaf(), again("dark.jpg"), unread(), diagnosis(file="second.jpg"))
    assert len(found) == 3
    assert all(name in found[1] for name in ("robot.jpg", "dark.jpg", "broken.jpg"))
    assert "second.jpg" in found[2]


def test_no_disease_is_named_without_a_diagnosis() -> None:
    text = " ".join(pages(no_leaf(), again(), undecided("unsupported_crop"), unread())).casefold()
    assert not any(advice(each.class_id, "en").name.casefold() in text for each in conditions() if each.agent)


def test_unsure_lists_three_to_compare() -> None:
    (text,) = pages(undecided())
    assert say("compare", "en") in text
    assert text.count("%)") == 3


def test_many_short_entries_turn_pages() -> None:
    found = pages(*(no_leaf(f"{number}.jpg") for number in range(12)))
    assert 2 <= len(found) <= 4
    assert all(f"{number}.jpg" in " ".join(found) for number in range(12))


def test_drawings_are_marked() -> None:
    drawing, photo = pages(diagnosis(), diagnosis(file="photo.jpg"), drawn=frozenset({"leaf.jpg"}))
    assert say("drawn", "en") in drawing
    assert say("drawn", "en") not in photo


def test_odd_file_names_and_every_kind_of_answer_are_drawn() -> None:
    assert pages(*all_kinds(), diagnosis(file="पत्ती 🌿 <b>.jpg"), language="hi")


def test_empty_booklet_is_still_a_document() -> None:
    assert Booklet().output().startswith(b"%PDF")


@pytest.mark.parametrize("language", ["en", "hi"])
def test_nearly_every_condition_fits_its_page(language: Language) -> None:
    some = conditions()[::8]  # each takes a while
    assert len(pages(*(diagnosis(each.class_id) for each in some), language=language)) <= len(some) + 2
