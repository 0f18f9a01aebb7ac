"""What a sentiment classifier is to its callers. Importing this loads no torch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol, get_args

Label = Literal["positive", "neutral", "negative"]
LABELS: Final[tuple[Label, ...]] = get_args(Label)


@dataclass(frozen=True)
class Probabilities:
    """How likely a headline is good, indifferent or bad news for a company; the three sum to one."""

    positive: float
    neutral: float
    negative: float

    @property
    def label(self) -> Label:
        """The likeliest; of equally likely ones neutral."""
        likeliest = max(self.positive, self.negative)
        if self.neutral >= likeliest or self.positive == self.negative:
            return "neutral"
        return "positive" if self.positive > self.negative else "negative"

    @property
    def probability(self) -> float:
        """That of `label`."""
        found: float = getattr(self, self.label)
        return found


class SentimentClassifier(Protocol):
    """Tells how headlines speak about companies. Safe to call from many threads.

    `label` names the model for the user and says where its weights came from; `device` says where it runs.
    """

    @property
    def label(self) -> str:
        """The model's name and where its weights came from."""
        ...

    @property
    def device(self) -> str:
        """``cpu`` or ``cuda``."""
        ...

    def classify(self, pairs: Sequence[tuple[str, str]]) -> list[Probabilities]:
        """For each (title, entity) how the title speaks about the entity, in order.

        The same pair always gives the same answer, whatever else is asked with it. An entity that the title does not
        name is taken as what the whole title is about.

        Raises
        ------
        QueueFull
            Too many requests wait.
        """
        ...
