"""The portal's words in other languages: gettext catalogues (`data/translations/<language>/*.po`), English as the key.

A sentence that was already filled in ("cv.pdf has 80 pages: …") is found by its template, so that errors and notes,
which cross processes as plain text, can be shown in the visitor's language too. Knows no page and no session.
"""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal

from tools.settings import DATA

Language = Literal["en", "hi"]
LANGUAGES: Final[dict[Language, str]] = {"en": "English", "hi": "हिन्दी"}
FOLDER: Final = DATA / "translations"
WORD: Final = re.compile(r"\w+")
WHOLE_WORD: Final = re.compile(r"(?<![\w\0])\w+(?![\w\0])")
LONGEST: Final = 2000  # characters of a text that may be a sentence of ours
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
    fixed: tuple[str, ...]  # the texts between the gaps
    quoted: frozenset[str]  # gaps that hold somebody's own words, which stay as they are

    @property
    def key(self) -> str:
        """The longest whole word that the sentence always has: a text without it is another sentence."""
        beside = "\0".join(self.fixed)  # a gap may lengthen the words beside it
        return max((word for word in WHOLE_WORD.findall(beside)), key=len, default="")


@dataclass(frozen=True)
class Catalogue:
    """All of one language's catalogues. `templates` are found by a word that each of them has."""

    words: gettext.NullTranslations
    templates: Mapping[str, tuple[_Template, ...]] = field(default_factory=dict)

    def text(self, text: str) -> str:
        """`text` in this language; as it is when it is not known."""
        return self.words.gettext(text) if text else text

    def count(self, one: str, many: str, number: int) -> str:
        """The form of a text that goes with `number`; the caller fills the gaps."""
        return self.words.ngettext(one, many, number)

    def sentence(self, text: str) -> str:
        """A text that may have been filled in already, in this language; so is what fills it, where it is known."""
        if (whole := self.text(text)) != text or not self.templates or len(text) > LONGEST:
            return whole
        # the longest fixed text first: "{name} is empty: …" must not swallow what a more special sentence says
        likely = [each for word in {*WORD.findall(text), ""} for each in self.templates.get(word, ())]
        for template in sorted(likely, key=lambda each: -len("".join(each.fixed))):
            if found := template.pattern.fullmatch(text):
                kept = template.quoted
                said = {name: each if name in kept else self.sentence(each) for name, each in found.groupdict().items()}
                return template.translation.format(**said)
        return self._several(text)

    def _several(self, text: str) -> str:
        """Sentences one after the other, if each is known; else the text as it is."""
        parts = SENTENCE_END.split(text)
        if len(parts) == 1:
            return text
        said = [self.sentence(part) for part in parts]
        return " ".join(said) if all(new != old for new, old in zip(said, parts, strict=True)) else text


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
    index: dict[str, tuple[_Template, ...]] = {}
    for source, said in texts:
        if FIELD.search(source) and _speaks(source):
            template = _template(source, said)
            index[template.key] = (*index.get(template.key, ()), template)
    return Catalogue(gettext.GNUTranslations(compiled), index)


def _speaks(source: str) -> bool:
    """Whether a template is a sentence or begins one: "{met} of {all}" would be found in too many texts."""
    return source[0].isupper() or re.search(r"[.?!:…](\s|$)", source) is not None


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
