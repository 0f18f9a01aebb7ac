"""Every pixel mode that Pillow decodes to, as 8-bit sRGB of a given size. Knows no file format and no leaf.

A picture is made smaller in its own mode where its mode allows that, and converted afterwards: less memory, less time.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np

from tools.translations import N_

if TYPE_CHECKING:
    from PIL import Image as Pillow

DEEP = ("I", "F", "I;16", "I;16L", "I;16B", "I;16N")
TRANSPARENT = N_("Its transparent parts were taken for white.")
PRINT = "Its printing colours (CMYK) were changed to screen colours."
GREY = N_("It has no colours, only grey, which shows less of a leaf.")
DEEP_GREY = N_("Its deep grey levels were reduced to 256.")


def to_rgb(picture: Pillow.Image, size: tuple[int, int]) -> tuple[Pillow.Image, list[str]]:
    """The loaded picture as RGB of `size` (width, height), on white, in sRGB; and notes on what that took."""
    if picture.mode in DEEP:
        return _from_deep_grey(picture, size), [DEEP_GREY, GREY]
    if picture.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in picture.info:
        return _on_white(picture, size)
    if picture.mode == "CMYK":
        return _from_cmyk(picture, size), [PRINT]
    notes: list[str] = [GREY] if picture.mode in ("1", "L") else []
    if picture.mode not in ("L", "RGB", "YCbCr"):
        profile = picture.info.get("icc_profile")
        picture = picture.convert("L" if picture.mode == "1" else "RGB")
        picture.info["icc_profile"] = profile
    profile = picture.info.get("icc_profile")
    small = _resized(picture, size)
    if small.mode == "RGB" and profile:
        small = _by_profile(small, profile) or small
    return small.convert("RGB"), notes


def _resized(picture: Pillow.Image, size: tuple[int, int]) -> Pillow.Image:
    from PIL.Image import Resampling

    return picture if picture.size == size else picture.resize(size, Resampling.LANCZOS, reducing_gap=3.0)


def _on_white(picture: Pillow.Image, size: tuple[int, int]) -> tuple[Pillow.Image, list[str]]:
    from PIL import Image

    layer = _resized(picture.convert("RGBA"), size)
    lowest, _ = layer.getchannel("A").getextrema()
    white = Image.new("RGBA", size, "white")
    white.alpha_composite(layer)
    notes: list[str] = [TRANSPARENT] if isinstance(lowest, int) and lowest < 255 else []
    return white.convert("RGB"), notes


def _from_deep_grey(picture: Pillow.Image, size: tuple[int, int]) -> Pillow.Image:
    """Grey of 16 or 32 bits, or real numbers. Full scale is the least of 1, 8, 12 and 16 bits that holds every value.

    A camera that writes 12 bits into a file of 16 would otherwise come out nearly black.
    """
    from PIL import Image

    if picture.mode == "F":  # a NaN would spread in the filter
        picture = Image.fromarray(np.nan_to_num(np.asarray(picture), posinf=0.0, neginf=0.0))
    levels = np.asarray(_resized(picture if picture.mode == "F" else picture.convert("I"), size), dtype=np.float64)
    highest = float(levels.max(initial=0.0))
    scales = [scale for scale in (1.0, 255.0, 4095.0, 65535.0) if highest <= scale * 1.01]
    scale = max(highest, 1.0) if not scales else scales[0]
    if scale == 1.0 and picture.mode != "F":
        scale = 255.0
    grey = np.clip(levels / scale * 255.0, 0.0, 255.0).round().astype(np.uint8)
    return Image.fromarray(grey).convert("RGB")


def _from_cmyk(picture: Pillow.Image, size: tuple[int, int]) -> Pillow.Image:
    from PIL import ImageChops

    profile = picture.info.get("icc_profile")
    # Pillow takes every CMYK JPEG to be inverted, as Adobe writes it; one without Adobe's mark is not.
    plain = getattr(picture, "format", "") in ("JPEG", "MPO") and "adobe" not in picture.info
    small = _resized(picture, size)
    if plain:
        small = ImageChops.invert(small)
    return (_by_profile(small, profile) if profile else None) or small.convert("RGB")


def _by_profile(picture: Pillow.Image, profile: bytes) -> Pillow.Image | None:
    """The picture in sRGB by its own colour profile; None where the profile is sRGB itself, or broken."""
    from PIL import ImageCms

    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "srgb" in (own.profile.profile_description or "").lower():
            return None
        return ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
