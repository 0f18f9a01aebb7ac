"""Any demo's saved result, put into what a reader can take in: single facts, texts, tables. Knows no demo."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

LONG: Final = 160  # characters from which a value is a text of its own
ROWS: Final = 200  # of one table
PATHS: Final = 2000  # values of one result that are compared

Path = tuple[str, ...]


Told = Callable[[Any, str], str]


@dataclass
class Shape:
    """A result by kind of content; every entry has the keys that lead to it."""

    facts: list[tuple[Path, Any]] = field(default_factory=list)
    texts: list[tuple[Path, str]] = field(default_factory=list)
    tables: list[tuple[Path, list[dict[str, Any]]]] = field(default_factory=list)


def shape_of(
    result: Mapping[str, Any], label: Callable[[str], str] = str, told: Told = lambda value, _key: str(value)
) -> Shape:
    """`result` sorted into facts, texts and tables, in its own order.

    Where several values become one text, `label` says their keys and `told` each value, which stands under a key.
    """
    shape = Shape()
    _Sorter(shape, label, told).sort(result, ())
    return shape


@dataclass(frozen=True)
class _Sorter:
    """Fills a shape."""

    shape: Shape
    label: Callable[[str], str]
    told: Told

    def sort(self, value: Any, path: Path) -> None:
        shape = self.shape
        if isinstance(value, Mapping):
            if len(value) > 1 and all(isinstance(each, Mapping) for each in value.values()):
                rows = [{"": str(key), **self._row(each)} for key, each in list(value.items())[:ROWS]]
                shape.tables.append((path, rows))
                return
            for key, each in value.items():
                self.sort(each, (*path, str(key)))
        elif _is_list(value) and any(isinstance(each, Mapping) for each in value):
            shape.tables.append((path, [self._row(each) for each in value[:ROWS]]))
        elif _is_list(value):
            if value:
                self.sort(", ".join(self.told(each, path[-1]) for each in value), path)
        elif isinstance(value, str) and len(value) > LONG:
            shape.texts.append((path, value))
        else:
            shape.facts.append((path, value))

    def _row(self, value: Any) -> dict[str, Any]:
        """One line of a table: what lies deeper is written out in its cell."""
        if not isinstance(value, Mapping):
            return {"": str(self._cell(value, ""))}
        return {str(key): self._cell(each, str(key)) for key, each in value.items()}

    def _cell(self, value: Any, key: str) -> Any:
        if isinstance(value, Mapping):
            return "; ".join(f"{self.label(str(name))}: {self._said(each, str(name))}" for name, each in value.items())
        return " · ".join(self._said(each, key) for each in value) if _is_list(value) else value

    def _said(self, value: Any, key: str) -> str:
        deeper = isinstance(value, Mapping) or _is_list(value)
        return str(self._cell(value, key)) if deeper else self.told(value, key)


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, (str, bytes))


@dataclass(frozen=True)
class Line:
    """One value of two results; `missing` stands for a key that one of them does not have."""

    path: Path
    first: Any
    second: Any

    @property
    def key(self) -> str:
        """The last name that leads to the value; a number is its place in a list."""
        return next((part for part in reversed(self.path) if not part.isdigit()), "")

    @property
    def differs(self) -> bool:
        """Whether the two are not the same."""
        return bool(self.first != self.second)


def compared(first: Mapping[str, Any], second: Mapping[str, Any]) -> tuple[Line, ...]:
    """Every value of either result beside that of the other, in the first one's order; None where it has none."""
    left, right = dict(_values(first, ())), dict(_values(second, ()))
    paths = [*left, *(path for path in right if path not in left)][:PATHS]
    return tuple(Line(path, left.get(path), right.get(path)) for path in paths)


def _values(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _values(each, (*path, str(key)))
    elif _is_list(value):
        for number, each in enumerate(value, 1):
            yield from _values(each, (*path, str(number)))
    else:
        yield path, value
