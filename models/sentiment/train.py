"""Trains the sentiment model: ``python -m models.sentiment.train HEADLINES.csv --out sentiment.safetensors``.

The layers of MiniLM learn, its word vectors stay; with ``--learned N`` only the upper N layers learn, and what lies
below runs once for every headline, which is quicker. What ships is the difference to the base. On one CPU core with
bfloat16 an epoch takes some minutes. The same seed on the same machine gives the same weights.
"""

from __future__ import annotations

import argparse
import logging
import math
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

import torch
from torch import Tensor, nn
from torch.nn import functional

from models.sentiment.base import base_folder, base_id
from models.sentiment.calibration import calibrate
from models.sentiment.data import CALIBRATION, TRAINING, Example, parts, read_examples
from models.sentiment.inference import logits_of
from models.sentiment.marking import Marked, collate, mark, tokenizer_of
from models.sentiment.network import LEARNED, Ensemble, SentimentNet, base_network
from models.sentiment.weights_file import Metadata, save_networks

log = logging.getLogger(__name__)
POOL: Final = 50  # batches that are cut from one shuffled, then sorted piece: little padding, still shuffled


@dataclass(frozen=True)
class Plan:
    """Everything that decides the result, beside the data.

    `rate` is that of the top layer, each lower one learns `fall` times as fast, the new layers at `head_rate`. A share
    `masked` of the companies is hidden, so that moods are not learned by name; of headlines with one company a share
    `unnamed` has no mark, as a headline without the company's name has.
    """

    learned: int = LEARNED
    epochs: int = 3
    batch: int = 32
    rate: float = 1.5e-4
    fall: float = 0.9
    head_rate: float = 1e-3
    decay: float = 0.01
    warm_up: float = 0.1
    smoothing: float = 0.05
    masked: float = 0.15
    unnamed: float = 0.05
    seed: int = 1


@dataclass(frozen=True, eq=False)
class Drawn:
    """An example as one step sees it."""

    marked: Marked
    states: Tensor
    target: int


@dataclass(frozen=True, eq=False)
class Row:
    """An example and the lower layers' states of its tokens, plain and with the company's tokens masked."""

    example: Example
    marked: Marked
    plain: Tensor
    masked: Tensor

    def varied(self, plan: Plan, chance: random.Random) -> Drawn:
        """As it stands, or with its company hidden, or without the mark."""
        drawn = chance.random()
        if drawn < plan.masked:
            return Drawn(self.marked, self.masked, self.example.target)
        if self.example.alone and drawn > 1 - plan.unnamed:
            bare = replace(self.marked, named=(True,) * len(self.marked.ids))
            return Drawn(bare, self.plain, self.example.target)
        return Drawn(self.marked, self.plain, self.example.target)


def train(plan: Plan, examples: Sequence[Example], folder: Path, *, half: bool = True) -> SentimentNet:
    """A network trained on `examples`, from the base weights in `folder`.

    Parameters
    ----------
    half
        Multiply in bfloat16.
    """
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    net = base_network(folder, plan.learned)
    rows = _prepared(net, examples, folder)
    optimizer = _optimizer(net, plan)
    steps = plan.epochs * math.ceil(len(rows) / plan.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: share_of_rate(step / steps, plan.warm_up))
    for epoch in range(plan.epochs):
        began, losses = time.monotonic(), []
        net.train()
        for batch in _batches(rows, plan.batch, chance):
            losses.append(_step(net, optimizer, [row.varied(plan, chance) for row in batch], plan, half))
            schedule.step()
        seconds = time.monotonic() - began
        log.info("epoch %d: loss %.4f, %.0f s", epoch + 1, sum(losses) / max(1, len(losses)), seconds)
    return net.eval()


def share_of_rate(done: float, warm_up: float) -> float:
    """Learning rate as a share of the full one when `done` (0 to 1) of the steps are made: up, then down to 0."""
    return done / warm_up if done < warm_up else max(0.0, (1 - done) / (1 - warm_up))


def write(
    out: Path,
    nets: Sequence[SentimentNet],
    folder: Path,
    examples: Sequence[Example],
    plans: Sequence[Mapping[str, Any]],
) -> None:
    """Write networks as one model, calibrated on the headlines kept for it."""
    held = parts(examples, CALIBRATION)
    pairs = [(example.title, example.entity) for example in held]
    targets = torch.tensor([example.target for example in held])
    logits = logits_of(Ensemble(nets).eval(), pairs, tokenizer_of(folder))
    found = calibrate(logits, targets)
    save_networks(out, nets, folder, Metadata(base_id(folder), found, tuple(plans)))
    log.info(
        "temperature %.3f, power %.2f; wrote %s, %d bytes", found.temperature, found.power, out.name, out.stat().st_size
    )


