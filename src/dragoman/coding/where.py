"""Where an event happened: the place that its own clause gives, or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from dragoman.coding.when_owner import SHARING, is_verb, verb_above
from dragoman.model.event import Place
from dragoman.model.reading import Reading

AT = frozenset({"in", "at", "near", "inside", "outside", "across", "around", "off", "along", "throughout", "within"})
# A deed's direction is its place: "withdrew from Kherson", "sent tanks to the border town".
TOWARDS = {
    "RETREAT": frozenset({"from", "of"}),
    "CONSULT": frozenset({"to"}),
    "MOBILIZE": frozenset({"to", "into", "towards", "toward", "on", "over"}),
    "AID": frozenset({"to", "into"}),
    "ASSAULT": frozenset({"on", "against", "of", "over", "into"}),
    "COERCE": frozenset({"of", "into"}),
}
OBJECTS = frozenset({"ASSAULT", "COERCE", "RETREAT"})
ORDER = ("site", "city", "region", "country")


@dataclass(frozen=True, slots=True)
class Map:
    """The places of a reading by sentence, each with its head token; `parts` are each event's tokens, by trigger."""

    reading: Reading
    parts: Mapping[int, frozenset[int]]
    places: dict[int, tuple[tuple[int, Place], ...]]

    @classmethod
    def of(cls, reading: Reading, parts: Mapping[int, frozenset[int]]) -> Self:
        """Put the places of a reading in order."""
        parse = reading.parse
        places: dict[int, list[tuple[int, Place]]] = {}
        for place in reading.places:
            i, j = parse.tokens(place.span) if place.span else (0, 0)
            if i < j:
                head = next((t for t in range(i, j) if not i <= parse.heads[t] < j), i)
                places.setdefault(parse.sentence_of[head], []).append((head, place))
        return cls(reading, parts, {k: tuple(v) for k, v in places.items()})

    def where(self, trigger: int, type: str) -> Place | None:
        """The place of the event of the trigger token, or None where its clause names none."""
        parse = self.reading.parse
        near = [
            (rank, ORDER.index(place.precision), abs(head - trigger), head, place)
            for head, place in self.places.get(parse.sentence_of[trigger], ())
            for token in self.parts.get(trigger, (trigger,))
            if (rank := self._rank(head, token, type, place)) is not None
        ]
        return min(near, key=lambda n: n[:4])[4] if near else None

    def _rank(self, head: int, trigger: int, type: str, place: Place) -> int | None:
        """0 where the place hangs on the trigger, 1 on the verb above it, 2 on a clause that shares it."""
        parse = self.reading.parse
        owner, preps = self._owner(head, trigger)
        towards = TOWARDS.get(type, frozenset()) if place.precision != "country" else frozenset()
        if not preps & AT and not (
            owner == trigger and (preps & towards or self._is_object(head, trigger, type, place))
        ):
            return None
        if owner == trigger:
            return 0
        verb = trigger
        if not is_verb(parse, verb):
            verb = verb_above(parse, verb)
            if owner == verb:
                return 1
        while parse.deps[verb] in SHARING and parse.heads[verb] != verb:
            verb = parse.heads[verb]
            if owner == verb:
                return 2
        return None

    def _owner(self, head: int, trigger: int) -> tuple[int, frozenset[str]]:
        """The first event or verb above a place, and the prepositions on the way up."""
        parse, i, preps = self.reading.parse, head, set()
        while parse.heads[i] != i:
            i = parse.heads[i]
            if parse.pos[i] in ("ADP", "SCONJ"):
                preps.add(parse.words[i].lower())
            if i == trigger or i in self.parts or is_verb(parse, i):
                break
        return i, frozenset(preps)

    def _is_object(self, head: int, trigger: int, type: str, place: Place) -> bool:
        """Whether the deed is done to the place itself ("shelled Kharkiv", "the Kharkiv shelling")."""
        parse = self.reading.parse
        own = parse.heads[head] == trigger and parse.deps[head] in ("dobj", "nsubjpass", "compound", "nmod", "poss")
        return own and type in OBJECTS and place.precision != "country"
