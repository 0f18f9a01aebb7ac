"""The sections that a document names, each with its row of the table of law: old beside new, in both languages.

Knows the table; nothing of how sections were found in a document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from tools.legal.law.table import NEW_OF, OLD_OF, row
from tools.legal.result import SectionCard
from tools.legal.types import Language, SectionMention

ANSWERS: Final[Mapping[str, str]] = {
    "cognizable": "हाँ, पुलिस बिना वारंट पकड़ सकती है",
    "non-cognizable": "नहीं, अदालत का वारंट चाहिए",
    "bailable": "ज़मानत हक़ है",
    "non-bailable": "ज़मानत अदालत पर निर्भर",
    "as the main offence": "मुख्य अपराध जैसा",
    "court of session": "सत्र न्यायालय",
    "any magistrate": "कोई भी मजिस्ट्रेट",
    "magistrate of the first class": "प्रथम श्रेणी मजिस्ट्रेट",
    "special court": "विशेष अदालत",
    "special judge": "विशेष न्यायाधीश",
    "cognizable on information by the woman or her relative (or a notified officer)": (
        "हाँ, अगर सूचना महिला या उसके रिश्तेदार (या अधिसूचित अधिकारी) ने दी हो"
    ),
    "first offence: bailable; again: non-bailable": "पहली बार: ज़मानत हक़ है; दोबारा: ज़मानत अदालत पर निर्भर",
    "court that tries the main offence": "जो मुख्य अपराध सुने",
}


def cards(mentions: Sequence[SectionMention]) -> tuple[SectionCard, ...]:
    """One card for each section, in the order of `mentions`; a section that the table does not know has a bare one."""
    return tuple(card(mention) for mention in mentions)


def card(mention: SectionMention) -> SectionCard:
    """The card of one section."""
    found = row(mention.act, mention.section)
    if found is None:
        return SectionCard(mention)
    others = ", ".join(found.counterparts)
    own = mention.section if found.matched != "exact" else found.section
    old_act, old, new_act, new = "", "", "", ""
    if found.act in NEW_OF:
        old_act, old, new_act, new = found.act, own, NEW_OF[found.act], others
    elif found.act in OLD_OF:
        old_act, old, new_act, new = OLD_OF[found.act], others, found.act, own
    return SectionCard(
        mention,
        old_act,
        old,
        new_act,
        new,
        title=_both(found.offence_en, found.offence_hi),
        meaning=_both("", found.meaning_hi),
        punishment=_both(found.punishment_en, found.punishment_hi),
        cognizable=_answer(found.cognizable),
        bailable=_answer(found.bailable),
        court=_answer(found.court),
        checked_against=found.checked_against,
        note=found.note,
        row_of=found.section if found.matched != "exact" else "",
        known=True,
    )


def _both(en: str, hi: str) -> Mapping[Language, str]:
    return {"en": en, "hi": hi or en}


def _answer(text: str) -> Mapping[Language, str]:
    """A cell of the schedule; what the table of answers does not have stays in English."""
    return {"en": text, "hi": ANSWERS.get(text.casefold(), text)}
