"""Records as rows and rows as records."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from dragoman.model.actor import Actor, Chain
from dragoman.model.event import Event, EventMention, Place
from dragoman.model.finding import Discrepancy, Judgement
from dragoman.model.ids import digest
from dragoman.model.speech import Statement
from dragoman.model.text import Published, Removal, Report, Source, Span
from dragoman.model.when import When

type Row = dict[str, Any]

pack = msgspec.msgpack.Encoder().encode
as_chain = msgspec.msgpack.Decoder(Chain).decode
as_statement = msgspec.msgpack.Decoder(Statement).decode
as_event_mention = msgspec.msgpack.Decoder(EventMention).decode
as_actor = msgspec.msgpack.Decoder(Actor).decode
as_event = msgspec.msgpack.Decoder(Event).decode
as_discrepancy = msgspec.msgpack.Decoder(Discrepancy).decode
as_judgement = msgspec.msgpack.Decoder(Judgement).decode


def source_id(file: str, text: str) -> str:
    """The id of a source text: from its file and its words."""
    return "x" + digest(file, text)


def source(read: Source) -> Row:
    """The row of a source text."""
    return {
        "id": source_id(read.file, read.text),
        "file": read.file,
        "encoding": read.encoding,
        "sha256": read.sha256,
        "text": read.text,
        "metadata": msgspec.to_builtins(read.metadata),
        "given": msgspec.to_builtins(read.given),
    }


def words(span: Span) -> Row:
    """The columns of a span."""
    return {"span_start": span.start, "span_end": span.end, "text": span.text}


def span(row: Any) -> Span:
    """The span in a row."""
    return Span(row.span_start, row.span_end, row.text)


def date(when: When) -> Row:
    """The columns of a date."""
    return {
        "date_start": when.start,
        "date_end": when.end,
        "date_precision": when.precision,
        "date_basis": when.basis,
    }


def place(where: Place | None) -> Row:
    """The columns of a place."""
    if where is None:
        return {"place": None, "place_country": None, "lat": None, "lon": None}
    return {"place": where.name, "place_country": where.country, "lat": where.lat, "lon": where.lon}


def document(report: Report, program: str) -> Row:
    """The row of a report, without its passages."""
    return {
        "id": report.id,
        "source": source_id(report.file, report.source),
        "file": report.file,
        "span_start": report.start,
        "span_end": report.end,
        "read": report.read,
        "language": report.language,
        **published(report.published),
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "author": report.author,
        "copy_of": report.copy_of,
        "program": program,
        "settled": False,
    }


def published(day: Published) -> Row:
    """The columns that say when a report came out."""
    return {"published": day.date, "published_basis": day.basis, "published_why": day.why}


def passages(report: Report) -> Iterator[Row]:
    """The rows of a report's passages; their words are kept only where they differ from the source's."""
    for p in report.passages:
        same = p.offsets is None and p.text == report.source[p.start : p.end]
        yield {
            "document": report.id,
            "span_start": p.start,
            "span_end": p.end,
            "kind": p.kind,
            "mended": None if same else p.text,
            "offsets": None if p.offsets is None else list(p.offsets),
        }


def removal(document: str, removed: Removal) -> Row:
    """The row of what was left out of a report."""
    return {"document": document, **words(removed.span), "why": removed.why}


def chain(found: Chain) -> Row:
    """The row of a chain, whose mentions have rows of their own."""
    return {
        "id": found.id,
        "document": found.document,
        "name": found.name,
        "kind": found.kind,
        "country": found.country,
        "sector": found.sector,
        "described": found.described,
        "key": found.key,
        "record": pack(found),
    }


def chain_mentions(found: Chain) -> Iterator[Row]:
    """The rows of a chain's mentions, each place once."""
    for m in {(m.span.start, m.span.end): m for m in found.mentions}.values():
        yield {"chain": found.id, "document": found.document, **words(m.span), "form": m.form}


