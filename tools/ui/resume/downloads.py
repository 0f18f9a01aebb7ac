"""The result to take away: XLSX, CSV and a printable PDF, blind when the page is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from models import cached
from tools.resume.export import to_csv, to_pdf, to_xlsx
from tools.resume.types import Job
from tools.ui.language import _, language
from tools.ui.resume.state import Screen, Shown

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def downloads(screen: Screen, people: Sequence[Shown], job: Job, blind: bool) -> None:
    """Three buttons; the files are made when a button is pressed."""
    candidates = [who.uncovered for who in people]
    csv = partial(to_csv, language=language())
    xlsx, pdf = (partial(make, model=cached.embedder().info.name, language=language()) for make in (to_xlsx, to_pdf))
    chosen = frozenset(screen.shortlist)
    st.write(
        _("Names and contacts are left out while blind mode is on.")
        if blind
        else _("Names and contacts are included."),
        _("The PDF details your shortlist of {count}.").format(count=len(chosen))
        if chosen
        else _("The PDF details the ten best."),
    )
    with st.container(horizontal=True):
        for label, name, mime, icon, make in (
            (_("Excel"), "ranking.xlsx", XLSX, ":material/table_view:", xlsx),
            (_("CSV"), "ranking.csv", "text/csv", ":material/csv:", csv),
            (_("PDF to print"), "ranking.pdf", "application/pdf", ":material/picture_as_pdf:", pdf),
        ):
            st.download_button(
                label,
                data=partial(make, candidates, job, blind, chosen),
                file_name=name,
                mime=mime,
                icon=icon,
                on_click="ignore",
                key=f"resume.download.{name}",
            )
