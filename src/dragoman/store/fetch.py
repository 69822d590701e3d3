"""Everything that is read from a dossier. Each function takes an open transaction and gives whole records, in order."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Table, func, select

from dragoman.errors import UnknownRecord
from dragoman.model.actor import Actor, Chain
from dragoman.model.event import Event, EventMention
from dragoman.model.finding import Discrepancy, Judgement, Story
from dragoman.model.speech import Statement
from dragoman.model.text import Metadata, Passage, Published, Rejection, Removal, Report, Reuse, Source
from dragoman.store import rows, schema
from dragoman.store.door import Tx


def _picked(tx: Tx, query: Select[Any], column: ColumnElement[str], ids: Sequence[str] | None) -> Iterator[Row[Any]]:
    """The rows of `query`, or of those whose `column` is one of `ids`."""
    if ids is None:
        yield from tx.execute(query).all()
        return
    for some in rows.batches(list(dict.fromkeys(ids))):
        yield from tx.execute(query.where(column.in_(some))).all()


def _records(tx: Tx, table: Table, column: str, ids: Sequence[str] | None) -> list[bytes]:
    query = select(table.c.record, table.c[column])
    return [row.record for row in _picked(tx, query, table.c[column], ids)]


def facts(tx: Tx) -> dict[str, str]:
    """What is written about the dossier as a whole."""
    return {row.key: row.value for row in tx.execute(select(schema.meta))}


def rejections(tx: Tx) -> tuple[Rejection, ...]:
    """What could not be read."""
    table = schema.rejected
    return tuple(Rejection(r.file, r.why) for r in tx.execute(select(table).order_by(table.c.file, table.c.why)))


def source(tx: Tx, id: str) -> Source:
    """One source text."""
    row = tx.execute(select(schema.sources).where(schema.sources.c.id == id)).one()
    return Source(row.file, row.encoding, row.sha256, row.text, Metadata(**row.metadata), Metadata(**row.given))


def source_ids(tx: Tx, program: str | None = None) -> list[str]:
    """The source texts in the order they were read: all, or those that hold a report read by `program`."""
    table = schema.documents
    query = select(table.c.source, func.min(table.c.number)).group_by(table.c.source)
    if program is not None:
        query = query.where(table.c.program == program)
    return [row.source for row in tx.execute(query.order_by(func.min(table.c.number)))]


def document_ids(tx: Tx, source: str | None = None, settled: bool | None = None) -> list[str]:
    """The reports in the order they were read: all, those of one source text, or those (not yet) settled."""
    table = schema.documents
    query = select(table.c.id).order_by(table.c.number)
    if source is not None:
        query = query.where(table.c.source == source)
    if settled is not None:
        query = query.where(table.c.settled == settled)
    return list(tx.scalars(query))


def counts(tx: Tx) -> dict[str, int]:
    """How many records of each sort the dossier holds."""
    counted = ("documents", "actors", "events", "event_mentions", "statements", "stories", "discrepancies", "rejected")
    found = {name: tx.scalar(select(func.count()).select_from(schema.tables.tables[name])) or 0 for name in counted}
    table = schema.documents
    copies = select(func.count()).select_from(table).where(table.c.copy_of.is_not(None))
    waiting = select(func.count()).select_from(table).where(table.c.settled.is_(False))
    return {**found, "copies": tx.scalar(copies) or 0, "unsettled": tx.scalar(waiting) or 0}


def known(tx: Tx, documents: Iterable[str]) -> set[str]:
    """Those of `documents` that the dossier holds."""
    query = select(schema.documents.c.id)
    return {row.id for row in _picked(tx, query, schema.documents.c.id, list(documents))}


def bare_reports(tx: Tx, ids: Sequence[str] | None = None) -> list[Report]:
    """Reports without their words (no source text, passages, removals, reuses), in the order they were read."""
    return [_report(r, _NoText, {"passages": [], "removed": [], "reuses": []}) for r in _in_order(tx, ids)]


class _NoText:
    text = encoding = sha256 = ""


def _in_order(tx: Tx, ids: Sequence[str] | None) -> list[Row[Any]]:
    table = schema.documents
    return sorted(_picked(tx, select(table), table.c.id, ids), key=lambda r: r.number)


def to_read_again(tx: Tx, documents: Sequence[str]) -> set[str]:
    """Those of `documents` that are marked as read by no program."""
    table = schema.documents
    found = _picked(tx, select(table.c.id).where(table.c.program == ""), table.c.id, documents)
    return {row.id for row in found}


def reports(tx: Tx, ids: Sequence[str] | None = None) -> list[Report]:
    """Reports with their source texts, in the order they were read."""
    found = _in_order(tx, ids)
    texts = select(schema.sources.c.id, schema.sources.c.text, schema.sources.c.encoding, schema.sources.c.sha256)
    wanted = None if ids is None else [r.source for r in found]
    sources = {s.id: s for s in _picked(tx, texts, schema.sources.c.id, wanted)}
    parts = {
        name: rows.grouped(_picked(tx, select(t).order_by(t.c.span_start), t.c.document, ids), "document")
        for name, t in (("passages", schema.passages), ("removed", schema.removed), ("reuses", schema.reuses))
    }
    return [_report(r, sources[r.source], {name: of.get(r.id, []) for name, of in parts.items()}) for r in found]


def _report(row: Any, source: Any, parts: dict[str, list[Any]]) -> Report:
    return Report(
        row.id, row.file, source.encoding, source.sha256, source.text, row.span_start, row.span_end, row.read,
        row.language, Published(row.published, row.published_basis, row.published_why),
        tuple(_passage(p, source.text) for p in parts["passages"]),
        tuple(Removal(rows.span(r), r.why) for r in parts["removed"]),
        row.title, row.outlet, row.url, row.author, row.copy_of,
        tuple(Reuse(r.of, rows.span(r)) for r in parts["reuses"]),
    )  # fmt: skip


def _passage(row: Any, text: str) -> Passage:
    read = text[row.span_start : row.span_end] if row.mended is None else row.mended
    offsets = None if row.offsets is None else tuple(row.offsets)
    return Passage(row.span_start, row.span_end, row.kind, read, offsets)


def reusing(tx: Tx, documents: Sequence[str]) -> list[str]:
    """The reports that are copies of, or reuse words of, `documents`."""
    table, copied = schema.documents, schema.reuses
    found = [r.id for r in _picked(tx, select(table.c.id, table.c.copy_of), table.c.copy_of, documents)]
    found += [r.document for r in _picked(tx, select(copied.c.document, copied.c.of), copied.c.of, documents)]
    return sorted(set(found) - set(documents))


def with_reuses(tx: Tx, documents: Sequence[str]) -> set[str]:
    """Those of `documents` that reuse words of others."""
    table = schema.reuses
    return {r.document for r in _picked(tx, select(table.c.document).distinct(), table.c.document, documents)}


def chains(tx: Tx, ids: Sequence[str] | None = None) -> list[Chain]:
    """Chains by id."""
    return [rows.as_chain(r) for r in _records(tx, schema.chains, "id", ids)]


def chains_in(tx: Tx, documents: Sequence[str] | None = None) -> list[Chain]:
    """The chains of reports."""
    return [rows.as_chain(r) for r in _records(tx, schema.chains, "document", documents)]


def chain_at(tx: Tx, document: str, start: int, end: int) -> str | None:
    """The chain that has a mention overlapping these words of a report, the one that shares most of them."""
    table = schema.mentions
    query = select(table).where(table.c.document == document, table.c.span_start < end, table.c.span_end > start)
    found = sorted(tx.execute(query), key=lambda m: (-(min(m.span_end, end) - max(m.span_start, start)), m.chain))
    return found[0].chain if found else None


def statements(tx: Tx, ids: Sequence[str] | None = None) -> list[Statement]:
    """Statements by id."""
    return [rows.as_statement(r) for r in _records(tx, schema.statements, "id", ids)]


def statements_in(tx: Tx, documents: Sequence[str] | None = None) -> list[Statement]:
    """The statements of reports."""
    return [rows.as_statement(r) for r in _records(tx, schema.statements, "document", documents)]


def event_mentions(tx: Tx, ids: Sequence[str] | None = None) -> list[EventMention]:
    """Event mentions by id."""
    return [rows.as_event_mention(r) for r in _records(tx, schema.event_mentions, "id", ids)]


def event_mentions_in(tx: Tx, documents: Sequence[str] | None = None) -> list[EventMention]:
    """The event mentions of reports."""
    return [rows.as_event_mention(r) for r in _records(tx, schema.event_mentions, "document", documents)]


def mentions_naming(tx: Tx, chains: Sequence[str]) -> list[str]:
    """The event mentions that chains take part in, as source, target or speaker."""
    table = schema.participants
    found = _picked(tx, select(table.c.mention, table.c.chain), table.c.chain, chains)
    return list(dict.fromkeys(r.mention for r in found))


def actors(tx: Tx, ids: Sequence[str] | None = None) -> list[Actor]:
    """Actors by id, without their chains."""
    return [rows.as_actor(r) for r in _records(tx, schema.actors, "id", ids)]


def actor_of(tx: Tx, chains: Sequence[str] | None = None) -> dict[str, str]:
    """The actor that each chain is."""
    table = schema.actor_chains
    return {r.chain: r.actor for r in _picked(tx, select(table), table.c.chain, chains)}


MANY = 60
"""How many chains of one actor are looked through where only some are asked for."""


def chains_of(tx: Tx, actors: Sequence[str] | None = None, most: int | None = None) -> dict[str, list[str]]:
    """The chain ids of each actor, in the order of their reports; with `most`, so many, the first ones of `MANY`."""
    table, chain, doc = schema.actor_chains, schema.chains, schema.documents
    joined = table.join(chain, chain.c.id == table.c.chain).join(doc, doc.c.id == chain.c.document)
    query = select(table.c.actor, table.c.chain, doc.c.number).select_from(joined)
    if most is None or actors is None:
        told = list(_picked(tx, query, table.c.actor, actors))
    else:
        first = select(table.c.chain).order_by(table.c.chain).limit(MANY)
        some = [c for a in dict.fromkeys(actors) for c in tx.scalars(first.where(table.c.actor == a))]
        told = list(_picked(tx, query, table.c.chain, some))
    found: dict[str, list[str]] = {}
    for row in sorted(told, key=lambda r: (r.actor, r.number, r.chain)):
        if most is None or len(found.get(row.actor, ())) < most:
            found.setdefault(row.actor, []).append(row.chain)
    return found


def without_chains(tx: Tx, actors: Sequence[str]) -> list[str]:
    """Those of `actors` that no chain belongs to."""
    table = schema.actor_chains
    kept = {r.actor for r in _picked(tx, select(table.c.actor).distinct(), table.c.actor, actors)}
    return [a for a in dict.fromkeys(actors) if a not in kept]


def stories(tx: Tx, ids: Sequence[str] | None = None) -> list[Story]:
    """Stories by id, with their documents in the order they were read."""
    table = schema.stories
    found = sorted(_picked(tx, select(table), table.c.id, ids), key=lambda r: (r.date_start or "9999", r.id))
    told = documents_of(tx, [r.id for r in found])
    return [Story(r.id, r.title, tuple(told.get(r.id, ())), r.date_start, r.date_end, r.why) for r in found]


def story_of(tx: Tx, documents: Sequence[str] | None = None) -> dict[str, str]:
    """The story that each report tells."""
    table = schema.story_documents
    return {r.document: r.story for r in _picked(tx, select(table), table.c.document, documents)}


def documents_of(tx: Tx, stories: Sequence[str]) -> dict[str, list[str]]:
    """The reports of each story, in the order they were read."""
    table, doc = schema.story_documents, schema.documents
    query = select(table.c.story, table.c.document, doc.c.number).join(doc, doc.c.id == table.c.document)
    found: dict[str, list[str]] = {}
    for row in sorted(_picked(tx, query, table.c.story, stories), key=lambda r: r.number):
        found.setdefault(row.story, []).append(row.document)
    return found


def first_told(tx: Tx, story: str, most: int) -> list[str]:
    """The first reports of a story, in the order they were read."""
    table, doc = schema.story_documents, schema.documents
    query = select(doc.c.id).join(table, table.c.document == doc.c.id).where(table.c.story == story)
    return list(tx.scalars(query.order_by(doc.c.number).limit(most)))


def told_on(tx: Tx, story: str, dated: bool, most: int, last: bool = False) -> list[str]:
    """Reports of a story that came out on a day they tell, or (not `dated`) were read but do not tell theirs.

    The first `most` of them, or the `last`, in the order they were read.
    """
    table, doc = schema.story_documents, schema.documents
    undated = doc.c.read & doc.c.published_basis.in_(("unknown", "inferred"))
    query = select(doc.c.id).join(table, table.c.document == doc.c.id).where(table.c.story == story)
    query = query.where(~undated if dated else undated)
    found = list(tx.scalars(query.order_by(doc.c.number.desc() if last else doc.c.number).limit(most)))
    return found[::-1] if last else found


def story_days(tx: Tx, story: str) -> tuple[str | None, str | None]:
    """The first and the last day on which a story's reports came out."""
    table, doc = schema.story_documents, schema.documents
    query = select(func.min(doc.c.published), func.max(doc.c.published)).join(table, table.c.document == doc.c.id)
    first, last = tx.execute(query.where(table.c.story == story)).one()
    return first, last


