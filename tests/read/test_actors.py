"""Which actors a report names, what they are, and which words name them."""

import pytest

from dragoman.model.actor import Chain
from tests.read.actors_at_hand import Reader, called, one, spoken


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Peru recalled its ambassador on Monday.", "Peru", "PER"),
        ("The Swedish side rejected the draft.", "Swedish side", "SWE"),
        ("Kenyan authorities closed the port.", "Kenyan authorities", "KEN"),
        ("Lima requested an explanation from Quito.", "Lima", "PER"),
        ("The Kremlin denied the report.", "Kremlin", "RUS"),
        ("Norwegian threats angered the delegates.", "Norwegian", "NOR"),
        ("The government of Ghana welcomed the offer.", "government of Ghana", "GHA"),
    ],
)
def test_a_state_goes_by_many_names(reader: Reader, text: str, words: str, country: str) -> None:
    chain = called(reader.read(text), words)
    assert (chain.kind, chain.country, chain.key) == ("state", country, f"state:{country}")


def test_where_something_is_names_the_state_but_as_a_place(reader: Reader) -> None:
    reading = reader.read("Bolivia opened talks in Ankara. Later Ankara accused Bolivia of delay.")
    places = [m.place for m in called(reading, "Ankara").mentions]
    assert places == [True, False]


@pytest.mark.parametrize(
    "words",
    [
        "Chilean Defense Ministry",
        "Ministry of Defence of Chile",
        "Chile’s Ministry of Defense",
        "Chilean Ministry of Defence",
    ],
)
def test_a_ministry_is_one_however_it_is_written(reader: Reader, words: str) -> None:
    chain = called(reader.read(f"The {words} said the drill had begun."), words)
    assert (chain.key, chain.kind, chain.country, chain.sector) == (
        "body:CHL:defence ministry",
        "military",
        "CHL",
        "MIL",
    )


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("The Thai army fired shells.", "Thai army", "body:THA:military"),
        ("Thailand's troops fired shells.", "Thailand's troops", "body:THA:military"),
        ("Thai service members took part.", "Thai service members", "body:THA:military"),
        ("The Danish embassy in Tunis was closed.", "Danish embassy in Tunis", "body:DNK:embassy:TUN"),
        ("The embassy of Denmark in Tunisia was closed.", "embassy of Denmark in Tunisia", "body:DNK:embassy:TUN"),
        ("Senegalese police arrested him.", "Senegalese police", "body:SEN:police"),
        ("The parliament of Nepal voted.", "parliament of Nepal", "body:NPL:parliament"),
        (
            "Border guards fled. The Dutch intelligence service knew.",
            "Dutch intelligence service",
            "body:NLD:intelligence",
        ),
    ],
)
def test_bodies_of_any_state(reader: Reader, text: str, words: str, key: str) -> None:
    chain = called(reader.read(text), words)
    assert (chain.key, chain.country) == (key, key.split(":")[1])


def test_an_adjective_inside_a_body_is_no_mention_of_the_state(reader: Reader) -> None:
    reading = reader.read("The Finnish Foreign Ministry protested.")
    assert list(spoken(reading).values()) == [["Finnish Foreign Ministry"]]


@pytest.mark.parametrize(
    ("text", "name", "kind", "country", "title"),
    [
        (
            "Kenyan Deputy Foreign Minister Moses Kirui arrived.",
            "Moses Kirui", "government", "KEN", "Deputy Foreign Minister",
        ),
        (
            "The commander of the ground forces of the Chilean Army Pablo Rojas spoke.",
            "Pablo Rojas", "military", "CHL", "commander",
        ),
        (
            "Jorun Vik, an official of the Ministry of Finance of Norway, tweeted.",
            "Jorun Vik", "government", "NOR", "official",
        ),
        ("A member of the Ghanaian parliament, Kofi Addo, resigned.", "Kofi Addo", "legislature", "GHA", "member"),
        (
            "The Bulgarian Minister of Defense, General Petar Iliev, left.",
            "Petar Iliev", "military", "BGR", "Minister of Defense",
        ),
        ("The rebels' spokesman for Hamas, Omar Taleb, denied it.", "Omar Taleb", "armed_group", "PSE", "spokesman"),
        ("Sen. Ruth Calder of the United States objected.", "Ruth Calder", "legislature", "USA", "Sen."),
        ("Political scientist Anders Holm said so.", "Anders Holm", "civil", None, "Political scientist"),
        ("Reuters reporter Ilse Brandt asked.", "Ilse Brandt", "media", "GBR", "reporter"),
    ],
)  # fmt: skip
def test_a_title_makes_a_person(
    reader: Reader, text: str, name: str, kind: str, country: str | None, title: str
) -> None:
    chain = called(reader.read(text), name)
    assert (chain.name, chain.kind, chain.country) == (name, kind, country)
    assert title in [r.title for r in chain.roles]
    assert not chain.described


def test_a_post_names_its_body(reader: Reader) -> None:
    chain = called(reader.read("Peruvian Foreign Ministry spokesman Luis Prado protested."), "Luis Prado")
    assert [(r.title, r.organisation) for r in chain.roles] == [("spokesman", "Ministry of Foreign Affairs of Peru")]
    assert [e.span.text for r in chain.roles for e in r.evidence] == ["Peruvian Foreign Ministry spokesman"]


