"""What a language model writes is believed only where every number is a computed one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from models.language.types import Message
from tests.tools.stocks.test_commentary import INDEX, SHARE, prices_of
from tools.stocks.analysis import Analysis, analyse
from tools.stocks.written import checked, values_of, write


class Says:
    """A model that gives one answer, in two pieces."""

    label, device = "says", "cpu"

    def __init__(self, answer: str) -> None:
        self.answer = answer
        self.asked: list[Message] = []

    def stream(self, messages: Sequence[Message], *, max_tokens: int = 512, temperature: float = 0.0) -> Iterator[str]:
        self.asked = list(messages)
        yield self.answer[:20]
        yield self.answer[20:]


@pytest.fixture(scope="module")
def found() -> Analysis:
    return analyse(prices_of(SHARE), prices_of(INDEX, seed=2))


def test_true_numbers_stand_and_others_are_struck(found: Analysis) -> None:
    values = values_of(found)
    rsi, volatility = values["rsi_14"], values["volatility"]
    model = Says(
        f"- Momentum is calm: RSI 14 stands at {rsi:.1f}.\n"
        f"Its volatility is {100 * volatility:.1f} % a year.\n"
        f"Its volatility is {100 * volatility + 7:.1f} % a year.\n"
        "It is a good time to buy.\n"
        "The company makes fine things.\n"
    )
    lines = write(found, model)
    assert [bool(line.struck) for line in lines] == [False, False, True, True, True]
    assert lines[0].numbers == {"rsi_14": rsi}
    assert "advice" in lines[3].struck
    assert "rsi_14" in model.asked[1].content


@pytest.mark.parametrize("text", ["The price will rise to 999.", "Target price ₹1,234.", "Recommend strongly."])
def test_advice_is_never_passed_on(text: str) -> None:
    assert checked(text, {"close": 999.0}).struck


def test_signs_and_grouping() -> None:
    values = {"close": 1234567.891, "max_drawdown": 0.2345}
    assert not checked("The close is ₹12,34,567.89 and the fall was −23.5 %.", values).struck
    assert checked("The close is ₹12,34,568.89.", values).struck


def test_an_endless_answer_is_cut(found: Analysis) -> None:
    assert len(write(found, Says("word\n" * 100_000))) <= 14
