"""Runs Streamlit and sees to its end: SIGTERM lets running jobs finish before the server goes.

Streamlit would stop at once. So the signal is kept from it: it is blocked in every thread but one, which waits for it,
closes the portal and then stops Streamlit as Ctrl+C does. A second SIGTERM ends the waiting. Knows Streamlit by its
command line alone.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
import threading
import time
from collections.abc import Sequence
from typing import Final

from tools.start.tuning import tune

LAST: Final = 15.0  # seconds that Streamlit may take after everything else has ended


def serve(arguments: Sequence[str]) -> None:
    """Run `streamlit` with these arguments in this process, until it ends."""
    if hasattr(signal, "pthread_sigmask"):  # elsewhere Streamlit's own way of stopping has to do
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})  # threads inherit it
        threading.Thread(target=_watch, name="portal-end", daemon=True).start()
    tune()
    sys.argv = ["streamlit", *arguments]
    runpy.run_module("streamlit", run_name="__main__", alter_sys=True)


def _watch() -> None:
    signal.sigwait({signal.SIGTERM})
    from tools.closing import close
    from tools.settings import settings

    try:
        close(settings().shutdown_seconds, lambda: signal.SIGTERM in signal.sigpending())
    finally:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(LAST)
        os._exit(1)  # something does not end: the one who asked must not have to kill
