"""Reads a summary aloud with espeak-ng, when it is installed: sentences in, a WAV file out.

Before that it writes out what a voice would get wrong: rupees, dates, abbreviations. It knows no document.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import Final

from tools.errors import BadInput, ModelUnavailable, TookTooLong, Unreadable
from tools.legal.dates import ascii_digits, dates_in
from tools.legal.money import SCALES
from tools.legal.summary.spoken import spoken_date
from tools.legal.types import Language

PROGRAM: Final = "espeak-ng"
VOICES: Final[dict[Language, str]] = {"en": "en-gb", "hi": "hi"}
WORDS_A_MINUTE: Final = 140  # slow enough to follow; the program's own pace is 175
LONGEST: Final = 4_000  # characters; about five minutes of speech
SECONDS: Final = 20
MISSING: Final = "Reading aloud needs the program espeak-ng: ask the administrator to install it."
EMPTY: Final = "There is no text to read aloud."
_RUPEES: Final[dict[Language, str]] = {"en": "rupees", "hi": "रुपये"}
_MASKED: Final[dict[Language, str]] = {"en": "hidden", "hi": "छिपाया गया"}
_OF_YEAR: Final[dict[Language, str]] = {"en": "of", "hi": "बटा"}
_SIGNS: Final[dict[Language, dict[str, str]]] = {
    "en": {"FIR": "F I R", "IPC": "I P C", "BNS": "B N S", "BNSS": "B N S S", "BSA": "B S A", "CrPC": "C R P C",
           "NALSA": "Nalsa", "u/s": "under section", "P.S.": "police station", "No.": "number"},
    "hi": {"FIR": "एफ़ आई आर", "एफआईआर": "एफ़ आई आर", "IPC": "आई पी सी", "आईपीसी": "आई पी सी", "BNS": "बी एन एस",
           "बीएनएस": "बी एन एस", "BNSS": "बी एन एस एस", "बीएनएसएस": "बी एन एस एस", "BSA": "बी एस ए",
           "CrPC": "सी आर पी सी", "सीआरपीसी": "सी आर पी सी", "NALSA": "नालसा", "NDPS": "एन डी पी एस",
           "POCSO": "पॉक्सो", "सीएनआर": "सी एन आर", "नं.": "नंबर", "डॉ.": "डॉक्टर", "किमी": "किलोमीटर", "रु.": "रुपये"},
}  # fmt: skip
_SCALE = "|".join(sorted(map(re.escape, SCALES), key=len, reverse=True))
_SUM = re.compile(rf"(?:₹|\bRs\b\.?|रु\.)\s?(?P<number>\d[\d,]*(?:\.\d+)?)(?:\s?(?P<scale>{_SCALE})\b)?(?:/-)?", re.I)
_TWICE = re.compile(r"₹[\d.]+ (?:lakh|crore|लाख|करोड़) \((?P<exact>₹[\d,.]+)\)")  # a rounded sum and the exact one
_TIME = re.compile(r"(?<![\d:])(?P<hour>\d{1,2}):(?P<minute>\d\d)(?![\d:])(?:\s*बजे)?")
_SECTION = re.compile(r"(?P<number>\d{1,3})(?P<letter>[A-Z]?)\((?P<part>\w{1,4})\)")
_CASE = re.compile(r"(?<![\d/])0*(?P<number>\d{1,6})/(?P<year>(?:19|20)\d\d)(?![\d/])")
_MASK = re.compile("▮+")


def available() -> bool:
    """Whether the program is installed."""
    return shutil.which(PROGRAM) is not None


def speak(text: str, language: Language) -> bytes:
    """`text` as speech, a WAV file of one channel; at most `LONGEST` characters of it, cut after a sentence.

    Raises
    ------
    BadInput
        There is nothing to say.
    ModelUnavailable
        espeak-ng is not installed.
    TookTooLong
        It did not finish within `SECONDS`.
    Unreadable
        It gave no sound.
    """
    words = spelled_out(text, language)
    if not any(letter.isalnum() for letter in words):
        raise BadInput(EMPTY)
    program = shutil.which(PROGRAM)
    if program is None:
        raise ModelUnavailable(MISSING)
    command = [program, "-v", VOICES[language], "-s", str(WORDS_A_MINUTE), "-b", "1", "--stdin", "--stdout"]
    try:
        done = subprocess.run(command, input=words.encode(), capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise TookTooLong(f"Reading aloud took longer than {SECONDS} s: choose a shorter text.") from None
    except OSError as error:
        raise ModelUnavailable(MISSING) from error
    if done.returncode or not done.stdout.startswith(b"RIFF"):
        raise Unreadable("The text could not be read aloud: try a shorter one.")
    return _with_lengths(done.stdout)


def spelled_out(text: str, language: Language) -> str:
    """`text` as it is to be spoken: sums, dates, times, sections and abbreviations in words, nothing masked."""
    plain = ascii_digits(" ".join("".join(_sayable(letter) for letter in _within(text)).split()))
    plain = _MASK.sub(_MASKED[language], plain)
    plain = _TWICE.sub(r"\g<exact>", plain)
    plain = _SUM.sub(lambda match: _rupees(match, language), plain)
    plain = _dates(plain, language)
    plain = _TIME.sub(lambda match: _clock(match, language), plain)
    plain = _CASE.sub(rf"\g<number> {_OF_YEAR[language]} \g<year>", plain)
    plain = _SECTION.sub(r"\g<number> \g<letter> \g<part>", plain)
    for sign, words in sorted(_SIGNS[language].items(), key=lambda item: -len(item[0])):
        plain = re.sub(rf"(?<!\w){re.escape(sign)}(?![\w\u0900-\u0963])", words, plain)
    return " ".join(plain.split())


def _within(text: str) -> str:
    """The first `LONGEST` characters, cut after the last whole sentence when there is more."""
    if len(text) <= LONGEST:
        return text
    head = text[:LONGEST]
    end = max(head.rfind(sign) for sign in "।.!?\n")
    return head[: end + 1] if end > LONGEST // 2 else head


def _sayable(letter: str) -> str:
    """Signs of control, marks of SSML and quotation marks are not for a voice."""
    return letter if letter.isprintable() and letter not in '<>&[]{}|“”"' else " "


def _rupees(match: re.Match[str], language: Language) -> str:
    number = match["number"].replace(",", "")
    return f"{number} {match['scale'] or ''} {_RUPEES[language]}"


def _dates(text: str, language: Language) -> str:
    for found in reversed(list(dates_in(text))):
        text = f"{text[: found.start]}{spoken_date(found.value, language)}{text[found.end :]}"
    return text


def _clock(match: re.Match[str], language: Language) -> str:
    hour, minute = int(match["hour"]), int(match["minute"])
    if language == "en":
        return match[0] if minute else f"{hour} o'clock"
    return f"{hour} बजकर {minute} मिनट" if minute else f"{hour} बजे"


def _with_lengths(wave: bytes) -> bytes:
    """The WAV file with its true lengths: written to a pipe, the program cannot go back and fill them in."""
    data = wave.find(b"data", 12)
    if data < 0:
        return wave
    found = bytearray(wave)
    found[4:8] = (len(wave) - 8).to_bytes(4, "little")
    found[data + 4 : data + 8] = (len(wave) - data - 8).to_bytes(4, "little")
    return bytes(found)
