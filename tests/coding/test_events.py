"""Who did what to whom, by construction: each test is one way English has to tell an event."""

import pytest
from tests.coding.told import told, who

from dragoman.coding.events_about import number
from dragoman.read.parser import Parser

DAY = "2024-03-15"


@pytest.mark.parametrize(
    ("text", "type", "source", "target"),
    [
        ("Iran attacked Iraq.", "ASSAULT", "IRN", "IRQ"),
        ("Iraq was attacked by Iran.", "ASSAULT", "IRN", "IRQ"),
        ("Iran's attack on Iraq killed nine people.", "ASSAULT", "IRN", "IRQ"),
        ("The attack on Iraq by Iran killed nine people.", "ASSAULT", "IRN", "IRQ"),
        ("Iran launched an attack on Iraq.", "ASSAULT", "IRN", "IRQ"),
        ("Iraq came under attack from Iran.", "ASSAULT", "IRN", "IRQ"),
        ("Iran, which attacked Iraq in the spring, kept silent.", "ASSAULT", "IRN", "IRQ"),
        ("An attack carried out by Iran on Iraq killed nine people.", "ASSAULT", "IRN", "IRQ"),
        ("Iran took part in the attack on Iraq.", "ASSAULT", "IRN", "IRQ"),
        ("Iran is behind the attack on Iraq.", "ASSAULT", "IRN", "IRQ"),
        ("Norway expelled two Swedish diplomats.", "SANCTION", "NOR", "SWE"),
        ("Two Swedish diplomats were expelled by Norway.", "SANCTION", "NOR", "SWE"),
        ("Norway ordered the expulsion of two Swedish diplomats.", "SANCTION", "NOR", "SWE"),
        ("Norway's expulsion of Swedish diplomats was expected.", "SANCTION", "NOR", "SWE"),
        ("Norway closed Sweden's consulate in Bergen.", "SANCTION", "NOR", "SWE"),
        ("Norway gave Sweden ten million dollars.", "AID", "NOR", "SWE"),
        ("Norway provided Sweden with tents.", "AID", "NOR", "SWE"),
        ("Norway imposed sanctions on Sweden.", "SANCTION", "NOR", "SWE"),
        ("Sanctions were imposed on Sweden by Norway.", "SANCTION", "NOR", "SWE"),
        ("Norway lifted its sanctions on Sweden.", "RETREAT", "NOR", "SWE"),
        ("Norway suspended aid to Sweden.", "SANCTION", "NOR", "SWE"),
        ("Norway accused Sweden of shelling a village.", "ACCUSE", "NOR", "SWE"),
        ("Norway, who accused Sweden of lying, left.", "ACCUSE", "NOR", "SWE"),
        ("Norway called the Swedish plan a provocation.", "ACCUSE", "NOR", "SWE"),
        ("Norway summoned the Swedish ambassador.", "ACCUSE", "NOR", "SWE"),
        ("Norway declared the Swedish envoy persona non grata.", "SANCTION", "NOR", "SWE"),
        ("Norway's prime minister visited Sweden.", "CONSULT", "NOR", "SWE"),
        ("Norway rejected a Swedish proposal.", "REJECT", "NOR", "SWE"),
        ("Norway welcomed Sweden's decision.", "SUPPORT", "NOR", "SWE"),
        ("Norway demanded an explanation from Sweden.", "REQUEST", "NOR", "SWE"),
        ("Norway released three Swedish fishermen.", "RETREAT", "NOR", "SWE"),
        ("Norway arrested a Swedish driver.", "COERCE", "NOR", "SWE"),
    ],
)
def test_a_deed_and_its_sides(parser: Parser, text: str, type: str, source: str, target: str) -> None:
    assert (source, target) in who(told(parser, text, DAY), type)


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Iran vowed to attack Iraq.", "THREATEN"),
        ("Iran will attack Iraq.", "THREATEN"),
        ("Iran threatened to attack Iraq.", "THREATEN"),
        ("Iran threatened Iraq with sanctions.", "THREATEN"),
        ("Iran promised to help Iraq.", "AGREE"),
        ("Iran is ready to meet Iraqi officials.", "AGREE"),
        ("Iran offered to mediate in Iraq.", "AGREE"),
        ("Iran agreed to withdraw its troops from Iraq.", "AGREE"),
        ("Iran's president is scheduled to visit Iraq.", "AGREE"),
        ("Iran invited the Iraqi president.", "AGREE"),
        ("Iran refused to meet Iraqi officials.", "REJECT"),
        ("Iran will not meet Iraqi officials.", "REJECT"),
        ("Iran cancelled a visit to Iraq.", "REJECT"),
        ("Iran demanded that Iraq withdraw its troops.", "REQUEST"),
        ("Iran urged Iraq to release the crew.", "REQUEST"),
        ("Iran ended its blockade of Iraq.", "RETREAT"),
        ("Iran stopped bombing Iraq.", "RETREAT"),
        ("Iran was accused by Iraq of lying.", "ACCUSE"),
        ("Iran denied that it had shelled the Iraqi village.", "DENY"),
        ("Iran rejected Iraq's accusations.", "DENY"),
        ("Iran raised the readiness of its army.", "MOBILIZE"),
        ("Iranian gunmen tried to kill the Iraqi minister.", "ASSAULT"),
        ("Iran recalled its ambassador from Iraq.", "SANCTION"),
    ],
)
def test_what_an_event_inside_another_becomes(parser: Parser, text: str, type: str) -> None:
    assert type in {e.type for e in told(parser, text, DAY)}


