"""Who did what to whom in single sentences: country pair and CAMEO root."""

from collections.abc import Iterator
from typing import Any

from benchmarks.passages import coded


def predict(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The first event that `dragoman code` writes for each sentence: the gold codes the one that a sentence leads with.

    (With all events, as `dragoman code` gives them, F1 is some .05 lower.)
    """
    for row in coded(rows):
        yield {**row, "events": row.get("events", [])[:1]}
