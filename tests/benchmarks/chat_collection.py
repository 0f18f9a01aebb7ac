"""Documents and question-page pairs that the assistant's retrieval is measured with.

Documents: 30 Supreme Court judgments of DELSumm and 6 of MILDSum, cut into pages of about 450 words, and two Hindi
reports of the Law Commission with their own pages, scanned and read by OCR (kept in the temporary folder once read).

Pairs come in three kinds; the search itself decides none of them.

- *asked*: questions written by hand after reading, with the places of the answer (`chat_questions.tsv`: page and first
  and last character in its text; of scans, whose text varies with the OCR, the page alone). Many of the Hindi ones are
  the English ones said in Hindi. Whoever wrote `data/chat/bridge.toml` knew the questions: no half is quite unseen.
- *keywords*: a sentence of a DELSumm summary belongs to the page that holds at least 60 % of its runs of four words
  when no other page holds half as many; asked are every second of its words of four letters and more, at most eight.
- *told*: a sentence of a MILDSum summary, English or Hindi, belongs to the page that alone holds the numbers of three
  digits and more in it; asked is the sentence without any number.
"""

from __future__ import annotations

import csv
import pickle
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from tests.shared import shared
from tests.support import document_from_text
from tools.documents import Document, Limits, read_document
from tools.documents.sentences import sentences_in

PAGE_WORDS = 450
MOST_OF_A_DOCUMENT = 8
QUESTIONS = Path(__file__).with_name("chat_questions.tsv")
_NUMBER = re.compile(r"\d[\d,./-]*\d\d|\d{3,}")
_LONG = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True)
class Pair:
    """A question, the pages of its document that answer it and, when known, the places (page, start, end)."""

    kind: Literal["asked", "keywords", "told"]
    document: str
    question: str
    pages: frozenset[int]
    places: tuple[tuple[int, int, int], ...] = ()

    @property
    def hindi(self) -> bool:
        return bool(re.search("[\u0900-\u097f]", self.question))


def documents() -> dict[str, Document]:
    """All documents by name."""
    folder = shared("data/legal/docs")
    found = {path.name: _judgment(path) for path in sorted(folder.iterdir()) if path.is_dir()}
    for path in sorted(folder.glob("lawcommission_*.pdf")):
        found[path.stem] = replace(_scanned(path), name=path.stem)
    return found


def pairs(found: dict[str, Document]) -> list[Pair]:
    """All pairs, of the documents in order."""
    return [*asked(), *keywords(found), *told(found)]


def asked() -> Iterator[Pair]:
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            found = [tuple(map(int, re.split("[:-]", place))) for place in row["answers"].split()]
            places = tuple((one[0], one[1], one[2]) for one in found if len(one) == 3)
            yield Pair("asked", row["document"], row["question"], frozenset(one[0] for one in found), places)


def keywords(found: dict[str, Document]) -> Iterator[Pair]:
    for name, document in found.items():
        if name.startswith("delsumm"):
            lines = (shared(f"data/legal/docs/{name}") / "summary_A1.txt").read_text().splitlines()
            made = (_keywords(line, document) for line in lines)
            yield from [pair for pair in made if pair][:MOST_OF_A_DOCUMENT]


def told(found: dict[str, Document]) -> Iterator[Pair]:
    for name, document in found.items():
        if name.startswith("mildsum"):
            for language in ("EN", "HI"):
                text = (shared(f"data/legal/docs/{name}") / f"{language}_Summary.txt").read_text()
                made = (_told(text[span.start : span.end], document) for span in sentences_in(text))
                yield from [pair for pair in made if pair][:MOST_OF_A_DOCUMENT]


def _keywords(line: str, document: Document) -> Pair | None:
    shares = sorted(((_shared_runs(line, page.text), page.number) for page in document.pages), reverse=True)
    long = _LONG.findall(line.lower())
    if len(long) < 8 or shares[0][0] < 0.6 or (len(shares) > 1 and shares[1][0] > shares[0][0] / 2):
        return None
    return Pair("keywords", document.name, " ".join(long[::2][:8]), frozenset({shares[0][1]}))


def _shared_runs(line: str, page: str) -> float:
    ours, theirs = _runs(line), _runs(page)
    return len(ours & theirs) / max(len(ours), 1)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {tuple(words[at : at + 4]) for at in range(len(words) - 3)}


def _told(sentence: str, document: Document) -> Pair | None:
    numbers = {_digits(number) for number in _NUMBER.findall(sentence)}
    holding = [
        page.number for page in document.pages if numbers <= {_digits(one) for one in _NUMBER.findall(page.text)}
    ]
    question = " ".join(re.sub(r"\S*\d\S*", " ", sentence).split())
    if not numbers or len(holding) != 1 or len(question.split()) < 6:
        return None
    return Pair("told", document.name, question, frozenset(holding))


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _judgment(path: Path) -> Document:
    """A judgment of one sentence (DELSumm) or line (MILDSum) a line, in pages."""
    english = path / "EN_Judgment.txt"
    lines = (english if english.exists() else path / "judgment.txt").read_text().splitlines()
    return document_from_text(path.name, "\f".join(_pages([line.partition("\t")[0] for line in lines])), gaps=False)


def _pages(lines: Sequence[str]) -> Iterator[str]:
    page: list[str] = []
    for line in lines:
        if page and sum(len(one.split()) for one in [*page, line]) > PAGE_WORDS:
            yield "\n".join(page)
            page = []
        page.append(line)
    yield "\n".join(page)


def _scanned(path: Path) -> Document:
    kept = Path(tempfile.gettempdir()) / f"portal-benchmark-{path.stem}.pickle"
    if kept.exists():
        document: Document = pickle.loads(kept.read_bytes())
        return document
    document = read_document(path.name, path.read_bytes(), limits=replace(Limits.default(), ocr_seconds=1200.0))
    kept.write_bytes(pickle.dumps(document))
    return document
