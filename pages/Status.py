"""How the portal is doing, for admins: machine, models, use, defects, outside services. It only draws."""

from __future__ import annotations

import streamlit as st

from tools.errors import PortalError
from tools.ui.frame import lead, page
from tools.ui.language import sentence
from tools.ui.status.machine import machine_and_models
from tools.ui.status.services import outside
from tools.ui.status.usage import history_of_all

with page("status"):
    lead("What runs, how fast it answers, and what went wrong. Nobody's input and nobody's name is here.")
    machine_and_models()
    try:
        history_of_all()
    except PortalError as error:  # a database that is down must not hide the rest
        st.warning(sentence(str(error)), icon=":material/database_off:")
    outside()
