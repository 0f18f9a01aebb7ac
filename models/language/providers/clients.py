"""One client per provider, address and key, shared by all threads; a bounded number of them.

A key is only ever compared by a hash that is of no use outside this process.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
from collections import OrderedDict, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from pydantic import SecretStr

from models.language.providers.transport import http_client
from models.language.providers.turns import Part

if TYPE_CHECKING:
    import httpx2

    from models.language.providers.hosted import Wire

MOST: Final = 32  # visitors may type keys of their own
NO_KEY: Final = "none"  # clients insist on a key where a server of one's own needs none

_salt: Final = secrets.token_bytes(16)
_lock: Final = threading.Lock()
_open: Final[OrderedDict[tuple[str, str, bytes], Connection]] = OrderedDict()


@dataclass(eq=False)
class Connection:
    """A provider's client, and what each of its models refuses to be told.

    `readers` counts the answers that are being read; a connection that was pushed out closes with the last.
    """

    client: Any = field(repr=False)
    http: httpx2.Client = field(repr=False)
    refused: defaultdict[str, set[Part]] = field(default_factory=lambda: defaultdict(set))
    readers: int = 0
    out: bool = False


@contextmanager
def lease(wire: Wire, name: str, address: str, key: SecretStr | None) -> Iterator[Connection]:
    """The connection for these three, made if there is none, kept open at least until the block ends."""
    plain = key.get_secret_value() if key is not None else NO_KEY
    mark = (name, address, hashlib.blake2b(plain.encode(), key=_salt, digest_size=16).digest())
    connection = _take(mark) or _add(mark, _made(wire, plain, address))
    try:
        yield connection
    finally:
        with _lock:
            connection.readers -= 1
            close = connection.out and not connection.readers
        if close:
            connection.http.close()


def close_all() -> None:
    """Forget every client; those that nobody reads are closed at once, the others with their last answer."""
    with _lock:
        gone = list(_open.values())
        _open.clear()
        idle = [one for one in gone if _push_out(one)]
    for one in idle:
        one.http.close()


def _made(wire: Wire, key: str, address: str) -> Connection:
    http = http_client()
    return Connection(wire.client(key, address, http), http)


def _take(mark: tuple[str, str, bytes]) -> Connection | None:
    with _lock:
        if (found := _open.get(mark)) is not None:
            _open.move_to_end(mark)
            found.readers += 1
        return found


def _add(mark: tuple[str, str, bytes], made: Connection) -> Connection:
    """`made`, or the one that another thread added meanwhile."""
    with _lock:
        found = _open.setdefault(mark, made)
        found.readers += 1
        pushed = [_open.popitem(last=False)[1] for _ in range(len(_open) - MOST)]
        idle = [one for one in pushed if _push_out(one)]
    for one in (*idle, *([made] if found is not made else [])):
        one.http.close()
    return found


def _push_out(connection: Connection) -> bool:
    """Mark it, and say whether it may close now."""
    connection.out = True
    return not connection.readers
