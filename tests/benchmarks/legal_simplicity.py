"""How simple the Hindi summaries are: the share of their words among the 5,000 commonest Hindi words.

Names, numbers and legal terms (the glossary's) do not count. The list is wordfreq's; a word counts as common in any
spelling of its nukta and nasal signs. Prints the share of every summary of invented facts and of each sentence below
the bar, with its hard words.

    python -m tests.benchmarks.legal_simplicity
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from tests.tools.legal.summary import examples
from tools.legal.glossary import terms_in
from tools.legal.types import SummarySentence

BAR = 0.85
COMMON = 5000
_WORD = re.compile(r"[\u0900-\u0963\u0971-\u097f]+")
_BRACKETS = re.compile(r"\([^()]*[A-Za-z][^()]*\)")


@dataclass(frozen=True)
class Simplicity:
    """The share of common words (0 to 1; 1 without any word) and those that are not."""

    share: float
    hard: tuple[str, ...]


def simplicity(text: str, names: Collection[str] = ()) -> Simplicity:
    """How many of the text's Hindi words are common; `names` are Devanagari words that do not count."""
    for term in reversed(terms_in(text, "hi")):
        text = f"{text[: term.start]} {text[term.end :]}"
    known, skipped = _common(), {folded(name) for name in names}
    words = [word for word in _WORD.findall(_BRACKETS.sub(" ", text)) if folded(word) not in skipped]
    hard = [word for word in words if folded(word) not in known]
    return Simplicity(1 - len(hard) / len(words) if words else 1.0, tuple(dict.fromkeys(hard)))


def folded(word: str) -> str:
    """A word without nukta, and with one sign for all nasals, so that spellings agree."""
    plain = unicodedata.normalize("NFD", word).replace("\u093c", "")
    return re.sub(r"\u0901|[\u0919\u091e\u0923\u0928\u092e]\u094d(?=[\u0915-\u0939])", "\u0902", plain)


@cache
def _common() -> frozenset[str]:
    import wordfreq

    return frozenset(folded(word) for word in wordfreq.top_n_list("hi", COMMON))


def overall(sentences: Iterable[SummarySentence], names: Collection[str]) -> Simplicity:
    """The simplicity of a whole summary."""
    return simplicity(" ".join(sentence.text for sentence in sentences), names)


def main() -> None:
    """Print the share of each summary and the hard sentences."""
    shares = []
    for title, sentences in examples.summaries("hi"):
        found = overall(sentences, examples.NAMES)
        shares.append(found.share)
        print(f"{title:28}{100 * found.share:6.1f} %   {' '.join(found.hard)}")
        for sentence in sentences:
            one = simplicity(sentence.text, examples.NAMES)
            if one.share < BAR:
                print(f"    {100 * one.share:5.1f} %  {sentence.text}   [{' '.join(one.hard)}]")
    print(f"least {100 * min(shares):.1f} %, mean {100 * sum(shares) / len(shares):.1f} %, bar {100 * BAR:.0f} %")


if __name__ == "__main__":
    main()
