"""Compose, nginx, the Dockerfile, the example of settings and the Space's front matter agree with one another."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.deploy import container
from tests.deploy.running import REPLICAS
from tools.settings import ROOT, Settings
from tools.start.__main__ import prepare

DEPLOY = ROOT / "deploy"
ENVIRONMENT = container.environment(container.steps(container.DOCKERFILE.read_text()))
PATH = f"{Path(sys.executable).parent}:{os.environ.get('PATH', '')}"
COMPOSE = shutil.which("docker-compose", path=PATH)
PORT = int(ENVIRONMENT["STREAMLIT_SERVER_PORT"])


def example() -> dict[str, str]:
    """The settings of `.env.example`, those in comments too."""
    lines = re.findall(r"^#?([A-Z_]+)=(.*)$", (DEPLOY / ".env.example").read_text(), re.M)
    return dict(lines)


@pytest.fixture(scope="module")
def composed() -> dict[str, Any]:
    """`compose.yaml` as it is written, its merges done."""
    found: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    return found


@pytest.mark.skipif(COMPOSE is None, reason="docker-compose is not installed")
@pytest.mark.parametrize("files", [["compose.yaml"], ["compose.yaml", "compose.gpu.yaml"]])
def test_compose_itself_accepts_it(tmp_path: Path, files: list[str]) -> None:
    assert COMPOSE
    folder = tmp_path / "deploy"
    shutil.copytree(DEPLOY, folder)
    text = (folder / ".env.example").read_text()
    (folder / ".env").write_text(text.replace("POSTGRES_PASSWORD=\n", "POSTGRES_PASSWORD=0a1b\n"))
    given = [part for name in files for part in ("--file", name)]
    command = [COMPOSE, *given, "--profile", "*", "config", "--format", "json"]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, env={"PATH": PATH, "HOME": str(tmp_path)}
    )
    assert done.returncode == 0, done.stderr
    assert "warn" not in done.stderr
    services = json.loads(done.stdout)["services"]
    assert set(services) == {"nginx", "portal-a", "portal-b", "database", "vllm", "ray"}
    for name in ("portal-a", "portal-b"):
        found = services[name]
        assert found["environment"]["PORTAL_DATABASE_URL"] == "postgresql://portal:0a1b@database:5432/portal"
        assert found["read_only"]
        assert found["depends_on"]["database"]["condition"] == "service_healthy"
        assert ("deploy" in found) == ("compose.gpu.yaml" in files)
    (folder / ".env").write_text(text)
    refused = subprocess.run(command, cwd=folder, capture_output=True, text=True, env={"PATH": PATH})
    assert refused.returncode != 0
    assert "POSTGRES_PASSWORD" in refused.stderr


def test_nginx_knows_the_addresses_of_the_portals(composed: dict[str, Any]) -> None:
    services = composed["services"]
    found = [services[name]["networks"]["inside"]["ipv4_address"] for name in ("portal-a", "portal-b")]
    assert [f"{address}:{PORT}" for address in found] == list(REPLICAS)
    text = (DEPLOY / "nginx.conf").read_text()
    for address in REPLICAS:
        assert len(re.findall(rf"server {re.escape(address)}[ ;]", text)) == 3
        assert re.escape(address) in text
    assert services["nginx"]["ports"] == ["${PORT:-8080}:8080"]
    assert "listen 8080;" in text
    assert "./nginx.conf:/etc/nginx/nginx.conf:ro" in services["nginx"]["volumes"]


def test_only_nginx_is_reached_from_outside(composed: dict[str, Any]) -> None:
    assert [name for name, service in composed["services"].items() if "ports" in service] == ["nginx"]


def test_portals_may_write_where_the_image_lets_them(composed: dict[str, Any]) -> None:
    for name, volume in (("portal-a", "data-a"), ("portal-b", "data-b")):
        service = composed["services"][name]
        data, models = ENVIRONMENT["PORTAL_DATA_FOLDER"], ENVIRONMENT["HF_HOME"]
        assert service["volumes"] == [f"{volume}:{data}", f"models:{models}"]
        assert service["cap_drop"] == ["ALL"]
        # models that were fetched into the image lie in the user's home: no empty memory may be laid over them
        covered = [place.partition(":")[0] for place in service["tmpfs"]]
        assert not any(f"{models}/".startswith(place + "/") for place in covered)


def test_image_is_built_with_the_models_of_the_settings(composed: dict[str, Any]) -> None:
    named = composed["services"]["portal-a"]["build"]["args"]
    assert set(named) == set(container.arguments(container.steps(container.DOCKERFILE.read_text())))


def test_optional_services_wait_to_be_asked_for(composed: dict[str, Any]) -> None:
    services = composed["services"]
    assert {name: service["profiles"] for name, service in services.items() if "profiles" in service} == {
        "vllm": ["language"],
        "ray": ["cluster"],
    }


def test_example_names_settings_that_exist_and_holds_no_secret() -> None:
    known = {f"PORTAL_{name.upper()}" for name in Settings.model_fields}
    found = example()
    assert {name for name in found if name.startswith("PORTAL_")} <= known
    assert not any(value for name, value in found.items() if name.endswith(("SECRET", "PASSWORD", "KEY", "TOKEN")))
    active = re.findall(r"^(PORTAL_[A-Z_]+)=(.*)$", (DEPLOY / ".env.example").read_text(), re.M)
    assert Settings(_env_file=None, **{name.removeprefix("PORTAL_").lower(): value for name, value in active})


def test_uploads_have_one_limit_everywhere() -> None:
    """What nginx lets through is what Streamlit and the settings take, and what wraps the file."""
    streamlit = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())["server"]["maxUploadSize"]
    assert streamlit == Settings.model_fields["max_upload_mb"].default
    assert f"client_max_body_size {streamlit + 1}m;" in (DEPLOY / "nginx.conf").read_text()


def front_matter() -> dict[str, Any]:
    text = (ROOT / "README.md").read_text()
    assert text.startswith("---\n")
    found: dict[str, Any] = yaml.safe_load(text.split("---\n", 2)[1])
    return found


def test_space_is_this_container() -> None:
    found = front_matter()
    assert (found["sdk"], found["app_port"], found["header"]) == ("docker", PORT, "mini")
    exposed = [rest for word, rest in container.steps(container.DOCKERFILE.read_text()) if word == "EXPOSE"]
    assert exposed == [str(PORT)]
    assert len(found["short_description"]) <= 60
    assert re.fullmatch(r"\d+[mh]", found["startup_duration_timeout"])
    colours = {"red", "yellow", "green", "blue", "indigo", "purple", "pink", "gray"}
    assert {found["colorFrom"], found["colorTo"]} <= colours
    assert found["license"] == "apache-2.0"
    assert "Apache License" in (ROOT / "LICENSE").read_text()


def test_space_shows_uploads_in_its_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    """The frame is another site's: without this the cookie against forged uploads does not come along."""
    from tools.settings import settings

    for name in ("PORTAL_ENVIRONMENT", "PORTAL_ADMINS", "PORTAL_STAFF"):  # the start may set them
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    monkeypatch.setenv("PORTAL_OPEN", "true")
    settings.cache_clear()
    environment = {"SPACE_ID": "lab/portal", "SPACE_HOST": "lab-portal.hf.space", "STREAMLIT_SECRETS_FILES": "/nowhere"}
    try:
        assert "--server.xsrfCookieSameSite=none" in prepare([], environment).options
    finally:
        settings.cache_clear()


def test_other_places_are_told_the_same() -> None:
    fly = tomllib.loads((DEPLOY / "fly.toml").read_text())["http_service"]
    assert (fly["internal_port"], fly["checks"][0]["path"]) == (PORT, "/_stcore/health")
    known = {f"PORTAL_{name.upper()}" for name in Settings.model_fields} | {"PORTAL_OIDC_"}
    named = set(re.findall(r"PORTAL_[A-Z_]+", (DEPLOY / "README.md").read_text()))
    assert named <= known
    assert (ROOT / "requirements.txt").read_text() == "-r requirements.lock\n"  # for hosts that look for this name
