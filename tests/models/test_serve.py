"""The models on a real ray on this machine: one copy, then two, one killed under load, and a bulk screening."""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydantic import SecretStr

from models.cluster.kinds import KINDS
from models.remote.cluster import Cluster
from models.remote.models import RemoteEmbedder, RemoteNames
from models.remote.switch import Switch
from models.remote.wire import Kind
from tests.ports import free_port
from tools.settings import ROOT, Settings

pytestmark = [
    pytest.mark.ray,
    pytest.mark.timeout(400),
    # ray's own schemas and contexts
    pytest.mark.filterwarnings(
        "ignore:Using extra keyword arguments on `Field` is deprecated:pydantic.warnings.PydanticDeprecatedSince20",
        "ignore::DeprecationWarning:ray.data.context",
    ),
]
ENVIRONMENT = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_raylet_start_wait_time_s": "120",  # busy machines
    "RAY_prestart_worker_first_driver": "0",  # each replica starts one with its own environment
    "OMP_NUM_THREADS": "1",
    "PYTHONPATH": str(ROOT),
}
KEY = "a secret of the tests"
WORDS = ["asha", "ravi", "lakshmi", "gurpreet", "meera"]
TEXTS = ["Java developer", "bank branch manager", "क्षेत्रीय प्रबंधक"]
SAMPLES = ROOT / "data" / "samples" / "resume"


@pytest.fixture(scope="module")
def wanted() -> Settings:
    return Settings(
        engine_key=SecretStr(KEY),
        cluster_port=free_port(),
        cluster_replicas=1,
        cluster_most_replicas=2,
        cluster_cpus=0.1,
    )


@pytest.fixture(scope="module")
def ray_here(wanted: Settings) -> Iterator[Any]:
    """A small ray with both models; everything it started ends with it."""
    ray = pytest.importorskip("ray")
    kept = {name: os.environ.get(name) for name in ENVIRONMENT}
    os.environ |= ENVIRONMENT
    from models.cluster import deploy

    try:
        ray.init(
            num_cpus=2,
            object_store_memory=80 << 20,
            include_dashboard=False,
            log_to_driver=False,
            configure_logging=False,
        )
        deploy.start(("names", "embedder"), wanted)
        yield ray
    finally:
        if ray.is_initialized():
            deploy.stop()
        ray.shutdown()
        for name, value in kept.items():
            os.environ.pop(name) if value is None else os.environ.__setitem__(name, value)


@pytest.fixture(scope="module")
def client(wanted: Settings) -> Iterator[Cluster]:
    made = Cluster(f"http://127.0.0.1:{wanted.cluster_port}", KEY)
    yield made
    made.close()


def switch(client: Cluster, kind: Kind) -> Switch[Any]:
    def not_here() -> Any:
        pytest.fail("the model on this machine was loaded")

    made = Switch[Any](kind, client, not_here, KINDS[kind].tell, seconds=60, again=1)
    made.greet()
    return made


def replicas(ray: Any, kind: Kind) -> list[str]:
    named = ray.util.list_named_actors(all_namespaces=True)
    return sorted(each["name"] for each in named if each["name"].startswith(f"SERVE_REPLICA::{kind}#"))


def wait_for(true: Callable[[], bool]) -> None:
    until = time.monotonic() + 120
    while not true():
        assert time.monotonic() < until
        time.sleep(0.1)


def test_answers_are_those_of_the_models_themselves(ray_here: Any, client: Cluster) -> None:
    names, own = RemoteNames(switch(client, "names")), KINDS["names"].load()
    assert names.transliterate(WORDS, 3) == own.transliterate(WORDS, 3)
    assert (names.label, names.device) == (own.label, f"{own.device} (cluster)")
    own.close()
    embedder, own = RemoteEmbedder(switch(client, "embedder")), KINDS["embedder"].load()
    assert np.allclose(embedder.embed(TEXTS), own.embed(TEXTS), atol=1e-5)
    assert (embedder.info.name, embedder.info.notice) == (own.info.name, "")
    own.close()


