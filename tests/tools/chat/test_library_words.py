"""Words as the search compares them, and the bridge between English and Hindi."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.chat.library_bridge import TABLE, bridge, in_english, romanised, sound, sounds_of, wanted
from tools.chat.library_words import is_hindi, plain_text, terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("302", "302."),
        ("धारा ३०२", "धारा 302"),
        ("Rs. 24,02,380/-", "rs 2402380"),
        ("22nd March, 2012", "22.03.2012"),
        ("March 22, 2012", "2012-03-22"),
        ("22 मार्च 2012", "22/3/12"),
        ("F.I.R.", "FIR"),
        ("ज़मानत", "जमानत"),
        ("हिन्दी", "हिंदी"),
        ("पाँच", "पांच"),
        ("याचिकाएँ", "याचिका"),
        ("अदालतों", "अदालत"),
        ("petitions", "petition"),
        ("the petitioner's", "petitioner"),
        ("petitioner’s", "petitioner"),
    ],
)
def test_two_writings_are_one_term(one: str, other: str) -> None:
    assert terms(one) == terms(other) != []


def test_numbers_with_parts_are_found_by_each() -> None:
    assert terms("302/34") == ["302/34", "302", "34"]
    assert terms("498A") == ["498a"]
    assert terms("24735.68") == ["24735.68", "24735", "68"]
    assert "2012" in terms("22.03.2012")


def test_question_words_are_no_terms() -> None:
    assert terms("What is this? यह क्या है?") == []


@given(st.text(max_size=200))
def test_any_text_has_terms(text: str) -> None:
    assert all(isinstance(term, str) and term for term in terms(text))


def test_which_language() -> None:
    assert is_hindi("ज़मानत कब मिली IPC में")
    assert not is_hindi("bail ज़")
    assert not is_hindi("302 / 34")


def test_the_bridge_goes_both_ways_and_over_several_words() -> None:
    assert ("bail",) in bridge()[("जमानत",)]
    assert ("जमानत",) in bridge()[("bail",)]
    (report,) = wanted("प्रथम सूचना रिपोर्ट")
    assert ("fir",) in report.ways
    assert "bail" in in_english("ज़मानत कब मंज़ूर हुई?")


@pytest.mark.parametrize(
    ("hindi", "english"),
    [
        ("दिनेश", "dinesh"),
        ("रणदीप", "randeep"),
        ("अहलावत", "ahlawat"),
        ("सर्कुलर", "circular"),
        ("कोविड", "covid"),
        ("श्रीवास्तव", "shrivastava"),
    ],
)
def test_names_and_loan_words_meet_by_sound(hindi: str, english: str) -> None:
    hindi = plain_text(hindi)
    assert sound(hindi) == sound(english)
    (one,) = wanted(hindi, sounds_of([english, "something", "else"]))
    assert any(english.startswith(way[0][:4]) for way in one.ways)


def test_words_that_sound_otherwise_do_not_meet() -> None:
    (one,) = wanted("दिनेश", sounds_of(["dance", "dense"]))
    assert one.ways == (("दिनेश",),)
    assert romanised("q") == "k"


@pytest.mark.parametrize(("hindi", "english"), [("समय", "same"), ("अलावा", "law"), ("अलाव", "lava"), ("हाथी", "heat")])
def test_short_or_known_words_do_not_meet_by_chance(hindi: str, english: str) -> None:
    named = wanted(hindi, sounds_of([english]))
    assert not any((english,) in one.ways for one in named)


@pytest.mark.parametrize(
    ("hindi", "initials"), [("एडीजे", "adj"), ("एनडीपीएस", "ndps"), ("सीबीआई", "cbi"), ("एफ़आईआर", "fir")]
)
def test_initials_that_hindi_spells_are_found(hindi: str, initials: str) -> None:
    (one,) = wanted(hindi)
    assert (initials,) in one.ways


def test_other_words_spell_no_initials() -> None:
    assert [one.ways for one in wanted("केरल")] == [(("केरल",),)]


@pytest.mark.parametrize("code", ["आईपीसी", "भारतीय दंड संहिता", "IPC", "Indian Penal Code"])
def test_a_code_is_found_under_all_its_names(code: str) -> None:
    (one,) = wanted(code)
    assert {("ipc",), ("indian", "penal", "code")} <= set(one.ways)


def test_light_verbs_and_postpositions_are_no_terms() -> None:
    assert terms("के दौरान देना होगा, मिलेगी या लेकर जाएगा") == []


def test_a_hindi_question_is_put_in_english_with_what_the_library_calls_it() -> None:
    assert in_english("दिनेश की ज़मानत", sounds_of(["dinesh"])).split() == ["dinesh", "bail"]


def test_every_row_of_the_bridge_joins_words_and_none_is_said_twice() -> None:
    rows = [row for group in tomllib.loads(TABLE.read_text(encoding="utf-8")).values() for row in group]
    ways = [frozenset(tuple(terms(word)) for word in row) - {()} for row in rows]
    assert [row for row, found in zip(rows, ways, strict=True) if len(found) < 2] == []
    assert [row for row, found in zip(rows, ways, strict=True) if ways.count(found) > 1] == []
