"""A request to the model that runs here, and how its answer is read while another thread writes it. Knows no model."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from models.batcher import LATE, answer_of
from models.language.types import Outcome
from tools.errors import TookTooLong

if TYPE_CHECKING:
    import torch
    from transformers import TextIteratorStreamer


@dataclass
class Request:
    """One answer to write: token numbers of the prompt, how long and how free, and where its pieces go."""

    prompt: torch.Tensor
    max_tokens: int
    temperature: float
    pieces: TextIteratorStreamer
    outcome: Outcome = field(default_factory=Outcome)
    stopped: threading.Event = field(default_factory=threading.Event)


class Pieces(Iterator[str]):
    """What the model writes. Closing or dropping it stops the model, or takes the request out of the queue."""

    def __init__(self, request: Request, future: Future[None], seconds: float) -> None:
        self._request, self._future, self._seconds = request, future, seconds

    def __next__(self) -> str:
        if self._request.stopped.is_set():
            raise StopIteration
        try:
            for piece in self._request.pieces:
                if piece:
                    text: str = piece
                    return text
        except queue.Empty:  # the model hangs: it is told to stop, should it ever come back
            self.close()
            raise TookTooLong(LATE.format(seconds=self._seconds)) from None
        if self._request.stopped.is_set():  # by another thread meanwhile
            raise StopIteration
        try:
            # raises what ended the answer; how it ended is written before it is done
            answer_of(self._future, self._seconds)
        finally:
            self._request.stopped.set()
        raise StopIteration

    def close(self) -> None:
        """Stop, from any thread."""
        self._request.stopped.set()
        self._future.cancel()
        self._request.pieces.text_queue.put(self._request.pieces.stop_signal)  # wakes a reader in another thread

    def __del__(self) -> None:
        self.close()
