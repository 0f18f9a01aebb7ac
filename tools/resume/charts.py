"""The screener's charts: score parts, experience against score and skill coverage (roles: `timeline`).

Figures out, no page. It does not know about blind mode: pass labels and, when blind, covered candidates (`labels`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from tools.charts import dress, elided, palette, row_height, ticks
from tools.resume.report import match_of, part_names
from tools.resume.timeline import role_timeline
from tools.resume.types import Candidate, Job
from tools.resume.words import years

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

__all__ = ["experience_against_score", "role_timeline", "score_parts", "skill_coverage"]

WORDS: Final = {
    "must": "Must-haves",
    "title": "Title",
    "meaning": "Meaning",
    "experience": "Experience",
    "nice": "Nice to have",
    "cap": "Cap: a must is missing",
}
KINDS: Final = ("missing", "similar", "alias", "exact")
SIGNS: Final = {"missing": "–", "similar": "≈", "alias": "(✓)", "exact": "✓"}
_MOST_REQUIREMENTS = 40


def score_parts(candidates: Sequence[Candidate], labels: Sequence[str], dark: bool = False) -> Figure:
    """Stacked bars of the score's points, best candidate on top; a cap stands left of zero, in red."""
    import plotly.graph_objects as go

    colors, names = palette(dark), ticks(labels, 20)
    figure = go.Figure()
    for at, name in enumerate(part_names(candidates)):
        points = [round(who.parts.get(name, 0.0), 1) for who in candidates]
        negative = min(points, default=0.0) < 0
        figure.add_bar(
            y=names,
            x=points,
            name=elided(WORDS.get(name, name.capitalize()), 30),
            orientation="h",
            marker={
                "color": colors.red if negative else colors.series[at % len(colors.series)],
                "opacity": 0.75 if negative else 1.0,
                "pattern": {"shape": "/" if negative else "", "solidity": 0.35},
                "line": {"width": 0},
            },
            hovertemplate="%{fullData.name}: %{x:.1f} points<extra>%{y}</extra>",
        )
    figure.add_scatter(  # the total at the bar's end, so that nobody has to add up
        y=names,
        x=[sum(points for points in who.parts.values() if points > 0) for who in candidates],
        text=[f" <b>{who.score:.0f}</b>" for who in candidates],
        mode="text",
        textposition="middle right",
        showlegend=False,
        hoverinfo="skip",
        cliponaxis=False,
    )
    figure.update_layout(barmode="relative", bargap=0.35, legend_traceorder="normal")
    lowest = min((sum(points for points in who.parts.values() if points < 0) for who in candidates), default=0.0)
    figure.update_xaxes(title="Points", range=[min(lowest * 1.1, 0), 108], tickvals=list(range(-100, 101, 20)))
    figure.update_yaxes(autorange="reversed", type="category", showgrid=False)
    return dress(figure, dark, row_height(len(candidates)))


def experience_against_score(
    candidates: Sequence[Candidate], labels: Sequence[str], job: Job | None = None, dark: bool = False
) -> Figure:
    """Years of experience (x) against score (y); the job's range is shaded.

    Who does not state experience is left out.
    """
    import plotly.graph_objects as go

    colors = palette(dark)
    known = [
        (who, label, months / 12)
        for who, label in zip(candidates, labels, strict=True)
        if (months := who.resume.total_experience_months) is not None
    ]
    figure = go.Figure(
        go.Scatter(
            x=[round(length, 1) for _, _, length in known],
            y=[round(who.score, 1) for who, _, _ in known],
            mode="markers+text",
            text=[elided(label, 18) if who.rank <= 5 else "" for who, label, _ in known],
            textposition="top center",
            textfont={"size": 11, "color": colors.muted},
            customdata=[_hover(who, label) for who, label, _ in known],
            hovertemplate="%{customdata}<extra></extra>",
            marker={
                "size": 12,
                "color": [colors.amber if who.flags else colors.accent for who, _, _ in known],
                "symbol": ["diamond" if who.flags else "circle" for who, _, _ in known],
                "line": {"width": 1, "color": colors.ground},
            },
            showlegend=False,
            cliponaxis=False,
        )
    )
    for name, symbol, color in (("no flag", "circle", colors.accent), ("has flags", "diamond", colors.amber)):
        figure.add_scatter(
            x=[None], y=[None], mode="markers", name=name, marker={"symbol": symbol, "color": color, "size": 10}
        )
    longest = max([length for _, _, length in known] + [5])
    if job is not None and (job.min_years or job.max_years):
        until = job.max_years or longest * 1.1 + 1
        figure.add_vrect(job.min_years, until, fillcolor=colors.accent, opacity=0.08, line_width=0, layer="below")
    figure.update_xaxes(title="Experience (years)", range=[-0.4, longest * 1.1 + 0.6], zeroline=False)
    figure.update_yaxes(title="Score", range=[0, 105])
    return dress(figure, dark, 380)


