from __future__ import annotations

import pytest

from tools.legal.summary.punishments import imprisonment, span, sureties


@pytest.mark.parametrize(
    ("text", "hindi", "english"),
    [
        ("rigorous imprisonment for three years", "3 साल की कड़ी क़ैद", "3 years in prison with work"),
        ("sentenced to undergo R.I. for 7 (seven) years", "7 साल की कड़ी क़ैद", "7 years in prison with work"),
        ("simple imprisonment for one month", "1 महीना की सादी क़ैद", "1 month in prison without work"),
        ("imprisonment for life", "उम्र क़ैद", "prison for life"),
        ("3 वर्ष का सश्रम कारावास", "3 साल की कड़ी क़ैद", "3 years in prison with work"),
        ("आजीवन कारावास", "उम्र क़ैद", "prison for life"),
        ("two years and six months imprisonment", "2 साल और 6 महीने की क़ैद", "2 years and 6 months in prison"),
        ("sentenced to death", "मौत की सज़ा", "death"),
        ("fine of Rs. 500", "", ""),
        ("imprisonment already undergone", "", ""),
    ],
)
def test_imprisonment(text: str, hindi: str, english: str) -> None:
    assert imprisonment(text, "hi") == hindi
    assert imprisonment(text, "en") == english


def test_spans_of_time() -> None:
    assert span("within four weeks from today", "hi") == "4 हफ़्ते"
    assert span("within 15 days", "en") == "15 days"
    assert span("दो माह के भीतर", "hi") == "2 महीने"
    assert span("as soon as possible", "en") == ""


def test_sureties() -> None:
    assert sureties("one surety of the like amount", "hi") == "1 ज़मानतदार"
    assert sureties("two solvent sureties", "en") == "2 sureties"
    assert sureties("surety of like amount", "en") == "surety"
    assert sureties("दो जमानतदार", "hi") == "2 ज़मानतदार"
    assert sureties("1", "en") == "1 surety"
    assert sureties("", "en") == ""
