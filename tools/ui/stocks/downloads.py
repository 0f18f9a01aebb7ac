"""The analysis to take away: bars and indicators, a workbook, the chart for a browser, a report to print."""

from __future__ import annotations

from functools import partial

import streamlit as st

from tools.stocks.analysis import Analysis
from tools.stocks.charts import candles, fan
from tools.stocks.export_csv import to_csv
from tools.stocks.export_html import to_html
from tools.stocks.export_xlsx import to_xlsx
from tools.stocks.report import Report
from tools.stocks.report_pdf import to_pdf
from tools.ui.language import _, language

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def downloads(found: Analysis) -> None:
    """Four buttons; a file is made when its button is pressed."""
    report = Report(
        found.clean,
        found.indicators,
        found.risk,
        found.forecast,
        found.flags,
        commentary=found.said,
        language=language(),
    )
    stem = found.prices.symbol.symbol.replace(" ", "-").replace("&", "and")
    with st.container(horizontal=True, vertical_alignment="center"):
        for label, kind, mime, icon, make in (
            (_("PDF report"), "pdf", "application/pdf", ":material/picture_as_pdf:", partial(to_pdf, report)),
            (_("Excel"), "xlsx", WORKBOOK, ":material/table:", partial(to_xlsx, report)),
            (
                _("CSV"),
                "csv",
                "text/csv",
                ":material/csv:",
                partial(to_csv, found.clean, found.indicators, found.flags),
            ),
            (_("Chart (HTML)"), "html", "text/html", ":material/show_chart:", partial(_html, report, found)),
        ):
            st.download_button(
                label,
                data=make,
                file_name=f"{stem}.{kind}",
                mime=mime,
                icon=icon,
                on_click="ignore",
                key=f"stocks.download.{kind}",
            )


def _html(report: Report, found: Analysis) -> bytes:
    charts = [candles(found.clean, found.indicators, "5Y", flags=found.flags, language=report.language)]
    if found.forecast:
        charts.append(fan(found.clean, found.forecast, language=report.language))
    return to_html(report, charts)