def events(tx: Tx, ids: Sequence[str] | None = None) -> list[Event]:
    """Events by id, without their mentions."""
    return [rows.as_event(r) for r in _records(tx, schema.events, "id", ids)]


def events_with(tx: Tx, actors: Sequence[str]) -> list[str]:
    """The events that actors take part in."""
    table = schema.event_actors
    found = _picked(tx, select(table.c.event, table.c.actor), table.c.actor, actors)
    return list(dict.fromkeys(r.event for r in found))


def event_of(tx: Tx, mentions: Sequence[str] | None = None) -> dict[str, str]:
    """The event that each mention tells."""
    table = schema.event_members
    return {r.mention: r.event for r in _picked(tx, select(table), table.c.mention, mentions)}


def mentions_of(tx: Tx, events: Sequence[str] | None = None) -> dict[str, list[str]]:
    """The mention ids of each event, in the order of their reports and places."""
    table, told, doc = schema.event_members, schema.event_mentions, schema.documents
    joined = table.join(told, told.c.id == table.c.mention).join(doc, doc.c.id == told.c.document)
    query = select(table.c.event, table.c.mention, doc.c.number, told.c.span_start).select_from(joined)
    found: dict[str, list[str]] = {}
    for row in sorted(_picked(tx, query, table.c.event, events), key=lambda r: (r.number, r.span_start, r.mention)):
        found.setdefault(row.event, []).append(row.mention)
    return found


