"""Help about the portal: how often other wordings find their entry, and how often other questions find none.

`chat_help.tsv` holds wordings that are not in the help itself, written for this; other questions are those of
`chat_elsewhere.txt` and of `chat_questions.tsv`. With the shipped embedder and by words alone. The threshold was chosen
on these same questions, so expect a little less.

    python -m tests.benchmarks.chat_help
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from models.text.embedder import SentenceEmbedder
from tests.benchmarks.chat_collection import asked
from tools.chat.help import BY_WORDS, WITH_MEANING, best_match
from tools.chat.library_words import is_hindi

FOLDER = Path(__file__).parent


def wordings() -> list[tuple[str, str]]:
    """Keys with another wording each."""
    with (FOLDER / "chat_help.tsv").open(encoding="utf-8", newline="") as file:
        return [(row[0], row[1]) for row in csv.reader(file, delimiter="\t")]


def elsewhere() -> list[str]:
    """Questions that have nothing to do with the portal."""
    return [
        *(FOLDER / "chat_elsewhere.txt").read_text(encoding="utf-8").splitlines(),
        *(pair.question for pair in asked()),
    ]


def main() -> None:
    """Print for several thresholds how many wordings find their entry, another one, and how many others find one."""
    for name, embedder in (("with meaning", SentenceEmbedder()), ("by words", None)):
        for hindi in (False, True):
            known = [(key, best_match(text, embedder)) for key, text in wordings() if is_hindi(text) == hindi]
            other = [best_match(text, embedder) for text in elsewhere() if is_hindi(text) == hindi]
            used = BY_WORDS if embedder is None or hindi else WITH_MEANING
            for least in sorted({*np.arange(0.4, 0.8, 0.04).round(2), used}):
                sure = [match.key == key for key, match in known if match and match.confidence >= least]
                wrong = [match for match in other if match and match.confidence >= least]
                print(
                    f"{name}, {'Hindi' if hindi else 'English'}, from {least:.2f}{' in use' * (least == used)}: "
                    f"right {sum(sure)} of {len(known)}, "
                    f"wrong entry {len(sure) - sum(sure)}; other questions answered {len(wrong)} of {len(other)}"
                )


if __name__ == "__main__":
    main()
