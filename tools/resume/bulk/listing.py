"""Which files a bulk screening reads: those of folders and patterns, each once, in one order. Opens none of them."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.errors import Empty

NOTHING = "No file matches {places}: check the folder or the pattern."


def list_files(places: Iterable[str]) -> list[str]:
    """The files of every folder (with its folders), pattern or name, sorted; hidden ones are left out of folders.

    Raises
    ------
    Empty
        There is none.
    """
    named = list(places)
    found = sorted({str(path) for place in named for path in _files(place)})
    if not found:
        raise Empty(NOTHING.format(places=", ".join(named)))
    return found


def _files(place: str) -> Iterator[Path]:
    path = Path(place)
    if path.is_dir():
        inside = (each for each in path.rglob("*") if not any(part.startswith(".") for part in _below(each, path)))
        yield from (each for each in inside if each.is_file())
    elif glob.has_magic(place) and not path.exists():
        yield from (Path(each) for each in glob.iglob(place, recursive=True) if Path(each).is_file())
    else:
        yield path  # also when it is not there: that becomes its entry


def _below(path: Path, folder: Path) -> tuple[str, ...]:
    return path.relative_to(folder).parts
