"""The reader against invented PDFs with known truth."""

from __future__ import annotations

from tests.fiction.orders import orders
from tools.documents.read import read_document
from tools.legal.order.extract import extract

COUNT = 4
CERTAIN = ("case_number", "cnr", "order_date", "fir_number", "fir_date", "police_station", "bond", "next_date", "fine")


def test_outcome_and_numbers_of_fictional_orders() -> None:
    wrong: list[tuple[str, str, str | None]] = []
    for specimen in orders(COUNT, start=3):
        facts, _, outcome, _ = extract(read_document(specimen.name, specimen.data))
        if outcome is None or outcome.kind not in specimen.truth.outcomes:
            wrong.append((specimen.name, "outcome", outcome.kind if outcome else None))
        for key in CERTAIN:
            if key in specimen.truth.facts and (
                key not in facts or facts[key].value.casefold() != str(specimen.truth.facts[key]).casefold()
            ):
                wrong.append((specimen.name, key, facts[key].value if key in facts else ""))
    assert not wrong
