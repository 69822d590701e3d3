"""Paragraphs: where they stand, and hard-wrapped lines joined."""

from dragoman.ingest.lines import paragraphs


def texts(source: str) -> list[str]:
    return [p.text for p in paragraphs(source)]


def test_each_line_is_a_paragraph_and_blank_lines_are_counted() -> None:
    found = paragraphs("One.\n\n\nTwo.\r\nThree.")
    assert [(p.text, p.gap) for p in found] == [("One.", 0), ("Two.", 2), ("Three.", 0)]


def test_a_paragraph_stands_where_its_words_stand() -> None:
    source = "\ufeff  \u200fThe envoy left. \u200b\n\t# A heading \n"
    for p in paragraphs(source):
        assert source[p.start : p.end] == p.text
    assert texts(source) == ["The envoy left.", "# A heading"]


def test_the_marks_of_a_markdown_heading_are_no_words() -> None:
    assert texts("## The talks\n\n#hashtag") == ["The talks", "#hashtag"]


def test_lines_wrapped_at_a_width_are_one_paragraph() -> None:
    wrapped = (
        "The two governments said that they would open the crossing at the\n"
        "bridge for three hours a day, so that families who live on both\n"
        "sides of the river can see each other again after eleven months.\n"
    )
    assert texts(wrapped) == [wrapped.strip().replace("\n", " ")]


def test_wrapped_paragraphs_without_a_blank_line_between_are_told_by_their_last_lines() -> None:
    page = (
        "Border crossing opens\n"
        "The two governments said that they would open the crossing at the\n"
        "bridge for three hours a day, so that families who live on both\n"
        "sides of the river can see each other.\n"
        "Nobody had crossed the bridge for eleven months, and the villages\n"
        "near it had lost most of the trade that they once lived by.\n"
    )
    assert [t.split()[0] for t in texts(page)] == ["Border", "The", "Nobody"]


def test_short_lines_are_not_joined() -> None:
    assert texts("Talks fail\nEnvoys leave the city\nBorder stays closed\n") == [
        "Talks fail", "Envoys leave the city", "Border stays closed",
    ]  # fmt: skip


def test_whole_sentences_a_line_are_not_joined() -> None:
    lines = ["The minister went to the capital on Monday to sign the new agreement."] * 4
    assert len(texts("\n".join(lines))) == 4
