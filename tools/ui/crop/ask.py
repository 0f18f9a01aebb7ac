"""Takes a diagnosed photo's result and the advice for it to the assistant; the photo itself stays here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any, Final

from tools.chat.types import Fact
from tools.crop.advice import KINDS, STANDING, Advice, advice, class_name, condition
from tools.crop.batch import Item
from tools.crop.phrases import percent, say
from tools.crop.types import Diagnosis, Language
from tools.crop.verdict import may_compare, severity_sentence, verdict
from tools.translations import LANGUAGES, N_
from tools.ui.ask import ask_about, both

CHANCES: Final = N_("How probable each answer is: {answers}.")
RESEMBLES: Final = N_("It may be one of these: {answers}.")
NO_DOSE: Final = N_("No doses are given here: follow the label of the product.")
CAUSE: Final = N_("{heading}: {kind}. {what}")
POINTS: Final = N_("{heading}: {points}.")
BY: Final = N_("The model {model} answered.")
UNKNOWN: Final = ("now", "products", "dose", "cause", "prevent", "signs")
"""What nothing can be said to before there is a diagnosis, but that there is none and what to do next."""


def ask(item: Item, shown: Language) -> None:
    """A button, where there is an answer."""
    answer = item.answer
    if answer is None or not answer.predictions:
        return
    first = answer.predictions[0].class_id
    told = verdict(answer, shown)

    def result() -> dict[str, Any]:
        found = {"verdict": told.headline, "details": told.details, **answer.to_dict()}
        if answer.status == "diagnosed":
            found |= {"condition": class_name(first, shown), "advice": asdict(advice(first, shown))}
        return found

    title = class_name(first, shown) if answer.status == "diagnosed" else item.name
    ask_about("crop", title, result, facts=lambda: tuple(facts(answer)), key=item.key)


def facts(answer: Diagnosis) -> Iterator[Fact]:
    """The verdict, how sure it is, what else it may be, and the advice for it; of an unsure one no advice."""
    told = {language: verdict(answer, language) for language in LANGUAGES}
    diagnosed = answer.status == "diagnosed"
    topics = ("overview", "diagnosis", "sure", *(() if diagnosed else UNKNOWN))
    yield Fact({key: said.headline for key, said in told.items()}, topics)
    for lines in zip(*(said.details for said in told.values()), strict=True):
        yield Fact(dict(zip(told, lines, strict=True)), ("overview", "diagnosis", *UNKNOWN))
    if diagnosed or may_compare(answer):
        chances = {
            language: "; ".join(
                f"{class_name(each.class_id, language)} {percent(each.probability)}" for each in answer.predictions
            )
            for language in LANGUAGES
        }
        yield Fact(both(CHANCES if diagnosed else RESEMBLES, answers=chances), ("sure", "other"))
    if answer.severity is not None:
        yield Fact({key: severity_sentence(answer, key) for key in LANGUAGES}, ("overview", "severity"))
    if diagnosed:
        yield from _advice(answer.shown_class)
    yield Fact(both(BY, model=answer.model), ("model",))


def _advice(class_id: str) -> Iterator[Fact]:
    texts = {language: advice(class_id, language) for language in LANGUAGES}
    kind = KINDS[condition(class_id).kind]
    yield Fact(both(CAUSE, heading=_heading("cause"), kind=kind, what=_each(texts, "what")), ("cause",))
    yield from _list(texts, "recognise", "signs")
    if all(text.tell_apart for text in texts.values()):
        yield Fact(_each(texts, "tell_apart"), ("other",))
    yield from _list(texts, "now", "now", "overview")
    yield from _list(texts, "prevent", "prevent")
    yield from _list(texts, "organic", "products")
    yield from _list(texts, "chemical", "products", "dose")
    if any(text.organic or text.chemical for text in texts.values()):
        yield Fact(both(NO_DOSE), ("dose",))
        yield Fact(dict(STANDING), ("products", "dose", "help"))


def _list(texts: dict[Language, Advice], part: str, *topics: str) -> Iterator[Fact]:
    """A heading of the advice with its points on one line; for products, also that there are none."""
    points: dict[Language, Sequence[str]] = {key: getattr(text, part) for key, text in texts.items()}
    if all(points.values()):
        yield Fact(
            both(POINTS, heading=_heading(part), points={key: "; ".join(said) for key, said in points.items()}), topics
        )
    elif part in ("organic", "chemical"):
        yield Fact(_heading(f"none_{part}"), topics)


def _heading(key: str) -> dict[Language, str]:
    return {language: say(key, language) for language in LANGUAGES}


def _each(texts: dict[Language, Advice], part: str) -> dict[Language, str]:
    return {language: getattr(text, part) for language, text in texts.items()}
