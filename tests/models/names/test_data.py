"""Cleaning of rows, the split without leaks, respelling, and the project's own lists."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from models.names.alphabet import LATIN, is_word
from models.names.augment import respell
from models.names.cleaning import agree, distance, pairs_of
from models.names.data import NAME, Pair, apart, read_pairs, references, split
from models.names.dictionary import by_sound, dictionary, own_pairs, preference, sound
from tests.models.names.conftest import write_list
from tests.shared import shared


@pytest.mark.parametrize(
    ("roman", "devanagari", "pairs"),
    [
        ("ramesh", "रमेश", [("ramesh", "रमेश")]),
        ("late", "प्रयात", []),  # a translation
        ("bag", "प्रसाद", []),  # the next row's word
        ("a", "आ", []),
        ("d.krishnan", "डी.कृष्णन", [("krishnan", "कृष्णन")]),
        ("senthilkumar.a.m", "ए.म.सेंथिलकुमार", [("senthilkumar", "सेंथिलकुमार")]),
        ("ramesh", "Ramesh", []),
        ("yearul", "इएारूल", []),  # malformed
        ("bikash", "विकास", [("bikash", "विकास")]),
        ("xavier", "ज़ेवियर", []),
        ("lakshmi", "लक्ष्मी", [("lakshmi", "लक्ष्मी")]),
        ("laxman", "लक्ष्मण", [("laxman", "लक्ष्मण")]),
        ("", "", []),
    ],
)
def test_only_pairs_by_sound_are_kept(roman: str, devanagari: str, pairs: list[tuple[str, str]]) -> None:
    assert pairs_of(roman, devanagari) == pairs


def test_a_very_long_row_costs_nothing() -> None:
    assert not agree("a" * 100_000, "क" * 100_000)


def test_distance_is_cheap_for_what_spelling_exchanges() -> None:
    assert distance("rm", "rm") == 0
    assert 0 < distance("b", "v") < distance("b", "s")
    assert distance("", "rk") == pytest.approx(0.8 + 1.0)


def invented(count: int) -> list[Pair]:
    """Rows whose Latin and Devanagari forms each occur several times."""
    chance = random.Random(4)
    syllables = [("ra", "रा"), ("mi", "मि"), ("ko", "को"), ("su", "सु"), ("te", "ते"), ("na", "ना"), ("la", "ला")]
    pairs = []
    for number in range(count):
        parts = [chance.choice(syllables) for _ in range(chance.randint(2, 4))]
        roman, word = ("".join(part[side] for part in parts) for side in (0, 1))
        kind, licence = (NAME, "MIT(repo)") if number % 2 else ("word", "CC-BY-SA-4.0")
        pairs.append(Pair(roman, word, kind, "invented", licence))
        pairs.append(Pair(roman.replace("k", "c"), word, kind, "invented", licence))
    pairs += [Pair("rami", "रामि", NAME, "own lists", "own"), Pair("rako", "राको", "word", "other", "CC-BY-NC-4.0")]
    return list(dict.fromkeys(pairs))


def forms(pairs: tuple[Pair, ...]) -> tuple[set[str], set[str]]:
    return {pair.roman for pair in pairs}, {pair.devanagari for pair in pairs}


def test_what_is_held_out_is_never_learned() -> None:
    parts = split(invented(3000))
    assert parts.names
    assert parts.words
    assert parts.validation
    for held in (parts.names, parts.words, parts.validation):
        for ours, theirs in zip(forms(held), forms(parts.train), strict=True):
            assert not ours & theirs
    for ours, theirs in zip(forms((*parts.names, *parts.words)), forms(parts.validation), strict=True):
        assert not ours & theirs


def test_the_split_depends_on_nothing_but_the_rows() -> None:
    pairs = invented(400)
    shuffled = random.Random(1).sample(pairs, len(pairs))
    assert {*split(pairs).names} == {*split(shuffled).names}
    assert {*split(pairs).train} == {*split(shuffled).train}


def test_rows_that_may_not_ship_are_outside() -> None:
    parts = split(invented(400))
    assert {pair.source for pair in parts.outside} == {"other"}
    assert all(pair.licence != "CC-BY-NC-4.0" for pair in parts.train)


def test_apart_drops_what_shares_either_form() -> None:
    one, same_roman, same_word, other = (
        Pair(roman, word, NAME, "", "own") for roman, word in (("a", "अ"), ("a", "आ"), ("b", "अ"), ("b", "ब"))
    )
    assert apart([one, same_roman, same_word, other], [one]) == [other]
    assert references([one, same_roman]) == {"a": {"अ", "आ"}}


@pytest.mark.parametrize("name", ["list.tsv", "list.tsv.gz"])
def test_lists_are_read_once_each_row(name: str, tmp_path: Path) -> None:
    row = ("s", "own", NAME, "Ramesh", "रमेश")
    assert read_pairs(write_list(tmp_path / name, [row, row])) == [Pair("ramesh", "रमेश", NAME, "s", "own")]


def test_a_list_without_a_column_is_refused(tmp_path: Path) -> None:
    (tmp_path / "list.tsv").write_text("roman\tdevanagari\nram\tराम\n")
    with pytest.raises(KeyError):
        read_pairs(tmp_path / "list.tsv")


def test_the_shared_list_splits_without_leaks() -> None:
    parts = split([*read_pairs(shared("legal/names_translit.tsv.gz")), *own_pairs()])
    assert len(parts.train) > 40_000
    assert len(references(parts.names)) > 700
    for held in (parts.names, parts.words):
        for ours, theirs in zip(forms(held), forms(parts.train), strict=True):
            assert not ours & theirs
    assert "xlit-iitb-par" not in {pair.source for pair in parts.train}


@pytest.mark.parametrize(
    ("roman", "devanagari", "possible"),
    [
        ("dileep", "दिलीप", {"dilip"}),
        ("vikash", "विकाश", {"wikash", "vikas"}),
        ("ram", "राम", {"rama", "raam"}),
        ("lakshmi", "लक्ष्मी", {"laxmi"}),
        ("zakir", "ज़ाकिर", {"jakir"}),
    ],
)
def test_names_are_respelt_by_habit(roman: str, devanagari: str, possible: set[str]) -> None:
    found = {respell(roman, devanagari, random.Random(seed)) for seed in range(400)}
    assert possible <= found
    assert all(set(form) <= set(LATIN) for form in found)


def test_respelling_keeps_what_the_word_forbids() -> None:
    forms = {respell("dinesh", "दिनेश", random.Random(seed)) for seed in range(300)}
    assert not any("dee" in form for form in forms)  # the i is short
    assert respell("dinesh", "दिनेश", random.Random(5)) == respell("dinesh", "दिनेश", random.Random(5))


def test_the_dictionary_knows_common_names_and_places() -> None:
    known = dictionary()
    assert known["singh"][0] == "सिंह"
    assert known["yadav"][0] == "यादव"
    assert known["lucknow"][0] == "लखनऊ"
    assert known["pradesh"][0] == "प्रदेश"
    assert known["md"][0] == "मोहम्मद"
    assert not {"smt", "shri", "dr"} & {*known} - {"shri"}
    assert all(is_word(word) for words in known.values() for word in words)
    assert all(set(roman) <= set(LATIN) for roman in known)


def test_settled_spellings_and_their_compounds_are_preferred() -> None:
    known = {"मुन्नी", "लाल", "राम", "अमर", "दे"}
    whole, compound = preference("लाल", known), preference("मुन्नीलाल", known)
    assert whole > compound > 0
    assert preference("मुन्निलाल", known) == 0
    assert preference("रामअमर", known) == 0  # a vowel would melt into what stands before it
    assert preference("देलाल", known) == 0  # too short a part
    assert preference("", known) == 0
    assert preference("बुधसें", known) < 0 == preference("बुधसेन", known)
    assert preference("भैरों", {"भैरों"}) > 0


@pytest.mark.parametrize(
    ("one", "other"),
    [("sudhakar", "sudakar"), ("mustafa", "musthafa"), ("zakir", "jakir"), ("deepak", "dipak"), ("laxman", "lakshman")],
)
def test_latin_forms_of_a_like_sound_share_a_key(one: str, other: str) -> None:
    assert sound(one) == sound(other)
    assert by_sound({one: ("क",), other: ("ख", "क"), "abc": ("ग",)}) == {sound(one): ["क", "ख"]}


def test_other_sounds_have_other_keys() -> None:
    assert len({sound(form) for form in ("ram", "rani", "raman", "rakesh", "mahesh", "suresh")}) == 6
    assert sound("") == ""
