"""Which country actors have whom no word calls anybody's: by dateline, title, place, ruler and attacker."""

import pytest

from dragoman.ingest.articles import articles
from dragoman.model.text import Metadata, Report, Source
from dragoman.read.actors_titles import home_of_title, lacking
from dragoman.read.coref_home import homes
from dragoman.read.reading import read
from tests.read.actors_at_hand import Reader, called

BODY = (
    "The talks on the river dam went on for hours and ended late. Envoys of Chile and Peru sat in one room.\n\n"
    "The interior minister, Ana Quiroga, said the border would stay shut. Nobody else spoke to the reporters there.\n"
)


def article(text: str, outlet: str | None = None) -> Report:
    """The one article of a text."""
    source = Source("a.txt", "utf-8", "0", text, Metadata(outlet=outlet))
    return next(r for r in articles(source) if isinstance(r, Report))


@pytest.mark.parametrize(
    ("dateline", "outlet", "countries"),
    [
        ("LIMA, March 3 (Agency) - ", None, {"PER"}),
        ("SANTIAGO/LIMA - ", None, {"CHL", "PER"}),
        ("GUAYAQUIL, Ecuador - ", None, {"ECU"}),
        ("", "Chilean Press Agency", {"CHL"}),
        ("", "The Evening Post", set()),
    ],
)
def test_a_report_is_at_home_where_its_dateline_or_outlet_is(
    reader: Reader, dateline: str, outlet: str | None, countries: set[str]
) -> None:
    assert set(homes(article(dateline + BODY, outlet), reader.world)) == countries


@pytest.mark.parametrize(("dateline", "country"), [("LIMA, March 3 (Agency) - ", "PER"), ("SANTIAGO - ", "CHL")])
def test_a_post_that_is_nobodys_is_of_the_dateline(reader: Reader, dateline: str, country: str) -> None:
    report = article(dateline + BODY)
    assert called(read(report, reader.parser.parse(report), reader.world), "Ana Quiroga").country == country


def test_titles_are_of_the_countries_that_have_them() -> None:
    assert lacking("Republican senator", ["CHN", "USA"]) == {"CHN"}
    assert lacking("prime minister", ["USA", "GBR"]) == {"USA"}
    assert lacking("spokesman", ["USA", "GBR"]) == frozenset()
    assert (home_of_title("Deputy Secretary of State"), home_of_title("senator")) == ("USA", None)


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("China rebuked Brazil again. Senator Rui Prado called it a bad joke.", "Rui Prado", "BRA"),
        ("Oman warned Norway. Deputy Secretary of State Ann Lorne called both.", "Ann Lorne", "USA"),
        ("Japan mocked Spain. The emperor stayed silent.", "The emperor", "JPN"),
        ("The defence minister, Olle Berg, warned Russia; Sweden closed a port.", "Olle Berg", "SWE"),
    ],
)
def test_a_title_rules_out_countries_without_it(reader: Reader, text: str, words: str, country: str) -> None:
    assert called(reader.read(text), words).country == country


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Kenya and Uganda quarrel. Protesters threw eggs at the Kenyan embassy in Kampala.", "Protesters", "UGA"),
        ("In Lima and Cusco, students burned flags of Chile.", "students", "PER"),
        ("Chile blamed Peru. Villagers near Cusco heard shots.", "Villagers", "PER"),
        ("The Danish prime minister told fishermen to stay away from Sweden.", "fishermen", "DNK"),
        ("India and Nepal argue. Shells fired by Nepal wounded two farmers.", "two farmers", None),
        ("India and Nepal argue. Nepal shelled a village and killed two farmers.", "two farmers", "IND"),
        ("Peru accused Chile. Chile captured a pilot on Monday.", "a pilot", "PER"),
        ("Experts near Lima doubt it.", "Experts", None),
    ],
)
def test_people_are_of_their_place_their_ruler_or_not_of_their_attacker(
    reader: Reader, text: str, words: str, country: str | None
) -> None:
    assert called(reader.read(text), words).country == country


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("The mayor of Peru's capital met nobody.", "The mayor", "PER"),
        ("The governor of Kenya's coast province met nobody.", "The governor", "KEN"),
        ("Smugglers from Estonia fled.", "Smugglers", "EST"),
        ("Norway warned its neighbour. Its rival, Denmark, laughed.", "Its rival", "DNK"),
        ("Chile thanked its ally Peru for the ships.", "its ally", "PER"),
        ("Chile protested to Peru, and its old rival apologised.", "its old rival", "PER"),
        ("Chile shot at Peru. Its ally said nothing.", "Its ally", None),
    ],
)
def test_whose_somebody_is_can_stand_behind_or_beside(
    reader: Reader, text: str, words: str, country: str | None
) -> None:
    assert called(reader.read(text), words).country == country


@pytest.mark.parametrize(
    "text",
    [
        "The president of the Kenyan parliament spoke.",
        "The president of Kenya's supreme court spoke.",
        "The premier of Canada's Ontario province spoke.",
        "The prime minister of Iraq's Kurdistan region spoke.",
    ],
)
def test_who_heads_less_than_a_state_is_no_head_of_it(reader: Reader, text: str) -> None:
    reading = reader.read(text, "2018-05-04")
    speaker = next(c for c in reading.chains if any(m.span.start == 0 for m in c.mentions))
    assert speaker.described


