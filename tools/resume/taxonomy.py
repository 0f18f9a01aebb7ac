"""The skills that the project knows by name: canonical names, other writings, families, and what implies what.

Reads `data/skills/*.tsv` once and finds its surfaces in running text. It knows nothing of resumes: sections, negation
and identity are the caller's."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from tools.resume.surfaces import Token, are_joined, is_caseless, is_initial, key_of, read_tokens
from tools.settings import DATA

_DELIMITER = frozenset(",;|/•·●▪❖►◦▸◆■♦➢✓✔*~:()[]{}<>–—\n\t\f&+→\uf0b7\uf0a7\uf0d8")
_OPEN = _DELIMITER | {""}
_CLOSE = _DELIMITER | {"", "."}
_COMPANY = frozenset(
    [
        "corporation",
        "corp",
        "inc",
        "ltd",
        "limited",
        "pvt",
        "private",
        "llc",
        "llp",
        "gmbh",
        "india",
        "technologies",
        "solutions",
        "ug",
    ]
)
_CRAFT = frozenset(
    [
        "developer",
        "developers",
        "programmer",
        "programmers",
        "engineer",
        "programming",
        "language",
        "framework",
        "expert",
        "skills",
    ]
)
_NEAR = 30  # characters between an ambiguous writing and the certain skill that vouches for it


@dataclass(frozen=True, slots=True)
class Hit:
    """A skill found in a text: `text[start:end] == surface`. `kind` tells its own name from another writing."""

    skill: str
    start: int
    end: int
    surface: str
    kind: Literal["exact", "alias"]


@dataclass(frozen=True, slots=True)
class Skill:
    """One row of the taxonomy."""

    name: str
    group: str
    domain: str
    implies: tuple[str, ...] = ()


class _Surface(NamedTuple):
    skill: str
    kind: Literal["exact", "alias"]
    needs_context: bool
    written: str


@dataclass(frozen=True)
class Taxonomy:
    """Skills by name and by writing; see the module's docstring."""

    skills: dict[str, Skill]
    _surfaces: dict[str, _Surface] = field(repr=False)
    _longest: dict[str, int] = field(repr=False)
    _implied: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    def canonical(self, term: str) -> str | None:
        """The canonical name for `term` standing alone (case does not matter), None when it is not known."""
        found = self._lookup(key_of(term).split())
        return found.skill if found else None

    def find(self, text: str, *, listed: bool = False) -> list[Hit]:
        """Every known skill in `text`, the longest at each place, in order.

        With `listed` the text is known to list skills, so that short and everyday words (R, Go, Excel) count as
        they stand; otherwise these need their exact case and a list or another skill around them.
        """
        tokens = read_tokens(text)
        certain: list[Hit] = []
        doubtful: list[tuple[Hit, _Surface]] = []
        at = 0
        while at < len(tokens):
            norm = tokens[at][0]
            if norm not in self._longest and norm[-1] != "s":
                at += 1
                continue
            size, surface = self._longest_at(text, tokens, at)
            if surface is None:
                at += 1
                continue
            start, end = tokens[at][1], tokens[at + size - 1][2]
            hit = Hit(surface.skill, start, end, text[start:end], surface.kind)
            if surface.needs_context and not listed:
                doubtful.append((hit, surface))
            else:
                certain.append(hit)
            at += size
        if doubtful:
            certain.extend(self._vouched(text, certain, doubtful))
            certain.sort(key=lambda hit: hit.start)
        return certain

    def domain_of(self, skill: str) -> str | None:
        """The broad field of a canonical skill."""
        row = self.skills.get(skill)
        return row.domain if row else None

    def field_of(self, skill: str) -> str | None:
        """The domain, with those of people at a computer taken together as `digital`."""
        domain = self.domain_of(skill)
        return "digital" if domain in ("it", "data", "cloud", "office") else domain

    def related(self, one: str, other: str) -> Literal["group", "domain"] | None:
        """Do two canonical skills share a family, or at least a field?"""
        first, second = self.skills.get(one), self.skills.get(other)
        if first is None or second is None or first.domain != second.domain:
            return None
        return "group" if first.group == second.group else "domain"

    def implied(self, skill: str) -> frozenset[str]:
        """The more general skills that knowing `skill` proves, through all steps, without itself."""
        if skill in self._implied:  # asked for every skill of every resume at every ranking
            return self._implied[skill]
        seen: set[str] = set()
        stack = [skill]
        while stack:
            row = self.skills.get(stack.pop())
            fresh = [name for name in (row.implies if row else ()) if name not in seen]
            seen.update(fresh)
            stack.extend(fresh)
        self._implied[skill] = frozenset(seen - {skill})
        return self._implied[skill]

    def _vouched(self, text: str, certain: Sequence[Hit], doubtful: Sequence[tuple[Hit, _Surface]]) -> list[Hit]:
        """The doubtful hits whose case and surroundings say that they are skills."""
        caseless = is_caseless(text)
        starts = [hit.start for hit in certain]
        kept: list[Hit] = []
        for hit, surface in doubtful:
            shouted = hit.surface.isupper() and len(hit.surface) > 3
            if not (caseless or shouted or hit.surface == surface.written) or is_initial(text, hit.start, hit.end):
                continue
            left, right = _neighbours(text, hit)
            if right in _COMPANY:
                continue
            listed = left in _OPEN and right in _CLOSE and not (caseless and left == right == "\n")
            near = len(hit.surface) > 1 and self._near(text, certain, starts, hit, 2 if caseless else _NEAR)
            if listed or near or right in _CRAFT:
                kept.append(hit)
        return kept

    def _near(self, text: str, certain: Sequence[Hit], starts: Sequence[int], hit: Hit, reach: int) -> bool:
        """Does a certain skill of the same field stand close by on the same line or in the same list?"""
        at = bisect_left(starts, hit.start)
        field_of_hit = self.field_of(hit.skill)
        for other in certain[max(0, at - 1) : at + 1]:
            between = text[other.end : hit.start] if other.end <= hit.start else text[hit.end : other.start]
            between = between.strip()
            if "\n" in between or ". " in between or self.field_of(other.skill) != field_of_hit:
                continue
            if len(between) <= reach or between in ("and", "or"):
                return True
        return False

    def _longest_at(self, text: str, tokens: Sequence[Token], at: int) -> tuple[int, _Surface | None]:
        limit = min(self._longest.get(tokens[at][0], 1), len(tokens) - at)
        reach = 1
        while reach < limit and are_joined(text, tokens[at + reach - 1], tokens[at + reach]):
            reach += 1
        words = [token[0] for token in tokens[at : at + reach]]
        for size in range(reach, 0, -1):
            found = self._lookup(words[:size])
            if found is not None:
                return size, found
        return 0, None

    def _lookup(self, words: Sequence[str]) -> _Surface | None:
        key = " ".join(words)
        found = self._surfaces.get(key)
        if found is None and key.endswith("s") and len(key) > 4:
            found = self._surfaces.get(key[:-1])
            if found is not None and found.needs_context:
                return None
        return found


