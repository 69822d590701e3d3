"""What positions are about, weighed: less for what many of them say."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from dragoman.reconcile.discrepancies.positions import Position
from dragoman.reconcile.stories import PRIOR, commonness
from dragoman.reconcile.tellings import shared

THIN = 5.0
"""A position whose own words weigh less says nothing of what it is about."""


class Matter:
    """How much positions at hand share of what they are about; `stories` gives each report's story."""

    def __init__(self, positions: Sequence[Position], stories: Mapping[str, str]) -> None:
        self._stories = stories
        seen = Counter(w for p in positions for w in p.words | p.around)
        self._weight = {w: -math.log((n + PRIOR * commonness(w)) / (len(positions) + PRIOR)) for w, n in seen.items()}

    def like(self, a: frozenset[str], b: frozenset[str]) -> float:
        """How much two sets of stems share."""
        return shared(self._weigh(a), self._weigh(b))

    def thin(self, position: Position) -> bool:
        """Whether a position's own words say too little of what it is about."""
        return sum(self._weigh(position.words).values()) < THIN

    def one_story(self, a: Position, b: Position) -> bool:
        """Whether two positions are told in one story."""
        return self._stories.get(a.told.document) == self._stories.get(b.told.document)

    def _weigh(self, words: frozenset[str]) -> Mapping[str, float]:
        return {w: self._weight[w] for w in words}
