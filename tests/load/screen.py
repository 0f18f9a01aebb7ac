"""What a tab shows: the elements that Streamlit's messages draw, kept by their place on the page.

Knows the elements' shapes alone: no socket, no timer, no page of the portal.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

Path = tuple[int, ...]


@dataclass(frozen=True)
class Drawn:
    """An element as the tab remembers it: kind, widget id and key, words, fragment, and what one may choose from."""

    kind: str
    id: str
    key: str
    text: str
    fragment: str
    options: tuple[str, ...] = ()


@dataclass
class Screen:
    """The elements on the page now, each by its place; `errors` holds the texts of error boxes ever drawn."""

    drawn: dict[Path, Drawn] = field(default_factory=dict, init=False)
    errors: list[str] = field(default_factory=list, init=False)
    _touched: set[Path] = field(default_factory=set, init=False, repr=False)
    _fragments: set[str] = field(default_factory=set, init=False, repr=False)  # that run now; none for a whole page

    def find(self, key: str) -> Drawn:
        """The widget whose key begins with `key`."""
        found = next((one for one in self.drawn.values() if one.id and one.key.startswith(key)), None)
        if found is None:
            raise LookupError(f"no widget {key!r} among {sorted({one.key for one in self.drawn.values() if one.id})}")
        return found

    def has(self, key: str) -> bool:
        """Whether a widget's key begins with `key`."""
        return any(one.id and one.key.startswith(key) for one in self.drawn.values())

    def shows(self, kind: str) -> bool:
        """Whether an element of this kind is drawn."""
        return any(one.kind == kind for one in self.drawn.values())

    def texts(self) -> list[str]:
        """All words on the page that came as text."""
        return [one.text for one in self.drawn.values() if one.text]

    def tabs(self, key: str) -> list[str]:
        """The names of the tabs in the container whose key begins with `key`."""
        container = next(place for place, one in self.drawn.items() if one.id and one.key.startswith(key))
        return [one.text for place, one in self.drawn.items() if place[:-1] == container and one.kind == "block tab"]

    def begin(self, fragments: Collection[str]) -> None:
        """A run begins: of these fragments, or of the whole page."""
        self._touched, self._fragments = set(), set(fragments)

    def draw(self, message: ForwardMsg) -> None:
        """Put a delta's element at its place."""
        place = tuple(message.metadata.delta_path)
        delta = message.delta
        kind = delta.WhichOneof("type")
        self._touched.add(place)
        if kind == "add_block":
            name = delta.add_block.WhichOneof("type") or "vertical"
            self.drawn[place] = _drawn(f"block {name}", getattr(delta.add_block, name), delta.fragment_id)
        elif kind == "new_element":
            name = delta.new_element.WhichOneof("type") or "empty"
            body = getattr(delta.new_element, name)
            self.drawn[place] = _drawn(name, body, delta.fragment_id)
            if name == "exception" or (name == "alert" and body.format == body.ERROR):
                self.errors.append(str(getattr(body, "body", "") or getattr(body, "message", "")))

    def forget_old(self) -> None:
        """After a run: what it did not draw is gone.

        After a fragment's run only what the fragment drew before, and what stands inside of that.
        """
        gone: set[Path] = set()
        for place, one in sorted(self.drawn.items()):  # a container comes before what it holds
            inside = any(place[:deep] in gone for deep in range(1, len(place)))
            if place not in self._touched and (inside or not self._fragments or one.fragment in self._fragments):
                gone.add(place)
        for place in gone:
            del self.drawn[place]


def _drawn(kind: str, body: Any, fragment: str) -> Drawn:
    """What is kept of an element. A widget's id is ``$$ID-hash-key``; one without a key goes by its label."""
    id_ = str(getattr(body, "id", "") or "")
    label = str(getattr(body, "label", "") or "")
    key = id_.split("-", 2)[2] if id_.count("-") >= 2 else ""
    text = str(getattr(body, "body", "") or getattr(body, "text", "") or label)
    options = tuple(one.content for one in body.options) if kind == "button_group" else ()
    return Drawn(kind, id_, label if key in ("", "None") else key, text, fragment, options)
