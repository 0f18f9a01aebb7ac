"""How the portal does with many visitors: `python -m tests.load [--users 100] [--seconds 60] [--defaults]`.

`--defaults` runs the same again with Streamlit's defaults where `.streamlit/config.toml` and `tools.start.tuning`
differ; `--costs` tells what each light act costs the server instead.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping

import psutil

from tests.load.costs import costs, costs_table
from tests.load.measure import Figures, table, visit_all
from tests.load.portal import DEFAULTS, UNTUNED, portal


def main() -> None:
    """Run once or twice and print the table; fails when a session saw an error or a stranger's data."""
    parser = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__)
    parser.add_argument("--users", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--defaults", action="store_true", help="also with Streamlit's defaults")
    parser.add_argument("--light", action="store_true", help="without the resume batches and the photos")
    parser.add_argument("--costs", action="store_true", help="what each light act costs the server, one visitor alone")
    asked = parser.parse_args()
    if asked.costs:
        with portal() as server:
            print(costs_table(costs(server)))
        return
    runs: dict[str, Figures] = {}
    plain: Mapping[str, str] = {}
    servers = (("portal", (), plain), ("Streamlit's defaults", DEFAULTS, UNTUNED))
    for name, options, settings in servers[: 1 + asked.defaults]:
        print(f"{name}: {asked.users} visitors for {asked.seconds:g} s …", flush=True)
        with portal(options, **settings) as server:
            runs[name] = visit_all(server, asked.users, asked.seconds, heavy=not asked.light)
        print(table({name: runs[name]}) + "\n", flush=True)  # the second run may be long
    print(f"{os.cpu_count()} cores, load average {psutil.getloadavg()[1]:.1f} over five minutes\n")
    print(table(runs))
    raise SystemExit(any(figures.errors or figures.foreign for figures in runs.values()))


if __name__ == "__main__":
    main()
