"""What the history keeps of an answer, and what the visitor may do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tools.chat.types import Answer
from tools.history import fingerprint
from tools.ui import runs

if TYPE_CHECKING:
    from tools.ui.chat.state import Entry

LONGEST_TITLE = 80  # letters of a question


def kept(entry: Entry, answer: Answer, *, last: bool) -> None:
    """Note an answer once; under the newest one draw thumbs, comment and save."""
    question, key = entry.turn.question, _key(entry, answer)
    note(entry)
    if last and answer.text:
        title = question if len(question) <= LONGEST_TITLE else question[: LONGEST_TITLE - 1].rstrip() + "…"

        def result() -> dict[str, Any]:
            about = [{"tool": context.tool, "title": context.title} for context in entry.turn.contexts]
            return {"question": question, **({"about": about} if about else {}), **answer.to_dict()}

        runs.actions("chat", key, title, result)


def note(entry: Entry) -> None:
    """Note an answer once, whoever or whatever it is about; also one that nobody saw before it was replaced."""
    turn = entry.turn
    if (answer := turn.answer) is None:
        return
    about = (f"{context.tool} {context.title}" for context in turn.contexts)
    runs.record(
        "chat",
        key=_key(entry, answer),
        source=fingerprint(turn.question, *entry.files, *about),
        model=answer.model,
        device=answer.device,
        seconds=answer.milliseconds / 1000,
        outcome=_outcome(answer),
    )


def _key(entry: Entry, answer: Answer) -> str:
    return f"{entry.key} {fingerprint(entry.turn.question, answer.text, answer.model)[:16]}"


def _outcome(answer: Answer) -> str:
    if answer.ended in ("stopped", "refused"):
        return answer.ended
    if answer.ended == "error":
        return "failed"
    return "absent" if answer.ground == "absent" else "answered"
