"""The fan of the coming sessions after the last ones of the past. A figure out, no page."""

from __future__ import annotations

from typing import Any, Final

from tools.charts import Palette, palette
from tools.stocks.drawing import Chart, compact, figure, labels, shade
from tools.stocks.types import Forecast, Prices
from tools.stocks.words import Words, words_of
from tools.translations import N_, Language

PAST: Final = 90  # sessions drawn before a fan


def fan(prices: Prices, forecast: Forecast, *, dark: bool = False, language: Language = "en") -> Chart:
    """The last sessions and the intervals of the forecast; straight lines join its computed horizons."""
    frame, colors, say = prices.frame, palette(dark), words_of(language)
    past = frame["close"].dropna().iloc[-PAST:]
    names = labels(past.index.to_numpy().astype("datetime64[D]"), language)
    last, start = float(past.iloc[-1]), len(past) - 1
    ahead = [0, *(each.days for each in forecast.horizons)]
    places = [start + days for days in ahead]
    texts = [names[-1], *(_ahead(days, say) for days in ahead[1:])]

    def path(name: str) -> list[float]:
        return [last, *(getattr(each, name) for each in forecast.horizons)]

    traces: list[dict[str, Any]] = [
        {"x": list(range(len(past))), "y": compact(past), "name": say(N_("Close")), "text": names,
         "line": {"color": colors.ink, "width": 1.6}, "hovertemplate": "%{text}: ₹%{y:,.2f}<extra></extra>"},
    ]  # fmt: skip
    for level, opacity in (("95", 0.12), ("80", 0.22)):
        name = say(N_("{level}% interval"), level=level)
        for side, hover in (("low", N_("{interval}, low")), ("high", N_("{interval}, high"))):
            told = say(hover, interval=name)
            trace = _bound(places, path(f"{side}_{level}"), texts, name, told, colors, side == "low")
            traces.append(trace | ({"fill": "tonexty", "fillcolor": shade(colors.accent, opacity)} if side == "high"
                                   else {}))  # fmt: skip
    middle = say(N_("Median"))
    traces.append(_bound(places, path("median"), texts, middle, middle, colors, True)
                  | {"line": {"color": colors.accent, "width": 1.6, "dash": "dash"}, "showlegend": True})  # fmt: skip
    layout = {
        "xaxis": {"tickmode": "array", "tickvals": [0, start, places[-1]], "showgrid": False, "tickangle": 0,
                  "ticktext": [names[0], names[-1], f"+{ahead[-1]}"]},
        "yaxis": {"title": {"text": "₹"}, "tickformat": ",.6~g"},
        "hovermode": "closest",
    }  # fmt: skip
    return Chart(figure([{"type": "scatter", "mode": "lines", **each} for each in traces], layout, dark, 380),
                 _fan_in_words(last, forecast, say))  # fmt: skip


def _ahead(days: int, say: Words) -> str:
    return say.ngettext("{count} session ahead", "{count} sessions ahead", days)


def _bound(
    places: list[int], values: list[float], texts: list[str], name: str, told: str, colors: Palette, quiet: bool
) -> Any:
    return {
        "x": places,
        "y": compact(values),
        "text": texts,
        "name": name,
        "showlegend": not quiet,
        "line": {"color": colors.accent, "width": 0},
        "hovertemplate": f"%{{text}}, {told}: ₹%{{y:,.2f}}<extra></extra>",
    }


def _fan_in_words(last: float, forecast: Forecast, say: Words) -> str:
    each = "; ".join(f"{_ahead(one.days, say)}: {say.between(one.low_80, one.high_80)}" for one in forecast.horizons)
    told = N_("From {price}, with a probability of 80%: {ranges}. The median claims no direction.")
    return say(told, price=say.rupees(last), ranges=each)
