"""Fictional FIRs say what their truth says, in the layouts that they claim."""

from __future__ import annotations

import importlib.util
import unicodedata
from datetime import date
from functools import cache
from random import Random

import pypdfium2
import pytest

from tests.benchmarks.legal_scoring import folded
from tests.fiction import glyphs, stories
from tests.fiction.fir import LAYOUTS, Layout, fir
from tests.fiction.reports import report
from tests.fiction.types import Section, Specimen
from tests.shared import shared
from tools.legal.dates import dates_in, times_in
from tools.legal.keys import FIR, KEYS

ONE_EACH = cache(lambda layout: fir(21, layout))


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_page_says_that_it_is_fiction(layout: Layout) -> None:
    document = pypdfium2.PdfDocument(ONE_EACH(layout).data)
    assert all("FICTIONAL SAMPLE" in page.get_textpage().get_text_range() for page in document)
    document.close()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_truth_has_known_keys_alone(layout: Layout) -> None:
    truth = ONE_EACH(layout).truth
    assert {*truth.facts, *truth.tolerated} <= {key.key for key in FIR}
    assert not {*truth.facts} & {*truth.tolerated}
    assert truth.sections


@pytest.mark.parametrize("layout", [layout for layout in LAYOUTS if layout != "broken"])
def test_every_value_of_the_truth_is_printed(layout: Layout) -> None:
    specimen = ONE_EACH(layout)
    text = text_of(specimen.data)
    flat, days, hours = folded(text), {day.value for day in dates_in(text)}, {hour.value for hour in times_in(text)}
    for key, value in specimen.truth.facts.items():
        shape = KEYS[key].shape
        for one in value if isinstance(value, tuple) else (value,):
            if shape == "date":
                assert one in days, key
            elif shape == "time":
                assert one in hours, key
            elif shape == "money":
                assert one in flat.replace(" ", ""), key
            elif key != "story":
                assert folded(one).replace(" ", "") in flat.replace(" ", ""), key


def test_the_same_seed_gives_the_same_bytes_and_another_seed_another_document() -> None:
    again = fir(21, "typed")
    assert again == ONE_EACH("typed")
    assert fir(22, "typed").truth != again.truth


def test_values_come_before_labels_in_a_police_print() -> None:
    specimen = ONE_EACH("cctns")
    document = pypdfium2.PdfDocument(specimen.data)
    first = document[0].get_textpage().get_text_range()
    document.close()
    assert first.index(str(specimen.truth.facts["fir_number"])) < first.index("FIR No.")


def test_offences_since_july_2024_are_charged_under_the_new_law() -> None:
    before, after = (report(Random(3), "en", offence="theft", on=date(2024, *day)) for day in ((6, 30), (7, 1)))
    assert before.sections == {Section("IPC", "379")}
    assert after.sections == {Section("BNS", "303(2)")}
    assert (before.new_law, after.new_law) == (False, True)
    assert "173 B.N.S.S" in text_of(ONE_EACH("bnss").data)
    assert "154 Cr.P.C." in text_of(ONE_EACH("broken").data)


def test_fields_left_empty_are_not_in_the_truth() -> None:
    full = report(Random(1), "hi", offence="theft", blank=0.0)
    empty = report(Random(1), "hi", offence="theft", blank=1.0)
    assert set(empty.normal) < set(full.normal) | {"accused_more_than", "outside_police_station", "outside_district"}
    assert all(key in empty.normal for key in ("fir_number", "fir_date", "district", "police_station", "story"))


@pytest.mark.parametrize("offence", stories.OFFENCES, ids=lambda offence: offence.key)
def test_stories_have_no_gap_left(offence: stories.Offence) -> None:
    for language in ("hi", "en"):
        told = report(Random(5), language, offence=offence.key).say("story")
        assert "{" not in told
        assert len(told) > 200


def test_the_broken_layer_is_glyph_numbers_with_the_short_i_first() -> None:
    assert glyphs.encode("जिला") == f"{glyphs.SHORT_I}जला"
    assert glyphs.encode("प्रथम") == "\u1ba7थम"
    assert glyphs.encode("वर्ष") == f"वष{glyphs.REPH}"
    broken = text_of(ONE_EACH("broken").data)
    assert sum("\u1b00" <= sign <= "\u1cff" for sign in broken) > 300
    assert "प्रथम" not in broken


def test_the_broken_layer_is_what_a_decoder_of_real_prints_reads() -> None:
    path = shared("data/legal/cctns_decode.py")
    spec = importlib.util.spec_from_file_location("cctns_decode", path)
    assert spec
    assert spec.loader
    decoder = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(decoder)
    for offence in stories.OFFENCES:
        told = unicodedata.normalize("NFC", stories.story(offence).hi)
        assert unicodedata.normalize("NFC", decoder.decode(glyphs.encode(told))) == told


def test_a_specimen_in_another_file_keeps_its_truth() -> None:
    one: Specimen = ONE_EACH("typed")
    other = one.as_file("x.pdf", b"", "scan")
    assert other.truth is one.truth
    assert (other.name, other.data, other.layout) == ("x.pdf", b"", "scan")
