"""Charts of how the portal is used. Knows names of tools only as they are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tools.charts import dress
from tools.format import day_and_month
from tools.history.types import Usage
from tools.translations import Language

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

HEIGHT = 280  # pixels
TICKS = 8  # days that are named


def usage_chart(
    usage: Sequence[Usage],
    first: date,
    last: date,
    names: Mapping[str, str],
    *,
    answers: str,
    dark: bool,
    language: Language = "en",
) -> Figure:
    """Answers a day from `first` to `last`, stacked by tool; days without any are there too.

    Parameters
    ----------
    names
        What each tool is called; tools that are not in it are left out.
    answers
        The title of the axis.
    """
    import plotly.graph_objects as go

    days = [first + timedelta(days=passed) for passed in range((last - first).days + 1)]
    told = [day_and_month(day, language) for day in days]  # plotly knows English months alone
    counts = {(found.tool, found.day): found.runs for found in usage}
    figure = go.Figure(
        [
            go.Bar(x=told, y=[counts.get((tool, day), 0) for day in days], name=name)
            for tool, name in names.items()
            if any(tool == known for known, _ in counts)
        ]
    )
    figure.update_layout(barmode="stack", bargap=0.25)
    figure.update_yaxes(title=answers, rangemode="tozero", tickformat="d")
    figure.update_xaxes(type="category", tickvals=told[:: -(-len(told) // TICKS)])
    return dress(figure, dark, HEIGHT)


def in_words(usage: Sequence[Usage], names: Mapping[str, str], sentence: str, none: str) -> str:
    """The same for those who do not see the chart: `sentence` with ``{count}`` and ``{tools}`` filled."""
    totals = {name: sum(found.runs for found in usage if found.tool == tool) for tool, name in names.items()}
    told = ", ".join(f"{name}: {count}" for name, count in totals.items() if count)
    return sentence.format(count=sum(totals.values()), tools=told) if told else none