def _step(net: SentimentNet, optimizer: torch.optim.Optimizer, rows: Sequence[Drawn], plan: Plan, half: bool) -> float:
    batch = collate([row.marked for row in rows])
    states = nn.utils.rnn.pad_sequence([row.states for row in rows], batch_first=True).float()
    with torch.autocast("cpu", torch.bfloat16, enabled=half):
        logits = net.upper(states, batch)
    targets = torch.tensor([row.target for row in rows])
    loss = functional.cross_entropy(logits.float(), targets, label_smoothing=plan.smoothing)
    optimizer.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_([value for value in net.parameters() if value.requires_grad], 1.0)
    optimizer.step()
    return loss.item()


@torch.inference_mode()
def _prepared(net: SentimentNet, examples: Sequence[Example], folder: Path) -> list[Row]:
    """Every example with what the lower layers make of it, as it stands and with its company hidden."""
    net.eval()
    tokenizer = tokenizer_of(folder)
    hidden = tokenizer.token_to_id("[MASK]")
    assert hidden is not None
    marked = [mark(example.title, example.entity, tokenizer) for example in examples]
    plain, masked = _lower(net, marked), _lower(net, [_hidden(row, hidden) for row in marked])
    return [Row(*row) for row in zip(examples, marked, plain, masked, strict=True)]


def _lower(net: SentimentNet, rows: Sequence[Marked]) -> list[Tensor]:
    """For each row the lower layers' states of its tokens, (tokens, width) in bfloat16; equal words run once."""
    unique = sorted({row.ids for row in rows}, key=len)
    found: dict[tuple[int, ...], Tensor] = {}
    for start in range(0, len(unique), 64):
        piece = unique[start : start + 64]
        states = net.lower(collate([Marked(ids, (True,) * len(ids)) for ids in piece])).bfloat16()
        found.update({ids: state[: len(ids)].clone() for ids, state in zip(piece, states, strict=True)})
    return [found[row.ids] for row in rows]


def _hidden(row: Marked, token: int) -> Marked:
    """The company's tokens replaced by `token`."""
    return replace(row, ids=tuple(token if named else own for own, named in zip(row.ids, row.named, strict=True)))


def _optimizer(net: SentimentNet, plan: Plan) -> torch.optim.Optimizer:
    """AdamW with a rate for every layer; what lies below the learned layers is left as it is."""
    net.embeddings.requires_grad_(False)
    net.fixed.requires_grad_(False)
    rates = [(value, plan.head_rate) for value in (net.mark, *net.hidden.parameters(), *net.output.parameters())]
    for depth, layer in enumerate(reversed(list(net.learned))):
        rates += [(value, plan.rate * plan.fall**depth) for value in layer.parameters()]
    groups = [
        {"params": [value], "lr": rate, "weight_decay": plan.decay if value.ndim > 1 else 0.0} for value, rate in rates
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98))


def _batches(rows: Sequence[Row], size: int, chance: random.Random) -> Iterator[list[Row]]:
    """All rows once, those of similar length together, in random order."""
    order = list(rows)
    chance.shuffle(order)
    batches = []
    for start in range(0, len(order), POOL * size):
        piece = sorted(order[start : start + POOL * size], key=lambda row: len(row.marked.ids))
        batches += [piece[at : at + size] for at in range(0, len(piece), size)]
    chance.shuffle(batches)
    yield from batches


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, calibrate, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("headlines", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=Plan.epochs)
    parser.add_argument("--learned", type=int, default=Plan.learned, help="upper layers that learn")
    parser.add_argument("--seed", type=int, default=Plan.seed)
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    torch.set_num_threads(given.threads)
    examples, folder = read_examples(given.headlines), base_folder()
    plan = Plan(learned=given.learned, epochs=given.epochs, seed=given.seed)
    net = train(plan, parts(examples, TRAINING), folder)
    about: dict[str, Any] = {**asdict(plan), "examples": len(parts(examples, TRAINING))}
    write(given.out, [net], folder, examples, [about])


if __name__ == "__main__":
    main()
