"""Which companies a headline names, and how it speaks about each of them; the model is passed in.

The matcher goes by the names and symbols of the table (`symbols.py`): it knows no products, subsidiaries or managers,
and it does not tell a company from an everyday word that is written the same in the same place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from tools.errors import BadInput
from tools.instructions import without_sentences
from tools.stocks.symbols import Entry, entries
from tools.stocks.types import Headline, Sentiment, Symbol

if TYPE_CHECKING:
    from models.sentiment.types import SentimentClassifier

MOST_CHARACTERS: Final = 500  # of a headline that are searched for names
WORD: Final = re.compile(r"[^\W_]+")
# words at the end of a company's name that headlines leave out, and words that no shortened name ends with
LEFT_OUT: Final = frozenset({"limited", "ltd", "india", "industries", "company", "corporation", "enterprises", "co"})
JOINING: Final = frozenset({"of", "and", "the", "for"})
# one-word names and symbols that headlines use as everyday words or for something else
_EVERYDAY: Final = """
accuracy advance affordable amber antarctica anthem apex atlanta bang beta brigade brooks butterfly campus celebrity
clean coal coastal corona craftsman creative crest crown cub deep den dollar dolphin ems engineers excel face fact flair
focus fusion future gal gateway global globe idea incredible intellect ipl juniper landmark lincoln lux magnum man
mankind marathon marine max mercantile metropolis midwest monarch nile nucleus oil page par pi platinum premier prestige
psb pyramid race rain rainbow rba reliable responsive retail route safari sapphire satin shah sigma signature singer
solar southwest spectrum stallion standard star supreme take total ufo urban veto vip vital wealth wheels worth zodiac
"""
EVERYDAY: Final = frozenset(_EVERYDAY.split())
# names that hold a company's name and are none of ours
OTHERS: Final = (("reserve", "bank", "of", "india"), ("export", "import", "bank", "of", "india"))
# exchanges that are companies too: after these words the place of trade is meant
VENUES: Final = frozenset({"BSE", "MCX"})
PLACE_WORDS: Final = frozenset({"on", "at", "in", "from", "of", "via", "to"})
Owners = tuple[Symbol, ...]


@dataclass(frozen=True)
class Mention:
    """A name in a headline: `text` as it is written there, from `start` to before `end`.

    `symbols` are all that bear the name, the largest first: parts of a divided company share their old one.
    """

    symbols: tuple[Symbol, ...]
    text: str
    start: int
    end: int


def moods(
    headlines: Sequence[Headline | str], entities: Sequence[str], model: SentimentClassifier
) -> tuple[Sentiment, ...]:
    """How each headline speaks about the entity at the same place; both as long as each other.

    Raises
    ------
    BadInput
        There are more headlines than entities, or fewer.
    QueueFull
        Too many requests wait for the model.
    """
    if len(headlines) != len(entities):
        raise BadInput(f"{len(headlines)} headlines came with {len(entities)} companies: give one company for each.")
    titles = [headline if isinstance(headline, str) else headline.title for headline in headlines]
    read = [without_sentences(title) for title in titles]
    answers = model.classify([(text or entity, entity) for text, entity in zip(read, entities, strict=True)])
    return tuple(
        Sentiment(title, entity, answer.label, answer.probability, to_machine=text != title)
        for title, text, entity, answer in zip(titles, read, entities, answers, strict=True)
    )


def news_moods(
    headlines: Sequence[Headline], symbol: Symbol, model: SentimentClassifier
) -> tuple[tuple[Headline, Sentiment], ...]:
    """Those of the headlines that name `symbol`, each with how it speaks about it; `entity` is the name as written.

    Raises
    ------
    QueueFull
        Too many requests wait for the model.
    """
    about = [(headline, found) for headline in headlines if (found := mention_of(headline.title, symbol))]
    answers = moods([headline for headline, _ in about], [found.text for _, found in about], model)
    return tuple((headline, answer) for (headline, _), answer in zip(about, answers, strict=True))


def mention_of(title: str, symbol: Symbol) -> Mention | None:
    """The first place where `title` names `symbol`; None where it does not."""
    named = (found for found in mentions(title) if any(owner.symbol == symbol.symbol for owner in found.symbols))
    return next(named, None)


def mentions(title: str) -> tuple[Mention, ...]:
    """Every share and index that `title` names, in order: the longest name at each place, names before symbols.

    Names must begin with a capital letter or a digit, symbols have two capitals or more; in a title all in capitals
    symbols that are no names are not looked for.
    """
    title = title[:MOST_CHARACTERS]
    words = list(WORD.finditer(title))
    shouted = title.upper() == title
    found, at = [], 0
    while at < len(words):
        length, owners = _name_at(words, at)
        if not length and not shouted and sum(letter.isupper() for letter in words[at].group()) > 1:
            length, owners = 1, _codes().get(words[at].group().upper(), ())
        start, end = words[at].start(), words[at + max(length, 1) - 1].end()
        if owners and not _means_something_else(title, words, at, length, owners[0]):
            found.append(Mention(owners, title[start:end], start, end))
        at += max(length, 1)
    return tuple(found)


def _name_at(words: Sequence[re.Match[str]], at: int) -> tuple[int, Owners]:
    """The longest name that begins at this word, as (words, owners); (0, ()) where none does."""
    first = words[at].group()
    if not first[0].islower():
        for name, owners in _names().get(first.casefold(), ()):
            if name == tuple(word.group().casefold() for word in words[at : at + len(name)]):
                return len(name), owners
    return 0, ()


def _means_something_else(title: str, words: Sequence[re.Match[str]], at: int, length: int, owner: Symbol) -> bool:
    """Whether an exchange is meant as a place, or one word of a smaller company's name is a part of another name."""
    before = words[at - 1] if at else None
    if owner.symbol in VENUES:
        return before is not None and before.group().casefold() in PLACE_WORDS
    if length > 1 or owner.nifty50 or owner.index:
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    begins = before is None or at == 1 or title[before.end() : words[at].start()] != " "
    joined = after is not None and title[words[at].end() : after.start()] == " " and _is_capitalised(after)
    return joined or (before is not None and not begins and _is_capitalised(before))


