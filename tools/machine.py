"""The machine that the portal runs on, as the status page shows it: memory, cores, device, disk. Loads no torch.

A GPU is asked only when a model has brought torch into the process already.
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

import psutil

MIB: Final = 1024 * 1024


@dataclass(frozen=True)
class Gpu:
    """A CUDA card: its name, and its memory in MiB."""

    name: str
    used_mib: float
    total_mib: float


@dataclass(frozen=True)
class Machine:
    """One look at the process and its machine. Sizes in MiB; `up_seconds` counts from the start of the process.

    `workers_mib` is what the processes take that read files; `torch` says whether it is loaded.
    """

    process_mib: float
    workers_mib: float
    free_mib: float
    total_mib: float
    cores: int
    load: float
    disk_free_mib: float
    up_seconds: float
    torch: bool
    gpu: Gpu | None
    python: str
    streamlit: str


def look(folder: Path) -> Machine:
    """The machine as it is now; `folder` tells which disk is meant."""
    process = psutil.Process()
    memory = psutil.virtual_memory()
    return Machine(
        process_mib=process.memory_info().rss / MIB,
        workers_mib=sum(_resident(child) for child in process.children(recursive=True)) / MIB,
        free_mib=memory.available / MIB,
        total_mib=memory.total / MIB,
        cores=os.cpu_count() or 1,
        load=psutil.getloadavg()[0],
        disk_free_mib=shutil.disk_usage(_existing(folder)).free / MIB,
        up_seconds=time.time() - process.create_time(),
        torch="torch" in sys.modules,
        gpu=_gpu(),
        python=platform.python_version(),
        streamlit=version("streamlit"),
    )


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:  # it ended meanwhile
        return 0


def _existing(folder: Path) -> Path:
    return next(place for place in (folder, *folder.parents) if place.exists())


def _gpu() -> Gpu | None:
    if "torch" not in sys.modules:
        return None
    import torch

    if not torch.cuda.is_available():
        return None
    free, total = torch.cuda.mem_get_info()
    return Gpu(torch.cuda.get_device_name(0), (total - free) / MIB, total / MIB)
