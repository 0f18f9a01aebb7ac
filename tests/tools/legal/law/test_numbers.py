"""Section numbers in cells and lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.legal.law.numbering import for_act
from tools.legal.law.numbers import numbers_at, sections_in


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("420, 467, 468/34", "420 467 468 34"),
        ("303(2)", "303(2)"),
        ("धारा 323, 504, 506", "323 504 506"),
        ("376(2)(n)", "376(2)(n)"),
        ("20/29", "20 29"),
        ("498ए", "498A"),
        ("498-A", "498A"),
        ("498 A, 323", "498A 323"),
        ("१४७", "147"),
        ("३०२/३४", "302 34"),
        ("धारा 3(1)(द)(ध)", "3(1)(r) 3(1)(s)"),
        ("3(1)द,ध", "3(1)(r) 3(1)(s)"),
        ("3(1)(r)(s)", "3(1)(r) 3(1)(s)"),
        ("3(1)(w)(i)", "3(1)(w)(i)"),
        ("3(2)(va)", "3(2)(va)"),
        ("3(2)(v)(a)", "3(2)(va)"),
        ("351(2) and (3)", "351(2) 351(3)"),
        ("13(1)(ia) and (ib)", "13(1)(ia) 13(1)(ib)"),
        ("3/4", "3 4"),
        ("302 r/w 34", "302 34"),
        ("506 R/W 34", "506 34"),
        ("302 सहपठित धारा 34", "302 34"),
        ("sections 143 to 149", "143 149"),
        ("120बी", "120B"),
        ("120-बी", "120B"),
        ("376 घ", "376D"),
        ("376 ए बी", "376AB"),
        ("376AB", "376AB"),
        ("64(2)(एम)", "64(2)(m)"),
        ("376(2)(ढ)", "376(2)(n)"),
        ("323.504.506", "323 504 506"),
        ("8(c)/21(b)", "8(c) 21(b)"),
        ("5(m)/6", "5(m) 6"),
        ("5ठ/6", "5L 6"),
        ("25/54/59", "25 54 59"),
        ("61-1-14", "61 1 14"),
        ("25 (1-B) (a)", "25(1B)(a)"),
        ("20(b)(ii)(C)", "20(b)(ii)(C)"),
        ("3(2)(V-A)", "3(2)(va)"),
        ("506 भाग-2", "506-II"),
        ("304 Part II", "304-II"),
        ("304-I", "304-I"),
        ("506(ii)", "506(ii)"),
        ("धारा(एँ) 379", "379"),
        ("352 बी0एन0एस0", "352"),
        ("8/21 एन.डी.पी.एस. एक्ट", "8 21"),
        ("354 के तहत", "354"),
        ("420 IPC 1860", "420"),
        ("4 3 2", "4 3 2"),
    ],
)
def test_lists(text: str, sections: str) -> None:
    assert sections_in(text) == tuple(sections.split())


@pytest.mark.parametrize(
    "text",
    ["", "1860", "FIR No 124/2020", "12.03.2020", "12-03-20", "5 वर्ष", "10 years", "500 ग्राम", "10:30", "5000/-", "0"],
)
def test_what_is_no_section(text: str) -> None:
    assert sections_in(text) == ()


def test_places_and_strong_words() -> None:
    text = "420, 467 and 34"
    numbers = numbers_at(text, 0)
    assert [(text[number.start : number.end], number.strong) for number in numbers] == [
        ("420", False),
        ("467", False),
        ("34", True),
    ]
    assert [number.base for number in numbers] == [420, 467, 34]


@pytest.mark.parametrize(
    ("act", "section", "own"),
    [
        ("SC/ST Act", "3(2)(5)", "3(2)(v)"),
        ("SC/ST Act", "3(2)(5a)", "3(2)(va)"),
        ("SC/ST Act", "3(1)(10)", "3(1)(x)"),
        ("IPC", "294B", "294(b)"),
        ("IPC", "304(ii)", "304-II"),
        ("IPC", "506(2)", "506-II"),
        ("BNS", "304(2)", "304(2)"),
        ("IPC", "420", "420"),
        ("IPC", "498(a)", "498A"),
        ("IPC", "354(d)", "354D"),
        ("IPC", "376(2)(a)", "376(2)(a)"),
        ("IT Act", "66(d)", "66D"),
        ("POCSO Act", "5L", "5(l)"),
        ("NDPS Act", "21B", "21(b)"),
        ("NDPS Act", "27A", "27A"),
    ],
)
def test_the_acts_own_numbering(act: str, section: str, own: str) -> None:
    assert for_act(act, section) == own


@given(st.text(alphabet="0123456789०१२(),./-–&A aबीएद धाराand\n", max_size=200))
def test_any_text_gives_well_formed_sections(text: str) -> None:
    for section in sections_in(text):
        assert section[0].isdigit()
        assert section.isascii()
        assert " " not in section


def test_hostile_text_ends() -> None:
    assert sections_in("1(" * 20_000) == ("1",)
    assert len(sections_in("1," * 50_000 + "2(a)" * 10_000)) < 100
