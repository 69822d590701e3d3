"""What a metadata.csv or metadata.jsonl says about the files beside it."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dragoman.ingest import limits
from dragoman.ingest.readers.columns import columns
from dragoman.ingest.readers.decode import Decoded, decode
from dragoman.ingest.readers.table import Broken, Row, jsonl_rows, plain_csv_rows
from dragoman.model.text import Metadata, Rejection

NAMES = ("metadata.csv", "metadata.jsonl", "metadata.tsv")


@dataclass(frozen=True, slots=True)
class Beside:
    """What is said about files, by their path below the folder, and what of it could not be read."""

    about: dict[str, Metadata]
    rejected: tuple[Rejection, ...] = ()

    def of(self, path: str) -> Metadata:
        """What is said about the file at `path` (below the folder)."""
        return self.about.get(path.replace("\\", "/")) or self.about.get(Path(path).name) or Metadata()


@lru_cache(16)
def beside(folder: Path) -> Beside:
    """The metadata in `folder`; empty where it has no such file."""
    about: dict[str, Metadata] = {}
    rejected: list[Rejection] = []
    for name in NAMES:
        path = folder / name
        for found in _rows(path) if is_metadata(path) else ():
            if isinstance(found, Rejection):
                rejected.append(found)
            else:
                about.setdefault(*found)
    return Beside(about, tuple(rejected))


def is_metadata(path: Path) -> bool:
    """Whether the file at `path` tells about the files beside it: by its name, and a column that names files."""
    if path.name.lower() not in NAMES or not path.is_file():
        return False
    first = next(_table(path), None)
    return not isinstance(first, dict) or (columns(first).file is not None and columns(first).text is None)


def _rows(path: Path) -> Iterator[tuple[str, Metadata] | Rejection]:
    """The file that each row names, with what the row says about it."""
    for number, row in enumerate(_table(path), 1):
        where = f"{path.name}#{number}"
        if isinstance(row, Broken):
            yield Rejection(where, row.why)
            continue
        found = columns(row)
        named = str(row.get(found.file) or "").strip() if found.file else ""
        if not named:
            yield Rejection(where, "it names no file")
            continue
        metadata = found.metadata(row)
        if found.published and row.get(found.published) and not metadata.published:
            yield Rejection(
                where, f"its date cannot be read: {str(row[found.published])[:40]!r}; write it as YYYY-MM-DD"
            )
        yield named.replace("\\", "/").removeprefix("./"), metadata


def _table(path: Path) -> Iterator[Row | Broken]:
    """The rows of a metadata file."""
    try:
        decoded = decode(path.read_bytes()) if path.stat().st_size <= limits.BYTES else "it is too large"
    except OSError as error:
        decoded = error.strerror or "it cannot be read"
    if not isinstance(decoded, Decoded):
        yield Broken(decoded, last=True)
        return
    file = io.StringIO(decoded.text, newline="")
    yield from jsonl_rows(file) if path.suffix.lower() == ".jsonl" else plain_csv_rows(file)
