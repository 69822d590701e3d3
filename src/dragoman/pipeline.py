"""The report steps on one screen: a source in, everything its reports say out. Pure but for loading the data files."""

import importlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dragoman.ingest.plain import plain
from dragoman.model.actor import Participant
from dragoman.model.parse import Parse
from dragoman.model.reading import Coding, Reading
from dragoman.model.text import Report
from dragoman.model.world import World


def stage(module: str, name: str) -> Any:
    """The stage function `name`, or None while its module is not written yet."""
    try:
        return getattr(importlib.import_module(f"dragoman.{module}"), name, None)
    except ModuleNotFoundError:
        return None


@dataclass(frozen=True, slots=True)
class Resources:
    """What the report steps need and load once: the parser, the world, the codebook, the cue lexicon."""

    parser: Any
    world: World
    codebook: Any
    lexicon: Any

    @classmethod
    def load(cls) -> "Resources":
        """Load everything; takes some seconds."""
        from dragoman.read.parser import Parser

        world = stage("resolve.world", "load")
        codebook = stage("coding.codebook", "load")
        lexicon = stage("coding.cues", "load")
        return cls(
            Parser(), world() if world else World({}), codebook() if codebook else None, lexicon() if lexicon else None
        )


def code_report(report: Report, resources: Resources) -> Coding:
    """Everything one report says, on its own."""
    if not report.read:
        return Coding(report)
    return code(report, resources.parser.parse(report), resources)


def code(report: Report, parse: Parse, resources: Resources) -> Coding:
    """Everything one parsed report says."""
    read = stage("read.reading", "read")
    reading = read(report, parse, resources.world) if read else Reading(report, parse, (), (), ())
    statements = stage("coding.statements", "statements")
    said = statements(reading, resources.lexicon) if statements and resources.lexicon else ()
    events = stage("coding.events", "events")
    told = events(reading, said, resources.codebook, resources.world) if events and resources.codebook else ()
    return Coding(report, reading.chains, tuple(said), tuple(told))


def code_passages(rows: Iterable[dict[str, Any]], resources: Resources | None = None) -> Iterator[dict[str, Any]]:
    """Code single passages as they are: rows {id, text, date?} in, {id, events, statements} out, in order."""
    resources = resources or Resources.load()
    for row in rows:
        coding = code_report(plain(row["text"], iso(row.get("date")), str(row["id"])), resources)
        yield {"id": row["id"], **flat(coding)}


def iso(date: str | None) -> str | None:
    """YYYY-MM-DD of a date written so or as YYYYMMDD; None for none."""
    if not date:
        return None
    digits = date.replace("-", "")[:8]
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"


def flat(coding: Coding) -> dict[str, Any]:
    """A coding as one row: events most certain first, statements in order."""
    chains = {c.id: c for c in coding.chains}

    def who(p: Participant) -> dict[str, Any]:
        chain = chains.get(p.chain)
        return {
            "name": chain.name if chain else p.words.text,
            "country": chain.country if chain else None,
            "start": p.words.start,
            "end": p.words.end,
        }

    events = [
        {
            "type": e.type,
            "mode": e.mode,
            "cameo": e.cameo,
            "status": e.status,
            "start": e.span.start,
            "end": e.span.end,
            "source": [who(p) for p in e.source],
            "target": [who(p) for p in e.target],
            "confidence": round(e.confidence, 3),
        }
        for e in sorted(coding.events, key=lambda e: (-e.confidence, e.trigger.start))
    ]
    statements = [
        {
            "speaker": s.speaker_words and {"start": s.speaker_words.start, "end": s.speaker_words.end},
            "cue": s.cue and {"start": s.cue.start, "end": s.cue.end},
            "content": {"start": s.content.start, "end": s.content.end},
            "form": s.form,
        }
        for s in coding.statements
    ]
    return {"events": events, "statements": statements}
