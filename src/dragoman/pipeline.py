"""The report steps on one screen: a report in, everything it says out. Pure but for loading the data files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from dragoman.coding import codebook, cues
from dragoman.coding.codebook import Codebook
from dragoman.coding.cues import Lexicon
from dragoman.coding.events import events, of_somebody
from dragoman.coding.events_details import depth
from dragoman.coding.statements import statements
from dragoman.errors import InputError
from dragoman.ingest.plain import plain
from dragoman.model.actor import Chain, Participant
from dragoman.model.event import EventMention
from dragoman.model.parse import Parse
from dragoman.model.reading import Coding
from dragoman.model.speech import Statement
from dragoman.model.text import Report, Span
from dragoman.model.world import World
from dragoman.read.coref_speech import voiced
from dragoman.read.parser import Parser, version
from dragoman.read.reading import read
from dragoman.resolve import world
from dragoman.settings import Settings

DEFAULTS = Settings()


class Parses(Protocol):
    """What parses a report: the parser, or what keeps its parses on disk."""

    version: str

    def parse(self, report: Report) -> Parse:
        """Parse one report."""
        ...


@dataclass(frozen=True, slots=True)
class Resources:
    """What the report steps need and load once: the parser, the world, the codebook, the cue lexicon."""

    parser: Parses
    world: World
    codebook: Codebook
    lexicon: Lexicon

    @classmethod
    def load(cls, settings: Settings = DEFAULTS) -> "Resources":
        """Load everything, the user's own data laid over ours; takes some seconds."""
        known, frames, lexicon = world.load(settings.world), codebook.load(settings.codebook), cues.load(settings.cues)
        return cls(Parser(str(settings.model) if settings.model else None), known, frames, lexicon)


def models(settings: Settings = DEFAULTS) -> dict[str, str]:
    """The name and version of each model that the report steps use, told without loading it."""
    return {"parser": version(str(settings.model) if settings.model else None)}


def code_report(report: Report, resources: Resources) -> Coding:
    """Everything one report says, on its own; events of nobody in particular are left out."""
    if not report.read:
        return Coding(report)
    coding = code(report, resources.parser.parse(report), resources)
    return replace(coding, events=tuple(e for e in coding.events if of_somebody(e)))


def code(report: Report, parse: Parse, resources: Resources) -> Coding:
    """Everything one parsed report says."""
    reading = read(report, parse, resources.world)
    said = statements(reading, resources.lexicon)
    reading = voiced(reading, said)
    told = events(reading, said, resources.codebook, resources.world)
    return Coding(report, reading.chains, said, told)


def code_passages(rows: Iterable[dict[str, Any]], resources: Resources | None = None) -> Iterator[dict[str, Any]]:
    """Code single passages as they are: rows {id, text, date?} in, {id, events, statements} out, in order.

    A passage may hold back its names, so events of nobody in particular are kept.
    """
    resources = resources or Resources.load()
    for n, row in enumerate(rows, 1):
        if not isinstance(row.get("text"), str) or "id" not in row:
            raise InputError(f"Record {n} has no id or no text: each line is an object with id, text and maybe date.")
        report = plain(row["text"], iso(row.get("date")), str(row["id"]))
        parse = resources.parser.parse(report)
        yield {"id": row["id"], **flat(code(report, parse, resources), parse)}


def iso(date: str | None) -> str | None:
    """YYYY-MM-DD of a date written so or as YYYYMMDD; None for none, or for what is no such date."""
    digits = (date or "").replace("-", "")[:8]
    try:
        return datetime.strptime(digits, "%Y%m%d").date().isoformat() if len(digits) == 8 else None
    except ValueError:
        return None


def flat(coding: Coding, parse: Parse) -> dict[str, Any]:
    """A coding as one row: what the main clause tells first, statements in order."""
    chains = {c.id: c for c in coding.chains}
    told = sorted(coding.events, key=lambda e: (-prominence(e, parse), e.trigger.start, e.id))
    return {"events": [_event(e, chains) for e in told], "statements": [_statement(s) for s in coding.statements]}


def prominence(told: EventMention, parse: Parse) -> float:
    """How much an event stands out in its passage: verbs of the main clause whose parties are named most."""
    t = parse.tokens(told.trigger)[0]
    named = sum(any(p.chain for p in side) + 0.4 * bool(side) for side in (told.source, told.target))
    return named - 0.6 * depth(parse, t) - (parse.pos[t] != "VERB")


def _event(told: EventMention, chains: dict[str, Chain]) -> dict[str, Any]:
    """One event; of a reciprocal one all parties are sources and nobody is the target."""
    mutual = len(told.source) > 1 and {p.words for p in told.source} == {p.words for p in told.target}
    return {
        "type": told.type,
        "mode": told.mode,
        "cameo": told.cameo,
        "status": told.status,
        "start": told.span.start,
        "end": told.span.end,
        "source": [_participant(p, chains) for p in told.source],
        "target": [] if mutual else [_participant(p, chains) for p in told.target],
        "confidence": round(told.confidence, 3),
    }


def _participant(part: Participant, chains: dict[str, Chain]) -> dict[str, Any]:
    chain = chains.get(part.chain)
    named = {"name": chain.name, "country": chain.country} if chain else {"name": part.words.text, "country": None}
    return {**named, "start": part.words.start, "end": part.words.end}


def _statement(said: Statement) -> dict[str, Any]:
    return {
        "speaker": _ends(said.speaker_words),
        "cue": _ends(said.cue),
        "content": _ends(said.content),
        "form": said.form,
    }


def _ends(words: Span | None) -> dict[str, int] | None:
    return None if words is None else {"start": words.start, "end": words.end}
