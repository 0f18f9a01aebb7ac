"""The guard rails as pages meet them: how often, how much at once, how many bytes; and one's place in the line.

A page asks before it begins something heavy. What is refused is refused with one sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from typing import Final, Protocol

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from models.memory import NOTICE
from tools.errors import TooLarge
from tools.guard import guard
from tools.settings import settings
from tools.translations import N_
from tools.ui.language import _, ngettext, sentence
from tools.ui.resources import workers
from tools.ui.sign_in import user

HELD: Final = "portal.held"
TOO_MUCH: Final = N_("Your files together are larger than {most} MB: remove some of them first.")


Turns = Callable[[Callable[[int], object]], AbstractContextManager[None]]


class Sized(Protocol):
    """What an uploader gives."""

    @property
    def size(self) -> int:
        """Bytes."""
        ...


def start() -> None:
    """Count one run of this visitor: a pile of files, a document, a question.

    Raises
    ------
    TooOften
        Too many were started within a minute.
    ShuttingDown
        The portal takes nothing new.
    """
    guard().start(user().key)


@contextmanager
def turn() -> Iterator[None]:
    """Hold a turn for a heavy computation of this page's run; while others are ahead, the page says how many.

    Raises
    ------
    QueueFull
        No turn came in time.
    """
    places: list[DeltaGenerator] = []  # made only when there is something to say

    def told(ahead: int) -> None:
        place = places[0] if places else st.empty()
        places[:] = [place]
        place.caption(f":material/hourglass_top: {line(ahead)}")

    with guard().turn(user().key, told):
        for place in places:
            place.empty()
        yield


def turns() -> Turns:
    """This visitor's `turn` for work on a thread of its own, which hears how many are ahead."""
    return partial(guard().turn, user().key)


def held(uploader: str, files: Iterable[Sized]) -> None:
    """Note what an uploader holds; raises as `hold` does."""
    hold(uploader, sum(file.size for file in files))


def hold(uploader: str, size: int) -> None:
    """Note that an uploader holds so many bytes; the visit's uploaders together may hold `user_upload_mb`.

    Raises
    ------
    TooLarge
        They hold more: these files are not to be read.
    """
    sizes: dict[str, int] = st.session_state.setdefault(HELD, {})
    sizes[uploader] = size
    if sum(sizes.values()) > settings().user_upload_mb << 20:
        raise TooLarge(TOO_MUCH.format(most=settings().user_upload_mb))


def waiting() -> str:
    """Where this visitor's files stand in the line for reading, as words; empty when they are being read."""
    ahead = workers().ahead
    return line(ahead) if ahead else ""


def model_notice(notice: str) -> str:
    """Why a model answers elsewhere or otherwise than it was meant to, in the visitor's language."""
    return _(NOTICE) if notice == NOTICE else sentence(notice)


def line(ahead: int) -> str:
    """How many are ahead, as words."""
    return ngettext("{count} ahead of you", "{count} ahead of you", ahead).format(count=ahead)
