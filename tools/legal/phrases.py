"""The words of the page and the reports around an answer, in English and simple Hindi. Knows no document."""

from __future__ import annotations

from typing import Final

from tools.legal.types import Kind, Language, OutcomeKind

LANGUAGES: Final[dict[Language, str]] = {"en": "English", "hi": "हिन्दी"}

TEXTS: Final[dict[str, tuple[str, str]]] = {
    # what it is
    "fir": ("First Information Report (FIR)", "एफआईआर (प्रथम सूचना रिपोर्ट)"),
    "order": ("Court order", "अदालत का आदेश"),
    "other": ("Neither an FIR nor a court order", "न एफआईआर, न अदालत का आदेश"),
    "other_next": (
        "Sections and key sentences were looked for, no other facts. Add an FIR or a court order for the whole answer.",
        "सिर्फ़ धाराएँ और मुख्य वाक्य ढूँढे गए। पूरे जवाब के लिए एफआईआर या अदालत का आदेश दीजिए।",
    ),
    "no_outcome": (
        "What the court decided was not found: read the last page.",
        "अदालत का फ़ैसला नहीं मिला: आख़िरी पन्ना पढ़िए।",
    ),
    # what the visitor gives
    "try": ("Try a sample", "नमूना देखिए"),
    "again": ("Start again", "फिर से शुरू"),
    "add": ("FIR or court order", "एफआईआर या अदालत का आदेश"),
    "add_help": (
        "PDF, DOCX, TXT or photos, up to {limit} documents. A broken file never stops the others.",
        "PDF, DOCX, TXT या फ़ोटो, {limit} दस्तावेज़ तक। एक ख़राब फ़ाइल से बाक़ी नहीं रुकतीं।",
    ),
    "join": ("The {count} photos are pages of one document", "ये {count} फ़ोटो एक ही दस्तावेज़ के पन्ने हैं"),
    "join_help": ("Pages follow the order of the file names.", "पन्ने फ़ाइल के नाम के क्रम में लगते हैं।"),
    "empty": (
        "Add an FIR or a court order, or try a sample: the summary appears here.",
        "एफआईआर या अदालत का आदेश दीजिए, या नमूना देखिए: सारांश यहाँ आएगा।",
    ),
    "open": ("Document", "दस्तावेज़"),
    "stop": ("Stop", "रोकिए"),
    "stopped": ("stopped before it was read.", "पढ़ने से पहले रोका गया।"),
    "stage_waiting": ("{name}: waiting", "{name}: इंतज़ार"),
    "stage_reading": ("{name}: {done} of {total} pages read", "{name}: {total} में से {done} पन्ने पढ़े"),
    "stage_scan": (
        "{name}: {done} of {total} pages read, scans take a few seconds each",
        "{name}: {total} में से {done} पन्ने पढ़े, स्कैन में कुछ सेकंड लगते हैं",
    ),
    "stage_finding": ("{name}: finding the facts", "{name}: तथ्य ढूँढे जा रहे हैं"),
    # parts of the answer
    "summary": ("In simple words", "आसान शब्दों में"),
    "facts": ("Facts", "तथ्य"),
    "sections": ("Sections", "धाराएँ"),
    "dates": ("Dates", "तारीख़ें"),
    "words": ("Key sentences", "मुख्य वाक्य"),
    "reading": ("How it was read", "कैसे पढ़ा गया"),
    "document": ("The document", "दस्तावेज़"),
    "page": ("page {page}", "पन्ना {page}"),
    "page_short": ("p. {page}", "पन्ना {page}"),
    "to_page": ("To the highlighted page ↓", "पीले निशान वाले पन्ने पर ↓"),
    "page_of": ("Page {page} of {pages}", "पन्ना {page} / {pages}"),
    "marked": ("Highlighted: {what}", "पीले में: {what}"),
    "not_stated": ("not stated", "नहीं लिखा"),
    "missing": ("Not stated in the document: {names}.", "दस्तावेज़ में नहीं लिखा: {names}।"),
    "uncertain": ("read in two ways from the scan: check it", "स्कैन में दो तरह से पढ़ा गया: जाँच लीजिए"),
    "covered": (
        "Telephone, Aadhaar and other personal numbers are covered (▮▮▮).",
        "फ़ोन, आधार और दूसरे निजी नंबर ढके हैं (▮▮▮)।",
    ),
    "protected": (
        "The law forbids making this victim known (BNS 72, POCSO 23), so names and addresses are covered too.",
        "क़ानून पीड़ित की पहचान बताने से रोकता है (बीएनएस 72, पॉक्सो 23), इसलिए नाम और पता भी ढका है।",
    ),
    # sections
    "charged": ("The case is about", "मामला इन धाराओं का है"),
    "cited": ("Also mentioned", "इनका भी ज़िक्र है"),
    "old": ("Old law", "पुराना क़ानून"),
    "new": ("New law", "नया क़ानून"),
    "no_partner": ("no partner", "कोई जोड़ नहीं"),
    "punishment": ("Punishment", "सज़ा"),
    "cognizable": ("Arrest without warrant", "बिना वारंट गिरफ़्तारी"),
    "bailable": ("Bail", "ज़मानत"),
    "tried_by": ("Tried by", "कौन सी अदालत"),
    "unchecked": (
        "General knowledge, not checked against the Gazette.",
        "सामान्य जानकारी, राजपत्र से नहीं मिलाई गई।",
    ),
    "unknown_section": ("Not in the portal's table of sections.", "यह धारा पोर्टल की सूची में नहीं है।"),
    "no_sections": ("No section of law was found.", "कोई धारा नहीं मिली।"),
    # clock
    "clock": ("Time for the charge sheet", "आरोप पत्र का समय"),
    "clock_days": ("{days} days from the first remand", "पहली रिमांड से {days} दिन"),
    "clock_due": (
        "Last day: {due}. Default bail may be asked for from {bail_from}.",
        "आख़िरी दिन: {due}। इसके बाद {bail_from} से ज़मानत माँगी जा सकती है।",
    ),
    "clock_other": (
        "It may also be {days} days: the law is read in two ways, or a fact is missing.",
        "यह {days} दिन भी हो सकता है: क़ानून दो तरह से पढ़ा जाता है, या कोई बात नहीं लिखी है।",
    ),
    "clock_no_start": (
        "The document does not state the first remand, so the day cannot be worked out.",
        "दस्तावेज़ में पहली रिमांड की तारीख़ नहीं लिखी, इसलिए आख़िरी दिन नहीं निकाला जा सकता।",
    ),
    # take away
    "listen": ("Read aloud in Hindi", "हिन्दी में सुनिए"),
    "share": ("Copy or share", "कॉपी या शेयर"),
    "pdf": ("PDF to print", "छापने के लिए PDF"),
    "docx": ("Word (DOCX)", "Word (DOCX)"),
    "json": ("All facts (JSON)", "सारे तथ्य (JSON)"),
    "whatsapp": ("Send by WhatsApp", "WhatsApp पर भेजिए"),
    "struck": ("Struck out: {why}", "काटा गया: {why}"),
    "standing": (
        "Information, not legal advice. Free legal aid: NALSA helpline 15100.",
        "यह जानकारी है, क़ानूनी सलाह नहीं। मुफ़्त क़ानूनी मदद: नालसा हेल्पलाइन 15100।",
    ),
    "fictional": ("Fictional sample: nobody in it exists", "काल्पनिक नमूना: इसमें कोई असली व्यक्ति नहीं"),
    "no_dates": ("The document states no date that could be placed.", "ऐसी कोई तारीख़ नहीं मिली जो दिखाई जा सके।"),
    "no_key_sentences": ("No sentence stands out.", "कोई ख़ास वाक्य नहीं मिला।"),
    "own_words": ("In the document's own words", "दस्तावेज़ के अपने शब्दों में"),
    "translated": ("Translated by {model}", "{model} का अनुवाद"),
    "rewrite": ("Write it again with {model}", "{model} से दोबारा लिखवाइए"),
    "translate": ("Translate into Hindi with {model}", "{model} से हिन्दी में अनुवाद"),
    "rewriting": ("The model is writing…", "मॉडल लिख रहा है…"),
    "rewritten": (
        "Written by {model}; every number, date, name and section was checked against the facts.",
        "{model} ने लिखा; हर नंबर, तारीख़, नाम और धारा तथ्यों से मिलाई गई।",
    ),
}  # fmt: skip

