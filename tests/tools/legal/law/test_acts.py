"""Acts by every name that documents give them."""

from __future__ import annotations

import pytest

from tools.legal.law.acts import act_code, act_name, acts, acts_in
from tools.legal.law.spelling import spelled
from tools.legal.law.states import STATES


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("भा0दं0सं0", "IPC"), ("भा.द.वि.", "IPC"), ("भादंसं", "IPC"), ("भादवि", "IPC"), ("भा दं सं 1860", "IPC"),
        ("भाoदंoविo", "IPC"), ("भा॰द॰सं॰", "IPC"), ("भारतीय दण्ड संहिता", "IPC"), ("भारतीय दंड संहिता, 1860", "IPC"),
        ("ताजीरात हिन्द", "IPC"), ("I.P.C.", "IPC"), ("IPC 1860", "IPC"), ("The Indian Penal Code,1860", "IPC"),
        ("भा.न्या.सं.", "BNS"), ("बी.एन.एस.", "BNS"), ("बीएनएस", "BNS"), ("बी0एन0एस0", "BNS"), ("BNS S. 303", "BNS"),
        ("Bharatiya Nyaya Sanhita (BNS), 2023", "BNS"), ("भारतीय न्याय संहिता (बी एन एस), 2023", "BNS"),
        ("द.प्र.सं.", "CrPC"), ("दं0प्र0सं0", "CrPC"), ("Cr.P.C.", "CrPC"), ("Cr. P. C.", "CrPC"), ("CrPC", "CrPC"),
        ("Code of Criminal Procedure, 1973", "CrPC"), ("Code of Criminal Procedure, 1898", "CrPC 1898"),
        ("बी.एन.एस.एस.", "BNSS"), ("बीएनएसएस", "BNSS"), ("B.N.S.S.", "BNSS"),
        ("भारतीय नागरिक सुरक्षा संहिता, 2023", "BNSS"),
        ("भारतीय साक्ष्य अधिनियम, 2023", "BSA"), ("भारतीय साक्ष्य अधिनियम 1872", "Evidence Act"),
        ("एन.डी.पी.एस.", "NDPS Act"), ("NDPS Act,1985", "NDPS Act"),
        ("स्वापक औषधि और मनः प्रभावी पदार्थ अधिनियम", "NDPS Act"),
        ("narcotic drugs and psychotropic substances act", "NDPS Act"),
        ("पॉक्सो एक्ट", "POCSO Act"), ("पाक्सो", "POCSO Act"),
        ("लैंगिक अपराधों से बालकों का संरक्षण अधिनियम, 2012", "POCSO Act"),
        ("अनु0जाति/जनजाति अधिनियम", "SC/ST Act"), ("SC/ST (Prevention of Atrocities) Act", "SC/ST Act"),
        ("The Scheduled Castes and the Scheduled Tribes (Prevention of Atrocities) Act, 1989", "SC/ST Act"),
        ("आयुध अधिनियम 1959", "Arms Act"), ("शस्त्र अधिनियम", "Arms Act"), ("आर्म्स एक्‍ट", "Arms Act"), ("ARMS", "Arms Act"),
        ("I.T. Act", "IT Act"), ("सूचना प्रौद्योगिकी (संशोधन) अधिनियम 2008", "IT Act"),
        ("मोटर यान अधिनियम", "MV Act"), ("M.V. Act", "MV Act"), ("Motor Vehicles Act, 1939", "MV Act 1939"),
        ("परक्राम्य लिखत अधिनियम", "NI Act"), ("घरेलू हिंसा से महिलाओं का संरक्षण अधिनियम 2005", "DV Act"),
        ("दहेज प्रतिषेध अधिनियम", "Dowry Prohibition Act"), ("D.P. Act", "Dowry Prohibition Act"),
        ("Public Gambling Act", "Public Gambling Act"),
        ("13 G Act", "Public Gambling Act"), ("13 जुआ अधिनियम", "Gambling Act"),
        ("छत्तीसगढ़ जुआ (प्रतिषेध) अधिनियम 2022", "Gambling Act (Chhattisgarh)"),
        ("Delhi Public Gambling Act", "Gambling Act (Delhi)"),
        ("THE SCHEDULED CASTES AND THE SCHEDULED TRIBES (PREVENTION OF ATROCITIES) AMENDMENT ACT, 2015", "SC/ST Act"),
        ("हरियाणा गौवंश संरक्षण", "Cow Slaughter Act (Haryana)"), ("Maharashtra Police Act", "Police Act (Maharashtra)"),
        ("पशुओं के प्रति क्रूरता का निवारण अधिनियम 1960", "Animal Cruelty Act"),
        ("Prevention of Money Laundering Act, 2002", "PMLA"), ("गैंगस्टर एक्ट", "UP Gangsters Act"),
        ("उ0प्र0 आबकारी अधिनियम", "Excise Act (UP)"), ("U.P. Excise Act, 1910", "Excise Act (UP)"),
        ("राजस्थान आबकारी अधिनियम 1950", "Excise Act (Rajasthan)"), ("आबकारी अधिनियम", "Excise Act"),
        ("बिहार मद्य निषेध एवं उत्पाद अधिनियम 2016", "Excise Act (Bihar)"),
        ("उ.प्र. गोवध निवारण अधिनियम", "Cow Slaughter Act (UP)"),
        ("सिविल प्रक्रिया संहिता", "CPC"), ("भारत का संविधान", "Constitution"),
        ("Hindu Marriage Act,1955", "Hindu Marriage Act"),
    ],
)  # fmt: skip
def test_an_act_by_its_many_names(text: str, code: str) -> None:
    assert act_code(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "the act",
        "hello world",
        "13 Z Act",
        "संहिता",
        "दिनांक 12.03.2024",
        "IT IS ORDERED",
        "Registration of Births and Deaths Act",
    ],
)
def test_no_act_is_invented(text: str) -> None:
    assert act_code(text) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [("भारतीय दणड सहिता", "IPC"), ("Indlan Pena1 Code", "IPC"), ("Bharatiya Nyaya Sanhlta", "BNS")],
)
def test_a_long_name_may_be_misread(text: str, code: str) -> None:
    assert act_code(text) == code


