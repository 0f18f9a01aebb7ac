"""The history's code words, times and keys as a visitor reads them. Draws nothing."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final, cast

from tools import format as written
from tools.translations import N_
from tools.ui.catalogue import DEMOS
from tools.ui.language import _, language

OUTCOMES: Final = {
    "diagnosed": N_("Disease named"),
    "healthy": N_("Healthy leaf"),
    "unsure": N_("Not sure"),
    "not_a_leaf": N_("No crop leaf"),
    "retake": N_("Photo to take again"),
    "unreadable": N_("Could not be read"),
    "scored": N_("Candidates ranked"),
    "fir": N_("FIR summarised"),
    "order": N_("Court order summarised"),
    "other": N_("Other document summarised"),
    "analysed": N_("Prices analysed"),
    "answered": N_("Answered"),
    "absent": N_("Documents do not say"),
    "refused": N_("Not answered"),
    "stopped": N_("Stopped"),
    "failed": N_("Failed"),
    "live": N_("live prices"),
    "stored": N_("stored prices"),
    "file": N_("your file"),
    "sample": N_("invented prices"),
}
MODELS: Final = {"quotes": N_("Quotes, no model"), "help": N_("The portal's help")}
# keys of results that are shown in the visitor's language; any other key stays as it is
LABELS: Final = (
    N_("File"), N_("Status"), N_("Error"), N_("Kind"), N_("Language"), N_("Pages"), N_("Page"), N_("Facts"),
    N_("Sections"), N_("Outcome"), N_("Next date"), N_("Quote"), N_("Value"), N_("Text"), N_("Name"), N_("Score"),
    N_("Rank"), N_("Skill"), N_("Matched"), N_("Missing"), N_("Flags"), N_("Title"), N_("Employer"), N_("Months"),
    N_("Model"), N_("Device"), N_("Engine"), N_("Milliseconds"), N_("Predictions"), N_("Probability"), N_("Quality"),
    N_("Crop"), N_("Reason"), N_("Symbol"), N_("Source"), N_("Note"), N_("Close"), N_("Risk"), N_("Indicators"),
    N_("Forecast"), N_("Candidates"), N_("Commentary"), N_("As of"), N_("Stale"), N_("Sessions"), N_("Valuation"),
    N_("Readings"), N_("Days"), N_("Date"), N_("Detail"), N_("Act"), N_("Section"), N_("Job"), N_("Blind"),
    N_("Question"), N_("Answer"), N_("Citations"), N_("Document"), N_("Ground"), N_("Notice"), N_("Suspicions"),
    N_("Bail from"), N_("Basis"), N_("Brightness"), N_("Certifications"), N_("Change"), N_("Class id"), N_("Clock"),
    N_("Code note"), N_("College"), N_("Coverage 80"), N_("Dark"), N_("Degree"), N_("Distance to SMA 200"), N_("Due"),
    N_("Email"), N_("End"), N_("Explanation"), N_("Fetched"), N_("Glare"), N_("Headline"), N_("Height"), N_("High 80"),
    N_("Horizons"), N_("Key sentences"), N_("Label"), N_("Last used"), N_("Leaf"), N_("Level"), N_("Low 80"),
    N_("MACD signal"), N_("Must"), N_("Must missing"), N_("New"), N_("Nice"), N_("Notice period days"), N_("Numbers"),
    N_("Old"), N_("Parts"), N_("Phone"), N_("Problems"), N_("Backtest"), N_("Backtests"), N_("Advice id"),
    N_("Roles"), N_("Rule"), N_("Rule text"), N_("Sensitive"), N_("Severity grade"), N_("Severity percent"),
    N_("Sharpness"), N_("Shortlisted"), N_("Similarity"), N_("Skill mentions"), N_("Skills"), N_("Start"),
    N_("Summary"), N_("Surface"), N_("Total experience months"), N_("Uncertain"), N_("Use"), N_("Width"),
    N_("Answer tokens"), N_("Prompt tokens"), N_("Estimated"), N_("Cost USD"), N_("Location"),
)  # fmt: skip
SHORT: Final = frozenset({"adx", "atr", "bns", "crps", "ipc", "macd", "mase", "rsi", "sma", "usd"})


def tool_name(tool: str) -> str:
    """The demo's title."""
    return next((_(demo.title) for demo in DEMOS if demo.key == tool), label(tool))


def outcome(tool: str, code: str) -> str:
    """What came of a run: "order: bail_granted" → "Bail granted". A code that is not known is shown as words."""
    kind, _colon, more = code.partition(": ")
    if tool == "legal":
        from tools.legal.phrases import OUTCOMES as LEGAL  # Home must not wait for it
        from tools.legal.phrases import outcome_name

        if more in LEGAL:
            return outcome_name(cast(Any, more), language())
    parts = [_(OUTCOMES[part]) if part in OUTCOMES else label(part) for part in (kind, more) if part]
    return ", ".join(parts)


def model_name(code: str) -> str:
    """A model's own name; the portal's own ways to answer are told in words, each part of a list by itself."""
    if code in MODELS:
        return _(MODELS[code])
    return said if (said := _(code)) != code else ", ".join(_(part) for part in code.split(", "))


def moment(at: datetime) -> str:
    """A time in India: 22 Nov 2026, 14:05 IST."""
    return written.moment(at, language())


def label(key: str) -> str:
    """A result's key as words: `next_date` → "Next date". The facts of a legal document have their own names."""
    from tools.legal.keys import FIR, ORDER  # Home must not wait for it

    if fact := next((each for each in (*FIR, *ORDER) if each.key == key), None):
        return fact.hi if language() == "hi" else fact.en
    words = key.replace("_", " ").strip()
    told = words[:1].upper() + words[1:]
    if (said := _(told)) != told:
        return said
    return _(" ".join(part.upper() if part.casefold() in SHORT else part for part in told.split(" ")))


def duration(seconds: float) -> str:
    """How long an answer took."""
    return written.duration(seconds, language())
