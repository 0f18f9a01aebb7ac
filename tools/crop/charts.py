"""The crop detector's one chart: how probable each answer is. A figure out, no page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tools.charts import dress, palette, ticks
from tools.crop.advice import Language, class_name
from tools.crop.phrases import percent
from tools.crop.types import Prediction

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

ROW, ROOM = 34, 24  # pixels


def probability_bars(predictions: Sequence[Prediction], language: Language, dark: bool = False) -> Figure:
    """Horizontal bars, the most probable on top and the only one in the accent colour; percentages at their ends."""
    import plotly.graph_objects as go

    colors = palette(dark)
    names = ticks([class_name(each.class_id, language) for each in predictions], 34)
    figure = go.Figure()
    figure.add_bar(
        y=names,
        x=[100 * each.probability for each in predictions],
        orientation="h",
        marker={"color": [colors.accent, *[colors.series[-1]] * (len(predictions) - 1)], "line": {"width": 0}},
        text=[percent(each.probability) for each in predictions],
        textposition="outside",
        cliponaxis=False,
        hovertemplate="%{y}: %{text}<extra></extra>",
    )
    dress(figure, dark, ROOM + ROW * max(1, len(predictions)))
    figure.update_layout(showlegend=False, bargap=0.4, margin={"l": 8, "r": 8, "t": 4, "b": 4})
    figure.update_xaxes(range=[0, 118], visible=False, fixedrange=True)  # room for the text beyond 100
    figure.update_yaxes(autorange="reversed", type="category", showgrid=False, fixedrange=True)
    return figure


def in_words(predictions: Sequence[Prediction], language: Language) -> str:
    """The chart for those who do not see it."""
    return "; ".join(f"{class_name(each.class_id, language)} {percent(each.probability)}" for each in predictions)
