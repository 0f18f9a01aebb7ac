"""Which model answered, and what the screener can and cannot do."""

from __future__ import annotations

import shutil

import streamlit as st

from models import cached
from tools.ui.resume.state import Screen

SOURCES = {"embedded": "ships with the portal", "hub": "from the Hugging Face Hub", "local": "from a local folder"}


def badges() -> None:
    """The model, its device, and whether scans can be read."""
    model = cached.embedder()
    with st.container(horizontal=True, gap="small"):
        st.badge(f"{model.info.name}, {SOURCES[model.info.source]}", icon=":material/neurology:", color="primary")
        st.badge(f"{model.info.device} · {model.info.dtype}", icon=":material/memory:", color="gray")
        if shutil.which("tesseract"):
            st.badge("Scans: Tesseract", icon=":material/document_scanner:", color="gray")
        else:
            st.badge("Scans cannot be read: tesseract-ocr is not installed", icon=":material/warning:", color="orange")
    if model.weights.notice:
        st.caption(model.weights.notice)


def about(screen: Screen) -> None:
    """The short form of what stands behind the ranking."""
    del screen
    with st.expander("About this screener", icon=":material/info:"):
        st.markdown(
            """
- **The score is a sum you can see.** Must-haves, nice-to-haves, experience, title and meaning each give points. A missing must-have caps the sum.
- **Proof.** A skill counts only when the resume says it: the line is quoted and highlighted. “Similar” skills are shown, but never fill a must-have.
- **Blind.** Name, photo, contacts, gender, age, address, marital status, parents, religion and caste never reach the score, whether blind mode is on or off. Blind mode also hides them from you.
- **What it cannot do.** It cannot tell whether a claim is true. It reads English best; Hindi resumes are read, but fewer skills are known in Hindi. Handwriting is not read. Unusual layouts can break roles apart: look at the page before you decide.
- **A person decides.** Use the ranking to choose what to read first, not whom to turn away.
"""
        )
