"""Who said what: every statement of a report, with its speaker, its cue and its exact words."""

from dragoman.coding.cues import Lexicon
from dragoman.coding.quotes import quotations
from dragoman.coding.statements.cued import attribution
from dragoman.coding.statements.found import Attribution
from dragoman.coding.statements.places import places
from dragoman.coding.statements.quoted import quoted
from dragoman.coding.statements.records import records
from dragoman.model.reading import Reading
from dragoman.model.speech import Statement

__all__ = ["attributions", "statements"]


def statements(reading: Reading, lexicon: Lexicon) -> tuple[Statement, ...]:
    """The statements of one report, in order of their content."""
    return records(reading, attributions(reading, lexicon))


def attributions(reading: Reading, lexicon: Lexicon) -> tuple[Attribution, ...]:
    """Every attribution of one report, also of attitudes and appearances that are no statements."""
    parse = reading.parse
    marks = quotations(reading.report.passages)
    cued = [a for p in places(parse, lexicon) if (a := attribution(parse, p, lexicon))]
    return quoted(parse, marks, cued)
