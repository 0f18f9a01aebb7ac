"""The answers to take away: a table, and a report to print in the language of the page."""

from __future__ import annotations

from functools import partial

import streamlit as st

from tools.crop.batch import Item
from tools.crop.export import to_csv
from tools.crop.report_pdf import to_pdf
from tools.crop.types import Language
from tools.ui.language import _, ngettext


def downloads(items: tuple[Item, ...], shown: Language) -> None:
    """Two buttons; the files are made when a button is pressed."""
    answers = [item.answer for item in items if item.answer]
    drawn = frozenset(item.name for item in items if item.drawn)
    with st.container(horizontal=True, vertical_alignment="center"):
        for label, name, mime, icon, make in (
            (
                _("PDF to print"),
                "crop-report.pdf",
                "application/pdf",
                ":material/picture_as_pdf:",
                partial(to_pdf, drawn=drawn),
            ),
            (_("CSV"), "crop-answers.csv", "text/csv", ":material/csv:", to_csv),
        ):
            st.download_button(
                label,
                data=partial(make, answers, shown),
                file_name=name,
                mime=mime,
                icon=icon,
                on_click="ignore",
                key=f"crop.download.{name}",
            )
        st.caption(_what(len(answers), shown), width="content")


def _what(count: int, shown: Language) -> str:
    """How many photos the files hold, and in which language."""
    if shown == "hi":
        told = ngettext("This photo, in Hindi.", "All {count} photos, in Hindi.", count)
    else:
        told = ngettext("This photo, in English.", "All {count} photos, in English.", count)
    return told.format(count=count)
