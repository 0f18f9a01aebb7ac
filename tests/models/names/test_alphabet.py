"""Letters and which may follow which."""

from __future__ import annotations

import pytest

from models.names.alphabet import devanagari_letters, folded, is_word, latin_letters, may_follow


@pytest.mark.parametrize(
    ("text", "letters"),
    [("SINGH", "singh"), ("D'Souza", "dsouza"), ("Rāma", "rama"), ("राम", ""), ("", ""), ("R.K.", "rk")],
)
def test_latin_letters_are_plain(text: str, letters: str) -> None:
    assert latin_letters(text) == letters


@pytest.mark.parametrize("word", ["राम", "लक्ष्मी", "ज़ाकिर", "आइए", "पाँडे", "दुःख", "ऋतु", "लड़का", "डॉक्टर", "कंस"])
def test_well_formed_words(word: str) -> None:
    assert is_word(devanagari_letters(word))


@pytest.mark.parametrize(
    "word", ["", "ाम", "रााम", "कि्", "््", "म्", "रंंग", "राम1", "ram", "आा", "क़्ा", "म़", "ःक", "राम राम"]
)
def test_malformed_words(word: str) -> None:
    assert not is_word(word)


def test_normal_form_parts_dots_and_drops_what_hindi_does_not_write() -> None:
    assert devanagari_letters("\u095b\u093e") == "ज़ा"  # the single sign for za
    assert devanagari_letters("फय़ेज") == "फयेज"
    assert devanagari_letters("राजऩ") == "राजन"
    assert devanagari_letters(" शुभम् ") == "शुभम"
    assert devanagari_letters("क्\u200dष") == "क्ष"


def test_edges_of_a_word() -> None:
    assert may_follow("", "क")
    assert not may_follow("", "ा")
    assert not may_follow("", "")
    assert may_follow("क", "")
    assert not may_follow("्", "")


def test_the_same_word_in_two_spellings() -> None:
    assert folded("चन्द्र") == folded("चंद्र")
    assert folded("ज़मान") == folded("जमान")
    assert folded("चाँद") == folded("चांद")
    assert folded("तन्मय") != folded("तंमय")
