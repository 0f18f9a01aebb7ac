"""The portal's own lines: JSON or text, and never a word of what a visitor gave."""

from __future__ import annotations

import json
import logging
import sys

import pytest

from tools import logs
from tools.errors import Unreadable


def fail_with(text: str) -> BaseException:
    try:
        try:
            {}[text]
        except KeyError as error:
            raise Unreadable(f"{text} cannot be read") from error
    except Unreadable as error:
        return error


def record(error: BaseException | None = None) -> logging.LogRecord:
    details = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("portal", logging.ERROR, __file__, 1, "reference %s", ("ab12",), details)


def test_failure_is_told_by_kind_and_place_without_its_words() -> None:
    told = logs.places(fail_with("Asha Fictional 98765"))
    assert "Unreadable < fail_with (tests/tools/test_logs.py:" in told
    assert "caused by KeyError" in told
    assert "Asha" not in told


def test_failure_in_a_package_names_no_folder_of_the_machine() -> None:
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads("{")
    assert sys.prefix not in logs.places(caught.value)


def test_failure_that_causes_itself_ends() -> None:
    error = ValueError("x")
    error.__cause__ = error
    assert logs.places(error).startswith("ValueError")


@pytest.mark.parametrize("form", ["text", "json"])
def test_line_has_its_parts(form: str) -> None:
    line = logs.formatter(form).format(record(fail_with("secret")))
    assert "secret" not in line
    assert "reference ab12" in line
    if form == "json":
        parts = json.loads(line)
        assert {"time", "level", "logger", "message", "exc_info"} <= parts.keys()
        assert "\n" not in line


def test_lines_of_the_server_and_of_libraries_take_the_same_form(capsys: pytest.CaptureFixture[str]) -> None:
    """A failure in a button's callback is logged by Streamlit."""
    from streamlit.error_util import _LOGGER

    before = [handler.formatter for handler in _LOGGER.handlers], logging.lastResort and logging.lastResort.formatter
    logs.configure.cache_clear()
    logs.configure()
    try:
        error = fail_with("Asha Fictional 98765")
        told = [handler.format(record(error)) for handler in [*_LOGGER.handlers, logging.lastResort] if handler]
        assert len(told) >= 2
        assert all("Unreadable < fail_with" in line and "Asha" not in line for line in told)
    finally:
        for handler, form in zip(_LOGGER.handlers, before[0], strict=True):
            handler.setFormatter(form)
        assert logging.lastResort
        logging.lastResort.setFormatter(before[1])


def test_devanagari_stays_readable() -> None:
    said = logging.LogRecord("portal", logging.INFO, "", 0, "नमस्ते", (), None)
    assert "नमस्ते" in logs.formatter("json").format(said)
