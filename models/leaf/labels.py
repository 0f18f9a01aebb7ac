"""Maps another model's label names to our class ids, by spelling and by the aliases of `data/crop/labels.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from models.leaf.types import NOT_A_LEAF, UNMAPPED
from tools.settings import DATA

TABLE = DATA / "crop" / "labels.toml"
BACKGROUND = ("background", "background without leaves", "no leaf", "non leaf", "not leaf")


def plain(label: str) -> str:
    """A label without case, punctuation and word order of its marks: ``Corn_(maize)___Common_rust_``: corn maize ..."""
    return " ".join(re.findall(r"[a-z0-9]+", label.lower()))


@lru_cache(maxsize=1)
def alias_table() -> dict[str, str]:
    """Plain label to our class id, of the table that ships; empty without one."""
    if not TABLE.is_file():
        return {}
    aliases: dict[str, list[str]] = tomllib.loads(TABLE.read_text(encoding="utf-8")).get("aliases", {})
    return {plain(name): class_id for class_id, names in aliases.items() for name in names}


def class_ids(labels: Sequence[str], known: Iterable[str], aliases: Mapping[str, str]) -> list[str]:
    """Our class id of each label, `UNMAPPED` where there is none.

    Parameters
    ----------
    labels
        The other model's names, like ``Tomato___Early_blight``.
    known
        Our class ids.
    aliases
        Plain label to class id, beside the ids' own spelling.
    """
    table = {plain(name): NOT_A_LEAF for name in BACKGROUND}
    table |= {plain(class_id): class_id for class_id in known}
    table |= aliases
    return [table.get(plain(label), UNMAPPED) for label in labels]
