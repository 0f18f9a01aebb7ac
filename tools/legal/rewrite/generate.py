"""A summary in the words of a language model, sentence by sentence checked against the document's facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from models.language.types import ChatModel
from tools.legal.rewrite.check import Source, public_tags, struck
from tools.legal.rewrite.prompt import messages, tagged
from tools.legal.types import Extract, KeySentence, Language, SummarySentence

MOST_SENTENCES: Final = 12
MOST_TOKENS: Final = 1_200  # Hindi takes some four tokens a word with many vocabularies
LONGEST_ANSWER: Final = 12_000  # characters that are read of an answer
_THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.S)
_BULLET = re.compile(r"^\s*(?:[-*•–]|\(?\d{1,2}[.)])\s+")
_TAGS = re.compile(r"\s*[\[(](?P<tags>[A-Za-z_0-9,;\s]{1,200})[\])]\s*[.।]?\s*$")


def rewrite(
    extract: Extract, passages: Sequence[KeySentence], model: ChatModel, language: Language
) -> tuple[SummarySentence, ...]:
    """The model's summary; a sentence that the document does not bear out comes back struck, with the reason.

    Parameters
    ----------
    extract
        What was read out of the document, masked already.
    passages
        Sentences of the document that the model may use beside the facts.

    Raises
    ------
    PortalError
        The model cannot answer.
    """
    source = Source(extract, tagged(passages))
    answer = ""
    for piece in model.stream(messages(extract, source.passages, language), max_tokens=MOST_TOKENS):
        answer += piece
        if len(answer) > LONGEST_ANSWER:
            break
    return tuple(_checked(text, tags, source, language) for text, tags in sentences_of(answer))


def sentences_of(answer: str) -> list[tuple[str, tuple[str, ...]]]:
    """The sentences of an answer with their tags, one a line; a line without tags has none."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _THOUGHT.sub("", answer[:LONGEST_ANSWER]).splitlines():
        text = _BULLET.sub("", line.strip("` \t"))
        match = _TAGS.search(text)
        tags = tuple(re.findall(r"\w+", match["tags"])) if match else ()
        text = (text[: match.start()] if match else text).strip(' "“”')
        if any(letter.isalpha() for letter in text):
            found.setdefault(text, tags)
    return list(found.items())[:MOST_SENTENCES]


def _checked(text: str, tags: Sequence[str], source: Source, language: Language) -> SummarySentence:
    return SummarySentence(text, public_tags(tags, source), struck(text, tags, source, language))
