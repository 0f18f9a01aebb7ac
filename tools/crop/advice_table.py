"""The form of the advice files (`data/crop/*.toml`, one per crop): their types, reading and checking.

The texts are written and checked by hand. This module knows their form alone: not whether a sentence is right.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, cast, get_args

from models.leaf.types import crop_of
from tools.crop.types import Language

Kind = Literal["fungus", "oomycete", "bacteria", "virus", "insect", "mite", "deficiency", "mixed", "healthy"]

OTHER_FILES = frozenset({"labels.toml"})  # in the folder, but not a crop's: names that public data sets give to classes
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True)
class Source:
    """Where a statement can be looked up; `read` says whether the authors of the texts opened it."""

    name: str
    read: bool


@dataclass(frozen=True)
class Advice:
    """All that is said about one condition in one language: plain sentences, no doses, no brand names.

    `chemical` names active ingredients, and goes with `STANDING`. `tell_apart` and `note` may be empty.
    """

    name: str
    what: str
    recognise: tuple[str, ...]
    tell_apart: str
    now: tuple[str, ...]
    prevent: tuple[str, ...]
    organic: tuple[str, ...]
    chemical: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Condition:
    """One class of the detector: its cause, what it is confused with (class ids), sources, and the texts.

    `agent` is the Latin name, empty for a healthy crop.
    """

    class_id: str
    kind: Kind
    agent: str
    look_alikes: tuple[str, ...]
    sources: tuple[Source, ...]
    en: Advice
    hi: Advice

    @property
    def crop(self) -> str:
        """The crop's id."""
        return crop_of(self.class_id)

    def advice(self, language: Language) -> Advice:
        """The texts in `language`."""
        return self.hi if language == "hi" else self.en


@dataclass(frozen=True)
class Table:
    """Everything in a folder of advice files: names of the crops, and the conditions by class id."""

    crops: Mapping[str, Mapping[Language, str]]
    conditions: Mapping[str, Condition]


def read_table(folder: Path) -> Table:
    """Reads and checks all advice files (`*.toml`, one per crop) of a folder.

    Raises
    ------
    ValueError
        A file is not as `data/crop/README.md` says; the message names file, section and key.
    """
    names: dict[str, Mapping[Language, str]] = {}
    conditions: dict[str, Condition] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.name in OTHER_FILES:
            continue
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ValueError(f"{path.name}: not a TOML file in UTF-8: {error}") from error
        crop = _section(content, "crop", path.name)
        names[path.stem] = {language: _text(crop, language, f"{path.name} [crop]") for language in LANGUAGES}
        for section in content.keys() - {"crop"}:
            class_id = f"{path.stem}__{section}"
            conditions[class_id] = _condition(class_id, _section(content, section, path.name))
    _check_look_alikes(conditions)
    return Table(names, {class_id: conditions[class_id] for class_id in sorted(conditions)})


def _condition(class_id: str, content: Mapping[str, Any]) -> Condition:
    kind = _text(content, "kind", class_id)
    if kind not in get_args(Kind):
        raise ValueError(f"{class_id}: kind is “{kind}”, not one of {', '.join(get_args(Kind))}.")
    sources = content.get("sources")
    if not isinstance(sources, list) or not sources:
        raise ValueError(f"{class_id}: sources must be a list with at least one source.")
    english, hindi = (
        _advice(_section(content, language, class_id), f"{class_id} [{language}]") for language in LANGUAGES
    )
    _check_same_form(class_id, english, hindi)
    return Condition(
        class_id=class_id,
        kind=cast(Kind, kind),
        agent=_text(content, "agent", class_id, may_be_empty=kind == "healthy"),
        look_alikes=_texts(content, "look_alikes", class_id),
        sources=tuple(_source(source, class_id) for source in sources),
        en=english,
        hi=hindi,
    )


def _advice(content: Mapping[str, Any], where: str) -> Advice:
    unknown = content.keys() - {field.name for field in fields(Advice)}
    if unknown:
        raise ValueError(f"{where}: unknown key {', '.join(sorted(unknown))}.")
    return Advice(
        name=_text(content, "name", where),
        what=_text(content, "what", where),
        recognise=_texts(content, "recognise", where),
        tell_apart=_text(content, "tell_apart", where, may_be_empty=True),
        now=_texts(content, "now", where),
        prevent=_texts(content, "prevent", where),
        organic=_texts(content, "organic", where),
        chemical=_texts(content, "chemical", where),
        note=_text(content, "note", where, may_be_empty=True),
    )


def _check_same_form(class_id: str, english: Advice, hindi: Advice) -> None:
    """Both languages must say the same things: lists of one length, texts empty in both or in neither."""
    for field in fields(Advice):
        ours, theirs = getattr(english, field.name), getattr(hindi, field.name)
        if isinstance(ours, tuple) and len(ours) != len(theirs):
            raise ValueError(f"{class_id}: {field.name} has {len(ours)} items in English, {len(theirs)} in Hindi.")
        if bool(ours) != bool(theirs):
            raise ValueError(f"{class_id}: {field.name} is empty in one language only.")


def _check_look_alikes(conditions: Mapping[str, Condition]) -> None:
    for class_id, found in conditions.items():
        for other in found.look_alikes:
            if other == class_id or other not in conditions:
                raise ValueError(f"{class_id}: the look-alike “{other}” is not another known class.")


def _source(content: object, where: str) -> Source:
    if not isinstance(content, dict) or not isinstance(content.get("read"), bool):
        raise ValueError(f"{where}: a source needs a name, and read = true or false.")
    return Source(_text(content, "name", where), content["read"])


def _section(content: Mapping[str, Any], key: str, where: str) -> Mapping[str, Any]:
    section = content.get(key)
    if not isinstance(section, dict):
        raise ValueError(f"{where}: the section [{key}] is missing.")
    return section


def _text(content: Mapping[str, Any], key: str, where: str, *, may_be_empty: bool = False) -> str:
    value = content.get(key)
    if not isinstance(value, str) or not (value.strip() or may_be_empty):
        raise ValueError(f"{where}: {key} is missing or not a text.")
    return value


def _texts(content: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = content.get(key)
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise ValueError(f"{where}: {key} is missing or not a list of texts.")
    return tuple(value)
