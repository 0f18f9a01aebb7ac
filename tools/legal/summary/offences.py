"""Kinds of offence in a few plain words, and lists of sections as the summary says them.

Holds the words of `data/legal/offences.toml`; what a section says in full and how it is punished is in
`tools.legal.law`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Final

from tools.legal.law.table import row
from tools.legal.summary.spoken import listed
from tools.legal.types import Language, SectionMention
from tools.settings import DATA

LONGEST_OFFENCE: Final = 90  # characters; a longer line of the table of law says too much for a summary
NO_OFFENCES: Final = frozenset({"CrPC", "BNSS", "CPC", "BSA", "Evidence Act", "Constitution"})
MOST_KINDS: Final = 4
MOST_SECTIONS: Final = 8
_SPOKEN_ACTS: Final = {
    "IPC": "आईपीसी", "BNS": "बीएनएस", "CrPC": "सीआरपीसी", "BNSS": "बीएनएसएस", "BSA": "बीएसए", "CPC": "सीपीसी",
    "Evidence Act": "एविडेंस एक्ट", "NDPS Act": "एनडीपीएस एक्ट", "POCSO Act": "पॉक्सो एक्ट", "SC/ST Act": "एससी/एसटी एक्ट",
    "Arms Act": "आर्म्स एक्ट", "IT Act": "आईटी एक्ट", "MV Act": "मोटर गाड़ी एक्ट", "NI Act": "चेक का क़ानून (एनआई एक्ट)",
    "DV Act": "घरेलू हिंसा एक्ट", "Dowry Prohibition Act": "दहेज एक्ट", "Public Gambling Act": "जुआ एक्ट",
    "Gambling Act": "जुआ एक्ट", "Excise Act": "आबकारी एक्ट", "JJ Act": "जेजे एक्ट", "UAPA": "यूएपीए", "PMLA": "पीएमएलए",
    "Constitution": "संविधान", "Prevention of Corruption Act": "भ्रष्टाचार एक्ट",
}  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """A kind of offence in a few words; `joint` for a way of taking part rather than a deed of its own."""

    en: str
    hi: str
    joint: bool = False

    def plain(self, language: Language) -> str:
        """The words in one language."""
        return self.hi if language == "hi" else self.en


def kind_of(act: str, section: str) -> Kind | None:
    """What a section of an act is about; None when it is not known or no offence.

    The few plain words of `data/legal/offences.toml` where there are any, else those of the table of law, else what the
    whole act is about.
    """
    table = _kinds().get(act, {})
    if found := table.get(section) or table.get(re.split(r"[(-]", section)[0]):
        return found
    if found := _acts().get(act) or _acts().get(act.partition(" (")[0]):
        return found
    return _from_law(act, section)


def offences(mentions: Iterable[SectionMention], language: Language) -> str:
    """What the charged sections are about, each kind once; empty when none of them is known."""
    kinds = [kind_of(mention.act, mention.section) for mention in mentions if mention.use == "charged"]
    deeds = dict.fromkeys(kind for kind in kinds if kind and not kind.joint)
    known = deeds or dict.fromkeys(kind for kind in kinds if kind)
    return listed(list(dict.fromkeys(kind.plain(language) for kind in known)), language, MOST_KINDS)


def sections(mentions: Iterable[SectionMention], language: Language) -> str:
    """The charged sections by act: "IPC 379 and 411", "आईपीसी 379 और 411"; empty when there are none."""
    charged = dict.fromkeys((one.act, one.section) for one in mentions if one.use == "charged")
    order = {act: number for number, act in enumerate(dict.fromkeys(act for act, _ in charged))}
    parts = []
    for act, pairs in groupby(sorted(charged, key=lambda pair: order[pair[0]]), key=lambda pair: pair[0]):
        numbers = listed([section for _, section in pairs], language, MOST_SECTIONS)
        parts.append(f"{_act(act, language)} {numbers}")
    return "; ".join(parts)


def _from_law(act: str, section: str) -> Kind | None:
    found = row(act, section)
    if found is None or act in NO_OFFENCES or "(definition)" in found.offence_en:
        return None
    english, hindi = (re.split(r" \(|;|:", text)[0] for text in (found.offence_en, found.offence_hi))
    if not english or not hindi or len(english) > LONGEST_OFFENCE:
        return None
    return Kind(english[0].lower() + english[1:], hindi)


def _act(act: str, language: Language) -> str:
    if language == "en":
        return act
    code, _, state = act.partition(" (")
    return _SPOKEN_ACTS.get(act) or (f"{_SPOKEN_ACTS[code]} ({state}" if code in _SPOKEN_ACTS else act)


@cache
def _kinds() -> Mapping[str, Mapping[str, Kind]]:
    found: dict[str, dict[str, Kind]] = {"IPC": {}, "BNS": {}}
    tables = _tables()
    for name in ("offence", "joint"):
        for line in tables[name]:
            kind = Kind(str(line["en"]), str(line["hi"]), joint=name == "joint")
            found["IPC"].update(dict.fromkeys(line["ipc"], kind))
            found["BNS"].update(dict.fromkeys(line["bns"], kind))
    return found


@cache
def _acts() -> Mapping[str, Kind]:
    return {str(row["code"]): Kind(str(row["en"]), str(row["hi"])) for row in _tables()["act"]}


@cache
def _tables() -> dict[str, list[dict[str, str | list[str]]]]:
    found: dict[str, list[dict[str, str | list[str]]]] = tomllib.loads(
        (DATA / "legal" / "offences.toml").read_text(encoding="utf-8")
    )
    return found
