"""Which model answered, and what the screener can and cannot do."""

from __future__ import annotations

import shutil
from pathlib import Path

import streamlit as st

from models import cached
from tools.format import duration
from tools.translations import N_
from tools.ui.language import _, language, prose
from tools.ui.limits import model_notice

TEXT = Path(__file__).with_name("about.md")
SOURCES = {
    "embedded": N_("{model}, ships with the portal"),
    "hub": N_("{model}, from the Hugging Face Hub"),
    "local": N_("{model}, from a local folder"),
}


def badges(seconds: float) -> None:
    """The model, its device, the time that the ranking took, and whether scans can be read."""
    model = cached.embedder()
    with st.container(horizontal=True, gap="small"):
        name = _(SOURCES[model.info.source]).format(model=model.info.name)
        st.badge(name, icon=":material/neurology:", color="primary")
        st.badge(f"{model.info.device} · {model.info.dtype}", icon=":material/memory:", color="gray")
        st.badge(duration(seconds, language()), icon=":material/timer:", color="gray")
        if shutil.which("tesseract"):
            st.badge(_("Scans: Tesseract"), icon=":material/document_scanner:", color="gray")
        else:
            unread = _("Scans cannot be read: tesseract-ocr is not installed")
            st.badge(unread, icon=":material/warning:", color="orange")
    if model.info.notice:
        st.caption(model_notice(model.info.notice))


def about() -> None:
    """The short form of what stands behind the ranking."""
    with st.expander(_("About this screener"), icon=":material/info:"):
        st.markdown(prose(TEXT))
