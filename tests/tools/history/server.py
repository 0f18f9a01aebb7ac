"""A real PostgreSQL on a free port, from Debian's package, in a folder of its own and gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.ports import free_port


def programs() -> Path | None:
    """Where `initdb` and `pg_ctl` are: Debian keeps them out of the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


def unprivileged() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: then it runs as another user of this machine."""
    if os.getuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            who = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}
    pytest.skip("PostgreSQL does not run as root, and there is no user to run it as")


class Server:
    """One server; databases are made for each test."""

    def __init__(self) -> None:
        found = programs()
        if found is None:
            pytest.skip("PostgreSQL is not installed")
        self.programs, self.who = found, unprivileged()
        self.folder = Path(tempfile.mkdtemp(prefix="portal-postgres-"))
        if self.who:
            os.chown(self.folder, self.who["user"], self.who["group"])
        self.port = free_port()
        self.made = 0
        self._run("initdb", "-U", "portal", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "-D", self._data)

    @property
    def _data(self) -> str:
        return str(self.folder / "data")

    def start(self) -> None:
        options = f"-p {self.port} -h 127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=40"
        self._run("pg_ctl", "-D", self._data, "-l", str(self.folder / "log"), "-o", options, "-w", "-t", "60", "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", self._data, "-m", "immediate", "-w", "stop")

    def remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def database(self) -> str:
        """The address of a new, empty database."""
        self.made += 1
        name = f"history_{self.made}"
        with psycopg.connect(f"postgresql://portal@127.0.0.1:{self.port}/postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return f"postgresql+psycopg://portal@127.0.0.1:{self.port}/{name}"

    def _run(self, program: str, *words: str) -> None:
        # pg_ctl leaves the server behind with our output: a pipe would never end
        environment: Mapping[str, str] = {"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": str(self.folder)}
        with tempfile.TemporaryFile() as out:
            done = subprocess.run(
                [str(self.programs / program), *words], stdout=out, stderr=out, cwd="/", env=environment, **self.who
            )
            if done.returncode:
                out.seek(0)
                pytest.fail(f"{program}: {out.read().decode(errors='replace')}")
