"""Whole forms as several police forces print them: values before labels, two-line labels, wrapped cells, old paper."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.tools.legal.fir.sheets import form
from tools.legal.fir.extract import extract, story_spans
from tools.legal.keys import FIR

EXPECTED: Mapping[str, tuple[Mapping[str, str], set[tuple[str, str]]]] = {
    "rajasthan": (
        {
            "district": "मानसर", "police_station": "देवगढ़", "year": "2017", "fir_number": "0030", "fir_date": "2017-04-01",
            "fir_time": "18:20", "offence_day": "गुरुवार", "offence_date_from": "2017-03-30", "offence_date_to": "2017-03-30",
            "offence_time_period": "पहर", "offence_time_from": "08:10", "offence_time_to": "10:13", "information_date": "2017-04-01",
            "information_time": "18:20", "diary_number": "017", "diary_date": "2017-04-01", "diary_time": "18:20",
            "information_type": "लिखित", "place_direction_distance": "उत्तर, 3 किमी", "place": "नवोदय फांटा एनएच-15",
            "complainant_name": "कल्पित चौहान", "complainant_relative": "मोहन चौहान", "complainant_birth": "1987",
            "complainant_nationality": "भारत", "complainant_address": "जस्सुसर गेट के बाहर, नया शहर, मानसर, राजस्थान, भारत",
            "accused": "लखन", "action_taken": "Registered; नकुल राम directed to take up the investigation",
            "investigating_officer": "नकुल राम", "investigating_officer_rank": "प्रधान सिपाही", "officer_in_charge": "इन्दर कुमार",
        },
        {("IPC", "379"), ("MMDR Act", "4"), ("MMDR Act", "21")},
    ),
    "delhi": (
        {
            "district": "SOUTH-EAST", "police_station": "BADARPUR GAON", "year": "2014", "fir_number": "230", "fir_date": "2014-04-12",
            "offence_day": "SATURDAY", "offence_date_from": "2014-04-11", "offence_date_to": "2014-04-12", "offence_time_period": "6",
            "offence_time_from": "20:00", "offence_time_to": "06:30", "information_date": "2014-04-12", "information_time": "14:05",
            "diary_number": "023A", "diary_time": "14:05", "information_type": "WRITTEN",
            "place_direction_distance": "SOUTH, 1.5 Km(s)", "beat_number": "02",
            "place": "NEAR HOUSE NO 44, GALI NO 2, MOLARBAND EXTN, BADARPUR GAON, NEW DELHI",
            "complainant_name": "RAMESH KUMAR SAHNI", "complainant_relative": "SHRI LAL SAHNI", "complainant_birth": "1970",
            "complainant_nationality": "INDIA", "complainant_occupation": "PRIVATE JOB",
            "complainant_address": "H.NO. 44, GALI NO 2, MOLARBAND EXTN, BADARPUR GAON, SOUTH-EAST DELHI, INDIA",
            "accused_unknown": "UNKNOWN", "delay_reason": "NO DELAY", "property": "MOTOR CYCLE (DL3SCB0000 HERO HONDA)",
            "property_value": "35000", "action_taken": "Registered; VINOD KUMAR directed to take up the investigation",
            "investigating_officer": "VINOD KUMAR", "investigating_officer_rank": "HEAD CONSTABLE", "officer_in_charge": "SURESH CHAND",
            "sent_to_court_date": "2014-04-13",
        },
        {("IPC", "379"), ("IPC", "411"), ("MV Act", "66"), ("MV Act", "192A")},
    ),
    "maharashtra": (
        {
            "district": "छत्रपती संभाजीनगर शहर", "police_station": "बेगमपूरा", "year": "2026", "fir_number": "0078",
            "fir_date": "2026-03-30", "fir_time": "19:02", "offence_day": "मधले दिवस", "offence_date_from": "2026-03-17",
            "offence_date_to": "2026-03-18", "offence_time_from": "21:00", "offence_time_to": "08:00",
            "information_date": "2026-03-30", "information_time": "18:50", "diary_number": "040", "diary_date": "2026-03-30",
            "diary_time": "18:50", "information_type": "लेखी", "place_direction_distance": "पूर्व, 1 कि.मी.", "beat_number": "1",
            "place": "घाटी दवाखाना, अपघात विभागासमोरच्या पार्किंग मध्ये, घाटी दवाखाना छत्रपती संभाजीनगर",
            "complainant_name": "सागर कडुबाळ काल्पनिक", "complainant_birth": "1997", "complainant_nationality": "भारत",
            "complainant_phone": "91-9000007105", "complainant_address": "बकवालनगर नायगाव, ता गंगापुर", "accused_unknown": "अनोळखी",
            "property": "एच.एफ. डिलक्स क्र. MH 20 EQ 0000", "property_value": "15000",
            "action_taken": "Registered; MANGAL SONAWANE directed to take up the investigation",
            "investigating_officer": "MANGAL SONAWANE", "investigating_officer_rank": "पोलीस हवालदार",
            "officer_in_charge": "narendra padalkar",
        },
        {("BNS", "303(2)")},
    ),
    "uttar_pradesh": (
        {
            "district": "मुरादाबाद", "police_station": "ठाकुरद्वारा", "year": "2025", "fir_number": "0059", "fir_date": "2025-02-17",
            "fir_time": "14:21", "offence_day": "शनिवार", "offence_date_from": "2025-02-15", "offence_date_to": "2025-02-15",
            "offence_time_period": "पहर 7", "offence_time_from": "20:00", "offence_time_to": "20:00",
            "information_date": "2025-02-17", "information_time": "14:21", "diary_number": "058", "diary_date": "2025-02-17",
            "diary_time": "14:21", "information_type": "लिखित", "place_direction_distance": "दक्षिण, 06 कि. मी.",
            "place": "ग्राम लालापुर पीपलसाना, थाना ठाकुरद्वारा मुरा0", "complainant_name": "खिलौना सिंह",
            "complainant_relative": "लेख सिंह", "complainant_birth": "1973", "complainant_nationality": "भारत",
            "complainant_phone": "91-97000XXXXX",
            "complainant_address": "ग्राम लालापुर पीपलसाना, ठाकुरद्वारा, मुरादाबाद, उत्तर प्रदेश, भारत",
            "accused": "योगेश; गौरव सिंह उर्फ गोलू", "action_taken": "Registered; mayank partap directed to take up the investigation",
            "investigating_officer": "mayank partap", "investigating_officer_rank": "उपनिरीक्षक/ अवर निरीक्षक",
            "officer_in_charge": "THANA THAKURDWARA", "sent_to_court_date": "2025-02-18", "sent_to_court_time": "10:00",
        },
        {("BNS", "74"), ("BNS", "115(2)")},
    ),
    "anti_corruption": (
        {
            "district": "मानसर", "police_station": "प्र.आ.के., भ्र.नि.ब्यूरो, मानसर", "year": "2019", "fir_number": "112/2019",
            "fir_date": "2019-04-05", "diary_number": "88", "diary_time": "17:30", "offence_day": "गुरूवार",
            "offence_date_from": "2019-04-04", "offence_time_from": "16:15", "information_date": "2019-04-03",
            "information_time": "11:00", "information_type": "लिखित", "place_direction_distance": "उत्तर, करीब 60 कि.मी.",
            "place": "तहसील कार्यालय देवगढ़ जिला मानसर", "complainant_name": "श्री कल्पित राम", "complainant_relative": "श्री मोहन राम",
            "complainant_nationality": "भारतीय", "complainant_occupation": "कृषि",
            "complainant_address": "गांव रामपुरा, तहसील देवगढ़, जिला मानसर", "accused": "श्री नकुल शर्मा; श्री सोहन लाल",
            "property_value": "5000",
            "action_taken": "प्रकरण दर्ज कर अनुसंधान हेतु श्री अर्जुन सिंह, उप अधीक्षक पुलिस को सुपुर्द किया",
        },
        {("Prevention of Corruption Act", "7"), ("IPC", "120B")},
    ),
    "telangana": (
        {
            "district": "Nandigiri", "police_station": "Lakshmi Nagar", "year": "2021", "fir_number": "45/2021",
            "fir_date": "2021-01-02", "offence_day": "Friday", "offence_date_from": "2021-01-01", "offence_date_to": "2021-01-01",
            "offence_time_period": "From 10:00 To 11:00", "information_date": "2021-01-02", "information_time": "11:30",
            "diary_number": "12", "diary_time": "11:30", "information_type": "Written", "place_direction_distance": "2 Km, North",
            "beat_number": "3", "place": "Flat 12, Sri Sai Residency, Lakshmi Nagar", "complainant_name": "Mr. Kalpit Rao",
            "complainant_relative": "Venkat Rao", "complainant_birth": "1980", "complainant_nationality": "Indian",
            "complainant_occupation": "Software Engineer", "complainant_phone": "9000000011",
            "complainant_address": "Flat 12, Sri Sai Residency, Lakshmi Nagar, Nandigiri", "accused_unknown": "Unknown",
            "property_value": "120000", "action_taken": "Registered the case and took up the investigation",
            "officer_in_charge": "K. Srinivas", "sent_to_court_date": "2021-01-02", "sent_to_court_time": "12:30",
        },
        {("IPC", "420"), ("IPC", "406")},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EXPECTED)
def test_every_fact_that_a_form_states_and_no_other(name: str) -> None:
    document, (expected, _) = form(name), EXPECTED[name]
    facts, _ = extract(document)
    assert {key: fact.value for key, fact in facts.items() if key != "story"} == expected


@pytest.mark.parametrize("name", EXPECTED)
def test_sections_of_item_2(name: str) -> None:
    document, (_, expected) = form(name), EXPECTED[name]
    _, sections = extract(document)
    assert {(section.act, section.section) for section in sections} >= expected
    assert all(section.quote in document.pages[section.page - 1].text for section in sections)


@pytest.mark.parametrize("name", EXPECTED)
def test_quotes_stand_on_their_pages(name: str) -> None:
    document = form(name)
    facts, _ = extract(document)
    known = {key.key for key in FIR}
    for fact in facts.values():
        assert fact.key in known
        for one in (fact, *fact.items):
            assert one.quote and one.quote in document.pages[one.page - 1].text
            assert one.boxes


def test_label_words_within_the_story_are_no_labels() -> None:
    facts, _ = extract(form("rajasthan"))
    assert facts["story"].value.startswith("इस समय श्री कल्पित")
    assert facts["story"].value.endswith("30/2017 दर्ज किया।")
    assert facts["story"].page == 3
    ((number, start, end),) = story_spans(form("rajasthan"))
    assert " ".join(form("rajasthan").pages[number - 1].text[start:end].split()) == facts["story"].value


def test_printed_labels_are_kept_for_masked_values() -> None:
    facts, _ = extract(form("uttar_pradesh"))
    assert facts["complainant_phone"].label == "Mobile (मोबाइल सं.)"
    assert facts["complainant_name"].label == "Name (नाम)"
