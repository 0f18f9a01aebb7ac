"""What a visitor's pile of files has in common, whatever is done with them: limit, names, stopping and failing.

Thread-safe; knows neither page nor what becomes of a file.
"""

from __future__ import annotations

import logging
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Generic, TypeVar

from tools.errors import PortalError, TooLarge

log = logging.getLogger("portal.uploads")


@dataclass
class Upload:
    """One file of a pile: its name there, which no other has, the work on it, and how that ended if not well."""

    key: str
    name: str
    future: Future[Any] | None = field(default=None, repr=False, kw_only=True)
    error: str = field(default="", kw_only=True)
    cancelled: bool = field(default=False, kw_only=True)


Item = TypeVar("Item", bound=Upload)


class Uploads(ABC, Generic[Item]):
    """Files by key, in the order they came.

    Parameters
    ----------
    limit
        Most files.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._items: dict[str, Item] = {}
        self._changed = threading.Condition()

    @property
    @abstractmethod
    def pending(self) -> int:
        """How many files are still on their way."""

    @property
    def items(self) -> tuple[Item, ...]:
        """All files, in the order they came."""
        with self._changed:
            return tuple(self._items.values())

    def cancel(self) -> None:
        """Stop what has not been started; files being read finish."""
        for item in self.items:
            if item.future:
                item.future.cancel()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until nothing is pending; False when `seconds` ran out first."""
        with self._changed:
            return self._changed.wait_for(lambda: self.pending == 0, seconds)

    def keep(self, keys: set[str]) -> bool:
        """Drop every file whose key is not among `keys`; whether there was one."""
        with self._changed:
            gone = [self._items.pop(key) for key in list(self._items) if key not in keys]
        for item in gone:
            if item.future:
                item.future.cancel()
        return bool(gone)

    def _admit(self, key: str, name: str, make: Callable[[str], Item], too_many: str) -> Item | None:
        """The new item, made with a name of its own; None for a key that is known. `too_many` says what was left out.

        Raises
        ------
        TooLarge
            The pile holds as many files as it may.
        """
        with self._changed:
            if key in self._items:
                return None
            if len(self._items) >= self.limit:
                raise TooLarge(too_many)
            return self._items.setdefault(key, make(self._free_name(name)))

    @contextmanager
    def _outcome(self, item: Item, defect: str) -> Iterator[None]:
        """Keeps with the file how the work inside ended: an expected error's sentence, or `defect` for any other."""
        try:
            yield
        except CancelledError:
            item.cancelled = True
        except PortalError as error:
            item.error = str(error)
        except Exception:
            log.exception("work on an uploaded file failed")
            item.error = defect
        self._tell()

    def _tell(self) -> None:
        """Wake whoever waits."""
        with self._changed:
            self._changed.notify_all()

    def _free_name(self, name: str) -> str:
        """`name`, numbered when another file has it already."""
        taken = {item.name for item in self._items.values()}
        path, number, free = PurePath(name), 2, name
        while free in taken:
            free = f"{path.stem} ({number}){path.suffix}"
            number += 1
        return free