@pytest.mark.parametrize(
    ("text", "words", "kind", "country"),
    [
        ("An Ecuadorian diplomat was hurt.", "An Ecuadorian diplomat", "government", "ECU"),
        ("A senior Omani adviser left.", "A senior Omani adviser", "government", "OMN"),
        ("Spain expelled 60 Malian diplomats.", "60 Malian diplomats", "government", "MLI"),
        ("Two Laotian soldiers died.", "Laotian soldiers", "military", "LAO"),
        ("Cuban lawmakers met.", "Cuban lawmakers", "legislature", "CUB"),
        ("Italians cheered.", "Italians", "civil", "ITA"),
        ("Saudi media reported the crash.", "Saudi media", "media", "SAU"),
    ],
)
def test_described_actors_have_a_country_and_a_kind(
    reader: Reader, text: str, words: str, kind: str, country: str
) -> None:
    chain = called(reader.read(text), words)
    assert (chain.kind, chain.country) == (kind, country)


@pytest.mark.parametrize(
    "text",
    [
        "Unknown persons opened fire on the convoy.",
        "Gunmen attacked the village.",
        "Unidentified assailants fled the scene.",
        "A nerve agent was found near the bridge.",
        "The plane landed safely.",
        "No official was hurt.",
    ],
)
def test_unknown_attackers_and_things_are_no_actors(reader: Reader, text: str) -> None:
    assert spoken(reader.read(text)) == {}


def test_an_expert_on_a_country_is_not_of_it(reader: Reader) -> None:
    chain = called(reader.read("Karl Weiss, a Russia expert at a German institute, disagreed."), "Karl Weiss")
    assert chain.country != "RUS"


def test_agencies_and_outlets_are_media(reader: Reader) -> None:
    reading = reader.read("The state news agency Azertac reported it. The Reuters news agency did not.")
    assert [c.kind for c in reading.chains if c.key and c.key.startswith("media:")] == ["media", "media"]


def test_a_known_name_inside_a_longer_one_is_not_taken_apart(reader: Reader) -> None:
    reading = reader.read("The German Council of Polar Research in Bremen published a study on Norway.")
    assert {c.name: c.country for c in reading.chains} == {"German Council of Polar Research": "DEU", "Norway": "NOR"}


def test_the_office_holder_of_the_day_is_known_by_surname(reader: Reader) -> None:
    chain = called(reader.read("Merkel met the Italian delegation.", "2015-03-02"), "Merkel")
    assert (chain.kind, chain.country) == ("government", "DEU")


@pytest.mark.parametrize(
    ("text", "country"),
    [("Macron met the Peruvian delegation.", "FRA"), ("Zelensky’s plan pleased the delegates.", "UKR")],
)
def test_an_office_holder_is_known_where_the_parser_takes_the_name_for_a_common_noun(
    reader: Reader, text: str, country: str
) -> None:
    reading = reader.read(text, "2020-05-02")
    chain = called(reading, reading.parse.words[0])
    assert (reading.parse.tags[0], chain.kind, chain.country) == ("NN", "government", country)


def test_a_surname_names_nobody_before_he_held_an_office(reader: Reader) -> None:
    assert "Macron" not in spoken(reader.read("Macron met the Peruvian delegation.", "2009-05-02"))


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Ronald Reagan", "government", "USA"),
        ("Angela Merkel", "government", "DEU"),
        ("Ivan Petrov", "person", None),
    ],
)
def test_a_full_name_alone_tells_the_country_of_who_held_an_office(
    reader: Reader, name: str, kind: str, country: str | None
) -> None:
    chain = called(reader.read(f"{name} spoke at noon."), name)
    assert (chain.kind, chain.country) == (kind, country)


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Troops from Denmark arrived. The mayor of Nairobi protested.", "The mayor of Nairobi", "KEN"),
        ("Troops from Denmark arrived. The mayor of the old town of Cusco protested.", "The mayor", "PER"),
        ("Troops from Denmark arrived. The mayor protested.", "The mayor", "DNK"),
    ],
)
def test_a_mayor_is_of_his_towns_country(reader: Reader, text: str, words: str, country: str) -> None:
    assert called(reader.read(text), words).country == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Anti-Corruption League of Chile protested.", "Anti-Corruption League of Chile"),
        ("Marchers from the Anti-Defamation League protested.", "Anti-Defamation League"),
        ("The anti-Greenpeace campaign failed.", "Greenpeace"),
    ],
)
def test_a_prefix_in_small_letters_is_no_part_of_a_name(reader: Reader, text: str, name: str) -> None:
    assert called(reader.read(text), name).name == name


def test_chains_are_looked_up_by_token(reader: Reader) -> None:
    reading = reader.read("Iraqi Defence Ministry spokesman Yahya Rasool said so.")
    words = reading.parse.words
    assert at(reading, words.index("Rasool")).name == "Yahya Rasool"
    assert at(reading, words.index("spokesman")).name == "Yahya Rasool"
    assert at(reading, words.index("Defence")).key == "body:IRQ:defence ministry"
    assert reading.chain_at(words.index("said")) is None


def at(reading: object, token: int) -> Chain:
    """The chain at a token, which there must be."""
    from dragoman.model.reading import Reading

    assert isinstance(reading, Reading)
    chain = reading.chain_at(token)
    assert chain
    return chain


def test_a_company_takes_the_country_before_it(reader: Reader) -> None:
    reading = reader.read("Norway's Fjordline Shipping said it lost contact. The company blamed the weather.")
    assert one(reading, "Fjordline Shipping", "The company")
    assert called(reading, "Fjordline Shipping").country == "NOR"
