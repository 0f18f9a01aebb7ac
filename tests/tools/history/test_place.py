"""Where the history lies: settings, their errors, and what is said of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.errors import UnsafeSettings
from tools.history import place
from tools.history.place import _url
from tools.settings import database_address, read_settings, settings


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("PORTAL_DATABASE_URL", "DATABASE_URL", "SPACE_ID", "PORTAL_IN_CONTAINER", "PORTAL_DATA_FOLDER"):
        monkeypatch.delenv(name, raising=False)
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("", ""),
        ("postgres://u:p@h/n", "postgresql+psycopg://u:p@h/n"),
        ("postgresql://u:p@h:5432/n?sslmode=require", "postgresql+psycopg://u:p@h:5432/n?sslmode=require"),
        (" postgresql+asyncpg://h/n ", "postgresql+psycopg://h/n"),
        ("postgresql:///n?host=/var/run/postgresql", "postgresql+psycopg:///n?host=/var/run/postgresql"),
        ("sqlite:////srv/history.sqlite", "sqlite:////srv/history.sqlite"),
    ],
)
def test_addresses_as_hosts_write_them(given: str, address: str) -> None:
    assert database_address(given) == address


@pytest.mark.parametrize(
    "given",
    ["mysql://u:geheim@h/n", "nonsense", "postgresql://", "postgresql://u:geheim@h:port/n", "postgresql://[u:geheim/n",
     "sqlite://", "sqlite:///:memory:", "postgresql://u:geheim@h 1/n", "//", "sqlite:history"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["PORTAL_DATABASE_URL", "DATABASE_URL"])
def test_a_malformed_address_stops_the_portal_and_is_not_repeated(
    given: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, given)
    with pytest.raises(UnsafeSettings, match="PORTAL_DATABASE_URL: Write it") as caught:
        read_settings()
    assert "geheim" not in f"{caught.value}{caught.value.__cause__}"


def test_the_portals_own_setting_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://u:geheim@h/other")
    monkeypatch.setenv("PORTAL_DATABASE_URL", "postgres://u:geheim@h:1/portal")
    assert read_settings().database_url.endswith("/portal")
    assert "geheim" not in repr(read_settings())
    assert place().where == "h/portal"


def test_without_a_setting_it_is_a_file_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert place().where == str(tmp_path / "ai-demo-portal" / "history.sqlite")
    assert place().lasting


@pytest.mark.parametrize("sign", ["SPACE_ID", "PORTAL_IN_CONTAINER"])
def test_in_a_container_a_file_lasts_on_a_volume_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sign: str
) -> None:
    monkeypatch.setenv(sign, "asha/portal")
    monkeypatch.setenv("PORTAL_DATA_FOLDER", str(tmp_path / "bucket"))
    settings.cache_clear()
    volumes = ["/"]
    monkeypatch.setattr(os.path, "ismount", lambda folder: str(folder) in volumes)
    assert (place().where, place().lasting) == (str(tmp_path / "bucket" / "history.sqlite"), False)
    volumes.append(str(tmp_path))
    assert place().lasting


def test_a_user_without_a_folder_has_no_history(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert _url("", "") is None
    assert place().kind == "nowhere"
