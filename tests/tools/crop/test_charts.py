"""The chart of probabilities: all names in full, order kept, readable without seeing it."""

from __future__ import annotations

import pytest

from tests.tools.crop.fakes import diagnosis
from tools.crop.charts import in_words, probability_bars
from tools.crop.types import Language


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("dark", [False, True])
def test_bars_and_names(language: Language, dark: bool) -> None:
    predictions = diagnosis().predictions
    figure = probability_bars(predictions, language, dark)
    (bars,) = figure.data
    assert list(bars.x) == pytest.approx([100 * each.probability for each in predictions])
    assert len({note.text for note in figure.layout.annotations}) == len(predictions)
    low, high = figure.layout.yaxis.range
    assert low > high  # the first on top
    assert len(set(bars.marker.color)) == 2


def test_nothing_to_show_is_no_error() -> None:
    assert probability_bars((), "en").layout.height > 0


def test_words_for_those_who_do_not_see_it() -> None:
    assert in_words(diagnosis().predictions, "en").startswith("Tomato: early blight 94%; ")