def statement(said: Statement) -> Row:
    """The row of a statement."""
    return {
        "id": said.id,
        "document": said.document,
        "speaker": said.speaker,
        "channel": said.channel,
        **words(said.content),
        "cue": said.cue and said.cue.text,
        "speaker_words": said.speaker_words and said.speaker_words.text,
        "form": said.form,
        "act": said.act,
        "within": said.within,
        **date(said.date),
        "confidence": said.confidence,
        "record": pack(said),
    }


def event_mention(told: EventMention) -> Row:
    """The row of what one passage says happened."""
    return {
        "id": told.id,
        "document": told.document,
        **words(told.span),
        "trigger": told.trigger.text,
        "type": told.type,
        "mode": told.mode,
        "cameo": told.cameo,
        "intensity": told.intensity,
        "status": told.status,
        **date(told.date),
        **place(told.place),
        "statement": told.statement,
        "confidence": told.confidence,
        "record": pack(told),
    }


def participants(told: EventMention) -> Iterator[Row]:
    """Who takes part in an event mention, and who says so (outermost first)."""
    sides = {
        "source": [p.chain for p in told.source],
        "target": [p.chain for p in told.target],
        "attribution": list(told.attribution),
    }
    for side, named in sides.items():
        for n, chain_id in enumerate(named):
            yield {"mention": told.id, "side": side, "n": n, "chain": chain_id}


def actor(who: Actor) -> Row:
    """The row of an actor; its chains stand in `actor_chains` alone."""
    return {
        "id": who.id,
        "name": who.name,
        "kind": who.kind,
        "country": who.country,
        "sector": who.sector,
        "described": who.described,
        "wikidata": who.wikidata,
        "key": who.key,
        "aliases": list(who.aliases),
        "record": pack(replace(who, chains=())),
    }


def event(happened: Event) -> Row:
    """The row of an event; its mentions stand in `event_members` alone."""
    return {
        "id": happened.id,
        "type": happened.type,
        "mode": happened.mode,
        "contexts": list(happened.contexts),
        "cameo": happened.cameo,
        "intensity": happened.intensity,
        **date(happened.date),
        **place(happened.place),
        "status": happened.status,
        "confidence": happened.confidence,
        "independent_reports": happened.independent_reports,
        "record": pack(replace(happened, mentions=())),
    }


def event_actors(happened: Event) -> Iterator[Row]:
    """Who takes part in an event."""
    for side, named in (("source", happened.source), ("target", happened.target)):
        for actor_id in dict.fromkeys(named):
            yield {"event": happened.id, "side": side, "actor": actor_id}


def discrepancy(found: Discrepancy) -> Row:
    """The row of a discrepancy."""
    return {
        "id": found.id,
        "kind": found.kind,
        "within_one_report": found.within_one_report,
        "what": found.what,
        "event": found.event,
        "record": pack(found),
    }


def discrepancy_words(found: Discrepancy) -> Iterator[Row]:
    """The words of each side of a discrepancy."""
    for n, side in enumerate(found.sides):
        for e in side.evidence:
            yield {
                "discrepancy": found.id,
                "side": n,
                "says": side.says,
                "document": e.document,
                **words(e.span),
            }


def judgement(made: Judgement, number: int) -> Row:
    """The row of a judgement."""
    return {
        "id": made.id,
        "number": number,
        "what": made.what,
        "by": made.by,
        "who": made.who,
        "made_at": made.when or None,
        "why": made.why,
        "undone": made.undone,
        "record": pack(made),
    }


def judgement_on(made: Judgement) -> Iterator[Row]:
    """The records that a judgement is on, in order."""
    for n, record in enumerate(made.on):
        yield {"judgement": made.id, "n": n, "record": record}


def grouped(found: Iterable[Any], by: str) -> dict[str, list[Any]]:
    """Rows by the value of one of their columns."""
    groups: dict[str, list[Any]] = {}
    for row in found:
        groups.setdefault(getattr(row, by), []).append(row)
    return groups


def batches(ids: Sequence[str], size: int = 500) -> Iterator[Sequence[str]]:
    """`ids` in pieces small enough for one query."""
    for i in range(0, len(ids), size):
        yield ids[i : i + size]
