"""Where one article ends and another begins."""

from itertools import permutations

import pytest

from dragoman.ingest.articles import articles
from dragoman.model.text import Report, Source
from tests.ingest.samples import HARBOUR, ORCHESTRA, TALKS


def read(text: str) -> list[Report]:
    return [r for r in articles(Source("a.txt", "utf-8", "", text)) if isinstance(r, Report)]


def starts(text: str) -> list[int]:
    return [r.start for r in read(text)]


@pytest.mark.parametrize("text", [HARBOUR, ORCHESTRA, TALKS])
def test_one_article_stays_one(text: str) -> None:
    assert starts(text) == [0]


@pytest.mark.parametrize(("first", "second"), list(permutations([HARBOUR, ORCHESTRA, TALKS], 2)))
def test_two_unrelated_articles_are_parted(first: str, second: str) -> None:
    assert starts(f"{first}\n{second}") == [0, len(first) + 1]


def test_three_articles() -> None:
    assert starts(f"{HARBOUR}\n{TALKS}\n{ORCHESTRA}") == [0, len(HARBOUR) + 1, len(HARBOUR) + len(TALKS) + 2]


def test_a_repeated_paragraph_changes_nothing() -> None:
    lines = HARBOUR.split("\n\n")
    first = "\n\n".join([*lines[:4], lines[2], *lines[4:-1], lines[2], lines[-1]])
    assert starts(f"{first}\n{ORCHESTRA}") == [0, len(first) + 1]


def test_a_headline_goes_with_its_article() -> None:
    first = f"Tanker closes harbour\n\n{HARBOUR}"
    assert starts(f"{first}\n\n\nMusicians vote the conductor out\n\n{ORCHESTRA}") == [0, len(first) + 3]


def test_a_headline_printed_twice_begins_an_article_even_on_the_same_subject() -> None:
    again = "Arvenia and Belmark to meet again in Geneva next month"
    caption = "Envoys of Arvenia and Belmark shake hands in Geneva. (Reuters)"
    body = """Arvenia and Belmark agreed on Friday to go on with the talks in Geneva, envoys of both countries said.

Reval said Arvenia would bring maps of the border to Geneva. Oster said that Belmark had maps of its own.

The foreign minister of Arvenia and the envoy of Belmark left Geneva without shaking hands, and no agreement was signed.

Troops of both countries stay near the border. Belmark denied again that it had moved any of them this year."""
    second = f"{again}\n\n{caption}\n{caption}\nTT\n\n{again}\n\n{body}"
    first = TALKS
    found = read(f"{first}\n\n\n{second}")
    assert [r.start for r in found] == [0, len(first) + 3]
    assert found[1].title == again


def test_subheadings_do_not_part_an_article() -> None:
    lines = TALKS.strip().split("\n\n")
    text = "\n\n".join([lines[0], lines[1], "Belmark denies", *lines[2:4], "A third round", lines[4]])
    assert starts(text) == [0]


def test_a_furniture_line_between_belongs_to_neither() -> None:
    text = f"{HARBOUR}\nRead more: Seals in winter\n\n{ORCHESTRA}"
    found = read(text)
    assert [r.text.split()[0] for r in found] == ["The", "The"]
    assert sum(len(r.removed) for r in found) == 1


def test_a_glued_article_has_an_id_of_its_own_and_no_metadata_of_the_first() -> None:
    from dragoman.model.text import Metadata

    metadata = Metadata("Tanker", "2021-11-08", "Arven Daily", "https://news.example/a", "Pia Holm")
    first, second = (
        r for r in articles(Source("a.txt", "utf-8", "", f"{HARBOUR}\n{ORCHESTRA}", metadata)) if isinstance(r, Report)
    )
    assert first.id != second.id
    assert (first.published.date, first.published.basis) == ("2021-11-08", "metadata")
    assert (second.published.date, second.url, second.outlet) == (None, None, "Arven Daily")
