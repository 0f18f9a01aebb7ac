"""Charts as one HTML file that works without a network: plotly's own script is inside it.

About five megabytes, nearly all of it that script. It takes finished figures and computes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from tools.cells import plain
from tools.charts import FONT, palette
from tools.stocks.drawing import CONFIG, Chart
from tools.stocks.report import Report, last_close, made, sourced
from tools.translations import N_

PAGE: Final = """<!DOCTYPE html>
<html lang="{language}-IN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font-family: {font}; color: {ink}; background: {ground}; }}
body {{ max-width: 1100px; margin: 1.5rem auto; padding: 0 1rem; }}
p, figcaption {{ color: {muted}; line-height: 1.5; }}
figure {{ margin: 0 0 2rem; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p><strong>{price}</strong><br>{source}</p>
{note}{figures}
<p>{made}</p>
</body>
</html>
"""


def to_html(report: Report, charts: Sequence[Chart], *, dark: bool = False) -> bytes:
    """The charts under a head with price, time and source; `dark` must be that of the figures."""
    colors, say = palette(dark), report.say
    close, change, on = last_close(report)
    price = f"{say.rupees(close)} ({say.percent(change, 2, sign=True)})"
    note = say.sentence(report.prices.note)
    page = PAGE.format(
        title=_safe(report.title),
        font=FONT.replace('"', "'"),
        ink=colors.ink,
        ground=colors.ground,
        muted=colors.muted,
        price=_safe(say(N_("{price} at the close of {day}"), price=price, day=on)),
        source=_safe(sourced(report)),
        note=f"<p>{_safe(note)}</p>\n" if note else "",
        figures="\n".join(_figure(chart, first=not place) for place, chart in enumerate(charts)),
        made=_safe(made(report)),
        language=report.language,
    )
    return page.encode()


def _figure(chart: Chart, *, first: bool) -> str:
    import plotly.io

    drawn = plotly.io.to_html(chart.figure, config=CONFIG, full_html=False, include_plotlyjs=first)
    return f"<figure>{drawn}<figcaption>{_safe(chart.in_words)}</figcaption></figure>"


def _safe(text: str) -> str:
    return escape(plain(text))
