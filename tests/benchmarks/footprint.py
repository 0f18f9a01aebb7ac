"""What the portal takes: memory with nobody there, with all embedded models, and the time to the first page.

Start to the first Home element is measured over the websocket beside `streamlit hello`, in turns, so that a busy
machine is busy for both. `python -m tests.benchmarks.footprint`
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from statistics import median
from typing import Final

from tests.load.portal import ROOT, portal
from tests.load.tab import Tab

ROUNDS: Final = 5
MODELS: Final = """
import psutil
from models.text.embedder import SentenceEmbedder
from models.leaf.classifier import load_leaf
from models.names.transliterator import load_names
from models.sentiment.classifier import load_sentiment
import numpy as np
import Home  # what every page has loaded too
made = [SentenceEmbedder(), load_leaf(), load_names(), load_sentiment()]
made[0].embed(["A developer of services"] * 64)
made[1].classify([np.zeros((300, 300, 3), np.uint8)] * 4)
made[2].transliterate(["ramesh"])
made[3].classify([("Profit rises", "Kaveri Motors")])
print(psutil.Process().memory_info().rss / 2**20)
"""


async def first_element(address: str) -> float:
    """Open the first page; seconds until its first element and until it is whole."""
    tab = Tab(address, "nobody")
    try:
        run = await tab.open()
    finally:
        await tab.close()
    return run.total - (run.first or run.total)


def start(*, hello: bool) -> tuple[float, float, float]:
    """Seconds from the start of the process to the first element and to the whole page, and MiB a moment later."""
    with portal(hello=hello) as server:
        rest = asyncio.run(first_element(server.address))
        whole = time.perf_counter() - server.begun
        time.sleep(1)
        return whole - rest, whole, server.mib


def models() -> float:
    """MiB of a process that has loaded and asked all models that ship."""
    told = subprocess.run([sys.executable, "-W", "ignore", "-c", MODELS], cwd=ROOT, capture_output=True, text=True)
    return float(told.stdout.split()[-1])


def main() -> None:
    """Print the figures."""
    ours, theirs = [], []
    for _ in range(ROUNDS):
        theirs.append(start(hello=True))
        ours.append(start(hello=False))
    for name, taken in (("portal", ours), ("streamlit hello", theirs)):
        first, whole, mib = (median(column) for column in zip(*taken, strict=True))
        print(f"  {name:16s} first element {first:5.2f} s, whole page {whole:5.2f} s, then {mib:4.0f} MiB")
    ratio = median(our[1] / their[1] for our, their in zip(ours, theirs, strict=True))
    print(f"  start to Home, portal / hello: {ratio:.2f} (at most 1.30)")
    print(f"  Home with nobody there: {median(one[2] for one in ours):.0f} MiB (at most 200)")
    print(f"  all embedded models, loaded and asked: {models():.0f} MiB (at most 1536)")


if __name__ == "__main__":
    main()
