"""Things with a start and an end, kept so that those which touch a range are found without asking all of them."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate

from dragoman.coding.statements.found import Range


class Shelf[T]:
    """Things in order of their start; `span` gives the range of one."""

    def __init__(self, things: Iterable[T], span: Callable[[T], Range]) -> None:
        self._things = sorted(things, key=span)
        spans = [span(x) for x in self._things]
        self._starts = [start for start, _ in spans]
        self._reach = list(accumulate((end for _, end in spans), max))

    def touching(self, start: int, end: int) -> Iterator[T]:
        """The things that may share something with `start:end`, the last to begin first; ask them whether they do."""
        for i in range(bisect_left(self._starts, end) - 1, -1, -1):
            if self._reach[i] <= start:
                return
            yield self._things[i]
