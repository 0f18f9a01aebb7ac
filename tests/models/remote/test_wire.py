"""The wire: what goes in comes out, and nothing that is not declared comes out at all."""

from __future__ import annotations

import pickle
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from models.remote.wire import (
    LENGTH,
    MOST_BYTES,
    MOST_FRAME,
    Array,
    EmbedReply,
    EmbedRequest,
    End,
    Failure,
    Frames,
    LeafRequest,
    Malformed,
    Piece,
    Told,
    decode,
    encode,
    frame,
    pack,
    unpack,
)


@pytest.mark.parametrize("numbers", [np.arange(24, dtype=np.uint8).reshape(2, 4, 3), np.eye(3, dtype=np.float32)])
def test_arrays_come_back(numbers: np.ndarray) -> None:
    array = decode(encode(pack(numbers[:, ::-1])), Array)
    found = unpack(array, numbers.dtype.name, numbers.shape)
    assert np.array_equal(found, numbers[:, ::-1])
    assert found.flags.writeable


@pytest.mark.parametrize(
    "array",
    [
        Array("uint8", (2, 2), bytes(3)),
        Array("uint8", (2, 2), bytes(5)),
        Array("uint8", (1, 4), bytes(4)),
        Array("uint8", (4,), bytes(4)),
        Array("float32", (2, 2), bytes(16)),
        Array("uint8", (2, 1 << 31), bytes(4)),
    ],
)
def test_arrays_of_another_shape_are_refused(array: Array) -> None:
    with pytest.raises(Malformed):
        unpack(array, "uint8", (2, 2))


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_numbers_that_are_none_are_refused(number: float) -> None:
    with pytest.raises(Malformed):
        unpack(pack(np.array([1, number], np.float32)), "float32", (None,))


@pytest.mark.parametrize(
    "plain",
    [
        {"vectors": None},
        [["float64", [1], b"12345678"]],
        [["uint8", [-1], b""]],
        [["uint8", [1, 1, 1, 1, 1], b"1"]],
        [["uint8", [1], "1"]],
        [["uint8", [1], b"1"], "more"],
        [],
        7,
    ],
)
def test_what_is_not_declared_is_refused(plain: Any) -> None:
    with pytest.raises(Malformed):
        decode(msgspec.msgpack.encode(plain), EmbedReply)


class Trap:
    def __reduce__(self) -> Any:
        return (pytest.fail, ("a pickle was opened",))


def test_a_pickle_stays_closed() -> None:
    for data in (pickle.dumps(Trap()), msgspec.msgpack.encode([["uint8", [1], pickle.dumps(Trap())]])):
        with pytest.raises(Malformed):
            unpack(decode(data, EmbedReply).vectors, "uint8", (1,))


def test_sizes_are_bounded() -> None:
    with pytest.raises(Malformed):
        decode(bytes(MOST_BYTES + 1), EmbedRequest)
    with pytest.raises(Malformed):
        decode(encode(EmbedRequest(("a",) * 5000)), EmbedRequest)
    with pytest.raises(Malformed):
        decode(b"\x91" * 100_000, LeafRequest)


@example(data=b"\x93\xa8" + bytes(7) + b"\x80")  # a text that is not UTF-8
@given(data=st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_malformed(data: bytes) -> None:
    for kind in (EmbedRequest, LeafRequest, EmbedReply, Told, Failure):
        try:
            found = decode(data, kind)  # type: ignore[type-var]
        except Malformed:
            continue
        assert isinstance(found, kind)


@given(cuts=st.lists(st.integers(1, 40), max_size=30))
def test_frames_come_back_however_they_are_cut(cuts: list[int]) -> None:
    parts = [Piece("नमस्ते"), Piece(""), End("length", 5, 3), Failure("QueueFull", "busy", 2)]
    data, frames, found = b"".join(map(frame, parts)), Frames(), []
    for size in [*cuts, len(data)]:
        found += list(frames.feed(data[:size]))
        data = data[size:]
    assert found == parts


@pytest.mark.parametrize("data", [LENGTH.pack(MOST_FRAME + 1), LENGTH.pack(3) + b"\x93\x01\x02", LENGTH.pack(0)])
def test_frames_of_another_kind_are_refused(data: bytes) -> None:
    with pytest.raises(Malformed):
        list(Frames().feed(data))


def test_identity_is_the_model_and_not_its_machine() -> None:
    cpu = Told("a", "embedded", "CPU", "float32", dimensions=3)
    gpu = Told("a", "hub", "GPU", "bfloat16", "a notice", dimensions=3)
    assert (cpu.identity, cpu.mark) == (gpu.identity, gpu.mark)
    assert cpu.mark != Told("b", "embedded", "CPU", "float32", dimensions=3).mark
    assert Told("chat", "", "cpu", label="chat").identity == ()
