"""My runs: what the visitor ran, saved and said, to open again, compare, take away and delete. It only draws."""

from __future__ import annotations

from tools.ui.frame import lead, page
from tools.ui.history.listing import my_runs

with page("runs"):
    lead("What you ran in this portal. Saved results open again; everything here is yours alone and can be deleted.")
    my_runs()
