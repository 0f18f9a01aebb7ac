"""Takes an analysis to the assistant: the computed values, not the prices they come from."""

from __future__ import annotations

from tools.stocks.analysis import Analysis
from tools.ui.ask import ask_about


def ask(found: Analysis) -> None:
    """A button."""
    ask_about("stocks", found.prices.symbol.name, found.to_dict)
