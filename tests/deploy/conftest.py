"""The two portals behind nginx that these tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.deploy.house import House
from tests.deploy.running import NGINX, free_ports, nginx


@pytest.fixture(scope="package")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Running, and the same for all tests of this folder."""
    if NGINX is None:
        pytest.skip("nginx is not installed")
    folder = tmp_path_factory.mktemp("house")
    made = House(folder, free_ports(2))
    try:
        for which in (0, 1):
            made.start(which)
        with nginx(folder / "nginx", made.ports) as made.address:
            yield made
    finally:
        for which in (0, 1):
            made.stop(which)
