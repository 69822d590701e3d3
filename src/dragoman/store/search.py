"""Which records a user asks for: by actor, country, type, days, report, story."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from dragoman.store import schema
from dragoman.store.door import Tx


@dataclass(frozen=True, slots=True)
class Filters:
    """What a record must have to be asked for; None asks for nothing in particular.

    `actor` is an actor's id, name or alias (or a part of one), `country` ISO 3166-1 alpha-3, `type` an event's
    type or mode, or a statement's act, `since` and `until` are ISO dates, `document` a report's id or file,
    `story` a story's id.
    """

    actor: str | None = None
    country: str | None = None
    type: str | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    document: str | None = None
    story: str | None = None


def actors_named(tx: Tx, words: str) -> list[str]:
    """The actors that `words` may mean: by id, else by a whole name or alias, else by a part of one."""
    table = schema.actors
    wanted = " ".join(words.lower().split())
    whole, part = [], []
    for row in tx.execute(select(table.c.id, table.c.name, table.c.aliases).order_by(table.c.id)):
        names = {" ".join(n.lower().split()) for n in (row.name, *row.aliases)}
        if row.id == words:
            return [row.id]
        if wanted in names:
            whole.append(row.id)
        elif any(wanted in n for n in names):
            part.append(row.id)
    return whole or part


def documents(tx: Tx, asked: Filters) -> list[str]:
    """The reports asked for, in the order they were read."""
    table = schema.documents
    query = select(table.c.id).order_by(table.c.number)
    query = query.where(*_days(table.c.published, table.c.published, asked))
    if asked.document:
        query = query.where(_report(asked.document))
    if asked.story:
        query = query.where(table.c.id.in_(_of_story(asked.story)))
    who = _who(tx, asked)
    if who is not None:
        query = query.where(
            table.c.id.in_(select(schema.chains.c.document).where(schema.chains.c.id.in_(_chains(who))))
        )
    return list(tx.scalars(query))


def events(tx: Tx, asked: Filters) -> list[str]:
    """The events asked for, by day."""
    table = schema.events
    query = select(table.c.id).order_by(table.c.date_start, table.c.id)
    query = query.where(*_days(table.c.date_start, table.c.date_end, asked))
    if asked.type:
        query = query.where(or_(table.c.type == asked.type.upper(), func.lower(table.c.mode) == asked.type.lower()))
    if asked.status:
        query = query.where(table.c.status == asked.status)
    who = _who(tx, asked)
    if who is not None:
        with_them = select(schema.event_actors.c.event).where(schema.event_actors.c.actor.in_(who))
        query = query.where(table.c.id.in_(with_them))
    if asked.document:
        query = query.where(_told_in(_report(asked.document)))
    if asked.story:
        query = query.where(_told_in(schema.documents.c.id.in_(_of_story(asked.story))))
    return list(tx.scalars(query))


def statements(tx: Tx, asked: Filters) -> list[str]:
    """The statements asked for, in the order of reports and places."""
    table, doc = schema.statements, schema.documents
    query = select(table.c.id).join(doc, doc.c.id == table.c.document)
    query = query.order_by(doc.c.number, table.c.span_start, table.c.span_end.desc())
    query = query.where(*_days(doc.c.published, doc.c.published, asked))
    if asked.type:
        query = query.where(table.c.act == asked.type.lower())
    if asked.document:
        query = query.where(_report(asked.document))
    if asked.story:
        query = query.where(doc.c.id.in_(_of_story(asked.story)))
    who = _who(tx, asked)
    if who is not None:
        query = query.where(table.c.speaker.in_(_chains(who)))
    return list(tx.scalars(query))


def actors(tx: Tx, asked: Filters) -> list[str]:
    """The actors asked for, those that most reports name first."""
    table, of, chain = schema.actors, schema.actor_chains, schema.chains
    reports = func.count(chain.c.document.distinct())
    query = select(table.c.id).join(of, of.c.actor == table.c.id).join(chain, chain.c.id == of.c.chain)
    query = query.group_by(table.c.id).order_by(reports.desc(), table.c.name, table.c.id)
    if asked.type:
        query = query.where(table.c.kind == asked.type.lower())
    if asked.document or asked.story or asked.since or asked.until:
        there = Filters(document=asked.document, story=asked.story, since=asked.since, until=asked.until)
        query = query.where(chain.c.document.in_(documents(tx, there)))
    who = _who(tx, asked)
    if who is not None:
        query = query.where(table.c.id.in_(who))
    return list(tx.scalars(query))


def discrepancies(tx: Tx, asked: Filters) -> list[str]:
    """The discrepancies asked for."""
    table, words = schema.discrepancies, schema.discrepancy_words
    query = select(table.c.id).order_by(table.c.id)
    if asked.type:
        query = query.where(table.c.kind == asked.type.lower())
    there = Filters(document=asked.document, story=asked.story, since=asked.since, until=asked.until)
    if there != Filters():
        query = query.where(
            table.c.id.in_(select(words.c.discrepancy).where(words.c.document.in_(documents(tx, there))))
        )
    found = list(tx.scalars(query))
    who = _who(tx, asked)
    return found if who is None else _naming(tx, found, set(who))


def stories(tx: Tx, asked: Filters) -> list[str]:
    """The stories asked for, by their first day."""
    table, of = schema.stories, schema.story_documents
    query = select(table.c.id).order_by(table.c.date_start, table.c.id)
    query = query.where(*_days(table.c.date_start, table.c.date_end, asked))
    if asked.story:
        query = query.where(table.c.id == asked.story)
    if asked.document or asked.actor or asked.country:
        there = documents(tx, Filters(document=asked.document, actor=asked.actor, country=asked.country))
        query = query.where(table.c.id.in_(select(of.c.story).where(of.c.document.in_(there))))
    return list(tx.scalars(query))


def _naming(tx: Tx, found: Sequence[str], who: set[str]) -> list[str]:
    """Those discrepancies on whose sides, or in whose event, one of `who` stands."""
    from dragoman.store import fetch

    with_them = set(fetch.events_with(tx, sorted(who)))
    records = fetch.discrepancies(tx, found)
    return sorted(d.id for d in records if d.event in with_them or any(who & set(s.actors) for s in d.sides))


def _who(tx: Tx, asked: Filters) -> list[str] | None:
    """The actors asked for by name and country, or None for all."""
    if asked.actor is None and asked.country is None:
        return None
    named = None if asked.actor is None else actors_named(tx, asked.actor)
    if asked.country is None:
        return named
    table = schema.actors
    there = list(tx.scalars(select(table.c.id).where(table.c.country == asked.country.upper())))
    return there if named is None else [a for a in named if a in set(there)]


def _chains(who: Sequence[str]) -> Select[tuple[str]]:
    return select(schema.actor_chains.c.chain).where(schema.actor_chains.c.actor.in_(who))


def _report(named: str) -> ColumnElement[bool]:
    table = schema.documents
    return or_(table.c.id == named, table.c.file == named, table.c.file.endswith("/" + named, autoescape=True))


def _of_story(story: str) -> Select[tuple[str]]:
    return select(schema.story_documents.c.document).where(schema.story_documents.c.story == story)


def _told_in(wanted: ColumnElement[bool]) -> ColumnElement[bool]:
    members, told, doc = schema.event_members, schema.event_mentions, schema.documents
    there = members.join(told, told.c.id == members.c.mention).join(doc, doc.c.id == told.c.document)
    return exists().select_from(there).where(and_(members.c.event == schema.events.c.id, wanted))


def _days(start: ColumnElement[str], end: ColumnElement[str], asked: Filters) -> list[ColumnElement[bool]]:
    """What has no day is not asked for where days are asked for."""
    wanted: list[ColumnElement[bool]] = []
    if asked.since:
        wanted.append(func.coalesce(end, start) >= asked.since)
    if asked.until:
        wanted.append(start <= asked.until)
    return wanted
