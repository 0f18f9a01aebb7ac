"""Skills that resumes list, against 140 annotated resumes: precision, recall and F1 over distinct items.

Annotated spans and found skills are cut into items (commas, bullets, lines), compared without case, punctuation and
`(2 years)`. The annotators marked lists, not running text, so only what a skills section lists is compared. The
`section rule` row is the baseline: every item of every skills section, as it stands.

    python -m tests.benchmarks.resume_skills [--show]
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from rapidfuzz import fuzz

from tests.shared import shared
from tests.support import document_from_text
from tools.resume.sections import split_sections
from tools.resume.skills import find_skills
from tools.resume.surfaces import key_of
from tools.resume.taxonomy import load_taxonomy

BAR = 0.75
SECTION_RULE = 0.628
FUZZY = 88
_LABEL = re.compile(r"^[\W_]*[^:,\n]{2,45}?(?:\s*:+-?\s+|\s+-\s+)(?=\S)|^[^:,\n]{2,45}:\s*$")
_TENURE = re.compile(r"\s*\((?:less\s+than\s+)?\d*\+?\s*(?:\d+\s+)?years?\)?", re.I)
_HEADING = re.compile(
    r"^\W*(?:additional information|(?:technical |it |computer |personal |key |core )?skills?(?: set)?)\W*$", re.I
)
_SEPARATOR = re.compile(r"(?<!&amp);|[,•·❖◦➢❑|~]|\s{3,}|(?<=[a-z)])\.\s*(?=[A-Za-z])")


def gold_items(text: str) -> set[str]:
    """The distinct items of one annotated span: comma lists (over line ends) and bullets, without labels."""
    text = re.sub(r"(?<=[^\n]{60})\n(?=[\w(])|,\s*\n", lambda match: ", " if "," in match.group() else " ", text)
    items: set[str] = set()
    for line in _TENURE.sub("", text).split("\n"):
        if not _HEADING.match(line):
            items |= {normalised(piece) for piece in _SEPARATOR.split(_LABEL.sub("", line))}
    return {item for item in items if item and len(item.split()) <= 8}


def normalised(item: str) -> str:
    """An item as it is compared; empty when it has no letter (the `8` of `Windows 7, 8`)."""
    key = key_of(_TENURE.sub("", item.replace("&amp;", "&")))
    return key if any(character.isalpha() for character in key) else ""


def predicted(content: str) -> set[str]:
    document = document_from_text("resume.txt", content)
    mentions = find_skills(document, split_sections(document), ())
    return {normalised(surface) for mention in mentions if mention.listed for surface in mention.surfaces} - {""}


def predicted_by_rule(content: str) -> set[str]:
    document = document_from_text("resume.txt", content)
    sections = [section for section in split_sections(document) if section.kind == "skills"]
    return {item for section in sections for item in gold_items("\n".join(line.text for line in section.lines))}


def agree(gold: set[str], found: set[str], same: Callable[[str, str], bool]) -> tuple[int, int]:
    """(gold items found, found items in gold)."""
    return sum(any(same(g, f) for f in found) for g in gold), sum(any(same(g, f) for g in gold) for f in found)


def exact(one: str, other: str) -> bool:
    return one == other


def fuzzy(one: str, other: str) -> bool:
    taxonomy = load_taxonomy()
    return (
        one == other
        or fuzz.ratio(one, other) >= FUZZY
        or (taxonomy.canonical(one) or 1) == (taxonomy.canonical(other) or 2)
    )


def score(pairs: Iterable[tuple[set[str], set[str]]], same: Callable[[str, str], bool]) -> tuple[float, float, float]:
    right_gold = right_found = golds = founds = 0
    for gold, found in pairs:
        first, second = agree(gold, found, same)
        right_gold, right_found = right_gold + first, right_found + second
        golds, founds = golds + len(gold), founds + len(found)
    recall, precision = right_gold / max(1, golds), right_found / max(1, founds)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print what differs, resume by resume")
    arguments = parser.parse_args()
    resumes = load(shared("data/resume/ner/dataturks.jsonl"))
    began = time.perf_counter()
    ours = [(gold, predicted(content)) for content, gold in resumes]
    seconds = time.perf_counter() - began
    rule = [(gold, predicted_by_rule(content)) for content, gold in resumes]
    print(f"{len(resumes)} resumes with annotated skills, {1000 * seconds / len(resumes):.1f} ms each")  # noqa: T201
    print(f"{'':26}{'precision':>10}{'recall':>8}{'F1':>7}   bar")  # noqa: T201
    for name, pairs in (
        ("section rule", rule),
        ("find_skills", ours),
        ("  first half", ours[::2]),
        ("  second half", ours[1::2]),
    ):
        for label, same in (("exact", exact), ("fuzzy", fuzzy)):
            bar = SECTION_RULE if name == "section rule" else BAR
            precision, recall, f1 = score(pairs, same)
            print(f"{name + ', ' + label:26}{precision:10.3f}{recall:8.3f}{f1:7.3f}   {bar}")  # noqa: T201
    if arguments.show:
        for at, (gold, found) in enumerate(ours):
            print(f"--- {at}\n  missed: {sorted(gold - found)}\n  extra:  {sorted(found - gold)}")  # noqa: T201


def load(path: Path) -> list[tuple[str, set[str]]]:
    """(text, distinct annotated skill items) of every resume that has any."""
    resumes = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold: set[str] = set()
        for annotation in row["annotation"] or []:
            if "Skills" in (annotation["label"] or []):
                for point in annotation["points"]:
                    gold |= gold_items(point["text"])
        if gold:
            resumes.append((row["content"], gold))
    return resumes


if __name__ == "__main__":
    main()
