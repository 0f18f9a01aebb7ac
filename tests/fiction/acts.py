"""How acts are printed: in item 2 of a form, and short, as in a typed line. Knows no document."""

from __future__ import annotations

from random import Random
from typing import Final

from tests.fiction.types import Both
from tools.legal.types import Language

_FORM: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "IPC": (
        ("भा दं सं 1860", "भारतीय दंड संहिता, 1860"),
        ("IPC 1860", "INDIAN PENAL CODE, 1860", "THE INDIAN PENAL CODE, 1860"),
    ),
    "BNS": (
        ("भारतीय न्याय संहिता (बी एन एस), 2023", "भारतीय न्याय संहिता 2023"),
        ("Bharatiya Nyaya Sanhita (BNS), 2023", "THE BHARATIYA NYAYA SANHITA (BNS), 2023"),
    ),
    "NDPS Act": (
        ("स्वापक औषधि और मन:प्रभावी पदार्थ अधिनियम, 1985",),
        ("NARCOTIC DRUGS AND PSYCHOTROPIC SUBSTANCES ACT, 1985", "NDPS ACT, 1985"),
    ),
    "POCSO Act": (
        ("लैंगिक अपराधों से बालकों का संरक्षण अधिनियम, 2012",),
        ("PROTECTION OF CHILDREN FROM SEXUAL OFFENCES ACT, 2012", "POCSO ACT, 2012"),
    ),
    "SC/ST Act": (
        ("अनुसूचित जाति और अनुसूचित जनजाति (अत्याचार निवारण) अधिनियम, 1989",),
        ("SCHEDULED CASTES AND THE SCHEDULED TRIBES (PREVENTION OF ATROCITIES) ACT, 1989",),
    ),
    "IT Act": (("सूचना प्रौद्योगिकी अधिनियम, 2000",), ("INFORMATION TECHNOLOGY ACT, 2000", "I.T. ACT, 2000")),
    "Dowry Prohibition Act": (("दहेज प्रतिषेध अधिनियम, 1961",), ("DOWRY PROHIBITION ACT, 1961",)),
    "Arms Act": (("आयुध अधिनियम, 1959",), ("ARMS ACT, 1959",)),
    "NI Act": (("परक्राम्य लिखत अधिनियम, 1881",), ("NEGOTIABLE INSTRUMENTS ACT, 1881",)),
}
SHORT: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "IPC": (("भा0दं0सं0", "भादंसं", "भा.दं.सं.", "भादवि", "भा.द.वि."), ("IPC", "I.P.C.", "of IPC")),
    "BNS": (("बी0एन0एस0", "बीएनएस", "भारतीय न्याय संहिता"), ("BNS", "of BNS", "B.N.S.")),
    "NDPS Act": (("एन0डी0पी0एस0 एक्ट", "एनडीपीएस एक्ट"), ("NDPS Act",)),
    "POCSO Act": (("पॉक्सो एक्ट",), ("POCSO Act",)),
    "SC/ST Act": (("एससी/एसटी एक्ट",), ("SC/ST Act",)),
    "IT Act": (("आईटी एक्ट",), ("IT Act", "I.T. Act")),
    "Dowry Prohibition Act": (("दहेज प्रतिषेध अधिनियम",), ("Dowry Prohibition Act", "D.P. Act")),
    "Arms Act": (("आयुध अधिनियम",), ("Arms Act",)),
    "NI Act": (("परक्राम्य लिखत अधिनियम",), ("NI Act",)),
}


def form_name(act: str, language: Language, rng: Random) -> str:
    """The act as item 2 of an FIR prints it."""
    hindi, english = _FORM[act]
    return rng.choice(hindi if language == "hi" else english)


def short_name(act: str, language: Language, rng: Random) -> str:
    """The act as a line of a typed report or an order writes it."""
    hindi, english = SHORT[act]
    return rng.choice(hindi if language == "hi" else english)


def act_name(act: str) -> Both:
    """The plainest short name in both languages."""
    hindi, english = SHORT[act]
    return Both(hindi[-1], english[0])
