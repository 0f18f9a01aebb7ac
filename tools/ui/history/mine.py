"""One's own data: where it lies and for how long, a copy of it, and the end of it."""

from __future__ import annotations

from typing import Final

import streamlit as st

from tools.errors import HistoryUnavailable
from tools.history import history, place, recorder
from tools.history.export import export_of
from tools.translations import N_
from tools.ui import runs
from tools.ui.frame import guard
from tools.ui.language import _, ngettext
from tools.ui.sign_in import user
from tools.ui.theme import plain

WAITING: Final = N_("Nothing was deleted: your newest runs are still being written. Try again in a minute.")


def mine() -> None:
    """What is kept and what the visitor may do with it."""
    with st.expander(_("My data"), icon=":material/shield_person:"):
        _kept()
        with st.container(horizontal=True):
            _export()
            _forget()


def _kept() -> None:
    days = history().days
    st.markdown(
        _(
            "Of each run the portal keeps the time, demo, model, device, duration, outcome and a fingerprint of the "
            "input, and nothing of the input itself. Results are kept when you save them, comments when you send them."
        )
    )
    st.markdown(
        ngettext(
            "Everything is deleted after {count} day, a saved result that long after you saved it.",
            "Everything is deleted after {count} days, a saved result that long after you saved it.",
            days,
        ).format(count=days)
    )
    where = place()
    if where.kind == "file" and not where.lasting:
        st.warning(
            _(
                "The history lies on this machine's own disk and is lost when the portal restarts: download what you "
                "need."
            ),
            icon=":material/warning:",
        )
    if not user().signed_in and user().key != "local":
        st.warning(
            _("You are not signed in: your runs belong to this visit and cannot be opened after you close this page."),
            icon=":material/person_off:",
        )
    if user().admin and where.where:
        st.caption(_("Where: {where}").format(where=plain(where.where)))


def _export() -> None:
    with st.popover(_("Download my data"), icon=":material/download:"):
        st.write(_("A ZIP file with all your runs, comments and saved results as JSON."))
        if st.button(_("Prepare the file"), key="runs.export"):
            with guard():
                st.download_button(
                    _("Download ZIP"),
                    data=export_of(history(), user().key),
                    file_name="my-runs.zip",
                    mime="application/zip",
                    icon=":material/folder_zip:",
                    on_click="ignore",
                    type="primary",
                )


def _forget() -> None:
    with st.popover(_("Delete my data"), icon=":material/delete_forever:"):
        st.write(_("All your runs, saved results, comments and choices are deleted. This cannot be undone."))
        sure = st.checkbox(_("I understand"), key="runs.sure")
        if st.button(_("Delete everything"), type="primary", disabled=not sure, key="runs.forget"):
            with guard():
                if not recorder().flush(2.0):  # what still waits would come after the deletion
                    raise HistoryUnavailable(WAITING)
                history().forget(user().key)
                runs.forget()
                st.rerun()
