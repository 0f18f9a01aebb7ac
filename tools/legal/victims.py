"""Whom the law forbids to name in a document about a sexual offence or a child, and where the text names them.

Sources: section 228A of the Indian Penal Code (376 to 376E) and section 72 of the Bharatiya Nyaya Sanhita (64 to 71)
for rape; sections 23 and 33(7) of the POCSO Act; section 74 of the Juvenile Justice Act. The other offences against a
woman's modesty (354 to 354D, 377; 74 to 78) are treated alike, but there only a woman is covered, not every
complainant. Knows names by the words that introduce them, so it covers too much rather than too little.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from tools.documents.types import Document
from tools.legal.types import Extract, SectionMention

_RAPE: Final = re.compile(r"376(?:A|AB|B|C|D|DA|DB|E)?(?:\(|$)|228A(?:\(|$)", re.I)
_RAPE_BNS: Final = re.compile(r"(?:6[4-9]|7[0-2])(?:\(|$)")
_MODESTY: Final = re.compile(r"354[A-D]?(?:\(|$)|377(?:\(|$)", re.I)
_MODESTY_BNS: Final = re.compile(r"7[4-8](?:\(|$)")
_RAPE_WORDS: Final = re.compile(
    r"\bPOCSO\b|\bprosecutrix\b|\brape survivor\b|\brape victim\b|protection of children from sexual|पॉक्सो|पाक्सो|पोक्सो|"
    r"लैंगिक अपराधों से बाल(?:क|को)|अभियोक्त्री|बलात्कार पीड़िता",
    re.I,
)
_CHILD_ACTS: Final = frozenset({"POCSO Act", "JJ Act", "Immoral Traffic Act"})
_WOMAN: Final = re.compile(
    r"\b(?:smt|mrs|ms|miss|kumari|km|ku|baby)\b\.?|\b(?:w|d)/o\b|श्रीमती|श्रीमति|सुश्री|कुमारी|कु०|कु0|कु\.|"
    r"\b(?:devi|bai|begum|bano|kaur|khatoon|kumari)\b|"
    r"(?:देवी|बाई|बेगम|बानो|कौर|ख़?ातून|कुमारी)(?![\u0900-\u097f])|(?:पत्नी|पुत्री)",
    re.I,
)
_STATE: Final = re.compile(
    r"\bstate\b|union of india|government|\bpolice\b|\binspector\b|\bs\.?h\.?o\b|constable|राज्य|सरकार|शासन|पुलिस|थाना|"
    r"निरीक्षक|प्रभारी",
    re.I,
)
_CANCEL: Final = re.compile(r"cancel\w{0,8} (?:of )?(?:the )?(?:\w{1,12} ){0,2}bail|जमानत (?:को )?(?:निरस्त|रद्द)", re.I)
_TITLES: Final = "Ms|Miss|Mrs|Smt|Km|Ku|Kumari|Baby|Late|Shri|Sh|Mr|Sri|Dr"
_TITLES_HINDI: Final = r"श्रीमती|श्रीमति|सुश्री|कुमारी|कु[.०0]|श्री|स्व\.?"
_HONORIFIC: Final = rf"(?:(?:{_TITLES})\b\.?\s{{0,2}}|(?:{_TITLES_HINDI})\s{{0,2}}){{0,2}}"
_NAME: Final = (
    r"(?P<name>[A-Z][A-Za-z'’.]{1,24}"
    r"(?:\s(?!And\b|Was\b|Is\b|Has\b|The\b|Who\b|Of\b|At\b|In\b)[A-Z][A-Za-z'’.]{0,24}(?![A-Za-z/])){0,3})"
)
_LINK: Final = (
    r"(?:[\s,:(\"'“‘/-]{1,4}(?:namely|named|by name|i\.e\.?|is|aged about \d{1,2} years|viz\.?)?[\s,:(\"'“‘-]{0,4})"
)
_CALLED: Final = (
    r"(?:victims?(?:\s(?:girl|child|boy|woman))?|prosecutrix|survivor|minor (?:girl|child|daughter|boy|sister)|"
    r"(?:his|her|my|their|complainant's|informant's) (?:\w{1,12} ){0,2}(?:daughter|sister|wife)|"
    r"(?:father|mother|parents?|brother|sister|guardian) of (?:the )?(?:victim|prosecutrix|survivor|minor|child))"
)
_INTRODUCED: Final = re.compile(rf"(?i:\b{_CALLED}){_LINK}(?i:{_HONORIFIC}){_NAME}")
_NAME_FIRST: Final = re.compile(
    rf"{_NAME}[\s,(]{{1,3}}(?i:(?:hereinafter\s)?(?:referred to as\s|called\s)?(?:the\s)?"
    r"(?:victim|prosecutrix|survivor)\b)"
)
_HINDI_NAME: Final = r"(?P<name>[\u0900-\u097f]{2,16}(?:\s[\u0900-\u097f]{2,16}){0,2}?)"
_HINDI_CALLED: Final = (
    r"(?:पीड़िता|पीडिता|पीड़ित\sबालिका|अभियोक्त्री|अभियोक्ती|नाबालिग\s(?:पुत्री|लड़की|बेटी|बालिका)|"
    r"(?:पीड़िता|पीडिता|अभियोक्त्री)\sके\sपिता|(?:पीड़िता|पीडिता|अभियोक्त्री)\sकी\s(?:माता|मां|माँ)|"
    r"(?:मेरी|उसकी|प्रार्थी\sकी|वादी\sकी)\s(?:\S{1,12}\s)?(?:पुत्री|बेटी|लड़की|बहन|पत्नी))"
)
_HINDI_INTRODUCED: Final = re.compile(
    rf"{_HINDI_CALLED}[\s,:(-]{{1,3}}(?:नाम\s|नामक\s|जिसका\sनाम\s)?{_HONORIFIC}{_HINDI_NAME}"
    r"(?=[\s,)]{1,2}(?:ने|को|के|की|का|से|उम्र|आयु|पुत्री|पुत्र|पत्नी|निवासी|जो|जिसकी|है|थी|अपने|व)(?![\u0900-\u097f])|[,)।])"
)
_RELATION: Final = re.compile(
    rf"[\s,]{{1,3}}(?:(?i:[sdw]/o|son of|daughter of|wife of)|पुत्री|पुत्र|पत्नी|पिता)[\s,:.]{{1,3}}{_HONORIFIC}"
    r"(?P<name>[A-Z][A-Za-z'’.]{1,24}(?:\s[A-Z][A-Za-z'’.]{0,24}){0,2}|[\u0900-\u097f]{2,16}(?:\s[\u0900-\u097f]{2,16})?)"
)
_TITLE: Final = re.compile(rf"^(?:(?:{_TITLES})\b\.?\s*|(?:{_TITLES_HINDI})\s*)+", re.I)
_WORDS = """
    act age aged also an and at bench bns bnss case child code complainant counsel court crpc dated delhi district fir
    for from girl has he her high his hon'ble hospital house in india ipc judge justice learned ld law magistrate
    medical minor no of on order penal petitioner pocso police prosecutrix protection respondent section she state
    station statement that the this through to u/s under victim was were who with you accused appellant applicant during
    after before when while where family father mother
    निवासी पुत्री पुत्र पत्नी अपने अपनी अपना घर थाना पुलिस न्यायालय अभियुक्त आरोपी बयान कथन मेडिकल चिकित्सीय परीक्षण द्वारा साथ उम्र आयु
    नाबालिग की के का को
    ने से में पर यह वह उस इस एवं तथा और जो जिस दिनांक समय बाद पहले वर्ष साल पिता माता मां माँ भाई पति स्कूल गांव गाँव ग्राम रात दिन सुबह
    शाम बाहर अंदर बरामद सहित विरुद्ध नाम अज्ञात किसी कोई तब जब फिर कल आज मौके घटना रिपोर्ट प्रार्थी वादी अकेली अकेला बहला
