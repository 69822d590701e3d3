"""Who takes part in an event and who does not: each table is one way English leaves it to the reader."""

import pytest
from tests.coding.reports import reading
from tests.coding.told import told, who

from dragoman.read.parser import Parser

DAY = "2024-03-15"


@pytest.mark.parametrize(
    ("text", "type", "source", "target"),
    [
        ("Ghana is ready for talks with the US, foreign minister Kofi Mensah said.", "AGREE", "GHA", "USA"),
        ("Kenya condemned the US, the Kenyan foreign ministry said.", "ACCUSE", "KEN", "USA"),
    ],
)
def test_the_us_is_no_us(parser: Parser, text: str, type: str, source: str, target: str) -> None:
    assert (source, target) in who(told(parser, text, DAY), type)


@pytest.mark.parametrize(
    "text",
    [
        "Two Malian diplomats were expelled from Senegal on Monday.",
        "Forty Malian officials expelled from Senegal went home.",
    ],
)
def test_who_is_expelled_from_a_country_is_expelled_by_it(parser: Parser, text: str) -> None:
    assert ("SEN", "MLI") in who(told(parser, text, DAY), "SANCTION")


def test_who_is_expelled_from_their_own_country_is_not_expelled_by_it(parser: Parser) -> None:
    assert ("MLI", "MLI") not in who(told(parser, "Two Malian diplomats were expelled from Mali.", DAY), "SANCTION")


@pytest.mark.parametrize(
    "text",
    [
        "Morocco condemned the Libyan attack on Tunisia.",
        "Morocco condemned Libya's shelling of a Tunisian port.",
        "Libya shelled a Tunisian port on Monday.\nMorocco condemned the bombardment of the Tunisian port.",
        "Libya shelled a Tunisian port on Monday.\nMorocco condemned the assault on Tunisia.",
        "Libya shelled a Tunisian port on Monday.\nThe shelling was condemned by Morocco.",
    ],
)
def test_who_condemns_a_deed_blames_its_doer(parser: Parser, text: str) -> None:
    assert who(told(parser, text, DAY), "ACCUSE") == {("MAR", "LBY")}


def test_who_condemns_a_deed_of_nobody_known_does_not_blame_its_victim(parser: Parser) -> None:
    (event,) = [e for e in told(parser, "Morocco condemned the attack on Tunisia.", DAY) if e.type == "ACCUSE"]
    assert event.source == ("MAR",)
    assert not any(p.chain for p in event.record.target)


@pytest.mark.parametrize(
    "text",
    [
        "Peru denied any wrongdoing.",
        "Peru denied that it had shelled the port.",
    ],
)
def test_a_denial_of_a_wrong_nobody_charged_answers_nobody(parser: Parser, text: str) -> None:
    (event,) = [e for e in told(parser, text, DAY) if e.type == "DENY"]
    assert event.source == ("PER",)
    assert not any(p.chain for p in event.record.target)


@pytest.mark.parametrize(
    "text",
    [
        "Chile accused Peru of smuggling.\nPeru denied wrongdoing.",
        "Chile said Peru had shelled its port.\nPeru denied having fired.",
        "Chile said Peru had shelled its port.\nLima denies this.",
    ],
)
def test_a_denial_answers_who_charged_the_same_side_just_before(parser: Parser, text: str) -> None:
    assert who(told(parser, text, DAY), "DENY") == {("PER", "CHL")}


@pytest.mark.parametrize(
    "text",
    [
        "Chilean troops attacked Peruvian sailors on Monday.\nThree of the Peruvian sailors were wounded.",
        "Two Peruvian sailors were wounded when Chilean troops attacked the Peruvian navy.",
        "Chilean jets bombed a Peruvian base.\nPeruvian soldiers were killed, officials said.",
    ],
)
def test_who_is_wounded_is_wounded_by_who_attacks_near_by(parser: Parser, text: str) -> None:
    assert {e.source for e in told(parser, text, DAY) if e.type == "ASSAULT"} == {("CHL",)}


def test_who_is_wounded_where_nobody_attacks_is_wounded_by_nobody_known(parser: Parser) -> None:
    (event,) = told(parser, "Three Peruvian sailors were wounded on Monday.", DAY)
    assert event.record.source == ()


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Chilean agents killed three people in Lima, Peru.", "PER"),
        ("Chilean jets bombed a factory in Lima. Peru protested.", "PER"),
        ("Gunmen killed three people in Lima, Peru.", "PER"),
    ],
)
def test_violence_meets_the_state_of_its_place(parser: Parser, text: str, target: str) -> None:
    assert {e.target for e in told(parser, text, DAY) if e.type == "ASSAULT"} == {(target,)}


