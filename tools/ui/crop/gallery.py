"""All answered photos of a batch as cards: picture, verdict, probability, damage. A click opens one."""

from __future__ import annotations

import html

import streamlit as st

from tools.crop.advice import class_name
from tools.crop.batch import Item
from tools.crop.phrases import percent, say
from tools.crop.types import Diagnosis, Language
from tools.crop.verdict import verdict
from tools.crop.words import SEVERITY
from tools.ui.crop.pictures import small
from tools.ui.crop.state import Visit
from tools.ui.language import _
from tools.ui.theme import plain

MANY = 8  # cards beyond which the gallery scrolls in its own frame
HEIGHT = 560  # pixels of that frame


def gallery(visit: Visit, opened: Item | None, shown: Language) -> None:
    """Draw the cards; nothing for a single photo."""
    items = visit.batch.answered
    if len(items) < 2:
        return
    st.subheader(_("{count} photos").format(count=len(items)), anchor=False)
    frame = st.container(height=HEIGHT if len(items) > MANY else "content", border=False, key="crop-gallery")
    with frame, st.grid(min_column_width=165, gap="small"):
        for item in items:
            _card(visit, item, shown, item is opened)


def _card(visit: Visit, item: Item, shown: Language, is_open: bool) -> None:
    answer = item.answer
    if answer is None or answer.photo is None:
        return
    tone = verdict(answer, shown).tone
    with st.container(border=True, gap="small", height="stretch"):
        st.image(small(answer.photo.sha256, item), width="stretch", alt=item.name)
        st.html(
            f'<div class="card-verdict {tone}"><b>{html.escape(_first_line(answer, shown))}</b>'
            f"<br>{html.escape(_second_line(answer, shown))}</div>"
        )
        st.caption(plain(item.name))
        st.button(
            _("Opened") if is_open else _("Open"),
            key=f"crop.open.{item.key}",
            help=item.name,
            disabled=is_open,
            on_click=_open,
            args=(visit, item.key),
            width="stretch",
        )


def _first_line(answer: Diagnosis, shown: Language) -> str:
    if answer.status == "diagnosed":
        return class_name(answer.shown_class, shown)
    return say(f"short_{answer.status}", shown)


def _second_line(answer: Diagnosis, shown: Language) -> str:
    if answer.status != "diagnosed":
        return ""
    parts = [percent(answer.predictions[0].probability)]
    if answer.severity and answer.severity.reliable:
        parts.append(SEVERITY[answer.severity.grade][shown])
    return " · ".join(parts)


def _open(visit: Visit, key: str) -> None:
    visit.opened = key
