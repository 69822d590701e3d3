"""From what the user named to decoded source texts: the only part of ingest that reads files."""

import glob
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.ingest import limits
from dragoman.ingest.beside import beside, is_metadata
from dragoman.ingest.readers import page, pdf, table, text
from dragoman.ingest.readers.raw import NOTHING, Raw, in_memory, on_disk
from dragoman.model.text import Metadata, Rejection, Source

Reader = Callable[[Raw], Iterator[Source | Rejection]]
STDIN = "-"
READERS: dict[str, Reader] = {
    ".txt": text.read, ".text": text.read, ".md": text.read, ".markdown": text.read, ".html": page.read,
    ".htm": page.read, ".xhtml": page.read, ".csv": table.read_csv, ".tsv": table.read_csv, ".jsonl": table.read_jsonl,
    ".ndjson": table.read_jsonl, ".pdf": pdf.read,
}  # fmt: skip
NO_PATH, NO_FILE, NO_FIT = "it is no path: it holds a NUL", "no such file or folder", "no file fits this pattern"
MISTYPED = frozenset({NO_PATH, NO_FILE, NO_FIT})
"""Why a name stands for no input: what is wrong is the command, not the input."""
KINDS = ".txt, .md, .html, .jsonl, .csv and .pdf"


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read: its path ("-" for standard input), its name relative to what the user named, what is known."""

    path: str
    name: str
    metadata: Metadata = NOTHING


def find(named: Sequence[str]) -> Iterator[Input | Rejection]:
    """Every file under what the user named (files, folders, patterns, "-"), in order, each once."""
    seen: set[str] = set()
    for name in named:
        for found in _under(name):
            if isinstance(found, Input):
                place = os.path.realpath(found.path) if found.path != STDIN else STDIN
                if place in seen:
                    continue
                seen.add(place)
            yield found


def _under(name: str) -> Iterator[Input | Rejection]:
    """The files that one name stands for."""
    if name == STDIN:
        yield Input(STDIN, "stdin")
    elif "\0" in name:
        yield Rejection(name.replace("\0", "\ufffd"), NO_PATH)
    elif os.path.isdir(name):  # noqa: PTH112  (unlike Path.is_dir it never raises)
        yield from _folder(Path(name))
    elif os.path.lexists(name):
        yield from _file(Path(name), Path(name).parent)
    elif glob.has_magic(name):
        yield from _pattern(name)
    else:
        yield Rejection(name, NO_FILE)


def _pattern(pattern: str) -> Iterator[Input | Rejection]:
    """The files that a pattern fits, named below the last folder that it spells out."""
    fixed = Path(*_until_magic(Path(pattern).parts))
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207  (Path.glob knows no absolute patterns)
    for path in map(Path, found):
        if path.is_dir():
            yield from _folder(path)
        else:
            yield from _file(path, fixed)
    if not found:
        yield Rejection(pattern, NO_FIT)


def _until_magic(parts: Sequence[str]) -> Iterator[str]:
    for part in parts:
        if glob.has_magic(part):
            return
        yield part


def _folder(folder: Path) -> Iterator[Input | Rejection]:
    """Everything in a folder and below, hidden files apart."""
    errors: list[OSError] = []
    count = 0
    for where, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        here = Path(where)
        yield from beside(here.resolve()).rejected
        for name in sorted(f for f in files if not f.startswith(".")):
            if not is_metadata(here / name):
                count += 1
                yield from _file(here / name, folder)
    for error in errors:
        yield Rejection(str(error.filename), f"it cannot be read: {error.strerror}")
    if not count and not errors:
        yield Rejection(str(folder), f"it holds nothing to read; {KINDS} files are read")


def _file(path: Path, base: Path) -> Iterator[Input | Rejection]:
    """One file, if it is of a kind that is read."""
    name = path.relative_to(base).as_posix() if path.is_relative_to(base) else path.name
    shown = name.encode("utf-8", "replace").decode("utf-8")
    suffix = path.suffix.lower()
    if path.is_symlink() and not path.exists():
        yield Rejection(shown, "it is a link to nothing")
    elif not path.is_file():
        yield Rejection(shown, "it is no ordinary file")
    elif is_metadata(path):
        yield Rejection(shown, "it tells about the files beside it and is no report itself")
    elif suffix not in READERS:
        kind = f"files of the kind {suffix}" if suffix else "files without a suffix"
        yield Rejection(shown, f"{kind} are not read; {KINDS} files are")
    else:
        yield Input(str(path), shown, beside(path.parent.resolve()).of(path.name))


def sources(input: Input, given: Metadata = NOTHING) -> Iterator[Source | Rejection]:
    """The source texts in one file, one after another; what cannot be read gives a Rejection, never an exception."""
    try:
        raw = _stdin() if input.path == STDIN else on_disk(Path(input.path), input.name)
        if isinstance(raw, Rejection):
            yield raw
            return
        reader = _sniffed(raw) if input.path == STDIN else READERS[Path(input.path).suffix.lower()]
        yield from reader(replace(raw, metadata=input.metadata, given=given))
    except OSError as error:
        yield Rejection(input.name, f"it cannot be read: {error.strerror or error}")
    except MemoryError:
        yield Rejection(input.name, "it needs more memory than there is")


def _stdin() -> Raw | Rejection:
    """What comes in from standard input, up to the limit."""
    data = sys.stdin.buffer.read(limits.BYTES + 1)
    if len(data) > limits.BYTES:
        return Rejection("stdin", f"more than {limits.megabytes(limits.BYTES)} came in; put it in files")
    return in_memory(data, "stdin")


def _sniffed(raw: Raw) -> Reader:
    """The reader for bytes without a file name."""
    with raw.open() as file:
        begin = file.read(1000).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if begin.startswith(b"%pdf"):
        return pdf.read
    if begin.startswith((b"<!doctype html", b"<html", b"<head")):
        return page.read
    return table.read_jsonl if begin.startswith(b"{") else text.read
