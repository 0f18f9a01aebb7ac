"""Whether a document is an FIR: how much of the form, or of the set phrases of a police report, it has.

Tells an FIR from a court's order, which names FIRs as well. Does not say what the FIR states.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tools.documents.types import Document
from tools.legal.fir.paper import Paper
from tools.legal.fir.tokens import skeleton

_TITLE: Final = (
    "firstinformationreport", "प्रथमसूचनारिपोर्ट", "प्रथमइत्तिलारिपोर्ट", "प्रथमसूचनाप्रतिवेदन", "प्रथमखबरअहवाल", "प्रथमखबरीअहवाल",
    "integratedinvestigationform", "एकीकृतजांचफार्म", "तहरीर",
)  # fmt: skip
_POLICE: Final = re.compile(
    r"थाना\s?प्रभारी|थानाध्यक्ष|प्रभारी\s?निरीक्षक|थानाधिकारी|श्रीमान\s+(?:थाना|एस\.?एच\.?ओ)"
    r"|\bS\.?H\.?O\b|Station House Officer|Officer[- ]in[- ]charge|Inspector of Police"
    r"|नकल\s+तहरीर|रिपोर्ट\s+दर्ज\s+कर|मुकदमा\s+दर्ज\s+कर|प्रार्थी|kindly\s+register|register\s+(?:a|the|my)\s+(?:case|FIR)",
    re.I,
)
_NUMBERED: Final = re.compile(
    r"मु[0०॰.\s]{0,2}अ[0०॰.\s]{0,2}सं|अपराध\s+क्रमांक|कां?ण?ड\s+सं|मुकदमा\s+न"
    r"|(?:FIR|F\.I\.R\.?|Crime)\s*No|प्राथमिकी\s+सं",
    re.I,
)
_COURT: Final = re.compile(
    r"\bIN THE (?:HIGH )?COURT\b|\bSUPREME COURT OF INDIA\b|\bHIGH COURT OF\b|\bCORAM\b|\bCNR\b|\bPetitioner\b"
    r"|\bversus\b|\bVs\.|\bHon'?ble\b|\bJUDGMENT\b|\bLearned counsel\b"
    r"|(?<![\u0900-\u097f])न्यायालय\s|उच्च न्यायालय|बनाम|पीठासीन|माननीय न्यायमूर्ति|विद्वान (?:अधिवक्ता|अभिभाषक)",
    re.I,
)
PAGES: Final = 5  # that are looked at
_FULL: Final = 9  # items of the form that leave no doubt


def looks_like_fir(document: Document) -> float:
    """How surely the document is an FIR, from 0 (no sign of one) to 1."""
    pages = [page for page in document.pages if page.text]
    if not pages:
        return 0.0
    head = pages[0].text[:1500]
    items = len(Paper(replace(document, pages=document.pages[:PAGES])).form.items)
    score = min(1.0, items / _FULL) * 0.8
    score += 0.25 if any(title in skeleton(head) for title in _TITLE) else 0.0
    score += 0.15 if _NUMBERED.search(head) else 0.0
    score += min(0.3, 0.15 * len(set(_POLICE.findall(pages[0].text))))
    court = len({match.lower() for match in _COURT.findall(head)})
    score -= min(0.9, 0.3 * court) * (0.3 if items >= _FULL else 1.0)
    return max(0.0, min(1.0, score))
