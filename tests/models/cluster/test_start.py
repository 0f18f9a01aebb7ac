"""How the cluster is started: what it serves, what it needs, what it says; no ray is started here."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from models import serve
from tools.errors import ModelUnavailable, UnsafeSettings
from tools.settings import Settings, read_settings

LONG_KEY = "sixteen signs...."


def test_everything_but_a_language_model_that_is_not_set() -> None:
    assert serve.kinds_of([], Settings()) == ("embedder", "leaf", "names", "sentiment")
    assert "language" in serve.kinds_of([], Settings(language_model="folder"))
    assert serve.kinds_of(["names", "leaf", "names"], Settings()) == ("names", "leaf")
    with pytest.raises(ModelUnavailable, match="PORTAL_LANGUAGE_MODEL"):
        serve.kinds_of(["language"], Settings())


def test_without_ray_it_says_which_extra(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(serve, "find_spec", lambda _: None)
    assert serve.main(["names"]) == 1
    assert capsys.readouterr().err == f"{serve.NO_RAY}\n"
    assert "--extra cluster" in serve.NO_RAY


def test_without_a_key_it_does_not_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "settings", Settings)
    with pytest.raises(UnsafeSettings, match="PORTAL_ENGINE_KEY"):
        serve.serve([], "")


def test_an_unknown_model_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        serve.arguments(["weather"])
    assert "weather" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"ENGINE": "remote"}, "PORTAL_ENGINE_ADDRESS"),
        ({"ENGINE": "remote", "ENGINE_ADDRESS": "http://a:1"}, "PORTAL_ENGINE_KEY"),
        ({"ENGINE_KEY": "short"}, "too short"),
        ({"ENGINE_ADDRESS": "a:1"}, "PORTAL_ENGINE_ADDRESS"),
        ({"CLUSTER_REPLICAS": "5", "CLUSTER_MOST_REPLICAS": "4"}, "PORTAL_CLUSTER_MOST_REPLICAS"),
    ],
)
def test_half_a_cluster_is_refused(values: dict[str, str], words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in values.items():
        monkeypatch.setenv(f"PORTAL_{name}", value)
    with pytest.raises(UnsafeSettings, match=words) as raised:
        read_settings()
    assert "short'" not in str(raised.value)


def test_the_key_is_shown_nowhere() -> None:
    wanted = Settings(engine="remote", engine_address="http://a:1", engine_key=SecretStr(LONG_KEY))
    assert LONG_KEY not in repr(wanted)
    assert LONG_KEY not in str(wanted.model_dump())


@pytest.mark.filterwarnings(
    "ignore:Using extra keyword arguments on `Field`:pydantic.warnings.PydanticDeprecatedSince20"
)
def test_replicas_get_the_settings_of_models_and_no_secret() -> None:
    deploy = pytest.importorskip("models.cluster.deploy")
    present = {
        "PORTAL_TEXT_MODEL": "folder",
        "PORTAL_DEVICE": "cpu",
        "PORTAL_ENGINE": "remote",
        "PORTAL_ENGINE_KEY": LONG_KEY,
        "PORTAL_DATABASE_URL": "postgresql://a:b@c/d",
        "PORTAL_COMPATIBLE_KEY": "k",
        "PATH": "/bin",
    }
    assert deploy.environment(present) == {
        "PORTAL_TEXT_MODEL": "folder",
        "PORTAL_DEVICE": "cpu",
        "PORTAL_ENGINE": "local",
    }
