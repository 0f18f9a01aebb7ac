"""Finishes the training at the size at which photos are answered: ``python -m models.leaf.finish`` (see CARD.md).

Random crops make things look larger in training than whole photos do later, so a network trained on small crops wants
its last layers adapted to whole photos at full size (Touvron 2019, arXiv:1906.06423). The first layers stay.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional
from torch.utils.data import DataLoader, WeightedRandomSampler
from tqdm import tqdm

from models.leaf.architecture import LeafNet
from models.leaf.depthwise import make_fast
from models.leaf.feed import Pictures, weights_of
from models.leaf.pack import Photo, read_pack
from models.leaf.plan import Plan
from models.leaf.preprocess import scale

FROZEN = 9  # of 18 layers
LEAST = 0.55  # of a photo's area in a crop
RATE = 1.2e-4
EPOCH = 1000  # the seed of the draws; not an epoch of `models.leaf.train`


def finish(
    checkpoint: Path, photos: Sequence[Photo], *, pixels: int, draws: int, device: str, workers: int = 1
) -> dict[str, object]:
    """A checkpoint like that of `models.leaf.train`, its averaged weights adapted to whole photos of `pixels`."""
    state = torch.load(checkpoint, weights_only=True, map_location="cpu")
    plan = replace(Plan(**state["plan"]), small=pixels, large=pixels, least=LEAST, draws=draws)
    net = LeafNet(len(state["classes"]), plan.size)
    net.load_state_dict(state["average"])
    net.features[:FROZEN].requires_grad_(False)
    if device == "cpu":
        make_fast(net)
    net.to(device)
    net.to(memory_format=torch.channels_last)
    net.train()
    net.features[:FROZEN].eval()
    train = [photo for photo in photos if photo.split != "val"]
    _learn(net, train, state["classes"], plan, device, workers)
    average = {name: value.cpu() for name, value in net.state_dict().items()}
    return {"average": average, "classes": state["classes"], "plan": asdict(plan), "epochs": state["epochs"]}


def _learn(
    net: LeafNet, photos: Sequence[Photo], classes: Sequence[str], plan: Plan, device: str, workers: int
) -> None:
    torch.manual_seed(plan.seed)
    generator = torch.Generator().manual_seed(plan.seed * 1000 + EPOCH)
    sampler = WeightedRandomSampler(weights_of(photos, plan.drawings), plan.draws, generator=generator)
    pictures = Pictures(photos, classes, plan, EPOCH)
    loader = DataLoader(pictures, plan.batch, sampler=sampler, num_workers=workers, drop_last=True)
    optimizer = torch.optim.AdamW([p for p in net.parameters() if p.requires_grad], lr=RATE, weight_decay=plan.decay)
    for number, (images, labels) in enumerate(tqdm(loader, desc="finish", mininterval=20)):
        for group in optimizer.param_groups:
            group["lr"] = RATE * 0.5 * (1 + math.cos(math.pi * number / len(loader)))
        with torch.autocast(device, torch.bfloat16):
            logits = net(scale(images.to(device)))
        loss = functional.cross_entropy(logits.float(), labels.to(device), label_smoothing=plan.smoothing)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(net.parameters(), 5.0)
        optimizer.step()


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", type=Path, action="append", required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--pixels", type=int, default=224)
    parser.add_argument("--draws", type=int, default=24_000)
    given = parser.parse_args(arguments)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    photos = [photo for pack in given.pack for photo in read_pack(pack)]
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.save(finish(given.checkpoint, photos, pixels=given.pixels, draws=given.draws, device=device), given.out)


if __name__ == "__main__":
    main()
