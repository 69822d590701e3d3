"""What the extractor passes from step to step: a cue where it stands, and an attribution it makes."""

from dataclasses import dataclass, field

from dragoman.coding.cues import Cue

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """A cue of the lexicon where it stands: its head token, all its tokens, and the token its content hangs on."""

    cue: Cue
    head: int
    tokens: tuple[int, ...]
    anchor: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody says something: before chains, ids and nesting. Ranges are code points but for `source` (tokens).

    `place` is None for a quotation that goes on without a cue. `head` is the head token of the source (for a
    relative pronoun the pronoun itself). `quotes` are the quotations it takes in, by number. `clause` is the
    content that grammar gave, `pieces` the content in the end.
    """

    place: Place | None
    frame: str
    source: Range | None
    head: int | None
    pieces: tuple[Range, ...]
    quotes: tuple[int, ...] = ()
    confidence: float = 0.8
    follows: bool = False
    spread: Range | None = field(default=None)

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.pieces[-1][1]
