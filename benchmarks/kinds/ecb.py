"""ECB+: event mentions given as words in texts; which tell the same happening, across all texts at once?"""

from collections.abc import Iterator
from typing import Any

import numpy as np

from benchmarks.learn_likeness import wordings
from dragoman.reconcile import likeness
from dragoman.reconcile.clusters import agglomerate
from dragoman.reconcile.likeness import TOGETHER


def predict(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A cluster for each event mention of each row; rows of the training part are left out."""
    rows = [row for row in rows if row["split"] != "train"]
    found, of, alike = wordings(rows)
    scores = np.zeros((len(found), len(found)))
    for i, a in enumerate(found):
        for j, b in enumerate(found[:i]):
            logit = likeness.chance(a, b, float(alike[of[i], of[j]]))
            scores[i, j] = scores[j, i] = likeness.probability(logit)
    cluster = {i: k for k, g in enumerate(agglomerate([[i] for i in range(len(found))], scores, TOGETHER)) for i in g}
    for number, row in enumerate(rows):
        yield {"id": row["id"], "clusters": [f"c{cluster[i]}" for i, at in enumerate(of) if at == number]}
