"""Who a resume is about: name, contacts, and every stated fact that describes the person rather than the work.

Knows no list of people's names. When nothing reads like a name, the name is None: a person is never invented.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from tools.documents.types import Document
from tools.resume.headings import find_heading, unspace
from tools.resume.personal import EMAIL, HONORIFIC, LINK, find_phones, personal_terms
from tools.resume.sections import Line, Section, body_size
from tools.resume.types import Identity
from tools.resume.vocabulary import CITIES, ORG_WORDS, REGIONS, TITLE_WORDS, words_of

_NAME_LABEL = re.compile(
    r"^[\W_]*(?:(?:full |candidate(?:['’]s)? |"
    r"applicant(?:['’]s)? )?name(?: of (?:the )?(?:candidate|applicant))?|नाम|"
    r"पूरा नाम)\s*(?:[:：]-?|[-–—](?=\s))\s*(?P<name>[^\d@|,;:]{2,60})",
    re.I,
)
_PLACEHOLDER = re.compile(
    r"^\W*(?:(?:your|first|full|candidate(?:['’]s)?|insert|enter|type)[ _-]?(?:(?:last|full)[ _-]?)?name|"
    r"(?:first|last|sur|fore)[ _-]?name|name[ _-]?surname)(?!\s*[:：])\b",
    re.I,
)
_ONE_WORD_RESUME = re.compile(r"^\W*[^\W\d_]+\W+(?:r[eé]sum[eé]|curriculum vitae|c\.?v\.?|bio-?data)\W*$", re.I)
_DOMAIN = re.compile(r"[^\W\d_]{3,}\.[a-z]{2,}")
_ADDRESS = re.compile(r"(?:(?<=\s)|^)\S*(?:@\S|[\w-]\.com\b).*$")
_PARTICLES_TEXT = "al bin da de del della der di dos du el ibn la le ten ter van von y"
_PARTICLES = frozenset(_PARTICLES_TEXT.split())
_RESUME_OF = re.compile(r"^(?:r[eé]sum[eé]|curriculum vitae|c\.?v\.?|bio-?data)\s*(?:of|for|[-–—:|])\s*", re.I)
_CREDENTIALS = re.compile(
    r"\s*,\s*(?:ph\.?\s?d|m\.?d|mba|m\.?b\.?a|pmp|cpa|ca|rn|bsn|msn|pharm\.?\s?d|jd|esq|p\.?e|"
    r"b\.?tech|m\.?tech|b\.?e|mca|bca|cfa|acca|fca|phr|cissp|jr|sr|ii|iii|m\.?s|b\.?s|m\.?a|csm|"
    r"scrum)\b\.?.*$|\s+(?:m\.sc|b\.sc|ph\.?\s?d|m\.d|m\.?b\.?a|b\.?tech|m\.?tech|b\.e|m\.c\.a|b\.c\.a|pmp|cpa)\.?$",
    re.I,
)
_TAIL = re.compile(
    r"\s*(?:[|•·/]|\s[-–—]\s|\(|,\s|\s{3,}|\b(?:e-?mail|mobile|phone|mob|contact|tel|address|"
    r"r[eé]sum[eé]|curriculum|cv)\b).*$",
    re.I,
)
_TOKEN = re.compile(r"^(?:[^\W\d_](?:[^\W\d_]|[\u0900-\u097F'’.`-])*|[\u0900-\u097F]+)$")
_NOT_NAMES_TEXT = """
    firstname lastname surname forename
    resume curriculum vitae cv biodata bio data profile page of and the for with in to from at by on is are as an or
    my your page address email e-mail mobile phone contact tel summary objective experience education skills project
    projects personal details declaration name confidential private linkedin github indeed www http https com date
    place signature career professional work job position applied post application cover letter photo updated last
    available upon request references reference years year month hard working motivated dedicated results driven
    seeking looking highly dynamic energetic self creative innovative passionate java python sql html oracle sap
    microsoft excel office windows linux aws azure cloud web data software hardware computer science engineering
    technology information system systems business marketing sales finance accounting management human resources
    customer health medical legal teaching design development operations english hindi telugu tamil marathi gujarati
    kannada malayalam bengali punjabi urdu languages street road nagar colony lane sector flat house no near
    district state india highlights core strengths accomplishments focus overview areas expertise it ui ux hr qa
    devops full stack front end back mechanical electrical civil electronics communication banking production
    quality assurance digital media public relations status willing relocate anywhere university college school
    institute graduate bachelor master degree diploma hobbies interests objective: company city world hello about me
    contacts tools technologies certifications awards activities publications home link links website additional
    united states kingdom america usa uk i we
    member group team new first second third gold silver medal general special total current present status active
