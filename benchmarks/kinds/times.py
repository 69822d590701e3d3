"""MEANTIME's time expressions: the tokenised text as it stands, counted from the date its second line prints.

The corpus marks times in the headline and the five lines after it only, so no more than those are read out.
"""

from collections.abc import Iterator
from typing import Any

from benchmarks.parses import one
from dragoman.ingest.plain import plain
from dragoman.read.times import resolve, times

MARKED_LINES = 6


def predict(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Time expressions with their TIMEX3 values."""
    for row in rows:
        lines = row["text"].split("\n")
        text = "\n".join(lines[:MARKED_LINES])
        found = times(one(plain(text)), resolve(lines[1], None).start)
        spans = [{"start": t.span.start, "end": t.span.end, "value": t.value, "type": t.type} for t in found]
        yield {"id": row["id"], "times": spans}
