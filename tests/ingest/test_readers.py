"""Readers: pages, tables and PDF."""

import json

import pytest

from dragoman.ingest import limits
from dragoman.ingest.readers import page, pdf, table, text
from dragoman.ingest.readers.raw import in_memory
from dragoman.model.text import Metadata, Rejection, Source
from tests.ingest import samples

BODY = "<p>The crossing at the old bridge was closed on Friday, the interior ministry said in a statement.</p>" * 4
PAGE = (
    '<html lang="en"><head><title>Crossing closed</title><meta property="og:site_name" content="Arven Daily">'
    '<meta property="article:published_time" content="2021-11-08T10:00:00Z"><meta name="author" content="Pia Holm">'
    f"</head><body><nav><a href='/'>Home</a></nav><article><h1>Crossing closed</h1>{BODY}</article>"
    "<script>alert('no')</script></body></html>"
)


def only(found: object) -> Source:
    sources = list(found)  # type: ignore[call-overload]
    assert len(sources) == 1 and isinstance(sources[0], Source)
    return sources[0]


def why(found: object) -> str:
    rejected = list(found)  # type: ignore[call-overload]
    assert len(rejected) == 1 and isinstance(rejected[0], Rejection)
    return rejected[0].why


def test_a_page_gives_its_article_and_metadata() -> None:
    found = only(page.read(in_memory(PAGE.encode(), "a.html")))
    assert found.text.startswith("Crossing closed\nThe crossing at the old bridge")
    assert "alert" not in found.text and "Home" not in found.text
    assert found.metadata.published == "2021-11-08"
    assert found.metadata.title == "Crossing closed"


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("", "empty"),
        ("<html></html>", "no article"),
        ("<script>" + "x()" * 100 + "</script>", "no article"),
        ("<div>" * 10_000 + BODY, "deep"),
        ("<b>" * 10_000 + BODY, "deep"),
    ],
)
def test_pages_without_an_article(markup: str, reason: str) -> None:
    assert reason in why(page.read(in_memory(markup.encode(), "a.html")))


def test_a_page_over_the_limit() -> None:
    assert "MB" in why(page.read(in_memory(b"x" * (limits.HTML_BYTES + 1), "a.html")))


def test_csv_with_common_column_names() -> None:
    row = 'Crossing closed;"It was ""closed"".\n\nNobody passed.";8 Nov 2021;Arven Daily'
    data = f"Headline;Body;Date;Source\r\n{row}\r\n;;;\r\n"
    found = only(table.read_csv(in_memory(data.encode(), "a.csv")))
    assert found.file == "a.csv#1"
    assert found.text == 'It was "closed".\n\nNobody passed.'
    assert found.metadata == Metadata("Crossing closed", "2021-11-08", "Arven Daily")


def test_csv_without_a_text_column() -> None:
    assert "no text column; its columns are: a, b" in why(table.read_csv(in_memory(b"a,b\n1,2\n", "a.csv")))


def test_csv_with_a_quote_never_closed_loses_only_that_record() -> None:
    rows = "".join(f"{i},Talks broke off on day {i} of the meeting.\n" for i in range(2, 30_000))
    found = list(table.read_csv(in_memory(f'id,text\n1,"open\n{rows}'.encode(), "a.csv")))
    assert isinstance(found[0], Rejection) and "never closed" in found[0].why
    assert len([f for f in found if isinstance(f, Source)]) == 29_998


def test_csv_with_one_open_quote_after_another_is_given_up_in_time() -> None:
    rows = "".join('1,"open\n' + "2,closed talks\n" * 25_000 for _ in range(2))
    found = list(table.read_csv(in_memory(f"id,text\n{rows}".encode(), "a.csv")))
    assert found


def test_jsonl_names_each_broken_line_and_reads_the_rest() -> None:
    lines = [
        json.dumps({"text": "Talks \ud83d began.", "title": "Talks", "authors": ["Pia", "Jan"], "date": "2021-11-08"}),
        "not json", json.dumps([1]), json.dumps({"x": 1}), json.dumps({"text": 5}), '{"text":' + "[" * 50_000, "",
    ]  # fmt: skip
    found = list(table.read_jsonl(in_memory("\n".join(lines).encode(), "a.jsonl")))
    assert isinstance(found[0], Source)
    assert found[0].text == "Talks \ufffd began."
    assert found[0].metadata == Metadata("Talks", "2021-11-08", author="Pia, Jan")
    assert [r.file for r in found[1:]] == [f"a.jsonl#{n}" for n in range(2, 7)]
    assert all(isinstance(r, Rejection) for r in found[1:])


def test_many_broken_records_are_counted_not_listed() -> None:
    found = list(table.read_jsonl(in_memory(b"x\n" * 1000, "a.jsonl")))
    assert len(found) == limits.BROKEN_RECORDS + 1
    assert isinstance(found[-1], Rejection) and "950 more" in found[-1].why


def test_a_table_without_records() -> None:
    assert "no records" in why(table.read_csv(in_memory(b"\n", "a.csv")))


def test_pdf_with_a_text_layer() -> None:
    found = only(
        pdf.read(
            in_memory(samples.pdf("Crossing closed\nThe crossing at the bridge was closed.", "Page two."), "a.pdf")
        )
    )
    assert "The crossing at the bridge was closed." in found.text and "Page two." in found.text


def test_pdf_that_cannot_be_read() -> None:
    from io import BytesIO

    from pypdf import PdfWriter

    def written(password: str | None) -> bytes:
        writer, out = PdfWriter(), BytesIO()
        writer.add_blank_page(200, 200)
        if password:
            writer.encrypt(password)
        writer.write(out)
        return out.getvalue()

    assert "encrypted" in why(pdf.read(in_memory(written("secret"), "a.pdf")))
    assert "no text layer" in why(pdf.read(in_memory(written(None), "a.pdf")))
    assert "no sound PDF" in why(pdf.read(in_memory(b"%PDF-1.4 nothing else", "a.pdf")))
    assert "no sound PDF" in why(pdf.read(in_memory(samples.pdf("Some words")[:300], "a.pdf")))
    assert "empty" in why(pdf.read(in_memory(b"", "a.pdf")))


def test_text_over_the_limit() -> None:
    assert "too long" in why(text.read(in_memory(b"word " * 300_000, "a.txt")))
    assert "too long" in why(text.read(in_memory(b"word " * 3_000_000, "a.txt")))
    assert "only blanks" in why(text.read(in_memory(b" \n\n\t ", "a.txt")))
