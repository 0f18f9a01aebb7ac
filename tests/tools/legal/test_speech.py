"""What is said aloud, and how: text on standard input, bounded, and a plain word when the program is missing."""

from __future__ import annotations

import io
import subprocess
import wave
from typing import Any

import pytest

from tools.errors import BadInput, ModelUnavailable, TookTooLong, Unreadable
from tools.legal import speech
from tools.legal.speech import LONGEST, available, speak, spelled_out
from tools.legal.types import Language

needs_espeak = pytest.mark.skipif(not available(), reason="needs espeak-ng")


@pytest.mark.parametrize(
    ("text", "language", "spoken"),
    [
        ("12.03.2025 को ₹25,000 दिए", "hi", "12 मार्च 2025 को 25000 रुपये दिए"),
        ("₹16.9 लाख का सामान", "hi", "16.9 लाख रुपये का सामान"),
        ("क़ीमत ₹2.6 लाख (₹2,57,000)।", "hi", "क़ीमत 257000 रुपये।"),
        ("worth ₹1.2 crore (₹1,21,00,000)", "en", "worth 12100000 rupees"),
        ("एफआईआर नंबर 0031/2025", "hi", "एफ़ आई आर नंबर 31 बटा 2025"),
        ("धारा 303(2) BNS", "hi", "धारा 303 2 बी एन एस"),
        ("शाम 5:30 बजे", "hi", "शाम 5 बजकर 30 मिनट"),
        ("सुबह 9:00 बजे", "hi", "सुबह 9 बजे"),
        ("दिनांक १२.०३.२०२५", "hi", "दिनांक 12 मार्च 2025"),
        ("फ़ोन ▮▮▮▮▮▮ पर", "hi", "फ़ोन छिपाया गया पर"),
        ("Rs. 25,000/- on 8 March 2021", "en", "25000 rupees on 8 March 2021"),
        ("FIR No. 12/2024 u/s 498A(1) IPC", "en", "F I R number 12 of 2024 under section 498 A 1 I P C"),
        ("at 9:00 and 17:30", "en", "at 9 o'clock and 17:30"),
    ],
)  # fmt: skip
def test_what_a_voice_gets_wrong_is_written_out(text: str, language: Language, spoken: str) -> None:
    assert spelled_out(text, language) == spoken


def test_marks_and_control_characters_are_left_out() -> None:
    assert spelled_out('<break time="9s"/>\x00\u202e[[h@l]] hello & bye', "en") == "break time= 9s / h@l hello bye"


def test_a_long_text_is_cut_after_a_sentence() -> None:
    words = spelled_out("यह एक वाक्य है। " * 900, "hi")
    assert len(words) <= LONGEST
    assert words.endswith("।")
    assert len(spelled_out("अ" * 9000, "hi")) == LONGEST


@needs_espeak
@pytest.mark.parametrize(("text", "language"), [("अदालत ने ज़मानत दी।", "hi"), ("The court gave bail.", "en")])
def test_speech_is_a_wave_file_that_says_its_length(text: str, language: Language) -> None:
    data = speak(text, language)
    with wave.open(io.BytesIO(data)) as sound:
        assert sound.getnchannels() == 1
        assert 0.5 < sound.getnframes() / sound.getframerate() < 10
        assert len(sound.readframes(10**9)) == 2 * sound.getnframes()


@needs_espeak
def test_an_option_in_the_text_is_only_text() -> None:
    assert speak("--version; rm -rf $(pwd)", "en").startswith(b"RIFF")


@pytest.mark.parametrize("text", ["", "  \n", "। … !", "\x00"])
def test_nothing_to_say_is_said_so(text: str) -> None:
    with pytest.raises(BadInput):
        speak(text, "hi")


def test_a_missing_program_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speech.shutil, "which", lambda _: None)
    assert not available()
    with pytest.raises(ModelUnavailable, match="espeak-ng"):
        speak("नमस्ते", "hi")


def test_text_goes_in_on_standard_input_without_a_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, Any] = {}

    def run(command: list[str], **how: Any) -> subprocess.CompletedProcess[bytes]:
        seen.update(how, command=command)
        return subprocess.CompletedProcess(command, 0, b"RIFF0000WAVEdata0000\x01\x02", b"")

    monkeypatch.setattr(speech.shutil, "which", lambda _: "/usr/bin/espeak-ng")
    monkeypatch.setattr(speech.subprocess, "run", run)
    data = speak("$(id)", "en")
    assert data[16:20] == (2).to_bytes(4, "little")
    assert "$(id)" not in " ".join(seen["command"])
    assert seen["input"] == b"$(id)"
    assert not seen.get("shell")
    assert seen["timeout"] == speech.SECONDS


@pytest.mark.parametrize(
    ("outcome", "error"),
    [
        (subprocess.TimeoutExpired("espeak-ng", 20), TookTooLong),
        (OSError("gone"), ModelUnavailable),
        (subprocess.CompletedProcess([], 1, b"", b"bad"), Unreadable),
        (subprocess.CompletedProcess([], 0, b"", b""), Unreadable),
    ],
)
def test_failures_are_said_in_words(outcome: Any, error: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*_: Any, **__: Any) -> Any:
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    monkeypatch.setattr(speech.shutil, "which", lambda _: "/usr/bin/espeak-ng")
    monkeypatch.setattr(speech.subprocess, "run", run)
    with pytest.raises(error):
        speak("नमस्ते", "hi")
