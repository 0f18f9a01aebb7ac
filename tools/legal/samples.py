"""The sample documents that ship with the portal: fictional, see `data/samples/legal/README.md`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tools.legal.types import Language
from tools.settings import DATA

FOLDER: Final = DATA / "samples" / "legal"
TITLES: Final[Mapping[str, Mapping[Language, str]]] = {
    "fir_hindi.pdf": {"en": "FIR in Hindi", "hi": "हिन्दी एफआईआर"},
    "fir_hindi_scan.pdf": {"en": "Scanned FIR", "hi": "स्कैन की गई एफआईआर"},
    "fir_english.pdf": {"en": "FIR in English", "hi": "अंग्रेज़ी एफआईआर"},
    "fir_old_text_layer.pdf": {"en": "FIR with broken letters", "hi": "टूटे अक्षरों वाली एफआईआर"},
    "order_bail_hindi.pdf": {"en": "Bail order in Hindi", "hi": "ज़मानत का आदेश"},
    "judgment_high_court.pdf": {"en": "High Court judgment", "hi": "हाई कोर्ट का फ़ैसला"},
    "order_daily.pdf": {"en": "Daily order", "hi": "रोज़ का आदेश"},
}


@dataclass(frozen=True)
class Sample:
    """A fictional document to try: what it is, and the file's name and bytes."""

    titles: Mapping[Language, str]
    name: str
    data: bytes


@lru_cache(maxsize=1)
def samples() -> tuple[Sample, ...]:
    """All samples, in the order to offer them; about half a megabyte together."""
    return tuple(Sample(titles, name, (FOLDER / name).read_bytes()) for name, titles in TITLES.items())
