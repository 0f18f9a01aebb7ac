"""What a tab keeps of Streamlit's protocol between messages: those it may be referred to, and fragments' timers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator
from typing import Final

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

KEEP: Final = 200  # cacheable messages that a tab holds


class Held:
    """The latest cacheable messages by their hash; iterating gives the hashes."""

    def __init__(self) -> None:
        self._messages: dict[str, ForwardMsg] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._messages)

    def keep(self, message: ForwardMsg) -> None:
        """Hold a message; the oldest goes when there are too many."""
        self._messages[message.hash] = message
        while len(self._messages) > KEEP:
            self._messages.pop(next(iter(self._messages)))

    def referred(self, message: ForwardMsg) -> ForwardMsg | None:
        """The held message that `message` refers to, at the place that the reference names; None if it never came."""
        known = self._messages.get(message.ref_hash)
        if known is None:
            return None
        whole = ForwardMsg()
        whole.CopyFrom(known)
        whole.metadata.CopyFrom(message.metadata)
        return whole


class Timers:
    """Asks for a fragment again and again; `rerun` sends for one."""

    def __init__(self, rerun: Callable[[str], Awaitable[None]]) -> None:
        self._rerun = rerun
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def start(self, fragment: str, seconds: float) -> None:
        """From now on every `seconds`, in place of what was."""
        self.stop([fragment])
        self._tasks[fragment] = asyncio.create_task(self._again(fragment, seconds))

    def stop(self, fragments: Iterable[str]) -> None:
        """No longer these."""
        for fragment in fragments:
            if task := self._tasks.pop(fragment, None):
                task.cancel()

    def keep(self, fragments: Collection[str]) -> None:
        """No longer any but these."""
        self.stop([fragment for fragment in self._tasks if fragment not in fragments])

    async def _again(self, fragment: str, seconds: float) -> None:
        while True:
            await asyncio.sleep(seconds)
            await self._rerun(fragment)
