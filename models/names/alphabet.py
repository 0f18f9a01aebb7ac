"""The letters that the names model reads and writes, and which Devanagari sign may follow which.

Knows the script alone: no sounds, no language. Loads no torch.
"""

from __future__ import annotations

import unicodedata

PAD, START, END = 0, 1, 2
SPECIAL = 3  # how many numbers stand for no letter

LATIN = "abcdefghijklmnopqrstuvwxyz"
CONSONANTS = "कखगघङचछजझञटठडढणतथदधनपफबभमयरलळवशषसह"
VOWELS = "अआइईउऊऋएऐओऔऑऍ"
MATRAS = "ािीुूृेैोौॉॅ"
SIGNS = "ंँः"
VIRAMA, NUKTA = "्", "़"
DEVANAGARI = CONSONANTS + VOWELS + MATRAS + SIGNS + VIRAMA + NUKTA
WITH_NUKTA = "कखगजडढफ"  # letters that Hindi writes with a dot below

LATIN_NUMBER = {letter: number for number, letter in enumerate(LATIN, SPECIAL)}
DEVANAGARI_NUMBER = {letter: number for number, letter in enumerate(DEVANAGARI, SPECIAL)}


def latin_letters(text: str) -> str:
    """The Latin letters of a text in lower case, accents dropped, everything else left out."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if letter in LATIN_NUMBER)


def devanagari_letters(text: str) -> str:
    """A Devanagari word in its normal form.

    The dot below stands apart from its letter and only where Hindi writes one; joiners and a last virama are dropped.
    """
    kept = ""
    for letter in unicodedata.normalize("NFD", text.strip()):
        foreign_dot = letter == NUKTA and kept[-1:] not in tuple(WITH_NUKTA)
        kept += "" if foreign_dot or letter in "\u200c\u200d" else letter
    return kept.rstrip(VIRAMA)


def may_follow(before: str, letter: str) -> bool:
    """Whether a Devanagari sign may stand after another; an empty string is the word's edge."""
    if not before:
        return letter in CONSONANTS + VOWELS and letter != ""
    if before == VIRAMA:
        return letter != "" and letter in CONSONANTS  # Hindi words do not end in a virama
    if letter == "" or letter in CONSONANTS or letter in VOWELS:
        return True
    if letter == NUKTA:
        return before in WITH_NUKTA
    if letter == VIRAMA:
        return before in CONSONANTS or before == NUKTA
    if letter in MATRAS:
        return before in CONSONANTS or before == NUKTA
    return before not in SIGNS  # a nasal sign or visarga after a letter or a vowel


def is_word(text: str) -> bool:
    """Whether a text is one well-formed Devanagari word of the letters that the model writes."""
    if not text or any(letter not in DEVANAGARI_NUMBER for letter in text):
        return False
    return all(may_follow(before, letter) for before, letter in zip(("", *text), (*text, ""), strict=True))


_NASAL_OF = {"ङ": "कखगघ", "ञ": "चछजझ", "ण": "टठडढ", "न": "तथदध", "म": "पफबभ"}


def folded(word: str) -> str:
    """One form for spellings that Hindi treats as the same word: nasals before a stop (चन्द्र, चंद्र), dots below, ँ."""
    plain = word.replace(NUKTA, "").replace("ँ", "ं")
    for nasal, stops in _NASAL_OF.items():
        for stop in stops:
            plain = plain.replace(nasal + VIRAMA + stop, "ं" + stop)
    return plain
