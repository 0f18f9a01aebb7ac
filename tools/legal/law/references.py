"""Every section that running text names, with its act: "under Sections 420 and 471 IPC", "BNS की धारा 303(2)".

An act is taken only where the text names it beside the number or points back to it ("of the said Act"); a bare
"section 5" is left out. Knows the form of a reference alone: not what a section says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tools.documents.types import Page
from tools.legal.evidence import uncertain_at
from tools.legal.law.groups import Group, groups_in
from tools.legal.law.last_acts import LastActs
from tools.legal.law.numbering import for_act
from tools.legal.law.uses import use_of
from tools.legal.types import SectionMention

FEW_ACTS = 100  # section number from which one act is meant wherever the document gives the number alone


def references(pages: Sequence[Page]) -> tuple[SectionMention, ...]:
    """Every section that the pages name with its act, in order; see `unique` for each section once.

    `boxes` are those of the number, `quote` the whole reference with its act.
    """
    last = LastActs()
    found = [(page, group) for page in pages for group in groups_in(page.text, last)]
    named = _acts_of_sections([group for _, group in found])
    return tuple(mention for page, group in found for mention in _mentions(page, group, named))


def _mentions(page: Page, group: Group, named: Mapping[str, str]) -> Iterator[SectionMention]:
    act = _act(group, named)
    if not act:
        return
    use = use_of(page.text, group.start, group.end, act)
    quote = page.text[group.start : group.end]
    for number in group.numbers:
        boxes = page.boxes(number.start, number.end)
        uncertain = uncertain_at(page, number.start, number.end)
        for value in number.values:
            yield SectionMention(act, for_act(act, value), page.number, quote, boxes, use, uncertain)


def _act(group: Group, named: Mapping[str, str]) -> str:
    """The act of the group; where it is only pointed back to, or left out, as the document names it elsewhere.

    A number alone must be so high that few acts reach it.
    """
    if group.act and not group.back:
        return group.act
    numbers = [number for number in group.numbers if group.back or number.base >= FEW_ACTS]
    elsewhere = (named[value] for number in numbers for value in number.values if value in named)
    return next(elsewhere, group.act)


def unique(mentions: Sequence[SectionMention]) -> tuple[SectionMention, ...]:
    """Each section of each act once: its first mention, or the first that charges where any does."""
    first: dict[tuple[str, str], SectionMention] = {}
    for mention in mentions:
        key = (mention.act, mention.section)
        if key not in first or (mention.use == "charged" and first[key].use == "cited"):
            first[key] = mention
    return tuple(first.values())


def _acts_of_sections(groups: Sequence[Group]) -> dict[str, str]:
    """The act of each section that the document names outright with one act alone."""
    acts: dict[str, set[str]] = {}
    for group in groups:
        for number in group.numbers if group.act and not group.back else ():
            for value in number.values:
                acts.setdefault(value, set()).add(group.act)
    return {value: next(iter(found)) for value, found in acts.items() if len(found) == 1}
