"""Draws the sample photos of the crop disease detector: `python data/samples/crop/make_samples.py`.

Everything is computed from shapes and noise; no photograph goes in. Leaves have a blade with midrib and veins, light
and shadow, and lie on a table or before blurred plants. The same seed gives the same pictures.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

Grid = NDArray[np.float64]  # (height, width), or (height, width, 3) for colours of 0…255
Colour = tuple[float, float, float]
FOLDER = Path(__file__).parent
SIDE = 720  # pixels


@dataclass
class Blade:
    """A leaf's geometry: `along` (0 at the stalk, 1 at the tip), `across` (-1…1), `inside` and the `veins` (0…1)."""

    along: Grid
    across: Grid
    inside: Grid
    veins: Grid
    relief: Grid


def noise(random: np.random.Generator, cell: float, shape: tuple[int, int] = (SIDE, SIDE)) -> Grid:
    """Smooth noise of 0…1 whose hills are about `cell` pixels wide, with finer hills on top."""
    total = np.zeros(shape)
    weight = 0.0
    for octave in range(4):
        size = max(2.0, cell / 2**octave)
        rows, columns = (int(length / size) + 3 for length in shape)
        coarse = Image.fromarray(random.random((rows, columns)).astype(np.float32))
        fine = coarse.resize((shape[1], shape[0]), Image.Resampling.BICUBIC)
        total += np.asarray(fine, float) / 2**octave
        weight += 1 / 2**octave
    return np.clip(total / weight, 0, 1)


def blurred(grid: Grid, radius: float) -> Grid:
    """`grid` (0…1) smoothed over `radius` pixels."""
    picture = Image.fromarray((np.clip(grid, 0, 1) * 255).astype(np.uint8))
    return np.asarray(picture.filter(ImageFilter.GaussianBlur(radius)), float) / 255


