"""Every section that running text names, with its act: "under Sections 420 and 471 IPC", "BNS की धारा 303(2)".

An act is taken only where the text names it beside the number or points back to it ("of the said Act"); a bare
"section 5" is left out. Knows the form of a reference alone: not what a section says.
"""

from __future__ import annotations

from collections.abc import Sequence

from tools.documents.types import Page
from tools.legal.evidence import uncertain_at
from tools.legal.law.groups import Group, LastActs, groups_in
from tools.legal.law.numbering import for_act
from tools.legal.law.uses import use_of
from tools.legal.types import SectionMention

_FEW_ACTS = 100  # section number from which one act is meant wherever the document gives the number alone


def references(pages: Sequence[Page]) -> tuple[SectionMention, ...]:
    """Every section that the pages name with its act, in order; see `unique` for each section once.

    `boxes` are those of the number, `quote` the whole reference with its act.
    """
    last = LastActs()
    found = [(page, group) for page in pages for group in groups_in(page.text, last)]
    known = _acts_of_sections([group for _, group in found])
    mentions: list[SectionMention] = []
    for page, group in found:
        fallback = next((known[value] for number in group.numbers for value in number.values if value in known), "")
        use = use_of(page.text, group.start, group.end, group.act)
        for number in group.numbers:
            for value in number.values:
                act = group.act or fallback
                if act:
                    mentions.append(
                        SectionMention(
                            act, for_act(act, value), page.number, page.text[group.start : group.end],
                            page.boxes(number.start, number.end), use, uncertain_at(page, number.start, number.end),
                        )
                    )  # fmt: skip
    return tuple(mentions)


def unique(mentions: Sequence[SectionMention]) -> tuple[SectionMention, ...]:
    """Each section of each act once: its first mention, or the first that charges where any does."""
    first: dict[tuple[str, str], SectionMention] = {}
    for mention in mentions:
        key = (mention.act, mention.section)
        if key not in first or (mention.use == "charged" and first[key].use == "cited"):
            first[key] = mention
    return tuple(first.values())


def _acts_of_sections(groups: Sequence[Group]) -> dict[str, str]:
    """The act of each section that the document names with one act alone, from a number that few acts reach."""
    acts: dict[str, set[str]] = {}
    for group in groups:
        for number in group.numbers if group.act else ():
            for value in number.values if number.base >= _FEW_ACTS else ():
                acts.setdefault(value, set()).add(group.act)
    return {value: next(iter(found)) for value, found in acts.items() if len(found) == 1}
