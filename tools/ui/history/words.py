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
)  # fmt: skip


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
    """A model's own name; the portal's ways to answer without one are told in words."""
    return _(MODELS[code]) if code in MODELS else code


def moment(at: datetime) -> str:
    """A time in India: 22 Nov 2026, 14:05 IST."""
    return written.moment(at, language())


def label(key: str) -> str:
    """A result's key as words: `next_date` → "Next date"."""
    words = key.replace("_", " ").strip()
    told = words[:1].upper() + words[1:]
    return _(told)


def duration(seconds: float) -> str:
    """Milliseconds below a second, else seconds."""
    return (
        _("{number} ms").format(number=round(seconds * 1000))
        if seconds < 1
        else _("{number} s").format(number=f"{seconds:.1f}")
    )


def value(found: object) -> str:
    """A single value of a result."""
    if found is None or found == "":
        return "—"
    if isinstance(found, bool):
        return _("Yes") if found else _("No")
    if isinstance(found, float):
        small = 0 < abs(found) < 0.001
        return f"{found:.3g}" if small else f"{found:,.4f}".rstrip("0").rstrip(".")
    return str(found)
