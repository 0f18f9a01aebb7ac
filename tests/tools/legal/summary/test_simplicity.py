from __future__ import annotations

import re

import pytest

from tests.tools.legal.summary import examples

pytest.importorskip("wordfreq")

from tests.benchmarks.legal_simplicity import BAR, folded, overall, simplicity
from tools.legal.glossary import terms
from tools.legal.summary import sentences_hi

_GAP = re.compile(r"\{\w+\}|[\[\]]")


def test_counts_common_words_in_any_spelling() -> None:
    assert simplicity("पुलिस ने शिकायत लिखी।").share > 0.7
    found = simplicity("अभिलेखागार पुलिस")
    assert found.hard == ("अभिलेखागार",)
    assert found.share == 0.5
    assert folded("फ़ैसला") == folded("फैसला")
    assert folded("जाँच") == folded("जांच")


def test_names_terms_and_originals_do_not_count() -> None:
    assert simplicity("रमेश (Ramesh)", ["रमेश"]).share == 1
    assert simplicity("मुचलका").share == 1
    assert simplicity("12 345").share == 1


@pytest.mark.parametrize(("title", "sentences"), list(examples.summaries("hi")))
def test_every_summary_is_simple(title: str, sentences: tuple[object, ...]) -> None:
    found = overall(sentences, examples.NAMES)  # type: ignore[arg-type]
    assert found.share >= 0.9, found.hard


def test_every_template_is_simple() -> None:
    groups = (*sentences_hi.FIR, *sentences_hi.ORDER, *sentences_hi.ORDER_AFTER, *sentences_hi.DECIDED.values())
    templates = [*(template for group in groups for template in group), *sentences_hi.MEANS.values()]
    templates += [*sentences_hi.FIR_NEXT, *sentences_hi.CLOCK, sentences_hi.MEANING, sentences_hi.ALSO]
    hard = {template: found for template in templates if (found := simplicity(_GAP.sub(" ", template))).share < BAR}
    assert not hard


def test_the_glossary_is_simple() -> None:
    shares = {key: simplicity(term.simple_hi).share for key, term in terms().items()}
    assert sum(shares.values()) / len(shares) >= BAR
    assert {key for key, share in shares.items() if share < 0.65} == set()
