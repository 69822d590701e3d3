"""The grammar of a report as plain arrays, so that no stage but `read` knows the parser."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from dragoman.model.text import Span


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity: tokens `start:end` and the parser's label (PERSON, GPE, NORP, ORG, DATE, …)."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Parse:
    """Tokens of one report, in order; every tuple but the last four has one entry per token.

    `starts` and `ends` are code points of the report's source text (`source`). `heads[i]` is the index of
    token i's head in this parse, or i itself for a sentence root. `pos` is the universal tag, `tags` the
    fine (Penn) tag, `deps` the ClearNLP dependency label. `sentences` and `passages` are token ranges; a
    sentence never crosses a passage, and `passages[k]` belongs to the report's passage k.
    """

    source: str
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    pos: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    edges: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]
    passages: tuple[tuple[int, int], ...]
    entities: tuple[Entity, ...]
    sentence_of: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, start: int, end: int) -> Span:
        """The words of tokens `start:end`."""
        return Span.of(self.source, self.starts[start], self.ends[end - 1])

    def subtree(self, i: int) -> tuple[int, int]:
        """The token range `start:end` from the leftmost to the rightmost descendant of token i."""
        return self.edges[i]

    def kids(self, i: int, *deps: str) -> tuple[int, ...]:
        """The children of token i that have one of the dependency labels `deps`, in order."""
        below, labels = self.children[i], self.deps  # asked ten times a word: no generator, nothing for a leaf
        return tuple([c for c in below if labels[c] in deps]) if below else ()

    def tokens(self, span: Span) -> tuple[int, int]:
        """The token range that `span` touches (an empty range where it touches none)."""
        return bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)
