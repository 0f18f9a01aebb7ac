"""What answering needs of others: how tokens are counted and priced, and the portal's own help.

The one place where they meet. `tools.chat` imports no provider: pages and the command line hand these in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from models.language.tokens import estimated_tokens
from models.language.types import ChatModel, Usage
from tools.chat.trimming import Count
from tools.chat.types import Answer, Engine

Tongue = Literal["en", "hi"]


class Priced(Protocol):
    """A model's price."""

    def cost(self, usage: Usage) -> float:
        """US dollars for an answer."""
        ...


def _no_price(provider: str, model: str) -> Priced | None:  # noqa: ARG001 (whoever knows prices asks for both)
    return None


def _no_help(question: str, language: Tongue) -> Answer | None:  # noqa: ARG001 (as above)
    return None


@dataclass(frozen=True)
class Aids:
    """How tokens of a text are counted, what a provider's model costs, and what the portal's help says, if anything."""

    count: Count = estimated_tokens
    price: Callable[[str, str], Priced | None] = _no_price
    help: Callable[[str, Tongue], Answer | None] = _no_help


def counter_of(model: ChatModel | None, otherwise: Count) -> Count:
    """How a model's tokens are counted: by its own vocabulary where it has one here, else as `otherwise` does."""
    own: Count | None = getattr(model, "count", None)
    return own or otherwise


def engine_of(model: ChatModel) -> tuple[Engine, str]:
    """Who a model is: its engine, and the provider's name for it; a local one has its label."""
    key = getattr(getattr(model, "provider", None), "key", "local")
    hosted: dict[str, Engine] = {
        "openai": "openai",
        "anthropic": "anthropic",
        "gemini": "gemini",
        "compatible": "compatible",
    }
    return hosted.get(key, "local"), str(getattr(model, "model", "") or model.label)
