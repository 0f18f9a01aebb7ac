"""An answer written in the background, so that no rerun, click or page change loses what has come so far.

A thread takes the pieces; pages only look at the text. It knows no page and draws nothing.
"""

from __future__ import annotations

import logging
import math
import re
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, Literal, Protocol

from tools.chat.types import Answer
from tools.errors import PortalError
from tools.translations import N_

log = logging.getLogger("portal.chat")
TOO_SLOW: Final = N_("The answer took longer than {seconds:g} s and was ended: ask again, or ask for less at once.")
DEFECT: Final = N_("The answer broke off because of a fault on our side, which was recorded: try again.")
GRACE: Final = 0.5  # seconds that a stopped answer gets to say what it rests on
OPEN_END: Final = re.compile(r"(?:!?\[[^\]\n]*(?:\](?:\([^)\n]*)?)?|<[^>\n]*|!|\$(?:[A-Za-z\\({|][^$\n]*\$?)?)$")


class Stream(Protocol):
    """An answer that comes piece by piece."""

    @property
    def answer(self) -> Answer:
        """Whole after the last piece or after `close`."""
        ...

    def __iter__(self) -> Iterator[str]:
        """Itself."""
        ...

    @property
    def ahead(self) -> int:
        """How many answers of a shared model come before this one."""
        ...

    def close(self) -> None:
        """Stop the model; nothing more will come."""
        ...

    def halt(self) -> None:
        """As `close`, while another thread waits for the next piece."""
        ...


class Writer:
    """One answer on its way.

    Parameters
    ----------
    begin
        Starts the answer; is called in the thread and may wait, for instance for documents that are still being read.
    blank
        An answer without words that says who answers: what is left to say where the answer itself never came to it.
    most
        Seconds from its beginning to its end, while somebody looks: the last net under the limits of the models.
    """

    def __init__(self, begin: Callable[[], Stream], blank: Answer, most: float = math.inf) -> None:
        self._begin, self._blank, self._most = begin, blank, most
        self._until = math.inf
        self._text, self._answer = "", blank
        self._stream: Stream | None = None
        self._changed = threading.Condition()
        self._stop, self._finished = threading.Event(), threading.Event()
        self._started = time.monotonic()
        threading.Thread(target=self._write, name="chat-answer", daemon=True).start()

    @property
    def finished(self) -> bool:
        """Whether the answer is whole, was stopped, or broke off."""
        return self._finished.is_set()

    @property
    def stopping(self) -> threading.Event:
        """Set once the visitor wants no more."""
        return self._stop

    @property
    def seconds(self) -> float:
        """How long ago the question was asked."""
        return time.monotonic() - self._started

    @property
    def begun(self) -> bool:
        """Whether all that it needs (documents, a model) is there."""
        return self._stream is not None

    @property
    def ahead(self) -> int:
        """How many answers of a shared model come before this one; 0 once it is begun."""
        return self._stream.ahead if self._stream else 0

    def wait(self, seen: int, seconds: float) -> str:
        """The text so far: at once when it is longer than `seen` or finished, else after at most `seconds`."""
        with self._changed:
            self._changed.wait_for(lambda: len(self._text) > seen or self.finished, seconds)
        if time.monotonic() > self._until:
            self._end(replace(self._partial("error"), error=TOO_SLOW.format(seconds=self._most)))
            self._leave()
        return self._text

    def rest(self, seconds: float) -> None:
        """Let words gather before the next look, but not once the answer is whole."""
        self._finished.wait(seconds)

    def stop(self) -> Answer:
        """End it now and keep what has come."""
        self._leave()
        if not self._finished.wait(GRACE):
            self._end(self._partial("stopped"))
        return self.answer

    @property
    def answer(self) -> Answer:
        """The whole answer once `finished`, else what there is of it."""
        return self._answer if self.finished else self._partial("stopped")

    def _leave(self) -> None:
        """Nobody reads any more: the model need not go on, nor keep a place in its line."""
        self._stop.set()
        if self._stream is not None:
            self._stream.halt()

    def _write(self) -> None:
        try:
            self._stream = stream = self._begin()
            if self._stop.is_set():  # while it began
                stream.halt()
            self._until = time.monotonic() + self._most
            for piece in stream:
                if self._stop.is_set():
                    break
                with self._changed:
                    self._text += piece
                    self._changed.notify_all()
            stream.close()
            self._end(stream.answer)
        except PortalError as error:
            self._end(replace(self._partial("error"), error=str(error)))
        except Exception:
            log.exception("an answer broke off")
            self._end(replace(self._partial("error"), error=DEFECT))

    def _end(self, answer: Answer) -> None:
        with self._changed:
            if not self.finished:
                self._answer = answer
                self._finished.set()
            self._changed.notify_all()

    def _partial(self, ended: Literal["stop", "stopped", "error"]) -> Answer:
        return replace(self._blank, text=self._text, ended=ended, milliseconds=1000 * self.seconds)


def settled(text: str) -> str:
    """`text` without an unfinished link, picture, formula or tag at its end: the next letters may change it."""
    found = OPEN_END.search(text)
    return text[: found.start()] if found else text
