"""Who did what to whom in single sentences: country pair and CAMEO root."""

from collections.abc import Iterator
from typing import Any

from benchmarks.passages import coded


def predict(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """What `dragoman code` writes for each sentence."""
    return coded(rows)
