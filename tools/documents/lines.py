"""Fragments to lines in reading order.

A page is read in the order in which it draws its text, which keeps columns apart better than geometry does; that order
is changed only where two columns visibly take turns. Knows nothing of PDF.
"""

from __future__ import annotations

from collections.abc import Sequence

from tools.documents.words import BASELINE_SHIFT, Fragment

Line = list[Fragment]
OVERLAP = 0.3  # em by which fragments of one line may overlap


def lines_of(fragments: Sequence[Fragment]) -> list[Line]:
    """The lines of a page; each holds the fragments that follow one another on one baseline."""
    lines: list[Line] = []
    for fragment in fragments:
        if lines and _continues(lines[-1], fragment):
            lines[-1].append(fragment)
        else:
            lines.append([fragment])
    return lines


def _continues(line: Line, fragment: Fragment) -> bool:
    last = line[-1]
    em = max(last.size, fragment.size)
    return (
        fragment.angle == last.angle
        and abs(fragment.baseline - last.baseline) <= BASELINE_SHIFT * em
        and fragment.left >= last.right - OVERLAP * em
    )
