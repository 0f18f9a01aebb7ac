"""The stock page in Hindi: each part says nothing English but symbols, headlines and names of methods."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.market import Market
from tests.ui.test_stock_page import open_tab, press, told
from tests.ui.walker import english
from tools.settings import ROOT
from tools.stocks.sample import HEADLINES
from tools.stocks.symbols import entries
from tools.translations import catalogue
from tools.ui.language import KEY

TABS = ("Overview", "Risk", "Forecast", "Back-test", "News", "Compare", "Data quality")


@pytest.fixture
def app(market: Market) -> AppTest:
    made = AppTest.from_file(str(ROOT / "pages" / "Stock_Analyser.py"), default_timeout=120)
    made.session_state[KEY] = "hi"
    return made.run()


def left(app: AppTest) -> list[str]:
    """What is English on the page, besides the companies' own names and the sample's headlines."""
    names = [name for entry in entries() for name in (entry.symbol.symbol, entry.symbol.name, *entry.symbol.former)]
    return english(app, documents=" ".join([*names, *(headline for headline, _ in HEADLINES)]))


def hindi(text: str) -> str:
    return catalogue("hi").text(text)


def test_the_empty_page(app: AppTest) -> None:
    assert not left(app)


@pytest.mark.parametrize("choice", [hindi("Sample (invented)"), "RELIANCE"])
def test_every_tab(app: AppTest, choice: str) -> None:
    press(app, choice)
    for tab in TABS:
        open_tab(app, hindi(tab))
        assert not left(app), tab


def test_shares_side_by_side_and_a_rule_of_rsi(app: AppTest) -> None:
    press(app, "RELIANCE")
    open_tab(app, hindi("Compare"))
    app.multiselect[0].set_value(["TCS"]).run()
    app.toggle[0].set_value(True).run()
    assert not app.exception
    assert hindi("As a portfolio") in told(app)
    assert not left(app)
    open_tab(app, hindi("Back-test"))
    next(box for box in app.selectbox if box.label == hindi("Rule")).set_value("rsi").run()
    assert not left(app)


def test_without_prices_the_reason_is_told_in_hindi(app: AppTest, market: Market) -> None:
    market.down = True
    press(app, "TCS")
    assert "Yahoo" in app.error[0].value
    assert not left(app)


def test_numbers_and_days_are_written_as_in_india(app: AppTest) -> None:
    press(app, hindi("Sample (invented)"))
    assert "30 अक्टूबर 2026" in told(app)
    assert "₹1,187.37" in told(app)


def test_an_open_tab_stays_open_in_the_other_language(app: AppTest) -> None:
    press(app, hindi("Sample (invented)"))
    open_tab(app, hindi("Risk"))
    app.session_state[KEY] = "en"
    app.run()
    assert app.session_state["stocks.tabs"] == "Risk"
    assert "Sortino ratio" in str([table.value for table in app.table])
