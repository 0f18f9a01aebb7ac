# ruff: noqa: E501 (a case a line)
from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.chat.markdown import safe_markdown

HOST = "https://collect.example/x.png?q=secret"


@pytest.mark.parametrize(
    "text",
    [
        f"![a]({HOST})", f"![]({HOST} 'title')", f"![a [b] c](<{HOST}>)", f"![a][ref]\n\n[ref]: {HOST}", f"![ref]\n\n[ref]: {HOST}",
        f"[click]({HOST})", f"[![a]({HOST})]({HOST})", f"<img src='{HOST}'>", f"<{HOST}>", HOST, "www.collect.example/x",
        f"[a]({HOST}", f"[click][1]\n\n  [1]: {HOST}", f"- [1]: {HOST}\n\n[1]", "[x](javascript:alert(1))", "[x](data:text/html,hi)",
        "[x](//collect.example)", "[x](/\\collect.example)", f"`code` ![a]({HOST})", f"```\n![a]({HOST})\n```\n![b]({HOST})",
        f"``` ![a]({HOST})", f"~~~\nx\n~~~ ![a]({HOST})", f"!\\[a]({HOST})", f"<a href='{HOST}'>x</a>", "<!-- x -->", f"> ![a]({HOST})",
        f"| a |\n|---|\n| ![x]({HOST}) |", f"`a\n![x]({HOST})`", f"``a` ![x]({HOST})", "[x](mailto:a@collect.example?body=secret)",
    ],
)  # fmt: skip
def test_nothing_is_fetched_or_linked(text: str) -> None:
    shown = safe_markdown(text)
    assert "![" not in shown
    assert not re.search(r"<[a-z!/]", shown, re.I)
    outside = re.sub(r"(?ms)^```[^`\n]*$.*?(?:^```|\Z)|^~~~.*?(?:^~~~$|\Z)|`[^`\n]*`", "", shown)
    assert "](" not in outside
    assert not re.search(r"(?m)^[ >-]*\[[^\]]+\]:", outside)
    assert not re.search(r"(?:https?:|mailto:|//|www\.)\w", outside)


@pytest.mark.parametrize(
    "text",
    [
        "Plain **bold** text [1][2].", "- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |", "a < b and c > d", "`x = a[0](1)`",
        "See [the page](/Legal_Summariser) and [above](#top).", "हिन्दी में जवाब [1]।", "Fine! [1] is right.",
    ],
)  # fmt: skip
def test_honest_text_stays(text: str) -> None:
    assert safe_markdown(text) == text


def test_what_a_reader_sees_of_links_and_pictures() -> None:
    assert safe_markdown("[the site](https://a.example/b)") == "the site (a.example/b)"
    assert safe_markdown("at https://a.example/b.") == "at a.example/b."
    assert safe_markdown("![seal](https://a.example/b)") == "seal (a.example/b)"
    assert safe_markdown("```\ncurl https://a.example\n```") == "```\ncurl https://a.example\n```"
    assert safe_markdown("\\`https://a.example\\`") == "\\`a.example\\`"


def test_prices_are_no_formulas() -> None:
    assert safe_markdown("from $5 to $6, or $A and $B") == r"from \$5 to \$6, or \$A and \$B"
    assert safe_markdown("$x^2$ and $$y$$ cost $5") == r"$x^2$ and $$y$$ cost \$5"
    assert safe_markdown("`$5`") == "`$5`"
    assert safe_markdown(safe_markdown("$~4 for $5")) == r"\$~4 for \$5"


@given(st.text(alphabet="![]()<>`~:/\\ ahtps.\n\"'#", max_size=60))
def test_no_text_makes_a_picture(text: str) -> None:
    shown = safe_markdown(text)
    assert "![" not in shown
    assert not re.search(r"<[a-z!/?]", shown)
    assert safe_markdown(shown).count("![") == 0
