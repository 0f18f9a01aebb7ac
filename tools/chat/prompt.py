"""What a model is told: the portal's rules, then documents and results as data between marks that nobody can guess.

Whatever stands in the data is text to read. Nothing in it can end the block, open another turn, or pass for a citation.
Knows no model.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from typing import Final

from models.language.types import Message
from tools.chat.rules import NOT_IN_DOCUMENT, ONLY, OPEN, OWN, QUESTION, RULES, VERSION
from tools.chat.sources import Source
from tools.chat.types import Options
from tools.instructions import without_invisible

LONGEST_OWN_PROMPT: Final = 4_000  # characters of the visitor's own system prompt
LONGEST_TITLE: Final = 120
_MARKS: Final = re.compile(
    r"\[(?=[\d\u0966-\u096f\s]{1,12}(?:[,;–-][\d\u0966-\u096f\s,;–-]*)?\])|\[(?=/?(?:INST|SYS)\w*\])", re.I
)
_SIGNS: Final = str.maketrans({"<": "‹", ">": "›", "＜": "‹", "＞": "›", "〈": "‹", "〉": "›"})
_MARKERS: Final = re.compile(r"\s?\[[\d\s,;–-]{1,40}\]")


def system_message(options: Options) -> Message:
    """The rules, the same for every question and document; the visitor's own prompt stands below them."""
    tongue = options.language
    last = ONLY if options.document_only else OPEN
    rules = f"{RULES[tongue].format(version=VERSION)}\n{last[tongue].format(absent=NOT_IN_DOCUMENT[tongue])}"
    own = harmless(options.system_prompt)[:LONGEST_OWN_PROMPT].strip()
    return Message("system", f"{rules}\n\n{OWN[tongue]}\n{own}" if own else rules)


def question_message(question: str, found: Sequence[Source], options: Options, key: str = "") -> Message:
    """The question below the data block; the question alone where there is no data.

    Parameters
    ----------
    key
        The block's key; empty for a new one, which is what everyone but a test wants.
    """
    question = without_invisible(question)
    if not found:
        return Message("user", question)
    texts = [f"[{source.number}] {_title(source.title)}\n{harmless(source.text)}" for source in found]
    key = key or new_key("\n".join(texts))
    lines = "\n".join(f"| {line}" for text in texts for line in text.splitlines())
    return Message(
        "user", f"KEY {key}\n<data {key}>\n{lines}\n</data {key}>\n\n{QUESTION[options.language]}: {question}"
    )


def earlier(message: Message) -> Message:
    """A message of an earlier turn, without its markers, whose numbers meant other pieces then."""
    content = without_invisible(message.content)
    return Message(message.role, _MARKERS.sub("", content) if message.role == "assistant" else content)


def new_key(text: str) -> str:
    """Twelve random hexadecimal digits that do not stand in `text`."""
    while (key := secrets.token_hex(6)) in text:
        pass
    return key


def harmless(text: str) -> str:
    """`text` as data: seen as a reader sees it, and without signs by which data could end or pass for something else.

    Angle brackets become ‹ ›, and the bracket before a marker ``[1]`` or ``[INST]`` a round one.
    """
    visible = without_invisible(text).translate(_SIGNS)
    return "\n".join(_MARKS.sub("(", line).rstrip() for line in visible.splitlines())


def _title(title: str) -> str:
    return " ".join(harmless(title).split())[:LONGEST_TITLE]