def discrepancies(tx: Tx, ids: Sequence[str] | None = None) -> list[Discrepancy]:
    """Discrepancies by id."""
    return [rows.as_discrepancy(r) for r in _records(tx, schema.discrepancies, "id", ids)]


def discrepancies_on(tx: Tx, events: Sequence[str]) -> list[str]:
    """The discrepancies found on events."""
    table = schema.discrepancies
    return [r.id for r in _picked(tx, select(table.c.id, table.c.event), table.c.event, events)]


def discrepancies_in(tx: Tx, documents: Sequence[str]) -> list[str]:
    """The discrepancies that have words of any of `documents`."""
    table = schema.discrepancy_words
    found = _picked(tx, select(table.c.discrepancy, table.c.document), table.c.document, documents)
    return list(dict.fromkeys(r.discrepancy for r in found))


def documents_in_discrepancies(tx: Tx, ids: Sequence[str]) -> set[str]:
    """The reports whose words stand in discrepancies."""
    table = schema.discrepancy_words
    return {r.document for r in _picked(tx, select(table.c.document).distinct(), table.c.discrepancy, ids)}


def judgements(
    tx: Tx, ids: Sequence[str] | None = None, by: str | None = None, undone: bool | None = None
) -> list[Judgement]:
    """Judgements in the order they were made, all, by id, by persons or rules alone, those (not) undone alone."""
    table = schema.judgements
    query = select(table.c.record, table.c.number)
    if by is not None:
        query = query.where(table.c.by == by)
    if undone is not None:
        query = query.where(table.c.undone.is_(undone))
    return [rows.as_judgement(r.record) for r in sorted(_picked(tx, query, table.c.id, ids), key=lambda r: r.number)]


