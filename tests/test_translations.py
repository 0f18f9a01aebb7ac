"""Every text that a visitor may see has a Hindi entry, each entry is whole, and no page draws a bare literal."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from typing import Final

import pytest
from babel.messages.catalog import Message

from tests.data_texts import data_texts
from tests.visible_texts import MARKS, PLURALS, handed_on, name_of, paths, sources, unreadable
from tests.wording import missing, one_of, parts, read, unused
from tools.settings import ROOT
from tools.translations import FOLDER, catalogue

# parts whose texts are still English: their files and their catalogues are not held to the rules yet
NOT_YET: Final[tuple[str, ...]] = ()
NOT_YET_CATALOGUES: Final[set[str]] = set()
SAME_IN_BOTH: Final = {"PDF", "CSV", "Excel", "CSV · PDF"}
HINDI: Final = r"[\u0900-\u097f]"
ENDINGS: Final = ".?!:…"
DRAWING: Final = {
    "title", "header", "subheader", "caption", "markdown", "write", "text", "html", "badge", "metric", "button",
    "download_button", "link_button", "page_link", "form_submit_button", "checkbox", "toggle", "radio", "selectbox",
    "multiselect", "slider", "select_slider", "text_input", "text_area", "number_input", "date_input", "time_input",
    "file_uploader", "camera_input", "audio_input", "chat_input", "pills", "segmented_control", "feedback", "error",
    "info", "warning", "success", "toast", "spinner", "status", "progress", "popover", "expander", "tabs", "dialog",
    "image", "pdf", "dataframe", "data_editor", "table", "plotly_chart", "set_page_config", "menu_button", "cache_data",
    "cache_resource", "Column", "TextColumn", "NumberColumn", "ProgressColumn", "SelectboxColumn", "CheckboxColumn",
    "DateColumn", "DatetimeColumn", "LinkColumn", "ListColumn", "LineChartColumn",
}  # fmt: skip
NO_TEXT: Final = {
    "key", "icon", "type", "mime", "file_name", "width", "height", "format", "color", "label_visibility", "layout",
    "selection_mode", "on_select", "on_click", "on_change", "args", "kwargs", "config", "theme", "column_config",
    "page_icon", "output_format", "initial_sidebar_state", "accept_multiple_files", "data", "column_order", "disabled",
    "default", "index", "unsafe_allow_javascript",
    "persist_state", "autocomplete", "accept_file",
    "num_rows", "scope", "ttl", "icon_position", "gap",
}  # fmt: skip
NO_WORDS: Final = {"HTML", "CSS", "JS"}  # constants that hold a component's code
SILENT: Final = {"exception", "warning_once", "debug", "Path", "compile", "getLogger"}
WRAPPERS: Final = {"escape", "plain", "join", "list", "tuple", "format", "capitalize", "filter", "str", "f"}


def messages() -> Iterator[tuple[str, Message]]:
    for part in parts():
        for message in read(part):
            if message.id:
                yield part, message


def forms(message: Message) -> Iterator[tuple[str, str]]:
    """Each English form with its translation."""
    if isinstance(message.id, str):
        yield message.id, str(message.string)
    else:
        yield from zip(message.id, message.string, strict=True)


def gaps(text: str) -> list[str]:
    return sorted(str(name) for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def held() -> list[str]:
    """The files that draw and are held to the rules."""
    drawing = [path for path in paths() if path.startswith(("tools/ui/", "pages/", "Home.py"))]
    return [path for path in drawing if not path.startswith(NOT_YET)]


def bare(path: str) -> Iterator[str]:
    """The literals with letters that a file hands to a function that draws."""
    for node in ast.walk(sources()[path]):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in DRAWING:
            named = {keyword.arg: keyword.value for keyword in node.keywords}
            plain_options = node.args[:1] if "format_func" in named else node.args  # codes that it turns into words
            given = [*plain_options, *(value for name, value in named.items() if name not in NO_TEXT)]
            for argument in given:
                for text in literals(argument):
                    if letters(text):
                        yield f"{path}:{node.lineno}: {text!r}"


def literals(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=values):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in values)
            for value in values:
                if isinstance(value, ast.FormattedValue):
                    yield from literals(value.value)
        case ast.IfExp(body=body, orelse=orelse):
            yield from (*literals(body), *literals(orelse))
        case ast.BinOp(left=left, right=right):
            yield from (*literals(left), *literals(right))
        case ast.BoolOp(values=values) | ast.List(elts=values) | ast.Tuple(elts=values):
            for value in values:
                yield from literals(value)
        case ast.Dict(values=values):
            for value in values:
                yield from literals(value)
        case ast.Call(func=ast.Attribute(value=template, attr="format")):
            yield from literals(template)
        case ast.Call(func=func, args=arguments) if name_of(func) in WRAPPERS:
            for argument in arguments:
                yield from literals(argument)


def spoken(text: str) -> str:
    """A literal without markup, icons, addresses and gaps."""
    markup = r":shimmer\b|<(style|script)>.*?</\1>|<[^>]*>?|&\w+;|:material/\w+:|\w+://\S+|\{\w*\}"
    return re.sub(markup, "\n", text, flags=re.S)


def letters(text: str) -> bool:
    """Whether a literal says something."""
    return re.search(r"[^\W\d_]{2,}", spoken(text)) is not None and not re.fullmatch(r"[\w/]+\.py", text)


def test_every_text_has_an_entry() -> None:
    lacking = [f"{each.part}: {each.where}: {each.text!r}" for each in missing() if each.part not in NOT_YET_CATALOGUES]
    assert not lacking, "\n".join(["run `python -m tests.wording --write` and fill in:", *lacking])


def test_every_marked_text_can_be_read_from_the_source() -> None:
    assert not unreadable()


def test_messages_made_elsewhere_are_marked_there() -> None:
    """A message that is handed on to an error cannot be read where it is raised; these few are marked where made."""
    known = {"too_many", "message", "reason", "FAILS[act]", "_without_prices(symbol)"}
    assert {text for place, text in handed_on() if not place.startswith("tools/errors.py")} <= known


def test_texts_from_data_files_have_entries() -> None:
    hindi = catalogue("hi")
    assert not [text for text in data_texts() if hindi.text(text) == text]


def test_no_entry_is_unused() -> None:
    assert not unused(frozenset(data_texts()))


def test_entries_are_whole() -> None:
    for part, message in messages():
        assert not message.fuzzy, (part, message.id)
        for english, hindi in forms(message):
            told = (part, english, hindi)
            assert hindi or part in NOT_YET_CATALOGUES, told
            if not hindi:
                continue
            assert gaps(english) == gaps(hindi), told
            assert re.search(HINDI, hindi) or english in SAME_IN_BOTH, told
            assert english[-1:] in ENDINGS if hindi[-1:] in ENDINGS + "।" else english[-1:] not in ENDINGS, told
            assert hindi.count("  ") == english.count("  "), told


def test_catalogues_agree() -> None:
    said: dict[str, str] = {}
    for part, message in messages():
        hindi = str(message.string)
        assert said.setdefault(one_of(message.id), hindi) == hindi, (part, message.id)


def test_catalogues_are_sorted_and_free_of_places() -> None:
    for path in (FOLDER / "hi").glob("*.po"):
        text = path.read_text(encoding="utf-8")
        assert "\n#:" not in text, path.name
        assert "Plural-Forms: nplurals=2; plural=(n > 1);" in text, path.name
        keys = [one_of(message.id) for message in read(path.stem) if message.id]
        assert keys == sorted(keys), path.name


@pytest.mark.parametrize("path", held())
def test_no_bare_literal_is_drawn(path: str) -> None:
    assert not list(bare(path))


@pytest.mark.parametrize("path", held())
def test_no_words_stand_unmarked(path: str) -> None:
    """Wherever they are on their way to: two words in a row in a literal that is neither marked nor a docstring."""
    tree = sources()[path]
    allowed = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name_of(node.func) in {*MARKS, *PLURALS, *SILENT}:
            allowed |= {id(part) for part in ast.walk(node) if isinstance(part, ast.Constant)}
        elif isinstance(node, (ast.Dict, ast.Compare)):  # keys and codes are looked up, not shown
            allowed |= {id(part) for part in (node.keys if isinstance(node, ast.Dict) else ast.walk(node))}
        elif isinstance(node, ast.AnnAssign) and name_of(node.target) in NO_WORDS:
            allowed |= {id(part) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in allowed:
            both = re.search(HINDI, node.value)  # says the same in two languages
            assert both or not re.search(r"[A-Za-z]{2,} [a-z]{2,}", spoken(node.value)), (path, node.lineno)


@pytest.mark.parametrize("path", held())
def test_gaps_are_filled_after_translating(path: str) -> None:
    """`_(f"…")` and `_("…".format(…))` would look for a text that no catalogue has."""
    for node in ast.walk(sources()[path]):
        if isinstance(node, ast.Call) and name_of(node.func) in MARKS - {"N_", "sentence"} and node.args:
            argument = node.args[0]
            filled = isinstance(argument, ast.Call) and name_of(argument.func) == "format"
            assert not isinstance(argument, (ast.JoinedStr, ast.BinOp)), (path, node.lineno)
            assert not filled, (path, node.lineno)


def test_the_check_for_bare_literals_finds_them() -> None:
    found = [
        text for text in literals(ast.parse("f\"{done} of {plain('many')} read\"", mode="eval").body) if letters(text)
    ]
    assert found == ["… of … read", "many"]
    assert not letters("**{name}** · <b>:material/star:</b>")
    assert not any(letters(text) for text in literals(ast.parse('_("Read")', mode="eval").body))


def test_longer_texts_stand_beside_each_other() -> None:
    for english in sorted((ROOT / "tools" / "ui").rglob("*.md")):
        if english.suffixes == [".md"] and not str(english.relative_to(ROOT)).startswith(NOT_YET):
            hindi = english.with_suffix(".hi.md")
            assert hindi.exists(), english
            marks = r"(?m)^(?:#+ |[-*] |\d+\. |\||$)"
            shapes = [re.findall(marks, text.read_text(encoding="utf-8")) for text in (english, hindi)]
            assert shapes[0] == shapes[1], english
