"""The portal's words in other languages: gettext catalogues (`data/translations/<language>/*.po`), English as the key.

A sentence that was already filled in ("cv.pdf has 80 pages: …") is found by its template, so that errors and notes,
which cross processes as plain text, can be shown in the visitor's language too. Knows no page and no session.
"""

from __future__ import annotations

import gettext
import io
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from tools.settings import DATA

Language = Literal["en", "hi"]
LANGUAGES: Final[dict[Language, str]] = {"en": "English", "hi": "हिन्दी"}
FOLDER: Final = DATA / "translations"
SENTENCE_END: Final = re.compile(r"(?<=[.!?]) (?=[A-Z\d])")
FIELD: Final = re.compile(r"\{(\w*)(?:![rsa])?(?::[^{}]*)?\}")


def N_(text: str) -> str:  # gettext's own name for "mark, translate later"
    """`text` itself, marked for translation where it is shown.

    Around an f-string it marks the template: what is filled in becomes a gap with the last name of its expression.
    """
    return text


@dataclass(frozen=True)
class _Template:
    """A sentence with named gaps: how it is recognised once it is filled, and its translation."""

    pattern: re.Pattern[str]
    translation: str
    fixed: tuple[str, ...]  # the texts between the gaps: a quick look before the pattern is tried
    quoted: frozenset[str]  # gaps that hold somebody's own words, which stay as they are

    def filled(self, text: str) -> dict[str, str] | None:
        """What fills the gaps in `text`; None where it is another sentence."""
        first, *_, last = self.fixed
        if not text.startswith(first) or not text.endswith(last) or any(part not in text for part in self.fixed):
            return None
        found = self.pattern.fullmatch(text)
        return found.groupdict() if found else None


@dataclass(frozen=True)
class Catalogue:
    """All of one language's catalogues."""

    words: gettext.NullTranslations
    templates: tuple[_Template, ...] = ()

    def text(self, text: str) -> str:
        """`text` in this language; as it is when it is not known."""
        return self.words.gettext(text) if text else text

    def count(self, one: str, many: str, number: int) -> str:
        """The form of a text that goes with `number`; the caller fills the gaps."""
        return self.words.ngettext(one, many, number)

    def sentence(self, text: str) -> str:
        """A text that may have been filled in already, in this language; so is what fills it, where it is known."""
        if (whole := self.text(text)) != text:
            return whole
        for template in self.templates:
            if (values := template.filled(text)) is not None:
                kept = template.quoted
                said = {name: value if name in kept else self.sentence(value) for name, value in values.items()}
                return template.translation.format(**said)
        parts = SENTENCE_END.split(text) if self.templates else [text]
        several = [self.sentence(part) for part in parts] if len(parts) > 1 else []
        known = several and all(said != part for said, part in zip(several, parts, strict=True))
        return " ".join(several) if known else text


@lru_cache(maxsize=len(LANGUAGES))
def catalogue(language: Language) -> Catalogue:
    """The catalogues of `language`, read once; English is its own."""
    if language == "en":
        return Catalogue(gettext.NullTranslations())
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    whole = Catalog(locale=language)
    for path in sorted((FOLDER / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id and message.string:
                    whole[message.id] = message
    compiled = io.BytesIO()
    write_mo(compiled, whole)
    compiled.seek(0)
    texts = [(m.id, m.string) for m in whole if isinstance(m.id, str) and isinstance(m.string, str)]
    found = [_template(source, said) for source, said in texts if FIELD.search(source) and _speaks(source)]
    # the longest fixed text first: "{name} is empty: …" must not swallow what a more special sentence says
    ordered = sorted(found, key=lambda template: -len("".join(template.fixed)))
    return Catalogue(gettext.GNUTranslations(compiled), tuple(ordered))


def _speaks(source: str) -> bool:
    """Whether a template is a sentence or begins one: "{met} of {all}" would be found in too many texts."""
    return source[0].isupper() or source[-1] in ".?!:…"


def _template(source: str, translation: str) -> _Template:
    """`source` as a pattern. A name that comes twice must be filled alike."""
    pattern, fixed, at = "", [], 0
    for gap in FIELD.finditer(source):
        name = gap.group(1)
        fixed.append(source[at : gap.start()])
        known = f"(?P<{name}>" in pattern
        pattern += re.escape(fixed[-1]) + (f"(?P={name})" if known else f"(?P<{name}>.+?)")
        at = gap.end()
    fixed.append(source[at:])
    quoted = frozenset(re.findall(r"“\{(\w+)[^{}]*\}”", source)) | {"name"}
    plain = FIELD.sub(lambda gap: "{" + gap.group(1) + "}", translation)  # values are text by now: no format remains
    return _Template(re.compile(pattern + re.escape(fixed[-1]), re.DOTALL), plain, tuple(fixed), quoted)
