"""One question on its way: what is looked up for it, what the model is sent, and what may be believed of the answer.

Knows no conversation beyond its earlier turns, and no page.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import Final, Literal

from models.language.types import ChatModel, Message, Reply, Usage
from tools.chat.aids import Aids, counter_of, engine_of
from tools.chat.checks import NOT_ASKED, notices, says_absent, suspicions
from tools.chat.citations import cite
from tools.chat.conversation import Draft
from tools.chat.facts import asks_of_result, beyond, chosen, result_answer, silent, with_quotes
from tools.chat.help import nothing_to_say
from tools.chat.library_words import is_hindi, is_hindi_in_latin
from tools.chat.prompt import earlier, question_message, system_message
from tools.chat.quotes import MODEL as QUOTES
from tools.chat.quotes import quoted_answer
from tools.chat.quotes_question import is_overview
from tools.chat.quotes_summary import key_sentences
from tools.chat.sources import Asked, Source, sources
from tools.chat.trimming import PER_MESSAGE, Trimmed, tokens_of, trim
from tools.chat.types import Answer, Citation, Context, Evidence, Found, Library, Options, Passage, Suspicion, Turn
from tools.documents.types import Document
from tools.errors import PortalError
from tools.translations import N_

EVIDENCE_SHARE: Final = 0.5  # of what the model can hold, for passages and results
MOST_EVIDENCE: Final = 12_000  # tokens; more pieces make answers slower and no better
PASSAGES: Final = 6
SHORT_QUESTION: Final = 6  # words; a shorter one ("and the fine?") is looked up together with the one before
KEY_SENTENCES: Final = 16  # of all documents, for a question about the whole
NO_EVIDENCE: Final = Evidence((), False, 0.0)
EMPTY_ANSWER: Final = N_("The model answered nothing: ask again, or choose another model.")


class Stopped(Exception):
    """The visitor wants no more."""


class Question:
    """One question and all that it takes to answer it; `blank` is its answer before a word of it came."""

    def __init__(
        self, text: str, turns: Sequence[Turn], contexts: Sequence[Context], library: Library | None,
        model: ChatModel | None, options: Options, aids: Aids, started: float,
    ) -> None:  # fmt: skip
        self.text, self.turns, self.contexts = text, turns, contexts
        self.library, self.model, self.aids = library, model, aids
        self._count = counter_of(model, aids.count)
        self.options = options = in_its_language(options, text)
        self._started = started
        self._reply: Reply | None = None
        self._halted = False
        engine, name = engine_of(model) if model else ("quotes", QUOTES)
        ground: Literal["open", "document"] = "document" if options.document_only or model is None else "open"
        self.blank = Answer("", engine, name, model.device if model else "cpu", ground)

    def pieces(self, draft: Draft) -> Generator[str, None, Answer]:
        """The answer piece by piece; returns it whole, however it ended."""
        try:
            evidence = self._evidence()
            if (ready := self._without_model(evidence)) is not None:
                return (yield from self._given(ready, draft))
            return (yield from self._generated(evidence, draft))
        except Stopped:
            return self._timed(draft.answer)
        except PortalError as error:
            return self._timed(replace(draft.answer, ended="error", error=str(error)))

    @property
    def ahead(self) -> int:
        """How many answers the model writes before this one; 0 once it is begun."""
        return self._reply.ahead if self._reply else 0

    def halt(self) -> None:
        """The visitor wants no more: end the answer, from any thread, even while the model says nothing."""
        self._halted = True
        if self._reply is not None:
            self._reply.halt()

    def _go_on(self) -> None:
        if self._halted:
            raise Stopped

    def _given(self, ready: tuple[Sequence[str], Answer], draft: Draft) -> Generator[str, None, Answer]:
        """An answer that is there already, piece by piece."""
        first = self._ms()
        for piece in ready[0]:
            draft.add(piece)
            yield piece
        return self._timed(replace(ready[1], suspicions=self._suspicions(())), first)

    @property
    def _documents(self) -> tuple[Document, ...]:
        return self.library.documents if self.library else ()

    def _evidence(self) -> Evidence:
        """What the documents have for the question; for one about the whole, their key sentences before all else."""
        if self.library is None or not self._documents:
            return NO_EVIDENCE
        wanted = self.text
        if len(wanted.split()) < SHORT_QUESTION and self.turns:
            wanted = f"{self.turns[-1].question} {wanted}"
        found = self.library.find(wanted, PASSAGES)
        if self.model is None or not is_overview(self.text):
            return found
        each = max(2, KEY_SENTENCES // len(self._documents))
        key = [one for document in self._documents for one in key_sentences(document, each)]
        passages = [Found(Passage(one.document, one.page, one.start, one.end, one.text), 1.0) for one in key]
        return Evidence((*passages, *found.found), bool(passages) or found.answers, found.milliseconds)

    def _without_model(self, evidence: Evidence) -> tuple[Sequence[str], Answer] | None:
        """The answer where no model needs to be asked: the portal's help, nothing found, or quotes alone."""
        rests, language = evidence.answers or bool(self.contexts), self.options.language
        if self.model is not None and (rests or not self.options.document_only):
            return None
        if self.model is None and (found := chosen(self.text, self.contexts)):
            said = result_answer(found, self._documents, language)
            if evidence.answers and beyond(self.text, found):
                said = with_quotes(
                    said, quoted_answer(self.text, evidence, self._documents, language=language).answer()
                )
            return (said.text,), said
        if self.model is None and asks_of_result(self.text, self.contexts):
            evidence = replace(evidence, answers=False)  # the nearest words stand for something else then
        if self.model is None and not evidence.answers and (told := self.aids.help(self.text, language)):
            return (told.text,), told
        if self.contexts and not evidence.answers and not (self.model is None and evidence.found):
            return self._results()
        if not self._documents:
            told = nothing_to_say(self.options.language)
            return (told.text,), told
        quoted = quoted_answer(self.text, evidence, self._documents, language=self.options.language)
        return quoted.pieces, replace(quoted.answer(), notice=NOT_ASKED if self.model else "")

    def _results(self) -> tuple[Sequence[str], Answer]:
        """That the results do not say it; of results without sentences, the lines that share most with the question."""
        if any(context.facts for context in self.contexts):
            said = silent(self.options.language)
            return (said.text,), said
        cited = cite_results(self.text, sources(NO_EVIDENCE, self.contexts, MOST_EVIDENCE, self.aids.count))
        text = "\n".join(f"- {one.quote} [{one.number}]" for one in cited)
        return (text,), replace(self.blank, text=text, citations=cited)

    @property
    def _most(self) -> int:
        """Tokens of the answer: what was asked for, but at most half of what a small model holds."""
        return min(self.options.max_tokens, self.model.context // 2) if self.model else 0

    def _generated(self, evidence: Evidence, draft: Draft) -> Generator[str, None, Answer]:
        assert self.model is not None
        found, trimmed, messages = self._messages(evidence, self.model)
        reply: Reply | None = None
        first: float | None = None
        ended: Literal["stop", "length", "stopped", "refused", "error"] = "stop"
        error = ""
        try:
            self._go_on()
            reply = self.model.stream(messages, max_tokens=self._most, temperature=self.options.temperature)
            self._reply = reply
            self._go_on()
            for piece in reply:
                first = self._ms() if first is None else first
                draft.add(piece)
                yield piece
            ended = "stopped" if self._halted else reply.ended
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
        room = model.context - self._most
        rules, count = system_message(self.options), self._count
        bare = tokens_of((rules, Message("user", self.text)), count) + 3 * PER_MESSAGE
        share = min(MOST_EVIDENCE, int(EVIDENCE_SHARE * room), room - bare)
        about = Asked(self.text, self.options.language, self._documents)
        found = sources(evidence, self.contexts, max(0, share), count, about)
        asked = question_message(self.text, found, self.options)
        while found and tokens_of((rules, asked), count) > room:
            found = found[:-1]
            asked = question_message(self.text, found, self.options)
        trimmed = trim(self.turns, (rules, asked), room, count)
        return found, trimmed, (rules, *map(earlier, trimmed.messages), asked)

    def _checked(self, answer: Answer, found: Sequence[Source], trimmed: Trimmed) -> Answer:
        """The answer with its citations and what must be known before believing it."""
        cited = cite(answer.text, found)
        absent = self.options.document_only and says_absent(answer.text)
        said = [trimmed.notice] if trimmed.notice else []
        if not absent and answer.text:
            said += notices(cited, found, self.text, self.options)
        return replace(
            answer, text=cited.text, citations=cited.citations, suspicions=self._suspicions(found),
            ground="absent" if absent else answer.ground, notice="\n".join(said),
        )  # fmt: skip

    def _suspicions(self, found: Sequence[Source]) -> tuple[Suspicion, ...]:
        return suspicions(self._documents, self.contexts, found)

    def _counted(self, answer: Answer, usage: Usage | None, messages: Sequence[Message]) -> Answer:
        """Tokens by the model's own count, else estimated, and what they cost where that is known."""
        count = self._count
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


def in_its_language(options: Options, question: str) -> Options:
    """`options` with the language of the answer settled, where it is to be the question's own."""
    if not options.as_asked or not any(letter.isalpha() for letter in question):
        return options
    hindi = is_hindi(question) or is_hindi_in_latin(question)
    return replace(options, language="hi" if hindi else "en", as_asked=False)


def cite_results(question: str, found: Sequence[Source]) -> tuple[Citation, ...]:
    """For each result the line that shares most with the question."""
    return cite(f"{question} " + "".join(f"[{source.number}]" for source in found), found).citations
