"""What happens when a graphics card has no memory left: smaller batches first, then the CPU, and a notice.

Works for any function over a sequence of items. Loads no torch; knows no model.
"""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")
NOTICE: Final = "The graphics card had no memory left, so this model answers on the CPU now: answers take longer."

log = logging.getLogger(__name__)


def out_of_memory(error: BaseException) -> bool:
    """Whether a device had no memory left; the CPU's own shortage is a `MemoryError` and not meant."""
    torch = sys.modules.get("torch")
    return torch is not None and isinstance(error, torch.OutOfMemoryError)


def within_memory(
    function: Callable[[Sequence[In]], Sequence[Out]], items: Sequence[In], to_cpu: Callable[[], object]
) -> list[Out]:
    """`function` over `items`, in halves when the device has no memory for all, by `to_cpu` when it has none for one.

    Parameters
    ----------
    function
        Maps items to as many results, in order; must give the same for a part as for the whole.
    to_cpu
        Moves the model; called at most once and before a last try. What it raises is raised.

    Raises
    ------
    torch.OutOfMemoryError
        Also on the CPU.
    """
    if found := _try(function, items):
        return found[0]
    half = len(items) // 2
    if half:
        log.warning("No memory for a batch of %d on the device: trying %d.", len(items), half)
        return [*within_memory(function, items[:half], to_cpu), *within_memory(function, items[half:], to_cpu)]
    log.warning("No memory for a single item on the device: moving the model to the CPU.")
    to_cpu()
    return list(function(items))


def _try(function: Callable[[Sequence[In]], Sequence[Out]], items: Sequence[In]) -> tuple[list[Out]] | None:
    """The results in a tuple, or None where the device had no memory.

    The error is let go here: its traceback holds the tensors that must be freed before the next try.
    """
    try:
        return (list(function(items)),)
    except RuntimeError as error:
        if not out_of_memory(error):
            raise
    free()
    return None


def free() -> None:
    """Give back what is kept for later."""
    gc.collect()
    torch = sys.modules.get("torch")
    if torch is not None and torch.cuda.is_available():
        torch.cuda.empty_cache()