def skill_coverage(candidates: Sequence[Candidate], job: Job, labels: Sequence[str], dark: bool = False) -> Figure:
    """Candidates × requirements: missing, similar, alias or exact, each with its own sign as well as its colour."""
    import plotly.graph_objects as go

    colors = palette(dark)
    needs = sorted(job.requirements, key=lambda need: (need.kind != "must", -need.weight))[:_MOST_REQUIREMENTS]
    found = [[match_of(who, need.skill) for need in needs] for who in candidates]
    kinds = [[match.kind if match else "missing" for match in row] for row in found]
    shades = (colors.line, colors.series[4], colors.series[1], colors.accent)
    figure = go.Figure(
        go.Heatmap(
            z=[[KINDS.index(kind) for kind in row] for row in kinds],
            x=ticks([("● " if need.kind == "must" else "○ ") + need.skill for need in needs], 22),
            y=ticks(labels, 20),
            text=[[SIGNS[kind] for kind in row] for row in kinds],
            texttemplate="%{text}",
            textfont={"size": 13},
            customdata=[
                [f"{kind}<br>“{elided(match.quote, 90)}”, page {match.page}" if match else kind for match, kind in pair]
                for pair in (list(zip(*rows, strict=True)) for rows in zip(found, kinds, strict=True))
            ],
            hovertemplate="<b>%{y}</b><br>%{x}: %{customdata}<extra></extra>",
            colorscale=_steps(shades),
            zmin=-0.5,
            zmax=len(KINDS) - 0.5,
            showscale=False,
            xgap=3,
            ygap=3,
        )
    )
    for kind, shade in zip(KINDS, shades, strict=True):
        mark = {"symbol": "square", "size": 11, "color": shade}
        name = f"{SIGNS[kind]} {kind}"
        figure.add_scatter(x=[None], y=[None], mode="markers", name=name, marker=mark)
    figure.update_xaxes(
        side="bottom", type="category", tickangle=-35, showgrid=False, title="● must have  ○ nice to have"
    )
    figure.update_yaxes(autorange="reversed", type="category", showgrid=False)
    return dress(figure, dark, row_height(len(candidates), 32, 240) + 90)


def _hover(who: Candidate, label: str) -> str:
    flags = f"<br>{len(who.flags)} flagged: " + ", ".join(sorted({flag.kind.replace("_", " ") for flag in who.flags}))
    lines = [f"<b>{elided(label, 50)}</b>", f"rank {who.rank}, score {who.score:.1f}"]
    lines.append(years(who.resume.total_experience_months) + " of experience")
    return "<br>".join(lines) + (flags if who.flags else "")


def _steps(shades: Sequence[str]) -> list[tuple[float, str]]:
    """A colour scale of flat steps: four kinds are not a continuum."""
    share = 1 / len(shades)
    return [(round(edge, 6), shade) for at, shade in enumerate(shades) for edge in (at * share, (at + 1) * share)]
