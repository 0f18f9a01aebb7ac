"""The estimate of tokens against real counts, by OpenAI's o200k_base vocabulary (gpt-tokenizer 4.0.0)."""

from __future__ import annotations

import pytest

from models.language.tokens import estimated_tokens

COUNTED = {
    "The court allowed the application for bail. The applicant shall furnish a personal bond of twenty-five thousand "
    "rupees with one surety of the like amount, shall not leave the district without permission, and shall appear "
    "before the trial court on every date that is fixed.": 52,
    "अदालत ने ज़मानत की अर्ज़ी मंज़ूर कर ली। आवेदक को पच्चीस हज़ार रुपये का निजी बंधपत्र और इतनी ही रकम का एक ज़मानतदार देना होगा। "
    "वह बिना इजाज़त ज़िला नहीं छोड़ेगा और हर तारीख़ पर अदालत में हाज़िर होगा।": 71,
    "FIR नंबर 214/2025, थाना कोतवाली: धारा 379 IPC (अब 303(2) BNS) के तहत मोबाइल फ़ोन की चोरी की रिपोर्ट, "
    "दिनांक 12-03-2025.": 50,
    '{"rsi_14": 61.27, "macd": 12.4481, "sma_50": 1532.9, "sma_200": 1478.06, "atr_14": 28.113, "adx_14": 23.9}': 65,
    "def total(rows: list[dict[str, float]]) -> float:\n"
    '    return sum(row["amount"] for row in rows if row["amount"] > 0)\n': 34,
    "Senior Java developer, Pune (2019 - present): built payment services with Spring Boot, Kafka and PostgreSQL; cut "
    "the p95 latency of settlement from 900 ms to 180 ms; mentored 4 engineers.": 45,
}


@pytest.mark.parametrize("text", COUNTED, ids=["english", "hindi", "mixed", "numbers", "code", "resume"])
def test_within_a_quarter_of_the_count(text: str) -> None:
    assert 0.75 <= estimated_tokens(text) / COUNTED[text] <= 1.25


def test_nothing_is_no_token_and_anything_at_least_one() -> None:
    assert estimated_tokens("") == 0
    assert all(estimated_tokens(text) >= 1 for text in ("a", "क", "1", "🌾", "中"))
