"""Average-link clustering that starts from groups that stand already and respects what must stay apart."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


def agglomerate(groups: Sequence[Sequence[int]], likeness: Matrix, threshold: float) -> list[list[int]]:
    """Join the likest groups until no two are as like, on average, as `threshold`.

    `groups` are indices into `likeness` (symmetric; -inf keeps the groups of two records apart for good). A joined
    group starts with the members of its first group.
    """
    members = [list(g) for g in groups]
    between = np.full((len(members), len(members)), -np.inf)
    for i, a in enumerate(members):
        for j, b in enumerate(members[:i]):
            between[i, j] = between[j, i] = likeness[np.ix_(a, b)].mean()
    while len(members) > 1:
        i, j = divmod(int(between.argmax()), len(members))
        i, j = min(i, j), max(i, j)
        if between[i, j] < threshold:
            break
        n, m = len(members[i]), len(members[j])
        row = (between[i] * n + between[j] * m) / (n + m)
        row[i] = -np.inf
        between[i], between[:, i] = row, row
        members[i] += members.pop(j)
        between = np.delete(np.delete(between, j, 0), j, 1)
    return members
