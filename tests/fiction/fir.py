"""Invented FIRs in the layouts that the police use, each with its truth. Knows no extractor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Final, Literal

from tests.fiction import fir_form, fir_typed
from tests.fiction.fir_paper import Look
from tests.fiction.reports import Report, report
from tests.fiction.types import Specimen, Truth, Value
from tools.legal.types import Language

Layout = Literal["cctns", "hindi", "english", "bnss", "typed", "broken", "marathi"]
LAYOUTS: Final[tuple[Layout, ...]] = ("cctns", "hindi", "english", "bnss", "typed", "broken", "marathi")
_STATES: Final = {
    "cctns": ("Rajasthan", "Uttar Pradesh", "Madhya Pradesh", "Bihar", "Haryana"),
    "hindi": ("Rajasthan",),
    "english": ("Delhi", "Haryana", "Maharashtra"),
    "bnss": ("Rajasthan", "Uttar Pradesh", "Madhya Pradesh", "Uttarakhand", "Haryana"),
    "typed": ("Uttar Pradesh", "Madhya Pradesh", "Bihar", "Rajasthan"),
    "broken": ("Rajasthan", "Uttarakhand"),
    "marathi": ("Maharashtra",),
}
_LOOKS: Final = {
    "cctns": Look("bilingual", order="values_first", size=9),
    "hindi": Look("hi", size=10, letters="अबसदयरलवशह"),
    "english": Look("en", face="Helvetica", size=10, together=True, bold_labels=True),
    "bnss": Look("bilingual", size=8.8, bold_labels=True, one_row_each=True),
    "broken": Look("bilingual", order="values_first", size=9, broken=True),
    "marathi": Look("marathi", order="values_first", size=8.8),
}


def fir(
    seed: int, layout: Layout, language: Language | None = None, *, offence: str = "", on: date | None = None,
    blank: float = 1.0, vary: bool = True,
) -> Specimen:  # fmt: skip
    """The FIR number `seed` in `layout`. Hindi labels go with Hindi; a bilingual print may be filled in in English.

    With `vary` spacing, columns and capitals change from print to print, as they do from state to state.
    """
    rng = Random(f"fir {seed} {layout} {language} {offence}")
    chosen: Language = language or {"english": "en", "marathi": "en", "cctns": rng.choice(("hi", "hi", "en"))}.get(
        layout, "hi"
    )
    digits = "devanagari" if layout in ("hindi", "typed") and chosen == "hi" and rng.random() < 0.4 else "ascii"
    if layout == "bnss" and on is None:
        on = date(rng.choice((2024, 2025)), rng.randint(8, 12), rng.randint(1, 28))
    if layout in ("hindi", "broken") and on is None:
        on = date(rng.choice((2017, 2019, 2021, 2023)), rng.randint(1, 12), rng.randint(1, 28))
    content = report(rng, chosen, offence=offence, state=rng.choice(_STATES[layout]), on=on, digits=digits, blank=blank)
    name = f"fir_{layout}_{chosen}_{seed}.pdf"
    if layout == "typed":
        data, facts, tolerated = fir_typed.draw(content, rng)
        return Specimen(name, data, layout, chosen, Truth("fir", facts, content.sections, tolerated=tolerated))
    look = _LOOKS[layout]
    if layout == "english":
        look = replace(
            look, force=f"{content.where.state.name.en.upper()} POLICE", face=rng.choice(("Helvetica", "Times", "Noto"))
        )
    data, used = fir_form.draw(content, _varied(look, content, rng) if vary else look)
    return Specimen(name, data, layout, chosen, truth_of(content, used))


def _varied(look: Look, content: Report, rng: Random) -> Look:
    printed = rng.choice(("", "", f"Printed On : {content.on + timedelta(days=9):%d-%m-%Y} 11:42"))
    return replace(
        look, tight=rng.random() < 0.3, fixed=rng.random() < 0.3, drop=rng.choice((0.0, 0.0, 0.5, -0.4)),
        upper=content.language == "en" and rng.random() < 0.4, attach=rng.random() < 0.4, printed_on=printed,
    )  # fmt: skip


def truth_of(content: Report, used: set[str]) -> Truth:
    """What the form shows; what only an address or a printed 0 says is tolerated."""
    facts: dict[str, Value] = {key: value for key, value in content.normal.items() if key in used}
    tolerated: dict[str, Value] = {"state": content.where.state.name.in_(content.language), "action_taken": ""}
    if facts.get("accused_more_than") == "0":
        tolerated["accused_more_than"] = facts.pop("accused_more_than")
    return Truth("fir", facts, content.sections, tolerated=_missing(tolerated, facts))


def _missing(tolerated: Mapping[str, Value], facts: Mapping[str, Value]) -> dict[str, Value]:
    return {key: value for key, value in tolerated.items() if key not in facts}
