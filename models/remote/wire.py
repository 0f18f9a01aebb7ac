"""What portal and cluster say to each other: MessagePack of declared types, arrays as raw bytes, never pickle.

Every size is bounded and every array is checked against its bytes before anybody reads it. Knows no HTTP and no model.
"""

from __future__ import annotations

import hashlib
import math
import struct
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Final, Literal, TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from tools.packing import decode as decoded

DAMAGED: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)  # what msgspec raises at damaged bytes
MOST_BYTES: Final = 64 << 20  # of one request or one answer
MOST_FRAME: Final = 1 << 20  # of one piece of a streamed answer
MOST_DIMENSIONS: Final = 4
DTYPES: Final[dict[str, np.dtype[Any]]] = {"uint8": np.dtype("u1"), "float32": np.dtype("<f4")}
LENGTH: Final = struct.Struct("<I")
Kind = Literal["embedder", "leaf", "names", "sentiment", "language"]

Text = Annotated[str, msgspec.Meta(max_length=1 << 20)]
Side = Annotated[int, msgspec.Meta(ge=0, le=1 << 31)]
T = TypeVar("T")


class Malformed(ValueError):
    """Bytes that are not what they should be."""


class Part(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What travels: fields by place, nothing undeclared."""


class Array(Part, frozen=True):
    """Numbers: `data` holds them in C order, little-endian."""

    dtype: Literal["uint8", "float32"]
    shape: Annotated[tuple[Side, ...], msgspec.Meta(max_length=MOST_DIMENSIONS)]
    data: bytes


class EmbedRequest(Part, frozen=True):
    """Texts to turn into vectors."""

    texts: Annotated[tuple[Text, ...], msgspec.Meta(max_length=4096)]


class EmbedReply(Part, frozen=True):
    """Unit vectors, (texts, dimensions) float32."""

    vectors: Array


class LeafRequest(Part, frozen=True):
    """Photos, each (height, width, 3) uint8."""

    images: Annotated[tuple[Array, ...], msgspec.Meta(max_length=256)]


class View(Part, frozen=True):
    """What the leaf model sees in one photo; `maps` is (classes, rows, columns)."""

    probabilities: Array
    familiarity: float
    maps: Array | None


class LeafReply(Part, frozen=True):
    """One view per photo."""

    views: tuple[View, ...]


class NamesRequest(Part, frozen=True):
    """Words of Latin letters, and how many spellings of each are wanted."""

    words: Annotated[tuple[Text, ...], msgspec.Meta(max_length=4096)]
    best: Annotated[int, msgspec.Meta(ge=1, le=64)]


class NamesReply(Part, frozen=True):
    """Spellings of each word, the likeliest first."""

    spellings: tuple[tuple[Text, ...], ...]


class SentimentRequest(Part, frozen=True):
    """Pairs of a headline and the company."""

    pairs: Annotated[tuple[tuple[Text, Text], ...], msgspec.Meta(max_length=4096)]


class SentimentReply(Part, frozen=True):
    """Positive, neutral and negative of each pair."""

    rows: tuple[tuple[float, float, float], ...]


class Turn(Part, frozen=True):
    """One turn of a conversation."""

    role: Literal["system", "user", "assistant"]
    content: Text


class ChatRequest(Part, frozen=True):
    """A conversation, and how long, how free and until where its answer may go."""

    turns: Annotated[tuple[Turn, ...], msgspec.Meta(max_length=1024)]
    max_tokens: Annotated[int, msgspec.Meta(ge=1, le=1 << 20)]
    temperature: Annotated[float, msgspec.Meta(ge=0, le=10)]
    stop: Annotated[tuple[Text, ...], msgspec.Meta(max_length=64)]


class Piece(Part, frozen=True, tag="piece"):
    """A part of a streamed answer."""

    text: Text


class End(Part, frozen=True, tag="end"):
    """The end of a streamed answer; the counts are -1 where the model gives none."""

    ended: Literal["stop", "length", "refused"]
    prompt: int
    answer: int


class Failure(Part, frozen=True, tag="failure"):
    """A `PortalError`: the name of its class, its sentence, and the length of the queue where it is `QueueFull`."""

    name: Annotated[str, msgspec.Meta(max_length=64)]
    message: Annotated[str, msgspec.Meta(max_length=4096)]
    waiting: int = 0


class Told(Part, frozen=True):
    """What a model says of itself; fields that its kind does not know stay empty.

    `thresholds` are those of `models.leaf.types.Thresholds`, in its order; `label` is for models without an info.
    """

    name: Text
    source: Literal["", "local", "hub", "embedded"]
    device: Text
    dtype: Text = ""
    notice: Text = ""
    label: Text = ""
    dimensions: Annotated[int, msgspec.Meta(ge=0, le=1 << 20)] = 0
    context: Annotated[int, msgspec.Meta(ge=0, le=1 << 31)] = 0
    classes: Annotated[tuple[Text, ...], msgspec.Meta(max_length=4096)] = ()
    thresholds: Annotated[tuple[float, ...], msgspec.Meta(max_length=3)] = ()

    @property
    def identity(self) -> tuple[object, ...]:
        """What must be alike on two machines whose answers are mixed; empty where each answer stands for itself."""
        if not (self.dimensions or self.classes):
            return ()
        return (self.name, self.dimensions, self.classes, self.thresholds)

    @property
    def mark(self) -> str:
        """A short mark of which model this is, wherever it runs; it goes along with every answer."""
        which = (self.name, self.label, self.dimensions, self.context, self.classes, self.thresholds)
        return hashlib.blake2b(msgspec.msgpack.encode(which), digest_size=8).hexdigest()


def encode(part: Part) -> bytes:
    """`part` as bytes."""
    return msgspec.msgpack.encode(part)


def decode(data: bytes, kind: type[T]) -> T:
    """`data` as the declared type.

    Raises
    ------
    Malformed
        It is too long or something else.
    """
    if len(data) > MOST_BYTES:
        raise Malformed("too long")
    try:
        return decoded(data, kind)
    except DAMAGED as error:
        raise Malformed(str(error)) from error


def pack(numbers: NDArray[Any]) -> Array:
    """An array to send; of its dtype there must be one in `DTYPES`."""
    name = numbers.dtype.name
    assert name in ("uint8", "float32")
    data = np.ascontiguousarray(numbers, DTYPES[name]).tobytes()
    return Array(name, tuple(numbers.shape), data)  # type: ignore[arg-type]  # mypy does not narrow by `in`


def unpack(array: Array, dtype: str, shape: Sequence[int | None]) -> NDArray[Any]:
    """The numbers of `array`, writable; `None` in `shape` stands for any length.

    Raises
    ------
    Malformed
        Another dtype or shape, more or fewer bytes than the shape says, or numbers that are not finite.
    """
    fits = len(array.shape) == len(shape) and all(
        want is None or have == want for have, want in zip(array.shape, shape, strict=True)
    )
    if array.dtype != dtype or not fits:
        raise Malformed(f"{array.dtype} {array.shape} instead of {dtype} {tuple(shape)}")
    if math.prod(array.shape) * DTYPES[dtype].itemsize != len(array.data):
        raise Malformed("the bytes do not fill the shape")
    numbers: NDArray[Any] = np.frombuffer(array.data, DTYPES[dtype]).reshape(array.shape).copy()
    if dtype == "float32" and not np.isfinite(numbers).all():
        raise Malformed("not finite")
    return numbers


def frame(part: Piece | End | Failure) -> bytes:
    """A piece of a stream with its length before it."""
    body = encode(part)
    return LENGTH.pack(len(body)) + body


class Frames:
    """Puts the pieces of a stream together again, however the network cut them."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, data: bytes) -> Iterator[Piece | End | Failure]:
        """The pieces that are whole now.

        Raises
        ------
        Malformed
            A piece is too long or something else.
        """
        self._held += data
        while len(self._held) >= LENGTH.size:
            (size,) = LENGTH.unpack_from(self._held)
            if size > MOST_FRAME:
                raise Malformed("a piece is too long")
            if len(self._held) < LENGTH.size + size:
                return
            body = bytes(self._held[LENGTH.size : LENGTH.size + size])
            del self._held[: LENGTH.size + size]
            yield _decode_frame(body)


def _decode_frame(body: bytes) -> Piece | End | Failure:
    try:
        return decoded(body, Piece | End | Failure)
    except DAMAGED as error:
        raise Malformed(str(error)) from error
