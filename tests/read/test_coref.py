"""Which words of a report speak of the same actor."""

import pytest

from tests.read.actors_at_hand import Reader, called, one, spoken


def test_names_of_one_person(reader: Reader) -> None:
    reading = reader.read(
        "General Kamran Huseynli spoke. K. Huseynli warned that Huseynli's men were ready, Mr Huseynli said."
    )
    assert one(reading, "Kamran Huseynli", "K. Huseynli", "Huseynli")


def test_spellings_of_one_name_are_joined(reader: Reader) -> None:
    reading = reader.read("Spokesman Nasser Kanaani protested. Later Nasir Kenani left the room.")
    assert one(reading, "Nasser Kanaani", "Nasir Kenani")


@pytest.mark.parametrize(
    ("text", "a", "b"),
    [
        ("Ilham Aliyev succeeded Heydar Aliyev.", "Ilham Aliyev", "Heydar Aliyev"),
        ("King Salman spoke and Prince Mohammed bin Salman listened.", "Salman", "Mohammed bin Salman"),
        ("Robert Crane met his son, Robert Crane Jr., at noon.", "Robert Crane", "Robert Crane Jr."),
        ("Mr Trump arrived with Melania Trump.", "Trump", "Melania Trump"),
    ],
)
def test_relatives_stay_apart(reader: Reader, text: str, a: str, b: str) -> None:
    reading = reader.read(text)
    assert called(reading, a).id != called(reading, b).id


def test_a_post_points_to_its_holder(reader: Reader) -> None:
    reading = reader.read(
        "Chilean Foreign Minister Rosa Ibarra met Peruvian Foreign Minister Juan Soto. The Peruvian Foreign Minister "
        "offered his country's help. The Chilean minister thanked him."
    )
    assert one(reading, "Juan Soto", "The Peruvian Foreign Minister", "his", "him")
    assert one(reading, "Rosa Ibarra", "The Chilean minister")
    assert called(reading, "his country").key == "state:PER"


def test_a_wider_noun_points_to_a_named_person(reader: Reader) -> None:
    reading = reader.read(
        "Gunmen shot at Adel Karimi, a member of the Iraqi parliament. The deputy was taken to hospital. "
        "Greek Deputy Foreign Minister Nikos Pappas visited him. The Greek diplomat wept."
    )
    assert one(reading, "Adel Karimi", "The deputy", "him")
    assert one(reading, "Nikos Pappas", "The Greek diplomat")


def test_the_ministry_is_the_last_one(reader: Reader) -> None:
    reading = reader.read(
        "The Finnish Defence Ministry protested. The ministry said its patience was at an end. "
        "The Estonian Foreign Ministry agreed. The ministry thanked Helsinki."
    )
    assert called(reading, "The ministry", 0).key == "body:FIN:defence ministry"
    assert called(reading, "its").key == "body:FIN:defence ministry"
    assert called(reading, "The ministry", 1).key == "body:EST:foreign ministry"


def test_two_countries_are_a_group_of_both(reader: Reader) -> None:
    reading = reader.read("Talks between Ghana and Togo failed. The two countries recalled their envoys.")
    group = called(reading, "The two countries")
    assert {c.key for c in reading.parts(group)} == {"state:GHA", "state:TGO"}
    token = reading.parse.words.index("countries")
    assert {c.key for c in reading.chains_at(token)} == {"state:GHA", "state:TGO"}


@pytest.mark.parametrize(
    "text",
    [
        "Ghana and Togo clashed on Monday. Peru urged both countries to show restraint.",
        "Ghana and Togo clashed on Monday. Peru called on both countries to show restraint.",
        "Peru urged both countries to show restraint. Ghana and Togo had clashed.",
    ],
)
def test_both_countries_are_not_who_addresses_them(reader: Reader, text: str) -> None:
    reading = reader.read(text)
    assert {c.key for c in reading.parts(called(reading, "both countries"))} == {"state:GHA", "state:TGO"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Denmark expelled twelve Kenyan diplomats. The envoys left on Monday.", "The envoys"),
        ("Denmark expelled twelve Kenyan diplomats. Talks failed. The diplomats left on Monday.", "The diplomats"),
    ],
)
def test_envoys_are_those_told_of_before_by_whatever_word(reader: Reader, text: str, words: str) -> None:
    assert one(reader.read(text), "twelve Kenyan diplomats", words)


def test_the_us_is_no_us(reader: Reader) -> None:
    reading = reader.read("“The US government lied,” said a Ghanaian official. “Our government did not.”")
    assert called(reading, "US government").key == "state:USA"


