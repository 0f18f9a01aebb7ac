"""The answer for one photo in one sentence, with what follows from it, in English or Hindi.

Used alike by the page, the table and the paper; it knows neither pictures nor advice beyond the names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from models.leaf.types import crop_of
from tools.crop.advice import advice, condition, crop_name, crops
from tools.crop.phrases import likely, percent, say
from tools.crop.types import Diagnosis, Language
from tools.crop.words import HOW_TO_FIX, SEVERITY

Tone = Literal["found", "healthy", "unsure", "again", "none"]
# English names that keep their capital inside a sentence: of persons, places and fungi
PROPER: Final = frozenset({"Alternaria", "Cercospora", "Cordana", "Panama", "Phoma", "Septoria", "Sigatoka"})
COMPARED = 3  # answers that an unsure verdict lists


@dataclass(frozen=True)
class Verdict:
    """What to say: a headline, sentences on what to do next, and the kind of answer for its colour and icon."""

    tone: Tone
    headline: str
    details: tuple[str, ...] = ()


def verdict(diagnosis: Diagnosis, language: Language) -> Verdict:
    """The answer in words. No disease is named unless the status is "diagnosed"."""
    if diagnosis.status == "diagnosed":
        tone: Tone = "healthy" if condition(diagnosis.shown_class).kind == "healthy" else "found"
        return Verdict(tone, _found(diagnosis, language))
    if diagnosis.status == "unsure":
        return _unsure(diagnosis, language)
    if diagnosis.status == "retake":
        return _retake(diagnosis, language)
    if diagnosis.status == "not_a_leaf":
        return Verdict("none", say("not_a_leaf", language), (say("not_a_leaf_next", language),))
    return Verdict("none", say("unreadable", language), (diagnosis.error,))


def named(class_id: str, language: Language) -> str:
    """The condition and its crop inside a sentence: "early blight of tomato", "a healthy tomato leaf"."""
    crop = crop_name(crop_of(class_id), language)
    if condition(class_id).kind == "healthy":
        return say("healthy", language, crop=_small(crop, language))
    name = advice(class_id, language).name
    return say("condition", language, name=_small(name, language), crop=_small(crop, language))


def severity_sentence(diagnosis: Diagnosis, language: Language) -> str:
    """How much of the leaf is damaged, or that it could not be measured; empty where nothing was measured."""
    severity = diagnosis.severity
    if severity is None:
        return ""
    if not severity.reliable:
        return say("severity_unknown", language)
    if severity.grade == "none":
        return say("severity_none", language)
    return say("severity", language, percent=percent(severity.percent / 100), grade=SEVERITY[severity.grade][language])


def may_compare(diagnosis: Diagnosis) -> bool:
    """Whether candidates may be named beside an unsure answer: not where the crop itself is none of ours."""
    return (
        diagnosis.status == "unsure" and diagnosis.reason not in ("unsupported_crop",) and bool(diagnosis.predictions)
    )


def _found(diagnosis: Diagnosis, language: Language) -> str:
    first = diagnosis.predictions[0]
    return say(
        "found",
        language,
        likely=likely(first.probability, language),
        what=named(first.class_id, language),
        percent=percent(first.probability),
    )


def _unsure(diagnosis: Diagnosis, language: Language) -> Verdict:
    count = len(crops())
    crop = _small(crop_name(diagnosis.crop, language), language) if diagnosis.crop in crops() else ""
    if diagnosis.reason == "other_crop" and crop:
        keys = ("other_crop", "other_crop_next")
    elif diagnosis.reason in ("unfamiliar", "unsupported_crop"):
        keys = (diagnosis.reason, f"{diagnosis.reason}_next")
    else:
        keys = ("unsure", "unsure_next")
    headline, following = (say(key, language, count=count, crop=crop) for key in keys)
    return Verdict("unsure", headline, (following,))


def _retake(diagnosis: Diagnosis, language: Language) -> Verdict:
    problems = diagnosis.quality.problems if diagnosis.quality else ()
    return Verdict("again", say("retake", language), tuple(HOW_TO_FIX[name][language] for name in problems))


def _small(text: str, language: Language) -> str:
    """English names begin small inside a sentence, unless they are somebody's."""
    if language != "en" or text.split(" ")[0].rstrip("'’s") in PROPER or text[1:2].isupper():
        return text
    return text[:1].lower() + text[1:]
