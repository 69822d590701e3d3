"""How much is read of anything, all in one place: what is larger is rejected with the limit in its reason."""

BYTES = 64_000_000  # one file, or one member of a compressed one once unpacked
TABLE_BYTES = 2_000_000_000  # a .csv or .jsonl file, which is read record by record
TEXT = 1_000_000  # characters of one text: a file, or one record
RECORD = 4_000_000  # characters of one record of a table
RECORDS = 1_000_000  # records of one table
PAGES = 500  # of one PDF
HTML = 5_000_000  # bytes of one page
HTML_DEPTH = 400  # elements inside one another; deeper pages overflow the readers of HTML
PASSAGE = 10_000  # characters handed to the parser at once
WORD = 300  # characters without a space: more is no prose (an encoded picture, a key)
BROKEN_RECORDS = 50  # records of one table named one by one when they cannot be read
