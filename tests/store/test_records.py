"""Records come back from a dossier as they went in."""

from dataclasses import replace

import pytest

from dragoman.ingest.plain import plain
from dragoman.model.finding import Judgement
from dragoman.model.reading import Coding
from dragoman.model.text import Metadata, Passage, Removal, Reuse, Source, Span
from dragoman.store import fetch, schema, write
from dragoman.store.door import Store, Tx
from tests import stub

TEXT = "Ruritania accused Graustark.\nColonel Sapt said that Graustark bombed Zenda.\n"


def coding(text: str = TEXT, name: str = "a.txt") -> Coding:
    return stub.code(plain(text, "2024-05-06", name))


def keep(tx: Tx, *codings: Coding) -> None:
    for c in codings:
        r = c.report
        write.source(tx, Source(r.file, r.encoding, r.sha256, r.source, Metadata(outlet="The Zenda Times")))
        write.coding(tx, c, "0")


@pytest.fixture
def store() -> Store:
    return Store.in_memory()


def rows(tx: Tx) -> dict[str, int]:
    return {t.name: len(tx.execute(t.select()).all()) for t in schema.tables.sorted_tables}


def test_a_report_and_what_it_says_come_back(store: Store) -> None:
    made = coding()
    mended = Passage(0, 9, "title", "Ruritania", tuple(range(10)))
    report = replace(
        made.report, passages=(mended, *made.report.passages[1:]), title="A title", copy_of="d0",
        removed=(Removal(made.report.span(3, 7), "dirt"),), reuses=(Reuse("d0", made.report.span(1, 5)),),
    )  # fmt: skip
    made = replace(made, report=report)
    with store.writing() as tx:
        keep(tx, made)
        assert fetch.reports(tx) == [report]
        assert fetch.reports(tx, [report.id]) == [report]
        assert {c.id: c for c in fetch.chains_in(tx, [report.id])} == {c.id: c for c in made.chains}
        assert tuple(fetch.statements_in(tx)) == made.statements
        assert sorted(fetch.event_mentions(tx, [e.id for e in made.events]), key=lambda e: e.id) == sorted(
            made.events, key=lambda e: e.id
        )


def test_bare_reports_are_reports_without_their_words(store: Store) -> None:
    with store.writing() as tx:
        keep(tx, coding())
        (bare,), (whole,) = fetch.bare_reports(tx), fetch.reports(tx)
        assert (bare.id, bare.published, bare.copy_of) == (whole.id, whole.published, whole.copy_of)
        assert bare.source == ""
        assert bare.passages == ()


def test_reading_the_same_again_adds_nothing(store: Store) -> None:
    with store.writing() as tx:
        keep(tx, coding())
        before = rows(tx)
        keep(tx, coding())
        assert rows(tx) == before


def test_a_forgotten_report_leaves_nothing(store: Store) -> None:
    with store.writing() as tx:
        before = rows(tx)
        keep(tx, coding())
        write.forget_documents(tx, fetch.document_ids(tx))
        assert rows(tx) == before


def test_a_source_text_stays_while_a_report_stands_in_it(store: Store) -> None:
    first = coding()
    second = replace(first, report=replace(first.report, id="d000000000000"), chains=(), statements=(), events=())
    with store.writing() as tx:
        keep(tx, first, second)
        write.forget_documents(tx, [first.report.id])
        assert [r.id for r in fetch.reports(tx)] == ["d000000000000"]


def test_candidates_are_those_that_share_most_keys(store: Store) -> None:
    with store.writing() as tx:
        write.blocks(tx, "s", {"one": ["a"], "two": ["a", "b"], "three": ["a", "b", "c"], "none": ["z"]})
        write.blocks(tx, "other", {"elsewhere": ["a", "b", "c"]})
        assert fetch.candidates(tx, "s", ["a", "b", "c"], 10) == ["three", "two", "one"]
        assert fetch.candidates(tx, "s", ["a", "b", "c"], 2) == ["three", "two"]
        write.blocks(tx, "s", {"three": ["z"]})
        assert fetch.candidates(tx, "s", ["a", "b"], 10) == ["two", "one"]
        asked = {"x": ["a", "b"], "y": ["z"], "w": ["nothing"]}
        assert fetch.candidates_of(tx, "s", asked, 10) == {"x": ["two", "one"], "y": ["none", "three"], "w": []}


def test_crowded_keys_are_left_aside(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "CROWDED", 3)
    with store.writing() as tx:
        write.blocks(tx, "s", {f"r{n}": ["crowded"] for n in range(5)} | {"rare": ["rare", "few"], "few": ["few"]})
        assert fetch.candidates(tx, "s", ["crowded", "rare", "few"], 10) == ["rare", "few"]
        assert len(fetch.candidates(tx, "s", ["crowded"], 10)) == 5


def test_judgements_keep_their_order_and_their_number(store: Store) -> None:
    made = [Judgement(f"j{n}", "copy", (f"d{n}", "d9"), "rule", "alike", "") for n in (2, 1)]
    with store.writing() as tx:
        write.judgements(tx, made)
        write.judgements(
            tx, [replace(made[1], undone=True), Judgement("j0", "copy", ("d5",), "person", "", "now", "I")]
        )
        assert [j.id for j in fetch.judgements(tx)] == ["j2", "j1", "j0"]
        assert [j.id for j in fetch.judgements_on(tx, ["d1"])] == ["j1"]
        assert fetch.judgements(tx, ["j1"])[0].undone
        assert [j.id for j in fetch.judgements(tx, by="person")] == ["j0"]


def test_a_chain_is_found_by_where_it_is_named(store: Store) -> None:
    made = coding()
    with store.writing() as tx:
        keep(tx, made)
        sapt = next(c for c in made.chains if c.name == "Colonel Sapt")
        at = sapt.mentions[0].span
        assert fetch.chain_at(tx, made.report.id, at.start + 1, at.end) == sapt.id
        assert fetch.chain_at(tx, made.report.id, len(TEXT), len(TEXT) + 5) is None


def test_strange_characters_come_back(store: Store) -> None:
    text = "Nul\x00 Zwj\u200d Rtl\u202e Flag \U0001f1f7\U0001f1fa Sapt accused Michael\x1b[31m"
    with store.writing() as tx:
        keep(tx, coding(text))
        (report,) = fetch.reports(tx)
        assert report.source == text
        (told,) = fetch.event_mentions(tx)
        assert told.span == Span.of(text, told.span.start, told.span.end)
