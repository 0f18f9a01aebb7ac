"""Patterns of personal facts in English and Hindi: contacts, honorifics, labels such as "Father's Name", addresses.

Knows how such facts are written, not which person they belong to.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from tools.resume.sections import Section

EMAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9][A-Za-z0-9.-]{0,80}\.[A-Za-z]{2,12}\b")
LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]|,]{3,200}|(?:[a-z]{2,3}\.)?(?:linkedin\.com|github\.com|"
    r"gitlab\.com|indeed\.com|twitter\.com|x\.com|facebook\.com|"
    r"instagram\.com|behance\.net|medium\.com|kaggle\.com|stackoverflow\.com|leetcode\.com|"
    r"hackerrank\.com|bitbucket\.org|skype:|t\.me|wa\.me)/[^\s<>()\[\]|,]{1,200}|"
    r"(?<![\w@.])[a-z0-9][a-z0-9-]{2,40}\.(?:me|dev|github\.io|in|io|com|net|org|"
    r"tech)(?:/[^\s<>()\[\]|,]{0,200})?(?![\w@.-])",
    re.I,
)
HANDLE = re.compile(
    r"(?<![\w@.])@[A-Za-z_][\w.]{2,30}\b|(?<!\w)/in/[\w%-]{3,60}|\b(?:skype|github|linkedin|"
    r"twitter|instagram)\s*(?:id)?\s*[:/]\s*[\w.%-]{3,60}",
    re.I,
)
HONORIFIC = re.compile(
    r"^(?:mr|mrs|ms|miss|mx|dr|prof|er|ca|adv|shri|shree|sri(?=\s)|smt|kumari|km|sh|श्री|श्रीमती|"
    r"सुश्री|कुमारी|डॉ)\.?\s+(?=\S)",
    re.I,
)
_PHONE = re.compile(r"(?<![\w.])(?:\+\s?\d{1,3}|\(\+?\d{1,4}\)|\(?\d)[\d\s().\-–]{7,22}\d(?![\w%])")
_LABELS = (
    r"father(?:['’]?s)?(?:\s*/\s*husband(?:['’]?s)?)?(?:\s+name)?|mother(?:['’]?s)?(?:\s+name)?|"
    r"husband(?:['’]?s)?(?:\s+name)?|spouse(?:['’]?s)?(?:\s+name)?|"
    r"guardian(?:['’]?s)?(?:\s+name)?|"
    r"wife(?:['’]?s)?(?:\s+name)?|parents?(?:['’]?s)?(?:\s+name)?|s\s?/\s?o|d\s?/\s?o|w\s?/\s?o|"
    r"date of birth|d\.?\s?o\.?\s?b\.?|birth ?date|born(?: on)?|place of birth|age|gender|sex|"
    r"marital status|marital|"
    r"civil status|religion|caste|category|community|nationality|citizenship|passport(?: no\.?|"
    r" number| details)?|aadhaar?(?: no\.?| number)?|pan(?: no\.?| card| number)?|voter id|"
    r"(?:permanent|present|current|postal|residential|correspondence|mailing|home|local|"
    r"communication|contact)?\s*address(?: for communication)?|blood group|height|weight|"
    r"full name|candidate(?:['’]s)? name|name|pronouns?|mother tongue|native place|"
    r"no\.? of dependents?|children|physical (?:disability|status)|disability|"
    r"पिता का नाम|माता का नाम|पति का नाम|पत्नी का नाम|जन्म ?तिथि|जन्म दिनांक|आयु|उम्र|लिंग|"
    r"वैवाहिक स्थिति|धर्म|जाति|वर्ग|राष्ट्रीयता|पता|स्थायी पता|वर्तमान पता|नाम|पूरा नाम|मोबाइल|"
    r"ईमेल"
)
LABEL = re.compile(
    rf"(?:^|(?<=[|•·;,]\s)|(?<=\s{{2}}))[\W_]{{0,4}}(?P<label>{_LABELS})\s*(?:[:：]-?|[-–—=](?=\s)|"
    rf"\s-\s?)\s*(?P<value>[^|\n]{{0,160}})",
    re.I,
)
_TABLE = re.compile(  # a form's label and value in two columns; only labels that mean one thing
    r"^[\W_]{0,4}(?P<label>(?:father|mother|husband|spouse)['’]?s?\s+name|date of birth|d\.?o\.?b\.?|place of birth|"
    r"gender|sex|"
    r"marital status|nationality|citizenship|religion|caste|passport(?: no\.?| number)|blood group|age(?=\s+\d)|"
    r"(?:permanent |present |current |postal )?address|"
    r"पिता का नाम|माता का नाम|पति का नाम|जन्म ?तिथि|लिंग|वैवाहिक स्थिति|धर्म|जाति|राष्ट्रीयता|पता)\s+"
    r"(?P<value>[^|:\n]{2,100})$",
    re.I,
)
_ADDRESS_LABEL = re.compile(r"address|पता$", re.I)
_PIN = re.compile(r"(?<!\d)[1-9]\d{2}\s?\d{3}(?!\d)")
_ADDRESS_WORD = re.compile(
    r"\b(?:flat|plot|door|house|h\.?\s?no|street|st\.|road|rd\.?|lane|nagar|colony|sector|phase|"
    r"near|opp|behind|apartments?|apts?|society|chowk|marg|"
    r"vihar|puram|layout|cross|floor|block|tower|dist(?:rict)?|tehsil|taluka|post|p\.?o|"
    r"pin(?:code)?|village|vill|mohalla|gali|ward|avenue|ave|blvd|suite)\b|मोहल्ला|गली|मार्ग|"
    r"ग्राम|जिला",
    re.I,
)
_FACTS = re.compile(
    r"\b(?:pronouns?\W{0,3})?\(?(?:she\s?/\s?her(?:\s?/\s?hers)?|he\s?/\s?him(?:\s?/\s?his)?|"
    r"they\s?/\s?them)\)?|\b\d{2}\s?(?:years?|yrs?)\s?old\b|\b(?:single|married|unmarried|"
    r"divorced|widow(?:ed|er)?)\b(?=\s*(?:$|[,.|]))",
    re.I,
)


def find_phones(text: str) -> list[tuple[str, str]]:
    """(E.164 number, as written) for each phone number; India is meant where no country is stated."""
    found: dict[str, str] = {}
    for match in islice(_PHONE.finditer(text[:100_000]), 200):
        raw = match.group().strip()
        digits = re.sub(r"\D", "", raw)
        if not 10 <= len(digits) <= 15 or re.fullmatch(r"(?:19|20)\d\d\D+(?:19|20)\d\d", raw):
            continue
        if re.fullmatch(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}.*", raw) and not raw.startswith("+"):
            continue
        number = _parse(raw, digits)
        if number:
            found.setdefault(number, raw)
        if len(found) >= 8:
            break
    return list(found.items())


def _parse(raw: str, digits: str) -> str | None:
    import phonenumbers as library  # large tables: loaded when a number turns up

    tries = [raw] if "+" in raw else [raw, f"+{digits}"]
    for attempt in tries:
        try:
            number = library.parse(attempt, "IN")
        except library.NumberParseException:
            continue
        if library.is_valid_number(number):
            return library.format_number(number, library.PhoneNumberFormat.E164)
    plain = digits.lstrip("0")
    looks = len(plain) == 10 or raw.startswith(("+", "("))
    return (
        f"+{digits}"
        if raw.startswith("+")
        else plain
        if looks and not re.search(r"(?:19|20)\d\d\s?[-–/]\s?(?:19|20)\d\d", raw)
        else None
    )


def personal_terms(sections: Sequence[Section], text: str) -> list[str]:
    """Strings that describe the person: labelled values, address lines, ages, pronouns."""
    terms: list[str] = []
    for section in sections:
        near = section.kind in ("header", "personal", "declaration", "other", "languages", "interests", "references")
        follow = 0
        for line in section.lines:
            if len(line.text) > 400:
                continue
            found = (
                list(LABEL.finditer(line.text))
                if near or section.kind in ("education", "certifications", "skills")
                else []
            )
            if not found and section.kind in ("header", "personal") and (row := _TABLE.match(line.text)):
                found = [row]
            for match in found:
                value = match["value"].strip(" .,:;-–—")
                if len(value) >= 2:
                    terms.append(value)
                follow = 3 if _ADDRESS_LABEL.search(match["label"]) else 0
            if (
                not found
                and follow > 0
                and near
                and len(line.text) < 120
                and (":" not in line.text)
                and _address_like(line.text)
            ):
                terms.append(line.text.strip())
                follow -= 1
            elif not found and near and section.kind in ("header", "personal") and _is_address(line.text):
                terms.append(line.text.strip())
    terms.extend(match.group().strip() for match in _FACTS.finditer(text))
    terms.extend(match.group().strip() for match in HANDLE.finditer(text))
    return terms


def _is_address(text: str) -> bool:
    if len(text) > 160:
        return False
    hits = len(_ADDRESS_WORD.findall(text))
    return hits >= 2 or ((hits >= 1 or "," in text) and bool(_PIN.search(text)))


def _address_like(text: str) -> bool:
    return "," in text or bool(_ADDRESS_WORD.search(text)) or bool(_PIN.search(text))
