from dataclasses import replace
from datetime import date

import pytest

from tests.tools.resume.people import JOB, candidate, hindi, hostile
from tools.charts import ticks
from tools.resume.charts import experience_against_score, role_timeline, score_parts, skill_coverage
from tools.resume.types import Candidate, Role

LABELS = ("Asha Rao", "<script>alert(1)</script>", "कविता शर्मा")


@pytest.fixture
def people() -> list[Candidate]:
    return [candidate(), hostile(), hindi()]


def with_roles(*roles: Role) -> Candidate:
    who = candidate()
    return replace(who, resume=replace(who.resume, roles=roles))


def role(start: str | None, end: str | None, title: str = "Clerk") -> Role:
    return Role(title, "Nilgiri Works", start, end, 12, 1, "quote")


def test_parts_are_stacked_in_order_and_the_cap_is_left(people: list[Candidate]) -> None:
    figure = score_parts(people, LABELS)
    bars = [trace for trace in figure.data if trace.type == "bar"]
    assert [bar.name for bar in bars][:5] == ["Must-haves", "Title", "Meaning", "Experience", "Nice to have"]
    assert bars[5].x == (-8.0, -8.0, 0.0)
    assert bars[5].marker.pattern.shape == "/"
    assert figure.layout.barmode == "relative"
    assert figure.layout.xaxis.range[0] < -8
    assert [text.strip() for text in figure.data[-1].text] == ["<b>74</b>", "<b>30</b>", "<b>12</b>"]
    assert "<script>" not in figure.to_json()


def test_unknown_part_is_drawn_too() -> None:
    who = replace(candidate(), parts={"must": 10.0, "recency": 4.0})
    assert [bar.name for bar in score_parts([who], ["A"]).data if bar.type == "bar"] == ["Must-haves", "Recency"]


def test_scatter_leaves_out_the_unknown(people: list[Candidate]) -> None:
    figure = experience_against_score(people, LABELS, JOB)
    points = figure.data[0]
    assert points.x == (5.2, 0.0)
    assert points.y == (74.5, 12.0)
    assert points.marker.symbol == ("diamond", "diamond")
    assert "rank 1, score 74.5" in points.customdata[0]
    assert figure.layout.shapes[0].x0 == 3


def test_coverage_has_a_sign_beside_each_colour(people: list[Candidate]) -> None:
    figure = skill_coverage(people, JOB, LABELS)
    heat = figure.data[0]
    assert heat.x == ("● Java", "● Spring Boot", "● SQL", "○ Kafka", "○ Docker")
    assert list(heat.z[0]) == [3, 0, 2, 1, 0]
    assert list(heat.text[0]) == ["✓", "–", "(✓)", "≈", "–"]
    assert "page 1" in heat.customdata[0][0]
    assert [trace.name for trace in figure.data[1:]] == ["– missing", "≈ similar", "(✓) alias", "✓ exact"]


def test_timeline_runs_to_today_and_skips_the_undated() -> None:
    who = with_roles(role("2020-01", "2020-12"), role("2022-11", "present"), role(None, None), role("soon", "2020-01"))
    past, present = role_timeline(who, today=date(2026, 11, 1)).data
    assert (len(past.y), len(present.y)) == (1, 1)
    assert past.base == ("2020-01-01",)
    assert past.x[0] == 366 * 86_400_000
    assert present.x[0] == (date(2026, 11, 1) - date(2022, 11, 1)).days * 86_400_000


def test_timeline_without_dates_says_so() -> None:
    figure = role_timeline(with_roles(role(None, None)))
    assert figure.layout.annotations[0].text == "No role carries a date."


def test_two_like_roles_stay_two_rows() -> None:
    (bars,) = role_timeline(with_roles(role("2020-01", "2020-12"), role("2021-01", "2021-12"))).data
    assert len(set(bars.y)) == 2


def test_cut_labels_stay_different() -> None:
    assert len(set(ticks(["x" * 50, "x" * 60, "x" * 70]))) == 3


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("count", [0, 1, 60])
def test_any_number_in_both_themes(count: int, dark: bool) -> None:
    people = [candidate(f"P {rank}", rank, file=f"{rank}.pdf") for rank in range(1, count + 1)]
    labels = [f"P {rank}" for rank in range(1, count + 1)]
    for figure in (
        score_parts(people, labels, dark),
        experience_against_score(people, labels, JOB, dark),
        skill_coverage(people, JOB, labels, dark),
    ):
        assert 180 <= figure.layout.height <= 1700
        figure.to_json()
