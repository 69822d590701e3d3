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


def test_a_user_adds_replaces_and_switches_off_cues(tmp_path: Path) -> None:
    (tmp_path / "verbs.csv").write_text(
        "cue,kind,takes,act,example\n"
        "yodel,say,clause quote,assert,{The herdsman} yodelled that <snow was coming>.\n"
        "claim,say,clause,accuse,{The herdsman} claimed that <snow was coming>.\n"
        "say,none,,assert,\n",
        encoding="utf-8",
    )
    lexicon = cues.load(tmp_path)
    assert [row.kind for row in lexicon.starting("verb", "yodel")] == ["say"]
    assert [row.act for row in lexicon.starting("verb", "claim")] == ["accuse"]
    assert lexicon.starting("verb", "say") == ()


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("yodel,shout,clause,assert,x", "column kind"),
        ("yodel,say,clause,sing,x", "column act"),
        ("yodel,say,nothing,assert,x", "column takes"),
        ("yodel,say,clause", "five columns"),
        (",say,clause,assert,x", "cue is missing"),
    ],
)
def test_a_mistake_in_a_users_file_is_told_with_its_line(tmp_path: Path, line: str, complaint: str) -> None:
    (tmp_path / "nouns.csv").write_text(f"cue,kind,takes,act,example\n{line}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=complaint) as error:
        cues.load(tmp_path)
    assert "nouns.csv, line 2" in str(error.value)


def test_a_file_without_its_heading_is_told(tmp_path: Path) -> None:
    (tmp_path / "verbs.csv").write_text("yodel,say,clause,assert,x\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="first line must be"):
        cues.load(tmp_path)
