"""Which code applies to an offence by its date: IPC or BNS, CrPC or BNSS, and what the saving clauses say.

The three new codes came into force on 1 July 2024. Knows no special act, and decides no case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from tools.legal.types import Language
from tools.translations import N_

IN_FORCE: Final = date(2024, 7, 1)
"""Notification of the Ministry of Home Affairs of 24 February 2024 (S.O. 848 to 850)."""
BNS_SAVING: Final = (
    "BNS, section 358(2): Notwithstanding the repeal of the Code referred to in sub-section (1), it shall not affect,— "
    "[…] (c) any penalty, or punishment incurred in respect of any offences committed against the Code so repealed; "
    "or (d) any investigation or remedy in respect of any such penalty, or punishment; or (e) any proceeding, "
    "investigation or remedy in respect of any such penalty or punishment as aforesaid, and any such proceeding or "
    "remedy may be instituted, continued or enforced, and any such penalty may be imposed as if that Code had not been "
    "repealed."
)
BNSS_SAVING: Final = (
    "BNSS, section 531(2)(a): if, immediately before the date on which this Sanhita comes into force, there is any "
    "appeal, application, trial, inquiry or investigation pending, then, such appeal, application, trial, inquiry or "
    "investigation shall be disposed of, continued, held or made, as the case may be, in accordance "
    "with the provisions "
    "of the Code of Criminal Procedure, 1973"
)
Penal = Literal["IPC", "BNS", "both"]
Procedure = Literal["CrPC", "BNSS"]


@dataclass(frozen=True)
class Governing:
    """The penal code by the date of the offence, the code of procedure by the date of the proceeding (empty when not
    known), one sentence about it in each language, and the saving clauses that it rests on, quoted.
    """

    penal: Penal
    procedure: Procedure | Literal[""]
    sentence: Mapping[Language, str]
    quotes: tuple[str, ...]


def governing(offence: date | None, until: date | None = None, proceeding: date | None = None) -> Governing | None:
    """Which codes apply to an offence of that date, or from it `until` another; None without a date.

    `proceeding` is when the FIR was registered or the case begun.
    """
    if offence is None:
        return None
    procedure = procedure_code(proceeding)
    if until and offence < IN_FORCE <= until:
        return Governing("both", procedure, _BOTH, (BNS_SAVING, BNSS_SAVING))
    if offence >= IN_FORCE:
        return Governing("BNS", procedure or "BNSS", _NEW, ())
    sentence = _OLD_WITH[procedure] if procedure else _OLD
    return Governing("IPC", procedure, sentence, (BNS_SAVING, BNSS_SAVING))


def procedure_code(proceeding: date | None) -> Procedure | Literal[""]:
    """CrPC for a proceeding begun before 1 July 2024, else BNSS; empty without a date."""
    if proceeding is None:
        return ""
    return "BNSS" if proceeding >= IN_FORCE else "CrPC"


def disagreement(acts: Iterable[str], offence: date | None, until: date | None = None) -> Mapping[Language, str] | None:
    """A warning when the acts charged disagree with the date of the offence; None when they agree or it is unknown."""
    charged = set(acts)
    if offence is None:
        return None
    if "BNS" in charged and (until or offence) < IN_FORCE:
        return {
            "en": N_(
                f"The document names the BNS, but the offence is dated {offence:%d.%m.%Y}, before 1 July 2024, when "
                "the IPC applied: check the date and the sections."
            ),
            "hi": f"दस्तावेज़ में बीएनएस लिखा है, पर घटना {offence:%d.%m.%Y} की है। 1 जुलाई 2024 से "
            f"पहले की घटना पर आईपीसी लगती है: "
            "तारीख़ और धाराएँ जाँच लें।",
        }
    if "IPC" in charged and "BNS" not in charged and offence >= IN_FORCE:
        return {
            "en": N_(
                f"The document names the IPC, but the offence is dated {offence:%d.%m.%Y}, from 1 July 2024 the BNS "
                "applies: check the date and the sections."
            ),
            "hi": f"दस्तावेज़ में आईपीसी लिखा है, पर घटना {offence:%d.%m.%Y} की है। 1 जुलाई 2024 से "
            f"बीएनएस लागू है: तारीख़ और धाराएँ "
            "जाँच लें।",
        }
    return None


_NEW: Final[Mapping[Language, str]] = {
    "en": "The offence is dated on or after 1 July 2024, so the new codes apply: the BNS for the "
    "offence, the BNSS for the "
    "procedure.",
    "hi": "घटना 1 जुलाई 2024 या उसके बाद की है, इसलिए नए क़ानून लागू हैं: अपराध के लिए बीएनएस, प्रक्रिया के लिए बीएनएसएस।",
}
_OLD: Final[Mapping[Language, str]] = {
    "en": "The offence is dated before 1 July 2024, so the IPC applies to it even now; which code of procedure applies "
    "depends on when the case began.",
    "hi": "घटना 1 जुलाई 2024 से पहले की है, इसलिए उस पर अब भी आईपीसी लगती है; प्रक्रिया का क़ानून इस "
    "पर निर्भर है कि मामला कब शुरू हुआ।",
}
_OLD_WITH: Final[Mapping[str, Mapping[Language, str]]] = {
    "CrPC": {
        "en": "The offence is dated before 1 July 2024, so the IPC applies to it even now; a case "
        "that was pending on that "
        "day goes on under the CrPC.",
        "hi": "घटना 1 जुलाई 2024 से पहले की है, इसलिए उस पर अब भी आईपीसी लगती है; जो मामला उस दिन चल "
        "रहा था, वह सीआरपीसी से ही चलता है।",
    },
    "BNSS": {
        "en": "The offence is dated before 1 July 2024, so the IPC applies to it even now; the case "
        "began on or after that "
        "day, so the procedure is that of the BNSS.",
        "hi": "घटना 1 जुलाई 2024 से पहले की है, इसलिए उस पर अब भी आईपीसी लगती है; मामला उस दिन या "
        "बाद में शुरू हुआ, इसलिए प्रक्रिया "
        "बीएनएसएस की है।",
    },
}
_BOTH: Final[Mapping[Language, str]] = {
    "en": "The offence began before 1 July 2024 and went on after it: the IPC applies to what was "
    "done before, the BNS to "
    "what was done from that day on.",
    "hi": "घटना 1 जुलाई 2024 से पहले शुरू हुई और बाद तक चली: पहले किए गए काम पर आईपीसी, उस दिन से किए गए काम पर बीएनएस लगता है।",
}
