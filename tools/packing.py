"""MessagePack by declared types, safe for threads that meet a type for the first time.

msgspec 0.22 looks at a class when it first decodes into it and may let another thread see the half-made result, which
ends the process (a segmentation fault). Here decoders are made one at a time; every other module decodes through this
one. It does not know what is sent.
"""

from __future__ import annotations

import threading
from functools import cache
from typing import Any, TypeVar, overload

import msgspec

T = TypeVar("T")
_making = threading.Lock()


@overload
def decode(data: bytes | memoryview | msgspec.Raw, kind: type[T]) -> T: ...
@overload
def decode(data: bytes | memoryview | msgspec.Raw, kind: Any) -> Any: ...
def decode(data: bytes | memoryview | msgspec.Raw, kind: Any) -> Any:
    """`data` as the declared type `kind`.

    Raises
    ------
    msgspec.DecodeError, UnicodeDecodeError, RecursionError
        It is something else, or damaged.
    """
    with _making:
        decoder = _decoder(kind)
    return decoder.decode(data)


@cache
def _decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)
