"""Text and where it stands: spans, passages, reports, and what was left out of them.

Every offset in Dragoman is a code point of a *decoded source text*: a file decoded by its recorded
encoding, one text field of a .jsonl/.csv record, or the plain text rendered from HTML or PDF.
"""

from dataclasses import dataclass
from typing import Literal, Self

Basis = Literal["printed", "metadata", "inferred", "given", "unknown"]
PassageKind = Literal["title", "byline", "caption", "heading", "body"]


@dataclass(frozen=True, slots=True)
class Span:
    """Words in a source text: `source[start:end] == text`, always."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, source: str, start: int, end: int) -> Self:
        """Cut the span `start:end` (code points) out of `source`."""
        return cls(start, end, source[start:end])

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies inside this span (or is equal to it)."""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: "Span") -> int:
        """How many code points the two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True, slots=True)
class Removal:
    """Dirt that is kept in the source text but not read, with the reason in words."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Rejection:
    """Input that could not be read (a file, a record or one article in it), and why."""

    file: str
    why: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One stretch of a report that is read: a paragraph, a headline, a caption.

    `text` is what the parser reads. Where it differs from the source (mended mojibake), `offsets` gives
    for every code point of `text`, and one past the last, its place in the source text; else it is None
    and code point i of `text` stands at `start + i`.
    """

    start: int
    end: int
    kind: PassageKind
    text: str
    offsets: tuple[int, ...] | None = None

    def at(self, i: int) -> int:
        """The place in the source text of code point `i` of the passage's own text."""
        return self.start + i if self.offsets is None else self.offsets[i]


@dataclass(frozen=True, slots=True)
class Published:
    """When a report came out: an ISO date (YYYY-MM-DD) or None, on what basis, and why in words."""

    date: str | None
    basis: Basis
    why: str


@dataclass(frozen=True, slots=True)
class Reuse:
    """Words of this report that an earlier report (`document`) already had; offsets are in this report."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Metadata:
    """What came with a text: from its page, its record, or a metadata file beside it."""

    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One decoded input text: a file, or one record of a .jsonl/.csv file (`file` is then `path#record`).

    `metadata` is what came with the text, `given` what the user said about it (it goes before the rest).
    """

    file: str
    encoding: str
    sha256: str
    text: str
    metadata: Metadata = Metadata()
    given: Metadata = Metadata()


@dataclass(frozen=True, slots=True)
class Report:
    """One article: the stretch `start:end` of a source text, cleaned into passages to read.

    `source` is the whole decoded source text. `read` is False for a report in a language Dragoman does
    not read (`passages` is then empty). `copy_of` and `reuses` are filled in across reports, later.
    """

    id: str
    file: str
    encoding: str
    sha256: str
    source: str
    start: int
    end: int
    read: bool
    language: str
    published: Published
    passages: tuple[Passage, ...]
    removed: tuple[Removal, ...] = ()
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    copy_of: str | None = None
    reuses: tuple[Reuse, ...] = ()

    @property
    def text(self) -> str:
        """The article's own stretch of the source text, dirt and all."""
        return self.source[self.start : self.end]

    def span(self, start: int, end: int) -> Span:
        """Cut the span `start:end` (offsets of the source text)."""
        return Span.of(self.source, start, end)
