"""Covers what nobody but the parties should read: private numbers always, and the victim where the law forbids a name.

Every output of the summariser is made from a masked extract; `secrets_on` says which words to cover on the picture of a
page. A mask tells neither the length nor the parts of what it covers beyond eight characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from tools.documents.types import Box, Document, Page
from tools.legal.keys import KEYS
from tools.legal.secret_numbers import Span, merged, secret_numbers
from tools.legal.types import Extract, Fact, KeySentence, Outcome, SectionMention
from tools.legal.victims import distinct_parts, named_victims, protection

MARK: Final = "▮"
LONGEST_MASK: Final = 8
SHORTEST_QUOTE: Final = 3  # letters; a shorter rest of a quote proves nothing
MOST_VICTIMS: Final = 60
SHORTEST_SPLIT: Final = 6  # letters of a Latin name that a scan may have split
_LETTER: Final = "A-Za-z0-9\u0900-\u0963\u0966-\u097f"
_RESIDENCE: Final = re.compile(
    r"(?<![\w\u0900-\u097f])(?:R/o|resident of|residing at|निवासी|निवासिनी|नि0|नि०)[ \n:.-]{1,3}"
    r"(?P<value>[^;।]{3,120}?)"
    r"(?=[;।]|\.\s|\s(?:aged|who|has|had|was|is|ने|को|के|की|उम्र|द्वारा)\b|\s(?:ने|को|उम्र|द्वारा)\s|\n\n|$)",
    re.I,
)
_SCHOOL: Final = re.compile(
    r"(?P<value>(?:(?:[A-Z][\w.'’]{0,24}|of|and)[ \n]){1,6}(?:School|College|Vidyalaya|Academy)(?:,? [A-Z]\w{2,24})?)"
)
_SCHOOL_HINDI: Final = re.compile(
    r"(?P<value>(?:[\u0900-\u097f.]{2,20}[ \n]){1,3}(?:विद्यालय|स्कूल|कॉलेज|महाविद्यालय|विद्यापीठ))(?![\u0900-\u097f])"
)
_ONE_SIGN: Final = {
    unicodedata.normalize("NFC", sign): sign for sign in "\u0958\u0959\u095a\u095b\u095c\u095d\u095e\u095f"
}
_PERSONAL: Final = tuple(key.key for key in KEYS.values() if key.personal == "person")


def is_protected(sections: Iterable[SectionMention], text: str) -> bool:
    """Whether the document is about an offence whose victim must not be named; see `tools.legal.victims`."""
    return bool(protection(sections, text))


def sensitive(extract: Extract, document: Document) -> bool:
    """Whether the victim of this document is to be covered."""
    return is_protected(extract.sections, document.text)


def victims_in(extract: Extract, document: Document) -> tuple[str, ...]:
    """The names to cover in this document, as written: the victim, and who would give her or him away.

    In doubt whether a name is the victim's, it is among them. Empty when the document is not protected.
    """
    level = protection(extract.sections, document.text)
    return named_victims(extract, document, level)[:MOST_VICTIMS] if level else ()


def protected(extract: Extract, document: Document) -> Extract:
    """`extract` with `sensitive` and `victims` set, from its own facts and the text of the document."""
    return replace(extract, sensitive=sensitive(extract, document), victims=victims_in(extract, document))


def masked_text(text: str, victims: Sequence[str] = ()) -> str:
    """`text` with every private number, and every name of `victims`, behind marks."""
    pieces, last = [], 0
    for start, end in secret_spans(text, victims):
        pieces += [text[last:start], mask_of(text[start:end])]
        last = end
    return "".join((*pieces, text[last:]))


def mask_of(secret: str) -> str:
    """As many marks as `secret` has letters and digits, but at most eight and at least one."""
    return MARK * max(1, min(LONGEST_MASK, sum(sign.isalnum() for sign in secret)))


def secret_spans(text: str, victims: Sequence[str] = ()) -> list[Span]:
    """First character and one past the last of everything in `text` to cover, in order, not overlapping."""
    found = secret_numbers(text)
    if victims:
        pattern = _pattern(tuple(victims))
        found += [match.span() for match in pattern.finditer(text)] if pattern else []
        for place in (_RESIDENCE, _SCHOOL, _SCHOOL_HINDI):
            found += [match.span("value") for match in place.finditer(text)]
    return merged(found)


def mask(extract: Extract) -> Extract:
    """The extract that may be shown: values, quotes, items and sentences without private numbers and victims.

    The quote of a masked fact is its printed label or the longest piece of the quote that gives nothing away, so it
    still stands on the page; it may be empty. `victims` is empty in the result.
    """
    victims = extract.victims if extract.sensitive else ()
    hidden = _hidden_keys(extract)
    return replace(
        extract,
        facts={key: _masked_fact(fact, victims, hidden) for key, fact in extract.facts.items()},
        sections=tuple(
            replace(mention, quote=_clean_quote(mention.quote, "", victims)) for mention in extract.sections
        ),
        outcome=_masked_outcome(extract.outcome, victims) if extract.outcome else None,
        next_date=_masked_fact(extract.next_date, victims, hidden) if extract.next_date else None,
        key_sentences=tuple(_masked_sentence(sentence, victims) for sentence in extract.key_sentences),
        notes=tuple(masked_text(note, victims) for note in extract.notes),
        victims=(),
    )


def secrets_on(page: Page, extract: Extract) -> tuple[Box, ...]:
    """Boxes of the words to cover on the picture of `page`, from the extract that is not masked yet."""
    victims = extract.victims if extract.sensitive else ()
    boxes = [box for start, end in secret_spans(page.text, victims) for box in page.boxes(start, end)]
    for key in _hidden_keys(extract):
        fact = extract.facts.get(key)
        for one in (fact, *fact.items) if fact else ():
            if one.page == page.number:
                boxes += one.boxes or page.locate(one.quote)
    return tuple(dict.fromkeys(boxes))


def _hidden_keys(extract: Extract) -> frozenset[str]:
    """The facts whose whole value is covered: private numbers, and a complainant who must not be known."""
    hidden = {key.key for key in KEYS.values() if key.personal == "number"}
    name = extract.facts.get("complainant_name")
    if extract.sensitive and (name is None or secret_spans(name.value, extract.victims)):
        hidden |= set(_PERSONAL)
        place, address = extract.facts.get("place"), extract.facts.get("complainant_address")
        if place and address and len(_words(place.value) & _words(address.value)) >= 2:
            hidden.add("place")
    return frozenset(hidden)


def _words(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(rf"[{_LETTER}]{{3,}}", text)}


@lru_cache(maxsize=64)
def _pattern(victims: tuple[str, ...]) -> re.Pattern[str] | None:
    """Every victim's full name and given name, however spaced; not inside a longer word."""
    names = sorted({*victims, *distinct_parts(victims)}, key=len, reverse=True)
    spaced = [_as_printed(name) for name in names if name.strip(" .")]
    return re.compile(rf"(?<![{_LETTER}])(?:{'|'.join(spaced)})(?![{_LETTER}])", re.I) if spaced else None


