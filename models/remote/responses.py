"""What a cluster's HTTP response means: an answer, what the model itself says, or why there is none.

Knows neither connections nor tries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeVar

from models.remote.wire import MOST_BYTES, Failure, Malformed, decode
from tools.errors import PortalError, QueueFull, by_name

if TYPE_CHECKING:
    import httpx

Reason = Literal["network", "late", "failing", "busy", "key", "absent", "malformed", "other", "refused"]
AGAIN: Final = frozenset[Reason](("network", "failing", "busy"))  # what another try may heal
OF_STATUS: Final[dict[int, Reason]] = {
    401: "key", 403: "key", 404: "absent", 405: "absent", 408: "late", 413: "refused", 400: "refused",
    429: "busy", 503: "busy",
}  # fmt: skip
T = TypeVar("T")


class Unanswered(Exception):
    """The cluster gave no answer; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


def error_of(failure: Failure) -> PortalError:
    """The error that a model told, as if it were raised here."""
    message = failure.message
    error = by_name(failure.name, message)
    return QueueFull(message, failure.waiting) if isinstance(error, QueueFull) else error


async def check(response: httpx.Response) -> None:
    """Raise what a status other than 200 means."""
    if response.status_code == 200:
        return
    if response.status_code == 422:
        raise error_of(decoded(await body_of(response), Failure))
    raise Unanswered(OF_STATUS.get(response.status_code, "failing"))


async def body_of(response: httpx.Response) -> bytes:
    """The body as it travels (nothing unpacks it on the way), at most `MOST_BYTES`."""
    body = bytearray()
    async for chunk in response.aiter_raw():
        body += chunk
        if len(body) > MOST_BYTES:
            raise Unanswered("malformed")
    return bytes(body)


def decoded(data: bytes, kind: type[T]) -> T:
    """A body as the declared type; a malformed one is no answer."""
    try:
        return decode(data, kind)
    except Malformed as error:
        raise Unanswered("malformed") from error
