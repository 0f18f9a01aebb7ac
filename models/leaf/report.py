"""The figures of `models.leaf.evaluate` as Markdown tables for the model card. Computes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

ANSWERS = {
    "calibration_error": "expected calibration error of leaves",
    "diagnosed": "leaves that get a diagnosis",
    "diagnosed_right": "diagnoses of leaves that are right",
    "leaves_rejected": "leaves taken for something else",
    "others_rejected": "other pictures rejected",
    "others_diagnosed": "other pictures that get a diagnosis",
}
ACCURACIES = ("top1", "top5", "within_crop", "macro_f1")


def markdown(report: dict[str, Any]) -> str:
    """All tables, the most telling first."""
    parts = [
        f"{report['photos']} photos at {report['pixels']} pixels, temperature {report['temperature']:.3f}, thresholds "
        + ", ".join(f"{name} {value:.4g}" for name, value in report["thresholds"].items()),
        accuracies("Photos", report["groups"]),
        _answers(report["answers"], report["cross_fitted"]),
        accuracies("Crop", report["crops"]),
        _others(report["others"]) if report["others"] else "",
        _coverage(report["coverage"]),
        _reliability(report["reliability"]),
        _stability(report["stability"], report["stability_photos"]) if "stability" in report else "",
        _classes(report["classes"]),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; fractions with three places."""
    lines = [f"| {' | '.join(head)} |", "|---" + "|---:" * (len(head) - 1) + "|"]
    lines += [f"| {' | '.join(_cell(value) for value in row)} |" for row in rows]
    return "\n".join(lines)


def accuracies(what: str, rows: dict[str, dict[str, float]]) -> str:
    """One row per group of photos."""
    head = (what, "photos", "top-1", "top-5", "within crop", "macro-F1")
    return table(head, ((name, row["photos"], *(row[key] for key in ACCURACIES)) for name, row in rows.items()))


def _answers(shipped: dict[str, float], crossed: dict[str, float]) -> str:
    head = ("Answers", "with these thresholds", "chosen on the other half")
    return table(head, ((words, shipped[key], crossed[key]) for key, words in ANSWERS.items()))


def _others(rows: dict[str, dict[str, float]]) -> str:
    head = ("Leaf or not, by", "AUROC", "rejected at 3 % false rejection", "at 5 %")
    keys = ("auroc", "rejected_at_0.03", "rejected_at_0.05")
    return table(head, ((name, *(row[key] for key in keys)) for name, row in rows.items()))


def _coverage(rows: Sequence[Sequence[float]]) -> str:
    return table(("Probability at least", "leaves", "right"), ((f"{limit:.2f}", *rest) for limit, *rest in rows))


def _reliability(rows: Sequence[dict[str, float]]) -> str:
    head = ("Confidence", "leaves", "mean confidence", "right")
    keys = ("count", "confidence", "accuracy")
    return table(head, ((f"{row['low']:.2f}-{row['high']:.2f}", *(row[key] for key in keys)) for row in rows))


def _stability(rows: dict[str, dict[str, float]], photos: int) -> str:
    head = (f"Changed ({photos} leaves)", "same first class", "mean change of its probability")
    return table(head, ((name, row["same"], row["change"]) for name, row in rows.items()))


def _classes(rows: dict[str, dict[str, float]]) -> str:
    head = ("Class", "photos", "recall", "precision", "F1")
    return table(
        head, ((name, *(row[key] for key in ("count", "recall", "precision", "f1"))) for name, row in rows.items())
    )


def _cell(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
