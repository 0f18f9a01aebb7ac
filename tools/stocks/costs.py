"""What it costs to buy or sell a share for delivery on the NSE, in per cent of the turnover; every part can be set.

Sources of the defaults: securities transaction tax 0.1 % of each side of a delivery trade (Finance (No. 2) Act 2004,
chapter VII, as amended 2013); the NSE's transaction charge 0.00297 % of each side since 1 October 2024 and 0.0001 % for
its investor protection fund; SEBI's turnover fee of 10 rupees a crore, 0.0001 %; stamp duty 0.015 % of purchases
(Indian Stamp Act 1899, schedule I, article 56A, since 1 July 2020); goods and services tax 18 % on brokerage and
charges, not on the two taxes. Brokerage differs from broker to broker: 0.1 % is an assumption, as is the slippage.
Fixed amounts (a depository's fee for each sale, the least brokerage) and the tax on gains are not known here.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from tools.errors import BadInput

HIGHEST_PERCENT = 10.0
HIGHEST_BASIS_POINTS = 500.0


@dataclass(frozen=True)
class Costs:
    """Costs of trading; per cent of turnover but for `gst_percent` (of brokerage and charges) and `slippage_bps`.

    Slippage is how much worse than the opening price a trade is filled, in hundredths of a per cent. A negative or
    absurdly high cost raises `BadInput`.
    """

    brokerage_percent: float = 0.1
    stt_percent: float = 0.1
    exchange_percent: float = 0.00307
    sebi_percent: float = 0.0001
    stamp_percent: float = 0.015
    gst_percent: float = 18.0
    slippage_bps: float = 5.0

    def __post_init__(self) -> None:
        for field in fields(self):
            most = {"slippage_bps": HIGHEST_BASIS_POINTS, "gst_percent": 100.0}.get(field.name, HIGHEST_PERCENT)
            if not 0 <= getattr(self, field.name) <= most:
                raise BadInput(f"The cost {field.name} must be between 0 and {most:g}: correct it.")

    @property
    def each_side(self) -> float:
        """What both a purchase and a sale pay, as a share of the turnover."""
        charged = self.brokerage_percent + self.exchange_percent + self.sebi_percent
        return (charged * (1 + self.gst_percent / 100) + self.stt_percent) / 100

    @property
    def buying(self) -> float:
        """What a purchase pays beside its price, as a share of the turnover."""
        return self.each_side + self.stamp_percent / 100

    @property
    def selling(self) -> float:
        """What a sale pays, as a share of the turnover."""
        return self.each_side

    @property
    def slippage(self) -> float:
        """How much worse than the opening price a trade is filled, as a share."""
        return self.slippage_bps / 10_000

    @property
    def kept_buying(self) -> float:
        """Value of the shares at the opening price for one rupee paid."""
        return 1 / ((1 + self.slippage) * (1 + self.buying))

    @property
    def kept_selling(self) -> float:
        """Rupees received for one rupee of shares at the opening price."""
        return (1 - self.slippage) * (1 - self.selling)