def test_a_drill_of_one_country_is_no_cooperation_but_one_of_two_is(parser: Parser) -> None:
    assert {e.type for e in told(parser, "Iran held naval drills near the strait.", DAY)} == {"MOBILIZE"}
    assert "COOPERATE" in {e.type for e in told(parser, "Iran and Oman held naval drills near the strait.", DAY)}


def test_a_meeting_has_both_as_sources_and_targets(parser: Parser) -> None:
    (event, *_) = told(parser, "The foreign ministers of Norway and Sweden met on Monday.", DAY)
    assert event.type == "CONSULT"
    assert set(event.source) == set(event.target) == {"NOR", "SWE"}


def test_compound_actors_stay_together(parser: Parser) -> None:
    events = [e for e in told(parser, "Norway, Sweden and Finland condemned Russia.", DAY) if e.type == "ACCUSE"]
    assert [(set(e.source), e.target) for e in events] == [({"NOR", "SWE", "FIN"}, ("RUS",))]


def test_joined_verbs_share_their_subject_and_what_governs_them(parser: Parser) -> None:
    found = told(parser, "Iran vowed to invade Iraq and expel its diplomats.", DAY)
    assert {e.type for e in found} == {"THREATEN"}
    found = told(parser, "Iran condemned Iraq and recalled its ambassador.", DAY)
    assert {("ACCUSE", "IRN"), ("SANCTION", "IRN")} <= {(e.type, *e.source[:1]) for e in found}


def test_an_unknown_attacker_is_nobody(parser: Parser) -> None:
    assert ("", "IRQ") in who(told(parser, "Unknown gunmen attacked the Iraqi embassy.", DAY), "ASSAULT") or any(
        e.type == "ASSAULT" and e.target == ("IRQ",) for e in told(parser, "The Iraqi embassy was attacked.", DAY)
    )


def test_things_are_no_actors(parser: Parser) -> None:
    (event, *_) = told(parser, "Norway seized a Swedish tanker.", DAY)
    assert event.target == ("SWE",)


def test_what_is_said_does_something(parser: Parser) -> None:
    text = "“Iran threatens the region and finances terrorism,” said Israeli foreign minister Dan Levi."
    assert ("ISR", "IRN") in who(told(parser, text, DAY), "ACCUSE")
    text = "“The Greek accusations are groundless,” said the Turkish foreign ministry."
    assert "DENY" in {e.type for e in told(parser, text, DAY)}
    text = "“Iran must withdraw its troops from Iraq,” said the French foreign ministry."
    assert ("FRA", "IRN") in who(told(parser, text, DAY), "REQUEST")


def test_we_are_whoever_speaks(parser: Parser) -> None:
    text = "“We demand explanations from Sweden,” the Norwegian foreign ministry said."
    assert ("NOR", "SWE") in who(told(parser, text, DAY), "REQUEST")


