"""Makes the fictional sample FIRs and orders of this folder; the results are committed.

Run `python -m data.samples.legal.make_samples`. The same versions of the libraries give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from tests.fiction.degrade import Wear, scan
from tests.fiction.fir import fir
from tests.fiction.orders import order

HERE = Path(__file__).resolve().parent
SCANNER = Wear(dpi=150, skew=-0.7, noise=2, blur=0.4, shadow=14, contrast=0.9, jpeg=42)


def _form(seed: int, layout: str, language: str, offence: str, on: date) -> bytes:
    return fir(seed, layout, language, offence=offence, on=on, blank=0.3, vary=False).data  # type: ignore[arg-type]


def _scan() -> bytes:
    typed = fir(4, "typed", "hi", offence="hurt", on=date(2023, 11, 9), blank=0.0)
    return scan(typed.data, SCANNER)


_MAKERS: Final[dict[str, Callable[[], bytes]]] = {
    "fir_hindi.pdf": lambda: _form(10, "bnss", "hi", "house_breaking", date(2025, 3, 18)),
    "fir_hindi_scan.pdf": _scan,
    "fir_english.pdf": lambda: _form(2, "english", "en", "cheating", date(2025, 1, 22)),
    "fir_old_text_layer.pdf": lambda: _form(5, "broken", "hi", "theft", date(2022, 8, 4)),
    "order_bail_hindi.pdf": lambda: order(3, "bail", "bail_granted", "hi", layout="nyayalaya").data,
    "judgment_high_court.pdf": lambda: order(9, "writ", "partly_allowed", "en", layout="delhi").data,
    "order_daily.pdf": lambda: order(6, "daily", "adjourned", "en", layout="ecourts").data,
}
NAMES: Final = tuple(_MAKERS)


def sample(name: str) -> bytes:
    """The sample of that file name."""
    return _MAKERS[name]()


def main(folder: Path = HERE) -> None:
    """Write every sample into `folder`."""
    for name in NAMES:
        (folder / name).write_bytes(sample(name))


if __name__ == "__main__":
    main()
