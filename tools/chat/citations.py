"""From markers in a model's answer to citations: which piece is meant, and which of its words bear the answer out.

Goes by shared words and numbers, not by meaning: the quote is the sentence that most likely holds what was said, and a
reader must still compare.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz

from tools.chat.results import Line
from tools.chat.sources import Source
from tools.chat.types import Citation
from tools.documents.sentences import sentences_in

_ONE: Final = r"[\d\u0966-\u096f]{1,3}"
MARKER: Final = re.compile(
    rf"[ \t\u00a0]*[\[【](?P<numbers>\s*{_ONE}(?:\s*(?:[,;&]|–|-|and)\s*{_ONE})*)\s*[\]】](?!\()"
)
LONGEST_QUOTE: Final = 420  # characters; longer sentences are cut at a word
LEAST_WORDS: Final = 3  # of words in quotation marks, to be taken for a quotation
_NUMBER: Final = re.compile(r"(\d+)(?:\s*[–-]\s*(\d+))?")
_WORD: Final = re.compile(r"[^\W_]+(?:[\u0900-\u0903\u093c-\u094f]+[^\W_]*)*")
_QUOTED: Final = re.compile(
    r"“([^”\n]{8,600})”|„([^“”\n]{8,600})[“”]|«([^»\n]{8,600})»|(?<![\w\"])\"([^\"\n]{8,600})\"(?!\w)"
)
_STOP_TEXT: Final = """
    the a an of to in on at by for with and or is was are were be been has had have it its this that as from not no
    will shall may he she they his her their which who there here also but if then than into under
    का की के को में से ने है हैं था थी थे और या यह वह इस उस पर भी कि जो तो ही एक हो कर गया गई गए
"""
_STOP: Final = frozenset(_STOP_TEXT.split())
_ALIKE: Final = {ord(sign): plain for sign, plain in zip("‘’“”–—‹›", "''\"\"--<>", strict=True)}


@dataclass(frozen=True)
class Cited:
    """An answer whose markers all mean something, the citations that they point to, and how many markers did not."""

    text: str
    citations: tuple[Citation, ...]
    unknown: int = 0


def cite(text: str, found: Sequence[Source]) -> Cited:
    """The answer with each marker as ``[1]`` or ``[1][2]``; markers of unknown numbers are taken out of the text."""
    by_number = {source.number: source for source in found}
    said: dict[int, list[str]] = {}
    parts, at, unknown = [], 0, 0
    for marker in MARKER.finditer(text):
        numbers = list(dict.fromkeys(_numbers(marker["numbers"])))
        known = [number for number in numbers if number in by_number]
        unknown += len(numbers) - len(known)
        parts.append(text[at : marker.start()])
        if known:
            lead = marker[0][: len(marker[0]) - len(marker[0].lstrip())]
            parts.append(lead + "".join(f"[{number}]" for number in known))
        at = marker.end()
        for number in known:
            said.setdefault(number, []).append(_sentence_before(text, marker.start()))
    cited = tuple(_citation(by_number[number], said[number]) for number in sorted(said))
    return Cited("".join((*parts, text[at:])), cited, unknown)


def best_quote(text: str, claims: Sequence[str]) -> tuple[int, int]:
    """Where in `text` the sentence stands that shares most with one of the claims; the first where none does."""
    best, place = -1.0, (0, min(len(text), LONGEST_QUOTE))
    wanted = [(claim, words(claim)) for claim in claims]
    for start, end in pieces(text):
        score = max((_support(claim, tokens, text[start:end]) for claim, tokens in wanted), default=0.0)
        if score > best:
            best, place = score, (start, end)
    return place


def loose_quotes(answer: str, texts: Iterable[str]) -> tuple[str, ...]:
    """What `answer` sets in quotation marks although no text says it, but for spacing and capitals."""
    known = [_folded(text) for text in texts]
    quoted = (next(part for part in found.groups() if part) for found in _QUOTED.finditer(MARKER.sub("", answer)))
    return tuple(
        dict.fromkeys(
            quote
            for quote in quoted
            if len(quote.split()) >= LEAST_WORDS
            and not any(all(part in text for part in _folded(quote).split("…") if part) for text in known)
        )
    )


def words(text: str) -> frozenset[str]:
    """The words and numbers that tell something, in lower case."""
    plain = unicodedata.normalize("NFC", text).lower()
    plain = re.sub(r"(?<=\d),(?=\d)", "", plain)
    return frozenset(word for word in _WORD.findall(plain) if word not in _STOP and (len(word) > 1 or word.isdigit()))


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of `text`; one that is too long is cut at words."""
    for span in sentences_in(text):
        start = span.start
        while span.end - start > LONGEST_QUOTE:
            cut = max(text.rfind(sign, start + LONGEST_QUOTE // 2, start + LONGEST_QUOTE) for sign in (" ", "\n"))
            stop = cut if cut > 0 else start + LONGEST_QUOTE
            yield start, stop
            start = stop + (text[stop : stop + 1].isspace())
        if start < span.end:
            yield start, span.end


def _support(claim: str, wanted: frozenset[str], sentence: str) -> float:
    """How well a sentence bears a claim out: the share of the claim's words it has, numbers twice, then likeness."""
    has = words(sentence)
    weights = {word: 2.0 if word.isdigit() else 1.0 for word in wanted}
    shared = sum(weight for word, weight in weights.items() if word in has)
    return shared / max(1.0, sum(weights.values())) + 0.3 * fuzz.token_set_ratio(claim, sentence) / 100


def _citation(source: Source, claims: Sequence[str]) -> Citation:
    passage, context = source.passage, source.context
    if passage is None:
        title, tool = (context.title, context.tool) if context else ("", "")
        lines = _best_lines(source, claims)
        if source.page:
            first = lines[0]
            return Citation(source.number, title, source.page, first.quote, first.start, first.end)
        return Citation(source.number, title, 0, " ".join(line.text for line in lines), tool=tool)
    start, end = best_quote(passage.text, claims)
    place = passage.start + start, passage.start + end
    return Citation(source.number, passage.document, passage.page, passage.text[start:end], *place)


def _best_lines(source: Source, claims: Sequence[str]) -> tuple[Line, ...]:
    """For each claim the line of a result that bears it out best, in the claims' order."""
    lines = source.lines or tuple(map(Line, source.text.split("\n")))
    spelled = {line: line.text.replace("_", " ").replace(".", " ") for line in lines}  # names of figures as words

    def best(claim: str) -> Line:
        wanted = words(claim)
        return max(lines, key=lambda line: max(_support(claim, wanted, text) for text in (line.text, spelled[line])))

    return tuple(dict.fromkeys(map(best, claims or ("",))))


def _sentence_before(text: str, at: int) -> str:
    """The sentence of the answer that a marker at `at` belongs to: the one that ends there."""
    before = MARKER.sub("", text[max(0, at - 800) : at]).rstrip()
    spans = sentences_in(before)
    return before[spans[-1].start : spans[-1].end] if spans else before


def _numbers(text: str) -> Iterator[int]:
    plain = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in text)
    for found in _NUMBER.finditer(plain):
        first, last = int(found[1]), int(found[2] or found[1])
        yield from range(first, min(last, first + 20) + 1)


def _folded(text: str) -> str:
    """For comparing quotations: one kind of quotation mark and dash, single spaces, lower case, three dots as one."""
    plain = unicodedata.normalize("NFC", text).replace("...", "…").lower()
    plain = plain.translate(_ALIKE)
    return " ".join(plain.strip(" .,;:!?").split())
