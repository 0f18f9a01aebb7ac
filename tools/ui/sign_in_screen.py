"""The screen for visitors who are not signed in, or who are but may not come in: one sentence, one button."""

from __future__ import annotations

import html
import os
from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from tools.access_rules import DEFAULT, providers
from tools.errors import NotAllowed, SignInNeeded
from tools.settings import DATA
from tools.translations import N_
from tools.ui.language import _, sentence
from tools.ui.sign_in import BUTTON, NOBODY, begin, browser, sign_out, visits
from tools.ui.switch import language_switch

NAMES: Final = {
    "huggingface": "Hugging Face",
    "google": "Google",
    "microsoft": "Microsoft",
    "okta": "Okta",
    "auth0": "Auth0",
}
SECONDS: Final = 5.0  # that a provider may take before we say that it does not answer
PROMISE: Final = N_("Small tools built on AI models, whose answers can be checked.")
UNFINISHED: Final = N_(
    "You are not signed in: it was cancelled, or the provider's answer could not be verified. Try again."
)
SILENT: Final = N_("{name} does not answer, so nobody can sign in right now. Try again in a few minutes.")


def screen(refused: NotAllowed, page: str, auth: Mapping[str, Any]) -> None:
    """Draw the screen in place of the file `page`."""
    st.set_page_config(page_title=_("Sign in · AI demo portal"), page_icon=str(DATA / "icon.svg"))
    with st.container(key="portal-sign-in", gap="medium"):
        st.title(":material/apps: " + _("AI demo portal"), anchor=False)
        st.html(f'<p class="lead">{html.escape(_(PROMISE))}</p>')
        if isinstance(refused, SignInNeeded):
            _invitation(str(refused))
            for name, provider in providers(auth).items():
                _button(name, page, provider)
            _where()
        else:
            _warning(sentence(str(refused)))
            if st.button(_("Sign out"), key=f"{BUTTON}out", icon=":material/logout:", width="stretch"):
                sign_out()
        language_switch()


def _invitation(reason: str) -> None:
    if reason != NOBODY:
        _warning(sentence(reason))
    elif (name := browser()) and visits().begun(name):
        _warning(_(UNFINISHED))
    else:
        st.write(_(NOBODY))


def _warning(text: str) -> None:
    """A sentence that may hold what a provider said, so without Markdown, which would make links of it."""
    st.html(f'<div class="flag" role="alert">{html.escape(text)}</div>')


def _button(name: str, page: str, provider: Mapping[str, Any]) -> None:
    shown = NAMES.get(name, name.replace("-", " ").title())
    label = _("Sign in") if name == DEFAULT else _("Sign in with {name}").format(name=shown)
    if st.button(label, key=f"{BUTTON}in.{name}", icon=":material/login:", type="primary", width="stretch"):
        with st.spinner(_("Going to the sign-in page…")):
            answers = _answers(str(provider["server_metadata_url"]))
        if answers:
            begin(name, page)
        else:
            st.error(
                _(SILENT).format(name=_("The provider") if name == DEFAULT else shown), icon=":material/cloud_off:"
            )


def _answers(address: str) -> bool:
    """Whether the provider can be reached: Streamlit would show a bare error page in its place."""
    import httpx

    try:
        return httpx.get(address, timeout=SECONDS, follow_redirects=True).is_success
    except (httpx.HTTPError, httpx.InvalidURL):
        return False


def _where() -> None:
    """On a Hugging Face Space: browsers keep sign-ins out of the frame on huggingface.co."""
    if host := os.environ.get("SPACE_HOST"):
        st.caption(_("Signing in does not work inside the frame on huggingface.co: open the portal in its own tab."))
        st.link_button(_("Open in its own tab"), f"https://{host}/", icon=":material/open_in_new:", width="stretch")
