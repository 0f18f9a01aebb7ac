"""What the history keeps of an analysis, and what the visitor may do with it."""

from __future__ import annotations

from tools.history import fingerprint
from tools.stocks.analysis import Analysis
from tools.ui import runs
from tools.ui.stocks.state import Visit


def note_failed(seen: Visit) -> None:
    """Note once in a visit that a symbol could not be analysed."""
    symbol = seen.symbol.symbol if seen.symbol else ""
    runs.record_failed("stocks", key=symbol, source=lambda: fingerprint(symbol), outcome="failed")


def kept(seen: Visit, found: Analysis) -> None:
    """Note an analysis once a session of the exchange, and draw thumbs, comment and save."""
    prices = found.prices
    last = f"{found.clean.frame.index[-1]:%Y-%m-%d}"
    key = f"{prices.symbol.symbol} {last} {prices.source} {seen.leave_out}"
    runs.record(
        "stocks",
        key=key,
        source=fingerprint(prices.symbol.symbol, last, str(len(prices.frame))),
        model=found.forecast.model if found.forecast else "",
        device="cpu",
        seconds=found.seconds,
        outcome=f"analysed: {prices.source}",
    )
    runs.actions("stocks", key, f"{prices.symbol.name}, {last}", found.to_dict)
