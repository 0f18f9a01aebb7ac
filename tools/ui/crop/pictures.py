"""The pictures of the page: small ones for rows and cards, and the large one with its evidence."""

from __future__ import annotations

import io

import streamlit as st

from tools.crop.batch import Item
from tools.crop.phrases import say
from tools.crop.picture import draw_outlines, overlay
from tools.crop.types import Diagnosis, Image, Language
from tools.translations import catalogue
from tools.ui.sign_in import fragment

SMALL = (320, 240)  # pixels
OPACITY = 45  # per cent, to begin with


@st.cache_data(show_spinner=False, max_entries=400, ttl=3600)
def small(key: str, _data: bytes | Item) -> bytes:
    """A JPEG of `SMALL` for a card, cut to its shape. `key` stands for the picture: a sample's name or a SHA-256."""
    from PIL import Image as Pillow
    from PIL import ImageOps

    if isinstance(_data, bytes):
        opened: Pillow.Image = Pillow.open(io.BytesIO(_data))
    else:
        assert _data.examined is not None, key
        opened = Pillow.fromarray(_data.examined.photo.image)
    out = io.BytesIO()
    ImageOps.fit(opened, SMALL).save(out, "JPEG", quality=85)
    return out.getvalue()


@fragment
def large(item: Item, words: str, shown: Language) -> None:
    """The photo with heat map and outline on the same frame; the controls below change this picture alone."""
    answer = item.answer
    if answer is None or answer.photo is None:
        return
    frame = st.container()
    opacity, outline = _controls(answer, shown)
    with frame:
        st.image(
            _drawn(answer, opacity, outline),
            width="stretch",
            output_format="JPEG",
            alt=f"{item.name}: {words}",
            caption=_caption(item, opacity, outline, shown),
        )


def _controls(answer: Diagnosis, shown: Language) -> tuple[float, bool]:
    """The heat map's opacity (0…1) and whether the outline is drawn."""
    opacity, outline = 0, False
    severity = answer.severity
    if answer.heat is not None:
        opacity = st.slider(say("heat", shown), 0, 100, OPACITY, step=5, format="%d%%", key="crop.opacity")
    if severity is not None and severity.reliable and severity.lesions.any():
        outline = st.toggle(say("outline_on", shown), value=True, key="crop.outline")
    return opacity / 100, outline


def _drawn(answer: Diagnosis, opacity: float, outline: bool) -> Image:
    assert answer.photo is not None
    image = answer.photo.image
    if opacity and answer.heat is not None:
        image = overlay(image, answer.heat, opacity)
    if outline and answer.severity is not None:
        image = draw_outlines(image, answer.severity)
    return image


def _caption(item: Item, opacity: float, outline: bool, shown: Language) -> str:
    parts = [say("drawn", shown)] if item.drawn else []
    parts += [say("evidence", shown)] if opacity else []
    parts += [say("outline", shown)] if outline else []
    if item.examined:
        parts += [catalogue(shown).sentence(note) for note in item.examined.photo.notes]
    return " · ".join(part.rstrip(".") for part in parts)
