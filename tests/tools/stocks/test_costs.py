"""What a purchase and a sale cost, by hand."""

from __future__ import annotations

import pytest

from tests.tools.stocks.series import FREE
from tools.errors import BadInput
from tools.stocks.costs import Costs


def test_a_lakh_each_way_by_hand() -> None:
    """₹1,00,000 at 0.1 % brokerage: 100 + 3.07 + 0.10 charged, GST on them, STT 100; a purchase pays 15 stamp duty."""
    costs = Costs(brokerage_percent=0.1, slippage_bps=0)
    charged = 100 + 3.07 + 0.1
    assert costs.selling * 100_000 == pytest.approx(charged * 1.18 + 100)
    assert costs.buying * 100_000 == pytest.approx(charged * 1.18 + 100 + 15)


def test_slippage_makes_the_price_worse_on_both_sides() -> None:
    costs = Costs(0, 0, 0, 0, 0, 0, slippage_bps=10)
    assert costs.kept_buying == pytest.approx(1 / 1.001)
    assert costs.kept_selling == pytest.approx(0.999)


def test_free_keeps_everything() -> None:
    assert (FREE.kept_buying, FREE.kept_selling) == (1, 1)
    assert 0.004 < 1 - Costs().kept_buying * Costs().kept_selling < 0.008


@pytest.mark.parametrize(
    "wrong", [{"brokerage_percent": -1}, {"slippage_bps": 501}, {"stt_percent": float("nan")}, {"gst_percent": 101}]
)
def test_absurd_costs_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(BadInput, match=next(iter(wrong))):
        Costs(**wrong)
