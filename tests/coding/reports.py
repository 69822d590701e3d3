"""Short reports for the tests of coding, read without any world."""

from dragoman.ingest.plain import plain
from dragoman.model.reading import Reading
from dragoman.read.parser import Parser


def read(parser: Parser, text: str, published: str | None = None) -> Reading:
    """A reading of a text as it stands, with no chains, times or places."""
    report = plain(text, published)
    return Reading(report, parser.parse(report), (), (), ())
