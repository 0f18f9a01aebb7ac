"""From a question to its answer: what to look up, whom to ask, how the answer comes, and what may be believed of it.

Pieces come as the model gives them. Whatever ends an answer (the visitor, an error, a page that goes away), what had
come stays in the conversation. Knows no page and no provider.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from typing import Final, Literal

from models.language.types import ChatModel, Message, Reply, Usage
from tools.chat.aids import Aids, engine_of
from tools.chat.checks import NOT_ASKED, notices, suspicions
from tools.chat.citations import cite
from tools.chat.conversation import Conversation, Draft, checked
from tools.chat.prompt import earlier, question_message, system_message
from tools.chat.quoting import MODEL as QUOTES
from tools.chat.quoting import quoted
from tools.chat.rules import NO_GROUND, NOT_IN_DOCUMENT
from tools.chat.sources import Source, sources
from tools.chat.trimming import PER_MESSAGE, Trimmed, tokens_of, trim
from tools.chat.types import Answer, Citation, Context, Evidence, Library, Options, Suspicion
from tools.errors import PortalError

EVIDENCE_SHARE: Final = 0.5  # of what the model can hold, for passages and results
MOST_EVIDENCE: Final = 12_000  # tokens; more pieces make answers slower and no better
PASSAGES: Final = 6
SHORT_QUESTION: Final = 6  # words; a shorter one ("and the fine?") is looked up together with the one before
NEAREST: Final = 3  # passages to show beside "the documents do not say"
NO_EVIDENCE: Final = Evidence((), False, 0.0)
EMPTY_ANSWER: Final = "The model answered nothing: ask again, or choose another model."
DEFECT: Final = "The answer broke off because of a fault on our side: try again."


class Stopped(Exception):
    """The visitor wants no more."""


class Answering(Iterator[str]):
    """An answer on its way: iterate over its pieces, then read `answer`; `close` stops it and keeps what has come."""

    def __init__(self, pieces: Generator[str, None, Answer], conversation: Conversation, draft: Draft) -> None:
        self._pieces, self._conversation, self._draft = pieces, conversation, draft
        self._answer: Answer | None = None

    def __next__(self) -> str:
        try:
            return next(self._pieces)
        except StopIteration as end:
            if self._answer is None:
                self._settle(end.value)
            raise StopIteration from None
        except Exception:
            self._settle(replace(self._draft.answer, ended="error", error=DEFECT))
            raise

    def close(self) -> None:
        """Stop the model; the answer is what has come."""
        if self._answer is not None:
            return
        try:
            self._pieces.throw(Stopped)
        except StopIteration as end:
            self._settle(end.value)
        except Stopped:  # not begun yet
            self._settle(None)

    @property
    def answer(self) -> Answer:
        """The whole answer after the end, before it what has come so far."""
        return self._answer or self._draft.answer

    def _settle(self, answer: Answer | None) -> None:
        self._answer = answer or self._draft.answer
        self._conversation.finish(self._answer, self._draft)


def ask(
    question: str,
    conversation: Conversation,
    library: Library | None,
    model: ChatModel | None,
    options: Options = Options(),  # noqa: B008 (frozen)
    contexts: Sequence[Context] | None = None,
    *,
    aids: Aids = Aids(),  # noqa: B008 (frozen)
) -> Answering:
    """Begin to answer; nothing is asked before the first piece is wanted.

    Parameters
    ----------
    conversation
        Takes the question, the pieces as they come and the answer. A question that is open in it already (after
        `regenerate` or `edit_last`) is answered there.
    library
        The visitor's documents; None where there are none.
    model
        Who answers; None for the documents' own words.
    contexts
        Results of other demos; None for the conversation's.

    Raises
    ------
    Empty, TooLarge
        There is no question, or it alone is more than can be read.
    """
    started = time.perf_counter()
    question = checked(question)
    conversation.begin(question, contexts)
    asked = _Question(question, conversation, library, model, options, aids, started)
    draft = conversation.writing(asked.blank)
    return Answering(asked.pieces(draft), conversation, draft)


class _Question:
    """One question and all that it takes to answer it."""

    def __init__(
        self, question: str, conversation: Conversation, library: Library | None, model: ChatModel | None,
        options: Options, aids: Aids, started: float,
    ) -> None:  # fmt: skip
        self.text, self.library, self.model, self.options, self.aids = question, library, model, options, aids
        self.turns, self.contexts = conversation.finished, conversation.turns[-1].contexts
        self._started = started
        engine, name = engine_of(model) if model else ("quotes", QUOTES)
        ground: Literal["open", "document"] = "document" if options.document_only or model is None else "open"
        self.blank = Answer("", engine, name, model.device if model else "cpu", ground)

    def pieces(self, draft: Draft) -> Generator[str, None, Answer]:
        """The answer piece by piece; returns it whole, however it ended."""
        try:
            evidence = self._evidence()
            ready = self._without_model(evidence)
            if ready is not None:
                draft.add(ready.text)
                first = self._ms()
                yield ready.text
                return self._timed(replace(ready, suspicions=self._suspicions(())), first)
            return (yield from self._generated(evidence, draft))
        except Stopped:
            return self._timed(draft.answer)
        except PortalError as error:
            return self._timed(replace(draft.answer, ended="error", error=str(error)))

    def _evidence(self) -> Evidence:
        if self.library is None or not self.library.documents:
            return NO_EVIDENCE
        wanted = self.text
        if len(wanted.split()) < SHORT_QUESTION and self.turns:
            wanted = f"{self.turns[-1].question} {wanted}"
        return self.library.find(wanted, PASSAGES)

    def _without_model(self, evidence: Evidence) -> Answer | None:
        """The answer where no model needs to be asked: the portal's help, nothing found, or quotes alone."""
        rests = evidence.answers or bool(self.contexts)
        if self.model is None and not rests and (told := self.aids.help(self.text, self.options.language)):
            return told
        if not rests and (self.options.document_only or self.model is None):
            return self._absent(evidence)
        return self._quoted(evidence) if self.model is None else None

    def _absent(self, evidence: Evidence) -> Answer:
        """The documents do not say; what comes nearest is shown all the same."""
        tongue = self.options.language
        nearest = quoted(self.text, Evidence(evidence.found[:NEAREST], True, 0.0), tongue).citations
        words = NOT_IN_DOCUMENT if self.library and self.library.documents else NO_GROUND
        return replace(
            self.blank, text=words[tongue], engine="quotes", model=QUOTES, device="cpu", ground="absent",
            citations=nearest, notice=NOT_ASKED if self.model else "",
        )  # fmt: skip

    def _quoted(self, evidence: Evidence) -> Answer:
        if self.contexts and not evidence.answers:
            told = sources(NO_EVIDENCE, self.contexts, MOST_EVIDENCE, self.aids.count)
            cited = cite_results(self.text, told)
            lines = [f"- {one.quote} [{one.number}]" for one in cited]
            return replace(self.blank, text="\n".join(lines), citations=cited)
        return (self.aids.quote or quoted)(self.text, evidence, self.options.language)

    def _generated(self, evidence: Evidence, draft: Draft) -> Generator[str, None, Answer]:
        assert self.model is not None
        found, trimmed, messages = self._messages(evidence, self.model)
        reply: Reply | None = None
        first: float | None = None
        ended: Literal["stop", "length", "stopped", "refused", "error"] = "stop"
        error = ""
        try:
            reply = self.model.stream(
                messages, max_tokens=self.options.max_tokens, temperature=self.options.temperature
            )
            for piece in reply:
                first = self._ms() if first is None else first
                draft.add(piece)
                yield piece
            ended = reply.ended
        except Stopped:
            ended = "stopped"
        except PortalError as failure:
            ended, error = "error", str(failure)
        finally:
            if reply is not None:
                reply.close()
        whole = replace(draft.answer, ended=ended, error=error)
        if ended == "stop" and not whole.text.strip():
            whole = replace(whole, ended="error", error=EMPTY_ANSWER)
        counted = self._counted(whole, reply.usage if reply else None, messages)
        return self._timed(self._checked(counted, found, trimmed), first)

    def _messages(
        self, evidence: Evidence, model: ChatModel
    ) -> tuple[tuple[Source, ...], Trimmed, tuple[Message, ...]]:
        """What to send: rules, earlier turns as far as they fit, the question with its evidence."""
        room = model.context - self.options.max_tokens
        rules, count = system_message(self.options), self.aids.count
        bare = tokens_of((rules, Message("user", self.text)), count) + 3 * PER_MESSAGE
        share = min(MOST_EVIDENCE, int(EVIDENCE_SHARE * room), room - bare)
        found = sources(evidence, self.contexts, max(0, share), count)
        asked = question_message(self.text, found, self.options)
        while found and tokens_of((rules, asked), count) > room:
            found = found[:-1]
            asked = question_message(self.text, found, self.options)
        trimmed = trim(self.turns, (rules, asked), room, count)
        return found, trimmed, (rules, *map(earlier, trimmed.messages), asked)

    def _checked(self, answer: Answer, found: Sequence[Source], trimmed: Trimmed) -> Answer:
        """The answer with its citations and what must be known before believing it."""
        cited = cite(answer.text, found)
        absent = self.options.document_only and NOT_IN_DOCUMENT[self.options.language] in answer.text
        said = [trimmed.notice] if trimmed.notice else []
        if not absent and answer.text:
            said += notices(cited, found, self.text, self.options)
        return replace(
            answer, text=cited.text, citations=cited.citations, suspicions=self._suspicions(found),
            ground="absent" if absent else answer.ground, notice=" ".join(said),
        )  # fmt: skip

    def _suspicions(self, found: Sequence[Source]) -> tuple[Suspicion, ...]:
        return suspicions(self.library.documents if self.library else (), self.contexts, found)

    def _counted(self, answer: Answer, usage: Usage | None, messages: Sequence[Message]) -> Answer:
        """Tokens by the model's own count, else estimated, and what they cost where that is known."""
        count = self.aids.count
        used = usage or Usage(tokens_of(messages, count), count(answer.text) if answer.text else 0)
        price = self.aids.price(answer.engine, answer.model)
        return replace(
            answer, prompt_tokens=used.prompt, answer_tokens=used.answer, estimated=usage is None,
            cost_usd=price.cost(used) if price else None,
        )  # fmt: skip

    def _timed(self, answer: Answer, first: float | None = None) -> Answer:
        return replace(answer, first_token_ms=first, milliseconds=self._ms())

    def _ms(self) -> float:
        return 1000 * (time.perf_counter() - self._started)


def cite_results(question: str, found: Sequence[Source]) -> tuple[Citation, ...]:
    """For each result the line that shares most with the question."""
    return cite(f"{question} " + "".join(f"[{source.number}]" for source in found), found).citations
