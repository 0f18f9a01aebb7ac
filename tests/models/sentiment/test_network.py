"""The network on its base, training on a few headlines, and the file between the two."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file
from transformers import BertConfig, BertModel

from models.sentiment.base import base_id
from models.sentiment.calibration import Calibration, calibrate
from models.sentiment.data import TEST, TRAINING, parts, read_examples
from models.sentiment.inference import logits_of
from models.sentiment.join import join
from models.sentiment.marking import collate, mark, tokenizer_of
from models.sentiment.network import SentimentNet, base_network
from models.sentiment.train import Plan, share_of_rate, train
from models.sentiment.weights_file import FILE, Metadata, load_networks, pack, save_networks, unpack
from tests.models.sentiment.conftest import SIZES
from tools.errors import Corrupt, ModelUnavailable


@pytest.fixture(scope="module")
def trained(base: Path, table: Path) -> SentimentNet:
    plan = Plan(epochs=12, batch=8, rate=3e-3, head_rate=5e-3, masked=0.1, smoothing=0.0)
    return train(plan, read_examples(table), base, half=False)


def test_the_layers_compute_what_bert_computes(base: Path) -> None:
    bert = BertModel(BertConfig(**SIZES))
    bert.load_state_dict(load_file(base / "model.safetensors"))
    net, tokenizer = base_network(base).eval(), tokenizer_of(base)
    titles = ("Alpha rises while Beta falls", "Gamma")
    batch = collate([mark(title, "Alpha", tokenizer) for title in titles])
    with torch.no_grad():
        states = net.lower(batch)
        for layer in net.learned:
            states = layer(states, src_key_padding_mask=~batch.attended)
        expected = bert.eval()(input_ids=batch.ids, attention_mask=batch.attended.long()).last_hidden_state
    torch.testing.assert_close(states[batch.attended], expected[batch.attended], atol=1e-5, rtol=1e-4)


def test_a_few_headlines_are_learned_company_by_company(trained: SentimentNet, base: Path, table: Path) -> None:
    examples = read_examples(table)
    logits = logits_of(trained, [(e.title, e.entity) for e in examples], tokenizer_of(base))
    right = logits.argmax(1) == torch.tensor([e.target for e in examples])
    assert right.float().mean() > 0.9
    title = "Alpha jump as Beta slump"
    first, second = logits_of(trained, [(title, "Alpha"), (title, "Beta")], tokenizer_of(base)).argmax(1).tolist()
    assert (first, second) == (0, 2)


def test_the_same_seed_gives_the_same_weights(base: Path, table: Path, quick: Plan) -> None:
    few = read_examples(table)[:16]
    first, second = (train(quick, few, base).state_dict() for _ in range(2))
    assert all(torch.equal(first[name], second[name]) for name in first)


def test_the_file_keeps_the_network(trained: SentimentNet, base: Path, tmp_path: Path) -> None:
    metadata = Metadata(base_id(base), Calibration(1.25, 2.0), ({"learned": 2, "seed": 1},))
    save_networks(tmp_path / FILE, [trained], base, metadata)
    first = (tmp_path / FILE).read_bytes()
    save_networks(tmp_path / FILE, [trained], base, metadata)
    assert (tmp_path / FILE).read_bytes() == first
    loaded, read = load_networks(tmp_path / FILE, base)
    save_networks(tmp_path / FILE, loaded.networks(), base, metadata)
    assert (tmp_path / FILE).read_bytes() == first
    assert read == metadata
    pairs = [("Alpha shares surge", "Alpha"), ("Alpha jump as Beta slump", "Beta")]
    before, after = (logits_of(net, pairs, tokenizer_of(base)).softmax(1) for net in (trained, loaded))
    torch.testing.assert_close(before, after, atol=0.05, rtol=0)


def test_joined_networks_answer_between_their_members(
    trained: SentimentNet, base: Path, table: Path, tmp_path: Path
) -> None:
    torch.manual_seed(9)
    for number, net in enumerate((trained, base_network(base, 1))):
        plan = {"learned": len(net.learned)}
        save_networks(tmp_path / f"{number}.safetensors", [net], base, Metadata(base_id(base), Calibration(), (plan,)))
    files = [tmp_path / f"{number}.safetensors" for number in range(2)]
    join(tmp_path / FILE, files, table, base)
    pairs = [("Alpha shares surge", "Alpha")]
    one, two, both = (
        logits_of(load_networks(file, base)[0], pairs, tokenizer_of(base)) for file in (*files, tmp_path / FILE)
    )
    torch.testing.assert_close(both, (one + two) / 2)
    assert [plan["learned"] for plan in load_networks(tmp_path / FILE, base)[1].plans] == [2, 1]


def test_four_bits_keep_a_difference_to_a_seventh_of_its_groups_half() -> None:
    difference = torch.randn(16, 32, generator=torch.Generator().manual_seed(1))
    kept = unpack(*pack(difference))
    groups = difference.reshape(kept.shape)
    assert ((kept - groups).abs() <= groups.abs().amax(1, keepdim=True) / 14 * 1.01).all()


def test_another_base_is_refused(trained: SentimentNet, base: Path, tmp_path: Path) -> None:
    save_networks(tmp_path / FILE, [trained], base, Metadata(base_id(base), Calibration(), ({"learned": 2},)))
    other = tmp_path / "other"
    shutil.copytree(base, other)
    state = load_file(other / "model.safetensors")
    save_file({name: value + 1 for name, value in state.items()}, other / "model.safetensors")
    with pytest.raises(ModelUnavailable, match="another release"):
        load_networks(tmp_path / FILE, other)
    with pytest.raises(ModelUnavailable, match="install"):
        load_networks(tmp_path / FILE, tmp_path / "none")


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff" * 64])
def test_a_damaged_file_is_said_so(content: bytes, base: Path, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(ModelUnavailable, match="damaged"):
        load_networks(tmp_path / FILE, base)


def test_calibration_undoes_overconfidence() -> None:
    logits = torch.tensor([[2.0, 0.0, 0.0]]).repeat(100, 1)
    targets = torch.tensor([0] * 79 + [1] * 11 + [2] * 10)  # as often right as the logits say
    for factor in (1.0, 2.0):
        found = calibrate(factor * logits, targets).apply(factor * logits).softmax(1)
        assert found[0].tolist() == pytest.approx([0.79, 0.105, 0.105], abs=0.01)


@pytest.mark.parametrize("found", [Calibration(), Calibration(0.5, 3.0), Calibration(4.0, 1.5)])
def test_calibration_keeps_the_order(found: Calibration) -> None:
    logits = torch.randn(50, 3, generator=torch.Generator().manual_seed(2))
    assert torch.equal(found.apply(logits).argsort(1), logits.argsort(1))
    torch.testing.assert_close(Calibration().apply(logits).softmax(1), logits.softmax(1))


def test_the_rate_rises_and_falls() -> None:
    assert [round(share_of_rate(done, 0.1), 3) for done in (0, 0.05, 0.1, 0.55, 1)] == [0, 0.5, 1, 0.5, 0]


def test_a_headline_lies_in_one_part_alone(table: Path) -> None:
    examples = read_examples(table)
    assert not {e.title for e in parts(examples, TEST)} & {e.title for e in parts(examples, TRAINING)}
    assert sum(e.conflict for e in examples) == 10


@pytest.mark.parametrize(
    "text", ["title\nAlpha", 'title,decisions\nAlpha,"{""Alpha"": ""sad""}"', "title,decisions\nA,[]"]
)
def test_a_file_of_something_else_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text(text)
    with pytest.raises(Corrupt, match=r"table\.csv"):
        read_examples(tmp_path / "table.csv")