"""
_NOT_NAMES = frozenset(_NOT_NAMES_TEXT.split())


def find_identity(document: Document, sections: Sequence[Section]) -> Identity:
    """The person as stated: contacts from the whole document, the name from its head, a label, or an agreement of
    a line with the e-mail address. `terms` is everything that blind mode must hide."""
    text = document.text
    emails = tuple(dict.fromkeys(match.group() for match in EMAIL.finditer(text)))
    phones = find_phones(text)
    links = tuple(dict.fromkeys(match.group().rstrip(".,;)") for match in LINK.finditer(EMAIL.sub(" ", text))))
    email = emails[0] if emails else None
    name = find_name(document, sections, [*emails, *links])
    terms = dict.fromkeys(
        [*_name_terms(name), *emails, *(raw for _, raw in phones), *links, *personal_terms(sections, text)]
    )
    return Identity(name, email, phones[0][0] if phones else None, links, tuple(term for term in terms if term))


def find_name(document: Document, sections: Sequence[Section], handles: Sequence[str]) -> str | None:
    """The person's name, or None."""
    lines = [line for section in sections for line in section.lines]
    body = body_size(lines)
    best: tuple[float, str] | None = None
    head = _head(sections)
    if any(_PLACEHOLDER.match(line.text) for line in head[:6]):
        return None  # an unfilled template: whoever else it names is an example
    for at, line in enumerate(head):
        name = _as_name(line.text)
        if name is None:
            continue
        if len(name.split()) == 1 and at + 1 < len(head) and line.strong and head[at + 1].size == line.size:
            rest = _as_name(head[at + 1].text)  # first name and surname each on a line of its own
            name = f"{name} {rest}" if rest and len(rest.split()) <= 2 else name
        if len(name.split()) == 1 and at > 1 and not agrees(name, handles):
            continue  # one word somewhere in the header is rather a label or a caption than a person
        score = _score(name, line, at, body, handles, document)
        if best is None or score > best[0]:
            best = score, name
    if best is not None and best[0] >= 1.5:
        return best[1]
    labelled = _labelled(sections)
    if labelled:
        return labelled
    if best is not None and best[0] >= 1.0:
        return best[1]
    return _by_handle(lines[:80], handles)


def _head(sections: Sequence[Section]) -> list[Line]:
    """The lines where a name may stand: header sections, and the first lines of a contact block."""
    head: list[Line] = []
    for at, section in enumerate(sections):
        if section.kind == "header" or (at == 0 and section.kind == "personal"):  # under "BIO-DATA"
            head.extend(section.lines[:8])
    return [line for line in head if line.page == 1][:16]


def _score(name: str, line: Line, at: int, body: float, handles: Sequence[str], document: Document) -> float:
    tokens = name.split()
    score = 1.6 if at == 0 else 1.0 if at == 1 else 0.6 if at <= 3 else 0.2
    score += 0.4 if len(tokens) in (2, 3) else -0.4 if len(tokens) == 1 else 0.0
    if body > 0:
        score += 1.2 if line.size > 1.3 * body else 0.5 if line.strong else -0.3
    if agrees(name, handles):
        score += 1.0
    if not (name.istitle() or name.isupper() or not name.isascii()) and at > 0:
        score -= 0.5
    confidences = [w.confidence for page in document.pages[:1] for w in page.words if w.text in tokens]
    if confidences and min(confidences) < 60:
        score -= 1.0
    return score


