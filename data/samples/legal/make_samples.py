"""Makes the fictional sample FIRs and orders of this folder; the results are committed.

Run `python -m data.samples.legal.make_samples`. The same versions of the libraries give the same bytes.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.fiction.degrade import Wear, scan
from tests.fiction.fir import fir
from tests.fiction.orders import order

HERE = Path(__file__).resolve().parent
SCANNER = Wear(dpi=150, skew=-0.7, noise=2, blur=0.4, shadow=14, contrast=0.9, jpeg=42)


def samples() -> dict[str, bytes]:
    """Every sample by its file name."""
    typed = fir(4, "typed", "hi", offence="hurt", on=date(2023, 11, 9), blank=0.0)
    return {
        "fir_hindi.pdf": fir(
            8, "bnss", "hi", offence="house_breaking", on=date(2025, 3, 18), blank=0.3, vary=False
        ).data,
        "fir_hindi_scan.pdf": scan(typed.data, SCANNER),
        "fir_english.pdf": fir(
            2, "english", "en", offence="cheating", on=date(2025, 1, 22), blank=0.3, vary=False
        ).data,
        "fir_old_text_layer.pdf": fir(
            5, "broken", "hi", offence="theft", on=date(2022, 8, 4), blank=0.4, vary=False
        ).data,
        "order_bail_hindi.pdf": order(3, "bail", "bail_granted", "hi", layout="nyayalaya").data,
        "judgment_high_court.pdf": order(9, "writ", "partly_allowed", "en", layout="delhi").data,
        "order_daily.pdf": order(6, "daily", "adjourned", "en", layout="ecourts").data,
    }


def main(folder: Path = HERE) -> None:
    """Write every sample into `folder`."""
    for name, data in samples().items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    main()
