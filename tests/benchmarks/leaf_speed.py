"""Speed of the leaf detector on this machine, in ratios: the whole path, and many callers at once.

`whole path` is decode, quality, model and heat map of JPEGs of 1024 x 768, against the `bare pass` of the same network
with the same two views over prepared tensors. Callers bring photos that were never seen before (the memory of answered
photos would make any figure possible), through the batcher and, for comparison, through a lock around the same engine
and around the plain network (float32, as it comes out of training).

    python -m tests.benchmarks.leaf_speed [--photos 64] [--requests 64]
"""

from __future__ import annotations

import argparse
import io
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch
from PIL import Image

from models.leaf.classifier import LeafModel, embedded_folder
from models.leaf.inference import Forward
from models.leaf.pack import read_pack
from models.leaf.preprocess import scale, square
from models.leaf.types import Floats, LeafView
from models.leaf.types import Image as Pixels
from models.leaf.weights_file import FILE, load_network
from tests.shared import SHARED
from tools.crop.leaf import find_leaf
from tools.crop.photo import read_photo
from tools.crop.quality import assess

PACK = SHARED / "data/crop/leafpack.tar"
WIDTH, HEIGHT = 1024, 768
CHUNK = 16
CALLERS = (1, 8, 32)
ROUNDS = 3  # the best of which counts
Reader = Callable[[bytes], Pixels]


def jpegs(count: int) -> list[bytes]:
    """Photos of the shared pack at the size that messengers send; without the pack, drawn noise."""
    if PACK.exists():
        photos = [photo.jpeg for photo in read_pack(PACK) if photo.split == "val"]
        pictures = [Image.open(io.BytesIO(photos[n * 7 % len(photos)])).convert("RGB") for n in range(count)]
    else:
        chance = np.random.default_rng(0)
        pictures = [Image.fromarray(chance.integers(0, 256, (48, 64, 3), dtype=np.uint8)) for _ in range(count)]
    return [_jpeg(picture.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)) for picture in pictures]


def _jpeg(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=85)
    return buffer.getvalue()


def portal(data: bytes) -> Pixels:
    """Decode and quality, one photo after the other; the portal spreads this over its worker processes."""
    photo = read_photo("photo.jpg", data)
    found = find_leaf(photo.image)
    assess(photo, found.mask if found.reliable else None)
    return photo.image


def heat(view: LeafView, shape: tuple[int, ...]) -> Floats:
    """The first class's evidence over the photo."""
    assert view.maps is not None
    positive = np.maximum(view.maps[int(view.probabilities.argmax())], 0)
    return np.asarray(Image.fromarray(positive).resize((shape[1], shape[0]), Image.Resampling.BILINEAR))


def whole_path(files: list[bytes], read: Reader) -> float:
    """Seconds for all photos: while the model answers one chunk, the next is read."""
    model = LeafModel()
    began = time.perf_counter()
    with ThreadPoolExecutor(1) as answering:
        pieces = []
        for start in range(0, len(files), CHUNK):
            images = [read(data) for data in files[start : start + CHUNK]]
            pieces.append((images, answering.submit(model.classify, images)))
        for images, answer in pieces:
            for image, view in zip(images, answer.result(), strict=True):
                heat(view, image.shape)
    seconds = time.perf_counter() - began
    model.close()
    return seconds


def callers(count: int, requests: int, images: list[Pixels], answer: Callable[[Pixels], object]) -> tuple[float, float]:
    """(95th percentile of the latency in seconds, photos per second) of `count` threads."""
    latencies: list[float] = []
    queue = [image for _, image in zip(range(requests), images, strict=False)]

    def call() -> None:
        while True:
            try:
                image = queue.pop()
            except IndexError:
                return
            began = time.perf_counter()
            answer(image)
            latencies.append(time.perf_counter() - began)

    threads = [threading.Thread(target=call) for _ in range(count)]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return float(np.quantile(latencies, 0.95)), len(latencies) / (time.perf_counter() - began)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=64)
    parser.add_argument("--requests", type=int, default=64)
    given, _ = parser.parse_known_args()
    network, metadata = load_network(embedded_folder() / FILE)
    forward, read = Forward(network), portal
    files = jpegs(max(given.photos, given.requests))
    images = [read(data) for data in files]
    prepared = torch.stack([square(image, metadata.pixels) for image in images[: given.photos]])
    forward(prepared[:8])
    print(f"{forward.place.label}, {forward.dtype}, {torch.get_num_threads()} thread(s), {metadata.pixels} pixels")
    bare, whole = [], []
    for _ in range(ROUNDS):  # in turn, so that a busy neighbour disturbs both alike
        began = time.perf_counter()
        forward(prepared)
        bare.append(time.perf_counter() - began)
        whole.append(whole_path(files[: given.photos], read))
    ratio = min(bare) / min(whole)
    print(f"bare pass  {len(prepared) / min(bare):7.1f} photos/s (two views each)")
    print(f"whole path {len(prepared) / min(whole):7.1f} photos/s, {ratio:.2f} of the bare pass (aim 0.60)")
    concurrency(network, forward, metadata.pixels, images, given.requests)


def concurrency(network: torch.nn.Module, forward: Forward, pixels: int, images: list[Pixels], requests: int) -> None:
    lock = threading.Lock()

    def same_engine(image: Pixels) -> object:
        prepared = square(image, pixels)[None]
        with lock:
            return forward(prepared)

    def plain(image: Pixels) -> object:
        x = scale(square(image, pixels)[None])
        with lock, torch.inference_mode():
            return network(x) + network(x.flip(-1))

    def batched(image: Pixels) -> object:
        return model.classify([image])

    ways = {"lock, plain network": plain, "lock, same engine": same_engine, "batcher": batched}
    print(f"\ncallers  {'way':22}{'p95 ms':>8}{'photos/s':>10}{'batcher is':>12}")
    for count in CALLERS:
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
        for _ in range(ROUNDS):
            for name, answer in ways.items():
                model = LeafModel()  # one that remembers nothing
                found[name].append(callers(count, requests, images, answer))
                model.close()
        best = {name: max(rows, key=lambda row: row[1]) for name, rows in found.items()}
        for name, (late, rate) in best.items():
            print(f"{count:7}  {name:22}{1000 * late:8.0f}{rate:10.1f}{best['batcher'][1] / rate:10.2f} x", flush=True)


if __name__ == "__main__":
    main()
