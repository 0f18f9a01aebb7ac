"""Runs of a Word paragraph: their text, where they break, and how they look (font, size, colour, hidden).

Knows WordprocessingML; nothing of pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEFAULT_SIZE = 11.0  # points
TINY = 3.0
NEARLY_WHITE = 0xF0
SYMBOLS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF02A: "✉", 0xF028: "☎"}
Look = tuple[str, float, str | None, bool]


def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return NAMESPACE + name


class Piece(NamedTuple):
    """Text of one run."""

    text: str
    run: Any


def pieces_of(paragraph: Any) -> Iterator[Piece | Literal["page", "line", "image"]]:
    """What stands in a paragraph, in order; the text of its text boxes is not part of it."""
    for run in paragraph.iter(w("r")):
        if _in_box_of(run, paragraph):
            continue
        yield from _of_run(run)


def _of_run(run: Any) -> Iterator[Piece | Literal["page", "line", "image"]]:
    for child in run.iterchildren():
        tag = child.tag
        if tag == w("t"):
            yield Piece(child.text or "", run)
        elif tag == w("tab"):
            yield Piece(" ", run)
        elif tag == w("noBreakHyphen"):
            yield Piece("-", run)
        elif tag == w("sym"):
            yield Piece(_symbol(child), run)
        elif tag == w("lastRenderedPageBreak") or (tag == w("br") and child.get(w("type")) == "page"):
            yield "page"
        elif tag in (w("br"), w("cr")):
            yield "line"
        elif tag in (w("drawing"), w("pict"), w("object")) and _has_picture(child):
            yield "image"


def _symbol(element: Any) -> str:
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return ""
    return SYMBOLS.get(code, "" if 0xE000 <= code <= 0xF8FF or not 32 <= code < 0x110000 else chr(code))


def _has_picture(element: Any) -> bool:
    return any(str(child.tag).endswith(("}blip", "}imagedata")) for child in element.iter())


def _in_box_of(run: Any, paragraph: Any) -> bool:
    """Whether a text box stands between the run and its paragraph."""
    for parent in run.iterancestors():
        if parent is paragraph:
            return False
        if parent.tag == w("txbxContent"):
            return True
    return False


def text_boxes(paragraph: Any) -> list[Any]:
    """The text boxes anchored in a paragraph, outermost only; of two versions for old and new Word, the new one."""
    found = []
    for box in paragraph.iter(w("txbxContent")):
        if any(parent.tag.endswith("}Fallback") for parent in box.iterancestors()) and _has_choice(box):
            continue
        around = next((parent for parent in box.iterancestors(w("p"))), None)
        if around is paragraph:
            found.append(box)
    return found


def _has_choice(box: Any) -> bool:
    for parent in box.iterancestors():
        if parent.tag.endswith("}AlternateContent"):
            return any(
                child.tag.endswith("}Choice") and next(child.iter(w("txbxContent")), None) is not None
                for child in parent
            )
    return False


class Looks:
    """Finds how a run looks: its own properties, then its styles, then the document's defaults."""

    def __init__(self, document: Any) -> None:
        self._styles = {style.get(w("styleId")): style for style in document.styles.element.iter(w("style"))}
        defaults = next(document.styles.element.iter(w("rPrDefault")), None)
        self._defaults = [] if defaults is None else list(defaults.iter(w("rPr")))
        background = document.element.find(w("background"))
        self._page_is_dark = background is not None and not _nearly_white(background.get(w("color"), "FFFFFF"))

    def of(self, run: Any, paragraph: Any) -> Look:
        """Font name (with "-Bold"), size in points, colour as #rrggbb and whether a reader cannot see it."""
        chain = self._chain(run, paragraph)
        fonts = _first(chain, "rFonts")
        font = (fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or "") if fonts is not None else ""
        if _is_on(_first(chain, "b")):
            font += "-Bold"
        raw_size = _first(chain, "sz")
        size = _half_points(raw_size.get(w("val")) if raw_size is not None else None)
        raw_color = _first(chain, "color")
        value = raw_color.get(w("val"), "auto") if raw_color is not None else "auto"
        color = f"#{value.lower()}" if len(value) == 6 and value != "auto" else None
        white = color is not None and _nearly_white(value) and not self._page_is_dark and not _shaded(run, chain)
        return font, size, color, _is_on(_first(chain, "vanish")) or size < TINY or white

    def _chain(self, run: Any, paragraph: Any) -> list[Any]:
        """Run properties from the most to the least specific."""
        own = run.find(w("rPr"))
        chain = [] if own is None else [own]
        for holder, key in ((own, "rStyle"), (paragraph.find(w("pPr")), "pStyle")):
            reference = None if holder is None else holder.find(w(key))
            chain += self._inherited("Normal" if reference is None and key == "pStyle" else _value(reference))
        return chain + self._defaults

    def _inherited(self, style_id: str | None) -> list[Any]:
        found: list[Any] = []
        seen: set[str] = set()
        while style_id and style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            style = self._styles[style_id]
            properties = style.find(w("rPr"))
            if properties is not None:
                found.append(properties)
            style_id = _value(style.find(w("basedOn")))
        return found


def _value(element: Any) -> str | None:
    return None if element is None else element.get(w("val"))


def _first(chain: list[Any], name: str) -> Any:
    return next((found for found in (properties.find(w(name)) for properties in chain) if found is not None), None)


def _is_on(element: Any) -> bool:
    return element is not None and element.get(w("val"), "true") not in ("0", "false", "off", "none")


def _half_points(value: str | None) -> float:
    try:
        return float(value) / 2 if value else DEFAULT_SIZE
    except ValueError:
        return DEFAULT_SIZE


def _nearly_white(value: str) -> bool:
    try:
        return min(int(value[at : at + 2], 16) for at in (0, 2, 4)) >= NEARLY_WHITE
    except ValueError:
        return True


def _shaded(run: Any, chain: list[Any]) -> bool:
    """Whether anything around the run is filled with a colour: a cell, a paragraph, a text box, a highlight."""
    if any(properties.find(w("highlight")) is not None for properties in chain):
        return True
    holders = [*chain]
    for parent in run.iterancestors():
        if parent.tag == w("txbxContent"):
            return True
        holders += [found for key in ("pPr", "tcPr", "tblPr") if (found := parent.find(w(key))) is not None]
        if parent.tag == w("tbl") and parent.find(f"{w('tblPr')}/{w('tblStyle')}") is not None:
            return True  # a table style may shade rows in ways that only Word works out
    fills = [shade.get(w("fill"), "auto") for holder in holders if (shade := holder.find(w("shd"))) is not None]
    return any(fill != "auto" and not _nearly_white(fill) for fill in fills)
