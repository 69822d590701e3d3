"""Short reports for the tests of coding, and what they say, in a few words."""

from dataclasses import dataclass
from functools import cache

from dragoman.coding import cues
from dragoman.coding.statements import statements
from dragoman.ingest.plain import plain
from dragoman.model.reading import Reading
from dragoman.model.speech import Statement
from dragoman.model.world import World
from dragoman.read.parser import Parser
from dragoman.read.reading import read
from dragoman.resolve.world import load

EDGES = " \n,.;:?!“”\"'’"


@dataclass(frozen=True, slots=True)
class Said:
    """A statement for comparing: the speaker's name or words, the cue, the content without marks at its edges."""

    speaker: str | None
    cue: str | None
    content: str
    form: str
    act: str
    within: str | None
    channel: str | None
    addressee: tuple[str, ...]
    about: tuple[str, ...]
    parts: tuple[str, ...]
    record: Statement


@cache
def world() -> World:
    """The packaged world, loaded once."""
    return load()


@cache
def lexicon() -> cues.Lexicon:
    """The packaged cue lexicon, loaded once."""
    return cues.load()


def reading(parser: Parser, text: str, published: str | None = None) -> Reading:
    """A text read as it stands."""
    report = plain(text, published)
    return read(report, parser.parse(report), world())


def said(parser: Parser, text: str, published: str | None = None) -> list[Said]:
    """The statements of a text, in order."""
    whole = reading(parser, text, published)
    found = statements(whole, lexicon())
    by_id = {s.id: s for s in found}

    def name(chain: str | None) -> str | None:
        return whole.chain(chain).name if chain else None

    return [
        Said(
            name(s.speaker) or (s.speaker_words.text if s.speaker_words else None),
            s.cue.text if s.cue else None,
            s.content.text.strip(EDGES),
            s.form,
            s.act,
            by_id[s.within].content.text.strip(EDGES) if s.within else None,
            name(s.channel),
            tuple(str(name(c)) for c in s.addressee),
            tuple(str(name(c)) for c in s.about),
            tuple(p.text.strip(EDGES) for p in s.parts),
            s,
        )
        for s in found
    ]


def contents(parser: Parser, text: str) -> list[str]:
    """Only what is said, in order."""
    return [s.content for s in said(parser, text)]
