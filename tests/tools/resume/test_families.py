from __future__ import annotations

import re

import numpy as np
import pytest

from tests.tools.resume.scoring import HashEmbedder
from tools.resume.families import (
    agreement,
    duties_distribution,
    duties_profile,
    families,
    prototypes,
    title_evidence,
    title_profile,
)
from tools.resume.lexical import count_stems

NAMES = [family.name for family in families()]


def family_of(title: str) -> str:
    return NAMES[int(title_evidence(title).argmax())]


def test_the_table_is_well_formed() -> None:
    assert len(NAMES) == len(set(NAMES)) >= 60
    for family in families():
        assert len(family.titles) >= 8
        assert len(family.keywords) >= 12
        assert len(set(family.titles)) == len(family.titles)
        assert all(re.fullmatch(r"[a-z0-9 .&+#/'@*-]+", text) for text in (*family.titles, *family.keywords)), family


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Senior Accountant", "accounting"),
        ("Sr. Java Developer - Bengaluru", "java development"),
        ("ASP.NET / C# Programmer", "dotnet development"),
        ("Branch Manager, Retail Banking", "banking"),
        ("Staff Nurse (ICU)", "nursing and care"),
        ("HR Generalist", "human resources"),
        ("PGT Mathematics Teacher", "teaching school"),
        ("Bridge Construction Project Manager", "construction"),
        ("ITI Electrician", "trades and maintenance"),
        ("Pastry Chef", "chef and kitchen"),
        ("Legal Associate", "legal"),
        ("Heavy Vehicle Driver", "driving and delivery"),
        ("Network Security Engineer", "cyber security"),
        ("Informatica ETL Developer", "etl and data warehousing"),
    ],
)
def test_ordinary_titles_find_their_family(title: str, family: str) -> None:
    assert family_of(title) == family


def test_unknown_titles_are_no_evidence() -> None:
    assert title_evidence("Zyxwv Qrstu").max() == 0
    assert title_evidence("").max() == 0


def test_a_title_profile_is_a_distribution() -> None:
    embedder = HashEmbedder()
    profile = title_profile("Sous Chef", embedder.embed(["Sous Chef"])[0], prototypes(embedder))
    assert profile.sum() == pytest.approx(1)
    assert NAMES[int(profile.argmax())] == "chef and kitchen"


def test_duties_tell_the_family_without_any_title() -> None:
    profile = duties_profile(
        count_stems("Posted journal entries to the general ledger; reconciled accounts receivable.")
    )
    assert NAMES[int(profile.argmax())] == "accounting"
    assert np.linalg.norm(profile) == pytest.approx(1)


def test_no_words_no_duties() -> None:
    assert not duties_profile({}).any()
    assert duties_distribution(duties_profile({})).sum() == pytest.approx(1)


def test_agreement_is_one_for_the_same_single_family_and_zero_for_others() -> None:
    one, other = np.eye(3)[0], np.eye(3)[1]
    assert agreement(one, one) == pytest.approx(1)
    assert agreement(one, other) == 0
    assert agreement(np.zeros(3), one) == 0
    assert 0 < agreement(np.array([0.5, 0.5, 0]), one) < 1
