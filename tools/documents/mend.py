"""Text layers that are not Unicode Hindi yet, made so: police glyph numbers, pre-Unicode fonts, signs in drawn order.

Knows glyphs and fragments; each word keeps its box. What cannot be mended is left for `quality` to judge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from tools.documents import cctns, krutidev
from tools.documents.devanagari import normalised, reordered
from tools.documents.types import Box, Decoding
from tools.documents.words import Fragment, Glyphs, RawWord

DEVANAGARI = 0x0900
PIECE_GAP = 0.4  # em between pieces of a word: the second starts with a sign, or the first ends in half a letter
LEAST_DRAWN = 0.1  # of a font's words with ि that start with it: all are then in the order in which they are drawn


def mark_legacy(glyphs: Glyphs) -> None:
    """Move the characters of pre-Unicode Hindi fonts out of the way, in place, so that `mended` knows them."""
    legacy = np.array([krutidev.is_legacy(style.font) for style in glyphs.styles], bool)
    if legacy.any():
        chosen = legacy[glyphs.which] & (glyphs.codes > 32) & (glyphs.codes <= 0xFFFF)
        glyphs.codes[chosen] += krutidev.MARK


def mended(fragments: Sequence[Fragment], codes: Any) -> Decoding:
    """Bring the words of a page into Unicode, in place; says what had to be done.

    `codes` are the code points that the page draws, a numpy array.
    """
    if not len(codes):
        return ""
    done: Decoding = ""
    if codes.max() < DEVANAGARI:
        return "krutidev" if _nameless(fragments) else ""
    if codes.max() >= krutidev.MARK:
        _each(fragments, lambda word: krutidev.decode(word.text))
        done = "krutidev"
    drawn = _fonts_in_drawn_order(fragments) if codes.max() >= DEVANAGARI else frozenset()
    if cctns.is_glyph_numbers(codes):
        drawn |= _fonts_with_numbers(fragments)
        done = done or "cctns"
    _glue(fragments, drawn)
    _each(fragments, lambda word: cctns.decode(word.text) if word.style.font in drawn else _tidy(word.text))
    return done


def _tidy(text: str) -> str:
    return text if text.isascii() else reordered(normalised(text))


def _each(fragments: Iterable[Fragment], change: Any) -> None:
    for fragment in fragments:
        for word in fragment.words:
            word.text = change(word)


def _nameless(fragments: Sequence[Fragment]) -> bool:
    """Decode the words of fonts whose name says nothing but whose words are Hindi in the layout of Kruti Dev."""
    by_font: defaultdict[str, list[RawWord]] = defaultdict(list)
    for fragment in fragments:
        for word in fragment.words:
            by_font[word.style.font].append(word)
    legacy = [words for words in by_font.values() if krutidev.looks_legacy([word.text for word in words])]
    for words in legacy:
        for word in words:
            word.text = krutidev.to_unicode(word.text)
    return bool(legacy)


def _fonts_in_drawn_order(fragments: Sequence[Fragment]) -> frozenset[str]:
    """Fonts whose ि comes before its consonant: then words start with it, which no word in Unicode's order does."""
    first: defaultdict[str, int] = defaultdict(int)
    every: defaultdict[str, int] = defaultdict(int)
    for fragment in fragments:
        for word in fragment.words:
            if "\u093f" in word.text:
                every[word.style.font] += 1
                first[word.style.font] += word.text[0] == "\u093f"
    return frozenset(font for font, count in first.items() if count > 1 and count >= LEAST_DRAWN * every[font])


def _fonts_with_numbers(fragments: Sequence[Fragment]) -> frozenset[str]:
    return frozenset(word.style.font for fragment in fragments for word in fragment.words if cctns.unread(word.text))


def _glue(fragments: Sequence[Fragment], drawn: frozenset[str]) -> None:
    """Join pieces of one word that a gap parted: signs are drawn far to the side in some fonts."""
    for fragment in fragments:
        joined: list[RawWord] = []
        for word in fragment.words:
            if joined and _is_one(joined[-1], word, drawn):
                last = joined[-1]
                joined[-1] = RawWord(last.text + word.text, _around(last.box, word.box), last.style)
            else:
                joined.append(word)
        fragment.words[:] = joined


def _is_one(left: RawWord, right: RawWord, drawn: frozenset[str]) -> bool:
    if right.text[0] < "\u0900" or left.text[-1] < "\u0900" or right.style.angle or left.style.angle:
        return False
    if right.box[0] - left.box[2] > PIECE_GAP * max(left.style.size, right.style.size):
        return False
    if right.style.font in drawn:
        return cctns.belongs_to_next(left.text) or cctns.belongs_to_last(right.text)
    return cctns.belongs_to_last(right.text)


def _around(left: Box, right: Box) -> Box:
    return min(left[0], right[0]), min(left[1], right[1]), max(left[2], right[2]), max(left[3], right[3])
