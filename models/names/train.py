"""Trains the names model: ``python -m models.names.train LIST.tsv.gz --out RUN``.

Learns from the rows whose licence lets the weights ship and from the lists in ``data/names``; what `models.names.data`
holds out is never seen. Writes a checkpoint after every epoch, goes on from it when started again, and keeps the
weights that answer best on validation rows as ``names.safetensors``. One CPU thread is enough.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional
from tqdm import tqdm

from models.names.alphabet import PAD
from models.names.architecture import NamesNet
from models.names.augment import respell
from models.names.beam import encode_devanagari, encode_latin, search
from models.names.cleaning import LONGEST
from models.names.data import NAME, Pair, read_pairs, references, split
from models.names.dictionary import own_pairs
from models.names.plan import Plan, Size
from models.names.scoring import Score, score
from models.names.weights_file import FILE, Metadata, save_network

POOL = 20  # batches that are sorted by length together, so that little is padded


class Trainer:
    """One training run, from its checkpoint if there is one.

    Parameters
    ----------
    plan
        How to train.
    train, validation
        Pairs to learn from, and to choose the best weights by.
    out
        Folder of the checkpoint, the log and the best weights.
    """

    def __init__(self, plan: Plan, train: Sequence[Pair], validation: Sequence[Pair], out: Path) -> None:
        self.plan, self.train, self.validation, self.out = plan, train, validation, out
        torch.manual_seed(plan.seed)
        self.net = NamesNet(plan.size, plan.dropout)
        self.average = {name: value.clone() for name, value in self.net.state_dict().items()}
        self.optimizer = torch.optim.AdamW(
            self.net.parameters(), lr=plan.rate, weight_decay=plan.decay, betas=(0.9, 0.98)
        )
        self.first_epoch, self.best = 0, -1.0
        self.checkpoint = out / "checkpoint.pt"
        if self.checkpoint.exists():
            self._resume()

    def run(self) -> None:
        """Train to the end; safe to stop and start again at any time."""
        for epoch in range(self.first_epoch, self.plan.epochs):
            began = time.monotonic()
            line = {"epoch": epoch + 1, "loss": round(self._epoch(epoch), 4)}
            if epoch % 2 or epoch + 1 == self.plan.epochs:
                found = self.validate()
                line |= {name: round(value, 4) for name, value in asdict(found).items()}
                self._keep(found)
            line["seconds"] = round(time.monotonic() - began)
            self._save(epoch + 1)
            with (self.out / "log.jsonl").open("a") as log:
                log.write(json.dumps(line) + "\n")

    def batches(self, epoch: int) -> Iterator[tuple[Tensor, Tensor]]:
        """The epoch's rows, respelt and joined by chance, in batches of like length."""
        chance = random.Random(f"{self.plan.seed} {epoch}")
        names = [pair for pair in self.train if pair.kind == NAME]
        rows = [*(pair for pair in self.train if pair.kind != NAME), *names * self.plan.names]
        chance.shuffle(rows)
        drawn = [draw(pair, names, self.plan, chance) for pair in rows]
        size = self.plan.batch * POOL
        batches: list[list[tuple[str, str]]] = []
        for start in range(0, len(drawn), size):
            pool = sorted(drawn[start : start + size], key=lambda pair: (len(pair[1]), len(pair[0])))
            batches += [pool[at : at + self.plan.batch] for at in range(0, len(pool), self.plan.batch)]
        chance.shuffle(batches)
        for batch in batches:
            yield encode_latin([roman for roman, _ in batch]), encode_devanagari([word for _, word in batch])

    def _epoch(self, epoch: int) -> float:
        self.net.train()
        torch.manual_seed(self.plan.seed * 1000 + epoch)  # dropout: a resumed run goes on as if it had never stopped
        batches = list(self.batches(epoch))
        total = 0.0
        for number, (source, target) in enumerate(tqdm(batches, desc=f"epoch {epoch + 1}", mininterval=20)):
            done = (epoch + number / len(batches)) / self.plan.epochs
            for group in self.optimizer.param_groups:
                group["lr"] = self.plan.rate * self.plan.share_of_rate(done)
            total += self._step(source, target, done)
        return total / max(1, len(batches))

    def _step(self, source: Tensor, target: Tensor, done: float) -> float:
        with torch.autocast("cpu", torch.bfloat16, enabled=self.plan.half):
            logits = self.net(source, target[:, :-1])
        losses = row_losses(logits.float(), target[:, 1:], self.plan.smoothing)
        kept = losses.topk(max(1, round(len(losses) * (1 - self.plan.share_dropped(done)))), largest=False).values
        loss = kept.mean()
        self.optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimizer.step()
        with torch.no_grad():
            state = self.net.state_dict()
            torch._foreach_lerp_(list(self.average.values()), list(state.values()), 1 - self.plan.average)
        return float(loss.detach())

    def validate(self) -> Score:
        """How the averaged weights answer the validation rows."""
        net = self._averaged()
        right = references(self.validation)
        words = list(right)
        answers = [
            [found.word for found in each]
            for start in range(0, len(words), 64)
            for each in search(net, words[start : start + 64])
        ]
        return score(right, answers)

    def _averaged(self) -> NamesNet:
        net = NamesNet(self.plan.size)
        net.load_state_dict(self.average)
        return net.eval()

    def _keep(self, found: Score) -> None:
        """Write the weights if they answer better than all before."""
        if (value := found.first + found.five) > self.best:
            self.best = value
            sources = sorted({f"{pair.source} ({pair.licence})" for pair in self.train})
            metadata = Metadata(self.plan.size, json.dumps(asdict(self.plan)), ", ".join(sources))
            save_network(self.out / FILE, self._averaged(), metadata)

    def _save(self, epochs: int) -> None:
        state = {
            "epochs": epochs,
            "best": self.best,
            "net": self.net.state_dict(),
            "average": self.average,
            "optimizer": self.optimizer.state_dict(),
        }
        torch.save(state, self.checkpoint.with_suffix(".new"))
        self.checkpoint.with_suffix(".new").replace(self.checkpoint)

    def _resume(self) -> None:
        state = torch.load(self.checkpoint, weights_only=True)
        self.net.load_state_dict(state["net"])
        self.average, self.best, self.first_epoch = state["average"], state["best"], state["epochs"]
        self.optimizer.load_state_dict(state["optimizer"])


