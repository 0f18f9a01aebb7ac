"""What the assistant's parts hand to each other: passages, evidence, options, answers. Loads nothing heavy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, Protocol

from tools.documents.types import Document
from tools.translations import Language

Engine = Literal["quotes", "local", "openai", "anthropic", "gemini", "compatible"]
"""Who answered: `quotes` repeats passages word by word and generates nothing."""

Ground = Literal["open", "document", "absent", "help"]
"""What an answer rests on: the model's own knowledge as well, the documents alone, nothing (the documents do not say),
or the portal's own help."""


@dataclass(frozen=True)
class Passage:
    """A piece of a document's page: the characters `start` to `end` of `Page.text`, verbatim in `text`."""

    document: str
    page: int
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Found:
    """A passage that may answer; `score` orders passages of one question, higher is better."""

    passage: Passage
    score: float


@dataclass(frozen=True)
class Evidence:
    """What was found for a question, best first. `answers`: whether the best of it is likely to answer at all."""

    found: tuple[Found, ...]
    answers: bool
    milliseconds: float


class Library(Protocol):
    """The visitor's documents, ready to be searched."""

    @property
    def documents(self) -> tuple[Document, ...]:
        """All documents, in the order they came; names differ."""
        ...

    def find(self, question: str, count: int = 6) -> Evidence:
        """The passages nearest to `question`; no documents give no evidence."""
        ...


@dataclass(frozen=True)
class Citation:
    """Where an answer's marker ``[number]`` points: `quote` stands word by word at `start` to `end` of the page's text.

    `tool` is empty for a document of the visitor, else the demo whose result is quoted (it has no page: 0).
    """

    number: int
    document: str
    page: int
    quote: str
    start: int = 0
    end: int = 0
    tool: str = ""


@dataclass(frozen=True)
class Fact:
    """One thing that a result says, as a sentence in each language.

    `topics` are the names in `data/chat/facts.toml` under which it is asked for. Where it was read out of a document,
    `quote` stands on `page` of the document that has the result's title; else they are empty and 0.
    """

    said: Mapping[Language, str]
    topics: tuple[str, ...] = ()
    page: int = 0
    quote: str = ""


@dataclass(frozen=True)
class Context:
    """A result of another demo that the visitor asks about: what it is called and what it says, as plain data.

    `facts` are the same in sentences: what the portal itself answers with where no model does.
    """

    tool: str
    title: str
    result: Mapping[str, Any]
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Options:
    """How to answer. `system_prompt` is the visitor's own addition to the portal's rules, never their replacement.

    With `as_asked` a question in Hindi is answered in Hindi and one in English in English; `language` is for the rest.
    """

    temperature: float = 0.2
    max_tokens: int = 1024
    system_prompt: str = ""
    document_only: bool = False
    language: Language = "en"
    as_asked: bool = False


@dataclass(frozen=True)
class Suspicion:
    """Words in a document that talk to a machine ("ignore previous instructions"): shown, never followed."""

    document: str
    page: int
    quote: str


@dataclass(frozen=True)
class Answer:
    """What was answered, by whom, on what ground.

    `first_token_ms` and `milliseconds` count from the question; tokens are the provider's own count unless `estimated`;
    `cost_usd` is None where no price is known; `ended` says how it ended ("error" keeps what came before).
    `notice` says what the visitor must know (an old part of the talk was left out, a quote could not be found), a
    sentence a line.
    """

    text: str
    engine: Engine
    model: str
    device: str
    ground: Ground
    citations: tuple[Citation, ...] = ()
    suspicions: tuple[Suspicion, ...] = ()
    ended: Literal["stop", "length", "stopped", "refused", "error"] = "stop"
    error: str = ""
    notice: str = ""
    first_token_ms: float | None = None
    milliseconds: float = 0.0
    prompt_tokens: int = 0
    answer_tokens: int = 0
    estimated: bool = True
    cost_usd: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """Plain data, with the keys of the command line's contract (`answer`, `citations`, `model`, `engine`, …)."""
        plain = asdict(self)
        return {"answer": plain.pop("text"), **plain}


@dataclass(frozen=True)
class Turn:
    """A question and its answer; `answer` is None while it is being written."""

    question: str
    answer: Answer | None = None
    contexts: tuple[Context, ...] = field(default=())
