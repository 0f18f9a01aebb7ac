"""Uploaded bytes: every format and pixel mode comes out as upright RGB, everything else as one clear sentence."""

from __future__ import annotations

import hashlib
import struct
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageOps, features

from tests.tools.crop import drawn
from tools.crop.photo import LONGEST, read_photo
from tools.errors import BadInput, Corrupt, Empty, PortalError, TooLarge, WrongType
from tools.settings import settings as portal_settings
from tools.workers import WorkerPool

LEAF = drawn.leaf(320, 240)


def close(photo_pixels: np.ndarray, expected: np.ndarray, by: float = 8.0) -> bool:
    return float(np.abs(photo_pixels.astype(float) - expected.astype(float)).mean()) < by


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_header(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\x00" * 1000))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF"])
def test_every_format_is_read_by_content_whatever_its_name(kind: str) -> None:
    data = drawn.encoded(LEAF, kind)
    photo = read_photo("leaf.pdf", data)
    assert (photo.width, photo.height, photo.shape) == (320, 240, (240, 320))
    assert photo.sha256 == hashlib.sha256(data).hexdigest()
    assert photo.notes == ()
    assert close(photo.image, LEAF)


@pytest.mark.skipif(not features.check("avif"), reason="this Pillow reads no AVIF")
def test_avif_is_read_where_pillow_can() -> None:
    assert close(read_photo("leaf.avif", drawn.encoded(LEAF, "AVIF")).image, LEAF)


