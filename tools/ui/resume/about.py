"""Which model answered, and what the screener can and cannot do."""

from __future__ import annotations

import shutil
from pathlib import Path

import streamlit as st

from models import cached

TEXT = Path(__file__).with_name("about.md")
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
    if model.info.notice:
        st.caption(model.info.notice)


def about() -> None:
    """The short form of what stands behind the ranking."""
    with st.expander("About this screener", icon=":material/info:"):
        st.markdown(TEXT.read_text(encoding="utf-8"))
