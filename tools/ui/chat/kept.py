"""What the history keeps of an answer, and what the visitor may do with it."""

from __future__ import annotations

from typing import Any

from tools.chat.types import Answer
from tools.history import fingerprint
from tools.ui import runs
from tools.ui.chat.state import Entry

LONGEST_TITLE = 80  # letters of a question


def kept(entry: Entry, answer: Answer, *, last: bool) -> None:
    """Note an answer once; under the newest one draw thumbs, comment and save."""
    question = entry.turn.question
    key = f"{entry.key} {fingerprint(question, answer.text, answer.model)[:16]}"
    runs.record(
        "chat",
        key=key,
        source=fingerprint(question, *entry.files, *(context.tool for context in entry.turn.contexts)),
        model=answer.model,
        device=answer.device,
        seconds=answer.milliseconds / 1000,
        outcome=_outcome(answer),
    )
    if last and answer.text:
        title = question if len(question) <= LONGEST_TITLE else question[: LONGEST_TITLE - 1].rstrip() + "…"

        def result() -> dict[str, Any]:
            return {"question": question, **answer.to_dict()}

        runs.actions("chat", key, title, result)


def _outcome(answer: Answer) -> str:
    if answer.ended in ("stopped", "refused"):
        return answer.ended
    if answer.ended == "error":
        return "failed"
    return "absent" if answer.ground == "absent" else "answered"
