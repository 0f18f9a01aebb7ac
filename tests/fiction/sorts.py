"""The sorts of orders: which court makes them, what they are called, how they may end. Knows no text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tests.fiction.types import Both
from tools.legal.types import OutcomeKind

_SESSIONS: Final = (
    Both("अपर सत्र न्यायाधीश", "Additional Sessions Judge"),
    Both("सत्र न्यायाधीश", "Sessions Judge"),
    Both("द्वितीय अपर सत्र न्यायाधीश", "Additional Sessions Judge-02"),
)
_MAGISTRATES: Final = (
    Both("न्यायिक मजिस्ट्रेट प्रथम श्रेणी", "Judicial Magistrate First Class"),
    Both("मुख्य न्यायिक मजिस्ट्रेट", "Chief Judicial Magistrate"),
)


@dataclass(frozen=True)
class Sort:
    """A sort of order.

    `body` and `endings` are keys of the texts; `high` says whether a High Court makes it; `state_first` whether the
    State (or a complainant) stands before the accused; `next` whether it names a next date.
    """

    key: str
    body: str
    endings: tuple[str, ...]
    types_en: tuple[str, ...]
    types_hi: tuple[str, ...]
    high: bool = False
    has_fir: bool = True
    state_first: bool = False
    next: bool = False
    offices: tuple[Both, ...] = _SESSIONS
    judgment: bool = False
    supreme: bool = False
    roles_en: tuple[str, str] = ("Applicant", "Respondent")
    roles_hi: tuple[str, str] = ("आवेदक", "अनावेदक")


_PETITION: Final = (("Petitioner", "Respondent"), ("याचिकाकर्ता", "प्रत्यर्थी"))
_BAIL_HIGH: Final = (
    "BAIL APPLN.",
    "MCRC",
    "S.B. Criminal Miscellaneous Bail Application",
    "Criminal Misc. Bail Application",
)
SORTS: Final = (
    Sort("bail", "bail", ("bail_granted", "bail_refused"),
         ("Bail Application", "Crl. Misc. Bail Application"),
         ("जमानत आवेदन", "जमानत प्रार्थना पत्र")),
    Sort("bail_high", "bail", ("bail_granted", "bail_refused"), _BAIL_HIGH,
         ("दाण्डिक विविध जमानत आवेदन",), high=True),
    Sort("anticipatory", "anticipatory", ("anticipatory_bail_granted", "anticipatory_bail_refused"),
         ("Anticipatory Bail Application",), ("अग्रिम जमानत आवेदन", "अग्रिम जमानत प्रार्थना पत्र")),
    Sort("anticipatory_high", "anticipatory",
         ("anticipatory_bail_granted", "anticipatory_bail_refused"), _BAIL_HIGH,
         ("दाण्डिक विविध अग्रिम जमानत आवेदन",), high=True),
    Sort("quash", "quash", ("quashed", "quash_refused"), ("CRL.M.C.", "Criminal Misc. Petition"),
         ("दाण्डिक विविध याचिका",), high=True, judgment=True, roles_en=_PETITION[0], roles_hi=_PETITION[1]),
    Sort("writ", "writ", ("allowed", "partly_allowed", "dismissed", "disposed"),
         ("W.P.(C)", "Writ Petition", "Civil Writ Petition"), ("रिट याचिका",), high=True, has_fir=False,
         judgment=True, roles_en=_PETITION[0], roles_hi=_PETITION[1]),
    Sort("cheque", "cheque", ("convicted_cheque", "acquitted_cheque"),
         ("CC NI Act", "Criminal Complaint"), ("परिवाद प्रकरण",), has_fir=False, state_first=True,
         offices=_MAGISTRATES, judgment=True, roles_en=("Complainant", "Accused"),
         roles_hi=("परिवादी", "अभियुक्त")),
    Sort("trial", "trial", ("convicted", "acquitted"),
         ("Sessions Case", "Criminal Case"), ("सत्र प्रकरण", "दाण्डिक प्रकरण"),
         state_first=True, judgment=True, roles_en=("Prosecution", "Accused"), roles_hi=("अभियोजन", "अभियुक्त")),
    Sort("remand", "remand", ("custody_remand",), ("Remand Application",), ("रिमांड आवेदन",),
         state_first=True, next=True, offices=_MAGISTRATES, roles_en=("Prosecution", "Accused"),
         roles_hi=("अभियोजन", "अभियुक्त")),
    Sort("daily", "daily", ("adjourned", "notice_issued"), ("Criminal Revision", "Criminal Appeal"),
         ("दाण्डिक पुनरीक्षण", "दाण्डिक अपील"), has_fir=False, next=True, roles_en=("Revisionist", "Respondent"),
         roles_hi=("पुनरीक्षणकर्ता", "प्रत्यर्थी")),
    Sort("stay", "stay", ("stay_granted",), ("W.P.(C)", "Writ Petition"), ("रिट याचिका",), high=True,
         has_fir=False, next=True, roles_en=_PETITION[0], roles_hi=_PETITION[1]),
    Sort("short", "short", ("dismissed_withdrawn", "dismissed_default"),
         ("CRL.REV.P.", "Criminal Revision"),
         ("दाण्डिक पुनरीक्षण",), high=True, has_fir=False, roles_en=_PETITION[0], roles_hi=_PETITION[1]),
    Sort("appeal", "appeal", ("appeal_allowed", "appeal_dismissed"), ("CRIMINAL APPEAL",), (), high=True, judgment=True,
         supreme=True, roles_en=("Appellant(s)", "Respondent(s)")),
    Sort("cancel", "cancel", ("bail_cancelled", "cancel_refused"), ("Crl. Misc. Application",), ("विविध आवेदन",),
         state_first=True),
    Sort("charge", "charge", ("charges_framed", "discharged"), ("Sessions Case",), ("सत्र प्रकरण",), state_first=True,
         next=True, roles_en=("Prosecution", "Accused"), roles_hi=("अभियोजन", "अभियुक्त")),
)  # fmt: skip
BY_KEY: Final = {sort.key: sort for sort in SORTS}
OUTCOMES: Final[dict[str, tuple[OutcomeKind, ...]]] = {
    "quashed": ("quashed", "allowed"),
    "quash_refused": ("quash_refused", "dismissed"),
    "convicted_cheque": ("convicted", "sentenced"),
    "acquitted_cheque": ("acquitted",),
    "convicted": ("convicted", "sentenced"),
    "appeal_allowed": ("allowed", "set_aside", "acquitted"),
    "appeal_dismissed": ("dismissed",),
    "bail_cancelled": ("bail_cancelled", "allowed"),
    "cancel_refused": ("dismissed",),
    "notice_issued": ("notice_issued", "adjourned"),
}
"""Kinds that count as the outcome of an ending, the best first; an ending that is not here is a kind itself."""
