"""Average-link clustering that starts from groups that stand already and respects what must stay apart."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


def agglomerate(groups: Sequence[Sequence[int]], likeness: Matrix, threshold: float) -> list[list[int]]:
    """Join the likest groups until no two are as like, on average, as `threshold`.

    `groups` are indices into `likeness` (symmetric; -inf keeps the groups of two records apart for good). A joined
    group starts with the members of the earlier of its groups, and stands in its place.
    """
    members = [list(g) for g in groups]
    between = _averages(members, likeness)
    while between.size:
        i, j = divmod(int(between.argmax()), len(members))
        if between[i, j] < threshold:
            break
        i, j = min(i, j), max(i, j)
        n, m = len(members[i]), len(members[j])
        row = (between[i] * n + between[j] * m) / (n + m)
        row[[i, j]] = -np.inf
        between[i], between[:, i] = row, row
        between[j], between[:, j] = -np.inf, -np.inf
        members[i] += members[j]
        members[j] = []
    return [g for g in members if g]


def _averages(members: Sequence[Sequence[int]], likeness: Matrix) -> Matrix:
    """The mean likeness between each two groups; -inf of a group with itself."""
    belongs = np.zeros((len(members), len(likeness)))
    for row, group in enumerate(members):
        belongs[row, list(group)] = 1 / max(len(group), 1)
    apart = np.isneginf(likeness).astype(float)
    np.fill_diagonal(apart, 0.0)
    between: Matrix = belongs @ np.where(np.isneginf(likeness), 0.0, likeness) @ belongs.T
    between[belongs @ apart @ belongs.T > 0] = -np.inf
    np.fill_diagonal(between, -np.inf)
    return between
