"""The other end of `tools.workers`: reads one request at a time from stdin, answers on stdout, dies with its parent."""

from __future__ import annotations

import importlib
import os
import signal
import sys
import traceback
from collections.abc import Callable
from typing import Any, BinaryIO, get_type_hints

import msgspec

from tools import packing
from tools.errors import PortalError
from tools.worker_handle import HEADER


def limit_memory(megabytes: int) -> None:
    """Bound the address space, where the system can; lower the priority so that pages stay quick."""
    if sys.platform == "win32":
        return
    import resource

    limit = megabytes << 20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    os.nice(10)


def find_function(name: str) -> Callable[..., Any]:
    """The function that ``module:qualified.name`` names."""
    module, _, path = name.partition(":")
    target: Any = importlib.import_module(module)
    for part in path.split("."):
        target = getattr(target, part)
    found: Callable[..., Any] = target
    return found


def answer(request: bytes) -> bytes:
    """Run one encoded call; every failure becomes an answer, except running out of memory, which ends the process."""
    name, raw = packing.decode(request, tuple[str, list[msgspec.Raw]])
    try:
        function = find_function(name)
        hints = [kind for key, kind in get_type_hints(function).items() if key != "return"]
        args = [packing.decode(value, kind) for value, kind in zip(raw, hints, strict=False)]
        return msgspec.msgpack.encode(("ok", function(*args)))
    except PortalError as error:
        return msgspec.msgpack.encode((type(error).__name__, str(error)))
    except MemoryError:
        raise
    except Exception:
        return msgspec.msgpack.encode(("defect", traceback.format_exc(limit=8)))


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Answer requests until the parent closes the pipe."""
    while header := source.read(HEADER.size):
        (size,) = HEADER.unpack(header)
        reply = answer(source.read(size))
        sink.write(HEADER.pack(len(reply)) + reply)
        sink.flush()


def main() -> None:
    """Keep the answering pipe to ourselves: whatever a library prints goes to stderr."""
    limit_memory(int(sys.argv[1]))
    if hasattr(signal, "pthread_sigmask"):  # the portal blocks this signal for itself, not for its programs
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, sink)


if __name__ == "__main__":
    main()
