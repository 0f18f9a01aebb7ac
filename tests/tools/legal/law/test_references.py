"""Sections in running text, each with its act and its proof."""

from __future__ import annotations

import pytest

from tests.shared import shared
from tests.support import document_from_text
from tools.documents.types import Page
from tools.legal.law.references import references, unique


def pages(text: str) -> tuple[Page, ...]:
    return document_from_text("x", text).pages


def found(text: str) -> str:
    """The sections of a text: "IPC 420 467; BNS 303(2)", in order."""
    parts: list[list[str]] = []
    for mention in references(pages(text)):
        if not parts or parts[-1][0] != mention.act:
            parts.append([mention.act])
        parts[-1].append(mention.section)
    return "; ".join(" ".join(part) for part in parts)


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("under Sections 420, 467, 468 and 471 IPC", "IPC 420 467 468 471"),
        ("u/s 20/29 of the NDPS Act", "NDPS Act 20 29"),
        ("Section 438 Cr.P.C.", "CrPC 438"),
        ("S. 302/34 I.P.C.", "IPC 302 34"),
        ("Article 226 of the Constitution", "Constitution 226"),
        ("Articles 14, 19 and 21 of the Constitution of India", "Constitution 14 19 21"),
        ("Article 21 protects", "Constitution 21"),
        ("u/s 363, 366 IPC and 5/6 POCSO Act", "IPC 363 366; POCSO Act 5 6"),
        (
            "Sections 302, 307 read with Section 34 of the IPC and Section 25/27 of Arms Act",
            "IPC 302 307 34; Arms Act 25 27",
        ),
        ("of the Indian Penal\nCode under Sections 420\nand 120-B of the Indian Penal\nCode,1860", "IPC 420 120B"),
        ("FIR dt 5.5.2021 U/s: 279/337 IPC & 184 M.V. Act", "IPC 279 337; MV Act 184"),
        ("under section 3(1)(r)(s), 3(2)(va) of SC/ST (POA) Act", "SC/ST Act 3(1)(r) 3(1)(s) 3(2)(va)"),
        ("section 173(2) of the Bharatiya Nagarik Suraksha Sanhita, 2023 (BNSS)", "BNSS 173(2)"),
        ("Order VIII Rule 10 read with Section 151 CPC, by Plaintiffs", "CPC Order VIII Rule 10 151"),
        ("Section 9 of CPC and Section 34 of the Specific Relief Act", "CPC 9; Specific Relief Act 34"),
        ("under Section 11E of the Bombay Rents and Hotels Act, 1947", "Bombay Rents and Hotels Act 11E"),
        ("IPC Sections 420, 406", "IPC 420 406"),
        ("U/s 302 IPC, 5 years imprisonment", "IPC 302"),
        ("u/s 60(1) U.P. Excise Act & 272 IPC", "Excise Act (UP) 60(1); IPC 272"),
        ("under sections 143 to 149 of the IPC", "IPC 143 149"),
        ("u/s 302/34/201 IPC r/w Section 25/54/59 Arms Act", "IPC 302 34 201; Arms Act 25 54 59"),
        ("sections 307, 324 I.P.C. & 25 (1-B) (a) 27 Arms Act", "IPC 307 324; Arms Act 25(1B)(a) 27"),
        ("u/s 85, 80 BNS & 3/4 D.P. Act", "BNS 85 80; Dowry Prohibition Act 3 4"),
        ("u/s 66(C) of the IT Act and 498(A) IPC", "IT Act 66C; IPC 498A"),
    ],
)
def test_english(text: str, sections: str) -> None:
    assert found(text) == sections


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("BNS की धारा 303(2)", "BNS 303(2)"),
        ("भा.दं.सं. की धारा 420", "IPC 420"),
        ("अन्तर्गत धारा 323/504/506 भा0दं0सं0", "IPC 323 504 506"),
        ("धारा 8/21 एन.डी.पी.एस. एक्ट", "NDPS Act 8 21"),
        ("धारा 115(2), 352 बी0एन0एस0 व 3(1)द,ध एस.सी./एस.टी. एक्ट", "BNS 115(2) 352; SC/ST Act 3(1)(r) 3(1)(s)"),
        ("भारतीय दण्ड संहिता की धारा 147, 148 व आर्म्स एक्ट की धारा 25", "IPC 147 148; Arms Act 25"),
        ("भादवि की धारा 420, 467 और 3/25 आर्म्स एक्ट", "IPC 420 467; Arms Act 3 25"),
        ("सूचना प्रौद्योगिकी अधिनियम, 2000 की धारा 67ए और भारतीय दंड संहिता की धारा 354 के तहत", "IT Act 67A; IPC 354"),
        ("हिंदू विवाह अधिनियम, 1955 की धारा 13 के तहत। उक्त अधिनियम की धारा 24", "Hindu Marriage Act 13 24"),
        ("धारा 103 (1) भारतीय न्याय संहिता (बी एन एस), 2023", "BNS 103(1)"),
        ("धारा 34(2) म.प्र. आबकारी अधिनियम", "Excise Act (MP) 34(2)"),
        ("धारा 302, 120बी ता.हि.\nअंतर्गत धारा 137(2), 87 भारतीय न्याय संहिता", "IPC 302 120B; BNS 137(2) 87"),
        ("धारा 5ठ/6 पॉक्सो अधिनियम", "POCSO Act 5(l) 6"),
        ("धारा-13 जी एक्ट", "Public Gambling Act 13"),
        ("अनुच्छेद 226 भारत का संविधान", "Constitution 226"),
    ],
)
def test_hindi(text: str, sections: str) -> None:
    assert found(text) == sections


