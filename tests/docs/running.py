"""Runs what the pages tell a reader to do: their commands, their files, their Python, in order, in one folder.

A page's fenced blocks mean: `sh` – type this (lines that begin with `dragoman` or `python` are run); `text` after it –
this is among what it prints (… stands for what is left out, ids may differ); `csv my/file.csv` and the like – a file
with this in it; `python` – Python, run where what it imports is installed. A capital ID in a command stands for the
first id that the command before it printed.
"""

import io
import re
import runpy
import sys
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from shlex import split
from unittest.mock import patch

from dragoman.show import cli

FENCE = re.compile(r"^```(\w+) ?([^\n`]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
IDS = re.compile(r"\b[adejstx][0-9a-f]{12}\b(?:\.[a-z]\d+-\d+[\w-]*)?")
WRITTEN = ("csv", "toml", "jsonl", "xml", "txt")


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block of a page, and the line that it begins on."""

    language: str
    name: str
    text: str
    line: int


def blocks(page: Path) -> Iterator[Block]:
    """The fenced blocks of a page that have a language, in order."""
    text = page.read_text(encoding="utf-8")
    for found in FENCE.finditer(text):
        yield Block(found[1], found[2].strip(), found[3], text.count("\n", 0, found.start()) + 1)


def run(page: Path, folder: Path) -> str:
    """Do all that a page says in `folder`; gives all that was printed. Raises AssertionError with the page's line."""
    printed, all_printed, known = "", [], {"__name__": "__page__"}
    with chdir(folder):
        for block in blocks(page):
            where = f"{page.name}, line {block.line}"
            if block.language in WRITTEN and block.name:
                Path(block.name).parent.mkdir(parents=True, exist_ok=True)
                Path(block.name).write_text(block.text, encoding="utf-8")
            elif block.language == "sh":
                last, printed = printed, ""
                for command in commands(block.text):
                    last = typed(command, last, where)
                    printed += last
                all_printed.append(printed)
            elif block.language == "python" and block.name:
                Path(block.name).write_text(block.text, encoding="utf-8")
            elif block.language == "python":
                python(block.text, known)
            elif block.language == "text":
                missing = [line for line in promised(block.text) if line not in bare(printed)]
                assert not missing, f"{where}: not printed: {missing}\nbut:\n{printed}"
    return "\n".join(all_printed)


def commands(text: str) -> Iterator[list[str]]:
    """The words of each command that is run."""
    for line in text.replace("\\\n", " ").splitlines():
        words = split(line, comments=True)
        if words[:1] in (["dragoman"], ["python"]):
            yield words


def typed(words: list[str], before: str, where: str) -> str:
    """What a command prints; it must end well."""
    first = IDS.search(before)
    filled = [first[0] if word == "ID" and first else word for word in words]
    out = io.StringIO()
    with patch.object(sys, "argv", filled), redirect_stdout(out), redirect_stderr(out):
        try:
            if filled[0] == "python":
                sys.argv = filled[1:]
                runpy.run_path(filled[1], run_name="__main__")
            else:
                cli.main()
        except SystemExit as end:
            assert not end.code, f"{where}: {' '.join(filled)} ended with {end.code}:\n{out.getvalue()}"
    return out.getvalue()


def python(code: str, known: dict[str, str]) -> None:
    """Run Python as in a notebook, where everything that it imports is installed."""
    try:
        exec(compile(code, "page", "exec"), known)
    except ModuleNotFoundError as error:
        assert error.name in ("duckdb", "pandas"), error


def promised(text: str) -> Iterator[str]:
    """The lines, and parts of lines, that a page says are printed."""
    for line in text.splitlines():
        yield from (part for piece in line.split("…") if (part := bare(piece)))


def bare(text: str) -> str:
    """Text as it compares: no ids, blanks alike."""
    return " ".join(IDS.sub("#", text).split())
