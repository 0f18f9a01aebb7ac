"""The printed report's own words in English and simple Hindi. Knows no answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tools.legal import phrases
from tools.legal.types import Kind, Language

LANGUAGE_TAGS: Final[Mapping[Language, str]] = {"en": "en-IN", "hi": "hi-IN"}
KINDS: Final[Mapping[Kind, tuple[str, str]]] = {
    "fir": ("First Information Report (FIR)", "प्रथम सूचना रिपोर्ट (एफआईआर)"),
    "order": ("Court order or judgment", "अदालत का आदेश या फ़ैसला"),
    "other": ("Another document", "दूसरा दस्तावेज़"),
}
USES: Final[Mapping[str, tuple[str, str]]] = {
    "charged": ("the case is about it", "मामला इसी का है"),
    "cited": ("only mentioned", "सिर्फ़ ज़िक्र है"),
}
TEXTS: Final[dict[str, tuple[str, str]]] = {
    "title": ("Legal document summary", "क़ानूनी काग़ज़ का सार"),
    "made": ("Made on {date}", "{date} को बनाया गया"),
    "engine": ("written by: {engine}", "लिखने वाला: {engine}"),
    "footer": phrases.TEXTS["standing"],
    "pages": ("Page {page} of {pages}", "पृष्ठ {page} / {pages}"),
    "unreadable": ("This file could not be read.", "यह फ़ाइल पढ़ी नहीं जा सकी।"),
    # headings
    "outcome": ("What the court decided", "अदालत ने क्या तय किया"),
    "says": ("What it says", "इसमें क्या लिखा है"),
    "facts": ("Facts", "ज़रूरी बातें"),
    "sections": ("Sections of law, old and new", "क़ानून की धाराएँ, पुरानी और नई"),
    "next": ("Next steps", "आगे क्या"),
    "key": ("Key sentences, in the document's own words", "ख़ास वाक्य, काग़ज़ के अपने शब्दों में"),
    "read": ("How each page was read", "हर पन्ना कैसे पढ़ा गया"),
    "notes": ("Please note", "ध्यान दें"),
    # tables
    "fact": ("Fact", "बात"),
    "value": ("As the document states it", "काग़ज़ में क्या लिखा है"),
    "page": ("Page", "पृष्ठ"),
    "named": ("Named", "धारा"),
    "old": ("Old", "पुरानी"),
    "new": ("New", "नई"),
    "meaning": ("What it is about", "किस बारे में है"),
    "no_meaning": ("Not in the table; see the act", "सूची में नहीं; क़ानून देखें"),
    "punishment": ("Punishment: {punishment}", "सज़ा: {punishment}"),
    # sentences
    "quote": ("“{quote}” (page {page})", "“{quote}” (पृष्ठ {page})"),
    "uncertain": ("{value} (check: hard to read in the scan)", "{value} (जाँचें: स्कैन में साफ़ नहीं)"),
    "no_outcome": (
        "The court's decision was not found clearly in this paper: read the whole order.",
        "अदालत का फ़ैसला इस काग़ज़ में साफ़ नहीं मिला: पूरा आदेश पढ़ें।",
    ),
    "no_summary": ("No summary could be written from this document.", "इस काग़ज़ से सार नहीं लिखा जा सका।"),
    "no_facts": ("None of the facts that are looked for is stated.", "जो बातें ढूँढी जाती हैं, उनमें से कोई नहीं लिखी है।"),
    "struck": (
        "Left out: {count} sentence(s) of the language model that the document does not bear out.",
        "छोड़े गए: भाषा मॉडल के {count} वाक्य, जिनका सबूत काग़ज़ में नहीं है।",
    ),
    "not_stated": ("Next date: not stated in this document.", "अगली तारीख़: इस काग़ज़ में नहीं लिखी है।"),
    "next_date": ("Next date in court: {date} (page {page}).", "अदालत की अगली तारीख़: {date} (पृष्ठ {page})।"),
    "next_date_for": (
        "Next date in court: {date}, for: {purpose} (page {page}).",
        "अदालत की अगली तारीख़: {date}; किस लिए: {purpose} (पृष्ठ {page})।",
    ),
    "step": ("{label}: {value} (page {page}).", "{label}: {value} (पृष्ठ {page})।"),
    "clock": (
        "Charge sheet: the police have {days} days from the first remand. {reason}",
        "चार्जशीट: पहली रिमांड से पुलिस के पास {days} दिन हैं। {reason}",
    ),
    "clock_dates": (
        "Counted from {start}: last day {due}; from {bail_from} an accused in custody may ask for default bail.",
        "{start} से गिनने पर: आख़िरी दिन {due}; {bail_from} से जेल में बंद अभियुक्त डिफ़ॉल्ट ज़मानत माँग सकता है।",
    ),
    "clock_open": (
        "The document does not state the date of arrest or first remand, so the last day cannot be counted.",
        "गिरफ़्तारी या पहली रिमांड की तारीख़ नहीं लिखी है, इसलिए आख़िरी दिन नहीं गिना जा सकता।",
    ),
    "copy": (
        "The person who reported may ask the police station for a free copy of the FIR (BNSS section 173(2)).",
        "रिपोर्ट लिखाने वाला थाने से एफआईआर की कॉपी मुफ़्त माँग सकता है (बीएनएसएस धारा 173(2))।",
    ),
    "aid": (
        "Free legal aid: call NALSA at 15100 or ask the District Legal Services Authority at the court.",
        "मुफ़्त क़ानूनी मदद: नालसा को 15100 पर फ़ोन करें या अदालत में ज़िला विधिक सेवा प्राधिकरण से पूछें।",
    ),
    "advice": (
        "A computer read this document. This is information, not legal advice: check each fact on the page that is "
        "named, and ask a lawyer before you act. Telephone and identity numbers are masked.",
        "यह काग़ज़ कंप्यूटर ने पढ़ा है। यह जानकारी है, क़ानूनी सलाह नहीं: हर बात बताए गए पन्ने पर मिला लें, और कुछ करने से पहले "
        "वकील से पूछें। फ़ोन और पहचान के नंबर छिपाए गए हैं।",
    ),
    "one_page": ("Page {first}: {how}", "पृष्ठ {first}: {how}"),
    "many_pages": ("Pages {first}–{last}: {how}", "पृष्ठ {first}–{last}: {how}"),
}


def say(key: str, language: Language, **values: object) -> str:
    """The text `key` in `language`, with its gaps filled when values are given."""
    text = TEXTS[key][language == "hi"]
    return text.format(**values) if values else text
