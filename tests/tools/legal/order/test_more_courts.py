"""Orders of courts from all over the country: what each states, and what must not be taken for a fact."""

from __future__ import annotations

import pytest

from tests.support import document_from_text
from tests.tools.legal.order import papers_district_courts as district
from tests.tools.legal.order import papers_east as east
from tests.tools.legal.order import papers_high_courts as high
from tools.documents.sentences import sentences_in
from tools.legal.order.extract import extract
from tools.legal.types import Fact, Outcome


def read(text: str) -> tuple[dict[str, Fact], Outcome | None]:
    document = document_from_text("order", text)
    facts, _, outcome, _ = extract(document)
    for fact in facts.values():
        for each in fact.items or (fact,):
            assert each.quote in document.pages[each.page - 1].text
    return facts, outcome


CASES: dict[str, tuple[str, str, dict[str, str]]] = {
    "supreme": (
        high.SUPREME_COURT_RECORD,
        "anticipatory_bail_granted",
        {
            "court": "SUPREME COURT OF INDIA",
            "case_type": "Petition(s) for Special Leave to Appeal (Crl.)",
            "case_number": "9876/2024",
            "petitioner": "DHARMVEER NAMUNA",
            "petitioner_counsel": "Sidhant Udaharan; Rohan Namdar; Kavya Misal",
            "respondent_counsel": "Garvesh Kalpit; Arun Bhaskar Kalpanik",
            "order_date": "2024-09-23",
            "district": "Saharanpur",
        },
    ),
    "bombay": (
        high.BOMBAY,
        "bail_granted",
        {
            "petitioner_counsel": "Aniket Namdar; Rohan Misal; Prachi Udaharan",
            "respondent_counsel": "Mahalaxmi Example",
            "police_station": "Manpada",
            "arrest_date": "2022-09-18",
        },
    ),
    "calcutta": (
        east.CALCUTTA,
        "anticipatory_bail_granted",
        {
            "court": "HIGH COURT AT CALCUTTA",
            "case_type": "C.R.M.(A)",
            "case_number": "1876/2024",
            "petitioner": "Haripada Udaharan @ Habu & Ors",
            "petitioner_counsel": "Sourav Namuna; Rituparna Kalpana",
            "respondent_counsel": "Debasish Example; Pinak Sample",
        },
    ),
    "kerala": (
        high.KERALA,
        "bail_granted",
        {
            "petitioner": "SAJEEV MAATHRUKA",
            "respondent": "STATE OF KERALA",
            "petitioner_counsel": "JOHN S. UDAHARANAM; ANJALI MENON",
            "respondent_counsel": "HRITHIK MAATHRUKA",
            "order_date": "2024-09-24",
        },
    ),
    "karnataka": (
        high.KARNATAKA,
        "quashed",
        {
            "respondent": "STATE OF KARNATAKA; SRI. VENKATESH KALPITA",
            "respondent_counsel": "THEJESH SAMPLE; KIRAN UDAHARANA",
        },
    ),
    "rajasthan": (
        high.RAJASTHAN,
        "bail_refused",
        {
            "order_date": "2024-08-01",
            "police_station": "Osian",
            "district": "Jodhpur Rural",
            "respondent_counsel": "Shrawan Example",
        },
    ),
    "orissa": (
        east.ORISSA,
        "bail_granted",
        {"petitioner_counsel": "S.K. Udaharan", "respondent_counsel": "S. Example", "order_date": "2024-06-25"},
    ),
    "jharkhand": (
        east.JHARKHAND,
        "allowed",
        {"order_date": "2024-02-22", "reserved_date": "2024-02-02", "respondent_counsel": "Nehala Example"},
    ),
    "cognizance": (
        east.COGNIZANCE,
        "cognizance_taken",
        {"order_date": "2024-02-21", "police_station": "Namunapur (Sadar)", "next_date": "2024-04-18"},
    ),
    "sentence": (
        district.ON_SENTENCE,
        "sentenced",
        {
            "court": "ADDITIONAL SESSIONS JUDGE (FTC)-01, TIS HAZARI COURTS, DELHI",
            "sentence": "rigorous imprisonment for a period of seven years",
            "fine": "5000",
        },
    ),
    "punjab": (
        district.PUNJAB_BAIL,
        "bail_granted",
        {
            "court": "Judicial Magistrate 1st Class, Kalpitpur",
            "petitioner_counsel": "A.K. Example",
            "respondent_counsel": "B.S. Sample",
            "police_station": "City Kalpitpur",
        },
    ),
    "adalat": (
        district.LOK_ADALAT,
        "acquitted",
        {"court": "NATIONAL LOK ADALAT", "petitioner": "M/s Kalpit Finance Ltd", "petitioner_counsel": "Ajay Example"},
    ),
    "accident": (
        district.MOTOR_ACCIDENT,
        "partly_allowed",
        {
            "bench": "K. Udaharan",
            "respondent": "Biju Namuna (driver); Saji Namuna (owner); "
            "Kalpita General Insurance Co. Ltd., Namunapur Branch",
            "money": "1435000",
        },
    ),
    "maintenance": (
        district.MAINTENANCE,
        "allowed",
        {"petitioner": "Smt. Anita Kalpit; Baby Kavya (minor)", "money": "10000; 5000; 11000"},
    ),
    "bihar": (
        east.BIHAR,
        "anticipatory_bail_granted",
        {
            "petitioner": "मो0 इरफान कल्पित",
            "police_station": "नमूनापुर नगर",
            "conditions": "वह अनुसंधान में सहयोग करेगा",
            "surety": "दो जमानतदारों",
        },
    ),
    "acquittal": (
        district.ACQUITTAL,
        "acquitted",
        {"case_type": "सत्र परीक्षण", "case_number": "145/2018", "petitioner": "उत्तर प्रदेश राज्य"},
    ),
    "refused": (
        district.BAIL_REFUSED_HINDI,
        "bail_refused",
        {"petitioner_counsel": "दिनेश उदाहरण", "respondent_counsel": "महेश नमूना", "arrest_date": "2024-05-28"},
    ),
    "jodhpur": (
        district.RAJASTHAN_HINDI,
        "bail_granted",
        {"respondent": "राजस्थान राज्य", "respondent_counsel": "सुरेश उदाहरण", "bond": "50000"},
    ),
    "violence": (
        district.VIOLENCE,
        "partly_allowed",
        {"petitioner_counsel": "राजेन्द्र नमूना", "respondent_counsel": "ओमप्रकाश उदाहरण", "money": "4000"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_orders_of_many_courts(name: str) -> None:
    text, kind, expected = CASES[name]
    facts, outcome = read(text)
    assert {key: facts[key].value for key in expected if key in facts} == expected
    assert outcome is not None
    assert outcome.kind == kind


@pytest.mark.parametrize(
    ("paper", "absent"),
    [
        (high.RAJASTHAN, {"conditions", "bond"}),
        (east.CALCUTTA, {"relief_asked", "next_date"}),
        (district.BAIL_REFUSED_HINDI, {"fir_date", "conditions"}),
        (east.COGNIZANCE, {"fir_date"}),
        (district.MAINTENANCE, {"petitioner_counsel", "fir_number"}),
    ],
)
def test_what_is_not_stated_is_missing(paper: str, absent: set[str]) -> None:
    assert not absent & set(read(paper)[0])


def test_heading_lines_and_leaders_are_no_parties() -> None:
    facts, _ = read(
        "न्यायालय अपर सत्र न्यायाधीश, नमूनागंज।\nसी०एन०आर० नम्बर- UPNG010045672024\n"
        "कल्पित पुत्र नमूना, निवासी- ग्राम नमूना। ............ प्रार्थी/अभियुक्त।\nबनाम\n"
        "उत्तर प्रदेश राज्य ............ अभियोजन पक्ष।\nआदेश\nपत्रावली पेश हुई।"
    )
    assert facts["petitioner"].value == "कल्पित"
    assert facts["respondent"].value == "उत्तर प्रदेश राज्य"


def test_a_citation_in_the_margin_is_no_party_and_offices_are_no_advocates() -> None:
    facts, _ = read(
        "IN THE HIGH COURT OF EXAMPLE AT EXAMPLE\n211 CRM-M-20145-2023\nNeutral Citation No: 2023:PHHC:119876\n"
        "NAMUNA RESIDENTS WELFARE ASSOCIATION ...Petitioners\nVersus\nSTATE OF PUNJAB AND ANOTHER ...Respondents\n"
        "Present: Mr. A.S. Sample, Advocate for the petitioners.\nMs. R. Example, DAG, Punjab.\n"
        "Mr. P.K. Udaharan, Advocate for respondent No.2.\nORDER\n1. The petition is dismissed."
    )
    assert facts["petitioner"].value == "NAMUNA RESIDENTS WELFARE ASSOCIATION"
    assert {item.value for item in facts["respondent_counsel"].items} == {"R. Example", "P.K. Udaharan"}


def test_through_its_proprietor_names_no_advocate() -> None:
    facts, _ = read(
        "IN THE COURT OF SH. N. SAMPLE, METROPOLITAN MAGISTRATE-03, NAMUNAPUR\nCC No. 12/2019\nM/s Namuna Traders\n"
        "Through its proprietor Sh. V. Kalpit ..... Complainant\nVersus\nSh. D. Udaharan ..... Accused\nJUDGMENT\n"
        "1. Accordingly, the accused is convicted. Let the convict be heard on sentence on 05.06.2024.\n"
        "Announced on 27.05.2024"
    )
    assert "petitioner_counsel" not in facts
    assert facts["court"].value == "METROPOLITAN MAGISTRATE-03, NAMUNAPUR"
    assert facts["petitioner"].value == "M/s Namuna Traders"
    assert facts["next_date"].value == "2024-06-05"


def test_the_clearest_of_several_operative_sentences_is_quoted() -> None:
    _, outcome = read(
        "Case :- BAIL APPLICATION No. - 12 of 2024\nORDER\n1. The bail application seeks bail in Crime No. 1 of 2024.\n"
        "2. Accordingly, the bail application is allowed.\n"
        "3. Let the applicant be released on bail on furnishing a personal bond with these conditions:-\n"
        "(i) The applicant shall not indulge in any criminal activity after being released on bail."
    )
    assert outcome is not None
    assert outcome.quote == "2. Accordingly, the bail application is allowed."


def test_a_prayer_inside_the_prosecutions_sentence_decides_nothing() -> None:
    _, outcome = read(
        "न्यायालय सत्र न्यायाधीश, नमूना\nआदेश\n"
        "1. जमानत प्रार्थना पत्र का विरोध किया गया तथा "
        "कथन किया गया कि जमानत प्रार्थना पत्र निरस्त किया जाये।\n"
        "2. जमानत प्रार्थना पत्र स्वीकार किया जाता है।"
    )
    assert outcome is not None
    assert (outcome.kind, outcome.also) == ("bail_granted", ())


def test_short_titles_end_no_sentence() -> None:
    text = "The application of Mohd. Namuna and Km. Kalpita is moved. It is rejected."
    assert len(sentences_in(text)) == 2


def test_the_full_stop_is_no_part_of_a_district() -> None:
    facts, _ = read(
        "न्यायालय सत्र न्यायाधीश, नमूना\nमु०अ०सं०- 321/2024\nथाना- नमूनापुर, जिला- नमूनागंज।\nदिनांक- 21.11.2024\nआदेश\n"
        "पत्रावली पेश हुई।"
    )
    assert facts["district"].value == "नमूनागंज"
    assert facts["police_station"].value == "नमूनापुर"
