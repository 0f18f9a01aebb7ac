"""Pages of a PDF as scanners and phones make them: skewed, noisy, shaded, folded. Knows nothing of what they say."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from tests.fiction.sheet import HIGH, MADE, WIDE
from tests.fiction.types import Specimen

if TYPE_CHECKING:
    import numpy as np
    from PIL.Image import Image

    Pixels = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(frozen=True)
class Wear:
    """What happened to a page.

    `dpi` dots an inch; `skew` degrees; `noise` standard deviation and `shadow` depth in grey levels of 255; `blur` in
    pixels; `contrast` what is left of it, 0 to 1; `pepper` share of spoilt pixels; `jpeg` quality; `fold` a crease.
    """

    dpi: int = 200
    skew: float = 0.0
    noise: float = 3.0
    blur: float = 0.5
    shadow: float = 10.0
    contrast: float = 0.92
    pepper: float = 0.0
    jpeg: int = 75
    fold: bool = False


WEARS: Final = {
    "clean": Wear(dpi=300, skew=0.3, noise=2, blur=0.4, shadow=4, contrast=0.96),
    "office": Wear(dpi=200, skew=-0.8, noise=4, blur=0.6, shadow=12, contrast=0.88, jpeg=60),
    "poor": Wear(dpi=200, skew=2.6, noise=7, blur=0.8, shadow=30, contrast=0.78, pepper=0.001, jpeg=60, fold=True),
}


def scan(data: bytes, wear: Wear, seed: int = 1) -> bytes:
    """The PDF's pages as pictures in a PDF without a text layer."""
    from fpdf import FPDF

    out: Any = FPDF(format="A4")
    out.set_creation_date(MADE)
    out.set_margin(0)
    out.set_auto_page_break(False)
    for number, picture in enumerate(_pages(data, wear.dpi)):
        out.add_page()
        out.image(_jpeg(worn(picture, wear, seed + number), wear), 0, 0, WIDE, HIGH)
    return bytes(out.output())


def photo(data: bytes, wear: Wear, seed: int = 1) -> bytes:
    """The first page as a phone takes it: on a table, from an angle, as JPEG."""
    from PIL import Image

    page = worn(next(iter(_pages(data, wear.dpi))), wear, seed)
    wide, high = page.size
    table = Image.new("L", (int(wide * 1.12), int(high * 1.1)), 92)
    left, top = (table.width - wide) // 2, (table.height - high) // 2
    table.paste(page, (left, top))
    bend = wide * 0.02
    corners = (bend, 0, -bend, table.height, table.width + bend, table.height, table.width - bend, 0)
    flat = table.transform(table.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=92)
    return _jpeg(flat, wear).getvalue()


def worn_copy(specimen: Specimen, name: str, seed: int = 1) -> Specimen:
    """The specimen as a scan with the wear `name` of `WEARS`."""
    stem = specimen.name.removesuffix(".pdf")
    return specimen.as_file(f"{stem}_{name}.pdf", scan(specimen.data, WEARS[name], seed), f"scan: {name}")


def photographed(specimen: Specimen, seed: int = 1) -> Specimen:
    """A specimen of one page as a photograph."""
    stem = specimen.name.removesuffix(".pdf")
    return specimen.as_file(f"{stem}_photo.jpg", photo(specimen.data, WEARS["office"], seed), "photo")


def worn(picture: Image, wear: Wear, seed: int) -> Image:
    """A grey page after its wear."""
    import numpy as np
    from PIL import Image, ImageFilter

    rng = np.random.default_rng(seed)
    turned = picture.rotate(wear.skew, resample=Image.Resampling.BICUBIC, fillcolor=250)
    pixels = np.asarray(turned.filter(ImageFilter.GaussianBlur(wear.blur)), dtype=np.float32)
    pixels = pixels * wear.contrast + (1 - wear.contrast) * 150
    pixels = pixels - np.linspace(0, wear.shadow, pixels.shape[1], dtype=np.float32)
    if wear.fold:
        _crease(pixels)
    pixels = pixels + rng.normal(0, wear.noise, pixels.shape).astype(np.float32)
    spoilt = rng.random(pixels.shape)
    pixels[spoilt < wear.pepper / 2] = 20
    pixels[spoilt > 1 - wear.pepper / 2] = 250
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def _crease(pixels: Pixels) -> None:
    """A fold across the middle: a dark line with a light edge."""
    middle = pixels.shape[0] // 2
    pixels[middle - 1 : middle + 1] -= 45
    pixels[middle + 1 : middle + 4] += 12


def _pages(data: bytes, dpi: int) -> Iterator[Image]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        for page in document:
            yield page.render(scale=dpi / 72).to_pil().convert("L")
    finally:
        document.close()


def _jpeg(picture: Image, wear: Wear) -> io.BytesIO:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=wear.jpeg, dpi=(wear.dpi, wear.dpi))
    return out
