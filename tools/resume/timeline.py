"""A candidate's dated roles on a time line. Draws what `Role` says; it does not merge overlaps or count experience."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from tools.charts import dress, elided, palette, row_height
from tools.resume.types import Candidate, Role
from tools.resume.words import month, years
from tools.translations import N_, Language, catalogue

if TYPE_CHECKING:
    from plotly.graph_objects import Figure


def role_timeline(
    candidate: Candidate, dark: bool = False, today: date | None = None, language: Language = "en"
) -> Figure:
    """Dated roles as bars on a time line, newest on top; a present role runs to `today`."""
    import plotly.graph_objects as go

    say = catalogue(language).text
    colors, now = palette(dark), today or date.today()
    dated = [role for role in candidate.resume.roles if role.start and _first_day(role.start)]
    dated.sort(key=lambda role: role.start or "", reverse=True)
    names = _names(dated, say(N_("Untitled role")))
    figure = go.Figure()
    for kind, color in ((N_("past"), colors.series[1]), (N_("present"), colors.accent)):
        rows = [
            (name, role)
            for name, role in zip(names, dated, strict=True)
            if (role.end == "present") == (kind == "present")
        ]
        if rows:
            figure.add_bar(name=say(kind), marker={"color": color, "line": {"width": 0}}, **_bars(rows, now, language))
    figure.update_layout(barmode="overlay", showlegend=bool(dated))
    first = min((role.start for role in dated if role.start), default=f"{now:%Y}")
    step = 12 * max(1, math.ceil((now.year - int(first[:4])) / 6))  # at most about six years are named
    figure.update_xaxes(type="date", tickformat="%Y", dtick=f"M{step}", tick0="2000-01-01", tickangle=0)
    figure.update_yaxes(
        type="category", categoryorder="array", categoryarray=names, autorange="reversed", showgrid=False
    )
    if not dated:
        figure.add_annotation(text=say(N_("No role carries a date.")), showarrow=False, font={"color": colors.muted})
        figure.update_xaxes(visible=False)
        figure.update_yaxes(visible=False)
    return dress(figure, dark, row_height(len(dated), 52, 150))


def _names(roles: Sequence[Role], untitled: str) -> list[str]:
    """Title over employer, each on its own line; numbered where two roles read the same."""
    pairs = [(elided(role.title or untitled, 28), elided(role.employer or "", 28)) for role in roles]
    lines = [f"{title}<br>{employer}" if employer else title for title, employer in pairs]
    return [f"{line} ({lines[:at].count(line) + 1})" if line in lines[:at] else line for at, line in enumerate(lines)]


def _bars(rows: Sequence[tuple[str, Role]], now: date, language: Language) -> dict[str, Any]:
    page = catalogue(language).text(N_("page {page}")).format(page="%{customdata[2]}")
    spans = [(_first_day(role.start) or now, _end_day(role, now)) for _, role in rows]
    when = [f"{month(role.start, language)} – {month(role.end, language)}" for _, role in rows]
    return {
        "y": [name for name, _ in rows],
        "base": [start.isoformat() for start, _ in spans],
        "x": [max((end - start).days, 1) * 86_400_000 for start, end in spans],  # a date axis counts milliseconds
        "orientation": "h",
        "width": 0.55,
        "text": when,
        "textposition": "auto",
        "insidetextanchor": "start",
        "constraintext": "none",
        "customdata": [
            [text, years(role.months, language), role.page] for text, (_, role) in zip(when, rows, strict=True)
        ],
        "hovertemplate": f"<b>%{{y}}</b><br>%{{customdata[0]}} (%{{customdata[1]}})<br>{page}<extra></extra>",
    }


def _first_day(stamp: str | None) -> date | None:
    try:
        return date.fromisoformat(f"{stamp}-01")
    except ValueError:
        return None


def _end_day(role: Role, now: date) -> date:
    """The first day after the role; a role without an end is drawn one month long."""
    if role.end == "present":
        return now
    last = _first_day(role.end) or _first_day(role.start) or now
    return date(last.year + last.month // 12, last.month % 12 + 1, 1)
