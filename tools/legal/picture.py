"""One page of a document as a picture: the proof highlighted, what is personal covered. Runs in a worker process."""

from __future__ import annotations

from tools.documents import Box, render_page

SCALE = 1.6  # pixels a point: sharp enough to read on a laptop, small enough to send


def picture(name: str, data: bytes, number: int, highlights: list[Box], covers: list[Box]) -> bytes:
    """Page `number` (from 1) of one file as PNG.

    Parameters
    ----------
    highlights, covers
        Boxes in points to mark in amber and to hide under grey bars.

    Raises
    ------
    PortalError
        The page does not exist or cannot be drawn.
    """
    return render_page(name, data, number, scale=SCALE, highlights=highlights, boxes_to_hide=covers)
