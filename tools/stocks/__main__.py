"""The stock analyser on the command line.

    python -m tools.stocks SYMBOL --json OUT [--prices CSV] [--benchmark CSV] [--rate 0.065] [--leave-out]
    python -m tools.stocks --mood CSV --json OUT      sentiment of headlines; columns title and entity

With `--prices` nothing is fetched. The exit status is 0 unless nothing could be done; then one sentence says why.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from models.sentiment.types import SentimentClassifier
from tools.errors import BadInput, PortalError
from tools.stocks.analysis import analyse
from tools.stocks.files import prices_from_csv
from tools.stocks.mood import moods
from tools.stocks.symbols import symbol_of
from tools.stocks.types import Prices, Symbol, Valuation

INDEX = "NIFTY 50"


def arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line, parsed."""
    parser = argparse.ArgumentParser(prog="python -m tools.stocks", description="Analyse a share of the NSE.")
    parser.add_argument("symbol", nargs="?", metavar="SYMBOL", help="a symbol, former symbol or whole name")
    parser.add_argument("--json", default="-", metavar="OUT", help="where the result goes; - is standard output")
    parser.add_argument("--prices", type=Path, metavar="CSV", help="daily prices to use; nothing is fetched")
    parser.add_argument("--benchmark", type=Path, metavar="CSV", help="daily prices of an index, for beta and the like")
    parser.add_argument("--rate", type=float, default=0.0, help="riskless rate a year, as a share")
    parser.add_argument("--leave-out", action="store_true", help="compute without rows flagged as never traded")
    parser.add_argument("--mood", type=Path, metavar="CSV", help="headlines with the company each is judged for")
    options = parser.parse_args(words)
    if bool(options.symbol) == bool(options.mood):
        parser.error("give a symbol, or --mood CSV")
    return options


def result(options: argparse.Namespace) -> dict[str, Any]:
    """The whole answer for one symbol.

    Raises
    ------
    PortalError
        The symbol is not known, a file cannot be read, or no prices can be had.
    """
    prices, benchmark, valuation = _prices(options)
    found = analyse(prices, benchmark, rate=options.rate, valuation=valuation, leave_out=options.leave_out)
    return found.to_dict()


def _prices(options: argparse.Namespace) -> tuple[Prices, Prices | None, Valuation | None]:
    """Prices, those of the benchmark, and valuation: from files where they are given, else from the source."""
    index = _file(options.benchmark, symbol_of(INDEX)) if options.benchmark else None
    if options.prices:
        return _file(options.prices, _named(options.symbol)), index, None
    from tools.stocks.get import benchmark_prices, prices_of
    from tools.stocks.news import valuation_of

    symbol = symbol_of(options.symbol)
    prices = prices_of(symbol)
    if index is None and not symbol.index:
        try:
            index = benchmark_prices()
        except PortalError as error:
            print(error, file=sys.stderr)
    return prices, index, valuation_of(symbol)


def _named(text: str) -> Symbol:
    """The symbol of the table; with a file also one that the table does not have."""
    try:
        return symbol_of(text)
    except BadInput:
        plain = text.strip().upper().removesuffix(".NS")[:20]
        return Symbol(plain, plain, f"{plain}.NS")


def _file(path: Path, symbol: Symbol) -> Prices:
    try:
        return prices_from_csv(path.name, path.read_bytes(), symbol)
    except OSError as error:
        raise BadInput(f"{path} cannot be opened: {error.strerror}.") from error


def judged(path: Path, model: SentimentClassifier) -> list[dict[str, Any]]:
    """How each headline of a table speaks about its company.

    Raises
    ------
    BadInput
        The file cannot be opened or has no columns title and entity.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="", errors="replace") as file:
            rows = list(csv.DictReader(file))
    except (OSError, csv.Error) as error:
        raise BadInput(f"{path} cannot be read as a table: {error}.") from error
    if not rows or not {"title", "entity"} <= rows[0].keys():
        raise BadInput(f"{path} needs the columns title and entity in its first line.")
    pairs = [(row["title"] or "", row["entity"] or "") for row in rows]
    return [
        {
            "title": each.title,
            "entity": each.entity,
            "label": each.label,
            "probability": each.probability,
            "to_machine": each.to_machine,
        }
        for each in moods([title for title, _ in pairs], [entity for _, entity in pairs], model)
    ]


def main(words: Sequence[str] | None = None) -> int:
    """Run and write; 1 when nothing could be done."""
    options = arguments(words)
    try:
        if options.mood:
            from models.sentiment.classifier import load_sentiment

            answer: Any = judged(options.mood, load_sentiment())
        else:
            answer = result(options)
    except PortalError as error:
        print(error, file=sys.stderr)
        return 1
    text = json.dumps(answer, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    if options.json == "-":
        sys.stdout.write(text)
    else:
        Path(options.json).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
