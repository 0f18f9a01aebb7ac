"""Compiles `symbols.tsv` from the exchange's lists: python data/stocks/build_symbols.py FOLDER

FOLDER holds EQUITY_L.csv, nifty750list.csv, ind_nifty500list.csv, ind_nifty50list.csv and
symbol_aliases_derived.csv. Only facts are taken:
symbol, name, ISIN, industry, former symbols. Names that people use and no list has come from `spoken_names.tsv`.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

HERE = Path(__file__).parent
COLUMNS = ("symbol", "name", "isin", "industry", "former", "spoken", "nifty50")


def rows_of(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    """The rows of a table, names and values without the spaces around them."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        return [
            {(key or "").strip(): (value or "").strip() for key, value in row.items() if isinstance(value, str)}
            for row in csv.DictReader(lines, delimiter=delimiter)
        ]


def main(folder: Path) -> None:
    """Write the table beside this file."""
    lists = [row for name in ("nifty750list.csv", "ind_nifty500list.csv") for row in rows_of(folder / name)]
    industry = {row["ISIN Code"]: row["Industry"] for row in lists}
    also: dict[str, list[str]] = {}
    for row in lists:  # an older list has a renamed company's former name under the same ISIN
        also.setdefault(row["ISIN Code"], []).append(row["Company Name"])
    fifty = {row["Symbol"] for row in rows_of(folder / "ind_nifty50list.csv")}
    former: dict[str, list[str]] = {}
    for row in rows_of(folder / "symbol_aliases_derived.csv"):
        former.setdefault(row["symbol"], []).append(row["old_symbol"])
    spoken = {row["symbol"]: row["names"] for row in rows_of(HERE / "spoken_names.tsv", "\t")}
    listed = rows_of(folder / "EQUITY_L.csv")
    with (HERE / "symbols.tsv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(COLUMNS)
        for row in sorted(listed, key=lambda row: row["SYMBOL"]):
            symbol, isin = row["SYMBOL"], row["ISIN NUMBER"]
            names = dict.fromkeys((*filter(None, spoken.get(symbol, "").split("|")), *also.get(isin, ())))
            table.writerow(
                (
                    symbol,
                    " ".join(row["NAME OF COMPANY"].split()),
                    isin,
                    industry.get(isin, ""),
                    "|".join(former.get(symbol, ())),
                    "|".join(names),
                    "1" if symbol in fifty else "",
                )
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
