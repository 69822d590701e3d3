"""The content of a cue as stretches of tokens."""

from dataclasses import dataclass

from dragoman.coding.statements.found import Range
from dragoman.coding.statements.grammar import trimmed
from dragoman.model.parse import Parse


@dataclass(frozen=True, slots=True)
class Content:
    """The content of one cue in token ranges. `spread` also takes in the object that the content is about."""

    frame: str
    pieces: tuple[Range, ...]
    spread: Range

    @property
    def start(self) -> int:
        """Its first token."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """One past its last token."""
        return self.pieces[-1][1]


def whole(parse: Parse, frame: str, start: int, end: int, wide: int | None = None) -> Content | None:
    """A content of one piece, without marks at its edges."""
    start, end = trimmed(parse, start, end)
    return Content(frame, ((start, end),), (start if wide is None else min(start, wide), end)) if start < end else None


def pieces(parse: Parse, frame: str, *ranges: Range) -> Content | None:
    """A content of several pieces."""
    kept = tuple(r for r in (trimmed(parse, *r) for r in ranges) if r[0] < r[1])
    return Content(frame, kept, (kept[0][0], kept[-1][1])) if kept else None