def test_violence_off_a_coast_does_not_meet_its_state(parser: Parser) -> None:
    text = "Chilean troops seized a tanker off Peru."
    assert "PER" not in {c for e in told(parser, text, DAY) for c in e.target}


@pytest.mark.parametrize(
    ("text", "type", "source", "target"),
    [
        ("Peru phoned Chile to condemn Brazil.", "ACCUSE", "PER", "BRA"),
        ("Peru visited Chile to praise Brazil.", "SUPPORT", "PER", "BRA"),
        ("Peru urged Chile to condemn Brazil.", "REQUEST", "PER", "CHL"),
        ("Peru sent a letter accusing Brazil of lying.", "ACCUSE", "PER", "BRA"),
        ("Peru's parliament passed a resolution condemning Brazil.", "ACCUSE", "PER", "BRA"),
    ],
)
def test_purposes_are_the_subjects_and_papers_speak_for_who_made_them(
    parser: Parser, text: str, type: str, source: str, target: str
) -> None:
    assert (source, target) in who(told(parser, text, DAY), type)


@pytest.mark.parametrize(
    "text",
    [
        "Peru denied Chile's accusation.",
        "Chile accused Peru of shelling a port.\nPeru rejected the allegation.",
        "Chile accused Peru of shelling a port.\nBolivia called for talks.\nPeru rejected the accusation.",
    ],
)
def test_a_rejected_charge_answers_who_made_it(parser: Parser, text: str) -> None:
    assert who(told(parser, text, DAY), "DENY") == {("PER", "CHL")}


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Kenya agreed to work together against Rwanda.", "AGREE"),
        ("Kenya is ready to cooperate despite Rwanda.", "AGREE"),
        ("Kenya joined an anti-Rwandan alliance.", "COOPERATE"),
        ("Kenya formed an anti-Rwandan front with Uganda.", "COOPERATE"),
        ("Kenya formed an alliance with Uganda against Rwanda.", "COOPERATE"),
    ],
)
def test_a_partner_is_not_who_is_acted_against(parser: Parser, text: str, type: str) -> None:
    found = told(parser, text, DAY)
    assert type in {e.type for e in found}
    assert "RWA" not in {t for e in found if e.type == type for t in e.target}


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Kenya held anti-Rwandan drills.", "MOBILIZE"),
        ("Kenya lifted the anti-Rwandan sanctions.", "RETREAT"),
    ],
)
def test_a_deed_is_aimed_at_who_it_is_against(parser: Parser, text: str, type: str) -> None:
    assert ("KEN", "RWA") in who(told(parser, text, DAY), type)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Anti-Peruvian remarks by the Chilean minister were printed.", "CHL"),
        ("Anti-Peruvian rhetoric by Bolivia went on.", "BOL"),
        ("Bolivia's anti-Peruvian remarks were printed.", "BOL"),
    ],
)
def test_words_against_somebody_accuse_him(parser: Parser, text: str, source: str) -> None:
    assert who(told(parser, text, DAY), "ACCUSE") == {(source, "PER")}


def test_words_against_somebody_are_not_his(parser: Parser) -> None:
    text = "Bolivia criticised anti-Peruvian remarks by the Chilean minister."
    assert who(told(parser, text, DAY), "ACCUSE") == {("CHL", "PER"), ("BOL", "CHL")}


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Norway joined Sweden in condemning Belarus.", "ACCUSE"),
        ("Norway joined Sweden in expelling Belarusian diplomats.", "SANCTION"),
    ],
)
def test_who_joins_another_in_a_deed_does_it_with_him(parser: Parser, text: str, type: str) -> None:
    assert who(told(parser, text, DAY), type) == {("NOR", "BLR"), ("SWE", "BLR")}


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Sweden expelled a Kenyan diplomat.", True),
        ("Sweden expelled a former Kenyan diplomat.", False),
        ("Norway arrested a Kenyan spy.", True),
        ("Norway arrested a former Kenyan spy.", False),
    ],
)
def test_an_envoy_stands_for_his_state_until_he_has_left_it(parser: Parser, text: str, stands: bool) -> None:
    whole = f"{text}\nKenya kept silent."
    ((target,),) = [e.record.target for e in told(parser, whole, DAY) if e.type in ("SANCTION", "COERCE")]
    assert (reading(parser, whole, DAY).chain(target.chain).kind == "state") is stands


