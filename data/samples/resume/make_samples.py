"""Makes the fictional sample resumes from `people.yaml`, each in its own layout; the results are committed.

Run `python -m data.samples.resume.make_samples`. The same input gives the same bytes with the same library versions.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import yaml

from data.samples.resume import layouts_more, layouts_pdf, layouts_scan, layouts_text
from data.samples.resume.layouts_pdf import Person

HERE = Path(__file__).resolve().parent
LAYOUTS: dict[str, Callable[[Person], bytes]] = {
    "single_column": layouts_pdf.single_column,
    "dark_sidebar": layouts_pdf.dark_sidebar,
    "job_board": layouts_pdf.job_board,
    "scan": layouts_scan.scan,
    "form_table": layouts_more.form_table,
    "hindi": layouts_more.hindi,
    "tricks": layouts_more.tricks,
    "timeline": layouts_more.timeline,
    "right_sidebar": layouts_more.right_sidebar,
    "plain_docx": layouts_text.plain_docx,
    "table_docx": layouts_text.table_docx,
    "text": layouts_text.text,
}


def main(folder: Path = HERE) -> None:
    """Write every person's file into `folder`."""
    for person in yaml.safe_load((HERE / "people.yaml").read_text(encoding="utf-8")):
        (folder / person["file"]).write_bytes(LAYOUTS[person["layout"]](person))


if __name__ == "__main__":
    main()
