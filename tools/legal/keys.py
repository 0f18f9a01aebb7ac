"""The facts that are looked for, in one table: key, what it is called in English and Hindi, and how it is treated.

The order is the order in which a page shows them. Knows nothing of how a fact is found.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Shape = Literal["text", "date", "time", "number", "money", "list", "long"]
Personal = Literal["", "number", "person"]
"""Always masked (telephone, UID…), masked where the law protects the victim, or never."""


@dataclass(frozen=True)
class Key:
    """One fact: its key, its names, the form of its value and whether it is personal."""

    key: str
    en: str
    hi: str
    shape: Shape = "text"
    personal: Personal = ""


FIR: Final = (
    Key("fir_number", "FIR number", "एफआईआर नंबर", "number"),
    Key("year", "Year", "वर्ष", "number"),
    Key("state", "State", "राज्य"),
    Key("district", "District", "ज़िला"),
    Key("police_station", "Police station", "थाना"),
    Key("fir_date", "Date of FIR", "एफआईआर की तारीख़", "date"),
    Key("fir_time", "Time of FIR", "एफआईआर का समय", "time"),
    Key("offence_day", "Day of offence", "घटना का दिन"),
    Key("offence_date_from", "Offence from (date)", "घटना कब से (तारीख़)", "date"),
    Key("offence_date_to", "Offence to (date)", "घटना कब तक (तारीख़)", "date"),
    Key("offence_time_period", "Part of the day", "पहर"),
    Key("offence_time_from", "Offence from (time)", "घटना कब से (समय)", "time"),
    Key("offence_time_to", "Offence to (time)", "घटना कब तक (समय)", "time"),
    Key("information_date", "Information received (date)", "थाने को सूचना (तारीख़)", "date"),
    Key("information_time", "Information received (time)", "थाने को सूचना (समय)", "time"),
    Key("diary_number", "General diary entry", "रोज़नामचा नंबर", "number"),
    Key("diary_date", "General diary date", "रोज़नामचा तारीख़", "date"),
    Key("diary_time", "General diary time", "रोज़नामचा समय", "time"),
    Key("information_type", "Type of information", "सूचना का प्रकार"),
    Key("place_direction_distance", "Direction and distance from the police station", "थाने से दिशा और दूरी"),
    Key("beat_number", "Beat number", "बीट नंबर", "number"),
    Key("place", "Place of offence", "घटना की जगह"),
    Key("outside_police_station", "Police station of the place (if another)", "जगह का थाना (अगर दूसरा है)"),
    Key("outside_district", "District of the place (if another)", "जगह का ज़िला (अगर दूसरा है)"),
    Key("complainant_name", "Complainant", "शिकायत करने वाला", personal="person"),
    Key("complainant_relative", "Complainant's father or husband", "पिता या पति का नाम", personal="person"),
    Key("complainant_birth", "Complainant's date or year of birth", "जन्म की तारीख़ या साल", personal="person"),
    Key("complainant_nationality", "Nationality", "राष्ट्रीयता"),
    Key("complainant_uid", "Complainant's UID (Aadhaar)", "आधार नंबर", "number", "number"),
    Key("complainant_passport", "Complainant's passport", "पासपोर्ट नंबर", "number", "number"),
    Key("complainant_occupation", "Complainant's occupation", "काम"),
    Key("complainant_address", "Complainant's address", "पता", personal="person"),
    Key("complainant_phone", "Complainant's telephone", "फ़ोन नंबर", "number", "number"),
    Key("accused", "Accused", "अभियुक्त (जिन पर आरोप है)", "list"),
    Key("accused_unknown", "Unknown accused", "अज्ञात अभियुक्त"),
    Key("accused_more_than", "Accused more than", "अभियुक्त इससे ज़्यादा", "number"),
    Key("delay_reason", "Reason for delay", "देरी का कारण"),
    Key("property", "Property", "संपत्ति", "list"),
    Key("property_value", "Total value of property", "संपत्ति का कुल मूल्य", "money"),
    Key("inquest_number", "Inquest report or U.D. case", "मृत्यु समीक्षा या यू.डी. केस"),
    Key("story", "First information", "घटना का ब्योरा", "long"),
    Key("action_taken", "Action taken", "पुलिस ने क्या किया"),
    Key("investigating_officer", "Investigating officer", "जाँच अधिकारी"),
    Key("investigating_officer_rank", "Rank of the investigating officer", "जाँच अधिकारी का पद"),
    Key("officer_in_charge", "Officer in charge", "थाना प्रभारी"),
    Key("sent_to_court_date", "Sent to court (date)", "अदालत को भेजा (तारीख़)", "date"),
    Key("sent_to_court_time", "Sent to court (time)", "अदालत को भेजा (समय)", "time"),
)

ORDER: Final = (
    Key("court", "Court", "अदालत"),
    Key("bench", "Judge", "जज", "list"),
    Key("cnr", "CNR number", "सीएनआर नंबर", "number"),
    Key("neutral_citation", "Neutral citation", "न्यूट्रल साइटेशन", "number"),
    Key("case_type", "Type of case", "मुक़दमे का प्रकार"),
    Key("case_number", "Case number", "मुक़दमा नंबर", "number"),
    Key("petitioner", "Petitioner or applicant", "अर्ज़ी देने वाला", "list"),
    Key("respondent", "Respondent or accused", "दूसरा पक्ष", "list"),
    Key("petitioner_counsel", "Counsel for the petitioner", "अर्ज़ी देने वाले के वकील", "list"),
    Key("respondent_counsel", "Counsel for the respondent", "दूसरे पक्ष के वकील", "list"),
    Key("order_date", "Date of the order", "आदेश की तारीख़", "date"),
    Key("reserved_date", "Reserved on", "फ़ैसला सुरक्षित", "date"),
    Key("hearing_date", "Date of hearing", "सुनवाई की तारीख़", "date"),
    Key("fir_number", "FIR number", "एफआईआर नंबर", "number"),
    Key("fir_date", "Date of FIR", "एफआईआर की तारीख़", "date"),
    Key("police_station", "Police station", "थाना"),
    Key("district", "District", "ज़िला"),
    Key("arrest_date", "Date of arrest or first remand", "गिरफ़्तारी या पहली रिमांड", "date"),
    Key("relief_asked", "What was asked for", "क्या माँगा गया"),
    Key("conditions", "Conditions", "शर्तें", "list"),
    Key("bond", "Bond", "मुचलका (बांड)", "money"),
    Key("surety", "Surety", "ज़मानतदार"),
    Key("sentence", "Sentence", "सज़ा", "list"),
    Key("fine", "Fine", "जुर्माना", "money"),
    Key("money", "Amounts ordered", "रक़म", "list"),
    Key("directions", "Directions", "निर्देश", "list"),
    Key("compliance", "Time allowed", "कितने समय में", "list"),
    Key("next_date", "Next date", "अगली तारीख़", "date"),
    Key("next_purpose", "Purpose of the next date", "अगली तारीख़ किस लिए"),
)

KEYS: Final = {key.key: key for key in (*ORDER, *FIR)}


def label(key: str, language: str) -> str:
    """What the fact `key` is called in ``en`` or ``hi``."""
    found = KEYS[key]
    return found.hi if language == "hi" else found.en
