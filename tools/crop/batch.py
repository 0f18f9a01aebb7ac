"""The photos of one visit: examined in worker processes, then answered in small groups as they become ready.

A file that fails is an entry with its sentence; it never stops the rest. The examined photos are kept, so that a
change of crop asks the model alone. Thread-safe; knows no page.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Literal, Protocol

from models.leaf.types import LeafClassifier
from tools.crop.diagnose import diagnose
from tools.crop.examine import Examined, examine
from tools.crop.types import Diagnosis
from tools.errors import PortalError
from tools.translations import N_
from tools.uploads import Upload, Uploads

log = logging.getLogger("portal.crop")
State = Literal["waiting", "reading", "answering", "answered", "failed", "cancelled"]
LIMIT = 40  # photos of one visit: an examined photo takes up to about 3 MB of memory
GROUP = 8  # photos that go to the model together: large enough to be quick, small enough to show results early
DEFECT = N_("This photo could not be answered because of a fault on our side, which was recorded. Try another photo.")


class Pool(Protocol):
    """What a batch needs of `tools.workers.WorkerPool`."""

    def submit(self, function: Callable[[str, bytes], Examined], name: str, data: bytes, /) -> Future[Examined]:
        """Run the function elsewhere."""
        ...


@dataclass
class Item(Upload):
    """One photo of a batch and what became of it. The file's bytes are not kept, only their SHA-256."""

    drawn: bool = False
    sha256: str = ""
    examined: Examined | None = field(default=None, repr=False)
    answer: Diagnosis | None = field(default=None, repr=False)

    @property
    def state(self) -> State:
        """Where the photo stands."""
        if self.error:
            return "failed"
        if self.cancelled:
            return "cancelled"
        if self.answer:
            return "answered"
        if self.examined:
            return "answering"
        return "reading" if self.future and self.future.running() else "waiting"


class Batch(Uploads[Item]):
    """Photos being examined and answered.

    Parameters
    ----------
    pool
        Where photos are read.
    classifier
        Gives the model; may wait while it loads, and is asked from a thread of the batch.
    limit
        Most photos.
    """

    def __init__(self, pool: Pool, classifier: Callable[[], LeafClassifier], *, limit: int = LIMIT) -> None:
        super().__init__(limit)
        self._pool = pool
        self._classifier = classifier
        self._crop = ""
        self._answering = ThreadPoolExecutor(1, thread_name_prefix="crop-answers")

    @property
    def crop(self) -> str:
        """The crop that the answers are restricted to."""
        return self._crop

    def name_crop(self, crop: str) -> None:
        """Answer every photo anew for this crop; nothing is read again. The same crop changes nothing."""
        with self._changed:
            if crop == self._crop:
                return
            self._crop = crop
            for item in self._items.values():
                if item.examined:
                    item.answer, item.error = None, ""
        self._ask()

    def add(self, key: str, name: str, data: bytes, *, drawn: bool = False) -> None:
        """Start with a photo; a key that is known already is left alone.

        Raises
        ------
        TooLarge
            The batch holds as many photos as it may.
        """
        too_many = N_(f"At most {self.limit} photos are looked at together: {name} and the rest were left out.")
        item = self._admit(key, name, lambda free: Item(key, free, drawn, hashlib.sha256(data).hexdigest()), too_many)
        if item is None:
            return
        item.future = self._pool.submit(examine, item.name, data)
        item.future.add_done_callback(lambda future: self._read(item, future))

    def keep(self, keys: set[str]) -> bool:
        """Drop every photo whose key is not among `keys`; whether there was one."""
        gone = super().keep(keys)
        if gone:
            self._ask()  # what was the second copy of a dropped photo is the first now
        return gone

    def retry(self) -> None:
        """Ask the model again about photos that were read and could not be answered."""
        with self._changed:
            for item in self._items.values():
                if item.examined:
                    item.error = ""
        self._ask()

    @property
    def copies(self) -> dict[str, Item]:
        """The photos that are in the batch already under another name: key to the first one, which is answered."""
        first: dict[str, Item] = {}
        found: dict[str, Item] = {}
        for item in self.items:
            if item.examined:
                original = first.setdefault(item.examined.photo.sha256, item)
                if original is not item:
                    found[item.key] = original
        return found

    @property
    def answered(self) -> tuple[Item, ...]:
        """The photos with an answer, each once."""
        copies = self.copies
        return tuple(item for item in self.items if item.state == "answered" and item.key not in copies)

    @property
    def pending(self) -> int:
        """How many photos are still on their way to an answer."""
        copies = self.copies
        ways = ("waiting", "reading", "answering")
        return sum(item.state in ways and item.key not in copies for item in self.items)

    def _read(self, item: Item, future: Future[Examined]) -> None:
        with self._outcome(item, DEFECT):
            item.examined = future.result()
        self._ask()

    def _ask(self) -> None:
        """Have the thread look for photos to answer; a call that finds none costs nothing."""
        self._answering.submit(self._answer_group)

    def _answer_group(self) -> None:
        copies = self.copies
        waiting = [item for item in self.items if item.state == "answering" and item.key not in copies]
        group, crop = waiting[:GROUP], self._crop
        if not group:
            return
        try:
            answers = diagnose([item.examined for item in group if item.examined], self._classifier(), crop)
        except Exception as error:
            if not isinstance(error, PortalError):
                log.exception("photos could not be answered")
            self._fail(group, str(error) if isinstance(error, PortalError) else DEFECT)
        else:
            self._store(group, answers, crop)
        self._tell()
        self._ask()

    def _fail(self, group: Sequence[Item], error: str) -> None:
        for item in group:
            item.error = error

    def _store(self, group: Sequence[Item], answers: Sequence[Diagnosis], crop: str) -> None:
        with self._changed:
            if crop == self._crop:  # else the visitor named another crop meanwhile: they are asked again
                for item, answer in zip(group, answers, strict=True):
                    item.answer = answer
