"""Word files (DOCX): paragraphs, tables, text boxes, headers and footers in reading order, with each run's look.

A DOCX has no lines or boxes of its own; `flow` makes them. Old .doc files are not read.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

from tools.documents import bombs, krutidev
from tools.documents.devanagari import normalised
from tools.documents.flow import Flow
from tools.documents.limits import Limits
from tools.documents.runs import Looks, pieces_of, text_boxes, w
from tools.documents.types import Page
from tools.errors import Corrupt, Empty, PortalError, TooLarge


def read_word_file(name: str, data: bytes, limits: Limits) -> tuple[Page, ...]:
    """The pages of a DOCX file.

    Raises
    ------
    Encrypted, TooLarge, Corrupt, Empty
        See `tools.errors`; each sentence says what to do.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            bombs.check_zip(name, archive, limits)
        document = _open(data)
        pages = _Walker(document).pages()
    except PortalError:
        raise
    except Exception as error:  # python-docx lets KeyError, XML and ZIP errors of hostile files through
        raise Corrupt(
            f"{name} is damaged and cannot be opened. Open it in Word, save it again and add that."
        ) from error
    if len(pages) > limits.max_pages:
        raise TooLarge(f"{name} has {len(pages):,} pages; at most {limits.max_pages:,} are read. Split it.")
    if any(page.words for page in pages):
        return pages
    return _pictures(name, document, limits)


def _open(data: bytes) -> Any:
    import docx

    return docx.Document(io.BytesIO(data))


def _pictures(name: str, document: Any, limits: Limits) -> tuple[Page, ...]:
    """The pages of a Word file that holds nothing but scans."""
    from tools.documents.images import frames, scanned_pages
    from tools.documents.scans import Scanner

    relations = [rel for rel in document.part.rels.values() if not rel.is_external and rel.reltype.endswith("/image")]
    blobs = [rel.target_part.blob for rel in relations]
    if not blobs:
        raise Empty(f"{name} is empty: it has no text. Export it again and add the new file.")
    pictures = (picture for blob in blobs[: limits.max_pages] for picture in frames(name, blob, limits))
    return scanned_pages(pictures, Scanner(limits))


class _Walker:
    """Feeds the blocks of a document to a `Flow`."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._looks = Looks(document)
        body = document.element.body
        breaks = next(body.iter(w("lastRenderedPageBreak")), None)
        self._flow = Flow(breaks_itself=breaks is None)
        self._after_space = True

    def pages(self) -> tuple[Page, ...]:
        """Headers first, then the body, footers last: each once."""
        for part in self._parts("/header"):
            self._blocks(part)
        self._blocks(self._document.element.body)
        for part in self._parts("/footer"):
            self._blocks(part)
        return tuple(map(krutidev.page_decoded, self._flow.finish()))

    def _parts(self, kind: str) -> list[Any]:
        relations = self._document.part.rels.values()
        parts = [rel.target_part for rel in relations if not rel.is_external and rel.reltype.endswith(kind)]
        once = {"".join(part.element.itertext()).strip(): part.element for part in reversed(parts)}
        return [element for text, element in reversed(once.items()) if text]

    def _blocks(self, parent: Any) -> None:
        for child in parent.iterchildren():
            if child.tag == w("p"):
                self._paragraph(child)
            elif child.tag == w("tbl"):
                self._table(child)
            elif child.tag in (w("sdt"), w("sdtContent"), w("ins"), w("customXml")):
                self._blocks(child)

    def _paragraph(self, paragraph: Any) -> None:
        self._line(paragraph)
        self._flow.new_line()
        for box in text_boxes(paragraph):
            self._blocks(box)

    def _line(self, paragraph: Any) -> None:
        self._after_space = True
        for piece in pieces_of(paragraph):
            if piece == "page":
                self._flow.new_page()
            elif piece == "line":
                self._flow.new_line()
            elif piece == "image":
                self._flow.image()
            elif not isinstance(piece, str):
                self._text(piece.text, *self._looks.of(piece.run, paragraph))
                continue
            self._after_space = True

    def _text(self, text: str, font: str, size: float, color: str | None, hidden: bool) -> None:
        """Runs end anywhere, also in the middle of a word."""
        if not text:
            return
        text = _spelled(text, font)
        first, _, rest = text.partition(text.split()[0]) if text.strip() else (text, "", "")
        if not first and not self._after_space and self._flow.can_glue and not hidden:
            word = text.split()[0]
            self._flow.glue(word)
            self._flow.add(rest, font, size, color, hidden)
        else:
            self._flow.add(text, font, size, color, hidden)
        self._after_space = text[-1].isspace()

    def _as_stored(self, text: Any, paragraph: Any) -> str:
        return _spelled(text.text or "", self._looks.of(text.getparent(), paragraph)[0])

    def _table(self, table: Any) -> None:
        """A row whose cells are single paragraphs is one line; otherwise each cell is read by itself."""
        rows: list[tuple[str, ...]] = []
        for row in table.iter(w("tr")):
            if next(row.iterancestors(w("tbl"))) is not table:
                continue  # of a table within this one: read with its cell
            cells = [cell for cell in row.iter(w("tc")) if next(cell.iterancestors(w("tr"))) is row]
            rows.append(tuple("\n".join(_cell_lines(cell, self._as_stored)) for cell in cells))
            self._row(cells)
        if len(rows) > 1 and max(map(len, rows)) > 1:
            self._flow.table(tuple(rows))

    def _row(self, cells: list[Any]) -> None:
        if any(len(_cell_lines(cell)) > 1 or next(cell.iter(w("tbl")), None) is not None for cell in cells):
            for cell in cells:
                self._blocks(cell)
            return
        for cell in cells:
            for paragraph in cell.iter(w("p")):
                self._line(paragraph)
                self._flow.tab()
        self._flow.new_line()
        for cell in cells:
            for paragraph in cell.iter(w("p")):
                for box in text_boxes(paragraph):
                    self._blocks(box)


def _spelled(text: str, font: str) -> str:
    return krutidev.marked(text) if krutidev.is_legacy(font) else normalised(text)


def _cell_lines(cell: Any, spelled: Callable[[Any, Any], str] = lambda text, _: text.text or "") -> list[str]:
    """The non-empty paragraphs of a cell; `spelled` gives the text of a text element in a paragraph."""
    lines = ["".join(spelled(text, paragraph) for text in paragraph.iter(w("t"))) for paragraph in cell.iter(w("p"))]
    return [line.strip() for line in lines if line.strip()]
