"""Takes a diagnosed photo's result and the advice for it to the assistant; the photo itself stays here."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from tools.crop.advice import advice, class_name
from tools.crop.batch import Item
from tools.crop.types import Language
from tools.crop.verdict import verdict
from tools.ui.ask import ask_about


def ask(item: Item, shown: Language) -> None:
    """A button, where there is an answer."""
    answer = item.answer
    if answer is None or not answer.predictions:
        return
    first = answer.predictions[0].class_id
    told = verdict(answer, shown)

    def result() -> dict[str, Any]:
        found = {"verdict": told.headline, "details": told.details, **answer.to_dict()}
        if answer.status == "diagnosed":
            found |= {"condition": class_name(first, shown), "advice": asdict(advice(first, shown))}
        return found

    title = class_name(first, shown) if answer.status == "diagnosed" else item.name
    ask_about("crop", title, result, key=item.key)
