"""The samples of the page are small, marked as fiction and named in their read-me."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from data.samples.legal import make_samples
from tests.fiction.test_fir import text_of

FOLDER = Path(make_samples.__file__).parent
FILES = sorted(FOLDER.glob("*.pdf"))


def test_the_folder_holds_what_the_script_makes() -> None:
    assert {path.name for path in FILES} == set(make_samples.NAMES)
    assert sum(path.stat().st_size for path in FILES) < 400_000


def test_the_read_me_names_every_file_and_says_that_all_is_invented() -> None:
    text = (FOLDER / "README.md").read_text("utf-8")
    assert "invented" in text
    assert all(f"`{path.name}`" in text for path in FILES)


def test_every_digital_sample_is_marked_and_the_scan_has_no_text() -> None:
    for path in FILES:
        marked = "FICTIONAL SAMPLE" in text_of(path.read_bytes())
        assert marked != ("scan" in path.name), path.name


def test_a_sample_is_made_the_same_again() -> None:
    made = make_samples.sample("order_daily.pdf")
    assert text_of(made) == text_of((FOLDER / "order_daily.pdf").read_bytes())
    assert len(pypdfium2.PdfDocument(made)) == 1
