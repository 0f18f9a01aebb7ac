"""Set phrases of Indian police writing as regular expressions: case numbers, places, dates, persons, openings.

Used on running text of reports without the form. Each expression is linear: runs are bounded, nothing nests.
"""

from __future__ import annotations

import re
from typing import Final

from tools.legal.fir import states

_END = r"(?![\u0900-\u097f])"
_START = r"(?<![\u0900-\u097f])"
_DOT = r"[\s.0०॰]{0,3}"
_ABBREVIATED = "|".join(
    _DOT.join(letters.split()) + _DOT
    for letters in (
        "मु अ सं", "मु अ स", "अ सं", "मु नं", "मु सं", "प्र सू रि सं", "प्र इ रि सं", "प्र ई रि सं", "अप क्र", "अ क्र",
        "एफ आई आर सं", "एफ आई आर नं", "गु र नं",
    )
)  # fmt: skip
_NO = r"(?:संख्या|नम्बर|नंबर|नं[0०.]?|सं[0०.]?|क्रमांक|क्र[0०.]?)"
NUMBER: Final = re.compile(
    rf"(?P<label>{_START}(?:{_ABBREVIATED}|(?:मुकदमा\s{{1,3}})?अपराध\s{{1,3}}{_NO}|(?:थाना\s{{1,3}})?(?:काण्ड|कांड)\s{{1,3}}{_NO}"
    rf"|(?:मुकदमा|अभियोग|प्रकरण|एफ\.?आई\.?आर\.?|एफआईआर|प्राथमिकी|प्रथम सूचना रिपोर्ट)\s{{1,3}}{_NO})"
    r"|\b(?:F\.?\s?I\.?\s?R\.?|Case\s+Crime|Crime|Cr\.?|C\.?R\.?|P\.?\s?S\.?\s+Case|First\s+Information\s+Report)"
    r"\s{0,3}(?:No|Number|Num)\b\.?)"
    r"[\s:.\-–=]{0,4}(?P<number>[\d०-९]{1,5}\s{0,2}[/\-]\s{0,2}(?:[\d०-९]{4}|[\d०-९]{2})|[\d०-९]{1,5})(?![\d०-९])",
    re.I,
)
_STOP = (
    r"(?=\s{0,3}(?:,|;|।|\(|\)|\n\n|\.\s|\.$|$"
    rf"|{_START}(?:जिला|जिले|जनपद|ज़िला|जिल्हा|दिनांक|धारा|में|पर|के|का|की|को|से|द्वारा|राज्य|अन्तर्गत|अंतर्गत|समय|मु[0०]|एवं|प्रांत"
    rf"|अपराध|{states.pattern()}){_END}"
    r"|\b(?:district|distt?|dist|under|u/s|dated?|on|in|state|where|at|has|was|by|and|vide|for|the|of|sections?|case"
    rf"|{states.pattern()})\b))"
)
STATION: Final = re.compile(
    rf"(?P<label>{_START}(?:(?:पुलिस\s{{1,3}})?(?:थाना|थाने)(?:\s{{1,3}}(?:प्रभारी|अध्यक्ष))?|थानाध्यक्ष|पोलीस\s{{1,3}}ठाणे){_END}"
    r"|\bP\.?\s?S\.?(?=[\s:.-])|\bPolice\s{1,3}Station\b)[\s:.\-–]{1,4}"
    r"(?!कां|काण्ड|case\b|महोदय|श्री|हाजा|पर\s|में\s|के\s|से\s|को\s|हजा|अध्यक्ष|प्रभारी)"
    r"(?P<value>[^\s,;।()\d][^,;।()\n\d]{1,40}?)" + _STOP,
    re.I,
)
STATION_BEFORE: Final = re.compile(
    r"(?P<value>\b[A-Z][A-Za-z]{1,20}(?:\s[A-Z][A-Za-z]{1,20}){0,2}|[\u0900-\u097f]{2,20}(?:\s(?!थाना)[\u0900-\u097f]{2,20})?)"
    r"\s{1,2}(?P<label>P\.?\s?S\.?|Police\s+Station|थाना)\s{1,2}(?:Case\s+No|(?:काण्ड|कांड)\s)"
)
DISTRICT: Final = re.compile(
    rf"(?P<label>{_START}(?:जिला|जनपद|ज़िला|जिल्हा){_END}|\b(?:District|Distt|Dist)\b\.?)[\s:.\-–]{{1,4}}"
    r"(?P<value>[^\s,;।()\d][^,;।()\n\d]{1,30}?)" + _STOP,
    re.I,
)
STATE: Final = re.compile(rf"[\s,(]{{1,3}}(?P<state>{states.pattern()})(?![\w\u0900-\u097f])", re.I)
DATED: Final = re.compile(rf"(?P<label>{_START}(?:दिनांक|दि[0०.]|तारीख){_END}|\b(?:dated?|dt)\b\.?)", re.I)
OF_OFFENCE: Final = re.compile(r"(?:घटना|वारदात|occurrence|incident|offence)(?:\s+(?:की|का))?\s{0,3}$", re.I)
ON_A_DAY: Final = re.compile(rf"(?:{_START}दिनांक|{_START}दि[0०.]|\bon(?:\s+dated?)?)\s{{0,3}}$", re.I)
OLD_EVENT: Final = re.compile(r"विवाह|शादी|जन्म|मृत्यु\s+हो|marri|born|wedding|birth|agreement|इकरारनामा\s+दिनांक", re.I)
RELATIVE: Final = (
    r"(?P<relation>(?:सु)?पुत्री?(?:\s+(?:श्री|स्व[0०.]{0,2}))?|पत्नी(?:\s+श्री)?|पिता(?:\s+श्री)?|आत्मजा?|वल्द|पु[0०.]"
    r"|[SDWC]\s?/\s?o|(?:son|wife|daughter)\s+of)"
)
HOME: Final = r"(?:निवासिनी|निवासी|नि[0०.]|साकिन|रहवासी|R\s?/\s?o|resident\s+of|residing\s+at)"
_WHO = r"[^\s,;।.()\d][^,;।()\n\d]{1,45}?"
PERSON: Final = re.compile(
    rf"(?P<name>{_WHO})\s{{0,2}},?\s{{1,3}}{RELATIVE}[\s.]{{1,3}}(?P<relative>{_WHO})"
    rf"(?=\s{{0,3}}(?:,|\n|$|।|{_START}(?:जाति|उम्र|आयु){_END}|{HOME}|\b(?:aged|age)\b))",
    re.I,
)
BEFORE_HOME: Final = re.compile(
    r"[\s,]{0,3}(?:जाति\s+\S{1,20})?[\s,]{0,3}(?:(?:उम्र|आयु)\s+\S{1,12}\s{0,2}(?:साल|वर्ष)?|aged?\s+(?:about\s+)?\d{1,3}\s+(?:years|yrs))?"
    rf"[\s,]{{0,3}}(?P<label>{HOME})[\s:]{{1,3}}",
    re.I,
)
AFTER_HOME: Final = re.compile(
    r"।|\n[^\S\n]{0,9}[\u0900-\u097fA-Za-z]{2,20}(?:\s[\u0900-\u097fA-Za-z]{2,20})?\s{0,2}(?::|[-–]\s)|\s(?:ने|का\s+रहने|की\s+रहने|का\s+निवासी|निवेदन|थाना\s+हाजा|हूँ|हूं|अनुसूचित|अपने|states?|beg|do\s+hereby|most|reported|lodged|wish|against)"
    r"(?![\u0900-\u097f\w])|\n\s{0,3}(?:मो|Mob|Phone|Ph|दूरभाष|दिनांक|Date|काल्पनिक)|(?<=[a-z]{3})\.\s|\.$|\n\n",
    re.I,
)
OPENING: Final = re.compile(
    rf"(?:{_START}(?:प्रार्थी|प्रार्थिया|प्रार्थिनी|आवेदक|आवेदिका|वादी|परिवादी|फरियादी|मैं|मेरा\s+नाम|वादिनी|सूचक|शिकायतकर्ता)|\bI|\bcomplaint\s+of"
    r"|\b(?:complainant|applicant|informant))(?:\s+का\s+नाम)?[\s,:]{1,4}(?!(?:की|के|का|ने|को|से|द्वारा|पर)\s)(?:the\s+)?(?:named\s+)?(?:श्री(?:मती)?\s+)?",
    re.I,
)
FOOT: Final = re.compile(
    r"^\s{0,9}(?:प्रार्थी|प्रार्थिया|प्रार्थिनी|आवेदक|भवदीय|भवदीया|वादी|निवेदक|फरियादी|Complainant|Applicant|Informant|Yours\s+faithfully|Sd/?-?)"
    r"\s{0,3}[:,.\-–]{0,3}\s{0,9}$",
    re.I,
)
PHONE: Final = re.compile(
    r"(?P<label>मो(?:बाइल|बाईल)?[0०.\s]{0,3}(?:नं|न|सं|नम्बर|नंबर)?[0०.]{0,2}|दूरभाष|फोन\s{0,2}(?:नं)?[0०.]{0,2}"
    r"|\b(?:Mob(?:ile)?|Phone|Ph|M)\b\.?\s{0,2}(?:No)?\.?)[\s:.\-–]{0,4}"
    r"(?P<value>(?:\+?91[\s-]?)?[\d०-९Xx*]{2,5}[\d०-९Xx* -]{4,9}[\d०-९Xx*])",
    re.I,
)
ACCUSED: Final = re.compile(
    rf"(?P<label>{_START}(?:अभियुक्त(?:गण)?|अभियुक्ता|आरोपी(?:गण)?|विपक्षी(?:गण)?|मुल?्?जिम(?:ान)?)|\baccused(?:\s+persons?)?)[\s:,]{{1,3}}"
    rf"(?P<names>{_WHO})(?=\s{{1,3}}(?:ने|द्वारा|के|को|induced|started|demanded|came|has|have|had|in\s+furtherance|assaulted|beat"
    rf"|{RELATIVE.replace('?P<relation>', '?:')}|{HOME})(?![\u0900-\u097f\w]))"
)
AND: Final = re.compile(r"\s+(?:व|और|एवं|तथा|and)\s+|\s{0,3}[,&]\s{0,3}")
UNKNOWN_PERSON: Final = re.compile(
    r"(?P<value>अज्ञात|unknown|unidentified)\s+(?:व्यक्ति|चोर|बदमाश|लोग|अभियुक्त|आरोपी|वाहन|चालक|युवक|persons?|accused|thie|miscreant|driver|culprit)",
    re.I,
)
FURNITURE: Final = re.compile(r"[\W\d]{0,20}|काल्पनिक.{0,60}|\s{0,3}(?:Page|पृष्ठ).{0,20}", re.I)
GREETING: Final = re.compile(
    r"^\s{0,9}(?:सेवा\s+में|महोदय|श्रीमान|निवेदन|मैं(?![\u0900-\u097f])|प्रार्थी|प्रार्थिया|प्रार्थिनी|आवेदक|नकल\s+तहरीर|To\b|Sir\b|Respected|Madam|I\b|The\s+complainant)",
    re.I,
)
INVESTIGATOR: Final = re.compile(
    rf"{_START}(?:अनुसंधान|विवेचना|तफ्तीश|जांच|जाँच)\s{{1,3}}(?:हेतु\s{{1,3}})?(?:श्री(?:मती)?\s{{1,3}})?(?P<name>[^\s,।;\d]{{2,20}}(?:\s[^\s,।;\d]{{2,20}}){{0,2}}?)"
    r"\s{1,3}(?P<rank>(?:सहायक\s)?उप\s?-?निरीक्षक|निरीक्षक|प्रधान\s(?:आरक्षक|सिपाही)|मुख्य\s?आरक्षी|(?:हेड|हैड)\s?कानि\S{0,8}|आरक्षक)"
    r"\s{0,3}(?:को|के)(?![\u0900-\u097f])"
    r"|\b(?:entrusted|handed\s+over|assigned|marked)\s+to\s+(?P<english>[A-Z][A-Za-z.]{1,20}(?:\s[A-Z][A-Za-z.]{1,20}){0,2})"
)
RANK: Final = re.compile(
    r"(?P<rank>(?:सहायक\s|सहा[0०.]\s?)?(?:उप|उ[0०.])\s?-?(?:निरीक्षक|नि[0०.])|(?:प्रभारी\s)?निरीक्षक|(?:अपर\s)?पुलिस\s(?:उपाधीक्षक|अधीक्षक)"
    r"|क्षेत्राधिकारी|प्र[0०.]नि[0०.]|(?<!\S)नि[0०.]|पु[0०.]\s?अ[0०.]\s?नि[0०.]|स[0०.]\s?अ[0०.]\s?नि[0०.]"
    r"|प्रधान\s(?:आरक्षक|सिपाही)|मुख्य\s?आरक्षी|(?:हेड|हैड)\s?कानि\S{0,8}"
    r"|\b(?:Assistant\s|Asst\.?\s)?Sub[- ]?Inspector"
    r"|\bInspector|\bHead\sConstable|\b(?:ASI|PSI|SI|HC|Insp|API|DSP|Dy\.?\s?SP)\b)\.?(?:\s?\(\w{1,4}\))?",
    re.I,
)
OFFICER_NAME: Final = re.compile(
    r"[\s,.:\-–]{0,4}(?:श्री(?:मती)?\s+|(?:Shri|Smt|Sh)\.?\s+)?(?P<name>[^\s,।;()\d]{2,20}(?:\s[^\s,।;()\d]{1,20}){0,3})",
    re.I,
)
TITLE: Final = re.compile(r"\s{0,3}(?:श्री(?:मती)?\s+|(?:Shri|Smt|Sh|Mr|Mrs)\.?\s+)", re.I)
FATHER: Final = re.compile(
    rf"{_START}(?:सु)?(?:पुत्र|पुत्री|पत्नी|आत्मज|वल्द|पु[0०.]){_END}|\b[SDW]\s?/\s?o\b|\bson\s+of\b", re.I
)
