"""The process, its machine and its models as they are now, looked at anew every few seconds; nothing of a visitor."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Final

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
from tools.format import number
from tools.machine import Machine, look
from tools.settings import DATA, settings
from tools.translations import N_
from tools.ui.devices import device_name
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
    _figures(look(Path(settings().data_folder) if settings().data_folder else DATA))
    st.header(_("Models"), anchor=False)
    models = {model.key: model for model in loaded()}
    st.dataframe(
        [_row(key, models.get(key)) for key in NAMES],
        hide_index=True,
        alt=_("Models"),
        column_config={
            "model": st.column_config.TextColumn(_("Model"), width=170),
            "state": st.column_config.TextColumn(_("State"), width=120),
            "weights": st.column_config.TextColumn(_("Weights"), width=330),
            "device": st.column_config.TextColumn(_("Device"), width=120),
            "seconds": st.column_config.TextColumn(_("Loaded in"), width=90),
            "waiting": st.column_config.TextColumn(_("Queue"), width=90),
        },
    )
    for model in models.values():
        if model.notice:
            st.html(f'<div class="flag">{html.escape(sentence(model.notice))}</div>')


def _figures(found: Machine) -> None:
    """Label and value side by side, as on the other pages; what is long may wrap."""
    of = _("{part} of {whole} GiB")
    figures = [
        (_("Memory of the portal"), _mib(found.process_mib)),
        (_("Readers of files"), _mib(found.workers_mib)),
        (_("Free memory"), of.format(part=_gib(found.free_mib), whole=_gib(found.total_mib))),
        (_("Load, {cores} cores").format(cores=found.cores), f"{found.load:.1f}"),
        (_("Free disk"), f"{_gib(found.disk_free_mib)} GiB"),
        (_("Running for"), _span(found.up_seconds)),
    ]
    if found.gpu:
        used = of.format(part=_gib(found.gpu.used_mib), whole=_gib(found.gpu.total_mib))
        figures.append((found.gpu.name, used))
    rows = "".join(f"<div><span>{html.escape(label)}</span>{html.escape(value)}</div>" for label, value in figures)
    st.html(f'<div class="facts">{rows}</div>')
    device = found.gpu.name if found.gpu else _("CPU, no GPU is in use") if found.torch else _("no model is loaded yet")
    st.caption(
        _("Device: {device}. Python {python}, Streamlit {streamlit}.").format(
            device=device, python=found.python, streamlit=found.streamlit
        )
    )


def _row(key: str, model: Loaded | None) -> dict[str, str]:
    """One line of the table; a model that nobody asked for yet says where its weights would come from."""
    if model is None or model.state == "not configured":
        awaited: Readiness = READINESS[key]()
        state = _("not asked for yet") if model is None else _(STATES[model.state])
        blank = dict.fromkeys(("device", "seconds", "waiting"), "")
        return {"model": _(NAMES[key]), "state": state, "weights": sentence(awaited.detail), **blank}
    source = _(SOURCES[model.source]) if model.source in SOURCES else model.source
    return {
        "model": _(NAMES[key]),
        "state": _(STATES[model.state]),
        "weights": f"{sentence(model.name)} · {source}" if source else sentence(model.name),
        "device": device_name(" ".join(part for part in (model.device, model.dtype) if part)),
        "seconds": _("{seconds} s").format(seconds=f"{model.seconds:.1f}") if model.seconds is not None else "",
        "waiting": str(model.waiting) if model.state == "ready" else "",
    }


def _mib(size: float) -> str:
    return f"{number(size)} MiB"


def _gib(mib: float) -> str:
    return number(mib / 1024, 1)


def _span(seconds: float) -> str:
    minutes = int(seconds // 60)
    hours, days = minutes // 60, minutes // 1440
    if days:
        return _("{days} d {hours} h").format(days=days, hours=hours % 24)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=minutes % 60)
