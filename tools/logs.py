"""What the portal writes about itself: one line an event, as text or JSON, never what a visitor gave or who they are.

A failure is logged with its kind and the places in the code, without the exception's words: those may quote a document.
"""

from __future__ import annotations

import logging
import sys
import traceback
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from pythonjsonlogger.json import JsonFormatter

from tools.settings import ROOT, settings

TEXT: Final = "%(asctime)s %(levelname)s %(name)s %(message)s"
FIELDS: Final = ["asctime", "levelname", "name", "message"]
NAMES: Final = {"asctime": "time", "levelname": "level", "name": "logger"}
OURS: Final = ("portal", "tools", "models")
THEIRS: Final = ("streamlit", "uvicorn")  # bring handlers of their own
Failure = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _WithoutWords(logging.Formatter):
    """Failures as kinds and places."""

    def formatException(self, ei: Failure) -> str:  # logging's own name
        return places(ei[1]) if ei[1] else ""


class _Json(_WithoutWords, JsonFormatter):
    """The same, one JSON object a line."""


def places(error: BaseException) -> str:
    """The kind of `error` and of what caused it, and where in the code each came from; not a word of its message."""
    chain: list[str] = []
    seen: set[int] = set()
    now: BaseException | None = error
    while now is not None and id(now) not in seen:
        seen.add(id(now))
        frames = traceback.extract_tb(now.__traceback__)
        steps = [f"{step.name} ({_short(step.filename)}:{step.lineno})" for step in reversed(frames)]
        chain.append(" < ".join([type(now).__name__, *steps]))
        now = now.__cause__ or (None if now.__suppress_context__ else now.__context__)
    return "\ncaused by ".join(chain)


def _short(path: str) -> str:
    """A file below the portal or a package, without the folders of this machine."""
    parts = Path(path).parts
    if "site-packages" in parts:
        return "/".join(parts[parts.index("site-packages") + 1 :])
    return Path(path).relative_to(ROOT).as_posix() if Path(path).is_relative_to(ROOT) else parts[-1]


@lru_cache(maxsize=1)
def configure() -> None:
    """Send the portal's own lines to standard error in the form that the settings name; later calls do nothing.

    Lines of the server and of libraries take the same form: a failure in a button's callback is theirs to log, and its
    words may quote a document as any other's.
    """
    wanted = settings()
    handler, form = logging.StreamHandler(sys.stderr), formatter(wanted.log_format)
    for each in (handler, *_handlers_of_others()):
        each.setFormatter(form)
    for name in OURS:
        log = logging.getLogger(name)
        log.setLevel(wanted.log_level)
        log.addHandler(handler)


def _handlers_of_others() -> list[logging.Handler]:
    known = [log for log in logging.root.manager.loggerDict.values() if isinstance(log, logging.Logger)]
    found = [handler for log in known if log.name.partition(".")[0] in THEIRS for handler in log.handlers]
    return [*found, *filter(None, [logging.lastResort])]  # the last: for loggers without any


def formatter(form: str) -> logging.Formatter:
    """The formatter for ``json`` or ``text``."""
    if form == "text":
        return _WithoutWords(TEXT)
    options: dict[str, Any] = {"rename_fields": NAMES, "json_ensure_ascii": False}
    return _Json(" ".join(f"%({name})s" for name in FIELDS), **options)
