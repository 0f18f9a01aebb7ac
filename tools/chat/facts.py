"""What a demo's result says to a question: its own sentences, chosen and repeated as they are. No model, no generation.

A question is met by its topics (`data/chat/facts.toml`: what people ask of such a result, in English, Hindi and Hindi
in Latin letters) and by the words that it shares with a sentence. Knows no demo and works nothing out.
"""

from __future__ import annotations

import math
import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from tools.chat.library_bridge import Wanted, sounds_of, wanted
from tools.chat.library_words import is_hindi, plain_text, terms, tokens
from tools.chat.types import Answer, Citation, Context, Fact
from tools.documents.types import Document
from tools.settings import DATA
from tools.translations import N_, Catalogue, Language, catalogue

TABLE: Final = DATA / "chat" / "facts.toml"
MODEL: Final = "quotes"
MOST: Final = 6  # sentences of one answer
BESIDE: Final = 0.3  # how far below the best sentence another may be that is asked for by its topic
BY_WORDS: Final = 0.85  # score from which a sentence answers without a topic
BESIDE_BY_WORDS: Final = 0.15
WORDS: Final = 1.5  # what all words in common count beside one topic
LENGTH: Final = 0.01  # what each word of a sentence costs, so that of equal ones the shortest comes first
FROM: Final = N_("From the result “{title}”:")
FROM_ALL: Final = N_("From the results that you brought along:")
SILENT: Final = N_(
    "The result does not say. Without a language model only what stands in it can be repeated: ask in other words, or "
    "choose a model under “Who answers” in the sidebar."
)
LISTS: Final = frozenset({"skills"})  # topics with a sentence for each thing, of which a question names one
WORD_END: Final = r"[\w\u0900-\u0963]*"
MARKER: Final = re.compile(r" \[(\d+)\]")  # as quoted answers write them


@dataclass(frozen=True)
class Said:
    """A sentence of a result, whose it is, how many of the question's topics it has and what part of its words."""

    fact: Fact
    context: Context
    topics: int
    words: float

    @property
    def score(self) -> float:
        """How well it fits; without a topic, of two that fit alike the shorter is better."""
        length = 0 if self.topics else LENGTH * len(terms(self.fact.said["en"]))
        return self.topics + WORDS * self.words - length


def chosen(question: str, contexts: Sequence[Context]) -> tuple[Said, ...]:
    """The few sentences of the results that answer `question`, in the results' own order; none for none."""
    scored = _scored(question, question, contexts)
    if asked := [one for one in scored if one.topics]:
        rest = _without_topics(question, contexts)
        asked = [one for one in _scored(question, rest, contexts) if one.topics]
        if wanted(rest):
            asked = [one for one in asked if one.words or not LISTS.issuperset(one.fact.topics)]
        if not asked or (len(asked) > MOST and wanted(rest) and not any(one.words for one in asked)):
            return ()  # it is after something that is not among them
        return _best(asked, max(one.score for one in asked) - BESIDE)
    best = max((one.score for one in scored), default=0.0)
    return _best(scored, best - BESIDE_BY_WORDS) if best >= BY_WORDS else ()


def asks_of_result(question: str, contexts: Sequence[Context]) -> bool:
    """Whether `question` is one that such a result answers, if it says so at all."""
    return any(topics_of(question, context.tool) for context in contexts if context.facts)


def beyond(question: str, found: Sequence[Said]) -> bool:
    """Whether `question` names something that neither a topic nor the sentences `found` have."""
    left = _without_topics(question, [one.context for one in found])
    held = [frozenset(terms(" ".join(one.fact.said.values()))) for one in found]
    return any(not any(each.issuperset(way) for way in one.ways for each in held) for one in wanted(left))


def result_answer(found: Sequence[Said], documents: Sequence[Document], language: Language) -> Answer:
    """Sentences of results as an answer, each with its source; those of one result without a page have one together."""
    words = catalogue(language)
    cited: dict[tuple[str, str, str], Citation] = {}
    lines = []
    for one in found:
        place = _citation(len(cited) + 1, one, documents, language)
        key = (place.tool, place.document, "" if place.tool else f"{place.page} {place.start} {place.end}")
        known = cited.get(key)
        if known is not None and place.tool:
            place = replace(known, quote=f"{known.quote} {place.quote}")
        cited[key] = replace(place, number=known.number) if known else place
        lines.append(f"- {one.fact.said[language]} [{cited[key].number}]")
    text = "\n".join((_lead(found, words), "", *lines))
    return Answer(text, "quotes", MODEL, "cpu", "document", tuple(cited.values()))


