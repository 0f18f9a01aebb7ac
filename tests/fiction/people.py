"""Invented people: first names and surnames put together at random. Nobody here exists."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final

from tests.fiction.types import Both
from tools.legal.types import Language

MEN: Final = tuple(
    Both(*pair.split("|"))
    for pair in (
        "रमेश|Ramesh", "सुरेश|Suresh", "महेन्द्र|Mahendra", "दिनेश|Dinesh", "राजकुमार|Rajkumar", "मोहन|Mohan",
        "विजय|Vijay", "अनिल|Anil", "संजय|Sanjay", "हरिओम|Hariom", "बनवारी|Banwari", "गोपाल|Gopal", "कैलाश|Kailash",
        "इमरान|Imran", "सलीम|Salim", "अकरम|Akram", "गुरमीत|Gurmeet", "बलविंदर|Balwinder", "राकेश|Rakesh", "नरेश|Naresh",
        "लोकेश|Lokesh", "पंकज|Pankaj", "मनोज|Manoj", "धर्मेन्द्र|Dharmendra", "शिवराम|Shivram", "भगवान|Bhagwan",
    )
)  # fmt: skip
WOMEN: Final = tuple(
    Both(*pair.split("|"))
    for pair in (
        "सीता|Sita", "गीता|Geeta", "कमला|Kamla", "सुनीता|Sunita", "अनीता|Anita", "रेखा|Rekha", "पूजा|Pooja",
        "शबाना|Shabana", "नसरीन|Nasreen", "हरप्रीत|Harpreet", "ममता|Mamta", "लक्ष्मी|Lakshmi", "सावित्री|Savitri",
        "किरण|Kiran", "ज्योति|Jyoti", "राधा|Radha",
    )
)  # fmt: skip
SURNAMES: Final = tuple(
    Both(*pair.split("|"))
    for pair in (
        "शर्मा|Sharma", "यादव|Yadav", "मीणा|Meena", "गुर्जर|Gurjar", "वर्मा|Verma", "प्रजापत|Prajapat", "चौधरी|Choudhary",
        "पटेल|Patel", "सैनी|Saini", "राठौड़|Rathore", "जाटव|Jatav", "कुशवाहा|Kushwaha", "साहू|Sahu", "तिवारी|Tiwari",
        "अग्रवाल|Agarwal", "मालवीय|Malviya", "बैरवा|Bairwa", "सोलंकी|Solanki",
    )
)  # fmt: skip
MUSLIM: Final = frozenset(("इमरान", "सलीम", "अकरम", "शबाना", "नसरीन"))
SIKH: Final = frozenset(("गुरमीत", "बलविंदर", "हरप्रीत"))
JUDGES: Final = tuple(
    Both(*pair.split("|"))
    for pair in (
        "अविनाश देशमुख|Avinash Deshmukh", "नीलिमा त्रिवेदी|Neelima Trivedi", "हरीश चन्द्र भटनागर|Harish Chandra Bhatnagar",
        "शैलेन्द्र पुरोहित|Shailendra Purohit", "मीनाक्षी अय्यर|Meenakshi Iyer", "देवदत्त माथुर|Devdutt Mathur",
        "रूपिंदर सिंह गिल|Rupinder Singh Gill", "सुचित्रा बनर्जी|Suchitra Banerjee",
    )
)  # fmt: skip
LAWYERS: Final = tuple(
    Both(*pair.split("|"))
    for pair in (
        "प्रमोद कुलश्रेष्ठ|Pramod Kulshreshtha", "नितिन सक्सेना|Nitin Saxena", "अंजलि भार्गव|Anjali Bhargava",
        "फ़रहान कुरैशी|Farhan Qureshi", "विवेक रस्तोगी|Vivek Rastogi", "ऋतु खन्ना|Ritu Khanna",
        "जसपाल सिंह बेदी|Jaspal Singh Bedi", "मुकेश पारीक|Mukesh Pareek",
    )
)  # fmt: skip
OCCUPATIONS: Final = tuple(
    Both(*pair.split("|"))
    for pair in (
        "कृषक|Farmer", "दुकानदार|Shopkeeper", "निजी नौकरी|Private Service", "मजदूरी|Labour", "गृहिणी|Housewife",
        "शिक्षक|Teacher", "वाहन चालक|Driver", "छात्र|Student",
    )
)  # fmt: skip
RANKS: Final = tuple(
    Both(*pair.split("|"))
    for pair in (
        "उप निरीक्षक|SI (Sub-Inspector)", "सहायक उप निरीक्षक|ASI (Assistant Sub-Inspector)", "निरीक्षक|Inspector",
        "प्रधान आरक्षक|Head Constable",
    )
)  # fmt: skip


@dataclass(frozen=True)
class Person:
    """An invented person; `relative` is the father, or the husband of a married woman."""

    name: Both
    relative: Both
    woman: bool
    married: bool
    birth_year: int
    occupation: Both
    phone: str

    def known_as(self, language: Language) -> str:
        """Name with son of or wife of, as typed papers have it."""
        if language == "hi":
            return f"{self.name.hi} {'पत्नी' if self.married else 'पुत्री' if self.woman else 'पुत्र'} {self.relative.hi}"
        return f"{self.name.en} {'W/o' if self.married else 'D/o' if self.woman else 'S/o'} {self.relative.en}"


def person(rng: Random, *, woman: bool | None = None, surname: Both | None = None) -> Person:
    """An adult; every fifth a woman unless `woman` says. Telephone numbers stand in a range kept for fiction here."""
    female = rng.random() < 0.2 if woman is None else woman
    first = rng.choice(WOMEN if female else MEN)
    married = female and rng.random() < 0.7
    family = surname or surname_of(first, rng, female)
    father = rng.choice([name for name in MEN if kind(name) == kind(first) and name != first])
    jobs = [job for job in OCCUPATIONS if female or job.en != "Housewife"]
    return Person(
        joined(first, family), joined(father, surname or surname_of(father, rng, False) if kind(first) else family),
        female, married, rng.randint(1958, 2004), rng.choice(jobs), f"90000{rng.randint(0, 99999):05d}",
    )  # fmt: skip


def strangers(rng: Random, count: int) -> list[Person]:
    """Men of different names."""
    found: dict[str, Person] = {}
    while len(found) < count:
        who = person(rng, woman=False)
        found.setdefault(who.name.en, who)
    return list(found.values())


def is_woman(professional: Both) -> bool:
    """Whether a judge or lawyer of the lists above is a woman."""
    return professional.en.split()[0] in ("Neelima", "Meenakshi", "Suchitra", "Anjali", "Ritu")


def kind(first: Both) -> str:
    """Which surnames go with a first name."""
    return "muslim" if first.hi in MUSLIM else "sikh" if first.hi in SIKH else ""


def surname_of(first: Both, rng: Random, woman: bool) -> Both:
    """A surname that goes with `first`."""
    if kind(first) == "muslim":
        return Both("बानो", "Bano") if woman else rng.choice((Both("खान", "Khan"), Both("अंसारी", "Ansari")))
    if kind(first) == "sikh":
        return Both("कौर", "Kaur") if woman else Both("सिंह", "Singh")
    return rng.choice(SURNAMES)


def joined(first: Both, last: Both) -> Both:
    """First and last name in both languages."""
    return Both(f"{first.hi} {last.hi}", f"{first.en} {last.en}")