@pytest.mark.parametrize(
    "text",
    [
        "Section 5 is bare", "under sections 10 and 12", "section 37 of the said Act", "Article 5 of the Treaty",
        "section 5 of Act No. 45", "विचारधारा 5 की", "धारा 420", "Section A of the building", "Rule 5 of the Rules",
    ],
)  # fmt: skip
def test_no_act_is_invented(text: str) -> None:
    assert found(text) == ""


def test_the_act_that_the_text_points_back_to() -> None:
    assert found("The IT Act, 2000 applies. Section 67 of the Act punishes it.") == "IT Act 67"
    assert found("Section 439 of the Code of Criminal Procedure. Section 482 of the said Code") == "CrPC 439 482"
    assert found("The Code of Criminal Procedure, 1898. Section 561A of the Code") == "CrPC 1898 561A"
    text = "Section 29(4) of the Trade Marks Act. The Copyright Act, 1957. Section 29(4) of the Act"
    assert found(text) == "Trade Marks Act 29(4) 29(4)"


def test_numbers_beyond_the_act_are_not_of_it() -> None:
    assert found("u/s 498A/406/34 & 3/4 D.P. Act") == "Dowry Prohibition Act 3 4"
    text = "u/s 498A/406/34 & 3/4 D.P. Act. Section 498A IPC is cruelty."
    assert found(text) == "IPC 498A 406 34; Dowry Prohibition Act 3 4; IPC 498A"


def test_the_act_carries_over_pages() -> None:
    mentions = references(pages("The NDPS Act, 1985 applies.\fSection 37 of the Act bars bail."))
    assert [(mention.act, mention.section, mention.page) for mention in mentions] == [("NDPS Act", "37", 2)]


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("FIR No.134 dated 08.03.2021, under Sections 420 IPC, registered at Police Station X", "charged"),
        ("convicted under Section 302 of the IPC", "charged"),
        ("for the offence punishable under Section 376 IPC", "charged"),
        ("अपराध क्रमांक 45/2023 धारा 294 भादवि थाना कोतवाली", "charged"),
        ("मु0अ0सं0 12/2024 धारा 303(2) बीएनएस", "charged"),
        ("In the FIR, bail is sought under Section 439 CrPC", "cited"),
        ("petition under Article 226 of the Constitution", "cited"),
        ("In AIR 1980 SC 1632 it was held that Section 302 IPC needs intention, the accused", "cited"),
        ("Section 300 IPC provides that", "cited"),
        ("petition under Section 13 of the Hindu Marriage Act", "charged"),
    ],
)
def test_use(text: str, use: str) -> None:
    assert [mention.use for mention in references(pages(text))] == [use]


def test_each_section_once_charged_before_cited() -> None:
    text = "Section 302 IPC provides that death follows. He was convicted under Section 302 IPC."
    mentions = references(pages(text))
    assert [mention.use for mention in mentions] == ["cited", "charged"]
    assert [mention.use for mention in unique(mentions)] == ["charged"]


def test_every_quote_stands_on_its_page() -> None:
    text = "registered under Sections 420, 467\nand 120-B of the Indian Penal\nCode, 1860 and BNS की\nधारा 303(2)"
    document = pages(text)
    mentions = references(document)
    assert len(mentions) == 4
    assert all(mention.quote in document[0].text for mention in mentions)
    assert mentions[0].quote == "Sections 420, 467\nand 120-B of the Indian Penal\nCode, 1860"
    assert all(len(mention.boxes) == 1 for mention in mentions)


def test_real_judgments() -> None:
    folder = shared("data/legal/docs/mildsum_4")
    text = (folder / "EN_Judgment.txt").read_text(encoding="utf-8")
    assert {(mention.act, mention.section) for mention in references(pages(text))} == {
        ("IT Act", "67A"),
        ("IPC", "354"),
    }
    text = (folder / "HI_Summary.txt").read_text(encoding="utf-8")
    assert {(mention.act, mention.section) for mention in references(pages(text))} == {
        ("IT Act", "67A"),
        ("IPC", "354"),
    }


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "text",
    ["section " * 5_000, "u/s 1, " * 3_000, "धारा 420 भा0दं0सं0 व " * 1_500, "Section 1 of the " + "Aaaa " * 5_000,
     "s. 1(" * 5_000,     "IPC " * 5_000, "of the said " * 3_000, "Order " + "I" * 20_000],
)  # fmt: skip
def test_hostile_text_ends(text: str) -> None:
    assert len(references(pages(text))) <= 5_000