@lru_cache(maxsize=1)
def load_taxonomy() -> Taxonomy:
    """The taxonomy of `data/skills`, read once in a process."""
    return read_taxonomy(sorted((DATA / "skills").glob("*.tsv")))


def read_taxonomy(files: Iterable[Path]) -> Taxonomy:
    """A taxonomy from TSV files with the columns skill, aliases, group, domain, ambiguous, implies."""
    skills: dict[str, Skill] = {}
    surfaces: dict[str, _Surface] = {}
    rows = [line.split("\t") for path in files for line in path.read_text(encoding="utf-8").splitlines()[1:] if line]
    for name, aliases, group, domain, ambiguous, implies in rows:
        skills[name] = Skill(name, group, domain, tuple(implies.split("|")) if implies else ())
        doubtful = frozenset(ambiguous.split("|")) if ambiguous else frozenset()
        surfaces[key_of(name)] = _Surface(name, "exact", name in doubtful, name)
        for alias in aliases.split("|") if aliases else ():
            key = key_of(alias)
            if key not in surfaces or surfaces[key].kind == "alias":
                surfaces[key] = _Surface(name, "alias", alias in doubtful, alias)
    for key in [key for key in surfaces if " " in key and key.endswith("s") and not key.endswith("ss")]:
        surfaces.setdefault(key[:-1], surfaces[key])
    longest: dict[str, int] = {}
    for key in surfaces:
        words = key.split(" ")
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return Taxonomy(skills, surfaces, longest)


def _neighbours(text: str, hit: Hit) -> tuple[str, str]:
    """The sign before and the sign or lower-case word after a hit."""
    before = text[max(0, hit.start - 8) : hit.start].rstrip(" \t\u00a0-'\"")
    after = text[hit.end : hit.end + 24].lstrip(" \t\u00a0-'\"")
    word = re.match(r"\w+", after)
    left = before[-1:] or ("" if hit.start < 8 else "\n")
    return left, word.group().casefold() if word else after[:1]