"""
_NO_NAMES: Final = frozenset(_WORDS.split())


_FREQUENT = (
    "ram kumar kumari singh devi lal mohd mohammad mohammed md sri shri राम कुमार कुमारी सिंह देवी लाल मोहम्मद मो श्री"
)
_COMMON: Final = frozenset(_FREQUENT.split())


def protection(sections: Iterable[SectionMention], text: str) -> str:
    """``law`` where the law forbids to name the victim, ``woman`` for lesser offences against a woman, else empty.

    `text` is looked at for words that only such documents use; sections that are merely cited do not count.
    """
    charged = [mention for mention in sections if mention.use == "charged"]
    if any(_forbidden(mention) for mention in charged) or _RAPE_WORDS.search(unicodedata.normalize("NFC", text)):
        return "law"
    if any(_modesty(mention) for mention in charged):
        return "woman"
    return ""


def named_victims(extract: Extract, document: Document, level: str) -> tuple[str, ...]:
    """The names to cover, as written, in a document of this `protection`; never those of the accused."""
    found = [*_from_facts(extract, level)]
    for page in document.pages:
        found += _introduced(page.text)
    accused = {_key(name) for key in ("accused",) for name in _values(extract, key)}
    names = (_bare(name) for name in found)
    return tuple(dict.fromkeys(name for name in names if _is_name(name) and _key(name) not in accused))


def _forbidden(mention: SectionMention) -> bool:
    if mention.act in _CHILD_ACTS:
        return True
    return bool(
        (mention.act == "IPC" and _RAPE.match(mention.section))
        or (mention.act == "BNS" and _RAPE_BNS.match(mention.section))
    )


def _modesty(mention: SectionMention) -> bool:
    return bool(
        (mention.act == "IPC" and _MODESTY.match(mention.section))
        or (mention.act == "BNS" and _MODESTY_BNS.match(mention.section))
    )


def _values(extract: Extract, key: str) -> list[str]:
    fact = extract.facts.get(key)
    return [item.value for item in (fact.items or (fact,))] if fact else []


def _from_facts(extract: Extract, level: str) -> Iterator[str]:
    """The complainant with relatives, and private respondents beside the State: those are who complained."""
    relatives = _values(extract, "complainant_relative")
    for name in _values(extract, "complainant_name"):
        if not _STATE.search(name) and (level == "law" or _WOMAN.search(" ".join((name, *relatives)))):
            yield name
            yield from relatives
    asking, other = _values(extract, "petitioner"), _values(extract, "respondent")
    if level == "law" and _asks_to_cancel_bail(extract):
        yield from (name for name in asking if not _STATE.search(name) and not _rest(name))
        other = []
    state_asks, state_answers = any(map(_STATE.search, asking)), any(map(_STATE.search, other))
    if level == "law" and not state_asks and (state_answers or not asking):
        yield from (name for name in other if not _STATE.search(name) and not _rest(name))
    for name in (*asking, *other):
        if re.search(r"victim|prosecutrix|survivor|पीड़िता|पीडिता|अभियोक्त्री", name, re.I):
            yield name


def _asks_to_cancel_bail(extract: Extract) -> bool:
    """Whether the request is one that whoever complained makes: to take bail back from the accused."""
    said = " ".join(value for key in ("case_type", "relief_asked") for value in _values(extract, key))
    return bool(extract.outcome and extract.outcome.kind == "bail_cancelled") or bool(_CANCEL.search(said))


def _rest(name: str) -> bool:
    return bool(re.fullmatch(r"(?:&|and|एवं|व)?\s*(?:anr|ors|others?|another|अन्य)\.?", name.strip(), re.I))


def _introduced(text: str) -> Iterator[str]:
    """Names that the text itself introduces as the victim's, and the parents' that stand with them."""
    flat = unicodedata.normalize("NFC", text).replace("\n", " ")
    for pattern in (_INTRODUCED, _NAME_FIRST, _HINDI_INTRODUCED):
        for match in pattern.finditer(flat):
            yield match["name"]
            if relation := _RELATION.match(flat, match.end("name")):
                yield relation["name"]


def _bare(name: str) -> str:
    """A name without title, relation and address."""
    name = re.split(
        r"\s(?:[sdwrc]/o|son of|daughter of|wife of|resident of)\b|\s(?:पुत्री|पुत्र|पत्नी|निवासी)\s|"
        r"[,(@]|\salias\s|\sउर्फ़?\s",
        " ".join(name.split()), maxsplit=1, flags=re.I,
    )[0]  # fmt: skip
    name = _TITLE.sub("", name.strip()).strip(" .,;:-\"'“”’")
    words = name.split()
    while words and words[-1].lower() in _NO_NAMES:
        words.pop()
    while words and words[0].lower() in _NO_NAMES:
        words.pop(0)
    return " ".join(words)


def _is_name(name: str) -> bool:
    letters = [sign for sign in name if sign.isalpha()]
    words = name.lower().split()
    return len(letters) >= 2 and len(name) <= 80 and not any(word.strip(".") in _NO_NAMES for word in words)


def _key(name: str) -> str:
    return _bare(name).casefold()


def distinct_parts(names: Sequence[str]) -> list[str]:
    """The given names among `names`, which alone also give a person away; titles and family names do not count."""
    found = []
    for name in names:
        words = name.split()
        if len(words) > 1 and len(words[0]) >= 3 and words[0].casefold().strip(".") not in _COMMON:
            found.append(words[0])
    return found
