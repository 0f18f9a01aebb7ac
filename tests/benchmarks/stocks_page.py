"""How long a warm run of the stock page takes: the script alone, without browser or network, on the sample."""

from __future__ import annotations

import time
from statistics import median
from typing import Final

from streamlit.testing.v1 import AppTest

from tools.settings import ROOT

ROUNDS: Final = 9


def main() -> None:
    """Print the median and the longest run in milliseconds."""
    app = AppTest.from_file(str(ROOT / "pages" / "Stock_Analyser.py"), default_timeout=120).run()
    next(button for button in app.button if button.label.startswith("Sample")).click().run()
    app.run()
    taken = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        app.run()
        taken.append(1000 * (time.perf_counter() - started))
    print(f"a warm run of the page: {median(taken):.0f} ms, the longest {max(taken):.0f} ms (wanted: 300 ms)")


if __name__ == "__main__":
    main()
