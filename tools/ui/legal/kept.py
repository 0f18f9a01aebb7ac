"""What the history keeps of a document's summary, and what the visitor may do with it."""

from __future__ import annotations

from tools.history import fingerprint
from tools.legal.batch import Item
from tools.legal.result import Result
from tools.ui import runs
from tools.ui.legal.state import Visit


def kept(visit: Visit, item: Item, result: Result) -> None:
    """Note every summary of the visit once; thumbs, comment and save for the opened one."""
    for each in visit.batch.ready:
        if each.processed:
            _note(each, each.processed.result)
    runs.actions("legal", item.key, item.name, result.to_dict)


def note_failed(item: Item) -> None:
    """Note once that a document has no summary."""
    runs.record_failed("legal", key=item.key, source=lambda: _source(item))


def _note(item: Item, result: Result) -> None:
    decided = result.outcome.kind if result.outcome else "none"
    runs.record(
        "legal",
        key=item.key,
        source=lambda: _source(item),
        model=result.engine,
        device="cpu",
        seconds=result.milliseconds / 1000,
        outcome=f"order: {decided}" if result.kind == "order" else result.kind,
    )


def _source(item: Item) -> str:
    return fingerprint(*(source.data for source in item.sources))
