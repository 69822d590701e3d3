"""The tables of a dossier. Offsets (`span_start`, `span_end`) are code points of the document's source text.

What a report says (chains, mentions, statements, event mentions) names chains; `actor_chains` alone says which actor
each chain is. Lists that nobody filters by are JSON; a column `record` keeps the whole record for the program itself.
Types are those that PostgreSQL has too.
"""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

VERSION = 1
"""The version of this schema; `migrations` holds the steps between versions."""

tables = MetaData()


def _span() -> list[Column[int] | Column[str]]:
    return [
        Column("span_start", Integer, nullable=False),
        Column("span_end", Integer, nullable=False),
        Column("text", Text, nullable=False),
    ]


def _date() -> list[Column[str]]:
    return [
        Column("date_start", String(10)),
        Column("date_end", String(10)),
        Column("date_precision", String, nullable=False),
        Column("date_basis", String, nullable=False),
    ]


def _place() -> list[Column[str] | Column[float]]:
    return [Column("place", String), Column("place_country", String(3)), Column("lat", Float), Column("lon", Float)]


def _record() -> Column[bytes]:
    return Column("record", LargeBinary, nullable=False)


meta = Table("meta", tables, Column("key", String, primary_key=True), Column("value", Text, nullable=False))

sources = Table(
    "sources",
    tables,
    Column("id", String, primary_key=True),
    Column("file", Text, nullable=False),
    Column("encoding", String, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("metadata", JSON, nullable=False),
    Column("given", JSON, nullable=False),
)

documents = Table(
    "documents",
    tables,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("source", String, nullable=False, index=True),
    Column("file", Text, nullable=False),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("read", Boolean, nullable=False),
    Column("language", String, nullable=False),
    Column("published", String(10), index=True),
    Column("published_basis", String, nullable=False),
    Column("published_why", Text, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("url", Text),
    Column("author", Text),
    Column("copy_of", String, index=True),
    Column("program", String, nullable=False),
    Column("settled", Boolean, nullable=False, index=True),
)

passages = Table(
    "passages",
    tables,
    Column("document", String, primary_key=True),
    Column("span_start", Integer, primary_key=True),
    Column("span_end", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("mended", Text),
    Column("offsets", JSON),
    sqlite_with_rowid=False,
)

removed = Table(
    "removed",
    tables,
    Column("document", String, nullable=False, index=True),
    *_span(),
    Column("why", Text, nullable=False),
)

reuses = Table(
    "reuses",
    tables,
    Column("document", String, nullable=False, index=True),
    Column("of", String, nullable=False, index=True),
    *_span(),
)

chains = Table(
    "chains",
    tables,
    Column("id", String, primary_key=True),
    Column("document", String, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("kind", String, nullable=False),
    Column("country", String(3)),
    Column("sector", String),
    Column("described", Boolean, nullable=False),
    Column("key", String),
    _record(),
)

mentions = Table(
    "mentions",
    tables,
    Column("document", String, primary_key=True),
    Column("span_start", Integer, primary_key=True),
    Column("span_end", Integer, primary_key=True),
    Column("chain", String, primary_key=True),
    Column("text", Text, nullable=False),
    Column("form", String, nullable=False),
    sqlite_with_rowid=False,
)

statements = Table(
    "statements",
    tables,
    Column("id", String, primary_key=True),
    Column("document", String, nullable=False, index=True),
    Column("speaker", String, index=True),
    Column("channel", String),
    *_span(),
    Column("cue", Text),
    Column("speaker_words", Text),
    Column("form", String, nullable=False),
    Column("act", String, nullable=False),
    Column("within", String),
    *_date(),
    Column("confidence", Float, nullable=False),
    _record(),
)

event_mentions = Table(
    "event_mentions",
    tables,
    Column("id", String, primary_key=True),
    Column("document", String, nullable=False, index=True),
    *_span(),
    Column("trigger", Text, nullable=False),
    Column("type", String, nullable=False),
    Column("mode", String),
    Column("cameo", String),
    Column("intensity", Float, nullable=False),
    Column("status", String, nullable=False),
    *_date(),
    *_place(),
    Column("statement", String),
    Column("confidence", Float, nullable=False),
    _record(),
)

participants = Table(
    "participants",
    tables,
    Column("mention", String, primary_key=True),
    Column("side", String, primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("chain", String, nullable=False, index=True),
    sqlite_with_rowid=False,
)

actors = Table(
    "actors",
    tables,
    Column("id", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", String, nullable=False),
    Column("country", String(3), index=True),
    Column("sector", String),
    Column("described", Boolean, nullable=False),
    Column("wikidata", String),
    Column("key", String, index=True),
    Column("aliases", JSON, nullable=False),
    _record(),
)

actor_chains = Table(
    "actor_chains",
    tables,
    Column("chain", String, primary_key=True),
    Column("actor", String, nullable=False, index=True),
    sqlite_with_rowid=False,
)

events = Table(
    "events",
    tables,
    Column("id", String, primary_key=True),
    Column("type", String, nullable=False, index=True),
    Column("mode", String),
    Column("contexts", JSON, nullable=False),
    Column("cameo", String),
    Column("intensity", Float, nullable=False),
    *_date(),
    *_place(),
    Column("status", String, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("independent_reports", Integer, nullable=False),
    _record(),
    Index("events_by_day", "date_start"),
)

event_actors = Table(
    "event_actors",
    tables,
    Column("event", String, primary_key=True),
    Column("side", String, primary_key=True),
    Column("actor", String, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

event_members = Table(
    "event_members",
    tables,
    Column("mention", String, primary_key=True),
    Column("event", String, nullable=False, index=True),
    sqlite_with_rowid=False,
)

stories = Table(
    "stories",
    tables,
    Column("id", String, primary_key=True),
    Column("title", Text, nullable=False),
    Column("date_start", String(10)),
    Column("date_end", String(10)),
    Column("why", Text, nullable=False),
)

story_documents = Table(
    "story_documents",
    tables,
    Column("document", String, primary_key=True),
    Column("story", String, nullable=False, index=True),
    sqlite_with_rowid=False,
)

discrepancies = Table(
    "discrepancies",
    tables,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("within_one_report", Boolean, nullable=False),
    Column("what", Text, nullable=False),
    Column("event", String, index=True),
    _record(),
)

discrepancy_words = Table(
    "discrepancy_words",
    tables,
    Column("discrepancy", String, nullable=False, index=True),
    Column("side", Integer, nullable=False),
    Column("says", Text, nullable=False),
    Column("document", String, nullable=False, index=True),
    *_span(),
)

judgements = Table(
    "judgements",
    tables,
    Column("id", String, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("what", String, nullable=False),
    Column("by", String, nullable=False),
    Column("who", Text),
    Column("made_at", String),
    Column("why", Text, nullable=False),
    Column("undone", Boolean, nullable=False),
    _record(),
    Index("judgements_by", "by", "undone"),
)

judgement_on = Table(
    "judgement_on",
    tables,
    Column("judgement", String, primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("record", String, nullable=False, index=True),
    sqlite_with_rowid=False,
)

notes = Table(
    "notes",
    tables,
    Column("step", String, primary_key=True),
    Column("record", String, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

rejected = Table(
    "rejected",
    tables,
    Column("file", Text, primary_key=True),
    Column("why", Text, primary_key=True),
    Column("document", String, index=True),
)

blocks = Table(
    "blocks",
    tables,
    Column("step", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("record", String, primary_key=True),
    Index("blocks_by_record", "step", "record"),
    sqlite_with_rowid=False,
)
