"""Sensible questions about each demo's result get the sentence that answers, in either language and script."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tools.crop.fakes import all_kinds, diagnosis, undecided
from tests.tools.legal.samples import order_result
from tests.tools.resume.people import JOB, candidate
from tools.chat.facts import chosen
from tools.chat.types import Context, Fact
from tools.stocks.analysis import analyse
from tools.stocks.sample import sample_benchmark, sample_prices
from tools.translations import LANGUAGES
from tools.ui.crop.ask import facts as crop_facts
from tools.ui.legal.ask_facts import facts as legal_facts
from tools.ui.resume.ask_facts import candidate_facts, ranking_facts
from tools.ui.resume.state import Shown, shown
from tools.ui.stocks.ask import facts as stocks_facts


def people() -> tuple[Shown, ...]:
    first = replace(candidate("Asha Rao", 1, 82.0, "a.pdf"), missing=("Docker",))
    second = candidate("Binod Das", 2, 60.0, "b.pdf", 96)
    return shown([first, second], blind=False)


def said(question: str, context: Context) -> str:
    return " | ".join(one.fact.said["en"] for one in chosen(question, [context]))


@pytest.fixture(scope="module")
def results() -> dict[str, Context]:
    share = analyse(sample_prices(), sample_benchmark())
    return {
        "crop": Context("crop", "Leaf", {}, tuple(crop_facts(diagnosis()))),
        "stocks": Context("stocks", "Sample", {}, tuple(stocks_facts(share))),
        "resume": Context("resume", "Job", {}, tuple(ranking_facts(people(), JOB))),
        "legal": Context("legal", "order.pdf", {}, tuple(legal_facts(order_result()))),
    }


@pytest.mark.parametrize(
    ("tool", "question", "part"),
    [
        ("crop", "what should I spray?", "Chemical: "),
        ("crop", "konsi dawai dalu", "Chemical: "),
        ("crop", "किसका छिड़काव करूँ?", "Chemical: "),
        ("crop", "How sure is this diagnosis?", "94%"),
        ("crop", "what else could it be?", "How probable each answer is"),
        ("crop", "how much dose per litre?", "No doses are given here"),
        ("crop", "What should I do now?", "Do now: "),
        ("stocks", "what is the RSI?", "RSI 14 is"),
        ("stocks", "what is the price", "The last close is"),
        ("stocks", "How risky is this share?", "Its deepest fall was"),
        ("stocks", "शेयर कितना जोखिम वाला है?", "Its deepest fall was"),
        ("stocks", "What does the forecast say, and how sure is it?", "held the outcome"),
        ("stocks", "should I buy it?", "Not investment advice"),
        ("stocks", "kya mujhe kharidna chahiye", "Not investment advice"),
        ("stocks", "what is the P/E?", "gives no valuation"),
        ("stocks", "Where do the prices come from?", "invented for a sample"),
        ("resume", "who is best and why?", "Asha Rao is number 1 with 82.0 of 100 points."),
        ("resume", "सबसे अच्छा कौन है?", "Asha Rao is number 1"),
        ("resume", "sabse acha kaun hai", "Asha Rao is number 1"),
        ("resume", "Who lacks a must-have skill?", "These lack a must: Binod Das (Spring Boot)."),
        ("resume", "who knows SQL?", "SQL (must) is shown by Asha Rao, Binod Das."),
        ("resume", "who has the most experience?", "Binod Das has the most experience: 8.0 years."),
        ("resume", "how many candidates are there?", "2 candidates were ranked"),
        ("resume", "who came second?", "Binod Das is number 2"),
        ("legal", "what is the FIR number?", "FIR number: 0031/2025."),
        ("legal", "fir number kya hai", "FIR number: 0031/2025."),
        ("legal", "एफआईआर नंबर क्या है?", "FIR number: 0031/2025."),
        ("legal", "who is the judge?", "Judge: Ms. Revathi Kumbhar."),
        ("legal", "What was decided, and why?", "Decision: Bail granted."),
        ("legal", "फ़ैसला क्या हुआ?", "Decision: Bail granted."),
        ("legal", "when is the next hearing?", "Next date: 10 April 2025."),
        ("legal", "who were the lawyers?", "Counsel for the petitioner: not stated in the document."),
    ],
)
def test_the_sentence_that_answers_is_among_them(
    results: dict[str, Context], tool: str, question: str, part: str
) -> None:
    assert part in said(question, results[tool])


@pytest.mark.parametrize(
    ("tool", "question"),
    [
        ("crop", "what is the price of maize?"),
        ("stocks", "who is the chief executive?"),
        ("resume", "who knows Python?"),
        ("legal", "what is the weather like?"),
    ],
)
def test_what_a_result_does_not_say_gets_nothing(results: dict[str, Context], tool: str, question: str) -> None:
    assert not said(question, results[tool])


def test_only_one_that_is_named_is_told_of(results: dict[str, Context]) -> None:
    told = said("why is Binod Das not first?", results["resume"])
    assert "Binod Das" in told
    assert "Asha Rao" not in told


def test_every_fact_is_whole_in_both_languages(results: dict[str, Context]) -> None:
    for context in results.values():
        for fact in context.facts:
            assert set(fact.said) == set(LANGUAGES)
            assert all(text.strip() and "{" not in text for text in fact.said.values())


def test_no_advice_without_a_diagnosis() -> None:
    for answer in all_kinds():
        if answer.status in ("diagnosed", "unreadable"):
            continue
        told: tuple[Fact, ...] = tuple(crop_facts(answer))
        assert not any("Chemical" in fact.said["en"] for fact in told)
    unsure = Context("crop", "leaf.jpg", {}, tuple(crop_facts(undecided())))
    assert "Not sure" in said("what should I spray?", unsure)


def test_facts_have_the_place_where_they_stand(results: dict[str, Context]) -> None:
    (decided,) = (one.fact for one in chosen("what was the outcome", [results["legal"]]))
    assert decided.page == 2
    assert decided.quote.startswith("The application is allowed")


def test_blind_facts_name_nobody() -> None:
    someone = candidate()
    told = [*ranking_facts(shown([someone], blind=True), JOB), *candidate_facts(shown([someone], blind=True)[0])]
    spoken = " ".join(text for fact in told for text in fact.said.values()).casefold()
    for secret in (someone.resume.identity.name, "asha", someone.resume.identity.email, someone.resume.file):
        assert secret
        assert secret.casefold() not in spoken
