"""Who said what: every statement of a report, with its speaker, its cue and its exact words."""

from dragoman.coding.cues import Lexicon
from dragoman.coding.statements.cued import attribution
from dragoman.coding.statements.found import Attribution
from dragoman.coding.statements.page import page
from dragoman.coding.statements.places import places
from dragoman.coding.statements.quoted import quoted
from dragoman.coding.statements.records import records
from dragoman.coding.statements.settled import settled
from dragoman.coding.statements.signed import signed
from dragoman.model.reading import Reading
from dragoman.model.speech import Statement

__all__ = ["attributions", "statements"]


def statements(reading: Reading, lexicon: Lexicon) -> tuple[Statement, ...]:
    """The statements of one report, in order of their content."""
    return records(reading, attributions(reading, lexicon))


def attributions(reading: Reading, lexicon: Lexicon) -> tuple[Attribution, ...]:
    """Every attribution of one report, also of attitudes and appearances that are no statements."""
    sheet = page(reading.parse, reading.report.passages)
    cued = [a for p in places(reading.parse, lexicon) if (a := attribution(sheet, p, lexicon))]
    return tuple(sorted(quoted(sheet, settled(sheet, cued), signed(sheet)), key=lambda a: (a.start, -a.end)))
