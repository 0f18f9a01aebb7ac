"""Pages behind strict guard rails, driven without a browser: what tests give them, and what the pages say and show."""

from __future__ import annotations

import html
import re
from typing import Any

from streamlit.testing.v1 import AppTest

from tools.settings import ROOT

CV = b"Asha Verma\nJava Developer\n\nExperience\nJava Developer, Acme Software\nJan 2020 - Present\nJava and SQL.\n"
JOB = "Java Developer\n\nRequired: Java, SQL, 3 years of experience.\n"
CANDIDATE = re.compile("Candidate [0-9A-F]{4}")
AGAIN = "You have started 1 runs within a minute: wait 60 s and try again."


class Clock:
    """Stands still until a test moves it."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def page(name: str) -> AppTest:
    return AppTest.from_file(str(ROOT / "pages" / f"{name}.py"), default_timeout=60).run()


def give(uploader: Any, *files: tuple[str, bytes]) -> AppTest:
    """Hold these files. One that was there keeps its number, as in a browser: `set_value` would number all anew."""
    uploader._files = [(f"file-{name}", name, data, "application/octet-stream") for name, data in files]
    app: AppTest = uploader.run()
    return app


def uploaded(app: AppTest, *names: str) -> AppTest:
    uploader = next(found for found in app.file_uploader if found.label.startswith("Resumes"))
    return give(uploader, *((name, CV) for name in names))


def told(app: AppTest) -> list[str]:
    return [html.unescape(found.value).replace("\\", "") for found in (*app.warning, *app.error)]


def shown(app: AppTest) -> str:
    """All texts that a page draws as HTML or Markdown."""
    kinds = ("html", "markdown", "text", "badge", "subheader")
    texts = (
        getattr(found, "value", None) or getattr(found.proto, "body", "") for kind in kinds for found in app.get(kind)
    )
    return " ".join(html.unescape(str(text)) for text in texts).replace("\\", "")