def _as_name(text: str) -> str | None:
    """`text` as a name when it can be one: two to five words of letters, none of them a word of resumes."""
    if _ONE_WORD_RESUME.match(text) or _PLACEHOLDER.match(text):
        return None  # `ROVER RESUME` is a title, not a person
    text = _ADDRESS.sub("", text)
    labelled = _NAME_LABEL.match(text)
    text = labelled["name"] if labelled else _RESUME_OF.sub("", text.strip())
    text = HONORIFIC.sub("", unspace(_respaced(text)).strip(" \t*•|-–—_:,\u200b"))
    text = _TAIL.sub("", _CREDENTIALS.sub("", text)).strip(" ,-–—|•").lstrip(".")
    text = text if re.search(r"\b\w\.$", text) else text.rstrip(" .")
    tokens = text.split()
    if not 1 <= len(tokens) <= 5 or len(text) > 50 or find_heading(text) is not None:
        return None
    if not all(_TOKEN.match(token) and not _DOMAIN.search(token) for token in tokens):
        return None
    low = [at for at, token in enumerate(tokens) if token[0].islower() and token not in _PARTICLES]
    if len(low) < len(tokens) and any(at == 0 or len(tokens[at]) == 1 for at in low):
        return None  # a torn piece of a line: `f Books Alpha`, `Writer reads a`
    words = [token.strip(".'’").casefold() for token in tokens]
    if any(_refused(word) for word in words) or _mostly_places(words):
        return None
    full = [word for word in words if len(word) > 1]
    if not any(re.search(r"[aeiouy]|[^\x00-\x7f]", word) for word in full):
        return None
    return (
        " ".join(text.split())
        if (len(full) > 1 or any(len(word) > 2 for word in full)) and all(_pronounceable(word) for word in full)
        else None
    )


def _refused(word: str) -> bool:
    return (
        word in _NOT_NAMES
        or word in TITLE_WORDS
        or (word in ORG_WORDS and len(word) > 2 and word not in ("sons", "dev", "global"))
    )


def _mostly_places(words: Sequence[str]) -> bool:
    return all(word in CITIES or word in REGIONS for word in words)


def _pronounceable(word: str) -> bool:
    plain = unicodedata.normalize("NFKD", word)
    return not word.isascii() or len(word) <= 3 or any(letter in "aeiouy" for letter in plain)


def _respaced(text: str) -> str:
    """`J O H N  D O E` with its words joined again when wider spaces part them."""
    if re.fullmatch(r"(?:\S ){2,}\S(?:\s{2,}(?:\S ?)+)+", text.strip()):
        return " ".join(part.replace(" ", "") for part in re.split(r"\s{2,}", text.strip()))
    return re.sub(r"(?<!\S)(?:[^\W\d_] ){2,}[^\W\d_](?!\S)", lambda match: match.group().replace(" ", ""), text)


def _labelled(sections: Sequence[Section]) -> str | None:
    for section in sections:
        if section.kind in ("references", "experience", "projects"):
            continue
        for line in section.lines:
            if _NAME_LABEL.match(line.text) and (name := _as_name(line.text)):
                return name
    return None


def _by_handle(lines: Sequence[Line], handles: Sequence[str]) -> str | None:
    """A line that reads like a name and agrees with the e-mail address or a profile link, wherever it stands."""
    texts = [line.text.strip() for line in lines]
    pairs = [f"{one} {two}" for one, two in pairwise(texts) if one.isalpha() and two.isalpha()]  # a word on each line
    for text in [*texts, *pairs]:
        name = _as_name(text) if len(text) < 50 else None
        if name is not None and len(name.split()) >= 2 and agrees(name, handles):
            return name
    return None


def agrees(name: str, handles: Sequence[str]) -> bool:
    """Does a long enough word of `name` stand in an e-mail's local part or a profile link?"""
    parts = [word for word in words_of(name) if len(word) >= 4]
    locals_ = [handle.split("@")[0].casefold() if "@" in handle else handle.casefold() for handle in handles]
    joined = "".join(words_of(name))
    whole = len(joined) >= 4 and any(joined in re.sub(r"[\W_]", "", local) for local in locals_)
    return (
        whole or bool(set(words_of(name)) & set(locals_)) or any(part in local for part in parts for local in locals_)
    )


def _name_terms(name: str | None) -> list[str]:
    if not name:
        return []
    return [name, *(part.strip(".") for part in name.split() if len(part.strip(".")) > 1)]
