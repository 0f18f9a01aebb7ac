"""Takes the person out of a text: name, contacts, personal facts and gendered words become nothing.

What is left must not change when the same resume is written by another person. Knows strings, not layouts.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tools.resume.personal import EMAIL, HANDLE, LABEL, LINK
from tools.resume.types import Identity

_PHONE = re.compile(r"(?<![\w.])(?:\+\s?\d{1,3}[\s-]?)?\(?\d{2,5}\)?(?:[\s-]?\d{3,5}){2,3}(?![\w%])")
_GENDERED = re.compile(
    r"(?<![\w'’-])(?:"
    r"s?he(?:['’](?:s|d|ll))?(?:\s?/\s?(?:s?he|her|hers|him|his|they|them))*|her(?:s|"
    r"self)?(?:\s?/\s?(?:hers?|his|him))*|his(?:\s?/\s?hers?)?|"
    r"him(?:self)?(?:\s?/\s?her(?:self)?)?|"
    r"they\s?/\s?them(?:\s?/\s?theirs?)?|mr\.?|mrs\.?|ms\.(?=\s)|(?-i:Ms)(?=\s[A-Z])|"
    r"miss(?=\s[A-Z])|mx\.?(?=\s)|shri\.?|shree|smt\.?|kumari\.?|km\.(?=\s)|sir|madam|ma['’]am|"
    r"males?|females?|m[ae]n|wom[ae]n|ladies|lady|gentlem[ae]n|boys?|girls?|married|unmarried|"
    r"bachelor(?=\s*[,.;|]|\s*$)|spinster|widow(?:ed|er)?|divorced|"
    r"wife|husband|mother(?:hood)?|father(?:hood)?|daughters?|sons?(?!\s*(?:pvt|ltd|&))|sisters?|"
    r"brothers?(?!\s*(?:pvt|ltd|&))|maternity|paternity|housewife|"
    r"s\s?/\s?o|d\s?/\s?o|w\s?/\s?o|श्री|श्रीमती|सुश्री|कुमारी|पुरुष|महिला|स्त्री|विवाहित|"
    r"अविवाहित|पुत्र|पुत्री|पति|पत्नी)"
    r"(?![\w’'-])",
    re.I,
)
_SUFFIXED = (
    (
        re.compile(
            r"\b(chair|sales|business|fore|spokes|crafts|trades|service|camera|repair|work|line|watch|"
            r"police|fire|mail|handy|drafts|draughts)(?:wo)?m([ae])n\b",
            re.I,
        ),
        r"\1person",
    ),
    (re.compile(r"\b(wait|act|host|steward|manager|author|heir)(?:ress|ess|or|er|ard)?(?<=ess)\b", re.I), r"\1er"),
    (re.compile(r"\b(?:air ?hostess(?:es)?)\b", re.I), "cabin crew"),
)
_TITLED_INITIAL = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Shri|Smt)\.?\s(?:[A-Z]\.?\s?){1,2}(?![\w])")
_SPACES = re.compile(r"[ \t\u00a0]{2,}")
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]|(?<=\s)[,;|](?=\s*[,;|])|^\s*[,;|:/–-]+\s*$", re.M)


def redact(text: str, identity: Identity) -> str:
    """`text` without the person. Lines stay lines; what was taken leaves nothing behind, not even a mark."""
    text = EMAIL.sub(" ", text)
    text = LINK.sub(" ", text)
    text = HANDLE.sub(" ", text)
    text = LABEL.sub(" ", text)
    pattern = _terms_pattern(identity.terms)
    if pattern is not None:
        text = pattern.sub(" ", text)
    text = _without_name(text, identity.name)
    text = _PHONE.sub(" ", text)
    text = _TITLED_INITIAL.sub(" ", text)
    for suffix, neutral in _SUFFIXED:
        text = suffix.sub(neutral, text)
    text = _GENDERED.sub(" ", text)
    text = _EMPTY.sub(" ", text)
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n"))


@lru_cache(maxsize=256)
def _terms_pattern(terms: tuple[str, ...]) -> re.Pattern[str] | None:
    """The longer personal facts as one pattern; single words are the business of `_without_name`."""
    longer = sorted({term for term in terms if len(term) >= 5 and not term.isalpha()}, key=len, reverse=True)
    if not longer:
        return None
    joined = "|".join(r"\s+".join(re.escape(word) for word in term.split()) for term in longer[:60])
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.I)


@lru_cache(maxsize=256)
def _name_patterns(name: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """The name in full, in part with initials, and joined into a handle; and its single words."""
    words = tuple(part for part in (piece.strip(".'’") for piece in name.split()) if len(part) > 1)
    if not words:
        return re.compile(r"(?!)"), ()
    part = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    # any initial beside a name's part belongs to the name, whatever its letter
    initial = r"(?-i:[A-Z])"
    before = rf"{initial}(?:\.[ ]?|[ ])"  # with a mark behind it: "CLI" is no initial of "Li"
    full = (
        rf"(?<!\w)(?:{before}(?=(?:{before})?(?:{part})\b))*"
        rf"(?:(?:{part})\b(?:[ ,.]{{0,2}}{initial}(?=[ ](?:{part})\b))?[ .]{{0,2}})*"
        rf"(?:{part})\b(?:[ ]?,?[ ](?-i:[A-Z])\b(?!\.?\w)(?!['’+#])\.?)?(?:['’]s)?"
    )
    joined = "|".join(re.escape(left + right) for left in words for right in words if left != right)
    return re.compile(rf"{full}|(?<!\w)(?:{joined})\w{{0,6}}(?!\w)" if joined else full, re.I), words


def _without_name(text: str, name: str | None) -> str:
    """`text` without the name. A single word of it that the text also uses as an ordinary word (`rose to manager`,
    `cook`) goes only together with another part of the name or with a capital inside a sentence."""
    if not name:
        return text
    pattern, words = _name_patterns(name)
    if not words:
        return text
    shouted_or_low = name.islower()
    ordinary = {
        word.casefold()
        for word in words
        if not shouted_or_low
        and re.search(rf"(?<![\w@./-]){re.escape(word.lower())}(?![\w@])", text)
        and word.lower() != word
    }

    def replace(match: re.Match[str]) -> str:
        found = match.group()
        bare = re.sub(r"['’]s$", "", found).strip(" .,").casefold()
        if bare in ordinary:
            before = text[max(0, match.start() - 2) : match.start()]
            inside = bool(before.strip()) and before.strip()[-1] not in ".!?:•-\n" and "\n" not in before
            if not (inside and found[:1].isupper()):
                return found
        return " "

    return pattern.sub(replace, text)
