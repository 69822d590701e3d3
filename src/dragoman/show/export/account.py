"""The account as JSON objects: the form that CONTRACT and the published schema describe, key by key."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dragoman.model.account import Account
from dragoman.model.actor import Actor, Chain, Evidence, Participant, Role
from dragoman.model.event import Event, EventMention, Place, Quantity
from dragoman.model.finding import Discrepancy, Judgement, Relation, Side, Story
from dragoman.model.speech import Statement
from dragoman.model.text import Rejection, Report, Span
from dragoman.model.when import When

SCHEMA = "dragoman/account/1"
type Json = dict[str, Any]
type ActorOf = dict[str, str]


def as_json(account: Account) -> Json:
    """The whole account as one JSON object."""
    head = {"schema": SCHEMA, "program": account.program, "models": dict(account.models)}
    return head | {name: list(rows) for name, rows in sections(account).items()}


def sections(account: Account) -> dict[str, Iterator[Json]]:
    """The account's lists by name, each made row by row so that a large one need not stand in memory."""
    of = account.actor_of
    chains = {c.id: c for c in account.chains}
    mentions = {m.id: m for m in account.mentions}
    return {
        "documents": (document(r) for r in account.reports),
        "actors": (actor(a, [chains[c] for c in a.chains if c in chains]) for a in account.actors),
        "events": (event(e, [mentions[m] for m in e.mentions if m in mentions], of) for e in account.events),
        "statements": (statement(s, of) for s in account.statements),
        "stories": (story(s) for s in account.stories),
        "discrepancies": (discrepancy(d) for d in account.discrepancies),
        "relations": (relation(r) for r in account.relations),
        "judgements": (judgement(j) for j in account.judgements),
        "rejected": (rejection(r) for r in account.rejected),
    }


def span(words: Span) -> Json:
    """A span as the contract writes it."""
    return {"start": words.start, "end": words.end, "text": words.text}


def maybe(words: Span | None) -> Json | None:
    """A span, or null."""
    return None if words is None else span(words)


def when(date: When) -> Json:
    """A date with its precision, its basis and the words it was read from."""
    return {
        "start": date.start,
        "end": date.end,
        "precision": date.precision,
        "basis": date.basis,
        "words": maybe(date.words),
    }


def place(where: Place | None) -> Json | None:
    """A place, or null."""
    if where is None:
        return None
    return {
        "name": where.name,
        "country": where.country,
        "lat": where.lat,
        "lon": where.lon,
        "precision": where.precision,
        "words": maybe(where.span),
    }


def evidence(found: Evidence) -> Json:
    """Words of a document."""
    return {"document": found.document, **span(found.span)}


def document(report: Report) -> Json:
    """One article: where it came from, when it came out and on what basis, and what was left out of it."""
    return {
        "id": report.id,
        "file": report.file,
        "encoding": report.encoding,
        "sha256": report.sha256,
        "start": report.start,
        "end": report.end,
        "read": report.read,
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "author": report.author,
        "language": report.language,
        "published": report.published.date,
        "published_basis": report.published.basis,
        "published_why": report.published.why,
        "removed": [{**span(r.span), "why": r.why} for r in report.removed],
        "copy_of": report.copy_of,
        "reuses": [{"document": r.document, **span(r.span)} for r in report.reuses],
    }


def actor(who: Actor, chains: list[Chain]) -> Json:
    """One actor with every place that names it."""
    return {
        "id": who.id,
        "name": who.name,
        "kind": who.kind,
        "country": who.country,
        "sector": who.sector,
        "roles": [role(r) for r in who.roles],
        "aliases": list(who.aliases),
        "described": who.described,
        "wikidata": who.wikidata,
        "mentions": [{"document": c.document, **span(m.span), "form": m.form} for c in chains for m in c.mentions],
    }


def role(held: Role) -> Json:
    """An office that an actor held."""
    return {
        "title": held.title,
        "organisation": held.organisation,
        "from": held.start,
        "to": held.end,
        "evidence": [evidence(e) for e in held.evidence],
    }


def actors_of(chains: list[str], of: ActorOf) -> list[str]:
    """The actors that chains belong to, each once, in order."""
    return list(dict.fromkeys(of[c] for c in chains if c in of))


