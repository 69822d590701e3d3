"""The events of a text, in few words, for the tests of the event coder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tests.coding.reports import lexicon, reading, world

from dragoman.coding import codebook
from dragoman.coding.codebook import Codebook
from dragoman.coding.events import events
from dragoman.coding.statements import statements
from dragoman.ingest.plain import plain
from dragoman.model.actor import Participant
from dragoman.model.event import EventMention
from dragoman.model.reading import Reading
from dragoman.read.parser import Parser
from dragoman.read.reading import read


@dataclass(frozen=True, slots=True)
class Told:
    """An event for comparing: countries (else names or words) of its sides, and of those it is attributed to."""

    type: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    status: str
    by: tuple[str, ...]
    trigger: str
    words: str
    record: EventMention


@cache
def packaged() -> Codebook:
    """The packaged codebook, loaded once."""
    return codebook.load()


def told(parser: Parser, text: str, published: str | None = None, book: Codebook | None = None) -> list[Told]:
    """The events of a text, the surest first."""
    whole = reading(parser, text, published)
    found = events(whole, statements(whole, lexicon()), book or packaged(), world())
    return [short(whole, e) for e in sorted(found, key=lambda e: -e.confidence)]


def types_of_each(parser: Parser, texts: Sequence[str]) -> Iterator[set[str]]:
    """The types that each of many texts tells; they are parsed in one go."""
    reports = [plain(text) for text in texts]
    for report, parse in zip(reports, parser.parse_many(reports), strict=True):
        whole = read(report, parse, world())
        yield {e.type for e in events(whole, statements(whole, lexicon()), packaged(), world())}


def short(whole: Reading, e: EventMention) -> Told:
    """One event in few words."""

    def name(part: Participant) -> str:
        if not part.chain:
            return part.words.text
        chain = whole.chain(part.chain)
        return chain.country or chain.name

    by = tuple(whole.chain(c).country or whole.chain(c).name for c in e.attribution)
    sides = tuple(map(name, e.source)), tuple(map(name, e.target))
    return Told(e.type, *sides, e.status, by, e.trigger.text, e.span.text, e)


def who(found: list[Told], type: str) -> set[tuple[str, str]]:
    """Every pair of source and target of the events of one type; "" where a side is empty."""
    return {(s, t) for e in found if e.type == type for s in e.source or ("",) for t in e.target or ("",)}
