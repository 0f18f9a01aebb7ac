"""All measured figures, one benchmark after the other: `python -m tests.benchmarks [NAME…]`."""

from __future__ import annotations

import importlib
import sys

NAMES = (
    "documents",
    "resume_fields",
    "resume_experience",
    "resume_skills",
    "resume_ranking",
    "resume_fairness",
    "resume_pipeline",
    "crop_quality",
    "leaf_speed",
    "legal_reading",
    "legal_facts",
    "legal_orders",
    "legal_speed",
    "legal_simplicity",
    "legal_key_sentences",
    "stocks_facts",
    "stocks_speed",
    "stocks_page",
    "history_speed",
    "footprint",
    "cluster",
    "instructions",
    "chat_overhead",
    "chat_retrieval",
    "chat_answers",
    "chat_quotes",
    "chat_help",
)


def main(names: list[str]) -> None:
    """Run the named benchmarks, or all."""
    for name in names or NAMES:
        print(f"\n== {name} ==", flush=True)
        sys.argv = [name]  # some take options of their own when they are run by themselves
        importlib.import_module(f"tests.benchmarks.{name}").main()


if __name__ == "__main__":
    main(sys.argv[1:])
