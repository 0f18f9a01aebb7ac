"""Orders as their courts print them: eCourts, typed, High Courts, and Hindi courts of several states.

A head function draws everything above the first paragraph and remembers which facts stand there.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final, Literal

from tests.fiction import order_courts
from tests.fiction.matters import Matter
from tests.fiction.order_paper import Paper
from tests.fiction.sheet import Sheet

Layout = Literal[
    "ecourts", "typed", "delhi", "high", "supreme", "nyayalaya", "up", "uchch",
    "patna", "allahabad", "punjab", "jabalpur", "bombay", "sheet", "kota",
]  # fmt: skip
_ONE_JUDGE: Final = ("high", "uchch", "patna", "punjab", "jabalpur", "bombay")


def draw(matter: Matter, layout: Layout, rng: Random) -> tuple[bytes, set[str], dict[str, str]]:
    """The PDF, the keys of the head, and values that only this layout has."""
    head, face, size = _LAYOUTS[layout]
    sheet = Sheet(face=face, margins=(25, 18, 22, 20), leading=1.58, numbered="Page {page} of {pages}", title="Order")
    paper = Paper(matter, rng, sheet, size)
    head(paper)
    paper.body(numbered=layout != "typed")
    _sign(paper, layout)
    return sheet.finish(), paper.shown, paper.extra


def _ecourts(paper: Paper) -> None:
    matter = paper.matter
    paper.center(f"IN THE COURT OF {paper.office}".upper(), after=0.5)
    paper.center(f"PRESIDING OFFICER: {paper.judge.upper()}", size=paper.size - 1, after=3)
    paper.left(f"CNR No. {paper.cnr()}", bold=True)
    paper.left(f"{matter.case_type} No. {matter.number}", bold=True)
    if matter.sort.has_fir:
        paper.left(f"FIR No. {matter.words['fir']}")
        paper.left(f"P.S. {matter.where.station.en}, District {matter.where.district.en}")
        paper.left(f"U/s {matter.words['sections']}", after=2)
        paper.use_case()
    if matter.sort.state_first and matter.sort.has_fir:
        paper.center(f"{matter.other} Vs. {matter.applicant.name.en}", after=3)
    else:
        paper.versus("Versus")
    paper.left(paper.on, bold=True, after=2)
    state = "Ld. Addl. P.P. for the State"
    first, second = (f"Ld. Counsel for the {role.lower()}" for role in paper.roles)
    if matter.sort.body != "cheque":
        first, second = (state, second) if matter.sort.state_first else (first, state)
    paper.left(f"Present: {paper.lawyer(0)}, {first}.")
    paper.left(f"{paper.lawyer(1)}, {second}.", indent=16, after=3)
    paper.center("JUDGMENT" if matter.sort.judgment else "ORDER", after=3)
    paper.use_head()


def _typed(paper: Paper) -> None:
    matter = paper.matter
    paper.left(f"In the Court of {paper.office}", after=1)
    paper.left(f"Present: {paper.judge}, {matter.designation}", after=3)
    paper.left(f"{matter.case_type} No. {matter.number}", after=3)
    (first, second), (one, other) = paper.parties, paper.roles
    paper.left(f"{first} ... {one}")
    paper.left("-Versus-", indent=30)
    paper.left(f"{second} ... {other}", after=3)
    if matter.sort.has_fir:
        case = f"FIR No. {matter.words['fir']} dated {matter.words['fir_date']} U/s {matter.words['sections']}"
        paper.left(f"({case} PS {matter.where.station.en}, District {matter.where.district.en})", after=3)
        paper.use_case()
        paper.use("fir_date")
    paper.left(f"Date of {'judgment' if matter.sort.judgment else 'order'}: {paper.on}", after=3)
    paper.left("JUDGMENT" if matter.sort.judgment else "ORDER", indent=55, after=3)
    paper.use_head(counsel=False)


def _delhi(paper: Paper) -> None:
    matter, (one, other) = paper.matter, paper.roles
    paper.extra["neutral_citation"] = f"{str(matter.facts['order_date'])[:4]}:DHC:{paper.rng.randint(100, 9999)}"
    sheet, citation = paper.sheet, f"Neutral Citation No. {paper.extra['neutral_citation']}"
    sheet.put(sheet.left, 9, sheet.wide, citation, 9, align="R")
    paper.left(f"$~{paper.rng.randint(1, 60)}", after=0.5)
    paper.left("*")
    sheet.y -= sheet.step(paper.size) + 0.5
    paper.left(f"IN THE {matter.court}", bold=True, after=1.5, indent=12)
    paper.left("%")
    sheet.y -= sheet.step(paper.size) + 0.5
    if paper.rng.random() < 0.5:
        paper.left(f"Reserved on: {matter.words['reserved']}", indent=85, after=0.5)
        paper.left(f"Pronounced on: {paper.on}", indent=85, after=2)
        paper.use("reserved_date")
    else:
        paper.left(f"Date of decision: {paper.on}", indent=85, after=2)
    paper.left(f"+    {matter.case_type} {matter.number}", bold=True, after=2)
    paper.sides(matter.applicant.name.en.upper(), f"..... {one}", after=0.5, indent=12)
    paper.left(f"Through: {paper.lawyer(0)}, Advocate.", indent=50, after=2)
    paper.left("versus", indent=60, after=2)
    paper.sides(matter.other.upper(), f"..... {other}", after=0.5, indent=12)
    role = "APP for the State" if matter.sort.has_fir else "Government Counsel"
    paper.left(f"Through: {paper.lawyer(1)}, {role}.", indent=50, after=3)
    paper.left("CORAM:", bold=True)
    paper.left(paper.justice, bold=True, after=3)
    paper.center("J U D G M E N T" if matter.sort.judgment else "O R D E R", after=3)
    paper.use_head()


def _high(paper: Paper) -> None:
    matter, (one, other), (first, second) = paper.matter, paper.roles, paper.parties
    paper.center(matter.court, after=2)
    paper.center(f"{matter.case_type} No. {matter.number}", bold=False, after=3)
    paper.sides(first, f"----{one}", after=1)
    paper.center("Versus", bold=False, after=1)
    paper.sides(f"{second}, Through {'P.P.' if matter.sort.has_fir else 'Secretary'}", f"----{other}", after=3)
    paper.left(f"For {one}(s) : {paper.lawyer(0)}")
    paper.left(f"For {other}(s) : {paper.lawyer(1)}, {'PP' if matter.sort.has_fir else 'GC'}", after=3)
    paper.center(paper.justice, after=1)
    paper.center("Judgment" if matter.sort.judgment else "Order", after=2)
    paper.left(paper.on, bold=True, after=3)
    paper.use_head()


def _supreme(paper: Paper) -> None:
    matter, (one, other) = paper.matter, paper.roles
    number, year = matter.number.split("/")
    paper.sides("", "REPORTABLE" if paper.rng.random() < 0.5 else "NON-REPORTABLE", after=7)
    paper.center("IN THE SUPREME COURT OF INDIA", after=0.5)
    paper.center("CRIMINAL APPELLATE JURISDICTION", after=2)
    paper.center(f"{matter.case_type} NO. {number} OF {year}", after=0.5)
    paper.center(
        f"(Arising out of SLP (Crl.) No. {paper.rng.randint(100, 9999)} of {int(year) - 1})", bold=False, after=3
    )
    paper.sides(matter.applicant.name.en.upper(), f"...{one}", after=1)
    paper.center("VERSUS", bold=False, after=1)
    paper.sides(matter.other.upper(), f"...{other}", after=3)
    paper.extra["neutral_citation"] = f"{year} INSC {paper.rng.randint(10, 999)}"
    paper.sheet.put(paper.sheet.left, 9, paper.sheet.wide, paper.extra["neutral_citation"], 10, bold=True, align="R")
    paper.center("J U D G M E N T", after=2)
    paper.left(f"{paper.judge.upper()}, J.", bold=True, after=3)
    paper.use_head(counsel=False)


def _nyayalaya(paper: Paper) -> None:
    matter, (first, second) = paper.matter, paper.roles
    paper.center(f"न्यायालय: {paper.office}, {matter.where.state.name.hi}", after=0.5)
    paper.center(f"(समक्ष: {paper.judge})", bold=False, after=3)
    paper.left(f"{matter.case_type} क्रमांक {matter.number}", after=0.5)
    paper.left(f"सीएनआर नं. {paper.cnr()}", after=2)
    paper.versus("विरुद्ध")
    if matter.sort.has_fir:
        place = f"थाना {matter.where.station.hi}, जिला {matter.where.district.hi}"
        paper.left(f"{place} का अपराध क्रमांक {matter.words['fir']}, धारा {matter.words['sections']}", after=2)
        paper.use_case()
    paper.left(f"{first} द्वारा: अधिवक्ता {paper.lawyer(0)}")
    paper.left(f"{second} द्वारा: अधिवक्ता {paper.lawyer(1)}", after=3)
    paper.center("निर्णय" if matter.sort.judgment else "आदेश", after=0.5)
    paper.center(f"(आज दिनांक {paper.on} को पारित)", bold=False, after=3)
    paper.use_head()


def _up(paper: Paper) -> None:
    matter, (first, second), (one, other) = paper.matter, paper.parties, paper.roles
    paper.center(f"न्यायालय {paper.office}", after=0.5)
    paper.center(f"उपस्थित: {paper.judge}", bold=False, after=2)
    paper.center(f"{matter.case_type} संख्या {matter.number}", after=2)
    paper.left(f"{first} .............. {one}")
    paper.center("बनाम", bold=False, after=0.5)
    paper.left(f"{second} .............. {other}", after=2)
    if matter.sort.has_fir:
        paper.left(f"मु0अ0सं0- {matter.words['fir']}", indent=70)
        paper.left(f"धारा- {matter.words['sections']}", indent=70)
        paper.left(f"थाना- {matter.where.station.hi}", indent=70)
        paper.left(f"जनपद- {matter.where.district.hi}", indent=70)
        paper.use_case()
    paper.sheet.y += 2
    paper.left(f"दिनांक: {paper.on}", after=2)
    paper.center("निर्णय" if matter.sort.judgment else "आदेश", after=3)
    paper.use_head(counsel=False)


def _uchch(paper: Paper) -> None:
    matter, (first, second) = paper.matter, paper.roles
    paper.center(matter.court, size=paper.size + 1, after=1)
    paper.center(f"समक्ष: माननीय न्यायमूर्ति {paper.judge}", bold=False, after=2)
    paper.center(f"{matter.case_type} संख्या {matter.number}", after=3)
    paper.versus("बनाम")
    paper.left(f"{first} की ओर से: {paper.lawyer(0)}, अधिवक्ता")
    role = "लोक अभियोजक" if matter.sort.has_fir else "शासकीय अधिवक्ता"
    paper.left(f"{second} की ओर से: {paper.lawyer(1)}, {role}", after=3)
    paper.center("निर्णय" if matter.sort.judgment else "आदेश", after=1)
    paper.left(f"दिनांक {paper.on}", after=3)
    paper.use_head()


def _sign(paper: Paper, layout: Layout) -> None:
    if layout == "delhi":
        sheet = paper.sheet
        sheet.need(30)
        sheet.put(sheet.left, sheet.y + 10, 80, paper.on.upper(), paper.size, bold=True)
        paper.sign((f"{paper.judge.upper()}, J",), align="R")
    elif layout == "supreme":
        paper.sign((".............................J.", f"({paper.judge.upper()})", "New Delhi;", f"{paper.on}."))
    elif layout == "allahabad":
        paper.left(f"Order Date :- {paper.on}", bold=True)
        paper.left(paper.rng.choice(("RKS/-", "Vivek", "S.K.")))
    elif layout in _ONE_JUDGE:
        paper.sign((f"({paper.judge}), {'न्यायाधीश' if paper.hindi else 'J'}",))
    else:
        seat = paper.matter.where.district.in_(paper.matter.language)
        paper.sign((f"({paper.judge})", paper.matter.designation, f"{seat}/{paper.on}"))


_LAYOUTS: Final[dict[Layout, tuple[Callable[[Paper], None], str, float]]] = {
    "ecourts": (_ecourts, "Times", 12),
    "typed": (_typed, "Courier", 11),
    "delhi": (_delhi, "Times", 12.5),
    "high": (_high, "Helvetica", 11.5),
    "supreme": (_supreme, "Times", 13),
    "nyayalaya": (_nyayalaya, "Noto", 11.5),
    "up": (_up, "Noto", 11.5),
    "uchch": (_uchch, "Noto", 12),
    "patna": (order_courts.patna, "Times", 12),
    "allahabad": (order_courts.allahabad, "Times", 12.5),
    "punjab": (order_courts.punjab, "Times", 12.5),
    "jabalpur": (order_courts.jabalpur, "Times", 12),
    "bombay": (order_courts.bombay, "Times", 12.5),
    "sheet": (order_courts.sheet, "Times", 12),
    "kota": (order_courts.kota, "Noto", 11.5),
}
"""Head, font and size in points."""
