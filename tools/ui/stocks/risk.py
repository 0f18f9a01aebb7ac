"""Risk and forecast: how far it fell, how it moves, and a fan that says how such fans did before."""

from __future__ import annotations

from functools import partial

import streamlit as st

from tools.stocks.analysis import Analysis
from tools.stocks.charts import drawdown, fan, returns_histogram, volatility
from tools.translations import N_
from tools.ui.charts import look
from tools.ui.language import _
from tools.ui.stocks.overview import draw_of
from tools.ui.stocks.words import shown, words

NO_DIRECTION = N_(
    "No direction is claimed: the middle of the fan is today's price. What is forecast is how far the price may move, "
    "and the table says how such fans did in the past of this very series, against the simplest one."
)


def risk_tab(found: Analysis) -> None:
    """Figures in a table, then three charts."""
    risk, say = found.risk, words()
    fell = say.span(risk.max_drawdown_from, risk.max_drawdown_to)
    rows = {
        _("Volatility a year"): say.percent(risk.volatility),
        _("Volatility expected for the next session (GARCH), a year"): say.percent(risk.garch_volatility),
        _("Deepest fall"): f"{say.percent(risk.max_drawdown)} ({fell})",
        _("Lost on one session in twenty (VaR 95 %)"): say.percent(risk.value_at_risk_95),
        _("Mean of those sessions (expected shortfall)"): say.percent(risk.expected_shortfall_95),
        _("Growth a year, dividends included"): say.percent(risk.cagr),
        _("Sharpe ratio (riskless rate 0)"): say.ratio(risk.sharpe),
        _("Sortino ratio"): say.ratio(risk.sortino),
    }
    if risk.beta is not None:
        rows |= {
            _("Beta against {benchmark}").format(benchmark=say(risk.benchmark)): say.ratio(risk.beta),
            _("Alpha a year"): say.percent(risk.alpha),
            _("Tracking error a year"): say.percent(risk.tracking_error),
        }
    else:
        st.caption(_("Beta and the like need the index, which could not be had."))
    st.table({_("Figure"): list(rows), _("Value"): list(rows.values())})
    st.caption(
        _("From {first} to {last}; 252 sessions a year.").format(first=say.day(risk.first), last=say.day(risk.last))
    )
    st.markdown(f"**{_('How far below its highest price so far')}**")
    draw_of(found, "stocks.drawdown", partial(drawdown, found.clean, **look()))
    if risk.volatility is not None:
        st.markdown(f"**{_('Volatility a year')}**")
        draw_of(found, "stocks.volatility", partial(volatility, found.clean, risk, **look()))
        st.markdown(f"**{_('Daily returns')}**")
        draw_of(found, "stocks.histogram", partial(returns_histogram, found.clean, risk, **look()))


def forecast_tab(found: Analysis) -> None:
    """The fan, its figures, and its trials."""
    told = found.forecast
    if told is None:
        st.info(_("The series is too short for a forecast: 300 sessions are needed."), icon=":material/info:")
        return
    say = words()
    st.markdown(_(NO_DIRECTION))
    draw_of(found, "stocks.fan", partial(fan, found.clean, told, **look()))
    st.table(
        {
            _("Sessions ahead"): [str(each.days) for each in told.horizons],
            _("Eight of ten outcomes"): [say.between(each.low_80, each.high_80) for each in told.horizons],
            _("Nineteen of twenty"): [say.between(each.low_95, each.high_95) for each in told.horizons],
        }
    )
    better = _("ratios below 1: better than a random walk with constant volatility")
    st.markdown(f"**{_('Trials on this series')}** ({better})")
    st.table(
        {
            _("Sessions ahead"): [str(each.days) for each in told.backtest],
            _("Error of the middle (MASE ratio)"): [say.ratio(each.rel_mase, 3) for each in told.backtest],
            _("Error of the spread (CRPS ratio)"): [say.ratio(each.rel_crps, 3) for each in told.backtest],
            _("Inside the 80 % range"): [say.percent(each.coverage_80, 0) for each in told.backtest],
            _("Trials"): [str(each.origins) for each in told.backtest],
        }
    )
    paths = _("{model}; {paths} simulated paths.")
    st.caption(paths.format(model=shown(told.model), paths=say.number(told.paths, 0)))
