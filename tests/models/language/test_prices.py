"""Prices: from the list, never guessed, with announced changes and long prompts."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date

import pytest

from models.language.prices import FILE, price
from models.language.providers import providers
from models.language.types import Usage
from tools.settings import settings


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_a_known_price_says_when_and_where_it_was_seen() -> None:
    found = price("openai", "gpt-6.1-terra")
    assert found is not None
    assert (found.source, found.seen) == ("public price list", date(2026, 11, 25))
    assert found.cost(Usage(1_000_000, 0)) == 2.0  # a long prompt
    assert found.cost(Usage(200_000, 10_000)) == pytest.approx(0.25)


def test_an_unknown_price_is_none() -> None:
    assert price("openai", "gpt-next") is None
    assert price("compatible", "llama") is None
    assert price("anthropic", "gpt-6.1-terra") is None


def test_a_dated_name_costs_what_its_model_does() -> None:
    assert price("anthropic", "claude-haiku-4-5-20251001") == price("anthropic", "claude-haiku-4-5")


def test_an_announced_change_comes_on_its_day() -> None:
    before, after = (price("gemini", "gemini-4-argon", day) for day in (date(2026, 11, 30), date(2026, 12, 1)))
    assert before is not None
    assert after is not None
    assert (before.prompt, after.prompt, after.until) == (2.0, 4.0, None)


def test_the_settings_override(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_PRICES", '{"compatible/llama": [0, 0], "openai/gpt-6.1-terra": [3, 4.5]}')
    settings.cache_clear()
    own, free = price("openai", "gpt-6.1-terra"), price("compatible", "llama")
    assert own is not None
    assert free is not None
    assert (own.prompt, own.answer, own.source) == (3, 4.5, "settings")
    assert free.cost(Usage(5_000, 5_000)) == 0


def test_the_table_holds_known_providers_and_sane_numbers() -> None:
    content = tomllib.loads(FILE.read_text(encoding="utf-8"))
    names = {one.key for one in providers()}
    for provider, models in content.items():
        if isinstance(models, dict):
            assert provider in names
            for rows in models.values():
                assert all(0 < row["prompt"] < row["answer"] < 200 for row in rows)
                assert sum("until" not in row for row in rows) == 1
