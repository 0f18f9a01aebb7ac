"""Risk and forecast: how far it fell, how it moves, and a fan that says how such fans did before."""

from __future__ import annotations

import streamlit as st

from tools.stocks.analysis import Analysis
from tools.stocks.charts import drawdown, fan, returns_histogram, volatility
from tools.stocks.words import day, percent, ratio, rupees
from tools.ui.stocks.overview import draw
from tools.ui.theme import dark, plain


def risk_tab(found: Analysis) -> None:
    """Figures in a table, then three charts."""
    risk = found.risk
    rows = {
        "Volatility a year": percent(risk.volatility),
        "Volatility expected for the next session (GARCH), a year": percent(risk.garch_volatility),
        "Deepest fall": f"{percent(risk.max_drawdown)} ({day(risk.max_drawdown_from)} to {day(risk.max_drawdown_to)})",
        "Lost on one session in twenty (VaR 95 %)": percent(risk.value_at_risk_95),
        "Mean of those sessions (expected shortfall)": percent(risk.expected_shortfall_95),
        "Growth a year, dividends included": percent(risk.cagr),
        "Sharpe ratio (riskless rate 0)": ratio(risk.sharpe),
        "Sortino ratio": ratio(risk.sortino),
    }
    if risk.beta is not None:
        rows |= {
            f"Beta against {risk.benchmark}": ratio(risk.beta),
            "Alpha a year": percent(risk.alpha),
            "Tracking error a year": percent(risk.tracking_error),
        }
    else:
        st.caption("Beta and the like need the index, which could not be had.")
    st.table({"Figure": list(rows), "Value": list(rows.values())})
    st.caption(f"From {day(risk.first)} to {day(risk.last)}; 252 sessions a year.")
    st.markdown("**How far below its highest price so far**")
    draw(drawdown(found.clean, dark=dark()), "stocks.drawdown")
    if risk.volatility is not None:
        st.markdown("**Volatility a year**")
        draw(volatility(found.clean, risk, dark=dark()), "stocks.volatility")
        st.markdown("**Daily returns**")
        draw(returns_histogram(found.clean, risk, dark=dark()), "stocks.histogram")


def forecast_tab(found: Analysis) -> None:
    """The fan, its figures, and its trials."""
    told = found.forecast
    if told is None:
        st.info("The series is too short for a forecast: 300 sessions are needed.", icon=":material/info:")
        return
    st.markdown(
        "No direction is claimed: the middle of the fan is today's price. What is forecast is how far the price may "
        "move, and the table says how such fans did in the past of this very series, against the simplest one."
    )
    draw(fan(found.clean, told, dark=dark()), "stocks.fan")
    st.table(
        {
            "Sessions ahead": [str(each.days) for each in told.horizons],
            "Eight of ten outcomes": [f"{rupees(each.low_80)} to {rupees(each.high_80)}" for each in told.horizons],
            "Nineteen of twenty": [f"{rupees(each.low_95)} to {rupees(each.high_95)}" for each in told.horizons],
        }
    )
    st.markdown("**Trials on this series** (ratios below 1: better than a random walk with constant volatility)")
    st.table(
        {
            "Sessions ahead": [str(each.days) for each in told.backtest],
            "Error of the middle (MASE ratio)": [ratio(each.rel_mase, 3) for each in told.backtest],
            "Error of the spread (CRPS ratio)": [ratio(each.rel_crps, 3) for each in told.backtest],
            "Inside the 80 % range": [percent(each.coverage_80, 0) for each in told.backtest],
            "Trials": [str(each.origins) for each in told.backtest],
        }
    )
    st.caption(plain(f"{told.model}; {told.paths} simulated paths."))
