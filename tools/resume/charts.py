"""The screener's charts: score parts, experience against score and skill coverage (roles: `timeline`).

Figures out, no page. It does not know about blind mode: pass labels and, when blind, covered candidates (`labels`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from tools.charts import Palette, dress, elided, palette, row_height, ticks
from tools.resume.report import match_of, part_names
from tools.resume.timeline import role_timeline
from tools.resume.types import Candidate, FlagKind, Job, Match
from tools.resume.words import years
from tools.translations import N_, Language, catalogue

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

__all__ = ["experience_against_score", "role_timeline", "score_parts", "skill_coverage"]

PARTS: Final = {
    "must": N_("Must-haves"),
    "title": N_("Title"),
    "meaning": N_("Meaning"),
    "experience": N_("Experience"),
    "nice": N_("Nice to have"),
    "must missing": N_("Cap: a must is missing"),
}
KINDS: Final = {"missing": N_("missing"), "similar": N_("similar"), "alias": N_("alias"), "exact": N_("exact")}
FLAGS: Final[dict[FlagKind, str]] = {
    "hidden_text": N_("hidden text"),
    "keyword_stuffing": N_("keyword stuffing"),
    "ai_instruction": N_("instruction to an AI"),
    "undated_role": N_("role without dates"),
    "gap": N_("gap"),
    "duplicate": N_("duplicate"),
    "picture_page": N_("page is a picture"),
    "low_ocr_confidence": N_("scan hard to read"),
}
SIGNS: Final = {"missing": "–", "similar": "≈", "alias": "(✓)", "exact": "✓"}
_MOST_REQUIREMENTS = 40


def score_parts(
    candidates: Sequence[Candidate], labels: Sequence[str], dark: bool = False, language: Language = "en"
) -> Figure:
    """Stacked bars of the score's points, best candidate on top; a cap stands left of zero, in red."""
    import plotly.graph_objects as go

    say = catalogue(language).text
    colors, names = palette(dark), ticks(labels, 20)
    figure = go.Figure()
    for at, name in enumerate(part_names(candidates)):
        points = [round(who.parts.get(name, 0.0), 1) for who in candidates]
        negative = min(points, default=0.0) < 0
        figure.add_bar(
            y=names,
            x=points,
            name=elided(say(PARTS.get(name, name.capitalize())), 30),
            orientation="h",
            marker={
                "color": colors.red if negative else colors.series[at % len(colors.series)],
                "opacity": 0.75 if negative else 1.0,
                "pattern": {"shape": "/" if negative else "", "solidity": 0.35},
                "line": {"width": 0},
            },
            hovertemplate=f"%{{fullData.name}}: %{{x:.1f}} {say(N_('points'))}<extra>%{{y}}</extra>",
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
    figure.update_xaxes(title=say(N_("Points")), range=[min(lowest * 1.1, 0), 108], tickvals=list(range(-100, 101, 20)))
    figure.update_yaxes(autorange="reversed", type="category", showgrid=False)
    return dress(figure, dark, row_height(len(candidates)))


def experience_against_score(
    candidates: Sequence[Candidate],
    labels: Sequence[str],
    job: Job | None = None,
    dark: bool = False,
    language: Language = "en",
) -> Figure:
    """Years of experience (x) against score (y); the job's range is shaded.

    Who does not state experience is left out.
    """
    import plotly.graph_objects as go

    say = catalogue(language).text
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
            customdata=[_hover(who, label, language) for who, label, _ in known],
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
    _explain_signs(figure, colors, say)
    longest = max([length for _, _, length in known] + [5])
    if job is not None and (job.min_years or job.max_years):
        until = job.max_years or longest * 1.1 + 1
        figure.add_vrect(job.min_years, until, fillcolor=colors.accent, opacity=0.08, line_width=0, layer="below")
    figure.update_xaxes(title=say(N_("Experience (years)")), range=[-0.4, longest * 1.1 + 0.6], zeroline=False)
    figure.update_yaxes(title=say(N_("Score")), range=[0, 105])
    return dress(figure, dark, 380)


def skill_coverage(
    candidates: Sequence[Candidate], job: Job, labels: Sequence[str], dark: bool = False, language: Language = "en"
) -> Figure:
    """Candidates × requirements: missing, similar, alias or exact, each with its own sign as well as its colour."""
    import plotly.graph_objects as go

    say = catalogue(language).text
    colors = palette(dark)
    needs = sorted(job.requirements, key=lambda need: (need.kind != "must", -need.weight))[:_MOST_REQUIREMENTS]
    found = [[match_of(who, need.skill) for need in needs] for who in candidates]
    kinds = [[match.kind if match else "missing" for match in row] for row in found]
    shades = (colors.line, colors.series[4], colors.series[1], colors.accent)
    figure = go.Figure(
        go.Heatmap(
            z=[[list(KINDS).index(kind) for kind in row] for row in kinds],
            x=ticks([("● " if need.kind == "must" else "○ ") + need.skill for need in needs], 22),
            y=ticks(labels, 20),
            text=[[SIGNS[kind] for kind in row] for row in kinds],
            texttemplate="%{text}",
            textfont={"size": 13},
            customdata=[
                [_proof(match, kind, language) for match, kind in zip(matches, names, strict=True)]
                for matches, names in zip(found, kinds, strict=True)
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
        name = f"{SIGNS[kind]} {say(KINDS[kind])}"
        figure.add_scatter(x=[None], y=[None], mode="markers", name=name, marker=mark)
    figure.update_xaxes(
        side="bottom", type="category", tickangle=-35, showgrid=False, title=say(N_("● must have  ○ nice to have"))
    )
    figure.update_yaxes(autorange="reversed", type="category", showgrid=False)
    return dress(figure, dark, row_height(len(candidates), 32, 240) + 90)


def _explain_signs(figure: Figure, colors: Palette, say: Callable[[str], str]) -> None:
    """Marks of no candidate, for the legend."""
    for name, symbol, color in ((N_("no flag"), "circle", colors.accent), (N_("has flags"), "diamond", colors.amber)):
        figure.add_scatter(
            x=[None], y=[None], mode="markers", name=say(name), marker={"symbol": symbol, "color": color, "size": 10}
        )


def _hover(who: Candidate, label: str, language: Language) -> str:
    say = catalogue(language).text
    lines = [
        f"<b>{elided(label, 50)}</b>",
        say(N_("rank {rank}, score {score}")).format(rank=who.rank, score=f"{who.score:.1f}"),
        say(N_("{years} of experience")).format(years=years(who.resume.total_experience_months, language)),
    ]
    if who.flags:
        kinds = sorted({say(FLAGS[flag.kind]) for flag in who.flags})
        lines.append(say(N_("{count} flagged: {kinds}")).format(count=len(who.flags), kinds=", ".join(kinds)))
    return "<br>".join(lines)


def _proof(match: Match | None, kind: str, language: Language) -> str:
    say = catalogue(language).text
    if match is None:
        return say(KINDS[kind])
    page = say(N_("page {page}")).format(page=match.page)
    return f"{say(KINDS[kind])}<br>“{elided(match.quote, 90)}”, {page}"


def _steps(shades: Sequence[str]) -> list[tuple[float, str]]:
    """A colour scale of flat steps: four kinds are not a continuum."""
    share = 1 / len(shades)
    return [(round(edge, 6), shade) for at, shade in enumerate(shades) for edge in (at * share, (at + 1) * share)]
