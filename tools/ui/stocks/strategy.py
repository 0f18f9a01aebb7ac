"""Simple rules on the past of this share, with costs, beside buying once and holding."""

from __future__ import annotations

import streamlit as st

from tools.stocks.analysis import Analysis
from tools.stocks.charts import equity
from tools.stocks.costs import Costs
from tools.stocks.rules import Crossover, RelativeStrength, Rule
from tools.stocks.strategies import Strategy, backtest_rule
from tools.stocks.words import day, percent, ratio, rupees
from tools.ui.frame import guard
from tools.ui.stocks.overview import draw
from tools.ui.theme import dark, plain


@st.fragment
def strategy_tab(found: Analysis) -> None:
    """Choose a rule and the costs; the signal is a close, the trade the next opening price."""
    with guard():
        rule, costs = _chosen()
        tested = backtest_rule(found.clean, rule, costs)
        draw(equity(tested, dark=dark()), "stocks.equity")
        both = (tested.strategy, tested.buy_and_hold)
        st.table({"": list(_figures(both[0])), **{each.rule: list(_figures(each).values()) for each in both}})
        for note in tested.notes:
            st.caption(plain(note))
        _trades(tested.strategy)


def _chosen() -> tuple[Rule, Costs]:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        kind = st.selectbox("Rule", ("Crossover of averages", "RSI bands"), key="stocks.rule", width=220)
        rule: Rule
        if kind == "RSI bands":
            low = st.number_input("Buy below", 5, 50, 30, key="stocks.rsi_low", width=120)
            high = st.number_input("Sell above", 50, 95, 70, key="stocks.rsi_high", width=120)
            rule = RelativeStrength(14, float(low), float(high))
        else:
            fast = st.number_input("Fast (sessions)", 2, 200, 50, key="stocks.fast", width=130)
            slow = st.number_input("Slow (sessions)", 5, 400, 200, key="stocks.slow", width=130)
            rule = Crossover(int(fast), int(slow))
        brokerage = st.number_input("Brokerage %", 0.0, 2.0, 0.1, 0.05, key="stocks.brokerage", width=130)
        stt = st.number_input("STT %", 0.0, 1.0, 0.1, 0.05, key="stocks.stt", width=110)
        slippage = st.number_input("Slippage (bps)", 0.0, 100.0, 5.0, 1.0, key="stocks.slippage", width=130)
    return rule, Costs(brokerage_percent=brokerage, stt_percent=stt, slippage_bps=slippage)


def _figures(each: Strategy) -> dict[str, str]:
    told = each.performance
    return {
        "Return in all": percent(told.total_return, sign=True),
        "Growth a year": percent(told.cagr, sign=True),
        "Volatility a year": percent(told.volatility),
        "Sharpe ratio": ratio(told.sharpe),
        "Deepest fall": percent(told.max_drawdown),
        "Time in the market": percent(each.time_in_market, 0),
        "Trades": str(len(each.trades)),
        "Costs": rupees(each.costs, 0),
    }


def _trades(each: Strategy) -> None:
    with st.expander(f"{len(each.trades)} trades", icon=":material/list:"):
        st.dataframe(
            {
                "Bought": [day(trade.bought) for trade in each.trades],
                "at": [rupees(trade.buy_price) for trade in each.trades],
                "Sold": [day(trade.sold) if trade.sold else "open" for trade in each.trades],
                "for": [rupees(trade.sell_price) for trade in each.trades],
                "Net": [percent(trade.net_return, sign=True) for trade in each.trades],
            },
            hide_index=True,
            width="stretch",
        )
