"""Real processes for these tests: portals by the container's own command, nginx with the configuration of `deploy/`."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.ports import free_port
from tools.settings import ROOT

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")
CONFIGURATION = ROOT / "deploy" / "nginx.conf"
REPLICAS = ("10.231.77.11:7860", "10.231.77.12:7860")  # in compose.yaml and nginx.conf
FOREIGN = ("PORTAL_", "STREAMLIT_", "SPACE_", "OAUTH_", "DATABASE_URL")
KEPT = ("PORTAL_SHARED",)


def free_ports(number: int) -> list[int]:
    """Different ports that nobody listens at."""
    return [free_port() for _ in range(number)]


def clean_environment(added: Mapping[str, str]) -> dict[str, str]:
    """This environment without anybody's settings of the portal."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN) or name in KEPT}
    return own | dict(added)


@contextmanager
def running(
    command: Sequence[str], healthy: str, log: Path, *, cwd: Path = ROOT, environment: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is there once the address `healthy` answers, and gone afterwards."""
    with log.open("ab") as out:
        process = subprocess.Popen(command, cwd=cwd, stdout=out, stderr=out, env=dict(environment))
        try:
            wait_for(healthy, process, log)
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(20)


def wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except urllib.error.HTTPError as answer:
            if answer.code == 404:  # nginx alone, before any portal is there
                return
            time.sleep(0.2)
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"it did not start:\n{log.read_text()}")


def portal(port: int, folder: Path) -> tuple[list[str], str, dict[str, str]]:
    """Command, health address and environment of one portal that keeps its things in `folder`."""
    environment = clean_environment(
        {
            "PORTAL_DATA_FOLDER": str(folder),
            "STREAMLIT_SERVER_PORT": str(port),
            "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
            "OMP_NUM_THREADS": "1",
        }
    )
    return [sys.executable, "-m", "tools.start"], f"http://127.0.0.1:{port}/_stcore/health", environment


def configuration(folder: Path, listen: int, replicas: Sequence[int], *, affinity: bool = True) -> Path:
    """`deploy/nginx.conf` with other addresses, ports and folder and nothing else changed; or without its affinity."""
    changes = {
        "listen 8080;": f"listen 127.0.0.1:{listen};",
        "/tmp/": f"{folder}/",
        "/dev/stdout": f"{folder}/access",
        "/dev/stderr": f"{folder}/errors",
    }
    for written, port in zip(REPLICAS, replicas, strict=True):
        changes[written] = f"127.0.0.1:{port}"
        changes[re.escape(written)] = re.escape(f"127.0.0.1:{port}")
    if not affinity:
        changes["http://$wanted"] = "http://any"
    text = CONFIGURATION.read_text()
    assert all(old in text for old in changes)
    path = folder / "nginx.conf"
    path.write_text(re.sub("|".join(map(re.escape, changes)), lambda found: changes[found[0]], text))
    return path


@contextmanager
def nginx(folder: Path, replicas: Sequence[int], *, affinity: bool = True) -> Iterator[str]:
    """The address of nginx in front of `replicas`."""
    if NGINX is None:
        pytest.skip("nginx is not installed")
    folder.mkdir(parents=True, exist_ok=True)
    (port,) = free_ports(1)
    written = configuration(folder, port, replicas, affinity=affinity)
    own = "user root; " if os.getuid() == 0 else ""  # the folders of tests are closed to others
    command = [NGINX, "-e", f"{folder}/errors", "-p", str(folder), "-c", str(written), "-g", f"{own}daemon off;"]
    with running(command, f"http://127.0.0.1:{port}/_stcore/metrics", folder / "log", environment=os.environ):
        yield f"http://127.0.0.1:{port}"
