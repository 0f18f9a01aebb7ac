"""A saved result's keys and values as a visitor reads them: code words in words, dates and numbers as elsewhere in the
portal, and of what a result says in two languages the visitor's. Draws nothing.

Only values under the keys named here are taken for code words or for the portal's own sentences: anything else may be
what the visitor gave, and stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import Any, Final

from tools import format as written
from tools.errors import BadInput
from tools.translations import N_
from tools.ui.history.words import OUTCOMES, label, model_name
from tools.ui.language import _, language, sentence

CODED: Final = frozenset(
    {
        "status", "kind", "source", "basis", "reason", "ground", "severity_grade", "problems", "use", "language",
        "class_id", "advice_id", "crop", "facts",
    }
)  # fmt: skip
SAID: Final = frozenset(
    {"note", "notes", "notice", "error", "text", "detail", "explanation", "flags", "commentary", "label"}
)
ENDS: Final = frozenset({"end", "last_used"})
MODELS: Final = frozenset({"model", "engine"})
CODES: Final = {
    "scored": N_("Ranked"),
    "fir": N_("FIR"),
    "order": N_("Court order"),
    "other": N_("Other document"),
    "en": N_("English"),
    "hi": N_("Hindi"),
    "mixed": N_("English and Hindi"),
    "ocr": N_("Read by OCR"),
    "help": N_("The portal's help"),
    "look_alikes": N_("Several diseases look alike"),
    "unfamiliar": N_("Unlike what the model knows"),
    "unsupported_crop": N_("A crop that the model does not know"),
    "other_crop": N_("A crop that the model does not know"),
}
# what else a code may be, so that it has its words: kinds of matches and flags, states of prices and pages
KNOWN: Final = (
    N_("Exact"), N_("Alias"), N_("Similar"), N_("Undated role"), N_("Gap"), N_("Ai instruction"), N_("Hidden text"),
    N_("Keyword stuffing"), N_("Duplicate"), N_("Moderate"), N_("Mild"), N_("Severe"), N_("None"), N_("Charged"),
    N_("Cited"), N_("Split adjusted"), N_("Traded"), N_("Summarised"), N_("Document"), N_("Open"), N_("Absent"),
    N_("Too small"), N_("Blurred"), N_("Dark"), N_("Over exposed"), N_("Leaf too small"),
)  # fmt: skip
YEARS: Final = frozenset({"year", "level"})  # numbers without commas
OTHER: Final = {"en": "hi", "hi": "en"}
LANGUAGES: Final = frozenset(OTHER)
DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
MONTH: Final = re.compile(r"\d{4}-\d\d")
MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)")
DISEASE: Final = re.compile(r"[a-z]+__[a-z_]+")


def in_language(result: Any) -> Any:
    """`result` with what it says in both languages said in the visitor's alone: `{"en": …, "hi": …}` is one text, and
    of `summary_en` and `summary_hi` one is left, as `summary`."""
    if isinstance(result, Mapping):
        if result.keys() == LANGUAGES:
            return result[language()]
        return {_base(key, result): in_language(each) for key, each in result.items() if not _foreign(key, result)}
    if isinstance(result, list):
        return [in_language(each) for each in result]
    return result


def value(found: object, key: str = "") -> str:
    """A single value of a result, which stands under `key`."""
    if found is None or found == "":
        return "—"
    if isinstance(found, bool):
        return _("Yes") if found else _("No")
    if isinstance(found, int):
        return str(found) if key in YEARS else written.number(found)
    if isinstance(found, float):
        return _number(found)
    text = str(found)
    if key in CODED:
        return _code(text, key)
    if key in MODELS:
        return model_name(text)
    if key in SAID:
        return sentence(text)
    return _(N_("present")) if key in ENDS and text == "present" else _date(text)


def _base(key: str, of: Mapping[str, Any]) -> str:
    stem, _bar, tongue = key.rpartition("_")
    return stem if tongue in OTHER and f"{stem}_{OTHER[tongue]}" in of else key


def _foreign(key: str, of: Mapping[str, Any]) -> bool:
    return _base(key, of) != key and not key.endswith(f"_{language()}")


def _number(found: float) -> str:
    if 0 < abs(found) < 0.001:
        return f"{found:.3g}"
    return written.number(found, 4).rstrip("0").rstrip(".")


def _code(text: str, key: str) -> str:
    if key == "crop" or DISEASE.fullmatch(text):
        from tools.crop.advice import class_name, crop_name  # Home must not wait for it

        with suppress(BadInput):  # of a model that has gone
            return (crop_name if key == "crop" else class_name)(text, language())
    known = CODES.get(text) or OUTCOMES.get(text)
    return _(known) if known else label(text)


def _date(text: str) -> str:
    try:
        if DAY.fullmatch(text):
            return written.day(date.fromisoformat(text), language())
        if MOMENT.fullmatch(text):
            return written.moment(datetime.fromisoformat(text), language())
    except ValueError:
        return text
    return written.month(text, language()) if MONTH.fullmatch(text) else text
