"""Models of a few thousand weights, taught two sentences on the spot and saved as checkpoints on disk."""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch

PAIRS = (("the court gave bail", "अदालत ने ज़मानत दी"), ("the next date is 10 April", "अगली तारीख़ 10 अप्रैल है"))
WORDS = sorted({word for pair in PAIRS for side in pair for word in side.split()})
SIZE: dict[str, Any] = {"d_model": 32, "dropout": 0.0, "attention_dropout": 0.0, "activation_dropout": 0.0}
LAYERS: dict[str, Any] = {
    "encoder_layers": 1, "decoder_layers": 1, "encoder_attention_heads": 2, "decoder_attention_heads": 2,
    "encoder_ffn_dim": 32, "decoder_ffn_dim": 32,
}  # fmt: skip


def marian(folder: Path) -> Path:
    """English to Hindi, one target, as Helsinki-NLP/opus-mt-en-hi."""
    import sentencepiece
    from transformers import MarianConfig, MarianMTModel, MarianTokenizer

    pieces: list[str] = []
    for name, column in (("source", 0), ("target", 1)):
        prefix = folder / name
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter([pair[column] for pair in PAIRS] * 20),
            model_prefix=str(prefix), vocab_size=90, hard_vocab_limit=False, minloglevel=2, character_coverage=1.0,
            bos_id=-1,
        )  # fmt: skip
        prefix.with_suffix(".model").rename(prefix.with_suffix(".spm"))
        found = sentencepiece.SentencePieceProcessor(model_file=str(prefix.with_suffix(".spm")))
        pieces += [found.id_to_piece(number) for number in range(found.get_piece_size())]
    order = ["</s>", "<unk>", *(p for p in dict.fromkeys(pieces) if p not in ("</s>", "<unk>", "<s>")), "<pad>"]
    (folder / "vocab.json").write_text(json.dumps({piece: number for number, piece in enumerate(order)}))
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*sacremoses.*")
        tokenizer = MarianTokenizer(
            str(folder / "source.spm"), str(folder / "target.spm"), str(folder / "vocab.json"), source_lang="en",
            target_lang="hi",
        )  # fmt: skip
    pad = len(order) - 1
    model = MarianMTModel(
        MarianConfig(
            vocab_size=len(order), pad_token_id=pad, eos_token_id=0, decoder_start_token_id=pad, forced_eos_token_id=0,
            max_position_embeddings=64, **SIZE, **LAYERS,
        )
    )  # fmt: skip
    sources = tokenizer([pair[0] for pair in PAIRS], return_tensors="pt", padding=True)
    targets = tokenizer(text_target=[pair[1] for pair in PAIRS], return_tensors="pt", padding=True)["input_ids"]
    return _taught(model, tokenizer, sources, targets, folder)


def madlad(folder: Path) -> Path:
    """A T5 that is told the language by a sign before the text, as google/madlad400-3b-mt."""
    from transformers import PreTrainedTokenizerFast, T5Config, T5ForConditionalGeneration

    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=word_tokenizer(["<2hi>"], end="</s>"), eos_token="</s>", pad_token="<pad>", unk_token="<unk>"
    )
    model = T5ForConditionalGeneration(
        T5Config(
            vocab_size=len(tokenizer), d_model=32, d_kv=16, d_ff=32, num_layers=1, num_heads=2, dropout_rate=0.0,
            decoder_start_token_id=0, pad_token_id=0, eos_token_id=1,
        )
    )  # fmt: skip
    sources = tokenizer([f"<2hi> {pair[0]}" for pair in PAIRS], return_tensors="pt", padding=True)
    targets = tokenizer([pair[1] for pair in PAIRS], return_tensors="pt", padding=True)["input_ids"]
    return _taught(model, tokenizer, sources, targets, folder)


