"""What the terminal is written with: colour only on a terminal, lines as wide as there is room."""

import json
import sys
from collections.abc import Iterable
from typing import IO, Any, cast

from rich.console import Console
from rich.table import Table
from rich.text import Text

WIDE = 120


def paper(error: bool = False) -> Console:
    """Where to write: the terminal, or a file or pipe without colour."""
    stream = sys.stderr if error else sys.stdout
    if stream.isatty():
        return Console(file=stream, highlight=False, markup=False, emoji=False)
    out = cast(IO[str], Trimmed(stream))
    return Console(file=out, highlight=False, markup=False, emoji=False, width=WIDE)


class Trimmed:
    """A file whose lines end without blanks."""

    def __init__(self, out: IO[str]) -> None:
        self.out = out

    def write(self, text: str) -> int:
        """Write lines without the blanks that pad them."""
        self.out.write("\n".join(line.rstrip() for line in text.split("\n")))
        return len(text)

    def flush(self) -> None:
        """Write what is held back."""
        self.out.flush()


def print_json(rows: Iterable[Any]) -> None:
    """Print rows as one JSON list."""
    json.dump(list(rows), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def table(*columns: str, wide: str = "") -> Table:
    """An aligned table without lines; the column `wide` takes the room that is left."""
    made = Table(box=None, pad_edge=False, show_edge=False, header_style="bold", expand=bool(wide))
    for name in columns:
        number = name in ("reports", "named", "events", "cooperation", "conflict")
        made.add_column(
            name,
            justify="right" if number else "left",
            ratio=1 if name == wide else None,
            no_wrap=name != wide,
            overflow="fold",
        )
    return made


def dim(words: str) -> Text:
    """Words of lesser weight."""
    return Text(words, style="dim")


def shown(words: str) -> str:
    """Words of a report as one line that cannot move the cursor or hide anything."""
    line = " ".join(words.split())
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)
