"""What may stand as title and employer, and roles told twice."""

from __future__ import annotations

import pytest

from tools.resume.headers import Header
from tools.resume.plausible import plausible, without_repeats
from tools.resume.types import Role


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        (Header("Developer", "Job Profile in Acme Ltd"), Header("Developer", "Acme Ltd")),
        (Header("Global Lead", "Acme Ltd (Technology Lead)"), Header("Global Lead", "Acme Ltd")),
        (Header("Developer", "Acme (India) Ltd"), Header("Developer", "Acme (India) Ltd")),
        (Header("Developer", "CLIENT Universal product"), Header("Developer", None)),
        (Header("Developer", "confidential"), Header("Developer", None)),
        (Header("Developer", "Fulfilment of extremely important tasks."), Header("Developer", None)),
        (Header("Acme Group as a Test Analyst", None), Header("Test Analyst", "Acme Group")),
        (Header("Role-SAP Developer", "Acme"), Header("SAP Developer", "Acme")),
        (Header("as a Civil Engineer", "Acme"), Header("Civil Engineer", "Acme")),
        (Header("Test Engineer (Acme Ltd", "Globex"), Header("Test Engineer", "Globex")),
        (Header("Manager (APAC)", "Globex"), Header("Manager (APAC)", "Globex")),
        (Header("Operating System: Windows 7", "Acme"), Header(None, "Acme")),
        (Header("Vision team: deep learning", "Acme"), Header("Vision team: deep learning", "Acme")),
    ],
)
def test_plausible(header: Header, wanted: Header) -> None:
    assert plausible(header) == wanted


def role(title: str | None, employer: str | None, start: str | None = "2020-01", end: str | None = "present") -> Role:
    return Role(title, employer, start, end, None, 1, "")


def test_one_employer_has_one_name() -> None:
    roles = without_repeats(
        [
            role("Lead", "Acme"),
            role("Tester", "Acme India Pvt. Ltd.", "2018-01"),
            role("Clerk", "Acme Motors", "2015-01"),
        ]
    )
    assert [each.employer for each in roles] == ["Acme", "Acme", "Acme Motors"]


def test_a_role_told_twice_is_kept_once() -> None:
    twice = [role(None, "Acme Ltd"), role("Lead Engineer", "Acme Ltd"), role("Engineer", "Acme")]
    assert [each.title for each in without_repeats(twice)] == ["Lead Engineer"]
    other = [role("Engineer", "Acme"), role("Engineer", "Globex"), role("Engineer", "Acme", None, None)]
    assert len(without_repeats(other)) == 3
