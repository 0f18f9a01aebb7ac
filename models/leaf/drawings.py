"""Draws pictures that are no leaf (figures, shapes, pages, gradients, noise) to teach the model to say so.

Photographs of objects are in the training pack; cartoons, screens and documents are not, and users upload those too.
"""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

SIDE = 160
Colour = tuple[int, int, int]
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789 .,:-ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def draw(chance: random.Random) -> Image.Image:
    """A random picture of `SIDE` x `SIDE` that shows no leaf; the same for the same state of `chance`."""
    kinds: tuple[Callable[[random.Random], Image.Image], ...] = (robot, shapes, page, gradient, noise, blossom)
    picture = chance.choices(kinds, weights=(4, 3, 2, 1, 1, 3))[0](chance)
    return picture.filter(ImageFilter.GaussianBlur(1.5)) if chance.random() < 0.2 else picture


def robot(chance: random.Random) -> Image.Image:
    """A figure of boxes with a head, eyes, arms and legs."""
    picture = Image.new("RGB", (SIDE, SIDE), _colour(chance, pale=chance.random() < 0.7))
    pen, ink, line = ImageDraw.Draw(picture), _colour(chance), chance.randint(1, 4)
    metal, edge = _colour(chance), _colour(chance, pale=False)
    x, top, width = chance.randint(50, 100), chance.randint(10, 30), chance.randint(16, 30)
    neck, waist = top + chance.randint(25, 40), top + chance.randint(75, 95)
    rounded = chance.choice((0, 6, 12))
    for box in (
        (x - width, top, x + width, neck),
        (x - width - 6, neck + 5, x + width + 6, waist),
        (x - width - 20, neck + 8, x - width - 9, waist - 8),
        (x + width + 9, neck + 8, x + width + 20, waist - 8),
        (x - width, waist + 2, x - 4, min(SIDE - 4, waist + 35)),
        (x + 4, waist + 2, x + width, min(SIDE - 4, waist + 35)),
    ):
        pen.rounded_rectangle(box, rounded, fill=metal, outline=edge, width=line)
    for eye in (x - width // 2, x + width // 2):
        pen.ellipse((eye - 5, top + 8, eye + 5, top + 18), fill=ink, outline=edge)
    pen.line((x - 8, neck - 6, x + 8, neck - 6), fill=edge, width=line)
    pen.line((x, top, x, top - 9), fill=edge, width=line)
    pen.ellipse((x - 3, top - 14, x + 3, top - 8), fill=ink)
    return picture


def shapes(chance: random.Random) -> Image.Image:
    """A few flat figures on a flat ground, like icons and logos."""
    picture = Image.new("RGB", (SIDE, SIDE), _colour(chance, pale=chance.random() < 0.5))
    pen = ImageDraw.Draw(picture)
    for _ in range(chance.randint(1, 9)):
        x, y, r = chance.randint(0, SIDE), chance.randint(0, SIDE), chance.randint(8, 60)
        ink = _colour(chance)
        kind = chance.randrange(4)
        if kind == 0:
            pen.ellipse((x - r, y - r, x + r, y + r), fill=ink)
        elif kind == 1:
            pen.rectangle((x - r, y - r // 2, x + r, y + r // 2), fill=ink)
        elif kind == 2:
            pen.regular_polygon((x, y, r), chance.randint(3, 8), chance.randrange(360), fill=ink)
        else:
            pen.line([(chance.randint(0, SIDE), chance.randint(0, SIDE)) for _ in range(4)], fill=ink, width=6)
    return picture


def page(chance: random.Random) -> Image.Image:
    """Lines of small letters, like a document or a screen, perhaps with a coloured bar."""
    dark = chance.random() < 0.25
    picture = Image.new("RGB", (SIDE, SIDE), _colour(chance, pale=not dark))
    pen = ImageDraw.Draw(picture)
    if chance.random() < 0.5:
        pen.rectangle((0, 0, SIDE, chance.randint(10, 40)), fill=_colour(chance))
    step = chance.randint(9, 16)
    for y in range(chance.randint(4, 30), SIDE, step):
        text = "".join(chance.choice(LETTERS) for _ in range(chance.randint(5, 34)))
        pen.text((chance.randint(4, 20), y), text, fill=(235, 235, 235) if dark else (30, 30, 40))
    return picture


def gradient(chance: random.Random) -> Image.Image:
    """One colour that runs into another, like sky, wall or a covered lens."""
    ramp = np.linspace(0, 1, SIDE)[:, None, None] * np.ones((1, SIDE, 1))
    first, second = np.array(_colour(chance)), np.array(_colour(chance))
    field = (first * (1 - ramp) + second * ramp).astype(np.uint8)
    return Image.fromarray(field).rotate(chance.choice((0, 90, 180, 270)))


def noise(chance: random.Random) -> Image.Image:
    """Coloured noise, fine or blotchy."""
    side = chance.choice((5, 10, 20, 80, 160))
    values = np.random.default_rng(chance.randrange(2**32)).integers(0, 256, (side, side, 3), dtype=np.uint8)
    return Image.fromarray(values).resize((SIDE, SIDE), Image.Resampling.BICUBIC)


def blossom(chance: random.Random) -> Image.Image:
    """A flower head of turned petals, like a rose or a daisy, on a blurred green or plain ground."""
    ground = (chance.randint(20, 110), chance.randint(60, 160), chance.randint(20, 90))
    picture = Image.new("RGB", (SIDE, SIDE), ground if chance.random() < 0.6 else _colour(chance))
    pen = ImageDraw.Draw(picture)
    for _ in range(6):
        x, y, r = chance.randint(0, SIDE), chance.randint(0, SIDE), chance.randint(10, 40)
        pen.ellipse((x - r, y - r, x + r, y + r), fill=tuple(min(255, c + chance.randint(-20, 40)) for c in ground))
    picture = picture.filter(ImageFilter.GaussianBlur(6))
    hue = chance.choice(
        ((200, 20, 40), (230, 90, 140), (245, 200, 60), (250, 245, 240), (150, 70, 190), (240, 120, 30))
    )
    x, y, radius = chance.randint(60, 100), chance.randint(60, 100), chance.randint(35, 60)
    for ring in range(chance.randint(2, 6), 0, -1):
        reach, petals = radius * ring / 5 + 8, chance.randint(5, 9)
        start = chance.randrange(360)
        for petal in range(petals):
            angle = np.radians(start + 360 * petal / petals)
            cx, cy, half = x + reach * np.cos(angle) * 0.7, y + reach * np.sin(angle) * 0.7, reach * 0.55
            shade = chance.randint(-35, 30)
            tint = tuple(int(np.clip(c + shade, 0, 255)) for c in hue)
            ImageDraw.Draw(picture).ellipse((cx - half, cy - half, cx + half, cy + half), fill=tint)
    return picture.filter(ImageFilter.GaussianBlur(chance.choice((0.5, 1, 2))))


def _colour(chance: random.Random, *, pale: bool | None = None) -> Colour:
    low, high = (190, 255) if pale else ((0, 150) if pale is False else (0, 255))
    return chance.randint(low, high), chance.randint(low, high), chance.randint(low, high)
