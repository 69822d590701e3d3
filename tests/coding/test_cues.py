"""Every row of the cue lexicon proves itself on its own example; and the lexicon can be edited."""

import re
from pathlib import Path

import pytest

from dragoman.coding import cues
from dragoman.coding.statements import attributions
from dragoman.errors import SettingsError
from dragoman.ingest.plain import plain
from dragoman.model.reading import Reading
from dragoman.read.parser import Parser

EDGES = " \n,.;:?!“”\"'’"


def expected(example: str) -> tuple[str, str | None, str]:
    """The plain text of an example, and the speaker and the content marked in it."""
    text = re.sub(r"[{}<>]", "", example)
    speaker = re.search(r"\{(.*?)\}", example)
    content = re.search(r"<(.*)>", example)
    assert content, example
    return text, speaker and re.sub(r"[<>]", "", speaker[1]), re.sub(r"[{}<>]", "", content[1])


@pytest.fixture(scope="module")
def misses(parser: Parser) -> dict[str, str]:
    """What is wrong with each example that does not come out as it is marked."""
    lexicon = cues.load()
    reports = [plain(expected(row.example)[0]) for row in lexicon.rows]
    out: dict[str, str] = {}
    for row, report, parse in zip(lexicon.rows, reports, parser.parse_many(reports), strict=True):
        _, speaker, content = expected(row.example)
        got: list[tuple[str, str | None, str]] = []
        for a in attributions(Reading(report, parse, (), (), ()), lexicon):
            source = parse.span(*a.source).text.removesuffix("'s").removesuffix("'") if a.source else None
            words = " ".join(a.place.cue.words) if a.place else ""
            got.append((words, source, report.source[a.start : a.end].strip(EDGES)))
        if (" ".join(row.words), speaker, content.strip(EDGES)) not in got and row.kind != "light":
            out[row.example] = str(got)
        if row.kind == "light" and (speaker, content.strip(EDGES)) not in [g[1:] for g in got]:
            out[row.example] = str(got)
    return out


def test_every_example_comes_out_as_marked(misses: dict[str, str]) -> None:
    assert not misses, "\n".join(f"{example}\n    {got}" for example, got in misses.items())