def _is_capitalised(word: re.Match[str]) -> bool:
    text = word.group()
    return text.istitle() and text.isalpha() and len(text) > 2


@lru_cache(maxsize=1)
def _names() -> dict[str, list[tuple[tuple[str, ...], Owners]]]:
    """By their first word all names as words with who bears them, the longest name first."""
    table: dict[tuple[str, ...], dict[str, Symbol]] = {name: {} for name in OTHERS}
    ordered = sorted(entries(), key=lambda entry: (not entry.symbol.index, not entry.symbol.nifty50))
    whole = {words for entry in ordered for words in _forms(entry, whole=True)}
    for entry in ordered:
        forms = [*_forms(entry, whole=True), *(words for words in _forms(entry, whole=False) if words not in whole)]
        for words in forms:
            table.setdefault(words, {})[entry.symbol.symbol] = entry.symbol
    found: dict[str, list[tuple[tuple[str, ...], Owners]]] = {}
    for words, owners in sorted(table.items(), key=lambda item: -len(item[0])):
        found.setdefault(words[0], []).append((words, tuple(owners.values())))
    return found


def _forms(entry: Entry, *, whole: bool) -> Iterator[tuple[str, ...]]:
    """The entry's names as they stand (`whole`), or shortened, and its symbol where its name begins with it."""
    for name in entry.names:
        words = WORD.findall(name)
        if not whole:
            while len(words) > 1 and words[-1] in LEFT_OUT:
                words.pop()
            if words and (words[-1] in JOINING or len("".join(words)) < 2):
                continue
        if words and not (len(words) == 1 and words[0] in EVERYDAY):
            yield tuple(words)
    code = tuple(WORD.findall(entry.codes[0]))
    in_a_name = len(code) > 1 or any(code[0] in WORD.findall(name) for name in entry.names)
    if not whole and in_a_name and len("".join(code)) > 1 and not (len(code) == 1 and code[0] in EVERYDAY):
        yield code


@lru_cache(maxsize=1)
def _codes() -> dict[str, Owners]:
    """Symbols of three letters or more, and former ones where no share has them now."""
    found: dict[str, Owners] = {}
    for place in (slice(0, 1), slice(1, None)):
        for entry in entries():
            for code in entry.codes[place]:
                if len(code) > 2 and code not in EVERYDAY:
                    found.setdefault(code.upper(), (entry.symbol,))
    return found
