"""Every failure that the portal expects, as one tree.

    PortalError                 a sentence that a member of staff can act on
    ├── BadInput                the user must change what they gave
    │   ├── WrongType           not a kind of file that this demo reads
    │   ├── TooLarge            over a page, pixel, byte or count limit
    │   ├── Encrypted           needs a password
    │   ├── Empty               nothing in it
    │   ├── UnknownSymbol       no share or index that the source of prices knows
    │   └── NotFound            no run or saved result of this visitor
    ├── Unreadable              the right kind of file, but it cannot be read
    │   ├── Corrupt             damaged, cut short or not what its name says
    │   └── TookTooLong         the per-file time or memory limit was reached
    ├── ModelUnavailable        weights or device are missing
    │   └── WrongKey            a hosted model has no key, or does not accept the one it was given
    ├── QueueFull               too many requests at once; carries the queue's length
    │   └── TooOften            one visitor started too much within a minute
    ├── ShuttingDown            the portal ends or restarts: what runs is finished, nothing new begins
    ├── SourceUnavailable       an outside service does not answer
    │   ├── RateLimited         it wants to be asked less often
    │   ├── NoNetwork           it cannot be reached from here
    │   └── Outage              it answers with a failure, with nothing, or too late
    ├── HistoryUnavailable      runs and saved results cannot be read or kept right now
    ├── NotAllowed              the visitor may not see this
    │   └── SignInNeeded        nobody is signed in, or the sign-in has ended
    └── UnsafeSettings          the portal refuses to start

Anything that is not a `PortalError` is a defect: it is logged with a reference number, and only the number is shown.
"""

from __future__ import annotations


class PortalError(Exception):
    """An expected failure. `str(error)` is one sentence that says what happened and what to do."""


class BadInput(PortalError):
    """The user must change what they gave."""


class WrongType(BadInput):
    """Not a kind of file that this demo reads."""


class TooLarge(BadInput):
    """Over a page, pixel, byte or count limit."""


class Encrypted(BadInput):
    """The file needs a password."""


class Empty(BadInput):
    """The file holds nothing."""


class UnknownSymbol(BadInput):
    """No share or index that the source of prices knows."""


class NotFound(BadInput):
    """No run or saved result of this visitor: it was deleted, or it is somebody else's."""


class Unreadable(PortalError):
    """The right kind of file, but it cannot be read."""


class Corrupt(Unreadable):
    """Damaged, cut short, or not what its name says."""


class TookTooLong(Unreadable):
    """The time or memory limit for one file was reached."""


class ModelUnavailable(PortalError):
    """A model's weights or its device are missing."""


class WrongKey(ModelUnavailable):
    """A hosted model has no key, or does not accept the one it was given."""


class QueueFull(PortalError):
    """Too many requests wait already.

    Parameters
    ----------
    message
        The sentence to show.
    waiting
        How many requests are in the queue.
    """

    def __init__(self, message: str, waiting: int = 0) -> None:
        super().__init__(message)
        self.waiting = waiting


class TooOften(QueueFull):
    """One visitor started too much within a minute."""


class ShuttingDown(PortalError):
    """The portal ends or restarts: what runs is finished, nothing new begins."""


class SourceUnavailable(PortalError):
    """An outside service does not answer."""


class RateLimited(SourceUnavailable):
    """The outside service wants to be asked less often."""


class NoNetwork(SourceUnavailable):
    """The outside service cannot be reached from here."""


class Outage(SourceUnavailable):
    """The outside service answers with a failure, with nothing, or too late."""


class HistoryUnavailable(PortalError):
    """The history's database cannot be reached, or does not take what should be kept."""


class NotAllowed(PortalError):
    """The visitor may not see this."""


class SignInNeeded(NotAllowed):
    """Nobody is signed in, or the sign-in has ended."""


class UnsafeSettings(PortalError):
    """A setting that is not safe in production."""


def by_name(name: str, message: str) -> PortalError:
    """The error of class `name` with `message`: how an error comes back from a worker process."""
    stack: list[type[PortalError]] = [PortalError]
    while stack:
        kind = stack.pop()
        if kind.__name__ == name:
            return kind(message)
        stack.extend(kind.__subclasses__())
    return PortalError(message)
