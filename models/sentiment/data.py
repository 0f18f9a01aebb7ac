"""Headlines with the mood towards each company that they name, as the training file has them; and the fixed split.

The file is a CSV with the columns ``title`` and ``decisions``, a JSON object of company to mood. Knows no network.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from models.sentiment.types import LABELS, Label
from tools.errors import Corrupt

PARTS: Final = 20
TEST: Final = (0, 10)  # parts that no training run may see
CALIBRATION: Final = (1,)  # what the probabilities are made honest on
TRAINING: Final = tuple(part for part in range(PARTS) if part not in TEST + CALIBRATION)


@dataclass(frozen=True)
class Example:
    """One (headline, company) pair; `alone` says that it is the headline's only company, `conflict` that its companies
    fare differently, `part` (0 to 19) which twentieth of the headlines it belongs to."""

    title: str
    entity: str
    label: Label
    part: int
    alone: bool
    conflict: bool

    @property
    def target(self) -> int:
        """The label's place in `LABELS`."""
        return LABELS.index(self.label)


def read_examples(path: Path) -> list[Example]:
    """Every pair of the file, in its order.

    Raises
    ------
    Corrupt
        A column is missing, or a mood is none of `LABELS`.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return [example for row in csv.DictReader(file) for example in _examples(row["title"], row["decisions"])]
    except (KeyError, ValueError, AttributeError) as error:
        raise Corrupt(f"{path.name} is no table of headlines: it needs the columns title and decisions.") from error


def part_of(title: str) -> int:
    """Which twentieth a headline belongs to: by the hash of its words, so that the same headline is never in two."""
    words = " ".join(title.casefold().split())
    return int(hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:8], 16) % PARTS


def parts(examples: Sequence[Example], wanted: Sequence[int]) -> list[Example]:
    """The examples of these twentieths."""
    return [example for example in examples if example.part in wanted]


def _examples(title: str, decisions: str) -> list[Example]:
    moods = json.loads(decisions)
    conflict = len(set(moods.values())) > 1
    found = []
    for entity, label in moods.items():
        if label not in LABELS:
            raise ValueError(f"the unknown mood {label!r}")
        found.append(Example(title, entity, label, part_of(title), len(moods) == 1, conflict))
    return found
