"""Offences by section, and set phrases of court papers in plain words."""

from __future__ import annotations

import pytest

from tools.legal.law.table import row
from tools.legal.summary.offences import kind_of, offences, sections
from tools.legal.summary.plain_words import Table, all_plain, phrases, plain
from tools.legal.types import SectionMention, Use


def mention(act: str, section: str, use: Use = "charged") -> SectionMention:
    return SectionMention(act, section, 1, section, use=use)


def test_old_and_new_sections_mean_the_same() -> None:
    assert kind_of("IPC", "379") == kind_of("BNS", "303(2)")
    assert kind_of("BNS", "103(1)") == kind_of("IPC", "302")
    assert kind_of("BNS", "318(4)") == kind_of("IPC", "420")
    assert kind_of("NDPS Act", "20") is not None
    assert kind_of("Excise Act (UP)", "60") == kind_of("Excise Act", "1")
    assert kind_of("Some Act", "1") is None


def test_rarer_sections_come_from_the_table_of_law() -> None:
    found = kind_of("IPC", "477A")
    assert found is not None
    assert found.en == "falsification of accounts"
    assert found.hi
    assert kind_of("IPC", "107") is None, "a definition is no offence"
    assert kind_of("CrPC", "439") is None


def test_the_pairs_of_sections_agree_with_the_table_of_law() -> None:
    for section in (
        "379",
        "302",
        "420",
        "406",
        "498A",
        "354D",
        "376",
        "376DA",
        "399",
        "506",
        "504",
        "323",
        "307",
        "34",
    ):
        found = row("IPC", section)
        assert found is not None
        assert kind_of("IPC", section) in {kind_of("BNS", new) for new in found.counterparts}, section


def test_joint_liability_is_not_a_deed() -> None:
    charged = [mention("IPC", "379"), mention("IPC", "34"), mention("IPC", "376", "cited")]
    assert offences(charged, "en") == "theft"
    assert offences([mention("IPC", "34")], "en") == "doing it together"
    assert offences([], "hi") == ""


def test_sections_by_act() -> None:
    charged = [mention("IPC", "420"), mention("Arms Act", "25"), mention("IPC", "34"), mention("IPC", "420")]
    assert sections(charged, "en") == "IPC 420 and 34; Arms Act 25"
    assert sections(charged, "hi") == "आईपीसी 420 और 34; आर्म्स एक्ट 25"
    assert sections([mention("CrPC", "439", "cited")], "hi") == ""


@pytest.mark.parametrize(
    ("table", "text", "english"),
    [
        ("case", "BAIL APPLN.", "an application for bail"),
        ("case", "Anticipatory Bail Application", "an application for bail before arrest"),
        ("case", "CRL.M.C.", "a petition to the High Court in a criminal matter"),
        ("case", "W.P.(C)", "a petition about rights (writ petition)"),
        ("case", "Criminal Appeal", "a criminal appeal"),
        ("case", "CRL.A.", "a criminal appeal"),
        ("case", "Crl. Revision", "a request to check a lower court's order (criminal revision)"),
        ("case", "Sessions Trial", "a criminal trial"),
        ("case", "Civil Suit", "a civil case"),
        ("case", "सत्र प्रकरण क्रमांक", "a criminal trial"),
        ("case", "जमानत आवेदन", "an application for bail"),
        ("case", "XYZ", ""),
        ("relief", "quashing of FIR No. 12/2020", "cancelling the FIR"),
        ("relief", "grant of regular bail", "bail"),
        ("relief", "अग्रिम जमानत", "bail before arrest"),
        ("purpose", "for arguments on charge", "arguments"),
        ("purpose", "prosecution evidence", "evidence"),
        ("purpose", "साक्ष्य हेतु", "evidence"),
        ("purpose", "filing of reply", "an answer"),
    ],
)
def test_plain_words(table: Table, text: str, english: str) -> None:
    assert plain(table, text, "en") == english
    assert bool(plain(table, text, "hi")) == bool(english)


def test_several_conditions_in_one_sentence() -> None:
    text = "The applicant shall not leave India and shall not tamper with the evidence or threaten any witness."
    found = all_plain("condition", text, "en")
    assert "do not leave the country without permission" in found
    assert "do not touch the evidence" in found
    assert "do not put pressure on witnesses" in found


@pytest.mark.parametrize("hostile", ["contact " * 250, "a" * 2000])
def test_hostile_text_is_no_phrase(hostile: str) -> None:
    for table in ("case", "relief", "condition", "purpose"):
        found = [phrase for phrase in phrases(table) if phrase.pattern.search(hostile)]  # type: ignore[arg-type]
        assert not found
