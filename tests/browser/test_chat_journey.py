"""Somebody with questions in a real browser: words that arrive one by one from a real server, stop, sources, phone.

The server speaks OpenAI's protocol on this machine, slowly, and remembers what it was asked.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import DARK, SLOW, pick
from tools.legal.samples import FOLDER, TITLES

WORDS = [f"word{number}" for number in range(40)]
MODEL = "little-model"


class Slow(ThreadingHTTPServer):
    """An OpenAI-compatible server: `pause` seconds between words; `asked` holds the requests."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[dict[str, Any]] = []
        self.pause = 0.15
        self.says = WORDS

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


class Handler(BaseHTTPRequestHandler):
    server: Slow

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        self._head("application/json")
        listed = {"id": MODEL, "object": "model", "created": 1, "owned_by": "test"}
        self.wfile.write(json.dumps({"object": "list", "data": [listed]}).encode())

    def do_POST(self) -> None:
        self.server.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self._head("text/event-stream")
        try:
            for word in self.server.says:
                self._send({"content": f"{word} "}, None)
                time.sleep(self.server.pause)
            self._send({}, "stop")
            self.wfile.write(b"data: [DONE]\n\n")
        except OSError:
            pass  # whoever asked wants no more

    def _head(self, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()

    def _send(self, delta: dict[str, str], finish: str | None) -> None:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        part = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": MODEL, "choices": [choice]}
        self.wfile.write(b"data: " + json.dumps(part).encode() + b"\n\n")
        self.wfile.flush()


@pytest.fixture
def server() -> Iterator[Slow]:
    made = Slow()
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


def open_chat(tab: Page) -> None:
    tab.goto("/Assistant")
    expect(tab.get_by_text("What would you like to know?")).to_be_visible(timeout=SLOW)


def choose(tab: Page, server: Slow) -> None:
    """Pick the server in the sidebar, by its address."""
    pick(tab, "Who answers", "Own server")
    address = tab.get_by_role("textbox", name="Address of the server")
    expect(address).to_be_visible(timeout=SLOW)
    address.fill(server.address)
    address.press("Enter")
    expect(tab.get_by_text(f"sent to {server.address}")).to_be_visible(timeout=SLOW)
    expect(tab.get_by_test_id("stChatInputTextArea")).to_be_enabled(timeout=SLOW)


def ask(tab: Page, question: str) -> None:
    field = tab.get_by_test_id("stChatInputTextArea")
    expect(field).to_be_enabled(timeout=SLOW)
    field.fill(question)
    send = tab.get_by_test_id("stChatInputSubmitButton")
    expect(send).to_be_enabled(timeout=SLOW)  # not before a file is uploaded
    send.click()


def attach(tab: Page, file: Path) -> None:
    """Give a file with the next question, and see that the field has it: it could be sent without it before."""
    field = tab.get_by_test_id("stChatInput")
    field.locator('input[type="file"]').set_input_files(file)
    expect(field.get_by_role("button", name=f"Remove {file.name}")).to_be_visible(timeout=SLOW)


def answers(tab: Page) -> Locator:
    return tab.get_by_test_id("stChatMessage").filter(has_not=tab.locator("[class*=chat-question]"))


def finished(tab: Page) -> None:
    expect(tab.locator("[class*=st-key-chat-again] button:visible")).to_have_count(1, timeout=SLOW)
    expect(tab.get_by_text("Something went wrong")).to_have_count(0)


def test_words_arrive_one_by_one_and_stop_keeps_them(tab: Page, server: Slow) -> None:
    server.says = [f"word{number}" for number in range(1000)]  # more than anybody waits for
    open_chat(tab)
    choose(tab, server)
    ask(tab, "Tell me many words")
    expect(answers(tab)).to_contain_text(WORDS[1], timeout=SLOW)
    snapshots = [0]
    for _ in range(60):
        length = len(answers(tab).last.inner_text())
        if length > snapshots[-1]:
            snapshots.append(length)
        if len(snapshots) > 4:
            break
        tab.wait_for_timeout(100)
    assert len(snapshots) > 4
    assert server.asked[0]["stream"] is True
    tab.get_by_role("button", name="Stop", exact=True).last.click()
    expect(tab.get_by_text("You stopped the answer here.")).to_be_visible(timeout=SLOW)
    expect(answers(tab)).to_contain_text(WORDS[1])
    expect(answers(tab)).not_to_contain_text("word999")


def test_another_page_and_back_keeps_the_talk(tab: Page, server: Slow) -> None:
    server.pause = 0.05
    open_chat(tab)
    choose(tab, server)
    ask(tab, "Tell me forty words")
    expect(answers(tab)).to_contain_text(WORDS[1], timeout=SLOW)
    tab.get_by_role("link", name="Stock analyser").click()
    expect(tab.get_by_role("heading", name="Stock analyser")).to_be_visible(timeout=SLOW)
    tab.get_by_role("link", name="Assistant").click()
    finished(tab)
    expect(answers(tab)).to_contain_text(WORDS[-1], timeout=SLOW)
    expect(tab.get_by_text("Tell me forty words")).to_be_visible()
    expect(tab.get_by_text(f"sent to {server.address}")).to_be_visible()


def test_a_document_answers_by_quotes_and_opens_its_page(tab: Page) -> None:
    open_chat(tab)
    attach(tab, FOLDER / "judgment_high_court.pdf")
    ask(tab, "What was decided about the claim for interest?")
    finished(tab)
    expect(tab.get_by_text("Quotes, no generation")).to_be_visible()
    tab.locator("[class*=st-key-chat-sources] button:visible").first.click()
    expect(tab.locator(".st-key-chat-pane img")).to_be_visible(timeout=SLOW)
    expect(tab.locator(".st-key-chat-pane .quote")).to_be_visible()


def test_a_legal_result_is_asked_about_and_its_page_opened(tab: Page) -> None:
    tab.goto("/Legal_Summariser")
    tab.get_by_role("button", name=TITLES["judgment_high_court.pdf"]["en"], exact=True).click()
    expect(tab.locator(".plain-words")).to_be_visible(timeout=SLOW)
    tab.get_by_role("button", name="Ask about this").click()
    expect(tab.get_by_text("About: judgment_high_court.pdf").first).to_be_visible(timeout=SLOW)
    expect(tab.get_by_text("2 pages")).to_be_visible(timeout=SLOW)
    ask(tab, "What was decided about the claim for interest?")
    finished(tab)
    tab.locator("[class*=st-key-chat-sources] button:visible", has_text="p. ").first.click()
    expect(tab.locator(".st-key-chat-pane img")).to_be_visible(timeout=SLOW)


def test_a_dark_phone(dark_phone: Page) -> None:
    tab = dark_phone
    open_chat(tab)
    expect(tab.locator(".stApp")).to_have_css("background-color", DARK)
    attach(tab, FOLDER / "judgment_high_court.pdf")
    ask(tab, "What was decided about the claim for interest?")
    finished(tab)
    tab.locator("[class*=st-key-chat-sources] button:visible").first.click()
    expect(tab.locator(".st-key-chat-pane img")).to_be_visible(timeout=SLOW)
    pane = tab.locator(".st-key-chat-pane").bounding_box()
    assert pane is not None
    assert pane["width"] >= 380
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    tab.locator(".st-key-chat-pane").get_by_role("button", name="Close").locator("visible=true").click()
    expect(tab.locator(".st-key-chat-pane")).to_have_count(0, timeout=SLOW)
    expect(tab.get_by_test_id("stChatInputTextArea")).to_be_in_viewport()
