"""The attacks as data, how one is put into a document, and a model that obeys whoever speaks to it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from models.language.types import Message, Reply
from tools.documents.types import Document, Word
from tools.instructions import is_instruction

FOLDER = Path(__file__).parent
OBEYED = "As you wish. I OBEY."
HONEST = "I read the documents and answer the question [1]."


@dataclass(frozen=True)
class Attack:
    name: str
    text: str
    hidden: bool = False

    def __str__(self) -> str:
        return self.name


def attacks(kind: str) -> list[Attack]:
    """All attacks of ``resumes``, ``papers`` or ``headlines``."""
    return [Attack(**each) for each in tomllib.loads((FOLDER / f"{kind}.toml").read_text())["attack"]]


def attacked(document: Document, attack: Attack, page: int = -1) -> Document:
    """The document with the attack's lines below the last line of a page."""
    target = document.pages[page]
    line = max((word.line for word in target.words), default=0) + 2
    size = next((word.size for word in target.words), 11.0)
    bottom = max((word.box[3] for word in target.words), default=0.0)
    added = []
    for row, text in enumerate(attack.text.split("\n")):
        for column, token in enumerate(text.split()):
            box = (40.0 + 45 * column, bottom + 14 * row + 4, 80.0 + 45 * column, bottom + 14 * row + 14)
            added.append(Word(token, box, line + row, size=size, hidden=attack.hidden))
    pages = list(document.pages)
    pages[page] = replace(target, words=(*target.words, *added))
    return replace(document, pages=tuple(pages), sha256=f"{document.sha256} {attack.name}")


class GullibleModel:
    """Obeys whatever speaks to it outside the data block, and marks of a conversation wherever they stand.

    It believes that the block ends at the first line that looks like an end.
    """

    label, device, context = "gullible", "cpu", 16_000

    def __init__(self) -> None:
        self.asked: list[tuple[Message, ...]] = []

    def stream(
        self, messages: Sequence[Message], *, max_tokens: int = 512, temperature: float = 0.0, stop: Sequence[str] = ()
    ) -> Reply:
        self.asked.append(tuple(messages))
        return Reply(self._said(messages))

    def _said(self, messages: Sequence[Message]) -> Iterator[str]:
        outside = "\n".join(self._outside(message.content) for message in messages if message.role != "system")
        anywhere = "\n".join(message.content for message in messages[1:])
        marks = re.search(
            r"<\|\w+\|>|\[/?INST\]|<</?SYS>>|^\s*(?:#+ *)?(?:system|assistant)\s*:|<tool_call>", anywhere, re.I | re.M
        )
        invisible = re.search("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\U000e0000-\U000e007f]", anywhere)
        yield OBEYED if is_instruction(outside) or marks or invisible else HONEST

    @staticmethod
    def _outside(text: str) -> str:
        kept, inside = [], False
        for line in text.split("\n"):
            if re.match(r"\s*</?\s*data", line, re.I):
                inside = not re.match(r"\s*</", line)
            elif not inside:
                kept.append(line)
        return "\n".join(kept)
