"""What the read-me and the other pages say against what is there: settings, commands, links, pictures, paths."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml
from pydantic import SecretStr
from pydantic.fields import FieldInfo

from tests.benchmarks.__main__ import NAMES
from tools.settings import DATA, ROOT, Settings

README = (ROOT / "README.md").read_text("utf-8")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
TAG = re.compile(r'<img [^>]*src="([^"]+)"[^>]*alt="([^"]*)"')
COMMAND = re.compile(r"python -m ([\w.]+)([^`\n#]*)")
FOLDERS = (".ci", "data", "deploy", "models", "pages", "tests", "tools")
# https://huggingface.co/docs/hub/spaces-config-reference, and `license` as any repository of the Hub has it
FIELDS = {
    "title", "emoji", "colorFrom", "colorTo", "sdk", "python_version", "sdk_version", "suggested_hardware", "app_file",
    "app_build_command", "app_port", "base_path", "fullWidth", "header", "short_description", "models", "datasets",
    "tags", "thumbnail", "pinned", "hf_oauth", "hf_oauth_scopes", "hf_oauth_expiration_minutes",
    "hf_oauth_authorized_org", "disable_embedding", "startup_duration_timeout", "custom_headers", "preload_from_hub",
    "license",
}  # fmt: skip


@cache
def pages() -> tuple[Path, ...]:
    """Every Markdown page that somebody reads on the repository's host."""
    below = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.md"))]
    shown_by_the_portal = ROOT / "tools" / "ui"
    return (*ROOT.glob("*.md"), *(path for path in below if not path.is_relative_to(shown_by_the_portal)))


def anchors(text: str) -> set[str]:
    """The names that GitHub gives to headings."""
    headings = re.findall(r"^#+ (.+)$", text, re.M)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def shown(field: FieldInfo) -> str | None:
    """A setting's default as the table writes it; None where it is computed."""
    value = field.get_default(call_default_factory=False)
    if field.default_factory not in (None, dict):
        return None
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, SecretStr):
        value = value.get_secret_value()
    return "`{}`" if field.default_factory is dict else f"`{value}`" if value not in ("", None) else ""


def test_every_setting_is_in_the_tables_with_its_default() -> None:
    rows = re.findall(r"^\| `PORTAL_(\w+)` \|([^|]*)\| (.+) \|$", README, re.M)
    assert sorted(name for name, _default, _meaning in rows) == sorted(name.upper() for name in Settings.model_fields)
    for name, default, meaning in rows:
        expected = shown(Settings.model_fields[name.lower()])
        assert expected is None or default.strip() == expected, name
        assert meaning


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "deploy/README.md"])
def test_settings_that_are_named_exist(page: str) -> None:
    named = set(re.findall(r"\bPORTAL_[A-Z]\w*", (ROOT / page).read_text("utf-8")))
    assert named <= {f"PORTAL_{name.upper()}" for name in Settings.model_fields} | {"PORTAL_OIDC_"}


def commands() -> dict[str, set[str]]:
    """The modules that the pages run, each with the options that they give it."""
    found: dict[str, set[str]] = {}
    for text in (README, *((ROOT / name).read_text("utf-8") for name in ("CHANGELOG.md", "deploy/README.md"))):
        for module, rest in COMMAND.findall(text):
            found.setdefault(module.rstrip("."), set()).update(re.findall(r"--[a-z][a-z-]+", rest))
    return found


def source(module: str) -> Path:
    path = ROOT / module.replace(".", "/")
    return path / "__main__.py" if path.is_dir() else path.with_suffix(".py")


@pytest.mark.parametrize("module", sorted(commands()))
def test_commands_exist(module: str) -> None:
    text = source(module).read_text("utf-8")
    assert '__name__ == "__main__"' in text
    assert commands()[module] <= set(re.findall(r"--[a-z][a-z-]+", text))


@pytest.mark.parametrize(
    "module", [name for name in sorted(commands()) if name.startswith("tools.") and name != "tools.start"]
)
def test_demos_tell_their_options(
    module: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", [module, "--help"])
    main = importlib.import_module(source(module).relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")).main
    with pytest.raises(SystemExit) as ended:
        main()
    told = capsys.readouterr().out
    assert ended.value.code == 0
    assert f"python -m {module} " in told
    assert all(option in told for option in commands()[module])


def test_every_demo_has_its_command_line() -> None:
    for path in (ROOT / "tools").rglob("__main__.py"):
        module = ".".join(path.parent.relative_to(ROOT).parts)
        assert module in commands() or module == "tools.start", module


def test_benchmarks_that_are_named_exist_and_all_are_named() -> None:
    assert set(NAMES) <= set(re.findall(r"[\w.]+", README))
    for given in re.findall(r"tests\.benchmarks ([a-z_ ]+)`", README):
        assert set(given.split()) <= set(NAMES)
    for row in re.findall(r"^\|.*\| ([^|]*) \|$", README, re.M):
        for name in re.findall(r"`((?:resume|legal|stocks|chat|crop|leaf|history)_\w+)`", row):
            assert name in NAMES, name


def targets() -> Iterator[tuple[Path, str]]:
    for page in pages():
        text = page.read_text("utf-8")
        pictures = [path for _alt, path in PICTURE.findall(text)] + [path for path, _alt in TAG.findall(text)]
        yield from ((page, target) for target in LINK.findall(text) + pictures if "://" not in target)


def test_links_lead_somewhere() -> None:
    for page, target in targets():
        path, _, anchor = unquote(target).partition("#")
        there = page.parent / path if path else page
        assert there.exists(), f"{page.relative_to(ROOT)}: {target}"
        assert not anchor or anchor in anchors(there.read_text("utf-8")), f"{page.relative_to(ROOT)}: {target}"


def test_pictures_are_shown_with_words_for_who_does_not_see_them() -> None:
    pictures = {path: alt for alt, path in PICTURE.findall(README)} | dict(TAG.findall(README))
    assert {ROOT / path for path in pictures} == set((DATA / "images").iterdir())
    assert all(len(alt.split()) >= 4 for alt in pictures.values())


def test_paths_that_are_named_exist() -> None:
    for page in pages():
        for path in re.findall(rf"`((?:{'|'.join(map(re.escape, FOLDERS))})/[\w./*-]*)`", page.read_text("utf-8")):
            assert any(ROOT.glob(path.rstrip("/"))), f"{page.relative_to(ROOT)}: {path}"


def test_front_matter_holds_documented_fields() -> None:
    head = README.split("---\n", 2)[1]
    commented = re.findall(r"^# (hf_\w+):", head, re.M)
    assert {*yaml.safe_load(head), *commented} <= FIELDS


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "deploy/README.md"])
def test_lines_are_short_enough_to_read_and_to_compare(page: str) -> None:
    for line in (ROOT / page).read_text("utf-8").splitlines():
        assert len(line) <= 120 or line.startswith("|"), line
