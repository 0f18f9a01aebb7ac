"""Facts of invented orders of many courts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support import document_from_text
from tests.tools.legal.order import papers
from tools.legal.keys import ORDER
from tools.legal.order.extract import extract
from tools.legal.types import Fact

KEYS = {key.key for key in ORDER}


def read(text: str) -> dict[str, Fact]:
    document = document_from_text("order", text)
    facts, _, _, next_date = extract(document)
    assert set(facts) <= KEYS
    assert next_date is facts.get("next_date")
    for fact in facts.values():
        for each in proofs(fact):
            assert each.quote
            assert each.quote in document.pages[each.page - 1].text
    return facts


def proofs(fact: Fact) -> Iterator[Fact]:
    yield fact
    yield from fact.items


def values(facts: dict[str, Fact], key: str) -> list[str]:
    return [item.value for item in facts[key].items] if key in facts else []


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (
            papers.DELHI,
            {
                "court": "HIGH COURT OF DELHI AT NEW DELHI",
                "case_type": "BAIL APPLN",
                "case_number": "1187/2023",
                "order_date": "2023-06-02",
                "reserved_date": "2023-05-12",
                "fir_number": "0021/2022",
                "fir_date": "2022-02-26",
                "police_station": "Crime Branch",
                "arrest_date": "2022-02-26",
            },
        ),
        (
            papers.ALLAHABAD,
            {
                "court": "Allahabad High Court",
                "neutral_citation": "2023:AHC:12345",
                "case_type": "CRIMINAL MISC. BAIL APPLICATION",
                "case_number": "1234/2023",
                "order_date": "2023-05-08",
                "fir_number": "55/2023",
                "police_station": "Kotwali",
                "district": "Sampleabad",
                "arrest_date": "2023-01-12",
                "surety": "two sureties each in the like amount",
            },
        ),
        (
            papers.MADHYA_PRADESH,
            {
                "court": "HIGH COURT OF MADHYA PRADESH AT JABALPUR",
                "case_type": "MISC. CRIMINAL CASE",
                "case_number": "12345/2023",
                "order_date": "2023-05-08",
                "fir_number": "123/2023",
                "police_station": "Banda",
                "district": "Sagar",
                "arrest_date": "2023-03-12",
                "bond": "50000",
                "surety": "one solvent surety in the like amount",
            },
        ),
        (
            papers.SUPREME_COURT,
            {
                "court": "SUPREME COURT OF INDIA",
                "case_type": "CRIMINAL APPEAL",
                "case_number": "1234/2022",
                "order_date": "2022-03-12",
                "fir_number": "45/2019",
                "police_station": "Andheri",
            },
        ),
        (papers.REPORT, {"order_date": "1998-03-12"}),
        (
            papers.GAUHATI,
            {
                "court": "GAUHATI HIGH COURT",
                "cnr": "GAHC010123452020",
                "case_type": "AB",
                "case_number": "1234/2020",
                "order_date": "2020-06-05",
                "fir_number": "1023/2020",
                "police_station": "Dhubri",
                "bond": "20000",
            },
        ),
        (
            papers.DAILY,
            {
                "case_type": "SC",
                "case_number": "123/2021",
                "order_date": "2024-03-12",
                "fir_number": "45/2021",
                "police_station": "Hauz Khas",
                "next_date": "2024-04-18",
                "next_purpose": "PE",
            },
        ),
        (
            papers.UTTAR_PRADESH,
            {
                "court": "सत्र न्यायाधीश, नमूनागंज",
                "cnr": "UPNG010012342023",
                "case_type": "जमानत प्रार्थना पत्र",
                "case_number": "456/2023",
                "order_date": "2023-05-12",
                "fir_number": "123/2023",
                "police_station": "कोतवाली",
                "district": "नमूनागंज",
                "arrest_date": "2023-04-01",
                "bond": "50000",
                "surety": "दो प्रतिभू",
            },
        ),
        (
            papers.TRIAL_HINDI,
            {
                "court": "मुख्य न्यायिक मजिस्ट्रेट, नमूनापुर (म.प्र.)",
                "case_number": "123/2019",
                "order_date": "2022-08-18",
                "fir_number": "12/2019",
                "police_station": "सिविल लाईन",
                "district": "नमूनापुर",
                "fine": "1000",
            },
        ),
        (
            papers.WRIT,
            {
                "case_type": "W.P.(C)",
                "case_number": "77/2021",
                "order_date": "2022-07-05",
                "next_date": "2022-09-12",
                "next_purpose": "reporting compliance",
            },
        ),
    ],
    ids=["delhi", "allahabad", "mp", "supreme", "report", "gauhati", "daily", "up", "trial", "writ"],
)
def test_single_facts(paper: str, expected: dict[str, str]) -> None:
    facts = read(paper)
    assert {key: facts[key].value for key in expected if key in facts} == expected


@pytest.mark.parametrize(
    ("paper", "petitioner", "respondent", "bench"),
    [
        (papers.DELHI, ["RAMESH SAMPLE"], ["STATE (NCT OF DELHI)"], ["D. K. EXAMPLE"]),
        (papers.ALLAHABAD, ["Sample @ Kallu"], ["State of U.P."], ["Vikram Example"]),
        (papers.MADHYA_PRADESH, ["RAJU SAMPLE"], ["THE STATE OF MADHYA PRADESH"], ["VISHAL SAMPLE"]),
        (papers.SUPREME_COURT, ["RAMESH SAMPLE"], ["THE STATE OF MAHARASHTRA & ANR"], ["A.B. SAMPLE", "C.D. EXAMPLE"]),
        (papers.REPORT, ["RAM SAMPLE"], ["STATE OF EXAMPLE"], ["A.B. SAMPLE", "C.D. EXAMPLE"]),
        (papers.GAUHATI, ["ABDUL SAMPLE"], ["THE STATE OF ASSAM"], ["R. EXAMPLE"]),
        (papers.DAILY, ["State"], ["Mohan Kumar"], ["RAKESH SAMPLE"]),
        (papers.UTTAR_PRADESH, ["रामू"], ["उ0प्र0 राज्य"], ["रामलाल नमूना"]),
        (papers.TRIAL_HINDI, ["मध्यप्रदेश राज्य"], ["मोहन", "कालू"], ["सीता उदाहरण"]),
        (papers.WRIT, ["A SAMPLE"], ["THE STATE"], []),
    ],
    ids=["delhi", "allahabad", "mp", "supreme", "report", "gauhati", "daily", "up", "trial", "writ"],
)
def test_parties_and_bench(paper: str, petitioner: list[str], respondent: list[str], bench: list[str]) -> None:
    facts = read(paper)
    assert values(facts, "petitioner") == petitioner
    assert values(facts, "respondent") == respondent
    assert values(facts, "bench") == bench


def test_counsel() -> None:
    facts = read(papers.DELHI)
    assert values(facts, "petitioner_counsel") == ["A. Kumar", "B. Singh"]
    assert values(facts, "respondent_counsel") == ["C. Sharma"]
    facts = read(papers.ALLAHABAD)
    assert values(facts, "petitioner_counsel") == ["A Sample", "B Example"]


def test_conditions_end_where_the_list_ends() -> None:
    assert values(read(papers.ALLAHABAD), "conditions") == [
        "The applicant will not tamper with the evidence during the trial",
        "The applicant will not pressurize/intimidate the prosecution witness",
        "The applicant will appear before the trial court on the date fixed",
    ]
    assert len(values(read(papers.MADHYA_PRADESH), "conditions")) == 3
    assert len(values(read(papers.UTTAR_PRADESH), "conditions")) == 2


def test_a_refusal_has_no_terms_of_release() -> None:
    assert not {"conditions", "bond", "surety"} & set(read(papers.DELHI))


def test_prison_term_without_the_one_in_default() -> None:
    assert values(read(papers.TRIAL_HINDI), "sentence") == ["एक वर्ष के सश्रम कारावास"]


def test_only_sums_that_the_court_orders() -> None:
    facts = read(papers.WRIT)
    assert values(facts, "money") == ["1693880", "10000"]
    assert [item.label for item in facts["money"].items] == ["balance amount", "costs"]
    assert values(facts, "compliance") == ["within four weeks"]
    assert "The respondent no.1 is directed to file a compliance report" in values(facts, "directions")


def test_relief_asked_is_the_courts_own_sentence() -> None:
    assert read(papers.MADHYA_PRADESH)["relief_asked"].value.startswith("This is first application under Section 439")


def test_whoever_asks_for_anticipatory_bail_is_not_in_custody() -> None:
    assert "arrest_date" not in read(papers.GAUHATI)


def test_next_date_must_be_later_than_the_order() -> None:
    text = papers.DAILY.replace("Put up on 18.04.2024", "Put up on 18.04.2023")
    assert "next_date" not in read(text)


def test_without_an_order_date_there_is_no_next_date() -> None:
    assert "next_date" not in read("The matter is important.\nList on 12.03.2024 for hearing.")


def test_sections_come_with_the_facts() -> None:
    sections = extract(document_from_text("order", papers.ALLAHABAD))[1]
    assert ("IPC", "302") in {(mention.act, mention.section) for mention in sections}


def test_an_empty_document_states_nothing() -> None:
    assert extract(document_from_text("order", "")) == ({}, (), None, None)


@pytest.mark.parametrize(
    "piece",
    [
        "(a) he shall not ",
        "जमानत ",
        "petition is ",
        "Rs. 5/- ",
        "“",
        "A.B. ",
        "Mr. A ",
        "in the event of arrest ",
    ],
)
def test_hostile_repetition_states_nothing(piece: str) -> None:
    assert extract(document_from_text("order", piece * 1_000)) == ({}, (), None, None)


def test_a_date_said_a_thousand_times_is_one_date() -> None:
    facts, *others = extract(document_from_text("order", "12.3.2023 " * 1_000))
    assert {key: (fact.value, fact.quote) for key, fact in facts.items()} == {"order_date": ("2023-03-12", "12.3.2023")}
    assert others == [(), None, None]
