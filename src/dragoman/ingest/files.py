"""From what the user named to decoded source texts: the only part of ingest that reads files."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.model.text import Metadata, Rejection, Source


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read: where it is, its name relative to what the user named, and what is known about it."""

    path: str
    name: str
    metadata: Metadata = Metadata()


def find(named: Sequence[str]) -> Iterator[Input | Rejection]:
    """Every file under what the user named, in order, each once."""
    for name in named:
        path = Path(name)
        files = sorted(p for p in path.rglob("*.txt") if p.is_file()) if path.is_dir() else [path]
        for file in files:
            if file.is_file():
                yield Input(str(file), str(file.relative_to(path)) if path.is_dir() else file.name)
            else:
                yield Rejection(name, "no such file or folder")


def sources(input: Input, given: Metadata = Metadata()) -> Iterator[Source | Rejection]:
    """The source texts in one file; what the user gave goes before what the file says."""
    try:
        data = Path(input.path).read_bytes()
        text = data.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        yield Rejection(input.name, f"cannot be read: {error}")
        return
    yield Source(input.name, "utf-8", hashlib.sha256(data).hexdigest(), text, given)
