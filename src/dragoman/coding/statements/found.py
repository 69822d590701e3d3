"""What the extractor passes from step to step: a cue where it stands, and an attribution it makes."""

from dataclasses import dataclass

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
    """Somebody says something: before chains, ids and nesting.

    `place` is None for a quotation that goes on without a cue. `source` is the token range of the words for who
    speaks, `head` the token that stands for them (of "a statement by the ministry" the ministry). `pieces` are
    the content and `spread` the content with the object it is about, in code points; `quotes` are the numbers of
    the quotations in it. `direct` says that it is quotation alone. `follows`: it goes on with the one before.
    """

    place: Place | None
    frame: str
    source: Range | None
    head: int | None
    pieces: tuple[Range, ...]
    spread: Range | None = None
    quotes: tuple[int, ...] = ()
    direct: bool = False
    follows: bool = False
    confidence: float = 0.8

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.pieces[-1][1]
