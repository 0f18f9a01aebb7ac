"""What the sections say, old and new side by side, out of `data/law/*.tsv`; what is not there is not known.

Where a document names a clause that has no row of its own, the row of its section answers and says so.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, cast

from tools.legal.law.numbering import for_act
from tools.legal.types import Language

FOLDER: Final = Path(__file__).parents[3] / "data" / "law"
FILES: Final = ("ipc_bns.tsv", "crpc_bnss.tsv", "evidence_bsa.tsv", "special.tsv")
COLUMNS: Final = (
    "act", "section", "counterpart_act", "counterpart_section", "exactness", "offence_en", "offence_hi",
    "punishment_en", "punishment_hi", "longest", "least", "cognizable", "bailable", "court", "meaning_hi", "source",
    "checked_against", "note",
)  # fmt: skip
_TEXTS: Final = (*COLUMNS[5:10], *COLUMNS[11:])
NEW_OF: Final = {"IPC": "BNS", "CrPC": "BNSS", "Evidence Act": "BSA"}
OLD_OF: Final = {new: old for old, new in NEW_OF.items()}
Exactness = Literal["same", "changed", "part", "none", ""]
Matched = Literal["exact", "broader", "narrower"]
"""The row is of the very section; of the section whose clause was named; of the first clause of the section named."""


@dataclass(frozen=True)
class LawSection:
    """One section: its counterparts in the old or new code, what it is, and the punishment in words.

    `exactness` compares it with its counterparts: the same, changed, only in part, none; empty where no code replaced
    the act. `longest` is the longest term: ``death``, ``life``, years as a number, ``?`` when it is not
    known or depends on clause or quantity, empty for what has no punishment of its own; `least` the least term in
    years, 0 for none. Any text may be empty: not stated.
    `checked_against` names what the row was compared with; empty for general knowledge. `asked` is the section that
    was looked for, and `matched` how this row answers it.
    """

    act: str
    section: str
    counterpart_act: str
    counterparts: tuple[str, ...]
    exactness: Exactness
    offence_en: str
    offence_hi: str
    punishment_en: str
    punishment_hi: str
    longest: str
    least: float
    cognizable: str
    bailable: str
    court: str
    meaning_hi: str
    source: str
    checked_against: str
    note: str
    asked: str = ""
    matched: Matched = "exact"

    def offence(self, language: Language) -> str:
        """What the section is about, in a few words of `language`."""
        return self.offence_hi if language == "hi" else self.offence_en

    def punishment(self, language: Language) -> str:
        """The punishment in `language`; empty when not stated."""
        return self.punishment_hi if language == "hi" else self.punishment_en

    @property
    def longest_years(self) -> float | None:
        """The longest term in years, infinite for death or life; None when not known."""
        if self.longest in ("death", "life"):
            return float("inf")
        return float(self.longest) if self.longest not in ("", "?") else None


def row(act: str, section: str) -> LawSection | None:
    """The row of `section` of the act with the short name `act`; None when the table has none.

    "376(2)(n)" falls back to "376(2)", then "376"; "103" to the first of its clauses that has a row.
    """
    own = for_act(act, section)
    rows = table()
    if found := rows.get((act, own)):
        return replace(found, asked=section)
    for broader in _broader(own):
        if found := rows.get((act, broader)):
            return replace(found, asked=section, matched="broader")
    first = next(iter(clauses(act, own)), None)
    return replace(first, asked=section, matched="narrower") if first else None


def clauses(act: str, section: str) -> tuple[LawSection, ...]:
    """The rows of the clauses of `section`: of "103" those of "103(1)" and "103(2)"."""
    return tuple(found for found in listing(act) if found.section.startswith(f"{section}("))


def listing(act: str = "") -> Iterator[LawSection]:
    """Every row, or every row of one act, in the order of the files."""
    return (found for found in table().values() if not act or found.act == act)


@cache
def table() -> Mapping[tuple[str, str], LawSection]:
    """Every row by act and section; read once."""
    found: dict[tuple[str, str], LawSection] = {}
    for name in FILES:
        with (FOLDER / name).open(encoding="utf-8", newline="") as file:
            for line in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                found[(line["act"], line["section"])] = _section(line)
    return found


def _section(line: Mapping[str, str]) -> LawSection:
    texts: dict[str, Any] = {column: line[column] for column in _TEXTS}
    counterparts = tuple(part for part in line["counterpart_section"].split("; ") if part)
    return LawSection(
        line["act"], line["section"], line["counterpart_act"], counterparts, cast(Exactness, line["exactness"]),
        least=float(line["least"] or 0), asked=line["section"], **texts,
    )  # fmt: skip


def _broader(section: str) -> Iterator[str]:
    while "(" in section:
        section = section.rpartition("(")[0]
        yield section
    if "-" in section:
        yield section.partition("-")[0]
