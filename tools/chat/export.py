"""A talk to keep: as Markdown to read, as JSON for programs; with who answered, when, and where each answer stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final

from tools.chat.markdown import safe_markdown
from tools.chat.types import Answer, Citation, Turn
from tools.translations import N_

NOTICE: Final = N_(
    "Answers of a language model can be wrong even where they sound sure. A citation shows where to look; it does not "
    "prove that the answer is right. Compare before you rely on one."
)
QUOTES_NOTICE: Final = N_("Quotes are the documents' own words; whether they answer the question is for you to judge.")
TITLE: Final = "# Talk with the assistant"
_ENDED: Final = {
    "length": "The answer was cut at its longest length.",
    "stopped": "The answer was stopped.",
    "refused": "The model refused to answer.",
    "error": "The answer broke off.",
}


def to_dict(turns: Sequence[Turn], when: datetime, documents: Sequence[str] = ()) -> dict[str, Any]:
    """The talk as plain data; `when` is when it was exported, with its time zone."""
    return {
        "exported": when.isoformat(timespec="seconds"),
        "documents": list(documents),
        "notice": _notice(turns),
        "turns": [
            {
                "question": turn.question,
                "about": [{"tool": context.tool, "title": context.title} for context in turn.contexts],
                **(turn.answer.to_dict() if turn.answer else {"answer": None}),
            }
            for turn in turns
        ],
    }


def to_json(turns: Sequence[Turn], when: datetime, documents: Sequence[str] = ()) -> str:
    """`to_dict` as indented JSON."""
    return json.dumps(to_dict(turns, when, documents), ensure_ascii=False, indent=1) + "\n"


def to_markdown(turns: Sequence[Turn], when: datetime, documents: Sequence[str] = ()) -> str:
    """The talk to read; nothing in it fetches a picture or leads to an address of the model's choice."""
    parts = [TITLE, "", f"Exported {when:%d %b %Y, %H:%M} {when.tzname() or ''}".rstrip() + "."]
    if documents:
        parts += ["", "Documents: " + ", ".join(map(_plain, documents)) + "."]
    parts += ["", f"> {_notice(turns)}"]
    for turn in turns:
        parts += ["", "## " + _plain(turn.question)]
        parts += [f"About: {_plain(context.title)} ({context.tool})" for context in turn.contexts]
        if turn.answer:
            parts += ["", safe_markdown(turn.answer.text) or "(no answer)", *_told(turn.answer)]
    return "\n".join(parts) + "\n"


def _told(answer: Answer) -> Iterator[str]:
    """Citations and everything else that is known of an answer."""
    if answer.citations:
        yield ""
        yield from (_cited(citation) for citation in answer.citations)
    for suspicion in answer.suspicions:
        yield f"- ⚠ {_place(suspicion.document, suspicion.page)} speaks to a machine: “{_plain(suspicion.quote)}”"
    lines = [_ENDED.get(answer.ended, ""), answer.error, answer.notice]
    said = " ".join(_plain(line) for line in lines if line)
    if said:
        yield f"\n*{said}*"
    yield f"\n*{_by(answer)}*"


def _cited(citation: Citation) -> str:
    where = (
        f"{_plain(citation.document)} ({citation.tool})" if citation.tool else _place(citation.document, citation.page)
    )
    return f"- [{citation.number}] {where}: “{_plain(citation.quote)}”"


def _by(answer: Answer) -> str:
    """Who answered, how long it took, how many tokens, what it cost."""
    parts = [f"{answer.model} ({answer.engine}, {answer.device})", f"{answer.milliseconds / 1000:.1f} s"]
    if answer.first_token_ms is not None:
        parts.append(f"first word after {answer.first_token_ms / 1000:.1f} s")
    if answer.prompt_tokens:
        about = "about " if answer.estimated else ""
        parts.append(f"{about}{answer.prompt_tokens} + {answer.answer_tokens} tokens")
    if answer.cost_usd is not None:
        parts.append(f"US$ {answer.cost_usd:.4f}")
    return _plain(" · ".join(parts))


def _place(document: str, page: int) -> str:
    return f"{_plain(document)}, page {page}" if page else _plain(document)


def _notice(turns: Sequence[Turn]) -> str:
    generated = any(turn.answer and turn.answer.engine != "quotes" for turn in turns)
    return NOTICE if generated else QUOTES_NOTICE


def _plain(text: str) -> str:
    """One line without characters that Markdown takes for its own."""
    return re.sub(r"([\\`*_\[\]<>#|!])", r"\\\1", " ".join(text.split()))
