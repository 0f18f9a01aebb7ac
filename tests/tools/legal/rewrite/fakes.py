"""Models that say what a test wants, and remember what they were asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from models.language.types import Message


class FakeChat:
    label, device = "fake", "cpu"

    def __init__(self, *lines: str) -> None:
        self.answer = "\n".join(lines)
        self.asked: tuple[Message, ...] = ()

    def stream(self, messages: Sequence[Message], *, max_tokens: int = 512, temperature: float = 0.0) -> Iterator[str]:
        self.asked = tuple(messages)
        for start in range(0, len(self.answer), 7):
            yield self.answer[start : start + 7]


class FakeTranslator:
    label, device = "fake", "cpu"

    def __init__(self, known: Mapping[str, str]) -> None:
        self.known = known
        self.asked: list[str] = []

    def translate(self, sentences: Sequence[str]) -> list[str]:
        self.asked = list(sentences)
        return [self.known.get(sentence, "") for sentence in sentences]
