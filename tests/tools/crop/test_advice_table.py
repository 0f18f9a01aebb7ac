from __future__ import annotations

from pathlib import Path

import pytest

from tools.crop.advice_table import Source, read_table

TEXTS = """
name = "{name}"
what = "What it is."
recognise = ["One sign", "Another"]
tell_apart = ""
now = ["Do this"]
prevent = ["Do that"]
organic = []
chemical = []
note = ""
"""
VALID = f"""
[crop]
en = "Okra"
hi = "भिंडी"

[leaf_spot]
kind = "fungus"
agent = "Cercospora abelmoschi"
look_alikes = ["okra__healthy"]
sources = [{{name = "A book", read = true}}, {{name = "Another", read = false}}]
[leaf_spot.en]{TEXTS.format(name="Leaf spot")}
[leaf_spot.hi]{TEXTS.format(name="पत्ती धब्बा")}
[healthy]
kind = "healthy"
agent = ""
look_alikes = []
sources = [{{name = "A book", read = false}}]
[healthy.en]{TEXTS.format(name="Healthy")}
[healthy.hi]{TEXTS.format(name="स्वस्थ")}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "okra.toml").write_text(VALID, encoding="utf-8")
    return tmp_path


def test_reads_a_file(folder: Path) -> None:
    table = read_table(folder)
    assert table.crops == {"okra": {"en": "Okra", "hi": "भिंडी"}}
    assert list(table.conditions) == ["okra__healthy", "okra__leaf_spot"]
    spot = table.conditions["okra__leaf_spot"]
    assert (spot.crop, spot.kind, spot.look_alikes) == ("okra", "fungus", ("okra__healthy",))
    assert spot.sources == (Source("A book", True), Source("Another", False))
    assert spot.advice("hi").name == "पत्ती धब्बा"
    assert spot.advice("en").recognise == ("One sign", "Another")


def test_an_empty_folder_is_an_empty_table(tmp_path: Path) -> None:
    assert not read_table(tmp_path).conditions


def test_a_look_alike_may_be_of_another_crop(folder: Path) -> None:
    other = VALID.replace('["okra__healthy"]', '["okra__leaf_spot"]').replace("Okra", "Jute")
    (folder / "jute.toml").write_text(other, encoding="utf-8")
    assert read_table(folder).conditions["jute__leaf_spot"].look_alikes == ("okra__leaf_spot",)


def test_the_table_of_labels_is_no_crop(folder: Path) -> None:
    (folder / "labels.toml").write_text("[aliases]\n", encoding="utf-8")
    assert set(read_table(folder).crops) == {"okra"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('hi = "भिंडी"\n', "", r"okra\.toml \[crop\]: hi is missing"),
        ("[crop]", "[crops]", r"okra\.toml: the section \[crop\] is missing"),
        ("[crop]", "[crop", r"okra\.toml: not a TOML file"),
        ('kind = "fungus"', 'kind = "fungi"', "okra__leaf_spot: kind is “fungi”"),
        ('agent = "Cercospora abelmoschi"', 'agent = ""', "okra__leaf_spot: agent is missing"),
        ('["okra__healthy"]', '["okra__helthy"]', "the look-alike “okra__helthy” is not another known class"),
        ('["okra__healthy"]', '["okra__leaf_spot"]', "the look-alike “okra__leaf_spot” is not another"),
        ('["okra__healthy"]', '"okra__healthy"', "look_alikes is missing or not a list"),
        ('sources = [{name = "A book", read = false}]', "sources = []", "okra__healthy: sources must be"),
        ('{name = "A book", read = true}', '{name = "A book"}', "read = true or false"),
        ("[leaf_spot.hi]", "[leaf_spot.mr]", r"okra__leaf_spot: the section \[hi\] is missing"),
        ('now = ["Do this"]\n', "", r"okra__leaf_spot \[en\]: now is missing"),
        ('now = ["Do this"]', 'now = [" "]', "now is missing or not a list of texts"),
        ('now = ["Do this"]', 'now = ["Do this", "And this"]', "now has 2 items in English, 1 in Hindi"),
        ('note = ""', 'note = "Mind this."', "note is empty in one language only"),
        ('note = ""', 'note = ""\nnotes = ""', r"okra__leaf_spot \[en\]: unknown key notes"),
    ],
)
def test_says_what_is_wrong_with_a_file(folder: Path, old: str, new: str, message: str) -> None:
    assert old in VALID
    (folder / "okra.toml").write_text(VALID.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        read_table(folder)


def test_a_file_in_another_encoding_is_named(folder: Path) -> None:
    (folder / "okra.toml").write_bytes(VALID.encode("utf-16"))
    with pytest.raises(ValueError, match=r"okra\.toml: not a TOML file in UTF-8"):
        read_table(folder)
