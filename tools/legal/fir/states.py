"""The states and union territories by name, to read which state's police printed a form. Knows no label."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_NAMES: Final = """
Andhra Pradesh=आंध्र प्रदेश|आन्ध्र प्रदेश
Arunachal Pradesh=अरुणाचल प्रदेश
Assam=असम
Bihar=बिहार
Chhattisgarh|Chattisgarh=छत्तीसगढ़|छत्तीसगढ|छ.ग.|छ0ग0
Goa=गोवा
Gujarat=गुजरात
Haryana=हरियाणा
Himachal Pradesh=हिमाचल प्रदेश|हि.प्र.
Jharkhand=झारखंड|झारखण्ड
Karnataka=कर्नाटक
Kerala=केरल
Madhya Pradesh=मध्य प्रदेश|मध्यप्रदेश|म.प्र.|म0प्र0
Maharashtra=महाराष्ट्र
Manipur=मणिपुर
Meghalaya=मेघालय
Mizoram=मिजोरम
Nagaland=नागालैंड
Odisha|Orissa=ओडिशा|उड़ीसा
Punjab=पंजाब
Rajasthan=राजस्थान
Sikkim=सिक्किम
Tamil Nadu|Tamilnadu=तमिलनाडु
Telangana=तेलंगाना
Tripura=त्रिपुरा
Uttar Pradesh=उत्तर प्रदेश|उत्तरप्रदेश|उ.प्र.|उ0प्र0|उ०प्र०
Uttarakhand|Uttaranchal=उत्तराखंड|उत्तराखण्ड
West Bengal=पश्चिम बंगाल
Delhi=दिल्ली
Chandigarh=चंडीगढ़|चण्डीगढ़
Jammu and Kashmir|Jammu & Kashmir=जम्मू और कश्मीर|जम्मू कश्मीर
Ladakh=लद्दाख
Puducherry=पुडुचेरी
"""


@cache
def _written() -> dict[str, str]:
    """Every writing, and the usual one in its script."""
    found = {}
    for pair in _NAMES.split("\n"):
        for side in pair.split("="):
            names = [name.strip() for name in side.split("|") if name.strip()]
            found.update({name.lower(): names[0] for name in names})
    return found


@cache
def pattern() -> str:
    """A regular expression for the name of a state."""
    return "|".join(re.escape(name) for name in sorted(_written(), key=len, reverse=True))


def usual(name: str) -> str:
    """The usual writing of a state's name, in the script in which it is written."""
    return _written().get(re.sub(r"\s+", " ", name.strip()).lower(), name)


@cache
def police() -> re.Pattern[str]:
    """ "RAJASTHAN POLICE", "हरियाणा पुलिस": the head of a form."""
    return re.compile(
        rf"(?<![\w\u0900-\u097f])(?P<state>{pattern()})\s+(?:State\s+)?(?:police|पुलिस|पोलीस)(?![\w\u0900-\u097f])", re.I
    )