def test_a_wrong_key_and_a_wrong_path_learn_nothing(ray_here: Any, client: Cluster, wanted: Settings) -> None:
    import httpx

    address = f"http://127.0.0.1:{wanted.cluster_port}"
    for headers in ({}, {"authorization": "Bearer wrong"}):
        answer = httpx.get(f"{address}/names", headers=headers)
        assert (answer.status_code, answer.content) == (401, b"")
    assert httpx.get(f"{address}/leaf", headers={"authorization": f"Bearer {KEY}"}).status_code == 404


def test_more_copies_while_it_answers(ray_here: Any, client: Cluster, wanted: Settings) -> None:
    from models.cluster import deploy

    names = RemoteNames(switch(client, "names"))
    deploy.start(("names",), wanted.model_copy(update={"cluster_replicas": 2}))
    wait_for(lambda: len(replicas(ray_here, "names")) == 2)
    assert names.transliterate(["deepak"]) == [("दीपक",)]


def test_a_replica_killed_under_load_loses_no_question(ray_here: Any, client: Cluster) -> None:
    names = RemoteNames(switch(client, "names"))
    before, over, answers = replicas(ray_here, "names"), threading.Event(), dict[str, Any]()
    assert len(before) == 2

    def ask(caller: int) -> None:
        number = 0
        while not over.is_set():
            word = f"{'abcdefgh'[caller]}{chr(97 + number % 26)}{chr(97 + number // 26 % 26)}a"
            answers[word] = names.transliterate([word])[0]
            number += 1

    threads = [threading.Thread(target=ask, args=(caller,)) for caller in range(4)]
    for thread in threads:
        thread.start()
    wait_for(lambda: len(answers) > 20)
    ray_here.kill(ray_here.get_actor(before[0], namespace="serve"), no_restart=True)
    asked = len(answers)
    wait_for(lambda: len(answers) > asked + 60)
    over.set()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive()
    assert all(spellings and spellings[0] for spellings in answers.values())
    assert names.notice == ""
    wait_for(lambda: len(set(replicas(ray_here, "names")) - {before[0]}) == 2)


def test_the_bulk_screening_equals_the_command_line(
    ray_here: Any, client: Cluster, wanted: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tools.resume.__main__ import arguments as usual_arguments
    from tools.resume.__main__ import run as usual
    from tools.resume.bulk.__main__ import arguments, run
    from tools.resume.bulk.pipeline import Shares, screen_files

    people = [path for path in SAMPLES.iterdir() if path.suffix in (".pdf", ".docx") or path.stem == "fatima_begum"]
    folder = tmp_path / "in"
    folder.mkdir()
    for path in people:
        if "scan" not in path.name:
            (folder / path.name).write_bytes(path.read_bytes())
    (folder / "again.pdf").write_bytes((SAMPLES / "nandini_rao.pdf").read_bytes())
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    (folder / "empty.txt").write_bytes(b"")
    jd, out, today = SAMPLES / "jd_java_backend_developer.txt", tmp_path / "out.jsonl", date(2026, 1, 31).isoformat()

    def screen(files: Any, job: Any, today: Any, _: Any) -> Any:
        return screen_files(files, job, today, partial(remote_embedder, wanted.cluster_port), Shares(1, 1, 0.1))

    assert run(arguments(["--jd", str(jd), "--json", str(out), "--today", today, str(folder)]), print, screen)
    entries = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    files = [str(path) for path in sorted(folder.iterdir())]
    expected = usual(usual_arguments(["--jd", str(jd), "--today", today, *files]))
    expected = json.loads(json.dumps(expected, ensure_ascii=False))
    assert len(entries) == len(files)
    assert sorted(entries, key=by_file) == sorted(expected, key=by_file)


def remote_embedder(port: int) -> Any:
    """On the scorer: the embedder of the cluster, so that no third copy is loaded."""
    served = KINDS["embedder"]
    client = Cluster(f"http://127.0.0.1:{port}", KEY)
    return RemoteEmbedder(Switch("embedder", client, served.load, served.tell, seconds=60, again=1))


def by_file(entry: dict[str, Any]) -> str:
    return str(entry["file"])