def smooth(low: float, high: float, x: Grid) -> Grid:
    """0 below `low`, 1 above `high`, an S between."""
    t = np.clip((x - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def mixed(ground: Grid, colour: Colour | Grid, share: Grid) -> Grid:
    """`colour` laid over `ground` with an opacity of `share`."""
    return ground + (np.asarray(colour, float) - ground) * share[..., None]


def broad_blade(random: np.random.Generator, angle: float, *, length: float = 660, wide: float = 0.36) -> Blade:
    """An oval leaf with a wavy edge and feathered veins, turned by `angle` degrees."""
    y, x = np.mgrid[:SIDE, :SIDE].astype(float)
    turn = np.deg2rad(angle)
    right, down = x - SIDE / 2, y - SIDE / 2
    along = (right * np.cos(turn) + down * np.sin(turn)) / length + 0.5
    bend = 0.05 * np.sin(np.pi * np.clip(along, 0, 1))
    side = (-right * np.sin(turn) + down * np.cos(turn)) / length + bend
    waves = 0.006 * np.sin(along * 34) + 0.03 * (noise(random, 110) - 0.5)
    profile = np.sin(np.pi * np.clip(along, 0.0, 1.0) ** 0.8)
    half = wide * profile**0.9 * (1 - 0.25 * np.clip(along, 0, 1) ** 3) + waves * profile
    across = side / np.maximum(half, 1e-3)
    inside = smooth(1.02, 0.985, np.abs(across)) * smooth(0.0, 0.01, along) * smooth(1.0, 0.99, along)
    stalk = smooth(0.010, 0.006, np.abs(side)) * smooth(-0.08, -0.07, along) * smooth(0.06, 0.03, along)
    phase = (along - 0.42 * np.abs(side) ** 0.85 - 0.25 * side**2) * 11 + np.where(side > 0, 0.45, 0)
    near = np.abs(phase - np.round(phase))
    ribs = smooth(0.05, 0.012, near) * smooth(0.99, 0.7, np.abs(across))
    midrib = smooth(0.012, 0.004, np.abs(side) * (0.7 + 0.9 * along))
    net = smooth(0.035, 0.0, np.abs(noise(random, 16) - 0.5)) * 0.35
    relief = -np.cos((phase - np.round(phase)) * 2 * np.pi) * smooth(0.0, 0.07, np.abs(side)) + 0.5 * noise(random, 18)
    veins = np.clip(np.maximum(np.maximum(midrib, 0.75 * ribs), net), 0, 1)
    return Blade(along, across, np.clip(inside + stalk, 0, 1), veins, relief)


def long_blade(random: np.random.Generator, angle: float, *, half: float = 130) -> Blade:
    """A part of a grass leaf, `half` pixels from midrib to edge, that runs through the frame; veins are parallel."""
    y, x = np.mgrid[:SIDE, :SIDE].astype(float)
    turn = np.deg2rad(angle)
    right, down = x - SIDE / 2, y - SIDE / 2
    along = (right * np.cos(turn) + down * np.sin(turn)) / SIDE + 0.5
    side = -right * np.sin(turn) + down * np.cos(turn) + 30 * np.sin(2.2 * along + 0.4)
    across = side / (half * (1 - 0.1 * along) + 5 * (noise(random, 240) - 0.5))
    inside = smooth(1.01, 0.99, np.abs(across))
    lines = 0.5 + 0.5 * np.cos(across * 2 * np.pi * half / 11)
    midrib = smooth(0.075, 0.03, np.abs(across))
    waves = 1.4 * noise(random, 160) + 0.25 * lines
    return Blade(along, across, inside, np.clip(np.maximum(midrib, 0.3 * lines**3), 0, 1), waves)


def painted(random: np.random.Generator, blade: Blade, green: Colour, vein: Colour) -> Grid:
    """The healthy blade: patchy green, paler veins, light from the upper left."""
    patches = noise(random, 190)[..., None] * 34 - 17 + (noise(random, 5)[..., None] - 0.5) * 26
    leaf = np.asarray(green, float) + patches * np.array([0.8, 1.0, 0.6])
    leaf = mixed(leaf, vein, 0.55 * blade.veins)
    slope_y, slope_x = np.gradient(blurred(blade.relief / 4 + 0.5, 2.5))
    light = np.clip(1 - 5.0 * (0.4 * slope_x + slope_y), 0.75, 1.25)
    edge = 1 - 0.18 * smooth(0.82, 1.0, np.abs(blade.across))
    y, x = np.mgrid[:SIDE, :SIDE] / SIDE
    return leaf * (light * edge * (1.1 - 0.2 * (x + y) / 2))[..., None]


def table(random: np.random.Generator, grey: Colour = (158, 152, 156)) -> Grid:
    """A grey table top: fine grain, slow changes, darker to one corner."""
    y, x = np.mgrid[:SIDE, :SIDE] / SIDE
    grain = (random.random((SIDE, SIDE)) - 0.5) * 14 + (noise(random, 4) - 0.5) * 22 + (noise(random, 260) - 0.5) * 26
    return np.asarray(grey, float) + (grain + 18 - 30 * (0.6 * x + 0.4 * y))[..., None]


def field(random: np.random.Generator) -> Grid:
    """Plants far out of focus: soft blades of green over soil."""
    picture = Image.new("RGB", (SIDE, SIDE), (92, 84, 58))
    pen = ImageDraw.Draw(picture)
    for _ in range(120):
        x, y = random.uniform(-60, SIDE + 60, 2)
        lean, long, wide = random.uniform(-130, 130), random.uniform(180, 420), random.uniform(10, 38)
        green = int(random.uniform(84, 172))
        colour = (int(green * random.uniform(0.5, 0.78)), green, int(green * random.uniform(0.28, 0.5)))
        pen.polygon([(x - wide, y + long), (x + lean, y - long / 2), (x + wide, y + long)], fill=colour)
    soft = picture.filter(ImageFilter.GaussianBlur(20))
    return np.asarray(soft, float) * (0.8 + 0.4 * noise(random, 300))[..., None]


def laid(ground: Grid, leaf: Grid, blade: Blade, shadow: float = 0.5) -> Grid:
    """The leaf on its ground with the shadow that it throws."""
    dark = blurred(np.pad(blade.inside, ((13, 0), (11, 0)), "edge")[:SIDE, :SIDE], 11)
    ground = ground * (1 - shadow * dark * (1 - blade.inside))[..., None]
    return mixed(ground, leaf, blurred(blade.inside, 0.8))


def places(
    random: np.random.Generator, blade: Blade, count: int, apart: float, reach: float = 0.82
) -> list[tuple[float, float]]:
    """Up to `count` points (x, y) on the blade, at least `apart` pixels from each other."""
    rows, columns = np.nonzero((blade.inside > 0.9) & (np.abs(blade.across) < reach) & (blade.along > 0.06))
    found: list[tuple[float, float]] = []
    for _ in range(count * 30):
        at = random.integers(len(rows))
        x, y = float(columns[at]), float(rows[at])
        if len(found) < count and all((x - a) ** 2 + (y - b) ** 2 > apart**2 for a, b in found):
            found.append((x, y))
    return found


def ringed_spots(random: np.random.Generator, leaf: Grid, blade: Blade, count: int = 13, large: int = 6) -> Grid:
    """Brown spots with rings like a target, a dark rim and a yellow halo; `large` of them yellow what is around."""
    y, x = np.mgrid[:SIDE, :SIDE].astype(float)
    rough = noise(random, 26)
    for number, (at_x, at_y) in enumerate(places(random, blade, count, 62 if large else 44)):
        radius = random.uniform(24, 44) if number < large else random.uniform(7, 19)
        turn = random.uniform(0, 2 * np.pi)
        bearing = np.arctan2(y - at_y, x - at_x)
        shape = 1 + 0.16 * np.cos(2 * bearing + turn) + 0.5 * (rough - 0.5)
        r = np.hypot(x - at_x, y - at_y) / (radius * shape)
        leaf = mixed(leaf, (196, 186, 66), 0.62 * smooth(2.1, 0.9, r))
        rings = 0.5 + 0.5 * np.cos(r * 2 * np.pi * max(1.5, radius / 10))
        brown = np.array([112.0, 76.0, 44.0]) + (rings * 38 + (rough - 0.5) * 30)[..., None]
        leaf = mixed(leaf, brown, smooth(1.06, 0.94, r))
        leaf = mixed(leaf, (62, 38, 24), 0.75 * smooth(0.78, 0.95, r) * smooth(1.12, 1.0, r))
        leaf = mixed(leaf, (148, 118, 84), 0.7 * smooth(0.22, 0.08, r))
    return leaf


def rust(random: np.random.Generator, leaf: Grid, blade: Blade, angle: float, count: int = 340) -> Grid:
    """Small raised brick-red pustules along the veins, each with a torn pale rim."""
    y, x = np.mgrid[:SIDE, :SIDE].astype(float)
    turn = np.deg2rad(angle)
    for at_x, at_y in places(random, blade, count, 11, reach=0.95):
        long, wide = random.uniform(4.5, 12), random.uniform(2.4, 4.6)
        low_y, high_y, low_x, high_x = (int(v) for v in (at_y - 30, at_y + 30, at_x - 30, at_x + 30))
        window = (slice(max(0, low_y), high_y), slice(max(0, low_x), high_x))
        right, down = x[window] - at_x, y[window] - at_y
        u = (right * np.cos(turn) + down * np.sin(turn)) / long
        v = (-right * np.sin(turn) + down * np.cos(turn)) / wide
        r = np.hypot(u, v)
        part = mixed(leaf[window], (176, 178, 84), 0.6 * smooth(2.3, 1.0, r))
        tone = random.uniform(0.85, 1.15)
        part = mixed(part, (146 * tone, 74 * tone, 30 * tone), smooth(1.1, 0.8, r))
        leaf[window] = mixed(part, (84, 40, 20), 0.6 * smooth(0.6, 0.2, np.hypot(u - 0.2, v - 0.25)))
    return leaf


def pale_stripes(random: np.random.Generator, leaf: Grid, blade: Blade) -> Grid:
    """Broken pale and dark green streaks along the veins."""
    bands = noise(random, 9, (SIDE, SIDE))
    rows = np.clip((blade.across + 1.2) / 2.4 * (SIDE - 1), 0, SIDE - 1).astype(int)
    columns = np.clip((blade.along * 0.16 + 0.2) * (SIDE - 1), 0, SIDE - 1).astype(int)
    streak = smooth(0.5, 0.6, bands[rows, columns])
    leaf = mixed(leaf, (190, 204, 118), 0.68 * streak)
    return mixed(leaf, (214, 208, 150), 0.4 * smooth(0.62, 0.7, bands[rows, columns]))


def robot(random: np.random.Generator) -> Grid:
    """A toy robot of tin on the table."""
    picture = Image.fromarray(np.clip(table(random, (186, 164, 136)), 0, 255).astype(np.uint8))
    shade = Image.new("L", (SIDE, SIDE))
    ImageDraw.Draw(shade).ellipse((180, 585, 590, 680), fill=150)
    picture.paste((70, 58, 48), mask=shade.filter(ImageFilter.GaussianBlur(18)))
    pen = ImageDraw.Draw(picture)
    tin, dark, red, light = (152, 168, 182), (66, 78, 92), (196, 58, 48), (244, 214, 96)
    pen.line((360, 70, 360, 120), fill=dark, width=8)
    pen.ellipse((346, 46, 374, 74), fill=red)
    for box, colour in (
        ((265, 120, 455, 268), tin), ((335, 268, 385, 296), dark), ((235, 296, 485, 500), red),
        ((175, 306, 225, 470), tin), ((495, 306, 545, 470), tin), ((268, 500, 340, 620), tin),
        ((380, 500, 452, 620), tin), ((252, 612, 348, 648), dark), ((372, 612, 468, 648), dark),
        ((275, 330, 445, 420), dark), ((310, 226, 410, 246), dark),
    ):  # fmt: skip
        pen.rounded_rectangle(box, 16, fill=colour, outline=dark, width=4)
    for x in (312, 408):
        pen.ellipse((x - 26, 160, x + 26, 212), fill=light, outline=dark, width=4)
        pen.ellipse((x - 9, 177, x + 9, 195), fill=dark)
    for number in range(5):
        pen.ellipse((290 + 30 * number, 440, 308 + 30 * number, 458), fill=light)
    pen.line((290, 400, 330, 350, 365, 390, 400, 345, 432, 375), fill=(120, 226, 150), width=5)
    y, x = np.mgrid[:SIDE, :SIDE] / SIDE
    lit = np.asarray(picture.filter(ImageFilter.GaussianBlur(0.8)), float)
    return lit * (1.12 - 0.3 * (0.7 * x + 0.3 * y))[..., None] + (noise(random, 3)[..., None] - 0.5) * 12


def ringed_leaf(random: np.random.Generator) -> Grid:
    """A broad leaf with ringed spots on a grey table."""
    blade = broad_blade(random, -75, wide=0.36)
    leaf = painted(random, blade, (92, 118, 60), (142, 160, 100))
    return laid(table(random), ringed_spots(random, leaf, blade, count=24, large=2), blade)


def rusty_leaf(random: np.random.Generator) -> Grid:
    """A part of a grass leaf with rust on black cloth."""
    blade = long_blade(random, -78, half=330)
    leaf = painted(random, blade, (92, 130, 60), (150, 170, 104))
    return laid(table(random, (20, 20, 20)), rust(random, leaf, blade, -78), blade)


def green_leaf(random: np.random.Generator) -> Grid:
    """A broad leaf without any spot on a grey table."""
    blade = broad_blade(random, -68, wide=0.36)
    return laid(table(random), painted(random, blade, (112, 127, 98), (135, 158, 105)), blade)


def striped_leaf(random: np.random.Generator) -> Grid:
    """A grass leaf with pale streaks before blurred plants."""
    blade = long_blade(random, -58, half=120)
    leaf = painted(random, blade, (86, 136, 56), (178, 194, 130))
    return laid(field(random), pale_stripes(random, leaf, blade), blade, shadow=0.15)


def out_of_focus(random: np.random.Generator) -> Grid:
    """The ringed leaf as a moved phone sees it."""
    sharp = Image.fromarray(np.clip(ringed_leaf(random), 0, 255).astype(np.uint8))
    return np.asarray(sharp.filter(ImageFilter.GaussianBlur(13)), float)


PICTURES: dict[str, Callable[[np.random.Generator], Grid]] = {
    "ringed_spots.jpg": ringed_leaf,
    "rust_on_maize.jpg": rusty_leaf,
    "green_leaf.jpg": green_leaf,
    "pale_stripes.jpg": striped_leaf,
    "blurred.jpg": out_of_focus,
    "toy_robot.jpg": robot,
}


def main() -> None:
    """Draw all of them beside this file."""
    for number, (name, draw) in enumerate(PICTURES.items()):
        pixels = np.clip(draw(np.random.default_rng(number + 1)), 0, 255).round().astype(np.uint8)
        Image.fromarray(pixels).save(FOLDER / name, "JPEG", quality=80, optimize=True)


if __name__ == "__main__":
    main()
