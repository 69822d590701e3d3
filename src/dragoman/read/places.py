"""Named places: which words of a report name one, and which of several places of that name is meant.

A country or a capital that acts ("Tehran said") is a place here all the same; what it does in its sentence is for the
coders to see. A person or an organisation named like a town is none.
"""

from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from math import log10

from dragoman.model.event import Place
from dragoman.model.parse import Entity, Parse
from dragoman.model.world import World, fold
from dragoman.read.places_gazetteer import Spot, cities, countries, regions

LABELS = frozenset({"GPE", "LOC", "FAC"})
OTHER_LABELS = frozenset({"PERSON", "ORG", "EVENT", "PRODUCT"})  # what the parser often takes a town for
INSIDE = frozenset({"in", "near", "outside", "around", "inside", "across"})
MOVING = frozenset({"from", "into", "towards", "toward"})
AFTER = frozenset({",", "in", "in the", ", in", "("})
AREAS = frozenset(
    {"province", "region", "oblast", "governorate", "district", "state", "prefecture", "county", "territory", "raion"}
)
SIDES = frozenset(
    {"northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern"}
    | {"southwestern", "north-eastern", "north-western", "south-eastern", "south-western"}
)
TITLES = frozenset(
    {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "lord", "lady", "general", "president"}
)
# A town whose country the report never names is believed only if it is this big.
FAMOUS = 150_000
ONLY = 20_000  # or this big, where no other town in the world has the name


def places(parse: Parse, world: World) -> tuple[Place, ...]:
    """The places a report names, in order."""
    named = Counter(c for e in parse.entities if (c := _country(parse, e, world)))
    return tuple(found for e in parse.entities if (found := _place(parse, e, world, named)))


def _place(parse: Parse, entity: Entity, world: World, named: Counter[str]) -> Place | None:
    start, end = _trimmed(parse, entity)
    if start >= end or not _is_place(parse, entity, start, end):
        return None
    words = " ".join(parse.words[start:end])
    spot = _known(words, world) or _city(parse, entity, words, world, named) or _part_of(parse, start, end, named)
    if spot is None:
        return Place(words, None, None, None, "site", parse.span(start, end)) if entity.label == "FAC" else None
    if end < len(parse) and parse.words[end].lower() in AREAS and spot.precision == "city":
        end, spot = end + 1, replace(spot, precision="region")
    if start and parse.words[start - 1].lower() in SIDES and spot.precision in ("country", "region"):
        start -= 1
    span = parse.span(start, end)
    return Place(" ".join(span.text.split()), spot.country, spot.lat, spot.lon, spot.precision, span)


def _trimmed(parse: Parse, entity: Entity) -> tuple[int, int]:
    """The entity without "the" before it and "'s" after it."""
    start, end = entity.start, entity.end
    while start < end and parse.pos[start] in ("DET", "PUNCT"):
        start += 1
    while start < end and (parse.tags[end - 1] == "POS" or parse.pos[end - 1] == "PUNCT"):
        end -= 1
    return start, end


def _is_place(parse: Parse, entity: Entity, start: int, end: int) -> bool:
    """Whether the parser, or a preposition of place, says so, and no person's name surrounds it."""
    head = next((i for i in range(start, end) if not start <= parse.heads[i] < end), start)
    if entity.label in OTHER_LABELS:
        above = parse.words[parse.heads[head]].lower() if parse.deps[head] == "pobj" else ""
        return above in INSIDE if entity.label != "PERSON" else above in INSIDE | MOVING
    if entity.label not in LABELS:
        return False
    if start and parse.words[start - 1].lower() in TITLES:
        return False
    of_name = parse.heads[head]
    if parse.deps[head] == "compound" and of_name == end and parse.pos[of_name] == "PROPN":
        return parse.words[of_name].lower() in AREAS
    return not any(parse.pos[k] == "PROPN" and k < start for k in parse.kids(head, "compound"))