def _as_printed(name: str) -> str:
    """A pattern that finds a name as scans and old text layers give it: with a space in a word or none between two.

    A dotted letter may be written in either of Unicode's two ways. A short Latin name must stand as it is: the letters
    of "Ana" are also in "an a".
    """
    words = [word.strip(".") for word in unicodedata.normalize("NFC", name).split()]
    if name.isascii() and len("".join(words)) < SHORTEST_SPLIT:
        return r"[\s.]{1,3}".join(map(re.escape, words))
    letters = [letter for word in words for letter in re.findall(r".\u093c?", word)]
    either = [f"(?:{letter}|{_ONE_SIGN[letter]})" if letter in _ONE_SIGN else re.escape(letter) for letter in letters]
    return r"[\s.]{0,2}".join(either)


def _masked_fact(fact: Fact, victims: Sequence[str], hidden: frozenset[str]) -> Fact:
    whole = fact.key in hidden
    value = mask_of(fact.value) if whole else masked_text(fact.value, victims)
    label = _clean_quote(fact.label, "", victims)
    quote = label if whole else _clean_quote(fact.quote, fact.label, victims)
    items = tuple(_masked_fact(item, victims, hidden) for item in fact.items)
    if items:
        value = "; ".join(item.value for item in items)
    return replace(fact, value=value, quote=quote, label=label, items=items)


def _clean_quote(quote: str, label: str, victims: Sequence[str]) -> str:
    """`quote` itself when it is clean, else its longest clean piece, else the clean label, else nothing."""
    spans = secret_spans(quote, victims)
    if not spans:
        return quote
    edges = [0, *(edge for span in spans for edge in span), len(quote)]
    pieces = [quote[start:end].strip() for start, end in zip(edges[::2], edges[1::2], strict=True)]
    best = max(pieces, key=len)
    if sum(sign.isalpha() for sign in best) >= SHORTEST_QUOTE and not secret_spans(best, victims):
        return best
    return "" if secret_spans(label, victims) else label


def _masked_outcome(outcome: Outcome, victims: Sequence[str]) -> Outcome:
    also = tuple(_masked_outcome(other, victims) for other in outcome.also)
    return replace(outcome, quote=_clean_quote(outcome.quote, "", victims), also=also)


def _masked_sentence(sentence: KeySentence, victims: Sequence[str]) -> KeySentence:
    return replace(sentence, text=masked_text(sentence.text, victims))
