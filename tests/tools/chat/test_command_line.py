"""The command line's contract: keys, exit status, what can be typed."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.tools.chat.fake_models import ORDER, FakeModel
from tools.chat import __main__ as command
from tools.chat.conversation import Conversation
from tools.settings import ROOT

KEYS = ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GEMINI_API_KEY", "GOOGLE_API_KEY", "PORTAL_LANGUAGE_MODEL")


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    known = {name: value for name, value in os.environ.items() if name not in KEYS}
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tools.chat", *map(str, words)],
        cwd=ROOT, capture_output=True, text=True, timeout=150, env=known,
    )  # fmt: skip


@pytest.fixture(scope="module")
def order(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("chat") / "order.txt"
    path.write_text(ORDER, encoding="utf-8")
    return path


def test_one_answer(order: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    done = run("--ask", "What costs shall the applicant pay?", "--document", order, tmp_path / "no.pdf", "--json", out)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(out.read_text())
    assert told["status"] == "answered"
    assert told["error"] is None
    assert (told["engine"], told["ground"]) == ("quotes", "document")
    assert any(each["page"] == 1 and "15,000" in each["quote"] for each in told["citations"])
    assert told["first_token_ms"] <= told["milliseconds"]
    assert [each["status"] for each in told["documents"]] == ["unreadable"]


def test_a_talk(
    order: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in KEYS:
        monkeypatch.delenv(name, raising=False)
    kept = tmp_path / "talk.json"
    typed = f"/help\nWhen was the applicant arrested?\n/retry\n/documents\n/save {kept}\n/clear\n/retry\n/quit\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    assert command.main(["--document", str(order), "--document-only"]) == 0
    told = capsys.readouterr()
    assert "/save FILE" in told.out
    assert told.out.count("12.03.2025") >= 2
    assert "no question yet" in told.err
    (turn,) = json.loads(kept.read_text())["turns"]
    assert turn["question"] == "When was the applicant arrested?"


def called(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, Any]:
    status = command.main([*map(str, words), "--json", "-"])
    return status, json.loads(capsys.readouterr().out)


def test_an_unreadable_document(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("<html>no</html>")
    status, told = called(capsys, "--ask", "What?", "--provider", "quotes", "--document", tmp_path / "a.pdf")
    assert (status, told["status"], told["answer"]) == (1, "unreadable", None)
    assert told["error"].endswith(".")


def test_a_provider_without_a_key(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in KEYS:
        monkeypatch.delenv(name, raising=False)
    status, told = called(capsys, "--ask", "What?", "--provider", "openai")
    assert (status, told["status"]) == (1, "error")
    assert "OPENAI_API_KEY" in told["error"]


def test_no_local_model(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.language.local_chat.load_language", lambda: None)
    status, told = called(capsys, "--ask", "What?", "--provider", "local")
    assert (status, told["error"]) == (1, command.NO_LOCAL)


def test_an_answer_that_breaks_off(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from tools.errors import Outage

    monkeypatch.setattr(command, "chosen", lambda options: FakeModel("Half", Outage("It broke: ask again.")))
    status, told = called(capsys, "--ask", "What?")
    assert (status, told["status"], told["answer"], told["error"]) == (0, "error", "Half", "It broke: ask again.")


def test_ctrl_c_stops_the_answer_and_not_the_talk(capsys: pytest.CaptureFixture[str]) -> None:
    class Interrupted(FakeModel):
        def _told(self):  # type: ignore[no-untyped-def]
            yield "Half"
            raise KeyboardInterrupt

    talk = Conversation()
    answer = command.say("What?", talk, None, Interrupted(), command.arguments([]))
    assert (answer.text, answer.ended) == ("Half", "stopped")
    assert talk.turns[-1].answer == answer
    assert "Half" in capsys.readouterr().out


def test_a_file_that_cannot_be_written() -> None:
    with pytest.raises(command.PortalError, match="cannot be written"):
        command.save(Path("/nowhere/at/all.md"), Conversation())
