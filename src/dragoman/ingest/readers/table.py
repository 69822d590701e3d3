"""Tables with a text in each record: .csv, .tsv and .jsonl. Each record is a source of its own."""

import csv
import io
import json
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import TextIO

from dragoman.ingest import limits
from dragoman.ingest.readers.columns import columns
from dragoman.ingest.readers.decode import SAMPLE, encoding_of, without_surrogates
from dragoman.ingest.readers.raw import Raw, merged
from dragoman.model.text import Rejection, Source

Row = Mapping[str, object]
DELIMITERS = ",;\t|"
LINES = 20_000  # of one record of a CSV file


@dataclass(frozen=True, slots=True)
class Broken:
    """A record that cannot be read, and why; `last` where nothing after it can be read either."""

    why: str
    last: bool = False


def read_csv(raw: Raw) -> Iterator[Source | Rejection]:
    """A source a record of a CSV file with a text column."""
    return _read(raw, csv_rows)


def read_jsonl(raw: Raw) -> Iterator[Source | Rejection]:
    """A source a line of a file of JSON objects."""
    return _read(raw, jsonl_rows)


def _read(raw: Raw, rows: Callable[[TextIO], Iterator[Row | Broken]]) -> Iterator[Source | Rejection]:
    """The sources in a table; what is broken is named record by record up to a number, then counted."""
    if raw.size > limits.TABLE_BYTES:
        why = f"it has {limits.megabytes(raw.size)}; at most {limits.megabytes(limits.TABLE_BYTES)} are read"
        yield Rejection(raw.name, why)
        return
    with raw.open() as sample:
        encoding = encoding_of(sample.read(SAMPLE))
    if encoding.startswith("!"):
        yield Rejection(raw.name, encoding[1:])
        return
    sha256, broken, number = raw.sha256(), 0, 0
    with io.TextIOWrapper(raw.open(), encoding, "replace", newline="") as file:
        for number, row in enumerate(rows(file), 1):
            if isinstance(row, Broken) and row.last:
                yield Rejection(raw.name, row.why)
                break
            found = _source(raw, f"{raw.name}#{number}", encoding, sha256, row)
            broken += isinstance(found, Rejection)
            if isinstance(found, Source) or broken <= limits.BROKEN_RECORDS:
                yield found
    if not number:
        yield Rejection(raw.name, "it holds no records")
    if broken > limits.BROKEN_RECORDS:
        yield Rejection(raw.name, f"{broken - limits.BROKEN_RECORDS:,} more of its records could not be read")


def _source(raw: Raw, name: str, encoding: str, sha256: str, row: Row | Broken) -> Source | Rejection:
    """The source in one record."""
    if isinstance(row, Broken):
        return Rejection(name, row.why)
    found = columns(row)
    text = row.get(found.text) if found.text else None
    if not isinstance(text, str) or not text.strip():
        held = ", ".join(list(row)[:12])
        return Rejection(name, "its text is empty" if found.text else f"it has no text; its fields are: {held}")
    if len(text) > limits.TEXT:
        return Rejection(name, f"its text has {len(text):,} characters; at most {limits.TEXT:,} are read")
    metadata = merged(raw.metadata, found.metadata(row))
    return Source(name, encoding, sha256, without_surrogates(text), metadata, raw.given)


def csv_rows(file: TextIO) -> Iterator[Row | Broken]:
    """The records of a CSV file that has a text column."""
    rows = plain_csv_rows(file)
    for row in rows:
        if not isinstance(row, Broken) and columns(row).text is None:
            yield Broken(f"it has no text column; its columns are: {', '.join(list(row)[:12])[:300]}", last=True)
            return
        yield row


def plain_csv_rows(file: TextIO) -> Iterator[Row | Broken]:
    """The records of a CSV file as mappings from the names in its first line."""
    records = _records(file)
    header = next(records, "")
    if isinstance(header, Broken) or not header.strip():
        return
    delimiter = max(DELIMITERS, key=header.count)
    names = [n.strip().lstrip("\ufeff") for n in _cells(header, delimiter)]
    for record in records:
        if isinstance(record, Broken):
            yield record
            continue
        try:
            cells = _cells(record, delimiter)
        except csv.Error as error:
            yield Broken(f"it is no sound CSV: {error}")
            continue
        if any(c.strip() for c in cells):
            yield dict(zip_longest(names, cells[: len(names)], fillvalue=""))


def _cells(record: str, delimiter: str) -> list[str]:
    """The cells of one record, which may hold line breaks between quotes."""
    csv.field_size_limit(limits.RECORD)
    return next(csv.reader(io.StringIO(record, newline=""), delimiter=delimiter), [])


def _records(file: TextIO) -> Iterator[str | Broken]:
    """The records of a CSV file as they stand: lines, joined while a quote is open.

    Where a quote is never closed, its line is given up and reading goes on with the next one.
    """
    waiting: deque[str] = deque()
    given_up = 0
    lines = _lines(file, waiting)
    for line in lines:
        record = [line]
        size, quotes = len(line), line.count('"')
        while quotes % 2 and size <= limits.RECORD and len(record) <= LINES and (more := next(lines, None)) is not None:
            record.append(more)
            size += len(more)
            quotes += more.count('"')
        if quotes % 2 == 0 and size <= limits.RECORD:
            yield "".join(record)
            continue
        given_up += 1
        if given_up > limits.BROKEN_RECORDS:
            yield Broken("too many of its records have quotes that are never closed; the rest is not read", last=True)
            return
        why = f"a quote in it is never closed, or it is longer than {limits.RECORD:,} characters"
        yield Broken(why)
        waiting.extendleft(reversed(record[1:]))


def _lines(file: TextIO, waiting: deque[str]) -> Iterator[str]:
    """The lines of `file`, those in `waiting` first; no line is read further than the longest record."""
    while True:
        line = waiting.popleft() if waiting else file.readline(limits.RECORD + 1)
        if not line:
            return
        yield line


def jsonl_rows(file: TextIO) -> Iterator[Row | Broken]:
    """The objects of a file, one a line."""
    while line := file.readline(limits.RECORD + 1):
        if len(line) > limits.RECORD:
            yield Broken(f"it is longer than {limits.RECORD:,} characters")
            while len(line) > limits.RECORD and not line.endswith("\n"):
                line = file.readline(limits.RECORD + 1)
        elif line.strip("\ufeff \t\r\n"):
            yield _object(line.lstrip("\ufeff"))


def _object(line: str) -> Row | Broken:
    """The object that one line holds."""
    try:
        found = json.loads(line)
    except ValueError as error:
        return Broken(f"it is not JSON: {error}")
    except RecursionError:
        return Broken("it is JSON nested too deep")
    return found if isinstance(found, dict) else Broken("it is not a JSON object")