@pytest.mark.parametrize(
    "text",
    [
        "Shells hit a Ugandan village.",
        "Shells fired from Rwanda hit a Ugandan village.",
        "A torpedo struck the Ugandan tanker.",
        "Explosives killed nine Ugandan soldiers.",
        "Intelligence accused Uganda of lying.",
    ],
)
def test_things_do_nothing_by_themselves(parser: Parser, text: str) -> None:
    found = told(parser, text, DAY)
    assert {e.target for e in found} == {("UGA",)}
    assert {e.source for e in found} == {()}


def test_people_without_a_name_do(parser: Parser) -> None:
    (event,) = told(parser, "Gunmen attacked the Ugandan embassy.", DAY)
    assert (event.source, event.target) == (("Gunmen",), ("UGA",))


@pytest.mark.parametrize(
    ("text", "type", "source", "target"),
    [
        ("Peru closed its border with Chile.", "COERCE", "PER", "CHL"),
        ("Peru massed troops on the border with Chile.", "MOBILIZE", "PER", "CHL"),
        ("Peru discussed the border with Chile with Bolivia.", "CONSULT", "PER", "BOL"),
        ("Peru signed a treaty with Bolivia on the border with Chile.", "SUPPORT", "PER", "BOL"),
    ],
)
def test_with_belongs_to_the_border(parser: Parser, text: str, type: str, source: str, target: str) -> None:
    assert who(told(parser, text, DAY), type) == {(source, target)}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Rwanda claimed responsibility for the attack on Uganda.", "RWA"),
        ("Rwanda claimed the attack on a Ugandan convoy.", "RWA"),
        ("Rebels claimed the attack on the Ugandan convoy.", "Rebels"),
    ],
)
def test_who_claims_an_attack_made_it(parser: Parser, text: str, source: str) -> None:
    assert (source, "UGA") in who(told(parser, text, DAY), "ASSAULT")


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The Peruvian foreign ministry said that Chile had shelled a Peruvian port.", "ASSAULT"),
        ("Chile shelled a Peruvian port on Monday, the Peruvian defence ministry said.", "ASSAULT"),
        ("Peru said that its trawler had been seized by Chile.", "COERCE"),
    ],
)
def test_to_tell_of_a_wrong_to_oneself_is_to_charge_who_did_it(parser: Parser, text: str, deed: str) -> None:
    found = told(parser, text, DAY)
    assert ("CHL", "PER") in who(found, deed)
    assert who(found, "ACCUSE") == {("PER", "CHL")}


@pytest.mark.parametrize(
    "text",
    [
        "Reuters said that Chile had shelled a Peruvian port.",
        "A Peruvian newspaper said that Chile had shelled a Peruvian port.",
        "The Bolivian foreign ministry said that Chile had shelled a Peruvian port.",
        "Chile said it had shelled a Peruvian port.",
        "Peru said Chile might shell its port.",
    ],
)
def test_to_tell_of_what_others_suffered_charges_nobody(parser: Parser, text: str) -> None:
    assert {e.type for e in told(parser, text, DAY)} == {"ASSAULT"}


@pytest.mark.parametrize(
    "text",
    [
        "“Chile is a liar and a bully, and Bolivia knows it,” the Peruvian foreign ministry said.",
        "“Bolivia has watched, but Chile is a bully,” the Peruvian foreign ministry said.",
    ],
)
def test_words_of_blame_fall_on_the_subject_of_their_clause(parser: Parser, text: str) -> None:
    assert who(told(parser, text, DAY), "ACCUSE") == {("PER", "CHL")}


@pytest.mark.parametrize(
    "text",
    [
        "Norway urged Sweden to close the port, blaming Denmark for the accident.",
        "Norway asked Sweden to leave the talks, accusing Denmark of sabotage.",
        "Norway urged Sweden to release the crew, calling Denmark a bully.",
    ],
)
def test_a_participle_behind_a_comma_has_the_main_subject(parser: Parser, text: str) -> None:
    assert who(told(parser, text, DAY), "ACCUSE") == {("NOR", "DNK")}