def test_acts_in_running_text_keep_their_place() -> None:
    text = "u/s 420 IPC, the U.P. Excise\nAct, 1910 and it acts upon the Arms Act; BNS. He submits"
    assert [(found.code, text[found.start : found.end]) for found in acts_in(text)] == [
        ("IPC", "IPC"),
        ("Excise Act (UP)", "U.P. Excise\nAct, 1910"),
        ("Arms Act", "Arms Act"),
        ("BNS", "BNS"),
    ]


@pytest.mark.parametrize(
    "text", ["RECIPCO", "Hindu marriage rites", "the arms were seized", "as per it act upon", "शस्त्र बरामद"]
)
def test_everyday_words_are_no_acts(text: str) -> None:
    assert not list(acts_in(text))


def test_names_for_display() -> None:
    assert act_name("IPC", "hi") == "भारतीय दंड संहिता"
    assert act_name("Excise Act (UP)", "en") == "Uttar Pradesh Excise Act"
    assert act_name("Excise Act (UP)", "hi") == "उत्तर प्रदेश आबकारी अधिनियम"
    assert act_name("CrPC 1898", "en") == "Code of Criminal Procedure, 1898"
    assert act_name("Bombay Rents Act", "hi") == "Bombay Rents Act"


def test_no_name_is_claimed_by_two_acts() -> None:
    owners: dict[str, str] = {}
    for act in acts().values():
        for name in (*act.names, *act.stems):
            assert owners.setdefault(spelled(name), act.code) == act.code, name


def test_every_act_is_well_formed() -> None:
    for act in acts().values():
        assert act.name_en
        assert any("\u0900" <= letter <= "\u097f" for letter in act.name_hi)
        assert act.names or act.stems
        assert act.year == 0 or 1850 < act.year < 2030
    assert all(len(names) == 3 for names in STATES.values())


def test_hostile_text_ends() -> None:
    assert not list(acts_in("0" * 20_000 + "भा0" * 5_000 + "(" * 5_000))
