from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
import snowballstemmer

from tools.resume.lexical import background, count_stems, coverage, rarity, shared_words, stem, stems, words


def test_technical_names_stay_words() -> None:
    assert words("C++, C#, .NET and Node.js; R and C") == ["c++", "c#", ".net", "node", "js", "r", "c"]
    assert words("ASP.NET HTML5 5G S3") == ["asp", ".net", "html5", "5g", "s3"]


def test_devanagari_words_keep_their_vowel_signs() -> None:
    assert words("हिन्दी शिक्षक") == ["हिन्दी", "शिक्षक"]


def test_stems_join_the_forms_of_a_word() -> None:
    assert stems("Accountants' accounts") != stems("")
    assert len(set(stems("manage managed managing"))) == 1
    assert count_stems("test tested testing") == {"test": 3}


def test_common_words_and_initials_are_left_out() -> None:
    assert stems("I am the manager of A. B.") == stems("manager")


def test_the_background_holds_only_frequent_stems() -> None:
    total, counts = background()
    assert total > 1000
    assert min(counts.values()) >= 5
    assert all(word.isascii() and " " not in word and "@" not in word for word in counts)


def test_rare_words_weigh_more() -> None:
    assert rarity("experi") < rarity("account") < rarity("hadoop") <= rarity("zyxwvu")


def test_shared_words_is_a_cosine() -> None:
    ledger, ward = count_stems("general ledger audit"), count_stems("ward patients nursing")
    assert shared_words(ledger, ledger) == pytest.approx(1)
    assert shared_words(ledger, ward) == 0
    assert shared_words(ledger, {}) == 0
    both = count_stems("audit of patients")
    assert shared_words(both, ledger) == pytest.approx(shared_words(ledger, both))


def test_coverage_grows_with_what_is_found() -> None:
    wanted = count_stems("tally audit")
    assert coverage({}, wanted) == coverage({"tally": 1}, {}) == 0
    assert 0 < coverage(count_stems("audit"), wanted) < coverage(count_stems("audit tally"), wanted) < 1


def test_threads_do_not_mix_their_words() -> None:
    """One stemmer for all threads gave wrong stems, which the cache then kept for everybody."""
    words = [f"{beginning}{ending}" for beginning in ("develop", "relat", "organiz", "account", "manag", "nation") for
             ending in ("ational", "ization", "fulness", "iveness", "ments", "ingly", "edly", "ables")]  # fmt: skip
    alone = [str(snowballstemmer.stemmer("english").stemWord(word)) for word in words]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            rounds = list(threads.map(lambda _: [stem.__wrapped__(word) for word in words], range(40)))
    finally:
        sys.setswitchinterval(before)
    assert all(found == alone for found in rounds)
