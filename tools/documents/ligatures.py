"""Which ligature stands behind a control code: TeX fonts without a Unicode map number theirs from 11 or from 27.

The usual order is taken unless the glyph's width says otherwise. Knows glyphs and widths; no vocabulary.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from tools.documents.words import Glyphs

FF, FI, FL, FFI, FFL = range(0xFB00, 0xFB05)
USUAL = {0x0B: FF, 0x0C: FI, 0x0E: FFI, 0x0F: FFL, 0x1B: FF, 0x1C: FI, 0x1D: FL, 0x1E: FFI, 0x1F: FFL}
EARLY = frozenset({0x0B, 0x0C, 0x0E, 0x1B, 0x1C})  # where a font leaves some out, "fi" still comes before "fl"
PARTS = {FF: "ff", FI: "fi", FL: "fl", FFI: "ffi", FFL: "ffl"}
TOO_FAR, CLOSE = 0.08, 0.04  # share of the width that the letters have one by one; ligatures are up to 17 % narrower


def spelled(glyphs: Glyphs) -> None:
    """Replace control codes that draw ligatures by Unicode's ligatures, in place."""
    for code in set(np.unique(glyphs.codes).tolist()) & USUAL.keys():
        places = np.flatnonzero(glyphs.codes == code)
        fonts = np.array([glyphs.styles[at].font for at in glyphs.which[places]])
        for font in np.unique(fonts).tolist():
            here = places[fonts == font]
            glyphs.codes[here] = _ligature(code, float(np.median(_widths(glyphs, here))), _letters(glyphs, font))


def _ligature(code: int, width: float, letters: dict[str, float]) -> int:
    usual = USUAL[code]
    if not {"f", "i"} <= letters.keys():
        return usual
    letters.setdefault("l", letters["i"])
    errors = {kind: abs(width / sum(letters[part] for part in parts) - 1) for kind, parts in PARTS.items()}
    narrow, wide = (FI, FFI) if code in EARLY else (FL, FFL)
    best = min((narrow, wide) if usual in (FFI, FFL) else (FF, narrow, wide), key=lambda kind: errors[kind])
    # A tight "ffi" is as wide as "f" twice: that alone is no reason to doubt it.
    return best if errors[usual] > TOO_FAR and errors[best] < CLOSE else usual


def _letters(glyphs: Glyphs, font: str) -> dict[str, float]:
    """Widths in em of the letters that ligatures are made of, as far as the font draws them on this page."""
    same = np.array([style.font == font for style in glyphs.styles], bool)[glyphs.which]
    found = {letter: np.flatnonzero(same & (glyphs.codes == ord(letter))) for letter in "fil"}
    return {letter: float(np.median(_widths(glyphs, at))) for letter, at in found.items() if len(at)}


def _widths(glyphs: Glyphs, at: Any) -> Any:
    sizes = np.array([style.size for style in glyphs.styles])[glyphs.which[at]]
    return (glyphs.boxes[2, at] - glyphs.boxes[0, at]) / sizes
