"""Cuts the portal's PDF fonts out of Debian's `fonts-noto-core`: Latin, Greek, Cyrillic, ₹, Devanagari and a few signs.

Run `python data/fonts/make_fonts.py` where that package and fontTools are installed; the results are committed.
"""

from pathlib import Path

from fontTools import subset

SOURCE = Path("/usr/share/fonts/truetype/noto")
HERE = Path(__file__).resolve().parent
LATIN = [
    *range(0x20, 0x250),  # Basic Latin to Extended-B
    *range(0x2B0, 0x370),  # modifiers, combining marks
    *range(0x370, 0x530),  # Greek, Cyrillic
    *range(0x1E00, 0x1F00),  # Latin Extended Additional (transliterated Indian names)
    *range(0x2000, 0x200C),  # punctuation, without the joiners: they must come from the Devanagari font
    *range(0x200E, 0x2070),
    *range(0x20A0, 0x20C0),  # currency, with the rupee
    *range(0x2100, 0x2150),  # letterlike
]
SIGNS = [ord(sign) for sign in "▮■□●○◆◐△▲▼★☆✓✔✗✘⚠"]
FONTS: dict[str, list[int] | None] = {
    "NotoSans-Regular": LATIN,
    "NotoSans-Bold": LATIN,
    "NotoSansDevanagari-Regular": None,  # whole: conjuncts need every glyph
    "NotoSansDevanagari-Bold": None,
    "NotoSansSymbols2-Regular": SIGNS,
}


def cut(name: str, characters: list[int] | None) -> None:
    """Write `name` with only `characters` (all when None), without hinting, keeping layout features."""
    options = subset.Options(hinting=False, layout_features=["*"], name_IDs=["*"], notdef_outline=True)
    font = subset.load_font(str(SOURCE / f"{name}.ttf"), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters if characters is not None else font.getBestCmap().keys())
    cutter.subset(font)
    font.recalcTimestamp = False
    subset.save_font(font, str(HERE / f"{name}.ttf"), options)


if __name__ == "__main__":
    for font_name, wanted in FONTS.items():
        cut(font_name, wanted)
