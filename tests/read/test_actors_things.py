"""Ships and aircraft: their names, their flags, and the descriptions that point back to them."""

import pytest

from dragoman.read.actors_crafts import crafts
from tests.read.actors_at_hand import Reader, called, one, spoken


@pytest.mark.parametrize(
    ("text", "words", "kind", "country"),
    [
        ("The USS Hollis fired on a speedboat.", "USS Hollis", "military", "USA"),
        ("HMS Ardent escorted two yachts.", "HMS Ardent", "military", "GBR"),
        ("The Danish-owned ferry Baltic Swan was boarded on Sunday.", "Baltic Swan", "civil", "DNK"),
        ("A Panama-flagged oil tanker, the Coral Wind, was hit by a mine.", "Coral Wind", "company", "PAN"),
        ("Ukraine sank the Zvezda, a Russian warship.", "Zvezda", "military", "RUS"),
        ("Police boarded the Aurora, a Liberian-flagged, Greek-owned tanker.", "Aurora", "company", "LBR"),
        ("Norway's freighter Fjord Lark ran aground.", "Fjord Lark", "company", "NOR"),
        ("Commandos boarded the Mavi Bahar. The ship was adrift.", "Mavi Bahar", "civil", None),
    ],
)
def test_a_craft_is_of_the_country_of_its_flag_or_owner(
    reader: Reader, text: str, words: str, kind: str, country: str | None
) -> None:
    chain = called(reader.read(text), words)
    assert (chain.kind, chain.country, chain.described) == (kind, country, False)


def test_a_craft_is_of_the_flag_that_introduced_it(reader: Reader) -> None:
    reading = reader.read("Marines seized a Dutch-flagged tanker on Friday. They had captured the Gouden Ster at dawn.")
    assert called(reading, "Gouden Ster").country == "NLD"
    assert called(reading, "Dutch").key == "state:NLD"


def test_two_flags_tell_nothing(reader: Reader) -> None:
    text = "A Dutch-flagged tanker and a Greek-owned freighter were hit. Marines had captured the Gouden Ster at dawn."
    assert called(reader.read(text), "Gouden Ster").country is None


def test_of_two_flags_that_counts_which_the_main_clause_is_about(reader: Reader) -> None:
    text = "Kenya freed a Danish tanker near the port where a Swedish tanker had sunk. The captain of the {} protested."
    assert called(reader.read(text.format("Stella Maris")), "Stella Maris").country == "DNK"


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Sailors seized the Stella Maris.", "tanker"),
        ("The Stella Maris was torpedoed.", "tanker"),
        ("The Stella Maris capsized.", "ferry"),
        ("The seizure of the Stella Maris angered everybody.", "tanker"),
        ("The crew of the Stella Maris is safe.", "freighter"),
        ("The Stella Maris's captain protested.", "trawler"),
    ],
)
def test_a_ship_is_known_by_what_befalls_it_and_what_it_has(reader: Reader, text: str, noun: str) -> None:
    assert one(reader.read(f"{text} The {noun} was empty."), "Stella Maris", f"The {noun}")


@pytest.mark.parametrize("text", ["Sailors liked the Stella Maris.", "The cost of the Stella Maris is known."])
def test_what_might_befall_anything_makes_no_ship(reader: Reader, text: str) -> None:
    assert "The tanker" not in {
        w for words in spoken(reader.read(f"{text} The tanker was empty.")).values() for w in words
    }


def test_of_several_ships_the_main_one_is_meant(reader: Reader) -> None:
    reading = reader.read(
        "The tankers Stella Maris and Sea Lark left port. The Stella Maris was seized on Monday. The crew of the "
        "Stella Maris is safe. The Sea Lark sailed on. The tanker will be released."
    )
    assert one(reading, "Stella Maris", "The tanker")


def test_the_ship_is_the_one_that_was_named(reader: Reader) -> None:
    reading = reader.read("Marines captured the Gouden Ster. The ship was adrift. Its owner said the vessel was empty.")
    assert one(reading, "Gouden Ster", "The ship", "the vessel")


def test_an_aircraft_is_no_ship_and_a_warship_no_tanker(reader: Reader) -> None:
    reading = reader.read("The tanker Coral Wind was hit. The destroyer left. The drone was shot down.")
    assert spoken(reading)["Coral Wind"] == ["Coral Wind"]


def test_several_crafts_are_named_at_once(reader: Reader) -> None:
    reading = reader.read("The tankers Kestrel Bay and Front Lark sailed on. Peru thanked the crew.")
    assert called(reading, "Kestrel Bay").id != called(reading, "Front Lark").id
    assert called(reading, "Front Lark").kind == "company"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The tanker Peru seized was empty.", "Peru"),
        ("The ship sank. Peru condemned rebels who attacked the White House.", "White House"),
        ("The ship sank. Rebels captured the Red Cross convoy.", "ship"),
        ("The tanker Monday left port in Peru.", "Monday"),
    ],
)
def test_what_is_no_craft_stays_what_it_is(reader: Reader, text: str, words: str) -> None:
    reading = reader.read(text)
    assert not [c.name for c in reading.chains if c.name == words and c.key is None]


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("Peru shot down a Greek surveillance drone.", "Greek", "state:GRC"),
        ("Peru seized a British-flagged tanker.", "British", "state:GBR"),
        ("Peru fired on a U.S. warship.", "U.S.", "state:USA"),
    ],
)
def test_a_thing_of_a_state_without_a_name_mentions_the_state(reader: Reader, text: str, words: str, key: str) -> None:
    assert called(reader.read(text), words).key == key


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Nordkvist Shipping, a Norwegian operator, denied it.", "Nordkvist Shipping", "NOR"),
        ("Orbita News, a Bulgarian news agency, reported it.", "Orbita News", "BGR"),
        ("Fars, the Iranian news agency, reported it.", "Fars", "IRN"),
    ],
)
def test_an_apposition_tells_where_an_organisation_is_from(reader: Reader, text: str, words: str, country: str) -> None:
    assert called(reader.read(text), words).country == country


def test_an_agency_beside_its_name_is_that_agency(reader: Reader) -> None:
    reading = reader.read("Fars, the Iranian news agency, reported it. The Iranian state news agency IRNA denied it.")
    assert one(reading, "Fars", "Iranian news agency")
    assert one(reading, "IRNA", "Iranian state news agency")


def test_a_state_its_people_and_its_officials_are_apart(reader: Reader) -> None:
    reading = reader.read(
        "Iranian officials met the envoy. Iran said the talks were useful. The Revolutionary Guards denied it. "
        "The US military said its forces were ready, and the United States accused Iran."
    )
    words = ("Iranian officials", "Iran", "Revolutionary Guards", "US military", "United States")
    assert len({called(reading, w).id for w in words}) == len(words)


def test_the_word_list_is_sound() -> None:
    table = crafts()
    assert all(c.medium in ("sea", "air") and c.sector for c in (*table.nouns.values(), *table.prefixes.values()))
    assert all(p.replace("/", "").isupper() for p in table.prefixes)
