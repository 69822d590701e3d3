"""Which places a report names, and which of several of that name."""

import pytest

from dragoman.ingest.plain import plain
from dragoman.model.event import Place
from dragoman.model.world import World
from dragoman.read.parser import Parser
from dragoman.read.places import places
from dragoman.read.places_gazetteer import cities, countries, regions
from dragoman.resolve.world import load


@pytest.fixture(scope="module")
def world() -> World:
    return load()


def read(parser: Parser, world: World, text: str) -> dict[str, Place]:
    return {p.name: p for p in places(parser.parse(plain(text)), world)}


NAMED = [
    ("The envoys met in Geneva.", "Geneva", "CHE", "city"),
    ("Snow fell in Paris, Texas.", "Paris", "USA", "city"),
    ("Snow fell in Paris.", "Paris", "FRA", "city"),
    ("The Lebanese army entered Tripoli.", "Tripoli", "LBN", "city"),
    ("The Libyan parliament met in Tripoli.", "Tripoli", "LBY", "city"),
    ("Fighting raged in eastern Ukraine.", "eastern Ukraine", "UKR", "country"),
    ("Shells fell in the Kharkiv region.", "Kharkiv region", "UKR", "region"),
    ("Two tankers were seized in the Strait of Hormuz.", "Strait of Hormuz", None, "site"),
    ("The fleet left the Black Sea.", "Black Sea", None, "region"),
    ("A bomb went off at Baghdad International Airport.", "Baghdad International Airport", "IRQ", "city"),
    ("Kosovo closed the crossing.", "Kosovo", "KOS", "country"),
    ("Villagers fled to Chad.", "Chad", "TCD", "country"),
]


@pytest.mark.parametrize("case", NAMED)
def test_a_place_has_a_country_and_degrees(
    parser: Parser, world: World, case: tuple[str, str, str | None, str]
) -> None:
    text, name, country, precision = case
    place = read(parser, world, text)[name]
    assert (place.country, place.precision) == (country, precision)
    assert place.lat is not None and place.lon is not None
    assert place.span and text[place.span.start : place.span.end] == place.span.text


@pytest.mark.parametrize("text", ["Jack London wrote novels.", "Mr. Paris resigned.", "The Washington Post was first."])
def test_a_person_or_paper_named_like_a_town_is_no_place(parser: Parser, world: World, text: str) -> None:
    assert read(parser, world, text) == {}


def test_a_town_in_no_table_is_placed_in_its_country_without_degrees(parser: Parser, world: World) -> None:
    place = read(parser, world, "Talks were held in Durrus, Ireland.")["Durrus"]
    assert (place.country, place.lat) == ("IRL", None)


def test_a_small_town_of_an_unnamed_country_is_not_guessed(parser: Parser, world: World) -> None:
    assert "Salisbury" not in read(parser, world, "They met in Salisbury.")
    assert read(parser, world, "They met in Salisbury, the British police said.")["Salisbury"].country == "GBR"


def test_every_state_of_the_world_data_has_a_middle(world: World) -> None:
    states = {k.country for k in world.known.values() if k.kind == "state" and k.country}
    inhabited = set(cities().countries)
    missing = {c for c in states & inhabited if c not in countries()}
    assert len(missing) <= 40, missing  # islands and dependencies that no report of ours has named


def test_middles_lie_among_the_cities_of_their_country() -> None:
    table = cities()
    for code, (lat, lon) in countries().items():
        own = [i for i, c in enumerate(table.countries) if c == code]
        assert min(table.lats[i] for i in own) - 3 <= lat <= max(table.lats[i] for i in own) + 3, code
        assert min(table.lons[i] for i in own) - 4 <= lon <= max(table.lons[i] for i in own) + 4, code


def test_our_regions_are_on_the_map() -> None:
    for name, spot in regions().items():
        assert spot.lat is not None and -90 <= spot.lat <= 90, name
        assert spot.lon is not None and -180 <= spot.lon <= 180, name
        assert spot.precision in ("city", "region", "site"), name
