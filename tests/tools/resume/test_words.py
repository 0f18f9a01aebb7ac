import pytest

from tools.resume.words import month, years


@pytest.mark.parametrize(
    ("months", "said"), [(None, "not stated"), (0, "0 m"), (5, "5 m"), (12, "1 y"), (27, "2 y 3 m")]
)
def test_years(months: int | None, said: str) -> None:
    assert years(months) == said


@pytest.mark.parametrize(
    ("stamp", "said"), [("2022-03", "Mar 2022"), ("present", "present"), (None, "?"), ("2022-13", "2022-13")]
)
def test_month(stamp: str | None, said: str) -> None:
    assert month(stamp) == said
