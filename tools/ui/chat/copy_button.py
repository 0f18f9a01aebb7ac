"""A button that copies an answer's text in the browser: Streamlit has none of its own."""

from __future__ import annotations

from typing import Final

import streamlit as st

from tools.ui.language import _

HTML: Final = '<button type="button"></button>'
CSS: Final = """
button { all: unset; box-sizing: border-box; cursor: pointer; font: inherit; font-size: .875rem; line-height: 1.5rem;
         color: var(--st-text-color); border-radius: .4rem; padding: .1rem .3rem; opacity: .85; white-space: nowrap; }
button:hover { color: var(--st-primary-color); opacity: 1; }
button:focus-visible { outline: 2px solid var(--st-primary-color); }
"""
JS: Final = """
export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  button.textContent = data.label;
  button.onclick = async () => {
    try { await navigator.clipboard.writeText(data.text); }
    catch {  // a page that is not served over HTTPS has no clipboard of its own
      const area = document.createElement("textarea");
      area.value = data.text; document.body.append(area); area.select();
      document.execCommand("copy"); area.remove();
    }
    button.textContent = data.done;
    setTimeout(() => { button.textContent = data.label; }, 1500);
  };
}
"""


def copy_button(text: str, *, key: str) -> None:
    """A button that puts `text` on the visitor's clipboard."""
    button = st.components.v2.component("portal_copy", html=HTML, css=CSS, js=JS)
    button(data={"text": text, "label": _("Copy"), "done": _("Copied")}, key=key, width="content", height="content")
