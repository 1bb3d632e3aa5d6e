"""How technical scores go with the strength of known faults: ``python -m tests.quality.measure_scores [--json]``.

Spearman's rank correlation over the photograph itself and five strengths of a fault, its mean over the photographs and,
in brackets, the one nearest to none. 1: the score rises with every strength; -1: it falls with every strength.
"""

from __future__ import annotations

import argparse
import json
import sys

from tests.quality.degradations import FAULTS, PHOTOGRAPHS, correlations

SCORES = (
    "Technique",
    "Blur",
    "Sharpness",
    "Exposure",
    "Clipping",
    "Contrast",
    "Colourfulness",
    "Noise",
    "Blocks",
    "Naturalness",
)


def measure() -> dict[str, dict[str, dict[str, float]]]:
    """By score and fault: mean and weakest correlation, and how many photographs could be measured."""
    table: dict[str, dict[str, dict[str, float]]] = {}
    for score in SCORES:
        table[score] = {}
        for fault in FAULTS:
            found = list(correlations(fault, score).values())
            mean = sum(found) / len(found)
            weakest = min(found, key=lambda each: each * (1 if mean >= 0 else -1))
            table[score][fault] = {"mean": round(mean, 3), "weakest": round(weakest, 3), "of": len(found)}
    return table


def as_markdown(table: dict[str, dict[str, dict[str, float]]]) -> str:
    """The table for people."""
    lines = [f"| score | {' | '.join(FAULTS)} |", f"|---|{'---|' * len(FAULTS)}"]
    for score, faults in table.items():
        cells = [f"{each['mean']:+.2f} ({each['weakest']:+.2f})" for each in faults.values()]
        lines.append(f"| {score} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args()
    table = measure()
    if asked.json:
        json.dump({"photographs": PHOTOGRAPHS, "scores": table}, sys.stdout, indent=2)
        return
    print(f"{len(PHOTOGRAPHS)} photographs: {', '.join(PHOTOGRAPHS)}.")
    print(as_markdown(table))


if __name__ == "__main__":
    main()
