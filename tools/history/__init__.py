"""What was run, by whom, with which model and how long; what a visitor saved or said of it (SQLAlchemy, Alembic).

SQLite in the portal's data folder, or PostgreSQL. Keeps no input and no answer unless the visitor saves one. Knows no
page: `tools/ui/runs.py` is where pages record and save.
"""

from __future__ import annotations

from tools.history.kept import History
from tools.history.place import Place, history, place, recorder
from tools.history.types import Failure, Feedback, Latency, Opinion, PastRun, Run, Saved, Usage, fingerprint

__all__ = [
    "Failure",
    "Feedback",
    "History",
    "Latency",
    "Opinion",
    "PastRun",
    "Place",
    "Run",
    "Saved",
    "Usage",
    "fingerprint",
    "history",
    "place",
    "recorder",
]
