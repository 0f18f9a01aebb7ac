"""A dozen visitors for some seconds: all are answered, nobody sees an error or a stranger's data."""

from __future__ import annotations

import pytest

from tests.load.measure import table, visit_all
from tests.load.portal import portal

USERS = 12


@pytest.mark.timeout(600)
def test_a_dozen_visitors() -> None:
    with portal(PORTAL_WORKERS="2") as server:
        figures = visit_all(server, USERS, 10, heavy=False)
        log = server.log.read_text(errors="replace")
    told = f"{table({'portal': figures})}\n{log[-2000:]}"
    assert not figures.errors, told
    assert not figures.foreign, told
    assert figures.own_markers, "the search for markers finds nothing at all"
    assert figures.answered == USERS
    assert len(figures.seconds["first paint of Home"]) == USERS
    assert len(figures.light) >= USERS, told
    assert figures.mib < 2500, told
    assert "Traceback" not in log, told
