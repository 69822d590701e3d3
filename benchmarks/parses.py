"""Parses kept on disk between bench runs, so that a change in a later stage is measured in seconds."""

import hashlib
import pickle
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from dragoman.model.parse import Parse
from dragoman.model.text import Report
from dragoman.read.parser import Parser

FOLDER = Path(".cache/parses")


@cache
def parser() -> Parser:
    """The parser, loaded once a process and only when something is not on disk yet."""
    return Parser()


def parsed(reports: Iterable[Report]) -> list[Parse]:
    """The parse of each report, from disk where it is there."""
    return [one(r) for r in reports]


def one(report: Report) -> Parse:
    """The parse of one report, from disk where it is there. Delete the folder after changing the parser."""
    key = hashlib.sha256(
        repr((report.source, [(p.start, p.end, p.text) for p in report.passages])).encode("utf-8", "surrogatepass")
    )
    path = FOLDER / f"{key.hexdigest()}.pickle"
    if path.exists():
        found = pickle.loads(path.read_bytes())
        assert isinstance(found, Parse)
        return found
    parse = parser().parse(report)
    FOLDER.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps(parse))
    return parse
