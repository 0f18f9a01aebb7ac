"""A resume as if another person had sent it: another name, the other gender's words. For testing, never for scoring.

Works on the document's words, so that the layout, and with it the parsing, stays as it was.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from tools.documents import Document, Word
from tools.resume.parse import parse_resume
from tools.resume.skills import find_skills
from tools.resume.types import Identity, Resume

OTHER_NAMES: Final = ("Fatima Sheikh", "Venkata Subramaniam Iyer Raghunathan", "John Kerketta", "Ng Li")
GENDERED: Final[Mapping[str, str]] = {
    "he": "she", "she": "he", "him": "her", "his": "her", "her": "his", "himself": "herself", "herself": "himself",
    "male": "female", "female": "male", "father": "mother", "mother": "father",
    "husband": "wife", "wife": "husband", "son": "daughter", "daughter": "son",
}  # fmt: skip

HONORIFICS: Final[Mapping[str, str]] = {  # only as written here: "70 ms" and "MS Office" are no persons
    "Mr": "Ms", "Ms": "Mr", "Mrs": "Mr", "Miss": "Mr", "Shri": "Smt", "Smt": "Shri", "Kumari": "Shri",
}  # fmt: skip


def renamed(document: Document, identity: Identity, other: str) -> Document:
    """`document` with the name replaced by `other`, in e-mail addresses and links too, and gendered words swapped."""
    old, new = (identity.name or "").split(), other.split()
    names = {part.casefold(): new[min(at, len(new) - 1)] for at, part in enumerate(old) if len(part) > 1}
    if old:
        # whatever the number of parts, the whole new name stands where the first part stood
        names[old[0].casefold()] = " ".join(new) if len(old) == 1 else new[0]
        names["".join(old).casefold()] = "".join(names.get(part.casefold(), part) for part in old)  # as a handle
    pages = tuple(replace(page, words=tuple(_word(word, names) for word in page.words)) for page in document.pages)
    return replace(document, pages=pages)


def parse_renamed(document: Document, other: str, today: str) -> Resume:
    """The resume that `renamed` gives, parsed as any other; for a worker process.

    `today` is an ISO date.
    """
    day = date.fromisoformat(today)
    identity = parse_resume(document, today=day, find_skills=find_skills).identity
    return parse_resume(renamed(document, identity, other), today=day, find_skills=find_skills)


def _word(word: Word, names: Mapping[str, str]) -> Word:
    glued = any(sign in word.text for sign in "@/.")  # an address, where "amitrao" holds "amit" and "rao"
    text = re.sub(r"[^\W\d_]+", lambda found: _swapped(found.group(), names, glued), word.text)
    return word if text == word.text else replace(word, text=text)


def _swapped(letters: str, names: Mapping[str, str], glued: bool) -> str:
    key = letters.casefold()
    new = names.get(key) or HONORIFICS.get(letters) or GENDERED.get(key)
    if new is None:
        if not glued:
            return letters
        new = key
        for old, other in names.items():
            if len(old) > 2:
                new = new.replace(old, other.replace(" ", "").casefold())
        return letters if new == key else new
    return new.upper() if letters.isupper() else new.title() if letters[:1].isupper() else new.lower()
