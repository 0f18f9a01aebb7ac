from __future__ import annotations

from tests.support import document_from_text
from tools.legal.order.flow import flow_of

TWO_PAGES = "Case No. 12/2023\nThe appeal is\nPage 1 of 2\fCase No. 12/2023\nhereby dismissed.\nPage 2 of 2"


def test_running_heads_and_page_numbers_are_left_out() -> None:
    flow = flow_of(document_from_text("x", TWO_PAGES))
    assert flow.text == "Case No. 12/2023 The appeal is hereby dismissed. "
    assert len(flow.text) == len(flow.lines)


def test_a_quote_over_a_page_break_is_cut_from_its_longer_side() -> None:
    document = document_from_text("x", TWO_PAGES)
    flow = flow_of(document)
    start = flow.text.index("The appeal")
    fact = flow.fact("relief_asked", flow.written(start, len(flow.text)), start, len(flow.text))
    assert fact.value == "The appeal is hereby dismissed."
    assert (fact.page, fact.quote) == (2, "hereby dismissed.")


def test_devanagari_is_folded_but_quoted_as_printed() -> None:
    document = document_from_text("x", "थाना चन्दनगढ़ में मु0अ0सं0 १२/२०२३ गिरफ़्तारी")
    flow = flow_of(document)
    assert "12/2023 गिरफ्तारी" in flow.text
    start = flow.text.index("चन्दनगढ")
    fact = flow.fact("police_station", flow.written(start, start + 7), start, start + 7)
    assert fact.quote == fact.value == "चन्दनगढ़"


def test_nothing_of_nothing() -> None:
    assert flow_of(document_from_text("x", "")).text == ""
