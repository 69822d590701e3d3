"""A report laid out for reading who speaks: its parse with its quotations over it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.quotes import Quotation, quotations
from dragoman.model.parse import Parse
from dragoman.model.text import Passage

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
SHORT = 5


@dataclass(frozen=True, slots=True)
class Page:
    """A parse and its quotations.

    `inside` gives for every token the innermost quotation around it (−1 for none); `level` the same, but only
    of quotations that are speech by their looks, so that words in scare quotes belong to the sentence around them.
    `labels` gives the entity label of every token of a name.
    """

    parse: Parse
    passages: tuple[Passage, ...]
    quotes: tuple[Quotation, ...]
    ranges: tuple[tuple[int, int], ...]
    around: tuple[int, ...]
    inside: tuple[int, ...]
    level: tuple[int, ...]
    labels: dict[int, str]

    def same_level(self, a: int, b: int) -> bool:
        """Whether two tokens stand on the same level of speech."""
        return self.level[a] == self.level[b]


def page(parse: Parse, passages: Sequence[Passage]) -> Page:
    """Lay the quotations of `passages` over their parse."""
    quotes = quotations(passages)
    ranges = tuple((bisect_right(parse.ends, q.start), bisect_left(parse.starts, q.end)) for q in quotes)
    around = tuple(parent(quotes, k) for k in range(len(quotes)))
    inside, level = [-1] * len(parse), [-1] * len(parse)
    speech = [speechlike(parse, quotes[k], ranges[k]) for k in range(len(quotes))]
    for k, (start, end) in enumerate(ranges):
        for i in range(start, end):
            inside[i] = k
            if speech[k]:
                level[i] = k
    labels = {i: e.label for e in parse.entities for i in range(e.start, e.end)}
    return Page(parse, tuple(passages), quotes, ranges, around, tuple(inside), tuple(level), labels)


def parent(quotes: Sequence[Quotation], k: int) -> int:
    """The quotation around quotation k, or −1."""
    if quotes[k].depth:
        for j in range(k - 1, -1, -1):
            if quotes[j].passage == quotes[k].passage and quotes[j].end >= quotes[k].end:
                return j
    return -1


def speechlike(parse: Parse, quote: Quotation, tokens: tuple[int, int]) -> bool:
    """Whether a quotation is more than a word or two: it is long, or ends as speech does."""
    text = parse.source[quote.inner : quote.outer].rstrip()
    return tokens[1] - tokens[0] > SHORT + 2 or text[-1:] in ",.?!…-—–"
