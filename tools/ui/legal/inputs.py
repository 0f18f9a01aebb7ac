"""What the visitor gives: a sample in one click, files, and whether photos belong together."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import PurePath

import streamlit as st

from tools.errors import PortalError
from tools.legal.batch import Item
from tools.legal.phrases import say
from tools.legal.reading import Source
from tools.legal.samples import Sample, samples
from tools.ui import limits
from tools.ui.frame import guard
from tools.ui.language import sentence
from tools.ui.legal.state import Visit, start_again
from tools.ui.theme import plain

Uploaded = st.runtime.uploaded_file_manager.UploadedFile
PHOTOS = {".jpg", ".jpeg", ".png", ".webp"}


def sample_row(visit: Visit) -> None:
    """The fictional samples; one click summarises."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="legal-samples"):
        st.markdown(f"**{say('try', visit.language)}**", width="content")
        for sample in samples():
            st.button(
                sample.titles[visit.language],
                key=f"legal.try.{sample.name}",
                on_click=_use_sample,
                args=(visit, sample),
            )
        if visit.batch.items:
            st.button(
                say("again", visit.language), icon=":material/restart_alt:", type="tertiary", on_click=start_again
            )


def inputs(visit: Visit) -> None:
    """Files begin to be read as soon as they arrive."""
    files = st.file_uploader(
        say("add", visit.language),
        accept_multiple_files=True,
        key="legal.files",
        help=say("add_help", visit.language, limit=visit.batch.limit),
    )
    photos = [file for file in files or [] if PurePath(file.name).suffix.lower() in PHOTOS]
    joined = False
    if len(photos) > 1:
        joined = st.checkbox(
            say("join", visit.language, count=len(photos)),
            value=True,
            key="legal.join",
            help=say("join_help", visit.language),
        )
    _take(visit, files or [], photos if joined else [])


def choose(visit: Visit, shown: Item) -> None:
    """Which of several documents to show."""
    ready = visit.batch.ready
    if len(ready) < 2:
        return
    keys = [item.key for item in ready]
    names = {item.key: item.name for item in ready}
    chosen = st.selectbox(
        say("open", visit.language), keys, index=keys.index(shown.key), format_func=names.__getitem__, width=420
    )
    if chosen and chosen != shown.key:
        visit.opened = chosen
        st.rerun()


def _take(visit: Visit, files: Sequence[Uploaded], together: Sequence[Uploaded]) -> None:
    """Hand new files to the batch and drop those that were taken away."""
    wanted: dict[str, tuple[str, tuple[Uploaded, ...]]] = {}
    if together:
        ordered = tuple(sorted(together, key=lambda file: file.name))
        key = hashlib.sha256(" ".join(file.file_id for file in ordered).encode()).hexdigest()
        wanted[key] = (ordered[0].name, ordered)
    for file in files:
        if file not in together:
            wanted[file.file_id] = (file.name, (file,))
    visit.batch.keep(set(wanted) | visit.extra)
    known = {item.key for item in visit.batch.items}
    try:
        limits.held("legal.files", files)
        if wanted.keys() - known and len(known) < visit.batch.limit:  # else nothing begins
            limits.start()
        for key, (name, group) in wanted.items():
            if key not in known:
                visit.batch.add(key, name, [Source(file.name, file.getvalue()) for file in group])
                visit.opened = key
    except PortalError as error:
        st.warning(plain(sentence(str(error))), icon=":material/warning:")


def _use_sample(visit: Visit, sample: Sample) -> None:
    key = f"sample:{sample.name}"
    with guard():
        limits.start()
        visit.extra.add(key)
        visit.opened = key
        visit.batch.add(key, sample.name, (Source(sample.name, sample.data),), sample=True)
