"""The sentence embedder on the weights that ship with the portal."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np
import pytest

from models.device import Device
from models.text.embedder import SentenceEmbedder


@pytest.fixture(scope="module")
def embedder() -> Iterator[SentenceEmbedder]:
    made = SentenceEmbedder()
    yield made
    made.close()


def test_says_which_model_answers(embedder: SentenceEmbedder) -> None:
    assert (embedder.info.source, embedder.info.dimensions) == ("embedded", 384)


def test_unit_vectors_with_meaning(embedder: SentenceEmbedder) -> None:
    java, software, bank = embedder.embed(["Java developer", "software engineer, Java", "bank branch manager"])
    assert np.linalg.norm(java) == pytest.approx(1, abs=1e-5)
    assert java @ software > java @ bank + 0.3


def test_no_texts(embedder: SentenceEmbedder) -> None:
    assert embedder.embed([]).shape == (0, 384)


def test_same_text_same_vector_whatever_the_company(embedder: SentenceEmbedder) -> None:
    alone = embedder.embed(["क्षेत्रीय प्रबंधक"])[0]
    texts = [f"text number {number}" for number in range(70)]
    among = embedder.embed([*texts, "क्षेत्रीय प्रबंधक", *texts])
    assert np.array_equal(alone, among[70])
    assert np.array_equal(among[:70], among[71:])


def test_known_texts_do_not_reach_the_model(embedder: SentenceEmbedder, monkeypatch: pytest.MonkeyPatch) -> None:
    first = embedder.embed(["cached text"])
    monkeypatch.setattr(embedder, "_batcher", None)
    assert np.array_equal(embedder.embed(["cached text"]), first)


@pytest.mark.gpu
def test_gpu_agrees_with_cpu(embedder: SentenceEmbedder, monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    if not torch.cuda.is_available():
        pytest.skip("no CUDA device")
    from models.text import embedder as module

    texts = ["Java developer", "bank branch manager", "staff nurse in an intensive care unit"]
    monkeypatch.setattr(module, "device", lambda: Device("cpu", "float32", "CPU"))
    reference = SentenceEmbedder()
    assert np.sum(reference.embed(texts) * embedder.embed(texts), axis=1) == pytest.approx(1, abs=0.01)
    reference.close()


def test_many_threads(embedder: SentenceEmbedder) -> None:
    answers: dict[int, np.ndarray] = {}

    def ask(number: int) -> None:
        answers[number] = embedder.embed([f"thread {number}", "shared"])

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(answers) == 8
    assert all(np.allclose(answer[1], answers[0][1], atol=1e-5) for answer in answers.values())
