"""Everything the portal keeps of one visitor, as a ZIP of JSON files that another program can read."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Any, Final

from tools.errors import Corrupt, NotFound
from tools.history.types import PastRun

if TYPE_CHECKING:
    from tools.history.kept import History

PAGE: Final = 500  # runs read at a time


def export_of(history: History, owner: str) -> bytes:
    """`history.json` (runs with feedback, preferences) and one file for each saved result.

    Raises
    ------
    HistoryUnavailable
        The database does not answer.
    """
    runs = _all_runs(history, owner)
    about: dict[str, Any] = {"runs": [run.to_dict() for run in runs], "preferences": history.preferences(owner)}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("history.json", _json(about))
        for run in runs:
            if run.saved:
                name = f"results/{run.at:%Y-%m-%d}-{run.tool}-{run.id}.json"
                archive.writestr(name, _json(_result(history, owner, run)))
    return out.getvalue()


def _all_runs(history: History, owner: str) -> list[PastRun]:
    """Every run once, also when others are added or deleted while they are read."""
    found: dict[str, PastRun] = {}
    read = 0
    while page := history.runs(owner, limit=PAGE, offset=read):
        read += len(page)
        found |= {run.id: run for run in page}
    return list(found.values())


def _result(history: History, owner: str, run: PastRun) -> dict[str, Any]:
    """A saved result; where it is damaged or just deleted, its run and the reason: one must not cost the others."""
    try:
        return history.saved(owner, run.id).to_dict()
    except (Corrupt, NotFound) as error:
        return {"title": run.title, "run": run.to_dict(), "error": str(error)}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
