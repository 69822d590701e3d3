"""Report steps without a parser: capitalised words are actors, "X accused Y" is an event, "X said" a statement."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.model.actor import Chain, Mention, Participant
from dragoman.model.event import EventMention
from dragoman.model.ids import chain_id, mention_id, statement_id
from dragoman.model.reading import Coding
from dragoman.model.speech import Statement
from dragoman.model.text import Report, Span
from dragoman.model.when import When

NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*")
DEED = re.compile(rf"({NAME.pattern}) (accused|visited|bombed) ({NAME.pattern})")
SAID = re.compile(rf"({NAME.pattern}) said (?:that )?([^.\n]+)")
TYPES = {"accused": "ACCUSE", "visited": "CONSULT", "bombed": "ASSAULT"}


def nothing() -> str:
    """What the stub loads."""
    return "nothing"


def coded(_: object, report: Report) -> Coding:
    """What the stub finds in a report."""
    return code(report)


def code(report: Report) -> Coding:
    """What the stub finds in a report."""
    if not report.read:
        return Coding(report)
    by_name: dict[str, list[Span]] = {}
    found = [(p.start, m) for p in report.passages for m in NAME.finditer(p.text)]
    for start, m in found:
        by_name.setdefault(m.group(), []).append(report.span(start + m.start(), start + m.end()))
    chains = {n: chain(report, n, spans) for n, spans in by_name.items()}
    said = tuple(statement(report, p.start, m, chains) for p in report.passages for m in SAID.finditer(p.text))
    told = tuple(mention(report, p.start, m, chains, said) for p in report.passages for m in DEED.finditer(p.text))
    return Coding(report, tuple(chains.values()), said, told)


def chain(report: Report, name: str, spans: list[Span]) -> Chain:
    """A person of that name."""
    mentions = tuple(Mention(s, "name", 0) for s in spans)
    return Chain(chain_id(report.id, spans[0]), report.id, name, "person", None, None, False, mentions)


def statement(report: Report, at: int, m: "re.Match[str]", chains: dict[str, Chain]) -> Statement:
    """What somebody said."""
    content, who = report.span(at + m.start(2), at + m.end(2)), report.span(at + m.start(1), at + m.end(1))
    id = statement_id(report.id, content)
    return Statement(id, report.id, chains[m[1]].id, content, "indirect", "assert", 0.9, speaker_words=who)


def mention(
    report: Report, at: int, m: "re.Match[str]", chains: dict[str, Chain], said: tuple[Statement, ...]
) -> EventMention:
    """Who did what to whom."""
    parts = [Participant(chains[m[g]].id, report.span(at + m.start(g), at + m.end(g))) for g in (1, 3)]
    trigger, span = report.span(at + m.start(2), at + m.end(2)), report.span(at + m.start(), at + m.end())
    within = next((s for s in said if s.content.holds(span)), None)
    day = report.published.date
    return EventMention(
        mention_id(report.id, trigger, TYPES[m[2]]), report.id, span, trigger, TYPES[m[2]], (parts[0],), (parts[1],),
        "asserted", 0.8, intensity=-2.0, date=When(day, day, "day", "publication") if day else When(),
        attribution=(within.speaker,) if within and within.speaker else (), statement=within.id if within else None,
    )  # fmt: skip


@pytest.fixture
def stubbed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets dossiers read with the stub, without loading any model."""
    monkeypatch.setattr("dragoman.dossier.reading.coded", coded)
    monkeypatch.setattr("dragoman.dossier.Dossier.resources", lambda _: object())


type Write = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Write:
    """Writes texts as files of a folder, and gives the folder."""

    def write(**texts: str) -> Path:
        folder = tmp_path / "reports"
        folder.mkdir(exist_ok=True)
        for name, text in texts.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        return folder

    return write
