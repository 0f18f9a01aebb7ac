"""How every chart of the portal looks: one template from the theme's colours, one quiet configuration.

Figures are transparent, so they stand on the page's own background; it knows nothing of what is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from plotly.graph_objects import Figure
    from plotly.graph_objects.layout import Template

CONFIG: Final[dict[str, Any]] = {
    "displayModeBar": False,
    "displaylogo": False,
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": "reset",
}
FONT: Final = '"Inter", "Noto Sans", "Noto Sans Devanagari", "Nirmala UI", system-ui, sans-serif'


@dataclass(frozen=True)
class Palette:
    """The theme's colours for one background. `series` differ in lightness too, for grey print."""

    accent: str
    amber: str
    red: str
    ink: str
    muted: str
    line: str
    ground: str
    series: tuple[str, ...]


LIGHT: Final = Palette(
    accent="#0F766E",
    amber="#D97706",
    red="#BE123C",
    ink="#0F172A",
    muted="#475569",
    line="#E2E8F0",
    ground="#FFFFFF",
    series=("#0F766E", "#3BA99C", "#99D5CB", "#D97706", "#F5C26B", "#64748B", "#94A3B8"),
)
DARK: Final = Palette(
    accent="#2DD4BF",
    amber="#F59E0B",
    red="#FB7185",
    ink="#F1F5F9",
    muted="#94A3B8",
    line="#334155",
    ground="#0F172A",
    series=("#2DD4BF", "#14A394", "#0F6F66", "#F59E0B", "#A86A10", "#94A3B8", "#64748B"),
)


def palette(dark: bool = False) -> Palette:
    """The colours for a dark or a light page."""
    return DARK if dark else LIGHT


def template(dark: bool = False) -> Template:
    """The portal's plotly template for a dark or a light page."""
    import plotly.graph_objects as go

    colors = palette(dark)
    axis = {
        "gridcolor": colors.line,
        "zerolinecolor": colors.line,
        "linecolor": colors.line,
        "tickfont": {"color": colors.muted},
        "title": {"font": {"color": colors.muted, "size": 12}, "standoff": 8},
        "automargin": True,
    }
    layout = go.Layout(
        font={"family": FONT, "size": 13, "color": colors.ink},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        colorway=colors.series,
        margin={"l": 8, "r": 16, "t": 36, "b": 8},
        legend={
            "orientation": "h",
            "y": 1.0,
            "yanchor": "bottom",
            "x": 1,
            "xanchor": "right",
            "font": {"color": colors.muted, "size": 12},
        },
        hoverlabel={
            "bgcolor": colors.ground,
            "bordercolor": colors.line,
            "font": {"family": FONT, "color": colors.ink},
            "align": "left",
        },
        xaxis=axis,
        yaxis=axis,
        dragmode=False,
    )
    return go.layout.Template(layout=layout)


def dress(figure: Figure, dark: bool, height: int) -> Figure:
    """Give `figure` the portal's look and a height in pixels; returns the same figure."""
    figure.update_layout(template=template(dark), height=height)
    return figure


def row_height(rows: int, each: int = 30, least: int = 180, most: int = 1600) -> int:
    """A height in pixels for a chart with `rows` rows, with room for its axis and legend."""
    return max(least, min(most, 110 + each * rows))


def elided(text: str, longest: int = 26) -> str:
    """`text` cut to `longest` characters with an ellipsis, and without plotly's markup (< and &)."""
    short = text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
    return short.replace("&", "&amp;").replace("<", "&lt;")


def ticks(labels: Sequence[str], longest: int = 26) -> list[str]:
    """Short labels that stay different: plotly merges rows of the same name, so a cut name may need a mark."""
    seen: dict[str, int] = {}
    kept = []
    for label in labels:
        short = elided(label, longest)
        seen[short] = seen.get(short, 0) + 1
        kept.append(short if seen[short] == 1 else f"{short} ({seen[short]})")
    return kept
