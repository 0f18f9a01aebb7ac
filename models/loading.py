"""Loading a model beside whoever asks for it: the asking has a limit of time, the loading goes on for who asks next.

Knows no model, no page and no cache.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Final, TypeVar

from tools.errors import ModelUnavailable
from tools.settings import settings

STILL_LOADING: Final = "The model is still being loaded: try again in a minute."
Model = TypeVar("Model")


def begin(load: Callable[[], Model], name: str) -> Future[Model]:
    """Load on a thread of that name."""
    loader = ThreadPoolExecutor(1, thread_name_prefix=name)
    future = loader.submit(load)
    loader.shutdown(wait=False)
    return future


def waited(loading: Future[Model], seconds: float | None = None) -> Model:
    """The loaded model.

    Parameters
    ----------
    seconds
        How long to wait; `load_seconds` of the settings when not given.

    Raises
    ------
    ModelUnavailable
        It is still being loaded, or cannot be; what loading raised is raised.
    """
    try:
        return loading.result(settings().load_seconds if seconds is None else seconds)
    except TimeoutError:
        if loading.done():
            return loading.result()
        raise ModelUnavailable(STILL_LOADING) from None
