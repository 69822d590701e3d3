"""Counting and matching that every scorer needs."""

from collections.abc import Hashable, Iterable, Mapping, Sequence

Interval = tuple[int, int]
PRF = tuple[float, float, float]


def overlap(a: Interval, b: Interval) -> int:
    """How many code points two intervals share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def jaccard(a: Interval, b: Interval) -> float:
    """Shared code points over all code points of the two."""
    shared = overlap(a, b)
    return shared / (a[1] - a[0] + b[1] - b[0] - shared) if shared else 0.0


def prf(right: int, said: int, wanted: int) -> PRF:
    """Precision, recall and F1 from counts, rounded to three places."""
    p, r = right / said if said > 0 else 0.0, right / wanted if wanted else 0.0
    return round(p, 3), round(r, 3), round(2 * p * r / (p + r), 3) if p + r else 0.0


def f1(a: float, b: float) -> float:
    """The harmonic mean of two rates."""
    return 2 * a * b / (a + b) if a + b else 0.0


def greedy(edges: Iterable[tuple[tuple[float, ...], int, int]]) -> dict[int, int]:
    """One-to-one, best score first; an edge is (score, gold index, prediction index)."""
    matched: dict[int, int] = {}
    used: set[int] = set()
    for _, gold, said in sorted(edges, key=lambda e: e[0], reverse=True):
        if gold not in matched and said not in used:
            matched[gold] = said
            used.add(said)
    return matched


def largest(edges: Mapping[int, Sequence[int]]) -> dict[int, int]:
    """A largest one-to-one matching; `edges` maps a gold index to prediction indices, best first."""
    owner: dict[int, int] = {}

    def place(gold: int, seen: set[int]) -> bool:
        for said in edges[gold]:
            if said in seen:
                continue
            seen.add(said)
            if said not in owner or place(owner[said], seen):
                owner[said] = gold
                return True
        return False

    for gold in sorted(edges, key=lambda g: len(edges[g])):
        place(gold, set())
    return {gold: said for said, gold in owner.items()}


def macro_f1(gold: Sequence[object], said: Sequence[object], labels: Iterable[object]) -> float:
    """The mean F1 over `labels`, in per cent."""
    scores = []
    for label in labels:
        tp = sum(a == b == label for a, b in zip(gold, said, strict=True))
        wrong = sum((a == label) != (b == label) for a, b in zip(gold, said, strict=True))
        scores.append(2 * tp / (2 * tp + wrong) if tp else 0.0)
    return 100 * sum(scores) / len(scores)


def clusters[K: Hashable](labels: Mapping[K, Hashable]) -> list[set[K]]:
    """Items grouped by their label."""
    by: dict[Hashable, set[K]] = {}
    for item, label in labels.items():
        by.setdefault(label, set()).add(item)
    return list(by.values())


def bcubed[K: Hashable](a: Sequence[set[K]], b: Sequence[set[K]]) -> float:
    """B-cubed share: how much of each item's `a` cluster lies in its `b` cluster, averaged over items."""
    of = {item: cluster for cluster in b for item in cluster}
    n = sum(map(len, a))
    return sum(len(c & of[item]) / len(c) for c in a for item in c) / n if n else 0.0


def muc[K: Hashable](a: Sequence[set[K]], b: Sequence[set[K]]) -> float:
    """MUC share of the links of `a` that `b` keeps."""
    of = {item: i for i, cluster in enumerate(b) for item in cluster}
    kept = sum(len(c) - len({of.get(item, ("alone", item)) for item in c}) for c in a)
    links = sum(len(c) - 1 for c in a)
    return kept / links if links else 0.0


def ceaf_e[K: Hashable](gold: Sequence[set[K]], said: Sequence[set[K]]) -> tuple[float, float]:
    """Entity-based CEAF recall and precision (Luo 2005), aligned within each group of overlapping clusters."""
    import numpy
    from scipy.optimize import linear_sum_assignment
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    where = {item: i for i, cluster in enumerate(gold) for item in cluster}
    pairs = sorted({(where[item], j) for j, cluster in enumerate(said) for item in cluster})
    n = len(gold) + len(said)
    links = coo_matrix(([1] * len(pairs), ([i for i, _ in pairs], [len(gold) + j for _, j in pairs])), shape=(n, n))
    _, part = connected_components(links, directed=False)
    rows: dict[int, list[int]] = {}
    columns: dict[int, list[int]] = {}
    for i in range(len(gold)):
        rows.setdefault(int(part[i]), []).append(i)
    for j in range(len(said)):
        columns.setdefault(int(part[len(gold) + j]), []).append(j)
    total = 0.0
    for k, gs in rows.items():
        weight = numpy.array(
            [[2 * len(gold[i] & said[j]) / (len(gold[i]) + len(said[j])) for j in columns[k]] for i in gs]
        )
        total += float(weight[linear_sum_assignment(weight, maximize=True)].sum())
    return total / len(gold), total / len(said)
