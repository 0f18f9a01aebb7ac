"""What the history keeps of a photo's answer, and what the visitor may do with it."""

from __future__ import annotations

from tools.crop.batch import Item
from tools.ui import runs
from tools.ui.crop.state import Visit


def kept(visit: Visit, item: Item) -> None:
    """Note every answer of the batch once; thumbs, comment and save for the opened one."""
    for each in visit.batch.answered:
        _note(each)
    if item.answer:
        runs.actions("crop", _key(item), item.name, item.answer.to_dict)


def note_failed(item: Item) -> None:
    """Note once that a photo has no answer."""
    why = "failed" if item.examined else "unreadable"
    runs.record_failed("crop", key=item.key, source=item.sha256, outcome=why)


def _note(item: Item) -> None:
    answer = item.answer
    if answer is None or answer.photo is None:
        return
    runs.record(
        "crop",
        key=_key(item),
        source=answer.photo.sha256,
        model=answer.model,
        device=answer.device,
        seconds=answer.milliseconds / 1000,
        outcome=answer.status,
    )


def _key(item: Item) -> str:
    return f"{item.key} {item.answer.crop if item.answer else ''}"
