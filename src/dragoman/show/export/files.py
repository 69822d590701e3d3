"""Writing the account: one JSON object, or one record a line; and the texts that no file of the user's shows."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePath
from typing import IO

from dragoman.errors import DragomanError
from dragoman.model.account import Account
from dragoman.model.text import Report
from dragoman.show.export.account import SCHEMA, as_json, sections

RECORD = {
    "documents": "document",
    "actors": "actor",
    "events": "event",
    "statements": "statement",
    "stories": "story",
    "discrepancies": "discrepancy",
    "relations": "relation",
    "judgements": "judgement",
    "rejected": "rejected",
}
"""What the records of each of the account's lists are called one by one."""

PLAIN = frozenset({".txt", ".md", ".text", ".jsonl", ".csv", ".tsv", ".json", ".ndjson", ""})
"""Files whose own decoded text the offsets count in; of all others the rendered text is written beside the account."""


def schema_text() -> str:
    """The JSON Schema of the account."""
    return Path(__file__).with_name("account.schema.json").read_text(encoding="utf-8")


def write_account(account: Account, to: Path) -> None:
    """Write the account as JSON, and beside it the texts rendered from HTML and PDF that its offsets count in."""
    write_text(to, json.dumps(as_json(account), ensure_ascii=False, indent=1) + "\n")
    folder = to.with_name(to.stem + ".texts")
    for name, text in rendered(account.reports).items():
        write_text(folder / name, text)


def print_account(account: Account) -> None:
    """Write the account to the standard output."""
    json.dump(as_json(account), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def rendered(reports: tuple[Report, ...]) -> dict[str, str]:
    """The rendered source texts, by the names of the files that they are written to."""
    texts = {r.file: r.source for r in reports if PurePath(r.file.partition("#")[0]).suffix.lower() not in PLAIN}
    return {
        "__".join(PurePath(file).parts).replace("#", "__").lstrip("/") + ".txt": text for file, text in texts.items()
    }


def lines(account: Account) -> Iterator[str]:
    """The account's records one a line, the first saying what the file is."""
    head = {"record": "account", "schema": SCHEMA, "program": account.program, "models": dict(account.models)}
    yield json.dumps(head, ensure_ascii=False)
    for name, rows in sections(account).items():
        for row in rows:
            yield json.dumps({"record": RECORD[name], **row}, ensure_ascii=False)


def write_lines(account: Account, to: Path | None) -> None:
    """Write the account's records one a line, to a file or the standard output."""

    def write(out: IO[str]) -> None:
        for line in lines(account):
            out.write(line + "\n")

    if to is None:
        write(sys.stdout)
    else:
        with _whole_file(to) as out:
            write(out)


def read_text(path: Path) -> str:
    """A file's text; bytes that are not UTF-8 are marked as such. Raises DragomanError where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise DragomanError(f"{path} cannot be read: {error.strerror or error}.") from error


def write_text(to: Path, text: str) -> None:
    """Write a whole file; what stood there before stays until the new one is complete."""
    with _whole_file(to) as out:
        out.write(text)


@contextmanager
def _whole_file(to: Path) -> Iterator[IO[str]]:
    """A file that appears only when it is complete; into a device or a pipe it is written straight."""
    to = to.resolve()  # where a link leads, so that the link stays
    part = to.with_name(f".{to.name}.{os.getpid()}.part")
    try:
        if to.exists() and not to.is_file() and not to.is_dir():
            with to.open("w", encoding="utf-8", newline="\n") as out:
                yield out
            return
        to.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="\n") as out:
            yield out
        part.replace(to)
    except OSError as error:
        raise DragomanError(f"{to} cannot be written: {error.strerror or error}.") from error
    finally:
        with suppress(OSError):
            part.unlink()
