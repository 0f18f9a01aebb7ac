"""The stock page driven without a browser or a network: sample, file, misspelling, no prices, share link."""

from __future__ import annotations

import html
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.kept import assert_nothing_personal, outcomes
from tests.ui.market import Market
from tools.settings import ROOT
from tools.stocks.sample import SAMPLE
from tools.stocks.types import Symbol
from tools.ui.stocks import find
from tools.ui.stocks.state import KEY, Visit

PAGE = str(ROOT / "pages" / "Stock_Analyser.py")


@pytest.fixture
def app(market: Market) -> AppTest:
    return AppTest.from_file(PAGE, default_timeout=120).run()


def visit(app: AppTest) -> Visit:
    found: Visit = app.session_state[KEY]
    return found


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def told(app: AppTest) -> str:
    """All texts of the page as one, without escapes."""
    kinds = ("markdown", "caption", "header", "subheader", "html", "warning", "error", "info", "success")
    texts = (
        getattr(found, "value", None) or getattr(found.proto, "body", "") for kind in kinds for found in app.get(kind)
    )
    return html.unescape(" ".join(str(text) for text in texts)).replace("\\", "")


def open_tab(app: AppTest, name: str) -> AppTest:
    app.session_state["stocks.tabs"] = name
    app.run()
    assert not app.exception
    return app


def test_empty_page_says_what_to_do_and_asks_nobody(app: AppTest, market: Market) -> None:
    assert not app.exception
    assert "try the sample" in app.info[0].value
    assert not market.asked


def test_sample_needs_no_network_and_says_that_it_is_invented(app: AppTest, market: Market) -> None:
    market.down = True
    press(app, "Sample (invented)")
    assert visit(app).symbol == SAMPLE
    assert "invented" in told(app)
    assert "no direction is claimed" in told(app)
    assert "Not investment advice" in told(app)
    assert outcomes(app) == [("stocks", "analysed: sample")]
    assert_nothing_personal(app, SAMPLE.name)


def test_a_quick_choice_and_the_address_to_share(app: AppTest, market: Market) -> None:
    press(app, "RELIANCE")
    assert "Reliance Industries" in told(app)
    assert app.query_params["symbol"] in ("RELIANCE", ["RELIANCE"])
    shared = AppTest.from_file(PAGE, default_timeout=120)
    shared.query_params["symbol"] = "TATAMOTORS"
    shared.run()
    assert visit(shared).symbol is not None
    assert visit(shared).symbol.symbol == "TMPV"  # type: ignore[union-attr]


def test_every_tab_draws(app: AppTest) -> None:
    press(app, "RELIANCE")
    for tab in ("Risk", "Forecast", "Back-test", "News", "Compare", "Data quality", "Overview"):
        open_tab(app, tab)
        assert "Something went wrong" not in told(app), tab


def test_without_prices_one_sentence_and_two_ways_on(app: AppTest, market: Market) -> None:
    market.down = True
    press(app, "TCS")
    assert "does not give prices" in app.error[0].value
    assert "file with daily prices" in told(app)
    assert outcomes(app.run()) == [("stocks", "failed")]
    market.down = False
    press(app, "TCS")
    assert "Tata Consultancy" in told(app)


def test_near_names_are_offered_and_one_press_opens_them(app: AppTest) -> None:
    app.session_state["stocks.near"] = tuple(find.find("relianse indstries", 3))
    app.run()
    next(button for button in app.button if button.label.startswith("RELIANCE ·")).click().run()
    assert "Reliance Industries" in told(app)


def test_rows_can_be_left_out(app: AppTest) -> None:
    press(app, "RELIANCE")
    open_tab(app, "Data quality")
    app.toggle[0].set_value(True).run()
    assert not app.exception
    assert visit(app).leave_out


def test_two_visitors_do_not_see_each_other(app: AppTest) -> None:
    press(app, "RELIANCE")
    other: Any = AppTest.from_file(PAGE, default_timeout=120).run()
    assert visit(other).symbol is None


def test_a_day_of_the_exchange_joins_the_series(market: Market) -> None:
    share = Symbol("RELIANCE", "Reliance Industries Limited", "RELIANCE.NS")
    close = float(market.prices(share).frame["close"].iloc[-1])
    day = market.prices(share).frame.index[-1] + pd.offsets.BDay(1)
    price = f"{close:.2f}"
    file = (
        "SYMBOL, SERIES, DATE1, PREV_CLOSE, OPEN_PRICE, HIGH_PRICE, LOW_PRICE, LAST_PRICE, CLOSE_PRICE, AVG_PRICE,"
        " TTL_TRD_QNTY, TURNOVER_LACS, NO_OF_TRADES, DELIV_QTY, DELIV_PER\n"
        f"RELIANCE, EQ, {day:%d-%b-%Y}, {', '.join([price] * 7)}, 1000, 10, 50, 500, 50\n"
    )
    seen = Visit()
    seen.use_file("sec_bhavdata_full.csv", file.encode(), share)
    assert seen.file is not None
    assert len(seen.file.frame) == len(market.prices(share).frame) + 1
    assert seen.file.frame.index[-1] == day
    assert "file of the exchange" in seen.file.note
