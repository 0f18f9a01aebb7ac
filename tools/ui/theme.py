"""Which of the two looks the visitor has, and text made safe for Markdown."""

from __future__ import annotations

import re

import streamlit as st


def dark() -> bool:
    """Whether the visitor's theme is dark."""
    return st.context.theme.type == "dark"


def plain(text: str) -> str:
    """`text` without Markdown meaning: file names and resumes are not ours."""
    return re.sub(r"([\\`*_{}\[\]()#+\-!|<>~$:])", r"\\\1", text)
