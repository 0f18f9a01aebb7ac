"""Where models run and in which number format, decided once for the whole process. Knows no model."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from tools.errors import ModelUnavailable
from tools.settings import settings

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True)
class Device:
    """A place to run: `kind` "cpu" or "cuda", `dtype` "float32", "float16" or "bfloat16", and a name to show."""

    kind: str
    dtype: str
    label: str

    @property
    def torch_dtype(self) -> torch.dtype:
        """The dtype as torch knows it."""
        import torch

        found: torch.dtype = getattr(torch, self.dtype)
        return found


CPU: Final = Device("cpu", "float32", "CPU")


def cpu_threads() -> int:
    """Intra-op threads that all models on the CPU share: the setting, else half the cores.

    Two sessions that each run a two-thread operation on two cores were measured 40 times slower than with one
    thread each, so the budget stays below the number of cores.
    """
    return settings().cpu_threads or max(1, (os.cpu_count() or 1) // 2)


@lru_cache(maxsize=1)
def device() -> Device:
    """The process's device. Loads torch.

    Raises
    ------
    ModelUnavailable
        `PORTAL_DEVICE=cuda` and there is no CUDA device.
    """
    import torch

    wanted = settings().device
    if wanted != "cpu" and torch.cuda.is_available():
        dtype = "bfloat16" if torch.cuda.is_bf16_supported() else "float16"
        return Device("cuda", dtype, torch.cuda.get_device_name(0))
    if wanted == "cuda":
        raise ModelUnavailable("PORTAL_DEVICE is cuda, but no CUDA device is present: set it to auto or cpu.")
    torch.set_num_threads(cpu_threads())
    return CPU
