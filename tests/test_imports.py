"""Who may import whom, read from the syntax trees; and what importing a page's start may not load."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

HEAVY = ("torch", "transformers", "sentence_transformers", "plotly", "yfinance", "sklearn")


def sources(*folders: str) -> Iterator[tuple[Path, str]]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path, ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imported(path: Path, *, only_at_import: bool = False) -> set[str]:
    tree = ast.parse(path.read_text())
    nodes = _outside_functions(tree) if only_at_import else ast.walk(tree)
    names: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def _outside_functions(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        typing_only = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test)
        if not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)) and not typing_only:
            yield child
            yield from _outside_functions(child)


def within(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")


def demo_of(name: str) -> str | None:
    parts = name.split(".")
    shared = {
        "ui",
        "documents",
        "history",
        "errors",
        "settings",
        "workers",
        "worker_process",
        "worker_handle",
        "charts",
        "cells",
        "paper",
        "uploads",
        "entries",
        "translations",
        "format",
        "access",
        "access_rules",
        "start",
        "visits",
        "instructions",
        "logs",
        "metrics",
        "machine",
        "health",
        "fair",
        "guard",
        "closing",
        "waiting",
        "packing",
    }
    return parts[1] if parts[0] == "tools" and len(parts) > 1 and parts[1] not in shared else None


def test_only_ui_cached_and_the_start_know_streamlit() -> None:
    for path, name in sources("tools", "models"):
        if not within(name, "tools.ui") and name not in ("models.cached", "tools.start.tuning"):
            assert not any(within(used, "streamlit") for used in imported(path)), name


def test_models_know_little_of_the_tools() -> None:
    for path, name in sources("models"):
        ours = {used for used in imported(path) if used.split(".")[0] in ("tools", "pages")}
        allowed = ("tools.settings", "tools.errors", "tools.waiting", "tools.packing")
        assert all(any(within(used, package) for package in allowed) for used in ours), (name, ours)


def test_only_packing_decodes_into_types() -> None:
    for path, name in sources("tools", "models"):
        if name != "tools.packing":
            assert not re.search(r"msgpack\.(decode|Decoder)\(|msgspec\.(convert|json)", path.read_text()), name


def test_no_demo_imports_another() -> None:
    for path, name in sources("tools"):
        if demo := demo_of(name):
            others = {used for used in imported(path) if demo_of(used) not in (None, demo)}
            assert not others, (name, others)


def test_tools_outside_ui_take_models_as_arguments() -> None:
    """Only a command line may load a model itself; the rest names models' types."""
    for path, name in sources("tools"):
        if within(name, "tools.ui") or name.endswith("__main__"):
            continue
        light = {"models", "models.registry", "models.text"}
        used = {model for model in imported(path) if within(model, "models")} - light
        allowed = re.compile(r"models\.(\w+\.types|language\.tokens)(\.\w+)?|models\.text\.Embedder\w*")
        assert all(allowed.fullmatch(part) for part in used), (name, used)


def test_pages_draw_from_tools_and_cached_models() -> None:
    for path, name in sources("pages"):
        assert all(within(used, "models.cached") for used in imported(path) if within(used, "models")), name


@pytest.mark.parametrize(
    "module",
    [
        "tools.resume",
        "tools.documents",
        "tools.crop",
        "tools.legal",
        "tools.chat",
        "tools.history",
        "tools.ui.frame",
        "models.batcher",
        "models.text",
        "models.leaf.types",
        "models.names.types",
        "models.language.types",
        "models.language.providers",
    ],
)
def test_heavy_libraries_load_when_used(module: str) -> None:
    for path, name in sources("tools", "models"):
        if within(name, module) and not name.endswith("embedder"):
            heavy = {used for used in imported(path, only_at_import=True) if used.split(".")[0] in HEAVY}
            assert not heavy, (name, heavy)


def test_importing_home_loads_no_torch() -> None:
    heavy = set(HEAVY) - {"plotly"}  # Streamlit's own chart element loads plotly
    code = f"import sys, Home; sys.exit(bool({heavy!r} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True).returncode == 0


@pytest.mark.parametrize("path", [ROOT / "Home.py", *sorted((ROOT / "pages").glob("*.py"))], ids=lambda path: path.name)
def test_every_page_opens_its_frame_before_it_draws(path: Path) -> None:
    drawing = [node for node in ast.parse(path.read_text()).body if not isinstance(node, (ast.Import, ast.ImportFrom))]
    acts = [node for node in drawing if isinstance(node, (ast.With, ast.Expr)) and not _is_text(node)]
    assert len(acts) == 1
    opened = acts[0]
    assert isinstance(opened, ast.With)
    assert ast.unparse(opened.items[0].context_expr).startswith("page(")


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