def test_a_large_photo_is_reduced_and_a_small_one_is_left_alone() -> None:
    large = read_photo("large.jpg", drawn.encoded(Image.fromarray(LEAF).resize((4000, 3000))))
    assert (large.width, large.height, large.shape) == (4000, 3000, (768, LONGEST))
    small = np.asarray(Image.fromarray(LEAF).resize((1024, 768)))
    assert close(large.image, small)
    assert read_photo("small.png", drawn.encoded(LEAF[:50, :60], "PNG")).shape == (50, 60)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_camera_orientation_is_undone(kind: str, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = Image.fromarray(LEAF)
    data = drawn.encoded(stored, kind, exif=exif)
    expected = ImageOps.exif_transpose(_with_orientation(stored, orientation))
    photo = read_photo("turned", data)
    assert (photo.width, photo.height) == expected.size
    assert close(photo.image, np.asarray(expected))


def _with_orientation(picture: Image.Image, orientation: int) -> Image.Image:
    copy = picture.copy()
    copy.getexif()[0x0112] = orientation
    return copy


def test_a_broken_exif_block_does_not_matter() -> None:
    exif = b"Exif\x00\x00MM\x00*\xff\xff\xff\xff" + b"\xff" * 40
    assert read_photo("leaf.jpg", drawn.encoded(LEAF, exif=exif)).shape == (240, 320)


def test_cmyk_of_every_kind() -> None:
    press = Image.fromarray(LEAF).convert("CMYK")
    for kind in ("JPEG", "TIFF"):
        photo = read_photo("press", drawn.encoded(press, kind))
        assert close(photo.image, LEAF)
        assert "CMYK" in photo.notes[0]
    broken_profile = drawn.encoded(press, "TIFF", icc_profile=b"not a profile")
    assert close(read_photo("press", broken_profile).image, LEAF)


def test_a_cmyk_jpeg_without_the_mark_of_adobe_is_not_inverted() -> None:
    press = Image.fromarray(LEAF).convert("CMYK")
    inverted = Image.merge("CMYK", [band.point(lambda value: 255 - value) for band in press.split()])
    data = drawn.encoded(inverted)  # Pillow inverts what it writes, so this file holds plain values
    at = data.index(b"\xff\xee")
    (length,) = struct.unpack(">H", data[at + 2 : at + 4])
    assert data[at + 4 : at + 9] == b"Adobe"
    assert close(read_photo("press", data[:at] + data[at + 2 + length :]).image, LEAF)


def test_a_colour_profile_is_followed_unless_it_is_srgb_or_broken() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for profile in (srgb, b"\x00" * 200):
        assert close(read_photo("leaf", drawn.encoded(LEAF, "PNG", icc_profile=profile)).image, LEAF, 0.5)
    renamed = srgb.replace("sRGB".encode("utf-16-be"), "swap".encode("utf-16-be"))
    swapped = renamed.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")
    for kind in ("PNG", "JPEG"):
        image = read_photo("leaf", drawn.encoded(LEAF, kind, icc_profile=swapped)).image
        assert close(image, LEAF[..., ::-1])


@pytest.mark.parametrize("highest", [255, 4095, 65535])
def test_deep_grey_is_scaled_by_the_bits_it_uses(highest: int) -> None:
    grey = np.linspace(0, highest, 200 * 100).reshape(100, 200).astype(np.uint16)
    for kind in ("PNG", "TIFF"):
        image = read_photo("deep", drawn.encoded(Image.fromarray(grey), kind)).image
        assert close(image[..., 0], grey / highest * 255, 1.0)


def test_real_numbers_and_not_numbers() -> None:
    values = np.linspace(0, 1, 200 * 100, dtype=np.float32).reshape(100, 200)
    values[3, 3] = np.nan
    image = read_photo("real", drawn.encoded(Image.fromarray(values), "TIFF")).image
    assert close(image[..., 0], np.nan_to_num(values) * 255, 1.0)


def test_colour_of_16_bits() -> None:
    wide = LEAF.astype(">u2") * 257
    rows = b"".join(b"\x00" + row.tobytes() for row in wide)
    header = struct.pack(">IIBBBBB", 320, 240, 16, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    assert close(read_photo("wide.png", data).image, LEAF, 1.0)


def test_transparent_parts_are_white() -> None:
    alpha = Image.fromarray((drawn.leaf_mask(320, 240) * 255).astype(np.uint8))
    cut = Image.fromarray(LEAF)
    cut.putalpha(alpha)
    palette = cut.quantize(64)
    for data in (drawn.encoded(cut, "PNG"), drawn.encoded(cut, "WEBP"), drawn.encoded(palette, "PNG")):
        photo = read_photo("cut", data)
        assert photo.image[0, 0].min() > 250
        assert close(photo.image[100:140, 150:170], LEAF[100:140, 150:170], 12)
        assert "white" in photo.notes[0]
    grey = Image.fromarray(LEAF).convert("LA")
    assert read_photo("grey", drawn.encoded(grey, "PNG")).notes == ()  # nothing is transparent in it


def test_grey_black_and_white_and_palette() -> None:
    grey = Image.fromarray(LEAF).convert("L")
    assert "grey" in read_photo("grey", drawn.encoded(grey)).notes[0]
    assert set(np.unique(read_photo("two", drawn.encoded(grey.convert("1"), "PNG")).image)) == {0, 255}
    assert close(read_photo("palette", drawn.encoded(Image.fromarray(LEAF).quantize(128), "PNG")).image, LEAF)


def test_only_the_first_of_several_pictures() -> None:
    first, second = Image.fromarray(LEAF), Image.new("RGB", (320, 240), "red")
    for kind, word in (("GIF", "picture"), ("WEBP", "picture"), ("PNG", "picture"), ("TIFF", "page")):
        photo = read_photo("many", drawn.encoded(first, kind, save_all=True, append_images=[second]))
        assert close(photo.image, LEAF, 12)
        assert any(word in note for note in photo.notes)


BAD = {
    b"": (Empty, "empty"),
    b"\x00" * 900: (Empty, "empty"),
    b"%PDF-1.7\nnothing": (WrongType, "PDF"),
    b"PK\x03\x04" + b"\x01" * 60: (WrongType, "ZIP"),
    b"late blight on my tomato, please help": (WrongType, "text file"),
    b"<!DOCTYPE html><html></html>": (WrongType, "web page"),
    b"<svg xmlns='http://www.w3.org/2000/svg'/>": (WrongType, "SVG"),
    b"MZ" + b"\x90\x00\x03" * 30: (WrongType, "program"),
    b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\x01" * 90: (WrongType, "Most Compatible"),
    b"\x00\x00\x00\x14ftypmp42\x00\x00\x00\x00isom" + b"\x01" * 90: (WrongType, "video"),
    bytes(range(1, 255)) * 9: (WrongType, "unknown"),
    b"GIF89a" + b"\x40\x01\xf0\x00\x00" + b"\x07" * 40: (Corrupt, "GIF"),
    b"\xff\xd8\xff\xe0 and then nothing": (Corrupt, "JPEG"),
    png_header(320, 240): (Corrupt, "PNG"),
    png_header(20_000, 20_000): (TooLarge, "pixels"),
    png_header(9_000, 9_000): (TooLarge, "9,000"),
    png_header(10_000, 3): (BadInput, "strip"),
}


@pytest.mark.parametrize("data", BAD, ids=lambda data: repr(data[:14]))
def test_one_sentence_for_everything_else(data: bytes) -> None:
    kind, word = BAD[data]
    with pytest.raises(kind, match=word) as caught:
        read_photo("my file.jpg", data)
    assert str(caught.value).startswith("my file.jpg ")


def test_avif_without_a_decoder_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "check", lambda name: False)
    with pytest.raises(WrongType, match="screenshot"):
        read_photo("leaf.avif", b"\x00\x00\x00\x18ftypavif\x00\x00\x00\x00mif1miaf" + b"\x01" * 90)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF"])
def test_a_file_cut_short_is_said_to_be_so(kind: str) -> None:
    data = drawn.encoded(LEAF, kind)
    for part in (0.3, 0.7):
        with pytest.raises(Corrupt, match="incomplete"):
            read_photo("cut", data[: int(part * len(data))])


def test_too_many_bytes() -> None:
    with pytest.raises(TooLarge, match="MB"):
        read_photo("huge.jpg", b"\xff\xd8\xff" + b"\x00" * (portal_settings().max_upload_mb << 20))


def test_a_text_bomb_in_a_png_is_refused() -> None:
    text = chunk(b"zTXt", b"note\x00\x00" + zlib.compress(b"\x00" * (64 << 20)))
    with pytest.raises(Corrupt):
        read_photo("bomb.png", png_header(320, 240)[:33] + text + png_header(320, 240)[33:])


def test_the_largest_picture_fits_in_a_worker() -> None:
    """Transparent palettes need the most memory: one byte for each pixel becomes four."""
    palette = Image.new("P", (7_600, 7_600), 3)
    palette.info["transparency"] = 0
    palette.putpalette([40, 90, 30] * 256)
    pool = WorkerPool(1, memory_mb=900, seconds=60)
    try:
        photo = pool.submit(read_photo, "largest.png", drawn.encoded(palette, "PNG", compress_level=1)).result()
        assert photo.shape == (LONGEST, LONGEST)
        with pytest.raises(Corrupt, match="Send the photo again"):
            pool.submit(read_photo, "cut.jpg", drawn.encoded(LEAF)[:900]).result()
    finally:
        pool.close()


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF", ""]), st.data())
def test_arbitrary_bytes_raise_nothing_but_portal_errors(noise: bytes, kind: str, draw: st.DataObject) -> None:
    data = bytearray(FILES[kind])
    at = draw.draw(st.integers(0, len(data)))
    data[at : at + len(noise)] = noise
    try:
        photo = read_photo("any", bytes(data))
    except PortalError:
        return
    assert len(photo.pixels) == 3 * photo.shape[0] * photo.shape[1]
    assert max(photo.shape) <= LONGEST


FILES = {kind: drawn.encoded(LEAF[::4, ::4], kind) for kind in ("JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF")} | {
    "": b""
}
