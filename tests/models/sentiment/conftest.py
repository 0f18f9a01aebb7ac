"""A tiny base model with a tokenizer, made here, and a network on it: nothing needs the packaged weights."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.normalizers import Lowercase
from tokenizers.pre_tokenizers import BertPreTokenizer
from tokenizers.processors import TemplateProcessing
from transformers import BertConfig, BertModel

from models.sentiment.train import Plan
from tools.settings import settings

VOCABULARY = (
    "[PAD] [UNK] [CLS] [SEP] [MASK] alpha beta gamma steel bank shares of rise rises surge jump gain fall falls slump "
    "plunge drop holds meeting announces board names as while and on monday profit loss to its new chief , ."
)
WORDS = VOCABULARY.split()
SIZES = {
    "vocab_size": len(WORDS),
    "max_position_embeddings": 96,
    "hidden_size": 32,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "intermediate_size": 64,
}


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the package of the base weights has it, of random weights."""
    folder = tmp_path_factory.mktemp("base")
    torch.manual_seed(0)
    model = BertModel(BertConfig(**SIZES))
    save_file({name: value.contiguous() for name, value in model.state_dict().items()}, folder / "model.safetensors")
    (folder / "config.json").write_text(json.dumps({**SIZES, "layer_norm_eps": 1e-12}))
    tokenizer_file(folder)
    return folder


def tokenizer_file(folder: Path) -> None:
    ids = {word: number for number, word in enumerate(WORDS)}
    tokenizer = Tokenizer(WordLevel(ids, unk_token="[UNK]"))
    tokenizer.normalizer = Lowercase()
    tokenizer.pre_tokenizer = BertPreTokenizer()
    tokenizer.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", ids["[CLS]"]), ("[SEP]", ids["[SEP]"])]
    )
    tokenizer.save(str(folder / "tokenizer.json"))


@pytest.fixture(scope="session")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Invented headlines that a small network can learn."""
    path = tmp_path_factory.mktemp("headlines") / "headlines.csv"
    good, bad = ("rise", "surge", "jump", "gain"), ("fall", "slump", "plunge", "drop")
    names = ("Alpha", "Beta", "Gamma", "Alpha Steel", "Beta Bank", "Gamma Bank")
    rows = [("title", "decisions")]
    for first in names:
        for up, down in zip(good, bad, strict=True):
            rows.append((f"{first} shares {up}", json.dumps({first: "positive"})))
            rows.append((f"Shares of {first} {down} on Monday", json.dumps({first: "negative"})))
            rows.append((f"{first} board meeting on {up} of profit", json.dumps({first: "neutral"})))
    for first, second in itertools.pairwise(names):
        rows.append((f"{first} jump as {second} slump", json.dumps({first: "positive", second: "negative"})))
    quoted = ['"' + '","'.join(cell.replace('"', '""') for cell in row) + '"' for row in rows]
    path.write_text("\n".join(quoted) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def quick() -> Plan:
    return Plan(epochs=6, batch=8, rate=3e-3, head_rate=5e-3, masked=0.1, smoothing=0.0)


@pytest.fixture(autouse=True)
def fresh_settings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("PORTAL_ALLOW_HUB", "PORTAL_SENTIMENT_MODEL", "PORTAL_SENTIMENT_REVISION", "PORTAL_ENVIRONMENT"):
        monkeypatch.delenv(name, raising=False)
    settings.cache_clear()
    yield
    settings.cache_clear()
