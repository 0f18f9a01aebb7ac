"""Every text of the portal that needs a Hindi entry, read from the syntax trees. It imports no page and no tool.

What is read: the literals given to `_`, `N_`, `sentence` and `ngettext`, and the messages of expected errors. In an
f-string, what is filled in becomes a named gap, as in the templates by which `sentence` knows it again; a constant of
the module that is filled in is part of the text.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tools.settings import ROOT

Text = str | tuple[str, str]  # the second: one and many
MARKS: Final = {"_", "N_", "sentence", "lead"}
PLURALS: Final = {"ngettext", "count"}
SENTENCES: Final = {"Readiness"}  # classes besides the errors whose texts are shown
CONSTANTS: Final = {
    "INSTEAD",
    "NOTICES",
    "SENTENCES",
    "SOON",
    "UNCALIBRATED",
    "UNEXPECTED",
    "UNKNOWN_LABELS",
}  # of models, which do not know the marks
COMMANDS: Final = re.compile(r"/(__main__|train|evaluate|calibrate|export|pack|scoring|make_\w+|build_\w+)\.py$")
PARTS: Final = (
    (r"pages/Resume_|tools/(ui/)?resume/", "resume"),
    (r"pages/Crop_|tools/(ui/)?crop/", "crop"),
    (r"pages/Legal_|tools/(ui/)?legal/", "legal"),
    (r"pages/Stock_|tools/(ui/)?stocks/", "stocks"),
    (r"pages/Assistant|tools/(ui/)?chat/|tools/ui/ask", "chat"),
    (r"pages/My_Runs|tools/(ui/)?history/|tools/ui/runs", "history"),
    (r"pages/Status|tools/(ui/)?status/", "status"),
    (r"tools/ui/sign_in|tools/access", "sign_in"),
    (r"tools/ui/limits|tools/guard|models/memory", "limits"),
    (r"tools/(documents/|workers|uploads)", "errors"),
    (r"", "portal"),
)


@dataclass(frozen=True)
class Found:
    """A text that a visitor may see, and where it stands."""

    text: Text
    part: str  # the catalogue that it belongs to
    path: str
    line: int

    @property
    def where(self) -> str:
        return f"{self.path}:{self.line}"


def paths() -> list[str]:
    """The files of the portal, from the root."""
    folders = (ROOT / "pages", ROOT / "tools", ROOT / "models")
    found = [ROOT / "Home.py", *(path for folder in folders for path in sorted(folder.rglob("*.py")))]
    return [str(path.relative_to(ROOT)) for path in found]


@cache
def sources() -> dict[str, ast.Module]:
    """The syntax tree of each file of the portal, by its path from the root."""
    return {path: ast.parse((ROOT / path).read_text(encoding="utf-8")) for path in paths()}


@cache
def error_names() -> frozenset[str]:
    """The names of the expected errors' classes, `PortalError` first."""
    names = {"PortalError"}
    classes = [node for tree in sources().values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    for _ in range(len(classes)):
        found = {each.name for each in classes if any(isinstance(b, ast.Name) and b.id in names for b in each.bases)}
        if found <= names:
            break
        names |= found
    return frozenset(names)


@cache
def texts() -> tuple[Found, ...]:
    """Every marked text and every error's message."""
    return tuple(found for path, tree in sources().items() for found in _texts(path, tree))


@cache
def unreadable() -> tuple[str, ...]:
    """Where a marked text or an error's message is not written so that it can be read here."""
    return tuple(
        f"{path}:{call.lineno}: {ast.unparse(call)}"
        for path, tree in sources().items()
        for call, argument, _part in _calls(path, tree)
        if not _spelled(path, argument) and not _handed_on(argument)
    )


@cache
def handed_on() -> tuple[tuple[str, str], ...]:
    """Where an error is given a message that was made elsewhere, and what it is given."""
    return tuple(
        (path, ast.unparse(argument))
        for path, tree in sources().items()
        for _, argument, part in _calls(path, tree)
        if part == "errors" and not _spelled(path, argument)
    )


def part_of(path: str) -> str:
    """The catalogue for the texts of a file."""
    return next(part for pattern, part in PARTS if re.search(pattern, path))


def name_of(node: ast.expr) -> str:
    """The last name of what is called: `sentence` for `language.sentence`."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _calls(path: str, tree: ast.Module) -> Iterator[tuple[ast.Call, ast.expr, str]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = name_of(node.func)
        if name in MARKS and isinstance(node.func, ast.Name):
            yield node, node.args[0], part_of(path)
        elif name in error_names() and not COMMANDS.search(f"/{path}"):
            yield node, node.args[0], "errors"
        elif name in SENTENCES:
            yield node, node.args[1], part_of(path)


def _texts(path: str, tree: ast.Module) -> Iterator[Found]:
    for call, argument, part in _calls(path, tree):
        for text in _spelled(path, argument):
            if re.search(r"[^\W\d_]", re.sub(r"\{\w*\}|:material/\w+:", "", text)):
                yield Found(text, part, path, call.lineno)
    if path.startswith("models/"):
        for name in CONSTANTS & _constants(path).keys():
            yield from (Found(text, "errors", path, 1) for text in _constant(path, name))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name_of(node.func) in PLURALS and len(node.args) == 3:
            one, many = (_spelled(path, argument) for argument in node.args[:2])
            if one and many:
                yield Found((one[0], many[0]), part_of(path), path, node.lineno)


def _handed_on(argument: ast.expr) -> bool:
    """Whether the argument is a value from elsewhere, marked where it was made."""
    return isinstance(argument, (ast.Name, ast.Attribute, ast.Call, ast.Subscript, ast.Starred))


def _spelled(path: str, argument: ast.expr) -> list[str]:
    """The texts that an argument may be; none where they cannot be read from the source."""
    match argument:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=values):
            return _filled(path, values)
        case ast.IfExp(body=body, orelse=orelse):
            return [*_spelled(path, body), *_spelled(path, orelse)]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return [a + b for a in _spelled(path, left) for b in _spelled(path, right)]
        case ast.Call(func=ast.Attribute(value=template, attr="format")):
            return _spelled(path, template)
        case ast.Call(func=ast.Name(id="N_"), args=[inner, *_]):
            return _spelled(path, inner)
        case ast.Dict(values=parts) | ast.Tuple(elts=parts):
            return [text for part in parts for text in _spelled(path, part)]
        case ast.Name(id=name) if name.isupper():
            return _constant(path, name)
        case ast.Attribute(value=ast.Name(id=module), attr=name) if name.isupper():
            return _constant(_module(path, module), name)
    return []


def _filled(path: str, values: Sequence[ast.expr]) -> list[str]:
    """An f-string's template, once for each way in which its conditional words may go."""
    made, gaps = [""], dict[str, str]()
    for value in values:
        if isinstance(value, ast.FormattedValue):
            parts = _spelled(path, value.value) if value.conversion == -1 and value.format_spec is None else []
            if not parts:
                name = gaps.setdefault(ast.unparse(value.value), _gap(value.value))
                same = [other for other, given in gaps.items() if given.rstrip("23") == name.rstrip("23")]
                number = same.index(ast.unparse(value.value)) + 1
                parts = ["{" + name + (str(number) if number > 1 else "") + "}"]
            made = [text + part for text in made for part in parts]
        else:
            assert isinstance(value, ast.Constant)
            made = [text + value.value for text in made]
    return made


def _gap(value: ast.expr) -> str:
    """A name for what is filled in: the last name in it that is no function's."""
    called = {id(node.func) for node in ast.walk(value) if isinstance(node, ast.Call)}
    inner = {id(node.value) for node in ast.walk(value) if isinstance(node, ast.Attribute)}
    names = [name_of(node) for node in ast.walk(value) if isinstance(node, ast.expr) and id(node) not in called | inner]
    return next((name.lower().strip("_") for name in names if name), "value")


@cache
def _constants(path: str) -> dict[str, ast.expr]:
    found: dict[str, ast.expr] = {}
    for node in sources()[path].body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            found[node.target.id] = node.value
        elif isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            found[node.targets[0].id] = node.value
    return found


def _constant(path: str, name: str) -> list[str]:
    """What a module's constant says, also where it is imported."""
    if name in _constants(path):
        return _spelled(path, _constants(path)[name])
    for node in sources()[path].body:
        if isinstance(node, ast.ImportFrom) and node.module and any(alias.name == name for alias in node.names):
            return _constant(other, name) if (other := _file(node.module)) else []
    return []


def _module(path: str, name: str) -> str:
    """The file of a module that `path` imports by name from its package; itself where it does not."""
    for node in sources()[path].body:
        if isinstance(node, ast.ImportFrom) and node.module and any(alias.name == name for alias in node.names):
            return _file(f"{node.module}.{name}") or path
    return path


def _file(module: str) -> str:
    ways = (module.replace(".", "/") + ending for ending in (".py", "/__init__.py"))
    return next((way for way in ways if way in sources()), "")
