"""Any demo's saved result, put into what a reader can take in: single facts, texts, tables. Knows no demo."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

LONG: Final = 160  # characters from which a value is a text of its own
ROWS: Final = 200  # of one table
PATHS: Final = 2000  # values of one result that are compared

Path = tuple[str, ...]


@dataclass
class Shape:
    """A result by kind of content; every entry has the keys that lead to it."""

    facts: list[tuple[Path, Any]] = field(default_factory=list)
    texts: list[tuple[Path, str]] = field(default_factory=list)
    tables: list[tuple[Path, list[dict[str, Any]]]] = field(default_factory=list)


def shape_of(result: Mapping[str, Any]) -> Shape:
    """`result` sorted into facts, texts and tables, in its own order."""
    shape = Shape()
    _sort(result, (), shape)
    return shape


def _sort(value: Any, path: Path, shape: Shape) -> None:
    if isinstance(value, Mapping):
        if len(value) > 1 and all(isinstance(each, Mapping) for each in value.values()):
            shape.tables.append((path, [{"": str(key), **_row(each)} for key, each in list(value.items())[:ROWS]]))
            return
        for key, each in value.items():
            _sort(each, (*path, str(key)), shape)
    elif _is_list(value) and any(isinstance(each, Mapping) for each in value):
        shape.tables.append((path, [_row(each) for each in value[:ROWS]]))
    elif _is_list(value):
        if value:
            _sort(", ".join(str(each) for each in value), path, shape)
    elif isinstance(value, str) and len(value) > LONG:
        shape.texts.append((path, value))
    else:
        shape.facts.append((path, value))


def _row(value: Any) -> dict[str, Any]:
    """One line of a table: what lies deeper is written out in its cell."""
    if not isinstance(value, Mapping):
        return {"": str(_cell(value))}
    return {str(key): _cell(each) for key, each in value.items()}


def _cell(value: Any) -> Any:
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_cell(each)}" for key, each in value.items())
    if _is_list(value):
        return " · ".join(str(_cell(each)) for each in value)
    return value


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, (str, bytes))


@dataclass(frozen=True)
class Line:
    """One value of two results; `missing` stands for a key that one of them does not have."""

    path: Path
    first: Any
    second: Any

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
