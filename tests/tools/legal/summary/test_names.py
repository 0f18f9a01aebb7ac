from __future__ import annotations

import pytest

from tests.tools.legal.summary.examples import Speller
from tools.legal.summary.names import NameWriter, calm


def hindi(text: str) -> str:
    return NameWriter(Speller(), "hi").write(text).later


@pytest.mark.parametrize(
    ("latin", "devanagari"),
    [
        ("Ram Kumar", "राम कुमार"),
        ("RAM KUMAR S/O SHYAM LAL", "राम कुमार पुत्र श्याम लाल"),
        ("Smt. Sunita Devi W/o Ram Lal", "श्रीमती सुनीता देवी पत्नी राम लाल"),
        ("R.K. Sharma", "आर.के. शर्मा"),
        ("R K SHARMA", "आर के शर्मा"),
        ("State of U.P.", "उत्तर प्रदेश राज्य"),
        ("State of Madhya Pradesh", "मध्य प्रदेश राज्य"),
        ("State (NCT of Delhi)", "दिल्ली राज्य"),
        ("The State", "राज्य"),
        ("Union of India", "भारत सरकार"),
        ("Supreme Court of India", "सुप्रीम कोर्ट"),
        ("IN THE HIGH COURT OF DELHI AT NEW DELHI", "दिल्ली हाई कोर्ट, नई दिल्ली"),
        ("High Court of Judicature at Allahabad", "इलाहाबाद हाई कोर्ट"),
        ("IN THE COURT OF ADDITIONAL SESSIONS JUDGE, BHOPAL", "एडिशनल सेशन जज, भोपाल"),
        ("Hon'ble Mr. Justice Anup Verma", "जस्टिस अनूप वर्मा"),
        ("M/s Gupta Pvt. Ltd.", "मैसर्स गुप्ता प्राइवेट लिमिटेड"),
        ("Shop No. 12, near Bus Stand, Gandhi Nagar", "दुकान नंबर 12, बस स्टैंड के पास, गांधी नगर"),
        ("In front of Gandhi Park", "गांधी पार्क के सामने"),
        ("2 km, North", "2 किमी, उत्तर"),
        ("ASI (Assistant Sub-Inspector)", "सहायक सब-इंस्पेक्टर"),
    ],
)
def test_writes_in_devanagari(latin: str, devanagari: str) -> None:
    assert hindi(latin) == devanagari


def test_abbreviations_within_a_name_are_spelt() -> None:
    assert hindi("Gandhi RTO") == "गांधी आरटीओ"


def test_the_original_stands_in_brackets() -> None:
    name = NameWriter(Speller(), "hi").write("RAM KUMAR")
    assert name.first == "राम कुमार (Ram Kumar)"
    assert name.later == "राम कुमार"


def test_a_long_address_has_no_brackets() -> None:
    name = NameWriter(Speller(), "hi").write(
        "House No. 12, Gandhi Nagar, near Bus Stand, Tehsil Sadar, District Jaipur"
    )
    assert "(" not in name.first


def test_devanagari_and_masks_stay() -> None:
    writer = NameWriter(Speller(), "hi")
    assert writer.write("राम कुमार").first == "राम कुमार"
    assert writer.write("▮▮▮▮ Devi").first == "▮▮▮▮ Devi"


def test_without_a_transliterator_only_what_the_table_knows_is_written() -> None:
    writer = NameWriter(None, "hi")
    assert writer.write("Ram Kumar").first == "Ram Kumar"
    assert writer.write("RAM KUMAR S/O SHYAM LAL").first == "Ram Kumar S/o Shyam Lal"
    assert writer.write("State of Bihar").later == "बिहार राज्य"


def test_asks_for_each_word_once() -> None:
    speller = Speller()
    writer = NameWriter(speller, "hi")
    writer.write("Ram Kumar")
    writer.write("Kumar Ram")
    assert speller.asked == 1


def test_english_only_lowers_the_shouting() -> None:
    writer = NameWriter(Speller(), "en")
    assert writer.write("RAM KUMAR S/O SHYAM LAL").first == "Ram Kumar S/o Shyam Lal"
    assert writer.write("राम कुमार").first == "राम कुमार"
    assert calm("STATE OF U.P.") == "State of U.P."
    assert calm("McDonald Lal") == "McDonald Lal"
    assert calm("") == ""
