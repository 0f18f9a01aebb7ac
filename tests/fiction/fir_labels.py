"""The printed words of form I.I.F.-I in English and Hindi, and how a style of print writes them. Knows no values."""

from __future__ import annotations

from typing import Final, Literal

from tests.fiction.types import Both

Style = Literal["bilingual", "hi", "en", "marathi"]

LABELS: Final = {
    "district": Both("जिला", "District"),
    "station": Both("थाना", "P.S."),
    "year": Both("वर्ष", "Year"),
    "fir_number": Both("प्र.सू.रि.सं.", "FIR No."),
    "fir_when": Both("एफआईआर की तिथि/समय", "Date and Time of FIR"),
    "fir_when_new": Both("प्र.सू.रि. की दिनांक और समय", "Date and Time of FIR"),
    "fir_date": Both("दिनांक", "Date"),
    "serial": Both("क्र.सं.", "S.No."),
    "acts": Both("अधिनियम", "Acts"),
    "sections": Both("धाराएँ", "Sections"),
    "occurrence": Both("अपराध की घटना", "Occurrence of offence"),
    "day": Both("दिन", "Day"),
    "from": Both("दिनांक से", "Date from"),
    "to": Both("दिनांक तक", "Date To"),
    "period": Both("समय अवधि", "Time Period"),
    "time_from": Both("समय से", "Time From"),
    "time_to": Both("समय तक", "Time To"),
    "received": Both("थाना जहाँ सूचना प्राप्त हुई", "Information received at P.S."),
    "date": Both("दिनांक", "Date"),
    "time": Both("समय", "Time"),
    "diary": Both("रोजनामचा संदर्भ", "General Diary Reference"),
    "entry": Both("प्रविष्टि सं.", "Entry No."),
    "when": Both("दिनांक एवं समय", "Date and Time"),
    "type": Both("सूचना का प्रकार", "Type of Information"),
    "place": Both("घटनास्थल", "Place of Occurrence"),
    "direction": Both("थाने से दिशा और दूरी", "Direction and distance from P.S."),
    "beat": Both("बीट सं.", "Beat No."),
    "address": Both("पता", "Address"),
    "outside": Both("यदि थाना सीमा के बाहर हैं तो", "In case, outside the limit of this Police Station, then"),
    "outside_station": Both("थाना का नाम", "Name of P.S."),
    "outside_district": Both("जिला (राज्य)", "District(State)"),
    "complainant": Both("शिकायतकर्ता/सूचनाकर्ता", "Complainant / Informant"),
    "name": Both("नाम", "Name"),
    "relative": Both("पिता/पति का नाम", "Father's/Husband's Name"),
    "birth": Both("जन्म तिथि/वर्ष", "Date/Year of Birth"),
    "nationality": Both("राष्ट्रीयता", "Nationality"),
    "uid": Both("यूआईडी सं.", "UID No."),
    "passport": Both("पासपोर्ट सं.", "Passport No."),
    "issued": Both("जारी करने की तिथि", "Date of Issue"),
    "issued_at": Both("जारी करने का स्थान", "Place of Issue"),
    "id_details": Both(
        "पहचान विवरण (राशन कार्ड, मतदाता कार्ड, पासपोर्ट, यूआईडी सं., ड्राइविंग लाइसेंस, पैन कार्ड)",
        "ID details (Ration Card, Voter ID Card, Passport, UID No., Driving License, PAN)",
    ),
    "id_type": Both("पहचान पत्र का प्रकार", "Id Type"),
    "id_number": Both("पहचान संख्या", "Id Number"),
    "occupation": Both("व्यवसाय", "Occupation"),
    "address_type": Both("पता का प्रकार", "Address Type"),
    "present": Both("वर्तमान पता", "Present Address"),
    "permanent": Both("स्थायी पता", "Permanent Address"),
    "phone": Both("दूरभाष सं.", "Phone number"),
    "mobile": Both("मोबाइल सं.", "Mobile"),
    "accused": Both(
        "ज्ञात / संदिग्ध / अज्ञात अभियुक्त का पूरे विवरण सहित वर्णन",
        "Details of known / suspected / unknown accused with full particulars",
    ),
    "more_than": Both("अज्ञात आरोपी एक से अधिक हो तो संख्या", "Accused More Than"),
    "alias": Both("उपनाम", "Alias"),
    "relative_name": Both("रिश्तेदार का नाम", "Relative's Name"),
    "delay": Both(
        "शिकायतकर्ता / सूचनाकर्ता द्वारा रिपोर्ट देरी से दर्ज कराने के कारण",
        "Reasons for delay in reporting by the complainant / informant",
    ),
    "property": Both("सम्बन्धित सम्पत्ति का विवरण", "Particulars of properties of interest"),
    "category": Both("सम्पत्ति श्रेणी", "Property Category"),
    "kind": Both("सम्पत्ति के प्रकार", "Property Type"),
    "description": Both("विवरण", "Description"),
    "value": Both("मूल्य (रु में)", "Value (In Rs/-)"),
    "total": Both("सम्पत्ति का कुल मूल्य (रु में)", "Total value of property (In Rs/-)"),
    "inquest": Both("मृत्यु समीक्षा रिपोर्ट / यू.डी. प्रकरण न., यदि कोई हो तो", "Inquest Report / U.D. case No., if any"),
    "uidb": Both("यू.डी. प्रकरण न.", "UIDB Number"),
    "contents": Both("प्रथम सूचना तथ्य", "First Information contents"),
    "action": Both(
        "की गयी कार्यवाही: चूंकि उपरोक्त जानकारी से पता चलता है कि अपराध करने का तरीका मद सं. 2 में उल्लेखित धारा के तहत है",
        "Action taken: Since the above information reveals commission of offence(s) u/s as mentioned at Item No. 2",
    ),
    "registered": Both(
        "प्रकरण दर्ज किया गया और जाँच के लिए लिया गया", "Registered the case and took up the investigation"
    ),
    "or": Both("या", "or"),
    "directed": Both("जाँच अधिकारी का नाम", "Directed (Name of I.O.)"),
    "rank": Both("पद", "Rank"),
    "number": Both("सं.", "No."),
    "to_take_up": Both("को जाँच अपने पास में लेने के लिए निर्देश दिया गया", "to take up the Investigation"),
    "refused": Both("जाँच के लिए इंकार किया, के कारण", "Refused investigation due to"),
    "transferred": Both("थाना को हस्तांतरित", "Transferred to P.S."),
    "jurisdiction": Both("को क्षेत्राधिकार के कारण हस्तांतरित", "on point of jurisdiction"),
    "read_over": Both(
        "शिकायतकर्ता / सूचनाकर्ता को प्राथमिकी पढ़ कर सुनाई गयी, सही दर्ज हुई माना और एक प्रति निःशुल्क शिकायतकर्ता को दी गयी",
        "F.I.R. read over to the complainant / informant, admitted to be correctly recorded and a copy given to the "
        "complainant / informant, free of cost",
    ),
    "roac": Both("आर.ओ.ए.सी.", "R.O.A.C."),
    "thumb": Both(
        "शिकायतकर्ता / सूचनाकर्ता के हस्ताक्षर / अंगूठे का निशान", "Signature / Thumb impression of the complainant / informant"
    ),
    "in_charge": Both("थाना प्रभारी के हस्ताक्षर", "Signature of Officer in charge, Police Station"),
    "dispatch": Both("अदालत में प्रेषण की दिनांक और समय", "Date and time of dispatch to the court"),
}  # fmt: skip


