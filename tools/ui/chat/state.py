"""What the assistant remembers during a visit: the talk, the documents, what is being written. Draws nothing."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

import streamlit as st
from streamlit.typing import UploadedFile

from models import cached
from models.loading import waited
from tools.chat.attachments import Attachments, Item
from tools.chat.library import DocumentLibrary
from tools.chat.types import Answer, Citation, Context, Options, Turn
from tools.errors import TooLarge
from tools.settings import settings
from tools.ui import limits
from tools.ui.chat import seams
from tools.ui.chat.kept import note
from tools.ui.chat.models import answering_model, blank_answer, choice, loading
from tools.ui.chat.turns import InTurn
from tools.ui.chat.writer import Stream, Writer
from tools.ui.resources import workers

if TYPE_CHECKING:
    from models.language.types import ChatModel
    from models.text import Embedder

KEY = "chat.visit"
UPLOADS = "chat.files"  # under this name the visit's files are counted
MOST = 100  # questions that a visit keeps


@dataclass
class Entry:
    """One question of the talk with its answer and the names of the files that came with it; `key` is its own."""

    key: int
    turn: Turn
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Look:
    """Where the document pane looks: at what a citation quotes, or at a document's first page."""

    document: str
    page: int = 1
    citation: Citation | None = None
    turn: int = 0


@dataclass(frozen=True)
class Refused:
    """What a limit did not let through: the sentence that says why, and what was sent."""

    reason: str
    question: str = ""
    files: tuple[UploadedFile, ...] = ()


@dataclass
class Visit:
    """One visitor's talk."""

    loading: Future[Embedder]
    entries: list[Entry] = field(default_factory=list)
    contexts: tuple[Context, ...] = ()  # results of other demos that questions are about
    cleared: tuple[list[Entry], tuple[Context, ...]] | None = None  # what an undo brings back
    writer: Writer | None = None
    refused: Refused | None = None
    refusals: int = 0
    sizes: dict[str, int] = field(default_factory=dict)  # bytes of the files that were uploaded here, by key
    search: InTurn | None = None  # in what is being written
    editing: bool = False
    look: Look | None = None
    looks: int = 0
    numbers: itertools.count[int] = field(default_factory=itertools.count)
    meanings: seams.Late = field(init=False)
    library: DocumentLibrary = field(init=False)
    attachments: Attachments = field(init=False)

    def __post_init__(self) -> None:
        self.meanings = seams.Late(lambda: waited(self.loading), lambda: self.loading.done())
        self.library = DocumentLibrary(self.meanings)
        self.attachments = Attachments(workers(), lambda: self.library)

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The talk without what belongs to the page alone."""
        return tuple(entry.turn for entry in self.entries)

    def ask(self, question: str, options: Options, *, files: Sequence[str] = ()) -> None:
        """Begin to answer; documents that are still being read are waited for. What is being written ends here.

        Raises
        ------
        TooOften, ShuttingDown, ModelUnavailable, WrongKey
            Nothing can be asked now: the talk, and what is being written, stay as they are.
        """
        model = answering_model()
        limits.start()
        self.stop()
        self._begin(question, options, model, files)

    def again(self, options: Options, question: str = "") -> None:
        """Answer the last question anew, in other words if `question` is given; raises as `ask` does."""
        if not self.entries:
            return
        model = answering_model()
        limits.start()
        self.stop()
        last = self.entries.pop()
        note(last)
        self._begin(question or last.turn.question, options, model, last.files)

    def _begin(
        self,
        question: str,
        options: Options,
        model: Callable[[], ChatModel | None],
        files: Sequence[str],
    ) -> None:
        before, contexts = self.turns, self.contexts
        self.entries.append(Entry(next(self.numbers), Turn(question, None, self.contexts), tuple(files)))
        del self.entries[:-MOST]
        self.cleared, self.editing = None, False
        self.search = search = InTurn(self.library, limits.turns())
        self.loading = loading(cached.preload_embedder)
        unread = [item for item in self.attachments.items if not item.settled.is_set()]

        def begin() -> Stream:
            self.wait_for(unread)
            return seams.ask(before, question, model(), search, options, contexts, self.meanings)

        wanted = settings()
        self.writer = Writer(begin, blank_answer(), wanted.answer_seconds + wanted.chat_seconds)

    def refuse(self, refused: Refused) -> None:
        """Keep what a limit did not let through."""
        self.refused, self.refusals = refused, self.refusals + 1

    def discard(self) -> None:
        """Forget what was not sent."""
        self.refused = None
        self._count()

    def wait_for(self, items: Sequence[Item]) -> None:
        """Wait until these documents are read, or the visitor stops the answer."""
        for item in items:
            while not item.settled.wait(0.2):
                if self.writer and self.writer.stopping.is_set():
                    return

    def edit(self) -> None:
        """Open the last question to be changed."""
        self.editing = True

    def collect(self) -> None:
        """Put an answer that was finished meanwhile, perhaps while another page was open, into the talk."""
        if self.writer and self.writer.finished:
            self._answered(self.writer.answer)

    def stop(self) -> None:
        """End what is being written and keep what has come."""
        if self.writer:
            self._answered(self.writer.stop())

    def clear(self) -> None:
        """Forget the talk, so that an undo can bring it back, and the typed keys, for good. Documents stay."""
        self.stop()
        for last in self.entries[-1:]:
            note(last)
        self.cleared = (self.entries, self.contexts)
        self.entries, self.contexts, self.look, self.editing = [], (), None, False
        self.discard()
        choice().forget_keys()

    def undo(self) -> None:
        """Bring the cleared talk back."""
        if self.cleared:
            self.entries, self.contexts = self.cleared
            self.cleared = None

    def drop_context(self, place: int) -> None:
        """Ask no longer about this result."""
        self.contexts = tuple(context for at, context in enumerate(self.contexts) if at != place)

    def open(self, document: str, page: int = 1, citation: Citation | None = None) -> None:
        """Turn the document pane to a page."""
        self.looks += 1
        self.look = Look(document, page, citation, self.looks)

    def close(self) -> None:
        """Close the document pane."""
        self.look = None

    def remove(self, key: str) -> None:
        """Forget a document."""
        gone = next((item.name for item in self.attachments.items if item.key == key), "")
        self.attachments.remove(key)
        self.sizes.pop(key, None)
        self._count()
        if self.look and self.look.document == gone:
            self.close()

    def _count(self) -> None:
        """Note what the visit's files take now."""
        with suppress(TooLarge):  # other pages hold too much: they say so
            limits.hold(UPLOADS, sum(self.sizes.values()))

    def _answered(self, answer: Answer) -> None:
        last = self.entries[-1]
        last.turn = replace(last.turn, answer=answer)
        self.writer = self.search = None


def visit() -> Visit:
    """This visitor's state, made at the first visit; the embedder begins to load."""
    if KEY not in st.session_state:
        st.session_state[KEY] = Visit(loading(cached.preload_embedder))
    return cast(Visit, st.session_state[KEY])
