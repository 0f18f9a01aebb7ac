"""Reads the groups of section numbers in running text and binds each to its act, named after it, before it or earlier.

Knows the form of a reference alone: not what a section says.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tools.legal.law.acts import ActMention, act_code, acts_in, base_act
from tools.legal.law.last_acts import LastActs
from tools.legal.law.numbers import Number, numbers_at
from tools.legal.law.wording import (
    AGAIN,
    ARTICLES,
    BACK,
    BACK_BEFORE,
    BEFORE,
    BOUND_KEYWORD,
    FILLER,
    GAP,
    KEYWORD,
    LONGEST_FILL,
    NEXT_LIST,
    ORDER,
    UNKNOWN,
    UNKNOWN_HINDI,
)


@dataclass(frozen=True)
class Group:
    """Sections named together and their act (empty while none is known), and the characters they stand in.

    `back` marks an act that the text only points back to: "of the said Act".
    """

    act: str
    numbers: tuple[Number, ...]
    start: int
    end: int
    back: bool = False


def groups_in(text: str, last: LastActs) -> Iterator[Group]:
    """The groups of sections that `text` names, in order; `last` carries the acts that were named before it."""
    mentions = list(acts_in(text))
    reader = _Reader(text, mentions)
    told = done = 0
    for keyword in _keywords(text):
        if keyword.start() < done:
            continue
        while told < len(mentions) and mentions[told].end <= keyword.start():
            last.note(mentions[told].code)
            told += 1
        for group in reader.rules(keyword, last) if keyword.re is ORDER else reader.groups(keyword, last):
            done = max(done, group.end)
            yield group
    for mention in mentions[told:]:
        last.note(mention.code)


def _keywords(text: str) -> list[re.Match[str]]:
    return sorted([*KEYWORD.finditer(text), *ORDER.finditer(text)], key=lambda match: match.start())


class _Reader:
    """Reads the groups that follow one keyword: numbers, acts, words between."""

    def __init__(self, text: str, mentions: Sequence[ActMention]) -> None:
        self.text = text
        self.starts = {mention.start: mention for mention in mentions}
        self.taken: set[int] = set()  # acts that numbers before them were bound to
        self.mentions = mentions  # none overlaps another, so their ends are in order too

    def groups(self, keyword: re.Match[str], last: LastActs) -> list[Group]:
        """The groups of one keyword, act before or after; those without an act have none."""
        before, firmly = self._before(keyword.start(), last)
        start = before.start if before and firmly else keyword.start()
        article = bool(keyword["article"] or keyword["anuchchhed"])
        found: list[Group] = []
        at = keyword.end()
        while len(found) < 12 and (numbers := self._list(at)):
            act, end, back = self._after(numbers[-1].end, last)
            if not act and (more := self._list(_past_space(self.text, numbers[-1].end))):
                act, end, back = self._after(more[-1].end, last)  # "25(1-B)(a) 27 Arms Act": only a space between
                numbers = numbers + more if act else numbers
            mine = Group(act, tuple(numbers), start, end, back)
            if before and firmly and not found:
                found.extend(self._bound(before, mine))
            elif act:
                found.extend(_plausible(mine))
            elif not found:
                fallback = before.code if before else "Constitution" if article and _constitutional(numbers) else ""
                found.append(replace(mine, act=fallback, start=before.start if before else start, end=numbers[-1].end))
            if not act:
                break
            start = at = _next_list(self.text, end)
        return [group for group in found if group.numbers]

    def rules(self, match: re.Match[str], last: LastActs) -> list[Group]:
        """ "Order VII Rule 11 CPC" as sections of the CPC; nothing when another act or none is named."""
        act, end, _ = self._after(match.end(), last)
        follows = re.match(
            r"\s?(?:r/w|read with|and|सहपठित)?\s?(?:Sections?|धारा)\s?\d{1,3}[A-Z]?",
            self.text[match.end() : match.end() + 40],
        )
        if follows and not act:
            act, end, _ = self._after(match.end() + follows.end(), last)
        if act != "CPC":
            return []
        rules = re.findall(r"\d{1,3}-?[A-Z]?", match["rules"])
        values = tuple(f"Order {match['order']} Rule {rule.replace('-', '')}" for rule in rules)
        end = end if not follows else match.end()
        return [Group(act, (Number(values, match.start(), match.end()),), match.start(), end)]

    def _list(self, at: int) -> list[Number]:
        numbers = numbers_at(self.text, at)
        while numbers and (more := self._again(numbers[-1].end)):
            numbers += more
        return numbers

    def _again(self, at: int) -> list[Number]:
        """The rest of a list that says its keyword again: "420 and Section 471"."""
        match = AGAIN.match(self.text, at)
        if not match or self._names_act(at, match.end()):
            return []
        more = numbers_at(self.text, match.end())
        return [replace(more[0], strong=True), *more[1:]] if more else []

    def _names_act(self, start: int, end: int) -> bool:
        return any(place in self.starts for place in range(start, end))

    def _after(self, at: int, last: LastActs) -> tuple[str, int, bool]:
        """The act that follows character `at`, where it ends, whether it is only pointed back to; empty for none."""
        place = at
        for _ in range(LONGEST_FILL):
            if mention := self.starts.get(place):
                return self._take(mention)
            back = BACK.match(self.text, place)
            if back and back.start("what") not in self.starts:
                act = last.of(back["what"].lower())
                return (act, back.end(), True) if act else ("", at, False)
            filler = FILLER.match(self.text, place)
            if not filler:
                break
            place = filler.end()
        if mention := self.starts.get(place):
            return self._take(mention)
        return self._unknown(at, place)

    def _take(self, mention: ActMention) -> tuple[str, int, bool]:
        self.taken.add(mention.start)
        return mention.code, self._through_doubles(mention.end, mention.code), False

    def _through_doubles(self, end: int, code: str) -> int:
        """Past the short name in brackets that repeats the act: "Bharatiya Nyaya Sanhita (BNS), 2023"."""
        for place in range(end, min(end + 4, len(self.text))):
            mention = self.starts.get(place)
            if mention and mention.code == code:
                return mention.end + (self.text[mention.end : mention.end + 1] == ")")
        return end

    def _unknown(self, at: int, place: int) -> tuple[str, int, bool]:
        """An act that is not in the table, as written; a misspelled one that is, by its short name."""
        if place == at:
            return "", at, False
        for pattern in (UNKNOWN, UNKNOWN_HINDI):
            match = pattern.match(self.text, place)
            if match and not KEYWORD.search(match["name"]) and not self._names_act(place, match.end()):
                name = " ".join(match["name"].split())
                if name.startswith(("The ", "This ", "Said ", "उक्त", "इस ")):
                    continue
                return act_code(name) or name, match.end(), False
        return "", at, False

    def _before(self, start: int, last: LastActs) -> tuple[ActMention | None, bool]:
        """The act named before the keyword, and whether the words between bind it ("की धारा")."""
        at = bisect_right(self.mentions, start, key=lambda mention: mention.end)
        if at and start - self.mentions[at - 1].end <= GAP:
            mention = self.mentions[at - 1]
            if between := BEFORE.fullmatch(self.text, mention.end, start):
                loose = between["under"] or re.fullmatch(r"[\s:(–-]{0,4}", self.text[mention.end : start])
                if between["of"] or (loose and mention.start not in self.taken):
                    return mention, bool(between["of"])
                return None, False
        back = BACK_BEFORE.search(self.text, max(0, start - GAP), start)
        if back and (code := last.of(back["what"])):
            return ActMention(code, back.start(), back.end()), True
        return None, False

    def _bound(self, before: ActMention, group: Group) -> list[Group]:
        """A group whose act stands before it; numbers after "and" may belong to another act that follows them."""
        cut = max((at for at, number in enumerate(group.numbers) if number.strong), default=0)
        own = replace(group, act=before.code, end=group.numbers[-1].end, back=before.start not in self.starts)
        if not group.act or group.act == before.code or not cut or _keyword_follows(self.text, group.end):
            return [own]
        rest = group.numbers[cut:]
        return [
            replace(own, numbers=group.numbers[:cut], end=group.numbers[cut - 1].end),
            Group(group.act, rest, rest[0].start, group.end),
        ]


def _plausible(group: Group) -> list[Group]:
    """The group in two where its first numbers are beyond the act's last section: "498A, 406 & 3/4 DP Act"."""
    act = base_act(group.act)
    if act is None or not act.last_section or re.search(r" \d{4}$", group.act):
        return [group]
    first_is_beyond = (
        group.numbers[0].base > act.last_section
    )  # "25/54/59 Arms Act" is police custom, "85, 80 & 3/4" is not
    far = max(act.last_section, 0 if first_is_beyond else 99)
    beyond = [at for at, number in enumerate(group.numbers) if number.base > far]
    if not beyond:
        return [group]
    cut = next((at for at in range(beyond[-1] + 1, len(group.numbers)) if group.numbers[at].strong), beyond[-1] + 1)
    first, rest = group.numbers[:cut], group.numbers[cut:]
    other = replace(group, act="", numbers=first, end=first[-1].end)
    return [other, replace(group, numbers=rest, start=rest[0].start)] if rest else [other]


def _past_space(text: str, at: int) -> int:
    return at + 1 if text[at : at + 1] in (" ", "\n") else at


def _next_list(text: str, at: int) -> int:
    """Where a further list may begin after an act: past commas, "and" and "under"."""
    match = NEXT_LIST.match(text, at)
    return match.end() if match and match.end() > at else len(text)


def _keyword_follows(text: str, at: int) -> bool:
    return bool(BOUND_KEYWORD.match(text, at))


def _constitutional(numbers: Sequence[Number]) -> bool:
    return all(number.base in ARTICLES for number in numbers)
