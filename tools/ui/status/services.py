"""Whether outside services answer; asked when the admin presses, and not more often than once a minute."""

from __future__ import annotations

from typing import Final

import streamlit as st

from tools.health import Health, Service, ask, services
from tools.settings import settings
from tools.translations import N_
from tools.ui.chat.models import hosted
from tools.ui.language import _

KEY: Final = "status.health"
USERS: Final = {"stocks": N_("Stock analyser"), "models": N_("weights of models"), "chat": N_("Assistant")}


@st.cache_data(show_spinner=False, ttl=60, max_entries=8)
def _asked(addresses: tuple[tuple[str, str, str], ...]) -> tuple[Health, ...]:
    """Shared by all sessions for a minute; the key is what is asked."""
    return ask(Service(*address) for address in addresses)


def outside() -> None:
    """A button, then a row for each service."""
    st.header(_("Outside services"), anchor=False)
    if st.button(_("Ask them now"), icon=":material/network_ping:", key="status.ask"):
        listed = services(settings(), hosted())
        with st.spinner(_("Asking…")):
            st.session_state[KEY] = _asked(tuple((one.name, one.address, one.used_by) for one in listed))
    found: tuple[Health, ...] | None = st.session_state.get(KEY)
    if found is None:
        st.caption(_("The portal works without them: kept prices, embedded models and quotes stand in."))
        return
    st.dataframe(
        [
            {
                "name": one.service.name,
                "for": _(USERS[one.service.used_by]),
                "state": _("answers") if one.reachable else _("does not answer"),
                "detail": one.failure or f"HTTP {one.status}",
                "ms": one.milliseconds,
            }
            for one in found
        ],
        hide_index=True,
        alt=_("Outside services"),
        column_config={
            "name": st.column_config.TextColumn(_("Service")),
            "for": st.column_config.TextColumn(_("Used by")),
            "state": st.column_config.TextColumn(_("State")),
            "detail": st.column_config.TextColumn(_("Answer")),
            "ms": st.column_config.NumberColumn(_("Time"), format=_("{count} ms").format(count="%d")),
        },
    )
