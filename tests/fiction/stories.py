"""What happened: offences with their sections in the old and the new law, property, and the story in two languages.

The stories' words stand in `stories.toml`. Knows nothing of forms.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from tests.fiction.types import Both

Acts = tuple[tuple[str, tuple[str, ...]], ...]
"""Short name of an act and its sections, as item 2 of the form lists them."""


class Thing(NamedTuple):
    """Property: category, type, description, least and greatest value in rupees."""

    category: Both
    kind: Both
    description: Both
    least: int
    most: int


@dataclass(frozen=True)
class Offence:
    """An offence: its sections before and since 1 July 2024, of special acts in both, how many accused are known.

    `name` is how an order calls it.
    """

    key: str
    name: Both
    old: Acts
    new: Acts
    accused: tuple[int, int]
    things: tuple[Thing, ...] = ()
    more: Acts = ()


def texts(name: str) -> dict[str, Both]:
    """The texts of a file beside this one, by heading, each as one paragraph."""
    tables = tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return {key: Both(" ".join(table["hi"].split()), " ".join(table["en"].split())) for key, table in tables.items()}


def _thing(category: str, kind: str, description: str, least: int, most: int) -> Thing:
    return Thing(Both(*category.split("|")), Both(*kind.split("|")), Both(*description.split("|")), least, most)


_PHONE = _thing(
    "इलेक्ट्रिकल और इलेक्ट्रॉनिक सामान|Electrical And Electronic Goods", "मोबाइल फ़ोन|Mobile Phone",
    "मोबाइल फ़ोन काले रंग का|Mobile phone, black colour", 6000, 42000,
)  # fmt: skip
_MOTORCYCLE = _thing(
    "ऑटोमोबाइल और अन्य|Automobiles And Others", "मोटर साइकिल|Motor Cycle",
    "मोटर साइकिल हीरो स्प्लेंडर लाल काली|Motor cycle Hero Splendor red and black", 25000, 70000,
)  # fmt: skip
_CHAIN = _thing(
    "आभूषण|Jewellery", "सोने की चेन|Gold Chain", "सोने की चेन करीब 15 ग्राम|Gold chain about 15 grams", 60000, 110000
)
_CASH = _thing("सिक्के और मुद्रा|Coins And Currency", "भारतीय मुद्रा|Indian Currency", "नकद राशि|Cash", 5000, 400000)


def _ipc(*numbers: str) -> Acts:
    return (("IPC", numbers),)


def _bns(*numbers: str) -> Acts:
    return (("BNS", numbers),)


OFFENCES: Final = (
    Offence("theft", Both("वाहन चोरी", "theft of a motor cycle"), _ipc("379"), _bns("303(2)"), (0, 0), (_MOTORCYCLE,)),
    Offence("cheating", Both("धोखाधड़ी", "cheating"), _ipc("420", "406"), _bns("318(4)", "316(2)"), (1, 2), (_CASH,)),
    Offence(
        "hurt", Both("मारपीट", "voluntarily causing hurt"), _ipc("323", "341", "504", "506", "34"),
        _bns("115(2)", "126(2)", "352", "351(2)", "3(5)"), (2, 4),
    ),
    Offence(
        "house_breaking", Both("रात में घर में चोरी", "house-breaking by night"), _ipc("457", "380"),
        _bns("331(4)", "305(a)"), (0, 0), (_CHAIN, _CASH),
    ),
    Offence("accident", Both("सड़क दुर्घटना", "rash driving"), _ipc("279", "337"), _bns("281", "125(a)"), (0, 1)),
    Offence(
        "dowry", Both("दहेज के लिए प्रताड़ना", "cruelty for dowry"), _ipc("498A", "406", "323"),
        _bns("85", "316(2)", "115(2)"), (2, 3), more=(("Dowry Prohibition Act", ("3", "4")),),
    ),
    Offence("ndps", Both("गांजा रखना", "possession of ganja"), (), (), (1, 1), more=(("NDPS Act", ("8", "20")),)),
    Offence(
        "pocso", Both("नाबालिग से छेड़छाड़", "assault on a minor girl"), _ipc("354", "354A"), _bns("74", "75"), (1, 1),
        more=(("POCSO Act", ("7", "8")),),
    ),
    Offence(
        "caste", Both("जातिसूचक गाली", "insult by caste name"), _ipc("323", "504"), _bns("115(2)", "352"), (1, 2),
        more=(("SC/ST Act", ("3(1)(r)", "3(1)(s)")),),
    ),
    Offence(
        "cyber", Both("ऑनलाइन ठगी", "online fraud"), _ipc("420"), _bns("318(4)"), (0, 0), (_CASH,),
        (("IT Act", ("66C", "66D")),),
    ),
    Offence(
        "snatching", Both("चेन छीनना", "snatching of a chain"), _ipc("356", "379"), _bns("304(2)"), (0, 0),
        (_CHAIN, _PHONE),
    ),
)  # fmt: skip
BY_KEY: Final = {offence.key: offence for offence in OFFENCES}
WOMEN_ONLY: Final = frozenset(("dowry", "snatching"))
_TEXTS: Final = texts("stories.toml")
PADDING, REGISTERED, WITNESS = _TEXTS["padding"], _TEXTS["registered"], _TEXTS["witness"]


def story(offence: Offence) -> Both:
    """The story of `offence` with its gaps."""
    return _TEXTS[offence.key]
