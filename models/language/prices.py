"""What an answer of a hosted model costs by the provider's public price list. An unknown price is None, never a guess.

Knows no discount, tax, cached or batched token: the provider's bill counts.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from models.language.types import Usage
from tools.settings import DATA, settings

FILE: Final = DATA / "language" / "prices.toml"
SETTINGS: Final = "settings"
_DATED: Final = re.compile(r"-\d{4}-?\d{2}-?\d{2}$")  # "claude-haiku-4-5-20251001" costs what "claude-haiku-4-5" does


@dataclass(frozen=True)
class Price:
    """US dollars per million tokens of the prompt and of the answer with its thoughts.

    Prompts of more than `long` tokens cost `long_prompt` and `long_answer` instead; `seen` says when the price was
    looked up, `source` where, `until` the last day that it is announced for.
    """

    prompt: float
    answer: float
    source: str
    seen: date | None = None
    until: date | None = None
    long: int | None = None
    long_prompt: float | None = None
    long_answer: float | None = None

    def cost(self, usage: Usage) -> float:
        """US dollars for an answer."""
        prompt, answer = self.prompt, self.answer
        if self.long is not None and usage.prompt > self.long:
            prompt, answer = self.long_prompt or prompt, self.long_answer or answer
        return (usage.prompt * prompt + usage.answer * answer) / 1_000_000


def price(provider: str, model: str, day: date | None = None) -> Price | None:
    """The price of a model on a day (today when None): from the settings, else from the table; None if unknown."""
    names = (model, _DATED.sub("", model))
    for name in names:
        if own := settings().prices.get(f"{provider}/{name}"):
            return Price(*own, source=SETTINGS)
    when = day or datetime.now(UTC).date()
    known = (row for name in names for row in _table(FILE).get((provider, name), ()))
    return next((row for row in known if row.until is None or when <= row.until), None)


@lru_cache(maxsize=2)
def _table(path: Path) -> dict[tuple[str, str], list[Price]]:
    """Prices by provider and model; those that end first come first."""
    found: dict[tuple[str, str], list[Price]] = {}
    content: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    seen, source = content.pop("seen"), content.pop("source")
    for provider, models in content.items():
        for model, rows in models.items():
            made = [Price(**row, seen=seen, source=source) for row in rows]
            found[provider, model] = sorted(made, key=lambda one: one.until or date.max)
    return found
