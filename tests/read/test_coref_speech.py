"""The first persons of quotations, once the speakers are known."""

from dragoman.model.reading import Reading
from dragoman.model.speech import Statement
from dragoman.model.text import Span
from dragoman.read.coref_speech import voiced
from tests.read.actors_at_hand import Reader, called


def said(reading: Reading, speaker: str, words: str, form: str = "direct") -> Statement:
    """A statement by the actor called `speaker` with these words as its content."""
    start = reading.parse.source.index(words)
    content = Span.of(reading.parse.source, start, start + len(words))
    return Statement("s", reading.report.id, called(reading, speaker).id, content, form, "assert", 1.0)  # type: ignore[arg-type]


def test_we_and_our_country(reader: Reader) -> None:
    words = "We demand an answer. Our country will not wait."
    reading = reader.read(f"Chad warned Niger. “{words}” Chadian Foreign Minister Idris Abakar said.")
    heard = voiced(reading, [said(reading, "Idris Abakar", words)])
    assert called(heard, "We").name == "Idris Abakar"
    assert called(heard, "Our country").key == "state:TCD"


def test_the_innermost_speaker_is_meant(reader: Reader) -> None:
    inner = "we never attack"
    outer = f"Togo claims “{inner}” and lies."
    reading = reader.read(f"“{outer}” Ghanaian Foreign Minister Esi Boateng said. Togo kept silent.")
    heard = voiced(reading, [said(reading, "Esi Boateng", outer), said(reading, "Togo", inner)])
    assert called(heard, "we").key == "state:TGO"


def test_indirect_speech_has_no_first_person(reader: Reader) -> None:
    reading = reader.read("Esi Boateng said we were late.")
    assert voiced(reading, [said(reading, "Esi Boateng", "we were late", "indirect")]) is reading
