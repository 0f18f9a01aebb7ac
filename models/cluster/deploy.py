"""The served models as Ray Serve applications: one per model, with batches, autoscaling and a share of a GPU.

Needs the optional extra `cluster`. Knows neither what the models answer nor how a caller reaches them.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping, Sequence
from typing import Final

from ray import serve
from ray.serve.config import AutoscalingConfig
from starlette.requests import Request
from starlette.responses import Response

from models.cluster.handler import Handler
from models.cluster.kinds import KINDS
from models.remote.wire import Kind, Part
from tools.settings import Settings

MOST_AT_ONCE: Final = 64  # requests that one replica takes in; others wait where all replicas can take them
MOST_TOGETHER: Final = 16
WAIT_SECONDS: Final = 0.002
UNHEALTHY_SECONDS: Final = 10.0
SHARED: Final = (
    *("PORTAL_DEVICE", "PORTAL_CPU_THREADS", "PORTAL_ALLOW_HUB", "PORTAL_HUB_SECONDS", "PORTAL_QUEUE_SIZE"),
    *("PORTAL_TEXT_", "PORTAL_LEAF_", "PORTAL_NAMES_", "PORTAL_SENTIMENT_", "PORTAL_LANGUAGE_"),
)


class Replica:
    """One copy of one model.

    Parameters
    ----------
    kind
        Which model.
    key
        The secret that callers must bring.
    """

    def __init__(self, kind: Kind, key: str) -> None:
        self._served = KINDS[kind]
        self._model = self._served.load()
        self._handler = Handler(self._served, self._model, key, self.together)

    async def __call__(self, request: Request) -> Response:
        """The answer to one HTTP request."""
        return await self._handler(request)

    @serve.batch(max_batch_size=MOST_TOGETHER, batch_wait_timeout_s=WAIT_SECONDS, max_concurrent_batches=2)
    async def together(self, requests: list[Part]) -> list[Part]:
        """Answers requests that came at the same time in one go."""
        return await asyncio.to_thread(self._served.answers, self._model, requests)


def application(kind: Kind, wanted: Settings) -> serve.Application:
    """The application that serves one model as the settings want it."""
    assert wanted.engine_key is not None
    deployment = serve.deployment(
        name=kind,
        max_ongoing_requests=MOST_AT_ONCE,
        max_queued_requests=wanted.queue_size,
        autoscaling_config=AutoscalingConfig(
            min_replicas=wanted.cluster_replicas,
            max_replicas=wanted.cluster_most_replicas,
            target_ongoing_requests=4,
            upscale_delay_s=5,
            downscale_delay_s=120,
        ),
        ray_actor_options={
            "num_cpus": wanted.cluster_cpus,
            "num_gpus": wanted.cluster_gpus,
            "runtime_env": {"env_vars": environment(os.environ)},
        },
        health_check_period_s=UNHEALTHY_SECONDS / 2,
        health_check_timeout_s=UNHEALTHY_SECONDS,
        graceful_shutdown_timeout_s=wanted.engine_seconds,
    )(Replica)
    return deployment.bind(kind, wanted.engine_key.get_secret_value())


def environment(present: Mapping[str, str]) -> dict[str, str]:
    """The settings of models that every replica shares with who started it; no key and no other secret goes along."""
    return {name: value for name, value in present.items() if name.startswith(SHARED)} | {"PORTAL_ENGINE": "local"}


def start(kinds: Sequence[Kind], wanted: Settings) -> None:
    """Serve these models on the cluster that `ray.init` joined; returns once all of them answer.

    Raises
    ------
    RuntimeError
        A model cannot be loaded, or the cluster has no room for it; ray's words say which.
    """
    serve.start(
        proxy_location="EveryNode",
        http_options={"host": wanted.cluster_address, "port": wanted.cluster_port, "keep_alive_timeout_s": 30},
    )
    serve.run_many([serve.RunTarget(application(kind, wanted), kind, f"/{kind}") for kind in kinds])


def stop() -> None:
    """Stop every served model."""
    serve.shutdown()  # type: ignore[no-untyped-call]