def test_both_sides_are_those_whom_the_report_is_about(reader: Reader) -> None:
    text = "Chad accused Niger. Niger accused Chad. Oman, which spoke to Japan, urged both sides to stop."
    assert called(reader.read(text), "both sides").name == "Niger and Chad"


def test_a_list_of_adjectives_is_one_group(reader: Reader) -> None:
    reading = reader.read("Bolivian, Peruvian and Chilean soldiers drilled.")
    assert called(reading, "Bolivian, Peruvian and Chilean soldiers").name == "Bolivia, Peru and Chile"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("In Lima, thousands of people marched.", "people", "PER"),
        ("Gunmen from Chile killed 12 people at a market in Cusco.", "12 people", "PER"),
        ("An angry mob beat a driver in Accra.", "An angry mob", "GHA"),
        ("Rebels shot at a convoy in Chad.", "Rebels", "TCD"),
        ("Local officials in Lagos said it rained.", "Local officials", "NGA"),
        ("Ana Low, an analyst at a Singapore think tank, agreed.", "Ana Low", "SGP"),
        ("Bo Lin, a scholar based in Lima, agreed.", "Bo Lin", "PER"),
        ("Norway is calm. Rural Affairs Commissioner Eva Lund spoke.", "Eva Lund", "NOR"),
        ("Norway is calm. The Supreme Fishery Council met.", "Supreme Fishery Council", "NOR"),
        ("Norway is calm. A security source denied it.", "A security source", "NOR"),
        ("The Southern Command of the Chilean army moved.", "Southern Command", "CHL"),
        ("Poland summoned the Danish charge d'affaires.", "the Danish charge d'affaires", "DNK"),
        ("Peru's foreign minister met his Chilean colleague.", "his Chilean colleague", "CHL"),
        ("The Norwegian spy filmed his captors.", "his captors", None),
    ],
)
def test_people_and_bodies_are_of_their_place_or_employer(
    reader: Reader, text: str, words: str, country: str | None
) -> None:
    assert called(reader.read(text), words).country == country


def test_bodies_that_many_states_have_are_of_the_one_spoken_of(reader: Reader) -> None:
    text = "Pakistan protested. The Foreign Office summoned an envoy of {}."
    assert called(reader.read(text.format("Nepal")), "Foreign Office").country == "PAK"
    assert called(reader.read("Britain protested. The Foreign Office summoned him."), "Foreign Office").country == "GBR"


def test_a_town_that_the_parser_takes_for_a_person_is_no_actor(reader: Reader) -> None:
    reading = reader.read("A court in Simferopol jailed the men.")
    assert [c.kind for c in reading.chains if c.name == "Simferopol"] == []


def test_governments_of_a_union_are_the_union(reader: Reader) -> None:
    assert called(reader.read("EU governments agreed."), "EU governments").key == "igo:EU"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Chile's army and navy trained.", "navy", "CHL"),
        ("Kenya's general said troops were ready.", "troops", "KEN"),
        ("France and Spain met. A senior administration official in New York was sceptical.", "official", None),
        ("Norway and Denmark quarrel. The Norwegian spy filmed his captors.", "his captors", "DNK"),
        ("Two farmers died in the Danish-controlled part of the island.", "Two farmers", "DNK"),
        ("The pope prayed.", "The pope", "VAT"),
        ("A Houthi spokesman said five fighters were dead.", "five fighters", "YEM"),
    ],
)
def test_who_belongs_to_those_named_beside(reader: Reader, text: str, words: str, country: str | None) -> None:
    reading = reader.read(text)
    if country is None:
        assert next(c for c in reading.chains if words in c.name).country == "USA"
    else:
        assert called(reading, words).country == country


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Chile mourned. A government task force met in secret.", "A government task force", "CHL"),
        ("Chile mocked Peru. The opposition accused Uhuru Kenyatta of theft.", "The opposition", "KEN"),
        ("Peru rebuked Chile. Peru was angry. Demonstrators burned Chilean flags.", "Demonstrators", "PER"),
    ],
)
def test_public_groups_and_crowds_have_a_country(reader: Reader, text: str, words: str, country: str) -> None:
    assert called(reader.read(text), words).country == country


def test_the_bloc_is_the_union_named_last(reader: Reader) -> None:
    text = "The European Union waited. {} met in Bali. The bloc said nothing."
    assert called(reader.read(text.format("ASEAN")), "The bloc").key == "igo:ASEAN"
    assert called(reader.read(text.format("Leaders")), "The bloc").key == "igo:EU"


def test_an_armed_group_is_the_one_named_in_the_sentence(reader: Reader) -> None:
    text = "The Houthis boarded a ship. The group praised Hamas after the militant group's attack."
    assert called(reader.read(text), "the militant group").name == "Hamas"


def test_a_surname_alone_of_who_is_in_office_is_the_full_name(reader: Reader) -> None:
    reading = reader.read("Poroshenko spoke in Kyiv. Nobody clapped.", "2017-05-02")
    assert called(reading, "Poroshenko").name == "Petro Poroshenko"


def test_the_ministry_is_that_of_the_last_minister(reader: Reader) -> None:
    text = "Peru's foreign minister, Ana Silva, rebuked Chile. Chile protested, and the ministry summoned a diplomat."
    assert called(reader.read(text), "the ministry").key == "body:PER:foreign ministry"