def draw(pair: Pair, names: Sequence[Pair], plan: Plan, chance: random.Random) -> tuple[str, str]:
    """One row as it is learned from: perhaps respelt, perhaps joined to another name (ram + kumar)."""
    roman, devanagari = pair.roman, pair.devanagari
    if chance.random() < plan.augmented:
        roman = respell(roman, devanagari, chance)
    if pair.kind == NAME and chance.random() < plan.joined:
        other = chance.choice(names)
        if other.devanagari[0] not in "अआइईउऊएऐओऔ":  # a vowel would melt into what stands before it
            roman, devanagari = roman + other.roman, devanagari + other.devanagari
    return (roman, devanagari) if max(len(roman), len(devanagari)) <= LONGEST + 4 else (pair.roman, pair.devanagari)


def row_losses(logits: Tensor, target: Tensor, smoothing: float) -> Tensor:
    """Mean cross-entropy (N,) of the signs of each row, padding left out; logits are (N, length, signs)."""
    losses = functional.cross_entropy(
        logits.transpose(1, 2), target, ignore_index=PAD, label_smoothing=smoothing, reduction="none"
    )
    return losses.sum(1) / (target != PAD).sum(1)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("list", type=Path, help="source, licence, kind, roman, devanagari; tab-separated, perhaps .gz")
    parser.add_argument("--out", type=Path, required=True, help="folder of the run: checkpoint, log and best weights")
    parser.add_argument("--threads", type=int, default=1, help="CPU threads; more than one only on a quiet machine")
    for name, kind in (("epochs", int), ("batch", int), ("rate", float), ("seed", int)):
        parser.add_argument(f"--{name}", type=kind, default=getattr(Plan, name))
    parser.add_argument("--width", type=int, default=Size.width)
    parser.add_argument("--inner", type=int, default=Size.inner)
    given = parser.parse_args(arguments)
    torch.set_num_threads(given.threads)
    torch.set_flush_denormal(True)
    given.out.mkdir(parents=True, exist_ok=True)
    plan = Plan(
        Size(given.width, given.inner), epochs=given.epochs, batch=given.batch, rate=given.rate, seed=given.seed
    )
    parts = split([*read_pairs(given.list), *own_pairs()])
    Trainer(plan, parts.train, parts.validation, given.out).run()


if __name__ == "__main__":
    main()
