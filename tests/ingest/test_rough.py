"""The rough world: hostile and broken input ends in reports or reasons, soon, and never in a traceback."""

import gzip
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.ingest.articles import articles
from dragoman.ingest.files import Input, find, sources
from dragoman.model.text import Rejection, Report, Source
from tests.ingest.samples import pdf

SAID = "The minister said on Friday that the crossing would be closed, and officials confirmed it. "


def outcome(path: Path) -> list[Report | Rejection]:
    """Everything that becomes of one file, read as `dragoman read` reads it."""
    out: list[Report | Rejection] = []
    for found in find([str(path)]):
        for source in sources(found) if isinstance(found, Input) else [found]:
            out += articles(source) if isinstance(source, Source) else [source]
    assert out
    return out


def noise(size: int) -> bytes:
    return random.Random(7).randbytes(size)


# made when needed: some are large
HOSTILE: dict[str, Callable[[], bytes]] = {
    "long_line.txt": lambda: SAID.encode() * 1200,
    "one_word.txt": lambda: b"a" * 900_000,
    "zeros.txt": lambda: b"\0" * 100_000,
    "noise.txt": lambda: noise(50_000),
    "noise.html": lambda: noise(50_000),
    "noise.csv": lambda: noise(50_000),
    "noise.jsonl": lambda: noise(50_000),
    "noise.pdf": lambda: b"%PDF-1.7\n" + noise(50_000),
    "bomb.txt": lambda: gzip.compress(b"a" * 20_000_000),
    "bomb.html": lambda: gzip.compress(b"<p>" * 5_000_000),
    "deep.html": lambda: b"<div>" * 10_000 + SAID.encode() + b"</div>" * 10_000,
    "deep_lists.html": lambda: b"<ul><li>" * 10_000 + SAID.encode(),
    "attributes.html": lambda: b"<p " + b"a=b " * 200_000 + b">" + SAID.encode(),
    "open_tag.html": lambda: b"<" * 500_000,
    "deep.jsonl": lambda: b'{"text":' * 100_000,
    "quotes.csv": lambda: b"id,text\n" + b'"' * 100_001 + b"\n" + b"2,words\n" * 1000,
    "wide.csv": lambda: b"text" + b"," * 300_000 + b"\n" + b"words,\n" * 10,
    "rtl.txt": lambda: "\u202e\u200f\u200d\U0001f1ee\U0001f1f7\u0301".encode() * 500 + SAID.encode(),
    "brackets.txt": lambda: b"[" * 5000 + SAID.encode() + b"](https://" * 2000,
    "dashes.txt": lambda: b"By A: " * 2000 + b"\n" + b"A, " * 5000 + b"\n" + b"- " * 5000,
    "captions.txt": lambda: b"".join(
        b"Photo: a bridge over the river near the town of A%d\n" % i for i in range(4_000)
    ),
    "lines.txt": lambda: b"Share\n" * 50_000,
    "paragraphs.txt": lambda: (SAID + "\n\n").encode() * 9000,
    "half.pdf": lambda: pdf("Some words that are read.")[:250],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name]())
    begun = time.monotonic()
    assert all(isinstance(r, Report) or r.why for r in outcome(path))
    assert time.monotonic() - begun < 10


def test_fifty_megabytes_of_text(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(SAID.encode() * 600_000)
    [found] = outcome(path)
    assert isinstance(found, Rejection) and "too long for one report" in found.why


def test_a_file_that_vanishes_between_finding_and_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SAID)
    [found] = find([str(path)])
    path.unlink()
    assert isinstance(found, Input)
    [rejected] = sources(found)
    assert isinstance(rejected, Rejection) and "No such file" in rejected.why


@pytest.mark.rough
def test_a_million_lines_with_an_open_quote(tmp_path: Path) -> None:
    path = tmp_path / "million.csv"
    with path.open("w") as file:
        file.write('id,text\n1,"open\n')
        file.writelines(f"{i},{SAID}\n" for i in range(2, 1_000_000))
    [input] = find([str(path)])
    assert isinstance(input, Input)
    assert sum(isinstance(s, Source) for s in sources(input)) == 999_998
