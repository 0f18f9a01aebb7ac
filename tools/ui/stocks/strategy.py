"""Simple rules on the past of this share, with costs, beside buying once and holding."""

from __future__ import annotations

from functools import partial

import streamlit as st

from tools.stocks.analysis import Analysis
from tools.stocks.charts import equity
from tools.stocks.costs import Costs
from tools.stocks.rules import Crossover, RelativeStrength, Rule
from tools.stocks.strategies import Strategy, backtest_rule
from tools.translations import N_
from tools.ui.charts import look
from tools.ui.frame import guard
from tools.ui.language import _, ngettext
from tools.ui.sign_in import fragment
from tools.ui.stocks.overview import draw_of
from tools.ui.stocks.words import shown, words

RULES = {"crossover": N_("Crossover of averages"), "rsi": N_("RSI bands")}


@fragment
def strategy_tab(found: Analysis) -> None:
    """Choose a rule and the costs; the signal is a close, the trade the next opening price."""
    with guard():
        rule, costs = _chosen()
        tested = backtest_rule(found.clean, rule, costs)
        make = partial(equity, tested, **look())
        draw_of(found, "stocks.equity", make, repr(rule), repr(costs))
        both = (tested.strategy, tested.buy_and_hold)
        names = [words().sentence(each.rule) for each in both]
        columns = {name: list(_figures(each).values()) for name, each in zip(names, both, strict=True)}
        st.table({_("Figure"): list(_figures(both[0])), **columns})
        for note in tested.notes:
            st.caption(shown(note))
        _trades(tested.strategy)


def _chosen() -> tuple[Rule, Costs]:
    say = words()
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        kind = st.selectbox(
            _("Rule"), tuple(RULES), format_func=lambda rule: say(RULES[rule]), key="stocks.rule", width=220
        )
        rule: Rule
        if kind == "rsi":
            low = st.number_input(_("Buy below"), 5, 50, 30, key="stocks.rsi_low", width=120)
            high = st.number_input(_("Sell above"), 50, 95, 70, key="stocks.rsi_high", width=120)
            rule = RelativeStrength(14, float(low), float(high))
        else:
            fast = st.number_input(_("Fast (sessions)"), 2, 200, 50, key="stocks.fast", width=130)
            slow = st.number_input(_("Slow (sessions)"), 5, 400, 200, key="stocks.slow", width=130)
            rule = Crossover(int(fast), int(slow))
        brokerage = st.number_input(_("Brokerage %"), 0.0, 2.0, 0.1, 0.05, key="stocks.brokerage", width=130)
        stt = st.number_input(_("STT %"), 0.0, 1.0, 0.1, 0.05, key="stocks.stt", width=110)
        slippage = st.number_input(_("Slippage (bps)"), 0.0, 100.0, 5.0, 1.0, key="stocks.slippage", width=130)
    return rule, Costs(brokerage_percent=brokerage, stt_percent=stt, slippage_bps=slippage)


def _figures(each: Strategy) -> dict[str, str]:
    told, say = each.performance, words()
    return {
        _("Return in all"): say.percent(told.total_return, sign=True),
        _("Growth a year"): say.percent(told.cagr, sign=True),
        _("Volatility a year"): say.percent(told.volatility),
        _("Sharpe ratio"): say.ratio(told.sharpe),
        _("Deepest fall"): say.percent(told.max_drawdown),
        _("Time in the market"): say.percent(each.time_in_market, 0),
        _("Trades"): str(len(each.trades)),
        _("Costs"): say.rupees(each.costs, 0),
    }


def _trades(each: Strategy) -> None:
    say, many = words(), ngettext("{count} trade", "{count} trades", len(each.trades))
    with st.expander(many.format(count=len(each.trades)), icon=":material/list:"):
        st.dataframe(
            {
                _("Bought"): [say.day(trade.bought) for trade in each.trades],
                _("at"): [say.rupees(trade.buy_price) for trade in each.trades],
                _("Sold"): [say.day(trade.sold) if trade.sold else _("open") for trade in each.trades],
                _("for"): [say.rupees(trade.sell_price) for trade in each.trades],
                _("Net"): [say.percent(trade.net_return, sign=True) for trade in each.trades],
            },
            hide_index=True,
            width="stretch",
        )