def event(happening: Event, tellings: list[EventMention], of: ActorOf) -> Json:
    """One happening with every passage that tells it."""
    return {
        "id": happening.id,
        "type": happening.type,
        "mode": happening.mode,
        "contexts": list(happening.contexts),
        "cameo": happening.cameo,
        "intensity": happening.intensity,
        "source": list(happening.source),
        "target": list(happening.target),
        "date": when(replace(happening.date, words=None)),  # whose words they are, its evidence says
        "place": place(happening.place and replace(happening.place, span=None)),
        "status": happening.status,
        "confidence": round(happening.confidence, 3),
        "independent_reports": happening.independent_reports,
        "evidence": [telling(m, of) for m in tellings],
    }


def telling(mention: EventMention, of: ActorOf) -> Json:
    """What one passage says of an event."""
    return {
        "id": mention.id,
        "document": mention.document,
        **span(mention.span),
        "trigger": span(mention.trigger),
        "type": mention.type,
        "mode": mention.mode,
        "source": actors_of([p.chain for p in mention.source], of),
        "target": actors_of([p.chain for p in mention.target], of),
        "source_words": [part(p, of) for p in mention.source],
        "target_words": [part(p, of) for p in mention.target],
        "status": mention.status,
        "confidence": round(mention.confidence, 3),
        "date": when(mention.date),
        "place": place(mention.place),
        "quantities": [quantity(q) for q in mention.quantities],
        "attribution": actors_of(list(mention.attribution), of),
        "statement": mention.statement,
    }


def part(participant: Participant, of: ActorOf) -> Json:
    """The words that name a participant, and whom they name."""
    return {"actor": of.get(participant.chain), **span(participant.words)}


def quantity(number: Quantity) -> Json:
    """A number with what it counts."""
    return {"what": number.what, "value": number.value, **span(number.span)}


def statement(said: Statement, of: ActorOf) -> Json:
    """Who said what."""
    return {
        "id": said.id,
        "document": said.document,
        "speaker": of.get(said.speaker or ""),
        "channel": of.get(said.channel or ""),
        "addressee": actors_of(list(said.addressee), of),
        "about": actors_of(list(said.about), of),
        "speaker_words": maybe(said.speaker_words),
        "cue": maybe(said.cue),
        "content": {**span(said.content), "parts": [span(p) for p in said.parts]},
        "form": said.form,
        "act": said.act,
        "within": said.within,
        "date": when(said.date),
        "confidence": round(said.confidence, 3),
    }


def story(told: Story) -> Json:
    """The reports that tell one story."""
    return {
        "id": told.id,
        "title": told.title,
        "documents": list(told.documents),
        "start": told.start,
        "end": told.end,
        "why": told.why,
    }


def discrepancy(found: Discrepancy) -> Json:
    """Where the accounts differ."""
    return {
        "id": found.id,
        "kind": found.kind,
        "within_one_report": found.within_one_report,
        "what": found.what,
        "event": found.event,
        "sides": [side(s) for s in found.sides],
    }


def side(one: Side) -> Json:
    """One side of a discrepancy."""
    return {
        "says": one.says,
        "by": [{"actor": a} for a in one.actors] + [{"document": d} for d in one.documents],
        "date": one.date,
        "independent_reports": one.independent_reports,
        "evidence": [evidence(e) for e in one.evidence],
    }


def relation(week: Relation) -> Json:
    """What one did to another in one week."""
    return {
        "level": week.level,
        "source": week.source,
        "target": week.target,
        "from": week.start,
        "to": week.end,
        "cooperation": round(week.cooperation, 3),
        "conflict": round(week.conflict, 3),
        "events": list(week.events),
    }


def judgement(made: Judgement) -> Json:
    """A decision that two records are one, or are not, and why."""
    return {
        "id": made.id,
        "what": made.what,
        "on": list(made.on),
        "by": made.by,
        "who": made.who,
        "when": made.when or None,
        "why": made.why,
        "features": dict(made.features),
        "undone": made.undone,
    }


def rejection(refused: Rejection) -> Json:
    """Input that could not be read."""
    return {"file": refused.file, "why": refused.why}