def with_quotes(said: Answer, quoted: Answer) -> Answer:
    """What the results say, then what the documents say word by word, numbered on."""
    first = len(said.citations)
    more = tuple(replace(one, number=one.number + first) for one in quoted.citations)
    text = MARKER.sub(lambda mark: f" [{int(mark[1]) + first}]", quoted.text)
    return replace(said, text=f"{said.text}\n\n{text}", citations=(*said.citations, *more))


def silent(language: Language) -> Answer:
    """What is said when neither the results nor the documents answer."""
    return Answer(catalogue(language).text(SILENT), "quotes", MODEL, "cpu", "absent")


def _lead(found: Sequence[Said], words: Catalogue) -> str:
    titles = dict.fromkeys(one.context.title for one in found)
    return words.text(FROM_ALL) if len(titles) > 1 else words.text(FROM).format(title=next(iter(titles)))


def _scored(question: str, named: str, contexts: Sequence[Context]) -> list[Said]:
    """Every sentence with the topics of `question` that it has, and the part of the words of `named`."""
    whose = [(context, fact) for context in contexts for fact in context.facts]
    texts = [frozenset(terms(" ".join(fact.said.values()))) for _, fact in whose]
    spoken = (word for _, fact in whose for word in tokens(" ".join(fact.said.values())))
    sought = wanted(named, sounds_of(dict.fromkeys(spoken)) if is_hindi(named) else None)  # "came" is not काम
    weights = [_weight(one, texts) for one in sought]
    topics = {context.tool: topics_of(question, context.tool) for context in contexts}
    return [
        Said(fact, context, len(topics[context.tool] & {*fact.topics}), _shared(sought, weights, held))
        for (context, fact), held in zip(whose, texts, strict=True)
    ]


def _without_topics(question: str, contexts: Sequence[Context]) -> str:
    """What `question` says beside the words by which its topics are known."""
    left = " ".join(plain_text(question).split())
    for tool in {context.tool for context in contexts}:
        for asks in _table(tool).values():
            left = asks.sub(" ", left)
    return left


def _shared(sought: Sequence[Wanted], weights: Sequence[float], held: frozenset[str]) -> float:
    """The part of the question's words that a sentence has, rare ones counting more."""
    pairs = zip(sought, weights, strict=True)
    shared = sum(weight for one, weight in pairs if any(held.issuperset(way) for way in one.ways))
    return shared / (sum(weights) or 1.0)


def _best(scored: Sequence[Said], least: float) -> tuple[Said, ...]:
    kept = sorted((one for one in scored if one.score >= least), key=lambda one: -one.score)[:MOST]
    return tuple(one for one in scored if any(one is each for each in kept))


def _weight(one: Wanted, texts: Sequence[frozenset[str]]) -> float:
    """A rare word counts more."""
    having = sum(any(text.issuperset(way) for way in one.ways) for text in texts)
    return math.log(1 + (len(texts) + 1) / (having + 0.5))


def _citation(number: int, one: Said, documents: Sequence[Document], language: Language) -> Citation:
    """Where a sentence comes from: the words on the document's page where they are known, else the result."""
    title, fact = one.context.title, one.fact
    if place := place_of(fact, title, documents):
        return Citation(number, title, fact.page, fact.quote, *place)
    return Citation(number, title, 0, fact.said[language], tool=one.context.tool)


def place_of(fact: Fact, title: str, documents: Sequence[Document]) -> tuple[int, int] | None:
    """Where a fact's quote stands on its page of the document called `title`; None where it stands nowhere."""
    pages = [page for document in documents if document.name == title for page in document.pages]
    page = next((page for page in pages if page.number == fact.page), None)
    start = page.text.find(fact.quote) if page and fact.quote else -1
    return (start, start + len(fact.quote)) if start >= 0 else None


def topics_of(question: str, tool: str) -> frozenset[str]:
    """The topics that `question` asks for."""
    plain = " ".join(plain_text(question).split())
    return frozenset(topic for topic, asks in _table(tool).items() if asks.search(plain))


@lru_cache(maxsize=8)
def _table(tool: str) -> dict[str, re.Pattern[str]]:
    read = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    rows = {**read["any"], **read.get(tool, {})}
    return {topic: re.compile(f"(?:{'|'.join(map(_plain, asks))}){WORD_END}") for topic, asks in rows.items()}


def _plain(pattern: str) -> str:
    """A pattern in the spelling of `plain_text`, which leaves its signs alone."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", pattern).replace("\u093c", ""))