def test_two_ministers_are_a_group_of_both(reader: Reader) -> None:
    reading = reader.read(
        "Foreign Minister Mia Lund of Denmark met her counterpart. Norwegian Foreign Minister Odd Berg smiled. "
        "The Danish and Norwegian foreign ministers signed the paper."
    )
    group = called(reading, "The Danish and Norwegian foreign ministers")
    assert {c.name for c in reading.parts(group)} == {"Mia Lund", "Odd Berg"}


def test_ministers_and_ministries_of_two_states_pair_up(reader: Reader) -> None:
    reading = reader.read("Malian and Nigerian Foreign Ministers Aly Cisse and Bola Ojo met in Dakar.")
    assert (called(reading, "Aly Cisse").country, called(reading, "Bola Ojo").country) == ("MLI", "NGA")


def test_a_neighbour_is_the_other_country(reader: Reader) -> None:
    reading = reader.read("Tension between Laos and its northern neighbor is rising. Laos accused China of theft.")
    assert called(reading, "its northern neighbor").key == "state:CHN"


def test_they_can_be_two_joined_by_and(reader: Reader) -> None:
    reading = reader.read("Ana Prieto and Luis Mora left the hall. They said nothing.")
    assert {c.name for c in reading.parts(called(reading, "They"))} == {"Ana Prieto", "Luis Mora"}


def test_it_is_no_actor_where_a_clause_or_a_thing_is_meant(reader: Reader) -> None:
    reading = reader.read(
        "It is clear that Chad will not yield. The treaty is old. It was the first of its kind. "
        "It seems that Chad agrees."
    )
    assert [w for words in spoken(reading).values() for w in words if w.lower() == "it"] == []


def test_it_is_the_subject_of_the_clause_above(reader: Reader) -> None:
    reading = reader.read("Uruguay said it would close its border.")
    assert one(reading, "Uruguay", "it", "its")


def test_gender_decides(reader: Reader) -> None:
    reading = reader.read("Chancellor Angela Brandt met President Karl Vogel. She praised him.")
    assert one(reading, "Angela Brandt", "She")
    assert one(reading, "Karl Vogel", "him")


def test_nobody_praises_himself_by_him(reader: Reader) -> None:
    reading = reader.read("Karl Vogel arrived. Jan Maes criticised him.")
    assert one(reading, "Karl Vogel", "him")


def test_who_and_which_belong_to_their_noun(reader: Reader) -> None:
    reading = reader.read("Paul Okoro, who accused Benin, left. Benin, which denied it, stayed.")
    assert one(reading, "Paul Okoro", "who")
    assert one(reading, "Benin", "which")


def test_unnamed_officials_of_one_country_are_one_described_actor(reader: Reader) -> None:
    reading = reader.read("A senior Swiss official spoke. Swiss officials denied it. The officials left.")
    assert one(reading, "A senior Swiss official", "Swiss officials", "The officials")
    assert called(reading, "Swiss officials").described


def test_parliament_is_the_speakers_own(reader: Reader) -> None:
    reading = reader.read("Russian troops massed. British Prime Minister Ann Wells told parliament she was worried.")
    assert called(reading, "parliament").key == "body:GBR:parliament"


def test_an_envoy_named_at_last(reader: Reader) -> None:
    reading = reader.read("Ghana recalled its ambassador to Togo. The envoy, Kwame Asante, left at noon.")
    assert one(reading, "its ambassador", "Kwame Asante")


def test_a_family_is_its_members(reader: Reader) -> None:
    reading = reader.read("Oleg Sorokin and Vera Sorokin fell ill. The Sorokins are in hospital.")
    assert {c.name for c in reading.parts(called(reading, "Sorokins"))} == {"Oleg Sorokin", "Vera Sorokin"}


def test_halves_of_a_country(reader: Reader) -> None:
    reading = reader.read("North Korea fired a missile. The North said it was a test. North and South Korea will talk.")
    assert one(reading, "North Korea", "North")
    assert called(reading, "South Korea").key == "state:KOR"


def test_a_kingdom_is_a_kingdom(reader: Reader) -> None:
    reading = reader.read("Morocco recalled its envoy after France spoke. The kingdom wants an apology from France.")
    assert called(reading, "The kingdom").key == "state:MAR"


def test_a_counterpart_is_of_the_country_told(reader: Reader) -> None:
    reading = reader.read("Kenyan minister Juma Otieno met his Ghanaian counterpart Kofi Adomako.")
    assert called(reading, "Kofi Adomako").country == "GHA"


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("“We thank our Ghanaian friends,” said the Kenyan president.", "our Ghanaian friends", "GHA"),
        ("Kenya thanked its Ghanaian ally for the help.", "its Ghanaian ally", "GHA"),
        ("A Kenyan ally warned Mali.", "A Kenyan ally", None),
    ],
)
def test_an_ally_is_of_the_country_told_behind_whose_he_is(
    reader: Reader, text: str, words: str, country: str | None
) -> None:
    assert called(reader.read(text), words).country == country
