"""Takes an opened document and its summary to the assistant, covered as the page shows them."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from tools.legal.batch import Item
from tools.legal.covered import covered_document
from tools.ui.ask import Paper, ask_about
from tools.ui.legal.ask_facts import facts


def ask(item: Item) -> None:
    """A button; the document goes along, so that an answer can open its page."""
    processed = item.processed
    if processed is None:
        return

    def paper() -> Paper:
        sha = hashlib.sha256(b"".join(source.data for source in item.sources)).hexdigest()
        document, covers = covered_document(item.name, sha, processed)
        pairs = zip(item.sources, processed.counts, strict=True)
        return Paper(f"legal:{sha}", document, tuple(replace(file, pages=count) for file, count in pairs), covers)

    result = processed.result
    ask_about("legal", item.name, result.to_dict, paper, facts=lambda: tuple(facts(result)), key=item.key)
