"""Speakers, channels, listeners, dates, and statements inside statements."""

from tests.coding.reports import lexicon, reading, said

from dragoman.coding.statements import own_words, statements
from dragoman.read.parser import Parser


def test_pronouns_and_descriptions_are_resolved(parser: Parser) -> None:
    text = (
        "The spokesman for the ministry, Ivan Petrov, said the bridge was mined. He said it would be closed."
        " The spokesman added that it might fall."
    )
    found = said(parser, text)
    assert [s.content for s in found] == ["the bridge was mined", "it would be closed", "it might fall"]
    assert {s.speaker for s in found} == {"Ivan Petrov"}


def test_who_is_quoted_by_an_agency_speaks_and_the_agency_is_the_channel(parser: Parser) -> None:
    for text in (
        "Reyes was quoted by Reuters as saying that the port was closed.",
        "Reuters cited Reyes as saying that the port was closed.",
        "Reuters, citing Reyes, reported that the port was closed.",
        "Reyes said the port was closed, Reuters reported.",
        "Reyes said the port was closed, according to Reuters.",
    ):
        (one,) = said(parser, text)
        assert (one.speaker, one.channel, one.content) == ("Reyes", "Reuters", "the port was closed"), text


def test_an_agency_alone_speaks_for_itself(parser: Parser) -> None:
    (one,) = said(parser, "Reuters reported that the port was closed.")
    assert (one.speaker, one.channel) == ("Reuters", None)


def test_a_statement_speaks_for_whoever_issued_it(parser: Parser) -> None:
    text = "The Norwegian Foreign Ministry has issued a statement.\nThe statement reads that “the ship was ours.”"
    assert said(parser, text)[-1].speaker == "Ministry of Foreign Affairs of Norway"


def test_a_body_that_quotes_a_commander_who_quotes_a_rumour(parser: Parser) -> None:
    text = (
        "“The commander claims that there are rumours that the ship was cursed,” the Norwegian Foreign Ministry said."
    )
    outer, middle, inner = said(parser, text)
    assert outer.speaker == "Ministry of Foreign Affairs of Norway"
    assert (middle.content, middle.within) == ("there are rumours that the ship was cursed", outer.content)
    assert (inner.content, inner.within) == ("the ship was cursed", middle.content)
    assert middle.speaker != outer.speaker


def test_an_indirect_statement_inside_an_indirect_one(parser: Parser) -> None:
    outer, inner = said(parser, "The Norwegian ministry said that a commander had claimed “the ship was empty”.")
    assert (inner.content, inner.within) == ("the ship was empty", outer.content)


def test_what_the_speaker_says_of_himself_is_no_statement_within(parser: Parser) -> None:
    assert len(said(parser, "“We say it once more: we told them the ship was empty,” Anna Reyes said.")) == 1


def test_who_is_spoken_to_and_of(parser: Parser) -> None:
    (one,) = said(parser, "Reyes told Lavrov that Norway would keep the ship.")
    assert (one.addressee, one.about) == (("Lavrov",), ("Norway",))
    (one,) = said(parser, "In response to Lavrov, Reyes said that the ship was empty.")
    assert one.addressee == ("Lavrov",)


def test_when_it_was_said(parser: Parser) -> None:
    (one,) = said(parser, "Reyes said on 3 May 2024 that the port had been closed on 1 May 2024.", "2024-05-10")
    assert one.record.date.start == "2024-05-03"
    (one,) = said(parser, "Reyes said the port had been closed on 1 May 2024.", "2024-05-10")
    assert (one.record.date.start, one.record.date.basis) == ("2024-05-10", "publication")
    (one,) = said(parser, "Reyes said the port had been closed.")
    assert one.record.date.start is None


def test_words_that_mean_the_speaker(parser: Parser) -> None:
    whole = reading(parser, "“We will defend our country and our friends,” Pavel Orlov said.")
    (one,) = statements(whole, lexicon())
    own = {whole.parse.words[i]: what for i, what in own_words(whole, one).items()}
    assert own == {"We": "speaker", "our": "speaker", "country": "state"}


def test_his_country_in_indirect_speech(parser: Parser) -> None:
    whole = reading(parser, "Pavel Orlov spoke. Pavel Orlov said his country would win.")
    (one,) = statements(whole, lexicon())
    assert [whole.parse.words[i] for i in own_words(whole, one)] == ["country"]


def test_records_open_at_their_words(parser: Parser) -> None:
    text = "“The port,” Reyes said on Friday, “is closed,” adding that Orlov, in her words, “knew it all along”."
    for s in said(parser, text):
        for span in (s.record.content, s.record.cue, s.record.speaker_words, *s.record.parts):
            assert span is None or text[span.start : span.end] == span.text
