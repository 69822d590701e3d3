"""Copies: two reports of one day; is one a copy of the other, does it reuse a part, or are they independent?"""

from collections.abc import Iterator
from typing import Any

from dragoman.ingest.plain import plain
from dragoman.reconcile.copies import find

LABEL = {"exact": "near_duplicate", "near": "near_duplicate", "partial": "partial_reuse"}


def predict(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """One label a pair: near_duplicate, partial_reuse or independent_same_story."""
    for row in rows:
        a, b = (plain(row[side]["text"], row[side].get("date"), side) for side in "ab")
        found = find([a, b], [])
        yield {"id": row["id"], "label": LABEL[found[0].kind] if found else "independent_same_story"}