OUTCOMES: Final[dict[OutcomeKind, tuple[str, str]]] = {
    "bail_granted": ("Bail granted", "ज़मानत मिल गई"),
    "bail_refused": ("Bail refused", "ज़मानत नहीं मिली"),
    "anticipatory_bail_granted": ("Anticipatory bail granted", "अग्रिम ज़मानत मिल गई"),
    "anticipatory_bail_refused": ("Anticipatory bail refused", "अग्रिम ज़मानत नहीं मिली"),
    "bail_cancelled": ("Bail cancelled", "ज़मानत रद्द"),
    "allowed": ("Allowed", "अर्ज़ी मंज़ूर"),
    "partly_allowed": ("Partly allowed", "अर्ज़ी कुछ हद तक मंज़ूर"),
    "dismissed": ("Dismissed", "अर्ज़ी ख़ारिज"),
    "dismissed_withdrawn": ("Dismissed as withdrawn", "अर्ज़ी वापस ली गई, इसलिए ख़ारिज"),
    "dismissed_default": ("Dismissed because nobody came", "कोई नहीं आया, इसलिए ख़ारिज"),
    "infructuous": ("No longer needed (infructuous)", "अब बेमतलब, इसलिए ख़त्म"),
    "disposed": ("Disposed of", "मामला निपटाया गया"),
    "convicted": ("Convicted", "दोषी ठहराया गया"),
    "acquitted": ("Acquitted", "बरी"),
    "partly_convicted": ("Convicted in part", "कुछ आरोपों में दोषी"),
    "sentenced": ("Sentenced", "सज़ा सुनाई गई"),
    "discharged": ("Discharged", "आरोपों से मुक्त"),
    "quashed": ("Quashed", "रद्द"),
    "quash_refused": ("Quashing refused", "रद्द करने से इनकार"),
    "set_aside": ("Set aside", "पिछला आदेश हटाया गया"),
    "remanded": ("Sent back to be heard again", "दोबारा सुनवाई के लिए वापस"),
    "custody_remand": ("Sent to custody (remand)", "हिरासत में भेजा गया (रिमांड)"),
    "notice_issued": ("Notice issued", "नोटिस जारी"),
    "stay_granted": ("Stay granted", "रोक लगाई गई"),
    "stay_refused": ("Stay refused", "रोक नहीं लगाई गई"),
    "adjourned": ("Adjourned", "सुनवाई आगे टली"),
    "reserved": ("Order reserved", "फ़ैसला सुरक्षित"),
    "charges_framed": ("Charges framed", "आरोप तय"),
    "cognizance_taken": ("Cognizance taken", "अदालत ने मामला लिया"),
    "compromise": ("Settled between the parties", "दोनों पक्षों में समझौता"),
}


def say(key: str, language: Language, **values: object) -> str:
    """The text `key` in one language, its blanks filled with `values`."""
    return TEXTS[key][language == "hi"].format(**values)


def outcome_name(kind: OutcomeKind, language: Language) -> str:
    """What an outcome is called, in a few words."""
    return OUTCOMES[kind][language == "hi"]


def kind_name(kind: Kind, language: Language) -> str:
    """What kind of document it is."""
    return say(kind, language)
