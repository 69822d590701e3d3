"""Learns src/dragoman/reconcile/likeness.toml from the training part of ECB+: `learn_likeness.py ECBPLUS.jsonl`.

One ridge logistic regression for each case of `likeness.case`, over all pairs of event mentions of one topic.
"""

import json
import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

if not __package__:  # run as a script: make the repository root importable
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

import numpy as np
from numpy.typing import NDArray

from dragoman.ingest.plain import plain
from dragoman.model.text import Span
from dragoman.reconcile import likeness, stories
from dragoman.reconcile.clusters import Matrix
from dragoman.reconcile.likeness import Wording

Row = dict[str, Any]


def wordings(rows: list[Row]) -> tuple[list[Wording], list[int], Matrix]:
    """The event mentions of ECB+ rows, each one's row number, and how like the rows' texts are."""
    found: list[Wording] = []
    of: list[int] = []
    reports = [plain(row["text"], None, row["id"]) for row in rows]
    for number, (row, report) in enumerate(zip(rows, reports, strict=True)):
        words = likeness.vocabulary(report)
        for mention in row["mentions"]:
            if mention["kind"] == "event":
                trigger = Span(mention["start"], mention["end"], mention["text"])
                found.append(likeness.wording(report, trigger, words))
                of.append(number)
    return found, of, stories.alike([stories.sketch(r) for r in reports])


def fitted(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weights of a ridge logistic regression, by Newton's method."""
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - y) + weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.eye(x.shape[1])
        weights -= np.linalg.solve(curve, gradient)
    return weights


def learn(rows: list[Row]) -> str:
    """The weights of every case as TOML."""
    found, of, alike = wordings(rows)
    clusters = [m["cluster"] for row in rows for m in row["mentions"] if m["kind"] == "event"]
    topics: dict[str, list[int]] = defaultdict(list)
    for i, number in enumerate(of):
        topics[rows[number]["topic"]].append(i)
    cases: dict[str, list[tuple[float, ...]]] = defaultdict(list)
    for members in topics.values():
        for i, j in combinations(members, 2):
            a, b = found[i], found[j]
            pair = likeness.features(a, b, float(alike[of[i], of[j]]))
            cases[likeness.case(a, b)].append((*pair, float(clusters[i] == clusters[j])))
    lines = ["# Learnt from the training part of ECB+ (CC BY 3.0) by benchmarks/learn_likeness.py; see likeness.py."]
    for case, pairs in sorted(cases.items()):
        table = np.array(pairs)
        lines += ["", f'["{case}"]']
        weights = zip(likeness.FEATURES, fitted(table[:, :-1], table[:, -1]), strict=True)
        lines += [f'"{name}" = {value:.2f}' for name, value in weights]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    read = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines() if line.strip()]
    target = Path(likeness.__file__).with_name("likeness.toml")
    target.write_text(learn([row for row in read if row["split"] == "train"]), encoding="utf-8")
