"""A request for an answer in plain terms, as every wire format gets it. Knows no provider."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from models.language.types import Message

Part = Literal["temperature", "effort", "stop", "usage", "system"]
"""What a model may refuse to be told, and is then asked without."""

THINKING_TOKENS: Final = 2048  # room to think in, for providers that count thoughts as part of the answer
OPENING: Final = "…"  # the first turn must be the user's


@dataclass(frozen=True)
class Ask:
    """One request.

    `system` is empty, or told in one text; `turns` alternate and begin and end with the user wherever the conversation
    does. `temperature` is None where the model refuses one; `effort` is empty where the provider's own should hold.
    `usage`: whether to ask for a count of tokens.
    """

    model: str
    system: str
    turns: tuple[Message, ...]
    max_tokens: int
    temperature: float | None
    stop: tuple[str, ...]
    effort: str = ""
    usage: bool = True

    @property
    def limit(self) -> int:
        """Most tokens of the answer and the thoughts before it."""
        return self.max_tokens + (THINKING_TOKENS if self.effort else 0)

    def told(self) -> frozenset[Part]:
        """The optional parts that this request has."""
        has: dict[Part, bool] = {
            "temperature": self.temperature is not None,
            "effort": bool(self.effort),
            "stop": bool(self.stop),
            "usage": self.usage,
            "system": bool(self.system),
        }
        return frozenset(name for name, told in has.items() if told)

    def without(self, refused: frozenset[Part]) -> Ask:
        """The same request without what the model refuses; the system's words go into the first turn."""
        changes: dict[str, Any] = {}
        if "temperature" in refused:
            changes["temperature"] = None
        if "effort" in refused:
            changes["effort"] = ""
        if "stop" in refused:
            changes["stop"] = ()
        if "usage" in refused:
            changes["usage"] = False
        if "system" in refused and self.system:
            first, *others = self.turns or (Message("user", ""),)
            told = Message("user", f"{self.system}\n\n{first.content}".strip())
            changes |= {"system": "", "turns": (told, *others)}
        return replace(self, **changes)


def system_and_turns(messages: Sequence[Message]) -> tuple[str, tuple[Message, ...]]:
    """The system's words as one text, and the other turns as APIs want them.

    Neighbours of one role become one turn, empty ones go, and the user speaks first.
    """
    system = "\n\n".join(one.content for one in messages if one.role == "system" and one.content.strip())
    turns: list[Message] = []
    for one in messages:
        if one.role == "system" or not one.content.strip():
            continue
        if turns and turns[-1].role == one.role:
            turns[-1] = Message(one.role, f"{turns[-1].content}\n\n{one.content}")
        else:
            turns.append(one)
    if turns and turns[0].role == "assistant":
        turns.insert(0, Message("user", OPENING))
    return system, tuple(turns)
