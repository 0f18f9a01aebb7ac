"""A result as plain text for a message, in one language: the summary, the next date, and what it is not.

Short enough for one screen or two of a telephone; private numbers and protected names are covered once more.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tools.legal.privacy import masked_text
from tools.legal.types import Extract, Kind, Language, SummarySentence

LONGEST: Final = 1500  # characters, the notice included
MOST_SENTENCE: Final = 400  # characters of one sentence
NALSA: Final = "15100"
HEAD: Final[dict[Language, dict[Kind, str]]] = {
    "en": {"fir": "About the FIR", "order": "About the court order", "other": "About the document"},
    "hi": {"fir": "एफआईआर के बारे में", "order": "अदालत के आदेश के बारे में", "other": "काग़ज़ के बारे में"},
}
NOTICE: Final[dict[Language, str]] = {
    "en": f"This is information, not legal advice. Read the paper itself. Free legal help: NALSA {NALSA}.",
    "hi": f"यह सिर्फ़ जानकारी है, क़ानूनी सलाह नहीं। असली काग़ज़ ज़रूर पढ़ें। मुफ़्त क़ानूनी मदद: नालसा (NALSA) {NALSA}।",
}
MORE: Final[dict[Language, str]] = {"en": "(There is more in the full summary.)", "hi": "(बाकी बातें पूरे सारांश में हैं।)"}


def share_text(extract: Extract, summary: Sequence[SummarySentence], language: Language) -> str:
    """The message in `language`; `summary` are the sentences of that language, of the masked extract.

    When not everything fits, later sentences go first, but never the first one nor the next date. Sentences that are
    struck are left out.
    """
    victims = extract.victims if extract.sensitive else ()
    said = [(masked_text(one.text, victims)[:MOST_SENTENCE], one.facts) for one in summary if not one.struck]
    kept = _that_fit(said, language)
    lines = [f"• {said[at][0]}" for at in kept]
    if len(kept) < len(said):
        lines.append(MORE[language])
    return "\n".join((f"{HEAD[language][extract.kind]}:", *lines, "", NOTICE[language]))


def _that_fit(said: Sequence[tuple[str, tuple[str, ...]]], language: Language) -> list[int]:
    """Which sentences to send, in order: the first, the next date, then as many as there is room for."""
    room = LONGEST - len(NOTICE[language]) - len(MORE[language]) - 60
    first = [at for at, (_, facts) in enumerate(said) if at == 0 or "next_date" in facts]
    kept: set[int] = set()
    for at in (*first, *range(len(said))):
        length = len(said[at][0]) + 3
        if at in kept:
            continue
        if length > room:
            break
        kept.add(at)
        room -= length
    return sorted(kept)
