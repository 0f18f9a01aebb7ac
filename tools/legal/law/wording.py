"""The words around section numbers, English and Hindi: keywords before them, fillers, ways of pointing to an act.

Every pattern is bounded, so that no text makes it slow. Knows no act.
"""

from __future__ import annotations

import re
from typing import Final

KEYWORD = re.compile(
    r"(?:(?<![A-Za-z])(?:u\s?/\s?s(?:ec(?:tion)?)?s?(?![a-z])|u\s?/\s?a(?![a-z])|sections?|sec(?:s\b|\b)|ss?\.(?=\s?\d)"
    r"|(?P<article>articles?|arts?\.(?=\s?\d)))|§{1,2}|धाराओं|धाराओ|धाराएँ|धाराएं|धाराऐं|धाराये?ं|धारा|धा[0०॰.]"
    r"|(?P<anuchchhed>अनुच्छेदों|अनुच्छेद))(?:\((?:s|es|एँ|एं|ओं)\))?[\s.:;(\[–-]{0,6}(?:No\.?\s?)?",
    re.I,
)
ORDER = re.compile(
    r"(?:\bOrder|आदेश)\s{1,3}-?(?P<order>[IVXL]{1,7}|\d{1,2})\s?,?\s{0,3}(?:Rules?|R\.|नियम)\s{0,3}(?P<rules>\d{1,3}-?[A-Z]?"
    r"(?:\s?(?:,|and|&|व|एवं)\s?\d{1,3}-?[A-Z]?){0,4})(?:\s?\(\w{1,2}\))?",
)
FILLER = re.compile(
    r"(?:[\s,'\"“”‘’(\[.:–-]|of\b|the\b|under\b|in\b|punishable\b|offences?\b|Indian\b|old\b|new\b|under\s?the\b|के|का|की|को|अन्तर्गत|अंतर्गत|अर्न्तगत"
    r"|तहत|भारतीय|अपराध)",
    re.I,
)
BEFORE = re.compile(
    r"[\s)\]\"'”’.,]{0,4}(?P<of>की|के|का)?\s{0,3}(?P<under>अन्तर्गत|अंतर्गत|अर्न्तगत|तहत)?(?:\s{0,3}(?:विभिन्न|उक्त|निम्न))?"
    r"[\s:(–-]{0,4}"
)
BACK = re.compile(
    r"(?:of|under|in)\s{1,4}(?:the|this)\s{1,4}(?:said|aforesaid|above|same|principal|above\s?said|impugned)?\s{0,4}"
    r"(?P<what>Act|Code|Sanhita|Adhiniyam|Constitution)\b",
    re.I,
)
BACK_BEFORE = re.compile(r"(?P<what>अधिनियम|संहिता|संविधान)\s{0,3}(?:की|के)\s{0,3}(?:अन्तर्गत|अंतर्गत|तहत)?\s{0,3}$")
UNKNOWN = re.compile(
    r"(?P<name>[A-Z][A-Za-z.&'-]{1,30}(?:,?[ \n](?:[A-Z(][A-Za-z.,&'()-]{0,30}|and|of|the|for|on|in|to|or|with)){0,14}?"
    r"[ \n](?:Act|Code|Ordinance|Regulations?|Sanhita|Adhiniyam))\b(?:,?\s?(?:1[89]|20)\d\d)?"
)
UNKNOWN_HINDI = re.compile(r"(?P<name>(?:[ऀ-ॿ().]{1,25}\s){1,8}?(?:अधिनियम|एक्ट|संहिता))(?![ऀ-ॿ])")
LONGEST_FILL = 8
GAP = 40  # characters between an act and the keyword after it
ARTICLES: Final = frozenset(
    (
        *range(12, 23), 25, 26, 32, 39, 50, 51, 72, 129, 131, 132, 133, 134, 136, 137, 141, 142, 144, 145, 161, 162,
        163, 213, 215, 225, 226, 227, 233, 235, 243, 246, 254, 300, 309, 311, 323, 329, 341, 342, 356, 368,
    )
)  # fmt: skip
AGAIN = re.compile(
    r"\s{0,3}(?:,|and|&|or|r/w|read\s{1,2}with|व|एवं|और|तथा|सहपठित)?\s{0,3}(?:under\s{1,3})?(?:Sections?|Secs?\.|Ss?\.(?=\s?\d)|u/s|धारा)[\s.:]{0,3}",
    re.I,
)
NEXT_LIST = re.compile(r"(?:[\s,;&/)+]|and\b|r/w\b|read\b|with\b|under\b|व(?![ऀ-ॿ])|एवं|और|तथा|सहपठित|सपठित){0,8}", re.I)
BOUND_KEYWORD = re.compile(r"[\s,]{0,3}(?:की|के|का)?\s{0,3}(?:अन्तर्गत|अंतर्गत|तहत)?\s{0,3}(?:धारा|u/s|Section)", re.I)
