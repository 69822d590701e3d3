"""Who said what: every statement of a report, with its speaker, its cue and its exact words."""

from dragoman.coding.cues import Lexicon
from dragoman.coding.statements.cued import attribution
from dragoman.coding.statements.found import Attribution
from dragoman.coding.statements.own import own_words
from dragoman.coding.statements.page import Page, page
from dragoman.coding.statements.places import places
from dragoman.coding.statements.quoted import quoted
from dragoman.coding.statements.records import records
from dragoman.coding.statements.settled import settled
from dragoman.coding.statements.signed import signed
from dragoman.model.reading import Reading
from dragoman.model.speech import Statement

__all__ = ["attributions", "own_words", "statements"]


def statements(reading: Reading, lexicon: Lexicon) -> tuple[Statement, ...]:
    """The statements of one report, in order of their content."""
    sheet = page(reading.parse, reading.report.passages)
    return records(sheet, reading, lexicon, found_on(sheet, lexicon))


def attributions(reading: Reading, lexicon: Lexicon) -> tuple[Attribution, ...]:
    """Every attribution of one report, also of attitudes and appearances that are no statements."""
    return found_on(page(reading.parse, reading.report.passages), lexicon)


def found_on(sheet: Page, lexicon: Lexicon) -> tuple[Attribution, ...]:
    """The attributions of a page, in order of their content."""
    cued = [a for p in places(sheet.parse, lexicon) if (a := attribution(sheet, p, lexicon))]
    return tuple(sorted(quoted(sheet, settled(sheet, cued), signed(sheet)), key=lambda a: (a.start, -a.end)))
