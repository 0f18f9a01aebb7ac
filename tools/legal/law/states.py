"""States whose own acts police and courts name, by the writings that stand before such an act. Knows no act."""

from __future__ import annotations

from functools import cache
from typing import Final

from tools.legal.law.spelling import spelled, squeezed
from tools.legal.types import Language

STATES: Final = {
    "UP": ("Uttar Pradesh", "उत्तर प्रदेश", "U.P.|UP|Uttar Pradesh|United Provinces|उ.प्र.|उत्तर प्रदेश|यू.पी.|संयुक्त प्रान्त"),
    "MP": ("Madhya Pradesh", "मध्य प्रदेश", "M.P.|MP|Madhya Pradesh|म.प्र.|मध्य प्रदेश|एम.पी."),
    "Bihar": ("Bihar", "बिहार", "Bihar|बिहार"),
    "Jharkhand": ("Jharkhand", "झारखंड", "Jharkhand|झारखण्ड"),
    "Rajasthan": ("Rajasthan", "राजस्थान", "Rajasthan|Raj.|राजस्थान|राज."),
    "Chhattisgarh": ("Chhattisgarh", "छत्तीसगढ़", "Chhattisgarh|Chattisgarh|C.G.|CG|छत्तीसगढ़|छ.ग."),
    "Punjab": ("Punjab", "पंजाब", "Punjab|पंजाब"),
    "Haryana": ("Haryana", "हरियाणा", "Haryana|हरियाणा"),
    "Delhi": ("Delhi", "दिल्ली", "Delhi|दिल्ली"),
    "Uttarakhand": ("Uttarakhand", "उत्तराखंड", "Uttarakhand|Uttaranchal|उत्तराखण्ड|उत्तरांचल"),
    "Himachal Pradesh": ("Himachal Pradesh", "हिमाचल प्रदेश", "H.P.|HP|Himachal Pradesh|हि.प्र.|हिमाचल प्रदेश"),
    "Gujarat": ("Gujarat", "गुजरात", "Gujarat|गुजरात"),
    "Maharashtra": ("Maharashtra", "महाराष्ट्र", "Maharashtra|Bombay|महाराष्ट्र"),
    "Karnataka": ("Karnataka", "कर्नाटक", "Karnataka|कर्नाटक"),
    "Assam": ("Assam", "असम", "Assam|असम"),
    "West Bengal": ("West Bengal", "पश्चिम बंगाल", "West Bengal|Bengal|पश्चिम बंगाल"),
}  # fmt: skip


def state_in(text: str) -> str:
    """The first state that `text` names, by its key; empty when it names none."""
    form = squeezed(text)
    places = [
        (at, -len(name), state)
        for name, state in _writings()
        if (at := form.text.find(name)) >= 0 and form.whole(at, at + len(name))
    ]
    return min(places, default=(0, 0, ""))[2]


def state_before(text: str, end: int) -> tuple[str, int]:
    """The state that is named right before character `end`, and where its name begins; empty, and `end`, for none."""
    first = max(0, end - 24)
    form = squeezed(text[first:end])
    for name, state in _writings():
        at = len(form.text) - len(name)
        if at >= 0 and form.text.endswith(name) and form.whole(at, len(form.text)):
            return state, first + form.places[at]
    return "", end


def state_name(state: str, language: Language) -> str:
    """The state's name in `language`."""
    english, hindi, _ = STATES[state]
    return hindi if language == "hi" else english


def state_spellings() -> tuple[str, ...]:
    """Every writing of a state in the form of `tools.legal.law.spelling`, longest first."""
    return tuple(name for name, _ in _writings())


@cache
def _writings() -> tuple[tuple[str, str], ...]:
    found = [(spelled(name), state) for state, (_, _, names) in STATES.items() for name in names.split("|")]
    return tuple(sorted(found, key=lambda item: -len(item[0])))
