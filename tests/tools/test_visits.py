"""What is remembered about browsers: for a while, once, and never more than a bounded number."""

from __future__ import annotations

from tools.visits import LONGEST_QUERY, MINUTES, Visits, Wanted

PAGE = Wanted("pages/Stock_Analyser.py", {"symbol": ("TCS", "INFY")})


def test_wish_is_granted_once() -> None:
    visits = Visits()
    visits.begin("a", PAGE)
    assert visits.begun("a") == PAGE
    assert visits.begun("b") is None
    assert visits.arrived("a") == PAGE
    assert visits.arrived("a") is None


def test_wish_is_forgotten_in_time() -> None:
    now = [0.0]
    visits = Visits(clock=lambda: now[0])
    visits.begin("a", PAGE)
    now[0] = MINUTES
    assert visits.begun("a") is None
    assert visits.arrived("a") is None


def test_too_long_a_query_is_left_out() -> None:
    visits = Visits()
    visits.begin("a", Wanted("Home.py", {"q": ("x" * LONGEST_QUERY,)}))
    assert visits.arrived("a") == Wanted("Home.py", {})


def test_memory_is_bounded() -> None:
    visits = Visits(most=2)
    for browser in "abc":
        visits.begin(browser, PAGE)
        visits.end(browser)
    assert [bool(visits.begun(browser)) for browser in "abc"] == [False, True, True]
    assert [visits.ended(browser) for browser in "abc"] == [False, True, True]