def test_what_is_told_inside_what_is_said_is_attributed(parser: Parser) -> None:
    found = told(parser, "Iran attacked Iraq on Monday, the French foreign ministry said.", DAY)
    (deed,) = [e for e in found if e.type == "ASSAULT"]
    assert (deed.source, deed.target, deed.by) == (("IRN",), ("IRQ",), ("FRA",))


def test_nobody_accuses_himself(parser: Parser) -> None:
    text = "“Iran threatens nobody,” the Iranian foreign ministry said."
    assert ("IRN", "IRN") not in who(told(parser, text, DAY), "ACCUSE")


def test_they_took_similar_measures_against_the_same(parser: Parser) -> None:
    text = "Norway expelled two Russian diplomats on Monday.\nSweden took similar measures."
    assert ("SWE", "RUS") in who(told(parser, text, DAY), "SANCTION")


def test_the_same_is_not_told_twice_in_a_sentence(parser: Parser) -> None:
    text = "“The Greek accusations are groundless and absurd,” said the Turkish foreign ministry."
    assert [e.type for e in told(parser, text, DAY)].count("DENY") == 1


@pytest.mark.parametrize(
    "text",
    [
        "Kenya released a report on farming.",
        "The minister fought corruption.",
        "An earthquake killed nine people in Peru.",
        "The attack helicopter landed.",
        "In March the sun shone.",
    ],
)
def test_what_only_looks_like_an_event(parser: Parser, text: str) -> None:
    assert told(parser, text, DAY) == []


def test_every_span_is_its_words_and_the_clause_is_small(parser: Parser) -> None:
    text = "On Friday, Norway expelled two Swedish diplomats, who had worked in Oslo for years, and closed a consulate."
    for event in told(parser, text, DAY):
        for span in (event.record.span, event.record.trigger, *(p.words for p in event.record.source)):
            assert text[span.start : span.end] == span.text
        assert "for years" not in event.words


def test_an_attack_in_which_somebody_was_killed_has_its_doer(parser: Parser) -> None:
    found = told(parser, "Nine Iraqi farmers were killed in an air strike by Iran.", DAY)
    assert ("IRN", "IRQ") in who(found, "ASSAULT")


def test_a_refusal_told_by_a_negation_is_a_fact(parser: Parser) -> None:
    (event, *_) = told(parser, "Norway did not allow the Swedish ship to dock.", DAY)
    assert (event.type, event.status) == ("REJECT", "asserted")
    text = "“We cannot tolerate the Swedish flights,” the Norwegian foreign ministry said."
    assert ("THREATEN", "asserted") in {(e.type, e.status) for e in told(parser, text, DAY)}


def test_what_is_only_supposed_accuses_nobody(parser: Parser) -> None:
    text = "“If Iran threatens the region, we will talk,” the French foreign ministry said."
    assert ("FRA", "IRN") not in who(told(parser, text, DAY), "ACCUSE")


def test_words_of_blame_accuse_where_no_frame_fits(parser: Parser) -> None:
    text = "“From Sweden we have seen nothing but hypocrisy and lies,” the Norwegian foreign ministry said."
    assert ("NOR", "SWE") in who(told(parser, text, DAY), "ACCUSE")


def test_numbers_count_what_was_done(parser: Parser) -> None:
    (event, *_) = told(parser, "On 3 March, Norway expelled twelve Swedish diplomats.", DAY)
    assert [(q.what, q.value, q.span.text) for q in event.record.quantities] == [("diplomats expelled", 12.0, "twelve")]


@pytest.mark.parametrize(
    ("words", "value"),
    [("1,200", 1200.0), ("two dozen", 24.0), ("3.5 million", 3_500_000.0), ("sixty five", 65.0), ("some", None)],
)
def test_numbers_are_read(words: str, value: float | None) -> None:
    assert number(words.split()) == value


def test_words_of_the_clause_show_what_it_is_about(parser: Parser) -> None:
    (event, *_) = told(parser, "Norway condemned Sweden's cyberattack on a hospital.", DAY)
    assert {"cyber", "health"} <= set(event.record.contexts)
    assert len(event.record.contexts) == len(set(event.record.contexts))
