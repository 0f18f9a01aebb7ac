"""Calls into pdfium that are made thousands of times a page, without the price of the Python wrapper."""

from __future__ import annotations

import ctypes
from typing import Any


def quick(function: Any, result: Any, *arguments: Any) -> Any:
    """The same C function with plain integers for pointers and without letting go of the interpreter lock.

    Each call takes well under a microsecond: checks and lock would cost several times the work itself.
    """
    return ctypes.PYFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value or 0)


def address(pointer: Any) -> int:
    """The address that a ctypes pointer holds; 0 for a null pointer."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0
