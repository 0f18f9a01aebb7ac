"""Which companies a headline names, and that moods come back headline by headline."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from models.sentiment.types import Probabilities
from tests.shared import shared
from tools.errors import BadInput
from tools.stocks.mood import mention_of, mentions, moods, news_moods
from tools.stocks.symbols import symbol_of
from tools.stocks.types import Headline, Sentiment


class WordModel:
    """Calls a headline good for a company when its name is followed by "up"."""

    label = "words"
    device = "cpu"

    def classify(self, pairs: Sequence[tuple[str, str]]) -> list[Probabilities]:
        good, bad = Probabilities(0.7, 0.2, 0.1), Probabilities(0.1, 0.2, 0.7)
        return [good if f"{entity} up" in title else bad for title, entity in pairs]


def symbols_in(title: str) -> list[str]:
    return [found.symbols[0].symbol for found in mentions(title)]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Infosys gains 3% as TCS slips", ["INFY", "TCS"]),
        ("Reliance Industries and Reliance Power sign a pact", ["RELIANCE", "RPOWER"]),
        ("HDFC Bank, ICICI Bank lead Nifty higher", ["HDFCBANK", "ICICIBANK", "NIFTY 50"]),
        ("Sensex ends flat; Maruti, M&M up", ["SENSEX", "MARUTI", "M&M"]),
        ("Zomato rises after results", ["ETERNAL"]),
        ("Reserve Bank of India holds rates", []),
        ("Yen falls after Bank of Japan meets", []),
        ("Dollar and oil fall; gold a safe idea", []),
        ("Prakash Diwan likes what he sees", []),
        ("Small firm lists on BSE at a premium", []),
        ("BSE profit doubles", ["BSE"]),
        ("STOCKS THAT MOVED TODAY: FACT AND IDEA", []),
        ("itinerary for a titanic trip", []),
        ("", []),
        ("🚀 \ud800 इंफोसिस", []),
    ],
)
def test_the_companies_of_a_headline(title: str, expected: list[str]) -> None:
    assert symbols_in(title) == expected


def test_a_mention_says_where_it_stands() -> None:
    title = "Why Tata Steel fell"
    (found,) = mentions(title)
    assert title[found.start : found.end] == found.text == "Tata Steel"


def test_parts_of_a_divided_company_share_its_old_name() -> None:
    title = "Tata Motors sells more vans"
    assert mention_of(title, symbol_of("TMPV"))
    assert mention_of(title, symbol_of("TMCV"))
    assert not mention_of(title, symbol_of("TATASTEEL"))


def test_a_long_title_is_searched_at_its_beginning_alone() -> None:
    assert len(mentions("Infosys " * 100_000)) < 100


def test_moods_come_in_order() -> None:
    found = moods(["Infosys up, TCS down", Headline("Infosys up, TCS down", None)], ["Infosys", "TCS"], WordModel())
    assert found == (
        Sentiment("Infosys up, TCS down", "Infosys", "positive", 0.7),
        Sentiment("Infosys up, TCS down", "TCS", "negative", 0.7),
    )
    assert moods([], [], WordModel()) == ()
    with pytest.raises(BadInput, match="2 headlines came with 1"):
        moods(["a", "b"], ["a"], WordModel())


def test_news_of_a_symbol_are_those_that_name_it() -> None:
    news = [Headline("Infy up in a weak market", None), Headline("TCS up", None), Headline("INFY up", None)]
    news.append(Headline("Infosys Ltd down", None))
    found = news_moods(news, symbol_of("INFY"), WordModel())
    assert [(item.title, mood.entity, mood.label) for item, mood in found] == [
        ("INFY up", "INFY", "positive"),
        ("Infosys Ltd down", "Infosys Ltd", "negative"),
    ]


def test_companies_of_real_headlines_are_found() -> None:
    """Of the labelled companies that are a name in the table, nearly all; commodities and venues are not companies."""
    import csv
    import json

    names = {"infosys", "tcs", "wipro", "ongc", "sbi", "dlf", "l&t", "sun pharma", "maruti", "hindalco", "itc", "hul"}
    seen = found = 0
    with shared("data/stocks/news/sentfin_train.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            wanted = [entity for entity in json.loads(row["decisions"]) if entity.casefold() in names]
            if wanted:
                texts = " | ".join(mention.text for mention in mentions(row["title"])).casefold()
                seen += len(wanted)
                found += sum(entity.casefold() in texts for entity in wanted)
    assert seen > 400
    assert found / seen > 0.97
