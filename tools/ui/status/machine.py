"""The process, its machine and its models as they are now, looked at anew every few seconds; nothing of a visitor."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import streamlit as st

from models.readiness import (
    Readiness,
    language_readiness,
    leaf_readiness,
    names_readiness,
    sentiment_readiness,
    text_readiness,
    translation_readiness,
)
from models.registry import Loaded, State, loaded
from tools.machine import Machine, look
from tools.settings import DATA, settings
from tools.translations import N_
from tools.ui.language import _, sentence
from tools.ui.sign_in import fragment

EVERY: Final = 15.0  # seconds
STATES: Final[dict[State, str]] = {
    "loading": N_("loading"),
    "ready": N_("ready"),
    "not configured": N_("not configured"),
    "failed": N_("failed"),
}
NAMES: Final = {
    "embedder": N_("Sentences (search, skills)"),
    "leaf": N_("Leaf photos"),
    "names": N_("Names in Devanagari"),
    "sentiment": N_("Mood of headlines"),
    "language": N_("Local language model"),
    "translator": N_("Translation"),
}
READINESS: Final = {
    "embedder": text_readiness,
    "leaf": leaf_readiness,
    "names": names_readiness,
    "sentiment": sentiment_readiness,
    "language": language_readiness,
    "translator": translation_readiness,
}
SOURCES: Final = {
    "embedded": N_("ships with the portal"),
    "local": N_("folder"),
    "hub": N_("Hugging Face Hub"),
}


@fragment(run_every=EVERY)
def machine_and_models() -> None:
    """Figures of the process, then a table of the models."""
    found = look(Path(settings().data_folder) if settings().data_folder else DATA)
    _figures(found)
    st.subheader(_("Models"), anchor=False)
    st.dataframe(
        [_row(key, {model.key: model for model in loaded()}) for key in NAMES],
        hide_index=True,
        column_config={
            "model": st.column_config.TextColumn(_("Model"), width="medium"),
            "state": st.column_config.TextColumn(_("State"), width="small"),
            "name": st.column_config.TextColumn(_("Weights"), width="medium"),
            "source": st.column_config.TextColumn(_("From")),
            "device": st.column_config.TextColumn(_("Device"), width="small"),
            "seconds": st.column_config.NumberColumn(_("Loaded in"), format="%.1f s", width="small"),
            "waiting": st.column_config.NumberColumn(_("Queue"), width="small"),
            "notice": st.column_config.TextColumn(_("Notice"), width="large"),
        },
    )


def _figures(found: Machine) -> None:
    figures = [
        (_("Memory of the portal"), _("{size} MiB").format(size=f"{found.process_mib:,.0f}")),
        (_("Readers of files"), _("{size} MiB").format(size=f"{found.workers_mib:,.0f}")),
        (_("Free memory"), _("{free} of {all} GiB").format(free=_gib(found.free_mib), all=_gib(found.total_mib))),
        (_("Load, {cores} cores").format(cores=found.cores), f"{found.load:.1f}"),
        (_("Free disk"), _("{size} GiB").format(size=_gib(found.disk_free_mib))),
        (_("Running for"), _span(found.up_seconds)),
    ]
    if found.gpu:
        used = _("{free} of {all} GiB").format(free=_gib(found.gpu.used_mib), all=_gib(found.gpu.total_mib))
        figures.append((found.gpu.name, used))
    with st.container(horizontal=True, gap="medium"):
        for label, value in figures:
            st.metric(label, value, border=True, width=180)
    device = found.gpu.name if found.gpu else _("CPU; no GPU is in use") if found.torch else _("no model is loaded yet")
    st.caption(
        _("Device: {device}. Python {python}, Streamlit {streamlit}.").format(
            device=device, python=found.python, streamlit=found.streamlit
        )
    )


def _row(key: str, models: dict[str, Loaded]) -> dict[str, Any]:
    model = models.get(key)
    if model is None:
        awaited: Readiness = READINESS[key]()
        return {
            "model": _(NAMES[key]), "state": _("not asked for yet"), "name": "", "source": "", "device": "",
            "seconds": None, "waiting": None, "notice": sentence(awaited.detail),
        }  # fmt: skip
    return {
        "model": _(NAMES[key]),
        "state": _(STATES[model.state]),
        "name": model.name,
        "source": _(SOURCES[model.source]) if model.source in SOURCES else model.source,
        "device": " ".join(part for part in (model.device, model.dtype) if part),
        "seconds": model.seconds,
        "waiting": model.waiting if model.state == "ready" else None,
        "notice": sentence(model.notice),
    }


def _gib(mib: float) -> str:
    return f"{mib / 1024:,.1f}"


def _span(seconds: float) -> str:
    minutes = int(seconds // 60)
    hours, days = minutes // 60, minutes // 1440
    if days:
        return _("{days} d {hours} h").format(days=days, hours=hours % 24)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=minutes % 60)
