"""From where a report is written: the countries of its dateline and of its outlet's name."""

import re

from dragoman.model.text import Report
from dragoman.model.world import World
from dragoman.read.places_gazetteer import Spot, cities

PLACE = re.compile(r"[^\W\d_][\w'’. -]*")
NOWHERE = Spot("", None, None, None, "city")
ALONE = 0.8
"""How much the one country that a report is written from stands out, wherever no other is told."""


def homes(report: Report, world: World) -> dict[str, float]:
    """The countries that a report is written from, with how much each stands out for it."""
    outlet = named_in(report.outlet or "", world)
    places = dateline(report, world)
    found = dict.fromkeys((*outlet, *places))
    return {c: ALONE / len(found) for c in found}


def dateline(report: Report, world: World) -> tuple[str, ...]:
    """The countries of the places in a dateline: "KYIV/MOSCOW —", "BAKU, March 31 (Agency) -"."""
    first = next((p for p in report.passages if p.kind not in ("title", "heading", "caption")), None)
    if first is None or first.kind != "byline":
        return ()
    where = re.split(r"[(\d]| [-–—]|,", first.text, maxsplit=1)[0]
    found = (country_of(m[0].strip(" .-"), world) for part in where.split("/") if (m := PLACE.search(part)))
    return tuple(dict.fromkeys(c for c in found if c))


def country_of(words: str, world: World) -> str | None:
    """The country of a place that a dateline prints, mostly in capitals."""
    if not words.isupper():
        return None
    named = world.find(words.title()) or world.find(words)
    if named and named.known.kind in ("state", "region"):
        return named.known.country
    return max(cities().named(words.title()), key=people, default=NOWHERE).country


def people(spot: Spot) -> int:
    """How many live in a town."""
    return spot.people


def named_in(outlet: str, world: World) -> tuple[str, ...]:
    """The country that an outlet's name tells: "Tehran Times", "State Agency of Chile"; outlets write for readers."""
    words = outlet.split()
    for size in (3, 2, 1):
        for i in range(len(words) - size + 1):
            named = world.find(" ".join(words[i : i + size]).strip("().,"))
            if named and named.known.kind == "state" and named.known.country:
                return (named.known.country,)
    return ()