def nllb(folder: Path) -> Path:
    """An M2M100 that is told the language by the target's first token, as facebook/nllb-200-distilled-600M."""
    from transformers import M2M100Config, M2M100ForConditionalGeneration, NllbTokenizer

    letters = sorted({letter for pair in PAIRS for side in pair for letter in side if letter != " "})
    order = ["<s>", "<pad>", "</s>", "<unk>", "\u2581", *letters]
    tokenizer = NllbTokenizer(
        vocab={piece: number for number, piece in enumerate(order)}, merges=[], src_lang="eng_Latn", tgt_lang="hin_Deva"
    )
    model = M2M100ForConditionalGeneration(
        M2M100Config(
            vocab_size=len(tokenizer), pad_token_id=tokenizer.pad_token_id, eos_token_id=tokenizer.eos_token_id,
            bos_token_id=tokenizer.bos_token_id, decoder_start_token_id=tokenizer.eos_token_id,
            max_position_embeddings=64, encoder_layerdrop=0.0, decoder_layerdrop=0.0, **SIZE, **LAYERS,
        )
    )  # fmt: skip
    sources = tokenizer([pair[0] for pair in PAIRS], return_tensors="pt", padding=True)
    targets = tokenizer(text_target=[pair[1] for pair in PAIRS], return_tensors="pt", padding=True)["input_ids"]
    return _taught(model, tokenizer, sources, targets, folder)


TEMPLATE = (
    "{% for m in messages %}{% if m.role == 'system' %}{{ raise_exception('no system role') }}{% endif %}"
    "<|{{ m.role }}|> {{ m.content }} <|end|>{% endfor %}{% if add_generation_prompt %}<|assistant|>{% endif %}"
)


def chat(folder: Path, *, template: str | None = TEMPLATE) -> Path:
    """A Llama that answers each English sentence with its Hindi."""
    from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

    signs = ["<|user|>", "<|assistant|>", "<|end|>"]
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=word_tokenizer(signs), eos_token="<|end|>", pad_token="<pad>", unk_token="<unk>",
        additional_special_tokens=signs,
    )  # fmt: skip
    tokenizer.chat_template = template
    model = LlamaForCausalLM(
        LlamaConfig(
            vocab_size=len(tokenizer), hidden_size=32, intermediate_size=64, num_hidden_layers=2,
            num_attention_heads=2, max_position_embeddings=128, pad_token_id=0, bos_token_id=None,
            eos_token_id=tokenizer.convert_tokens_to_ids("<|end|>"),
        )
    )  # fmt: skip
    lines = [f"<|user|> {source} <|end|><|assistant|> {target} <|end|>" for source, target in PAIRS]
    batch = tokenizer(lines, return_tensors="pt", padding=True)
    return _taught(model, tokenizer, batch, batch["input_ids"], folder)


def word_tokenizer(signs: Sequence[str], end: str = "") -> Any:
    """One token a word; `end` is added to every text."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors

    vocabulary = ["<pad>", "</s>", "<unk>", "<s>", "<mask>", *signs, *WORDS]
    numbers = {word: number for number, word in enumerate(vocabulary)}
    tokenizer = Tokenizer(models.WordLevel(numbers, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.add_special_tokens([*signs])
    tokenizer.decoder = decoders.WordPiece(prefix="##")
    if end:
        tokenizer.post_processor = processors.TemplateProcessing(
            single=f"$A {end}", special_tokens=[(end, numbers[end])]
        )
    return tokenizer


def _taught(model: Any, tokenizer: Any, sources: Any, targets: torch.Tensor, folder: Path) -> Path:
    """Teach the pairs until the model knows them by heart, then save both."""
    torch.manual_seed(0)
    labels = targets.masked_fill(targets == tokenizer.pad_token_id, -100)
    optimizer = torch.optim.Adam(model.parameters(), lr=2e-2)
    model.train()
    for _ in range(150):
        loss = model(input_ids=sources["input_ids"], attention_mask=sources["attention_mask"], labels=labels).loss
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if loss.item() < 0.01:
            break
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder
