"""What courts decided: every kind of ending, real judgments, and what must not be taken for a decision."""

from __future__ import annotations

import pytest

from tests.shared import shared
from tests.support import document_from_text
from tests.tools.legal.order.endings import BAIL, ENDINGS, WRIT
from tools.legal.order.anatomy import Anatomy
from tools.legal.order.flow import flow_of
from tools.legal.order.matter import matter_of
from tools.legal.order.outcome import outcome_of
from tools.legal.types import Outcome, OutcomeKind

ARGUMENTS = """2. Learned counsel for the petitioner submits that the petition be allowed and relief be granted.
In a similar case, the petition was dismissed by the High Court.
3. Per contra, learned counsel for the State prays that the petition be dismissed.
4. I have heard learned counsel and perused the record."""
ARGUMENTS_HINDI = """विद्वान अधिवक्ता ने तर्क किया कि आवेदन स्वीकार किया जाये। पूर्व में एक आवेदन निरस्त किया गया था।
उभय पक्ष को सुना।"""
MILDSUM: dict[str, tuple[OutcomeKind, ...]] = {
    "mildsum_1": ("allowed",),
    "mildsum_2": ("dismissed",),
    "mildsum_3": ("dismissed",),
    "mildsum_4": ("anticipatory_bail_refused",),
    "mildsum_5": ("allowed", "disposed"),
    "mildsum_6": ("allowed",),
}
"""By reading the judgments and their summaries; suit decreed and disposed of in the fifth."""
DELSUMM: dict[str, tuple[OutcomeKind, ...]] = {
    "delsumm_1953_L_1": ("dismissed",),
    "delsumm_1953_S_23": ("dismissed",),
    "delsumm_1954_M_25": ("allowed",),
    "delsumm_1973_S_68": ("dismissed",),
    "delsumm_1976_T_9": ("dismissed",),
    "delsumm_1977_P_19": ("dismissed",),
    "delsumm_1987_C_108": ("allowed", "disposed"),  # the appeal allowed, in other petitions leave granted
    "delsumm_1987_M_123": ("dismissed",),
    "delsumm_1987_S_26": ("allowed",),
    "delsumm_1994_S_246": ("disposed",),
    "delsumm_1995_S_317": ("partly_allowed",),  # one appellant acquitted, the others' appeals fail
    "delsumm_1996_B_72": ("allowed",),
    "delsumm_2000_V_80": ("dismissed",),
    "delsumm_2001_A_234": ("dismissed",),
    "delsumm_2001_S_1131": ("allowed",),
    "delsumm_2005_S_388": ("allowed",),
    "delsumm_2006_A_136": ("allowed",),
    "delsumm_2006_A_36": ("allowed",),
    "delsumm_2007_S_608": ("allowed",),
    "delsumm_2007_S_632": ("allowed",),
    "delsumm_2007_U_18": ("dismissed",),  # acquitted of one charge, death commuted, "with this modification dismissed"
    "delsumm_2008_I_54": ("dismissed",),
    "delsumm_2008_P_8": ("allowed",),
    "delsumm_2008_S_1411": ("dismissed",),
    "delsumm_2009_S_146": ("disposed",),  # convicted of the lesser offence
    "delsumm_2010_J_55": ("partly_allowed",),
    "delsumm_2010_S_431": ("allowed",),
    "delsumm_2012_S_270": ("partly_allowed",),
    "delsumm_2014_J_33": ("partly_allowed",),  # some appeals allowed, those of the State dismissed
    "delsumm_2014_R_41": ("partly_allowed",),  # one of four appeals allowed
}
"""By reading the ends of the judgments."""


def outcome(text: str) -> Outcome | None:
    document = document_from_text("order", text)
    anatomy = Anatomy(flow_of(document))
    found = outcome_of(anatomy, matter_of(anatomy))
    if found:
        for each in (found, *found.also):
            assert each.quote
            assert each.quote in document.pages[each.page - 1].text
    return found


def case(opening: str, ending: str) -> str:
    if any("\u0904" <= letter <= "\u0939" for letter in opening):
        return f"न्यायालय सत्र न्यायाधीश, नमूना\nआदेश\n{opening}\n{ARGUMENTS_HINDI}\n{ending}"
    return f"IN THE HIGH COURT OF SAMPLE AT SAMPLE\nORDER\n{opening}\n{ARGUMENTS}\n5. {ending}"


@pytest.mark.parametrize(("opening", "ending", "kind"), ENDINGS)
def test_every_kind_of_ending(opening: str, ending: str, kind: str) -> None:
    found = outcome(case(opening, ending))
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(("opening", "ending", "kind"), ENDINGS[::3])
def test_line_breaks_change_nothing(opening: str, ending: str, kind: str) -> None:
    text = case(opening, ending)
    for width in (40, 62):
        found = outcome("\n".join(broken(line, width) for line in text.split("\n")))
        assert found is not None
        assert found.kind == kind


def broken(line: str, width: int) -> str:
    pieces, current = [], ""
    for word in line.split(" "):
        if current and len(current) + len(word) >= width:
            pieces.append(current)
            current = word
        else:
            current = f"{current} {word}".strip()
    return "\n".join([*pieces, current])


def test_a_decision_may_run_over_the_end_of_a_page() -> None:
    page = "The petitioner has been in custody. " * 20
    found = outcome(case(BAIL, page + "The bail application is, accordingly,\fhereby dismissed. Copy dasti."))
    assert found is not None
    assert found.kind == "bail_refused"


@pytest.mark.parametrize(
    "ending",
    [
        "Learned counsel prays that the petition be allowed.",
        "The appeal was dismissed by the High Court.",
        "In Sample v. State, (2001) 1 SCC 1, it was held that such a petition is dismissed.",
        "The petition may be dismissed if costs are not paid.",
    ],
)
def test_prayers_history_precedents_and_threats_decide_nothing(ending: str) -> None:
    found = outcome(f"{WRIT}\n2. {ending}")
    assert found is None or found.kind not in ("allowed", "dismissed")


def test_further_outcomes_stand_beside_the_main_one() -> None:
    ending = "The petition is allowed. The impugned order is set aside. The matter is remanded to the Board."
    found = outcome(case(WRIT, ending))
    assert found is not None
    assert found.kind == "allowed"
    assert {also.kind for also in found.also} == {"set_aside", "remanded"}


def test_nothing_decided_is_none() -> None:
    assert outcome("The weather was fine and the harvest plentiful.") is None
    assert outcome("") is None


@pytest.mark.parametrize(("name", "kinds"), MILDSUM.items())
def test_high_court_judgments(name: str, kinds: tuple[OutcomeKind, ...]) -> None:
    text = shared(f"data/legal/docs/{name}/EN_Judgment.txt").read_text(encoding="utf-8")
    found = outcome(text)
    assert found is not None
    assert found.kind in kinds


@pytest.mark.parametrize(("name", "kinds"), DELSUMM.items())
def test_supreme_court_judgments(name: str, kinds: tuple[OutcomeKind, ...]) -> None:
    lines = shared(f"data/legal/docs/{name}/judgment.txt").read_text(encoding="utf-8").splitlines()
    found = outcome("\n".join(line.split("\t")[0] for line in lines))
    assert found is not None
    assert found.kind in kinds
