"""Single passages coded as `dragoman code` codes them, their parses kept on disk between runs."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from benchmarks.parses import one
from dragoman.model.parse import Parse
from dragoman.model.text import Report
from dragoman.pipeline import Resources, code_passages


class Kept:
    """Stands in for the parser: reads a parse from disk where it is there."""

    version = "kept on disk"

    def parse(self, report: Report) -> Parse:
        """The parse of one report."""
        return one(report)


def coded(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """What `dragoman code` writes for each row; only its id, text and date are looked at."""
    bare = [{"id": r["id"], "text": r["text"], "date": r.get("date")} for r in rows]
    return code_passages(bare, replace(Resources.load(), parser=Kept()))
