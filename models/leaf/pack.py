"""Reads packs of labelled leaf photos: a tar of JPEGs beside a gzipped CSV that says what each one shows.

Columns of the manifest used here: file, split, class, setting (field, lab, lab_cutout, object), origin, leaf_group.
"""

from __future__ import annotations

import csv
import gzip
import tarfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from models.leaf.types import crop_of
from tools.errors import Unreadable

MANIFESTS = {"leafpack.tar": "manifest.csv.gz", "leafpack_extra128.tar": "manifest_extra.csv.gz"}


@dataclass(frozen=True)
class Photo:
    """One labelled picture: its JPEG bytes, class id (``crop__condition``), and where and how it was taken."""

    file: str
    jpeg: bytes
    label: str
    setting: str
    origin: str
    split: str
    group: str

    @property
    def crop(self) -> str:
        """The part of the class id before the double underscore; empty for what is no leaf."""
        return crop_of(self.label)


def read_pack(path: Path, manifest: Path | None = None) -> list[Photo]:
    """All photos of a pack, in the order of its manifest.

    Parameters
    ----------
    path
        The tar.
    manifest
        Its CSV; by default the one known for that name, else the tar's own name with ``.csv.gz``.

    Raises
    ------
    Unreadable
        The tar or its manifest is missing or broken.
    """
    manifest = manifest or path.with_name(MANIFESTS.get(path.name, f"{path.stem}.csv.gz"))
    try:
        with tarfile.open(path) as tar:
            pictures = {_plain(member.name): _bytes(tar, member) for member in tar if member.isfile()}
        with gzip.open(manifest, "rt", encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        return [_photo(row, pictures) for row in rows]
    except (OSError, tarfile.TarError, KeyError) as error:
        raise Unreadable(f"The pack {path.name} with {manifest.name} cannot be read: {error}.") from error


def classes_of(photos: Sequence[Photo]) -> list[str]:
    """The class ids that occur, sorted."""
    return sorted({photo.label for photo in photos})


def _photo(row: dict[str, str], pictures: dict[str, bytes]) -> Photo:
    return Photo(
        file=row["file"],
        jpeg=pictures[row["file"]],
        label=row["class"],
        setting=row["setting"],
        origin=row["origin"],
        split=row["split"],
        group=row.get("leaf_group", ""),
    )


def _plain(name: str) -> str:
    """``./a/b.jpg`` as ``a/b.jpg``; a leading folder of the pack's own name stays."""
    return name.removeprefix("./")


def _bytes(tar: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    stream = tar.extractfile(member)
    return stream.read() if stream else b""
