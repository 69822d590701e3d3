"""Stories: reports as they come, one after another; which story does each belong to?"""

from collections.abc import Iterator
from typing import Any

from dragoman.ingest.plain import plain
from dragoman.reconcile.stories import Sketch, keys, place, sketch

CANDIDATES = 200


def predict(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The story of each report, read one by one in the order given, as a dossier does."""
    known: dict[str, tuple[Sketch, frozenset[str]]] = {}
    story_of: dict[str, str] = {}
    for row in rows:
        day = row["date"][:10] if row.get("date") else None
        new = sketch(plain(f"{row['title']}\n{row['text']}", day, row["id"]))
        mine = frozenset(keys(new))
        shared = sorted(known.values(), key=lambda k: -len(k[1] & mine))[:CANDIDATES]
        placed = place([new], [s for s, k in shared if k & mine], story_of)
        story_of = {d: placed.merged.get(s, s) for d, s in story_of.items()} | dict(placed.story_of)
        known[new.document] = (new, mine)
    for row, document in zip(rows, known, strict=True):
        yield {"id": row["id"], "story": story_of[document]}
