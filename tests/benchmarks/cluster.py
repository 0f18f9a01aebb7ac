"""The models here against the same models on a cluster, with eight callers at once; in ratios.

The cluster is a ray on this same machine, so the figures show what the way there and back costs, not what more machines
bring: with the cluster's copies on other machines (`--address`, with PORTAL_ENGINE_KEY) they show that too.

    python -m tests.benchmarks.cluster [--requests 64] [--address http://host:8100]
"""

from __future__ import annotations

import argparse
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
from pydantic import SecretStr

from models.cluster.kinds import KINDS
from models.remote.cluster import Cluster
from models.remote.models import RemoteEmbedder, RemoteLeaf
from models.remote.switch import Switch
from models.remote.wire import Kind
from tools.settings import ROOT, Settings, settings

CALLERS = 8
ROUNDS = 3  # the best of which counts
TEXTS = 16  # in one question
SIDE = 512  # pixels of a photo
KEY = "a secret of the benchmark"
Ask = Callable[[int], object]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=64)
    parser.add_argument("--address", default="")
    given, _ = parser.parse_known_args()
    with _cluster(given.address) as client:
        print(f"{CALLERS} callers, {given.requests} questions, best of {ROUNDS}")
        print(f"{'model':10}{'':10}{'p50 ms':>9}{'p95 ms':>9}{'a second':>10}{'of local':>10}")
        compare("embedder", RemoteEmbedder, client, _texts, given.requests)
        compare("leaf", RemoteLeaf, client, _photo, given.requests)


def compare(kind: Kind, remote: Any, client: Cluster, ask: Callable[[Any, int], object], requests: int) -> None:
    """Print both ways of one model, in turn so that a busy neighbour disturbs both alike."""
    served = KINDS[kind]
    own, switch = served.load(), Switch[Any](kind, client, served.load, served.tell, seconds=120, again=5)
    switch.greet()
    far = remote(switch)
    rows: dict[str, list[tuple[float, float, float]]] = {"local": [], "cluster": []}
    ask(own, -1), ask(far, -1)
    for turn in range(ROUNDS):
        for number, (name, model) in enumerate((("local", own), ("cluster", far))):
            first = (2 * turn + number) * requests  # never the same question: answers are remembered
            rows[name].append(together(lambda at, model=model: ask(model, at), range(first, first + requests)))
    best = {name: max(each, key=lambda row: row[2]) for name, each in rows.items()}
    for name, (middle, late, rate) in best.items():
        print(f"{kind:10}{name:10}{middle:9.0f}{late:9.0f}{rate:10.1f}{rate / best['local'][2]:9.2f} x", flush=True)
    if switch.reason is not None:
        print(f"The cluster failed meanwhile ({switch.reason}): its figures are partly those of the local model.")
    own.close()


def together(ask: Ask, numbers: Sequence[int]) -> tuple[float, float, float]:
    """(median and 95th percentile in ms, questions a second) of `CALLERS` threads."""
    left, taken = list(numbers), list[float]()

    def call() -> None:
        while left:
            try:
                number = left.pop()
            except IndexError:
                return
            begun = time.perf_counter()
            ask(number)
            taken.append(1000 * (time.perf_counter() - begun))

    threads = [threading.Thread(target=call) for _ in range(CALLERS)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rate = len(taken) / (time.perf_counter() - begun)
    return float(np.median(taken)), float(np.quantile(taken, 0.95)), rate


def _texts(model: Any, number: int) -> object:
    return model.embed(
        [f"Candidate {number} led team {line} of a bank in its year {number + line}" for line in range(TEXTS)]
    )


def _photo(model: Any, number: int) -> object:
    chance = np.random.default_rng(number + 1)
    return model.classify([chance.integers(0, 256, (SIDE, SIDE, 3), dtype=np.uint8)])


@contextmanager
def _cluster(address: str) -> Iterator[Cluster]:
    """A client of the cluster at `address`, or of one that is started here with one copy of each model."""
    if address:
        secret = settings().engine_key
        client = Cluster(address, secret.get_secret_value() if secret else "")
        yield client
        return client.close()
    os.environ |= {"RAY_USAGE_STATS_ENABLED": "0", "PYTHONPATH": str(ROOT)}
    import ray

    from models.cluster import deploy

    with socket.create_server(("127.0.0.1", 0)) as found:
        port = int(found.getsockname()[1])
    wanted = Settings(engine_key=SecretStr(KEY), cluster_port=port, cluster_most_replicas=1, cluster_cpus=0.5)
    ray.init(num_cpus=2, object_store_memory=80 << 20, include_dashboard=False, log_to_driver=False)
    try:
        deploy.start(("embedder", "leaf"), wanted)
        client = Cluster(f"http://127.0.0.1:{port}", KEY)
        yield client
        client.close()
    finally:
        deploy.stop()
        ray.shutdown()


if __name__ == "__main__":
    main()
