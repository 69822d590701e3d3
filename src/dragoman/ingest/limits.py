"""How much is read of anything, all in one place: what is larger is rejected with the limit in its reason."""

BYTES = 64_000_000  # of one file, tables apart
TABLE_BYTES = 2_000_000_000  # of a .csv or .jsonl file, which is read record by record
TEXT = 1_000_000  # characters of one text: a file, or one record
RECORD = 4_000_000  # characters of one record of a table, all fields together
BROKEN_RECORDS = 50  # records of one table named one by one that cannot be read; then the rest is counted, or given up
HTML_BYTES = 5_000_000  # of one page
HTML_DEPTH = 1_000  # elements inside one another
PDF_PAGES = 500
PDF_SECONDS = 120
PASSAGE = 10_000  # characters handed to the parser at once
WORD = 300  # characters without a space: more is no prose (an encoded picture, a key)


def megabytes(count: int) -> str:
    """A number of bytes in words."""
    return f"{count / 1_000_000:,.0f} MB"
