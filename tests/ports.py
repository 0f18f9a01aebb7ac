"""Ports for the servers that tests start: none that the system may give to somebody's connection in the meantime."""

from __future__ import annotations

import itertools
import os
import random
import socket
from typing import Final

# below those that systems take for outgoing connections: Linux from 32768, others from 49152
FIRST: Final = 20_000
LAST: Final = 32_000
PROCESSES: Final = 16  # of one run: each has ports of its own
_own: Final = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % PROCESSES
# hypothesis seeds `random` anew for each test: two runs must not meet
_start: Final = random.SystemRandom().randrange(FIRST, LAST, PROCESSES) + _own
_tried: Final = itertools.count()


def free_port() -> int:
    """A port that nobody listens at, and that this process was not given before."""
    while True:
        port = FIRST + (_start - FIRST + next(_tried) * PROCESSES) % (LAST - FIRST)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
