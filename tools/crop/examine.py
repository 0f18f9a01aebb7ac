"""Everything about a photo that needs no model: decode, quality, severity. Made to run in a worker process.

A hostile file dies there alone, and the masks come back as packed bits because answers cross a pipe.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.crop.photo import read_photo
from tools.crop.quality import assess
from tools.crop.severity import leaf_and_severity
from tools.crop.types import Grade, Mask, Photo, Quality, Severity


@dataclass(frozen=True)
class Examined:
    """A photo with its quality and severity; `leaf` and `lesions` are masks of the photo's shape, packed."""

    photo: Photo
    quality: Quality
    percent: float
    grade: Grade
    leaf: bytes
    lesions: bytes
    reliable: bool
    note: str

    @property
    def severity(self) -> Severity:
        """The severity with its masks unpacked."""
        shape = self.photo.shape
        leaf, lesions = _unpack(self.leaf, shape), _unpack(self.lesions, shape)
        return Severity(self.percent, self.grade, leaf, lesions, self.reliable, self.note)


def examine(name: str, data: bytes) -> Examined:
    """Read a photo and measure what can be measured without a model.

    Raises
    ------
    PortalError
        As `tools.crop.photo.read_photo`.
    """
    photo = read_photo(name, data)
    found, severity = leaf_and_severity(photo.image)
    return Examined(
        photo=photo,
        quality=assess(photo, severity.leaf if found.reliable else None),
        percent=severity.percent,
        grade=severity.grade,
        leaf=_pack(severity.leaf),
        lesions=_pack(severity.lesions),
        reliable=severity.reliable,
        note=severity.note,
    )


def _pack(mask: Mask) -> bytes:
    return np.packbits(mask).tobytes()


def _unpack(packed: bytes, shape: tuple[int, int]) -> Mask:
    bits = np.unpackbits(np.frombuffer(packed, np.uint8), count=shape[0] * shape[1])
    return bits.reshape(shape).astype(np.bool_)
