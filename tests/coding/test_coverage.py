"""The bench that tells which main words the codebook knows."""

import pytest
from benchmarks.coverage import covered
from tests.coding.told import packaged

from dragoman.ingest.plain import plain
from dragoman.read.parser import Parser


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Norway condemned Sweden.", True),
        ("Norway said that it would expel two Swedish envoys.", True),
        ("Norway held talks with Sweden.", True),
        ("The evenings lengthened.", False),
    ],
)
def test_main_words_are_looked_up(parser: Parser, text: str, known: bool) -> None:
    assert covered(parser.parse(plain(text, "2024-03-15")), packaged()) is known