MARATHI: Final = {
    "district": "जिल्हा",
    "station": "ठाणे",
    "year": "वर्ष",
    "fir_number": "प्रथम खबर क्र.",
    "fir_when": "प्र. ख. दिनांक आणि वेळ",
    "fir_when_new": "प्र. ख. दिनांक आणि वेळ",
    "serial": "अ.क्र.",
    "acts": "अधिनियम",
    "sections": "कलम",
    "occurrence": "गुन्ह्याची घटना",
    "day": "दिवस",
    "from": "दिनांक पासून",
    "to": "दिनांक पर्यंत",
    "period": "वेळेचा कालावधी",
    "time_from": "वेळेपासून",
    "time_to": "वेळेपर्यंत",
    "received": "पोलीस ठाण्यावर मिळालेली माहिती",
    "date": "दिनांक",
    "time": "वेळ",
    "diary": "ठाणे दैनंदिनी संदर्भ",
    "entry": "नोंद क्र.",
    "when": "दिनांक आणि वेळ",
    "type": "माहितीचा प्रकार",
    "place": "घटनास्थळ",
    "direction": "पोलीस ठाण्यापासून दिशा व अंतर",
    "beat": "बीट क्र.",
    "address": "पत्ता",
    "complainant": "तक्रारदार / माहिती देणारा",
    "name": "नाव",
    "relative": "वडिलांचे / पतीचे नाव",
    "birth": "जन्मतारीख / वर्ष",
    "nationality": "राष्ट्रीयत्व",
    "occupation": "व्यवसाय",
    "mobile": "मोबाईल क्र.",
    "delay": "तक्रार देण्यास उशीर होण्याचे कारण",
    "contents": "प्रथम खबर हकीकत",
    "rank": "पद",
}
"""Second label of the prints of Maharashtra; items that are not here stand in English alone."""


def label(key: str, style: Style) -> str:
    """The words of `key`, without colon."""
    words = LABELS[key]
    if style == "marathi":
        return f"{words.en} ({MARATHI[key]})" if key in MARATHI else words.en
    return f"{words.en} ({words.hi})" if style == "bilingual" else words.hi if style == "hi" else words.en
