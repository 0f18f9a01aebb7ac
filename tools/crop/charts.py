"""The crop detector's one chart: how probable each answer is. A figure out, no page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tools.charts import dress, elided, palette
from tools.crop.advice import class_name
from tools.crop.phrases import percent
from tools.crop.types import Language, Prediction

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

ROW, ROOM = 46, 12  # pixels


def probability_bars(predictions: Sequence[Prediction], language: Language, dark: bool = False) -> Figure:
    """Horizontal bars with their names above them, the most probable on top and the only one in the accent colour."""
    import plotly.graph_objects as go

    colors = palette(dark)
    places = list(range(len(predictions)))
    names = [elided(class_name(each.class_id, language), 60) for each in predictions]
    figure = go.Figure()
    figure.add_bar(
        y=places,
        x=[100 * each.probability for each in predictions],
        orientation="h",
        width=0.3,
        marker={"color": [colors.accent, *[colors.series[-1]] * (len(predictions) - 1)], "line": {"width": 0}},
        text=[percent(each.probability) for each in predictions],
        textposition="outside",
        textfont={"size": 13},
        cliponaxis=False,
        customdata=names,
        hovertemplate="%{customdata}: %{text}<extra></extra>",
    )
    for place, name in zip(places, names, strict=True):  # beside the bars long names would leave no room for these
        figure.add_annotation(x=0, y=place, text=name, showarrow=False, xanchor="left", yanchor="bottom", yshift=6)
    dress(figure, dark, ROOM + ROW * max(1, len(predictions)))
    figure.update_layout(showlegend=False, margin={"l": 2, "r": 8, "t": 4, "b": 4})
    figure.update_xaxes(range=[0, 118], visible=False, fixedrange=True)  # room for the text beyond 100
    figure.update_yaxes(range=[len(predictions) - 0.6, -0.7], visible=False, fixedrange=True)
    return figure


def in_words(predictions: Sequence[Prediction], language: Language) -> str:
    """The chart for those who do not see it."""
    return "; ".join(f"{class_name(each.class_id, language)} {percent(each.probability)}" for each in predictions)