def judgements_on(tx: Tx, records: Sequence[str]) -> list[Judgement]:
    """The judgements on any of `records`."""
    table = schema.judgement_on
    found = _picked(tx, select(table.c.judgement, table.c.record), table.c.record, records)
    return judgements(tx, [r.judgement for r in found])


def keys(tx: Tx, step: str, records: Sequence[str]) -> dict[str, set[str]]:
    """The blocking keys that records are filed under."""
    table = schema.blocks
    found: dict[str, set[str]] = {}
    for row in _picked(tx, select(table).where(table.c.step == step), table.c.record, records):
        found.setdefault(row.record, set()).add(row.key)
    return found


CROWDED = 3_000
"""How many rows of blocks are gone through for one record, the key with the smallest block aside."""


def candidates(tx: Tx, step: str, wanted: Iterable[str], most: int) -> list[str]:
    """The records that share keys with `wanted`, those that share most first, at most so many."""
    return candidates_of(tx, step, {"": wanted}, most)[""]


def candidates_of(tx: Tx, step: str, wanted: Mapping[str, Iterable[str]], most: int) -> dict[str, list[str]]:
    """For each record, given with its keys, those that share keys with it: who shares most first, at most so many.

    The most crowded keys are left aside where all blocks of a record together are too many rows: they tell least.
    """
    asked = {record: sorted(set(keys)) for record, keys in wanted.items()}
    table = schema.blocks
    size = func.count().label("size")
    sizes: dict[str, int] = {}
    every = sorted({k for keys in asked.values() for k in keys})
    for some in rows.batches(every):
        counted = select(table.c.key, size).where(table.c.step == step, table.c.key.in_(some)).group_by(table.c.key)
        sizes |= {row.key: row.size for row in tx.execute(counted)}
    telling = {record: _telling(keys, sizes) for record, keys in asked.items()}
    filed: dict[str, list[str]] = {}
    for some in rows.batches(sorted({k for keys in telling.values() for k in keys})):
        query = select(table.c.key, table.c.record).where(table.c.step == step, table.c.key.in_(some))
        for key, record in tx.execute(query).all():
            filed.setdefault(key, []).append(record)
    return {record: _foremost([filed[k] for k in keys], most) for record, keys in telling.items()}


