"""The answer for one file as the command line hands it over."""

from __future__ import annotations

import json
from datetime import date

from tests.tools.legal.samples import order_result
from tools.legal.result import PageReading, Result


def test_an_unreadable_file_says_why() -> None:
    found = Result("scan.pdf", "unreadable", "The file is cut short: send it again.").to_dict()
    assert (found["status"], found["error"]) == ("unreadable", "The file is cut short: send it again.")
    assert (found["facts"], found["sections"], found["outcome"], found["next_date"]) == ({}, [], None, None)


def test_an_answer_keeps_the_contract() -> None:
    found = order_result().to_dict()
    wanted = {
        "file", "status", "error", "kind", "language", "pages", "facts", "sections", "outcome", "next_date",
        "summary_hi", "summary_en", "key_sentences", "engine",
    }  # fmt: skip
    assert wanted <= set(found)
    assert all({"value", "page", "quote"} <= set(fact) for fact in found["facts"].values())
    assert {"act", "section", "ipc", "bns", "page", "quote"} <= set(found["sections"][0])
    assert found["outcome"]["kind"] == "bail_granted"
    assert found["next_date"]["value"] == "2025-04-10"
    assert all(sentence["facts"] for sentence in found["summary_hi"] + found["summary_en"])
    assert json.loads(json.dumps(found, ensure_ascii=False)) == found


def test_the_partner_in_the_other_code_is_named() -> None:
    first, other = order_result().to_dict()["sections"]
    assert (first["ipc"], first["bns"]) == ("379", "303(2)")
    assert (other["ipc"], other["bns"]) == (None, None)


def test_a_struck_sentence_is_in_no_summary() -> None:
    found = order_result().to_dict()
    assert [sentence["struck"] for sentence in found["struck"]] == ["The number 90,000 is not in the document."]
    assert not any("90,000" in sentence["text"] for sentence in found["summary_en"])


def test_the_clock_is_in_iso_dates() -> None:
    clock = order_result().to_dict()["clock"]
    assert (clock["days"], clock["due"]) == (60, date(2025, 5, 3).isoformat())


def test_a_page_says_how_it_was_read() -> None:
    assert PageReading(1, "ocr").sentence("en") == "a scan, read by OCR"
    assert PageReading(1, "text", "krutidev").sentence("hi") == "फ़ाइल के अपने अक्षर; पुराने हिन्दी फ़ॉन्ट से बदला गया"