@pytest.mark.parametrize(
    "text",
    [
        "Chile attacked Peru on Monday.\nPeru declared a state of emergency.",
        "Chile attacked Peru on Monday.\nPeru closed its airspace.",
        "Chile attacked Peru on Monday.\nPeru closed five airports.",
    ],
)
def test_what_a_state_does_at_home_is_aimed_at_nobody_abroad(parser: Parser, text: str) -> None:
    assert {c for e in told(parser, text, DAY) if e.type == "COERCE" for c in e.target}.isdisjoint({"CHL", "PER"})


def test_troops_that_are_sent_nowhere_are_sent_against_nobody(parser: Parser) -> None:
    text = "Chile attacked Peru on Monday.\nPeru deployed 500 soldiers on Tuesday."
    assert {e.target for e in told(parser, text, DAY) if e.type == "MOBILIZE"} == {()}


@pytest.mark.parametrize(
    "text",
    [
        "Chile attacked Peru on Monday.\nBrazil called for restraint.",
        "Chile accused Peru of lying.\nBrazil appealed for dialogue.",
        "Chile attacked Peru on Monday.\nBrazil and Bolivia offered to mediate.",
    ],
)
def test_who_asks_or_offers_from_outside_means_both_sides(parser: Parser, text: str) -> None:
    found = [e for e in told(parser, text, DAY) if "BRA" in e.source and e.type in ("REQUEST", "AGREE")]
    assert [set(e.target) for e in found] == [{"CHL", "PER"}]


def test_merchant_ships_are_of_no_side(parser: Parser) -> None:
    text = "Chile attacked Peru on Monday.\nChile attacked two merchant ships on Tuesday."
    assert "PER" not in {c for e in told(parser, text, DAY) if "ships" in e.words for c in e.target}


def test_the_deed_in_a_charge_is_told_beside_the_charge(parser: Parser) -> None:
    found = told(parser, "Chile accused Peru of attacking Bolivia.", DAY)
    assert {(e.type, e.source, e.target) for e in found} == {
        ("ACCUSE", ("CHL",), ("PER",)),
        ("ASSAULT", ("PER",), ("BOL",)),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Chile seized ten Peruvian sailors.\nPeru demanded the release of the sailors.",
        "Chile seized ten Peruvian sailors.\nPeru demanded that the sailors be freed.",
        "Chile attacked the Peruvian navy.\nPeru demanded the release of two Peruvian sailors.",
    ],
)
def test_a_demand_for_a_release_addresses_the_captor(parser: Parser, text: str) -> None:
    assert who(told(parser, text, DAY), "REQUEST") == {("PER", "CHL")}


def test_who_was_taken_is_released_by_who_took_him(parser: Parser) -> None:
    text = "Chile seized ten Peruvian sailors.\nThe sailors were released on Friday."
    assert {e.source for e in told(parser, text, DAY) if e.type == "RETREAT"} == {("CHL",)}


def test_a_denial_answers_who_just_spoke_of_the_same_side(parser: Parser) -> None:
    text = "Chile said Peru had sold the gold.\nPeru denies it."
    assert who(told(parser, text, DAY), "DENY") == {("PER", "CHL")}


@pytest.mark.parametrize(
    "text",
    [
        "Chile attacked Peru on Monday.\nBrazil voiced concern.",
        "Peru accused Chile of lying.\nBrazil and Bolivia were deeply worried.",
    ],
)
def test_an_outsiders_concern_is_about_who_attacks_or_is_accused(parser: Parser, text: str) -> None:
    assert [e.target for e in told(parser, text, DAY) if e.type == "ACCUSE" and "BRA" in e.source] == [("CHL",)]


def test_where_somebody_speaks_is_no_party(parser: Parser) -> None:
    text = "Chile attacked Peru on Monday.\nAt a meeting in Brazil, Peru's president threatened to hit back."
    found = [e for e in told(parser, text, DAY) if e.type == "THREATEN"]
    assert [(e.source, e.target) for e in found] == [(("PER",), ("CHL",))]


def test_a_threat_that_names_nobody_is_aimed_at_the_opponent(parser: Parser) -> None:
    text = "Chile attacked Peru on Monday.\nPeru threatened to shut the pipeline, which brings Bolivian gas to Brazil."
    assert [(e.source, e.target) for e in told(parser, text, DAY) if e.type == "THREATEN"] == [(("PER",), ("CHL",))]
