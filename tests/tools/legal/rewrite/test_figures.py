"""Figures and names, however they are written."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.documents.numerals import _HINDI, numerals_in
from tools.legal.rewrite.figures import figures_in
from tools.legal.rewrite.names import names_in, skeleton, sounds_of


def test_every_number_to_a_hundred_is_known() -> None:
    assert len(_HINDI) == 100
    words = [words.split("/")[0] for words in _HINDI]
    assert [int(next(numerals_in(f"{word} दिन")).value) for word in words[2:]] == list(range(2, 100))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-five thousand two hundred and fifty rupees", "25250"),
        ("डेढ़ लाख", "150000"),
        ("साढ़े तीन साल", "3.5"),
        ("सवा लाख", "125000"),
        ("एक करोड़ पच्चीस लाख", "12500000"),
        ("एक लाख", "100000"),
        ("ninety days", "90"),
        ("two crore", "20000000"),
    ],
)
def test_numbers_in_words(text: str, value: str) -> None:
    assert [f"{each.value.normalize():f}" for each in numerals_in(text)] == [value]


@pytest.mark.parametrize("text", ["one man", "एक आदमी", "ज़मानत दे दो", "and the court", "hundred", "सौंपा"])
def test_what_is_no_number(text: str) -> None:
    assert list(numerals_in(text)) == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("12.03.2025", "date", "2025-03-12"),
        ("१२ मार्च २०२५", "date", "2025-03-12"),
        ("12 मार्च को", "month_day", "03-12"),
        ("March 12", "month_day", "03-12"),
        ("मार्च 2025", "month", "2025-03"),
        ("5:30 pm", "time", "17:30"),
        ("रात 11 बजे", "time", "23:00"),
        ("रात 2 बजे", "time", "02:00"),
        ("शाम 5:30 बजे", "time", "17:30"),
        ("सुबह 9 बजकर 15 मिनट", "time", "09:15"),
        ("11 बजे", "time", "11:00?"),
        ("Rs. 25,000/-", "number", "25000"),
        ("₹16.9 लाख", "number", "1690000"),
        ("50 thousand", "number", "50000"),
        ("u/s 379 IPC", "section", "IPC 379"),
        ("धारा 303(2) बीएनएस", "section", "BNS 303(2)"),
        ("Section 5", "section", " 5"),
        ("IPC 323", "section", "IPC 323"),
        ("SC/ST Act 3(1)(r)", "section", "SC/ST Act 3(1)(r)"),
    ],
)
def test_figures(text: str, kind: str, value: str) -> None:
    (found,) = figures_in(text)
    assert (found.kind, found.value) == (kind, value)


def test_numbers_listed_after_an_act_are_sections() -> None:
    found = figures_in("आईपीसी 323, 341 और 34; Rs. 500 fine")
    assert [(each.kind, each.value) for each in found] == [
        ("section", "IPC 323"), ("section", "IPC 341"), ("section", "IPC 34"), ("number", "500"),
    ]  # fmt: skip


def test_the_number_of_a_point_is_no_figure() -> None:
    assert figures_in("(1) do not leave the country; (2) come to court") == ()


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    figures = figures_in(text)
    assert all(first.end <= second.start for first, second in pairwise(figures))
    names_in(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1" * 20_000, ("1" * 20_000,)),
        ("धारा " * 4_000, ()),
        ("12 मार्च " * 2_000, ("12 मार्च",) * 2_000),
        ("A " * 9_000, ()),
        ("ने " * 9_000, ()),
    ],
    ids=["digits", "sections", "days", "letters", "particles"],
)
def test_a_hostile_text_holds_what_stands_in_it(text: str, shown: tuple[str, ...]) -> None:
    assert tuple(figure.shown for figure in figures_in(text)) == shown
    assert not names_in(text)


@pytest.mark.parametrize(
    ("latin", "hindi"),
    [
        ("Ramesh", "रमेश"), ("Krishna", "कृष्ण"), ("Lakshmi", "लक्ष्मी"), ("Laxmi", "लक्ष्मी"), ("Mumbai", "मुम्बई"),
        ("Mumbai", "मुंबई"), ("Gyan", "ज्ञान"), ("Kanhaiya", "कन्हैया"), ("Anil", "अनिल"), ("Singh", "सिंह"),
        ("Khan", "ख़ान"), ("Ghaziabad", "गाज़ियाबाद"), ("Catherine", "कैथरीन"), ("Cyril", "सिरिल"), ("Chhaya", "छाया"),
        ("Jaipur", "जयपुर"), ("Faizabad", "फ़ैज़ाबाद"), ("Aligarh", "अलीगढ़"),
    ],
)  # fmt: skip
def test_one_name_in_two_scripts(latin: str, hindi: str) -> None:
    assert sounds_of(latin) & sounds_of(hindi)


@pytest.mark.parametrize(("one", "other"), [("Ramesh", "राकेश"), ("Suresh", "नरेश"), ("Anil", "सुनील"), ("Gupta", "गुर्जर")])
def test_two_names(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_names_are_told_by_capitals_and_by_their_place() -> None:
    assert names_in("The court gave Ramesh Kalpit bail. Suresh told the police.") == ("Ramesh", "Kalpit", "Suresh")
    assert names_in("On Monday the High Court heard the State. However, bail was refused.") == ()
    assert set(names_in("सुरेश ने थाना कोतवाली में रिपोर्ट लिखाई।")) == {"सुरेश", "कोतवाली"}
    assert set(names_in("अदालत ने राजेश कुमार को ज़मानत दी।")) == {"राजेश", "कुमार"}
    assert set(names_in("बलविंदर मालवीय की शिकायत पर केस दर्ज हुआ।")) == {"बलविंदर", "मालवीय"}
    assert names_in("10 मार्च को गिरफ़्तार किया गया; 15 ग्राम सोना मिला।") == ()
    assert names_in("पुलिस ने जाँच की और अभियुक्त ने कहा।") == ()
