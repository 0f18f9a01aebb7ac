"""The network, its masks, the search, and the file it ships in, with tiny random weights."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from models.names.alphabet import END, PAD, START, is_word
from models.names.architecture import POSITIONS, TARGET, NamesNet
from models.names.beam import LONGEST, encode_devanagari, encode_latin, search
from models.names.plan import Plan, Size
from models.names.weights_file import FILE, load_network, save_network
from models.weights import Weights
from tests.models.names.conftest import METADATA, SIZE, random_network
from tools.errors import ModelUnavailable

WORDS = ["ram", "shankaracharya", "uma", "devendra"]


@torch.inference_mode()
def log_probability(network: NamesNet, roman: str, word: str) -> float:
    """Of a word under the whole network, without the search's memory of earlier steps."""
    target = encode_devanagari([word])
    from models.names.beam import allowed

    logits = network(encode_latin([roman]), target[:, :-1])
    steps = (logits + allowed()[target[:, :-1]]).log_softmax(2)
    return float(steps.gather(2, target[:, 1:, None]).sum())


def test_words_become_padded_numbers() -> None:
    source, target = encode_latin(["ab", "a"]), encode_devanagari(["राम", "र"])
    assert source.shape == (2, 3)
    assert source[1, 1:].tolist() == [END, PAD]
    assert target[0, 0] == START
    assert target[1, 2:].tolist() == [END, PAD, PAD]


def test_output_is_a_score_of_every_sign(network: NamesNet) -> None:
    target = encode_devanagari(["राम", "शंकर", "उमा", "देव"])
    assert network(encode_latin(WORDS), target).shape == (4, target.shape[1], TARGET)


def test_padding_changes_nothing(network: NamesNet) -> None:
    target = encode_devanagari(["राम"])
    alone = network(encode_latin(["ram"]), target)
    padded = network(encode_latin(["ram", "shankaracharya"]), target.repeat(2, 1))
    assert torch.allclose(alone[0], padded[0], atol=1e-5)


def test_a_sign_does_not_see_what_follows(network: NamesNet) -> None:
    source = encode_latin(["ram"])
    one, other = encode_devanagari(["रामन"]), encode_devanagari(["राजू"])
    assert torch.allclose(network(source, one)[0, :3], network(source, other)[0, :3], atol=1e-5)
    assert not torch.allclose(network(source, one)[0, 3], network(source, other)[0, 3], atol=1e-5)


def test_the_search_gives_well_formed_words_best_first(network: NamesNet) -> None:
    for roman, found in zip(WORDS, search(network, WORDS, 5), strict=True):
        assert len(found) == 5
        assert len({one.word for one in found}) == 5
        assert all(is_word(one.word) for one in found)
        scores = [one.score for one in found]
        assert scores == sorted(scores, reverse=True)
        for one in found[:2]:
            if len(one.word) < POSITIONS - 2:
                assert one.score == pytest.approx(log_probability(network, roman, one.word), abs=1e-3)


def test_the_search_does_not_depend_on_the_batch(network: NamesNet) -> None:
    together = search(network, WORDS, 4)
    for word, found in zip(WORDS, together, strict=True):
        assert [one.word for one in search(network, [word], 4)[0]] == [one.word for one in found]
    assert search(network, WORDS, 4) == together


def test_a_wide_search_finds_the_best_short_word(network: NamesNet) -> None:
    narrow, wide = search(network, ["uma"], 1)[0], search(network, ["uma"], 40)[0]
    assert wide[0].score >= narrow[0].score - 1e-5


def test_the_longest_word_has_a_place(network: NamesNet) -> None:
    assert search(network, ["a" * LONGEST], 2)[0]


def test_what_is_saved_is_loaded(network: NamesNet, weights: Weights) -> None:
    loaded, metadata = load_network(weights.folder / FILE)
    assert metadata == METADATA
    assert search(loaded, WORDS, 3) == search(network, WORDS, 3)


def test_the_same_weights_give_the_same_bytes(network: NamesNet, tmp_path: Path) -> None:
    for name in "ab":
        save_network(tmp_path / name, network, METADATA)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("content", [None, b"", b"no safetensors at all"])
def test_a_missing_or_broken_file_is_said_to_be_so(content: bytes | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / FILE).write_bytes(content)
    with pytest.raises(ModelUnavailable, match=FILE):
        load_network(tmp_path / FILE)


@pytest.mark.parametrize(
    "size", [replace(SIZE, width=32), replace(SIZE, decoder=1), replace(SIZE, width=10**9), replace(SIZE, heads=5)]
)
def test_another_size_than_the_weights_is_refused(size: Size, network: NamesNet, tmp_path: Path) -> None:
    save_network(tmp_path / FILE, network, replace(METADATA, size=size))
    with pytest.raises(ModelUnavailable, match="cannot be read"):
        load_network(tmp_path / FILE)


def test_values_that_are_no_numbers_are_refused(tmp_path: Path) -> None:
    network = random_network()
    with torch.no_grad():
        network.output.bias[0] = float("nan")
    save_network(tmp_path / FILE, network, METADATA)
    with pytest.raises(ModelUnavailable, match="no numbers"):
        load_network(tmp_path / FILE)


def test_a_file_without_metadata_is_refused(weights: Weights, tmp_path: Path) -> None:
    save_file(load_file(weights.folder / FILE), tmp_path / FILE)
    with pytest.raises(ModelUnavailable):
        load_network(tmp_path / FILE)


def test_the_plan_warms_up_and_fades() -> None:
    plan = Plan()
    assert plan.share_of_rate(0) == 0
    assert plan.share_of_rate(0.04) == pytest.approx(1)
    assert plan.share_of_rate(1) == pytest.approx(0.01)
    assert plan.share_dropped(0.1) == 0 < plan.share_dropped(0.9)
