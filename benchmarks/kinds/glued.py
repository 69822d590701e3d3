"""Where one article ends and another begins: the very splitter that `dragoman read` uses."""

from collections.abc import Iterator
from typing import Any

from dragoman.ingest.articles import articles
from dragoman.model.text import Report, Source


def predict(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The articles of each row's text as [start, end]."""
    for row in rows:
        found = articles(Source(str(row["id"]), "utf-8", "", row["text"]))
        yield {"id": row["id"], "documents": [[r.start, r.end] for r in found if isinstance(r, Report)]}
