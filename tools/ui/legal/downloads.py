"""The answer to take away: a report to print, a Word file, and everything as JSON. Always with covers on."""

from __future__ import annotations

import json
from functools import partial
from pathlib import PurePath

import streamlit as st

from tools.legal.batch import Item
from tools.legal.phrases import say
from tools.legal.report_docx import report as to_docx
from tools.legal.report_pdf import report as to_pdf
from tools.legal.result import Result
from tools.legal.types import Language

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def downloads(item: Item, result: Result, language: Language) -> None:
    """Three buttons; a file is made when its button is pressed."""
    stem = PurePath(item.name).stem
    with st.container(horizontal=True, vertical_alignment="center"):
        for kind, mime, icon, make in (
            ("pdf", "application/pdf", ":material/picture_as_pdf:", partial(to_pdf, result, language)),
            ("docx", WORD, ":material/description:", partial(to_docx, result, language)),
            ("json", "application/json", ":material/data_object:", partial(_json, result)),
        ):
            st.download_button(
                say(kind, language),
                data=make,
                file_name=f"{stem}-summary.{kind}",
                mime=mime,
                icon=icon,
                on_click="ignore",
                key=f"legal.download.{kind}.{item.key}",
            )


def _json(result: Result) -> bytes:
    return json.dumps(result.to_dict(), ensure_ascii=False, indent=1).encode()
