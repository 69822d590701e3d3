"""Two reports of one day and place: do they give different figures of those hurt in one happening?"""

from collections.abc import Iterator
from typing import Any

from dragoman.ingest.plain import plain
from dragoman.reconcile.discrepancies.sayings import disputed, sayings
from dragoman.reconcile.scene import Scene
from dragoman.reconcile.tellings import Near


def predict(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Whether each pair of reports differs."""
    for row in rows:
        reports = [plain(f"{row[s]['title']}\n{row[s]['text']}", None, row[s]["id"]) for s in "ab"]
        scene = Scene({r.id: r for r in reports}, {})
        found = disputed(sayings(reports, []), Near(reports), scene, {r.id for r in reports})
        yield {"id": row["id"], "differs": any(not d.within_one_report for d in found if d.kind != "cause")}
