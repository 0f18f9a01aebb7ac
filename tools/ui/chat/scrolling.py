"""Brings the marked words of the document pane into sight: a page is higher than it, and Streamlit cannot scroll."""

from __future__ import annotations

from typing import Final

import streamlit as st

KEY: Final = "chat-pane-scroll"
JS: Final = """
export default function ({ data }) {
  const pane = document.querySelector(".st-key-chat-pane");
  const image = pane && pane.querySelector("img");
  if (!image || pane.dataset.look === String(data.look)) return;
  const go = () => {
    const scroller = [pane, pane.parentElement].find((each) => each.scrollHeight > each.clientHeight + 4);
    pane.dataset.look = String(data.look);
    if (!scroller) return;
    const top = image.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    scroller.scrollTop = top + data.at * image.clientHeight - scroller.clientHeight / 3;
  };
  if (image.complete && image.naturalHeight) requestAnimationFrame(go);
  else image.addEventListener("load", () => requestAnimationFrame(go), { once: true });
}
"""


def scroll_to(at: float, look: int) -> None:
    """Scroll the pane once for each `look`, so that the part `at` (0 to 1) of its page's height is in sight."""
    scroll = st.components.v2.component("portal_pane_scroll", html="<span></span>", js=JS)
    with st.container(key=KEY):
        scroll(data={"at": at, "look": look}, key=f"chat.scroll.{look}", width="content", height="content")
