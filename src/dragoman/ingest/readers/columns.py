"""Which column of a table holds what, by the names that are common for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from dragoman.ingest import dates
from dragoman.ingest.readers.decode import without_surrogates
from dragoman.model.text import Metadata

TEXT = (
    "text", "body", "content", "article", "articletext", "articlebody", "fulltext", "maintext", "storytext", "story",
    "cleantext", "rawtext", "plaintext", "bodytext", "newstext", "contenttext", "textcontent", "report", "document",
)  # fmt: skip
TITLE = ("title", "headline", "heading", "articletitle", "name")
PUBLISHED = (
    "published", "date", "publishdate", "pubdate", "publicationdate", "publisheddate", "datepublished", "publishedat",
    "publishtime", "articledate", "datetime", "timestamp", "createdat", "created", "day",
)  # fmt: skip
OUTLET = (
    "outlet", "source", "sourcename", "publisher", "publication", "newspaper", "media", "sitename", "site", "medium",
    "domain", "sourcedomain", "feed",
)  # fmt: skip
URL = ("url", "link", "articleurl", "sourceurl", "weburl", "href", "permalink")
AUTHOR = ("author", "authors", "byline", "creator", "writer", "journalist")
FILE = ("file", "filename", "path", "document")


@dataclass(frozen=True, slots=True)
class Columns:
    """The name of the column for each thing, or None where the table has none."""

    text: str | None
    title: str | None
    published: str | None
    outlet: str | None
    url: str | None
    author: str | None
    file: str | None = None

    def metadata(self, row: Mapping[str, object]) -> Metadata:
        """What a row says about its text; a date that cannot be read is left out."""
        published = _words(row, self.published)
        return Metadata(
            _words(row, self.title), dates.iso(published) if published else None, _words(row, self.outlet),
            _words(row, self.url), _words(row, self.author),
        )  # fmt: skip


def columns(names: Iterable[str]) -> Columns:
    """The columns among `names`; case, spaces and underscores do not matter."""
    return _columns(tuple(names))


@lru_cache(256)
def _columns(names: tuple[str, ...]) -> Columns:
    by_key = {_key(n): n for n in reversed(names)}

    def first(wanted: Iterable[str]) -> str | None:
        return next((by_key[w] for w in wanted if w in by_key), None)

    return Columns(first(TEXT), first(TITLE), first(PUBLISHED), first(OUTLET), first(URL), first(AUTHOR), first(FILE))


def _key(name: str) -> str:
    return "".join(c for c in name.lower() if c.isalnum())


def _words(row: Mapping[str, object], column: str | None) -> str | None:
    """The cell as words, or None where it is empty; a list is joined by commas."""
    cell = row.get(column) if column else None
    if isinstance(cell, list):
        cell = ", ".join(str(c) for c in cell)
    if cell is None or isinstance(cell, dict):
        return None
    return without_surrogates(" ".join(str(cell).split())) or None
