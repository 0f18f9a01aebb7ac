"""A loopback cluster with small models, and switches to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from models.cluster.kinds import KINDS
from models.remote import cluster
from models.remote import switch as switches
from models.remote.cluster import Cluster
from models.remote.switch import Switch
from models.remote.wire import Kind
from tests.models.remote.loopback import KEY, MODELS, Loopback


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "FIRST_PAUSE", 0.001)
    monkeypatch.setattr(switches, "GREET_SECONDS", 30.0)  # busy machines


@pytest.fixture
def served() -> Iterator[Loopback]:
    found = Loopback({kind: make() for kind, make in MODELS.items()})
    yield found
    found.close()


@pytest.fixture
def client() -> Iterator[Callable[..., Cluster]]:
    made: list[Cluster] = []

    def make(address: str, key: str = KEY) -> Cluster:
        made.append(Cluster(address, key))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def switch(client: Callable[..., Cluster]) -> Callable[..., Switch[Any]]:
    def make(
        address: str, kind: Kind = "embedder", load: Any = None, seconds: float = 30, again: float = 60, key: str = KEY
    ) -> Switch[Any]:
        load = load or MODELS[kind]
        return Switch(kind, client(address, key), load, KINDS[kind].tell, seconds=seconds, again=again)

    return make
