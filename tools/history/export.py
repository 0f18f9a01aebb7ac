"""Everything the portal keeps of one visitor, as a ZIP of JSON files that another program can read."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Any, Final

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
    runs: list[PastRun] = []
    while page := history.runs(owner, limit=PAGE, offset=len(runs)):
        runs += page
    about: dict[str, Any] = {"runs": [run.to_dict() for run in runs], "preferences": history.preferences(owner)}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("history.json", _json(about))
        for run in runs:
            if run.saved:
                name = f"results/{run.at:%Y-%m-%d}-{run.tool}-{run.id[:8]}.json"
                archive.writestr(name, _json(history.saved(owner, run.id).to_dict()))
    return out.getvalue()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