def _known(words: str, world: World) -> Spot | None:
    """A region or site of our table, or a country."""
    found = regions().get(fold(words))
    if found:
        return found
    named = world.find(words)
    if named and named.known.kind == "state" and named.form in ("name", "historical") and named.known.country:
        middle = countries().get(named.known.country)
        if middle:
            return Spot(named.known.name, named.known.country, *middle, "country")
    return None


def _city(parse: Parse, entity: Entity, words: str, world: World, named: Counter[str]) -> Spot | None:
    """The city of that name which the report most likely means, or None where that would be a guess."""
    found = cities().named(words)
    beside = _beside(parse, entity, world)
    if beside:
        told = [s for s in found if s.country in beside]
        unknown = Spot(words, min(beside), None, None, "city")  # a town too small for the table
        return max(told, key=lambda s: s.people) if told else unknown if entity.label == "GPE" else None
    capital = world.find(words)
    of = capital.known.country if capital and capital.form == "capital" else None
    best = max(found, key=lambda s: _likelihood(s, words, named) + 0.5 * (s.country == of), default=None)
    if best is None:
        return None
    own = fold(best.name) == fold(words)
    famous = best.country == of or (own and (best.people >= FAMOUS or (len(found) == 1 and best.people >= ONLY)))
    return best if famous or (best.country in named and entity.label in LABELS) else None


def _likelihood(spot: Spot, words: str, named: Counter[str]) -> float:
    """How likely a city is meant: by its size (each digit counts one), its name, and whether its country is named."""
    times = named[spot.country or ""]
    own = fold(spot.name) == fold(words)
    return log10(spot.people + 1) - (not own) + (min(2.5, 1.25 + 0.25 * times) if times else 0.0)


def _part_of(parse: Parse, start: int, end: int, named: Counter[str]) -> Spot | None:
    """Where a site lies that is called after a place: "Baghdad International Airport"."""
    for length in range(end - start - 1, 0, -1):
        for i in range(start, end - length + 1):
            words = " ".join(parse.words[i : i + length])
            if not words[0].isupper() or len(words) < 4:
                continue
            known = regions().get(fold(words))
            found = [s for s in cities().named(words) if s.people >= FAMOUS or s.country in named]
            if known or found:
                return known or max(found, key=lambda s: _likelihood(s, words, named))
    return None


def _country(parse: Parse, entity: Entity, world: World) -> str | None:
    """The country that an entity names, or of which it names the people."""
    if entity.label not in ("GPE", "NORP", "LOC", "ORG"):
        return None
    start, end = _trimmed(parse, entity)
    named = world.find(" ".join(parse.words[start:end])) if start < end else None
    return named.known.country if named and named.form in ("name", "adjective", "historical") else None


def _beside(parse: Parse, entity: Entity, world: World) -> frozenset[str]:
    """The country that is named right beside: "Salisbury, England", "Tripoli in Lebanon", "Syria's Aleppo"."""
    at = bisect_left(parse.entities, entity.start, key=lambda e: e.start)
    before, after = parse.entities[max(0, at - 1) : at], parse.entities[at + 1 : at + 2]
    near = [e for e in after if _between(parse, entity, e) in AFTER]
    near += [e for e in before if e.end == entity.start and parse.tags[e.end - 1] == "POS"]
    near += [e for e in before if _between(parse, e, entity) in ("'s", "’s")]
    return frozenset(code for e in near if (code := _land(parse, e, world)))


def _between(parse: Parse, left: Entity, right: Entity) -> str:
    return " ".join(parse.words[left.end : right.start]).lower()


def _land(parse: Parse, entity: Entity, world: World) -> str | None:
    """The country that an entity names, or that the region it names lies in."""
    region = regions().get(fold(" ".join(parse.words[slice(*_trimmed(parse, entity))])))
    return _country(parse, entity, world) or (region.country if region else None)
