from __future__ import annotations

import pytest

from tests.support import document_from_text
from tests.tools.legal.order import papers
from tools.legal.order.detect import looks_like_order

FIR = """N.C.R.B
I.I.F.-I
FIRST INFORMATION REPORT
(Under Section 154 Cr.P.C.)
1. District: Sample P.S.: Kotwali Year: 2022 FIR No.: 0012
General Diary Reference: Entry No. 5
6. Complainant / Informant: A Sample
"""
LETTER = (
    "Dear Sir,\nplease find attached our invoice for the month of May. Kindly pay within two weeks.\nYours faithfully"
)
PRAYER = """IN THE COURT OF SESSIONS JUDGE, SAMPLE
A Sample ... Applicant versus State ... Respondent
MOST RESPECTFULLY SHOWETH:
1. That the applicant has been falsely implicated.
It is respectfully prayed that the applicant may kindly be granted bail. And shall ever pray."""


@pytest.mark.parametrize(
    "paper",
    [papers.DELHI, papers.ALLAHABAD, papers.MADHYA_PRADESH, papers.SUPREME_COURT, papers.REPORT, papers.GAUHATI,
     papers.DAILY, papers.UTTAR_PRADESH, papers.TRIAL_HINDI, papers.WRIT],
)  # fmt: skip
def test_orders(paper: str) -> None:
    assert looks_like_order(document_from_text("x", paper)) >= 0.6


@pytest.mark.parametrize("text", [FIR, LETTER, PRAYER, ""])
def test_other_documents(text: str) -> None:
    assert looks_like_order(document_from_text("x", text)) < 0.5