def _telling(keys: Sequence[str], sizes: Mapping[str, int]) -> list[str]:
    """The keys that anything is filed under, without the most crowded ones."""
    kept: list[str] = []
    so_far = 0
    for key in sorted((k for k in keys if k in sizes), key=lambda k: (sizes[k], k)):
        so_far += sizes[key]
        if kept and so_far > CROWDED:
            break
        kept.append(key)
    return kept


def _foremost(blocks: Iterable[Sequence[str]], most: int) -> list[str]:
    shared = Counter(record for block in blocks for record in block)
    return nsmallest(most, shared, key=lambda r: (-shared[r], r))


def notes(tx: Tx, step: str, records: Sequence[str]) -> dict[str, bytes]:
    """What a step remembered of records."""
    table = schema.notes
    return {r.record: r.body for r in _picked(tx, select(table).where(table.c.step == step), table.c.record, records)}


def all_notes(tx: Tx, step: str) -> list[bytes]:
    """Everything that a step remembers."""
    table = schema.notes
    return list(tx.scalars(select(table.c.body).where(table.c.step == step).order_by(table.c.record)))


def kind_of(tx: Tx, id: str) -> str:
    """Which table holds the record `id`."""
    for name in (
        "documents",
        "actors",
        "events",
        "statements",
        "event_mentions",
        "chains",
        "stories",
        "discrepancies",
        "judgements",
    ):
        table = schema.tables.tables[name]
        if tx.scalar(select(table.c.id).where(table.c.id == id)):
            return name
    raise UnknownRecord(f"The dossier holds no record {id}. `dragoman show` lists the ids.")
