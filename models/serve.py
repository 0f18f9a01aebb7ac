"""Serves the portal's models on a cluster: `python -m models.serve`. Needs the optional extra `cluster`.

The portal asks them with PORTAL_ENGINE=remote, the cluster's address and the same PORTAL_ENGINE_KEY. This knows how
to start and stop; what is served is in `models.cluster`.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Final, get_args

from models.remote.wire import Kind
from tools.errors import ModelUnavailable, PortalError, UnsafeSettings
from tools.settings import Settings, settings

NO_RAY: Final = "This needs ray, which is not installed: uv pip install -r pyproject.toml --extra cluster"
NO_KEY: Final = "The cluster does not start: set PORTAL_ENGINE_KEY, the secret that it shares with the portal."
NO_LANGUAGE: Final = "There is no language model to serve: set PORTAL_LANGUAGE_MODEL."
STARTED: Final = "Serving {kinds} at http://{address}:{port}. Ctrl+C stops it."


def arguments(words: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line, parsed."""
    parser = argparse.ArgumentParser(prog="python -m models.serve", description="Serve the portal's models.")
    parser.add_argument("kinds", nargs="*", metavar="MODEL", help=f"{', '.join(get_args(Kind))}; all without a name")
    parser.add_argument("--ray", default="", metavar="ADDRESS", help="a running ray cluster; else one starts here")
    given = parser.parse_args(words)
    if unknown := [kind for kind in given.kinds if kind not in get_args(Kind)]:
        parser.error(f"no such model: {', '.join(unknown)}")
    return given


def kinds_of(named: Sequence[Kind], wanted: Settings) -> tuple[Kind, ...]:
    """What to serve: what was named, else every model; a language model only where the settings name one.

    Raises
    ------
    ModelUnavailable
        A language model was named here, but the settings name none.
    """
    if "language" in named and not wanted.language_model:
        raise ModelUnavailable(NO_LANGUAGE)
    every: tuple[Kind, ...] = get_args(Kind)
    return tuple(dict.fromkeys(named)) or tuple(kind for kind in every if kind != "language" or wanted.language_model)


def serve(named: Sequence[Kind], ray_address: str) -> None:
    """Serve until a signal comes.

    Raises
    ------
    PortalError
        ray or the key is missing.
    """
    wanted = settings()
    if find_spec("ray") is None:
        raise ModelUnavailable(NO_RAY)
    if wanted.engine_key is None:
        raise UnsafeSettings(NO_KEY)
    kinds = kinds_of(named, wanted)
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing about the portal goes out
    import ray

    from models.cluster import deploy

    ray.init(address=ray_address or None, include_dashboard=False, log_to_driver=False, configure_logging=False)
    until = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):  # after `ray.init`, whose own handlers end the process at once
        signal.signal(number, lambda *_: until.set())
    try:
        deploy.start(kinds, wanted)
        told = STARTED.format(kinds=", ".join(kinds), address=wanted.cluster_address, port=wanted.cluster_port)
        sys.stdout.write(f"{told}\n")
        sys.stdout.flush()
        until.wait()
    finally:
        deploy.stop()
        ray.shutdown()


def main(words: Sequence[str] | None = None) -> int:
    """Serve; 1 when it cannot start."""
    options = arguments(words)
    try:
        serve(options.kinds, options.ray)
    except PortalError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
