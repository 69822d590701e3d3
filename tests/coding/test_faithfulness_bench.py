"""The faithfulness bench: what it changes in a sentence, and that a vanished event has not followed suit."""

from benchmarks.faithfulness import TURNS, Case, Told, renamed

from dragoman.ingest.plain import plain
from dragoman.read.parser import Parser

ONE = Told("ASSAULT", frozenset({"IRN"}), frozenset({"IRQ"}), "asserted", frozenset(), 5)


def turned(parser: Parser, text: str, trigger: str, turn: str) -> str | None:
    one = Told("ASSAULT", frozenset({"IRN"}), frozenset({"IRQ"}), "asserted", frozenset(), text.index(trigger))
    return TURNS[turn].change(Case(text, parser.parse(plain(text)), frozenset({one}), one))


def test_countries_change_name_in_every_form() -> None:
    text = "Austria fined a Hungarian bank; Hungarians protested."
    assert renamed(text, {"AUT": "HUN", "HUN": "AUT"}) == "Hungary fined a Austrian bank; Austrians protested."
    assert renamed("Vienna fined a bank.", {"AUT": "HUN"}) is None


def test_sentences_are_turned(parser: Parser) -> None:
    text = "Iran attacked Iraq."
    assert turned(parser, text, "attacked", "deny") == "Iran did not attack Iraq."
    assert turned(parser, text, "attacked", "under may") == "Iran may attack Iraq."
    assert turned(parser, text, "attacked", "passive") == "Iraq was attacked by Iran."
    assert turned(parser, text, "attacked", "swap names") == "Iraq attacked Iran."


def test_only_the_verb_that_tells_the_event_is_denied(parser: Parser) -> None:
    assert turned(parser, "Iran's attack on Iraq continued.", "attack", "deny") is None


def test_an_event_that_vanished_has_not_followed(parser: Parser) -> None:
    case = Case("Iran attacked Iraq.", parser.parse(plain("Iran attacked Iraq.")), frozenset({ONE}), ONE)
    denied = Told("ASSAULT", ONE.source, ONE.target, "denied", frozenset(), 5)
    assert TURNS["deny"].follows(case, frozenset({denied}))
    assert not TURNS["deny"].follows(case, frozenset())
    assert not TURNS["deny"].follows(case, frozenset({denied, ONE}))
