"""Facts, sections and outcomes of fictional court orders, and the outcomes of six real judgments (MILDSum samples).

Run: python -m tests.benchmarks.legal_orders [--count N] [--show]. The judgments are shared data, not part of the
repository; without them that part is left out. Their outcomes were read by hand.
"""

from __future__ import annotations

import argparse
from typing import Final

from tests.benchmarks.legal_facts import START, report
from tests.fiction.degrade import worn_copy
from tests.fiction.orders import orders
from tests.shared import SHARED
from tools.legal.types import OutcomeKind

MILDSUM: Final[dict[int, tuple[OutcomeKind, ...]]] = {
    1: ("allowed",),  # writ for medical reimbursement, "accordingly, allowed by directing the respondent"
    2: ("dismissed",),  # writ about an industrial permission, "fails and the same is dismissed"
    3: ("dismissed",),  # appeals in a divorce, "both appeals fail and are dismissed"; the effect stayed for eight weeks
    4: ("anticipatory_bail_refused", "bail_refused", "dismissed"),  # "The application stands rejected"
    5: ("allowed", "disposed"),  # "suit is decreed in favour of the Plaintiffs"
    6: ("allowed", "set_aside"),  # "this appeal is allowed; impugned order … is set aside", a decree of divorce
}
"""Outcome kinds that are right for each judgment, the best first."""


def judgments(*, show: bool) -> None:
    """Outcomes of the real judgments, which are plain text without pages."""
    from tools.documents import read_document
    from tools.legal.analyse import extract
    from tools.legal.limits import legal_limits

    folder = SHARED / "data" / "legal" / "docs"
    if not folder.is_dir():
        print("The real judgments are not here: set PORTAL_SHARED.")
        return
    right = 0
    for number, kinds in MILDSUM.items():
        text = (folder / f"mildsum_{number}" / "EN_Judgment.txt").read_bytes()
        outcome = extract(read_document(f"mildsum_{number}.txt", text, limits=legal_limits())).outcome
        found = outcome.kind if outcome else None
        right += found in kinds
        if show or found not in kinds:
            print(f"mildsum_{number}: {found}, {'right' if found in kinds else 'not ' + kinds[0]}")
    print(f"outcomes of real judgments: {right} of {len(MILDSUM)}")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--scans", type=int, default=6)
    parser.add_argument("--start", type=int, default=START, help="the first seed")
    parser.add_argument("--show", action="store_true", help="print what went wrong")
    options = parser.parse_args(arguments or [])
    report("digital orders", orders(options.count, start=options.start), show=options.show)
    if options.scans:
        specimens = orders(options.scans, start=options.start + 500)
        report("scanned orders", (worn_copy(one, "office", 1) for one in specimens), show=options.show)
    judgments(show=options.show)


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
