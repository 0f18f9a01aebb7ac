"""An instruction-following language model that runs here, by transformers: its answer comes piece by piece.

Sessions share it through a queue, one answer at a time. It does not know whether an answer is true.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import torch

from models.batcher import Batcher, Queued
from models.device import device
from models.language.checkpoint import INSTEAD, context_length, find, load, without_special_tokens
from models.language.local_reading import Pieces, Request
from models.language.stopping import until
from models.language.thinking import OPEN, without_thoughts
from models.language.types import ChatModel, Message, Reply, Usage
from models.memory import free
from models.weights import Weights
from tools.errors import ModelUnavailable, TooLarge
from tools.settings import settings

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

CONTEXT: Final = 32_768  # tokens held where the configuration does not say; more would fill the memory
NO_TEMPLATE: Final = "{name} has no chat template: set an instruction-tuned PORTAL_LANGUAGE_MODEL. " + INSTEAD
NO_MEMORY: Final = (
    "The graphics card has no memory left for this answer: ask for less text at once, or choose another model."
)
TOO_LONG: Final = "The text is too long for {name} ({tokens} of {most} tokens): choose fewer pages."


def load_language() -> ChatModel | None:
    """The model that the settings name; None when they name none.

    Raises
    ------
    ModelUnavailable
        It cannot be found or loaded, or is no chat model.
    """
    wanted = settings()
    weights = find(wanted.language_model, wanted.language_revision)
    return LocalChat(weights) if weights else None


class LocalChat(Queued[Request, None]):
    """A chat model behind a queue (`models.language.types.ChatModel`).

    Parameters
    ----------
    weights
        The checkpoint's folder: safetensors, tokenizer and its chat template.

    Raises
    ------
    ModelUnavailable
        It cannot be loaded or has no chat template.
    """

    def __init__(self, weights: Weights) -> None:
        from transformers import AutoModelForCausalLM

        self._tokenizer, self._model = load(weights, AutoModelForCausalLM)
        if not self._tokenizer.chat_template:
            raise ModelUnavailable(NO_TEMPLATE.format(name=weights.name))
        self._name, self._source = weights.name, weights.source
        self._context = context_length(self._model, CONTEXT)
        self._special_tokens = [*self._tokenizer.all_special_tokens, *self._tokenizer.get_added_vocab()]
        self._ends = _ends(self._model, self._tokenizer)
        self._seconds = settings().language_seconds
        self._batcher = Batcher(self._answer, max_batch=1, queue_size=settings().queue_size, name="language-model")

    @property
    def label(self) -> str:
        """The model's name and where its weights came from."""
        return f"{self._name} ({self._source})"

    @property
    def device(self) -> str:
        """``cpu`` or ``cuda``."""
        return device().kind

    @property
    def context(self) -> int:
        """Tokens that the model can hold, question and answer together."""
        return self._context

    def count(self, text: str) -> int:
        """Tokens of `text` by the model's own vocabulary."""
        tokenizer: Any = self._tokenizer
        return len(tokenizer.encode(text, add_special_tokens=False))

    def stream(
        self,
        messages: Sequence[Message],
        *,
        max_tokens: int = 512,
        temperature: float = 0.0,
        stop: Sequence[str] = (),
    ) -> Reply:
        """The answer, piece by piece; who stops reading stops the model. A temperature of 0 takes the likeliest word.

        It ends before any of the texts in `stop`, which stops the model too.

        Raises
        ------
        TooLarge
            The messages and `max_tokens` are more than the model can hold.
        QueueFull
            Too many answers wait.
        TookTooLong
            The model had no time within `language_seconds` of the settings.
        """
        from transformers import TextIteratorStreamer

        prompt = self._prompt(messages)
        if prompt.shape[1] + max_tokens > self._context:
            raise TooLarge(TOO_LONG.format(name=self._name, tokens=prompt.shape[1] + max_tokens, most=self._context))
        tokenizer: Any = self._tokenizer
        plain: Any = {"skip_special_tokens": True}
        pieces = TextIteratorStreamer(tokenizer, skip_prompt=True, timeout=max(0.0, self._seconds), **plain)
        request = Request(prompt, max_tokens, temperature, pieces)
        future = self._batcher.submit(request, deadline_s=self._seconds)
        # whatever ends the request (an error, a deadline) must wake the reader
        future.add_done_callback(lambda _: pieces.text_queue.put(pieces.stop_signal))
        read = Pieces(request, future, self._seconds)
        return Reply(
            until(without_thoughts(read, begun=self._thinks(prompt)), stop),
            request.outcome,
            ahead=partial(self._batcher.ahead, future),
            halt=read.close,
        )

    def _thinks(self, prompt: torch.Tensor) -> bool:
        """Whether the template itself opens the model's thoughts at the end of the prompt."""
        tokenizer: Any = self._tokenizer
        return str(tokenizer.decode(prompt[0, -8:])).rstrip().endswith(OPEN)

    def _prompt(self, messages: Sequence[Message]) -> torch.Tensor:
        """Token numbers, (1, length), by the model's own template; special tokens inside a message are taken out."""
        import jinja2

        turns = [
            {"role": turn.role, "content": without_special_tokens(turn.content, self._special_tokens)}
            for turn in messages
        ]
        try:
            return self._template(turns)
        except jinja2.TemplateError:  # templates that know no system role raise it
            return self._template(_system_into_user(turns))

    def _template(self, turns: list[dict[str, str]]) -> torch.Tensor:
        tokenizer: Any = self._tokenizer
        encoded = tokenizer.apply_chat_template(
            turns, add_generation_prompt=True, tokenize=True, return_tensors="pt", return_dict=True,
            enable_thinking=False,  # templates that do not know it ignore it
        )  # fmt: skip
        found: torch.Tensor = encoded["input_ids"]
        return found

    def _answer(self, requests: Sequence[Request]) -> list[None]:
        for request in requests:
            if not request.stopped.is_set():
                self._within_memory(request)
        return [None] * len(requests)

    def _within_memory(self, request: Request) -> None:
        """An answer that has begun cannot begin again elsewhere, so without memory there is a sentence instead."""
        try:
            self._generate(request)
            return
        except torch.OutOfMemoryError:
            pass  # the error is let go, and with it the tensors that it holds
        free()
        raise ModelUnavailable(NO_MEMORY)

    @torch.inference_mode()
    def _generate(self, request: Request) -> None:
        model: Any = self._model
        until = time.monotonic() + self._seconds
        sampled = request.temperature > 0
        greedy = {"temperature": None, "top_p": None, "top_k": None}
        choice = {"temperature": request.temperature} if sampled else greedy
        prompt = request.prompt.to(model.device)

        def over(tokens: torch.Tensor, _: Any, **__: Any) -> torch.Tensor:
            done = request.stopped.is_set() or time.monotonic() > until
            return torch.full((tokens.shape[0],), done, device=tokens.device, dtype=torch.bool)

        tokens = model.generate(
            input_ids=prompt,
            attention_mask=torch.ones_like(prompt),
            max_new_tokens=request.max_tokens,
            max_length=None,
            do_sample=sampled,
            streamer=request.pieces,
            stopping_criteria=[over],
            pad_token_id=self._tokenizer.pad_token_id,
            **choice,
        )[0, prompt.shape[1] :]
        request.outcome.usage = Usage(prompt.shape[1], len(tokens))
        if not request.stopped.is_set() and int(tokens[-1]) not in self._ends:
            request.outcome.ended = "length"  # of tokens or of time


def _ends(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase) -> frozenset[int]:
    """Numbers of the tokens that end an answer."""
    known: Any = getattr(model.generation_config, "eos_token_id", None)
    ends = known if isinstance(known, list) else [known, tokenizer.eos_token_id]
    return frozenset(number for number in ends if number is not None)


def _system_into_user(turns: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """The same turns with the system's words at the head of the first user turn."""
    system = "\n\n".join(turn["content"] for turn in turns if turn["role"] == "system")
    others = [dict(turn) for turn in turns if turn["role"] != "system"]
    if system and others:
        others[0]["content"] = f"{system}\n\n{others[0]['content']}"
    return others
