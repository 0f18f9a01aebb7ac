"""Invented orders of courts of every sort and ending, each with its truth. Knows no extractor."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import cast

from tests.fiction import order_layouts, sorts
from tests.fiction.matters import Matter, matter
from tests.fiction.order_layouts import Layout
from tests.fiction.sorts import Sort
from tests.fiction.types import Specimen, Truth, Value
from tools.legal.types import Language, OutcomeKind

_HEAD_ONLY = (
    "court", "bench", "case_type", "case_number", "petitioner", "respondent", "petitioner_counsel",
    "respondent_counsel", "police_station", "district", "fir_number", "fir_date", "reserved_date",
)  # fmt: skip
_ANY = ("relief_asked", "surety", "directions", "hearing_date", "state", "year", "compliance")


def order(
    seed: int, sort: str, ending: str = "", language: Language = "en", *, layout: Layout | None = None
) -> Specimen:
    """The order number `seed` of a sort (`sorts.SORTS`) with one of its endings, in a layout of its court."""
    kind = sorts.BY_KEY[sort]
    rng = Random(f"order {seed} {sort} {ending} {language}")
    ending = ending or rng.choice(kind.endings)
    chosen: Layout = layout if layout else rng.choice(_layouts(kind, language))
    content = matter(rng, kind, ending, language, court=chosen)
    data, shown, extra = order_layouts.draw(content, chosen, rng)
    name = f"order_{sort}_{ending}_{chosen}_{seed}.pdf"
    return Specimen(name, data, chosen, language, _truth(content, ending, shown, extra))


def orders(count: int, *, start: int = 0) -> Iterator[Specimen]:
    """`count` orders, the sorts and endings in turn, every third in Hindi."""
    pairs = [(sort.key, ending) for sort in sorts.SORTS for ending in sort.endings]
    for index in range(count):
        sort, ending = pairs[index % len(pairs)]
        turn = index // len(pairs) + index
        hindi = turn % 3 == 1 and not sorts.BY_KEY[sort].supreme
        yield order(start + index, sort, ending, "hi" if hindi else "en")


def _layouts(sort: Sort, language: Language) -> tuple[Layout, ...]:
    if sort.supreme:
        return ("supreme",)
    bail = sort.body in ("bail", "anticipatory")
    if language == "hi":
        lower: tuple[Layout, ...] = ("nyayalaya", "up", "kota") if bail else ("nyayalaya", "up")
        return ("uchch",) if sort.high else lower
    if sort.high:
        courts: tuple[Layout, ...] = ("delhi", "high", "patna", "punjab", "jabalpur", "bombay", "allahabad")
        return courts[: 2 if sort.key in ("stay", "short") else None]
    return ("ecourts", "sheet", "typed") if sort.has_fir and sort.key != "trial" else ("ecourts", "ecourts", "typed")


def _truth(content: Matter, ending: str, shown: set[str], extra: dict[str, str]) -> Truth:
    stated = shown | _in_paragraphs(content)
    facts: dict[str, Value] = {
        key: value for key, value in content.facts.items() if key not in _HEAD_ONLY or key in stated
    }
    facts.update(extra)
    tolerated: dict[str, Value] = dict.fromkeys(_ANY, "")
    tolerated["district"] = content.where.district.in_(content.language)
    tolerated |= {"court": "", "petitioner": "", "respondent": ""}
    if content.conditions or content.sort.body == "trial":
        tolerated["money"] = ""
    fallback = cast(OutcomeKind, ending)
    return Truth(
        "order", facts, content.charged | content.cited, sorts.OUTCOMES.get(ending, (fallback,)),
        tolerated={key: value for key, value in tolerated.items() if key not in facts},
    )  # fmt: skip


def _in_paragraphs(content: Matter) -> set[str]:
    """The facts about the FIR that the paragraphs state too."""
    if not content.sort.has_fir:
        return set()
    text, words = " ".join(content.paragraphs), content.words
    pairs = {"police_station": "station", "district": "district", "fir_number": "crime", "fir_date": "fir_date"}
    stated = {key for key, word in pairs.items() if words[word] in text}
    return stated | {"fir_number"} if words["fir"] in text else stated
