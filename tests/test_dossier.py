"""The Python API over reports that the stub codes: reading, settling, asking, removing, reading again, correcting."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman import Dossier
from dragoman.errors import DragomanError, UnknownRecord
from dragoman.model.account import Account
from dragoman.model.reading import Coding
from dragoman.model.text import Metadata, Report
from dragoman.store import schema
from tests.stub import Write

pytestmark = pytest.mark.usefixtures("stubbed")

BASE = (
    "The frontier between the two kingdoms has been closed since the spring, and the mills along the river stand idle "
    "while the traders of both banks wait for their papers. "
)
ONE = f"{BASE}\nRudolf Rassendyll accused Michael Elphberg on Monday in the town of the castle.\n"
TWO = f"{BASE[:60]}\nColonel Sapt said that Rudolf Rassendyll accused Michael Elphberg after the coronation feast.\n"
THREE = (
    "A quiet harvest in the south.\nAntoinette Mauban visited Rupert Hentzau and they spoke at length of the wine.\n"
)


@pytest.fixture
def kept(tmp_path: Path, written: Write) -> Iterator[Dossier]:
    with Dossier(tmp_path / "z.dossier") as dossier:
        dossier.read([written(one=ONE, two=TWO, three=THREE)], Metadata(published="2024-05-06"))
        yield dossier


def same(a: Account, b: Account) -> bool:
    """Whether two accounts say the same, but for when persons decided."""
    return repr(a) == repr(b)


def test_what_is_read_can_be_asked_for(kept: Dossier) -> None:
    assert [r.file for r in kept.documents()] == ["one.txt", "three.txt", "two.txt"]
    names = {a.name for a in kept.actors()}
    assert {"Rudolf Rassendyll", "Michael Elphberg", "Colonel Sapt", "Antoinette Mauban"} <= names
    assert {e.type for e in kept.events()} == {"ACCUSE", "CONSULT"}
    assert len(kept.statements()) == 1
    assert kept.counts()["unsettled"] == 0


def test_it_can_be_filtered(kept: Dossier) -> None:
    assert [e.type for e in kept.events(actor="Antoinette Mauban")] == ["CONSULT"]
    assert [e.type for e in kept.events(actor="mauban")] == ["CONSULT"]
    assert kept.events(actor="Nobody") == ()
    assert [e.type for e in kept.events(type="consult", document="three.txt")] == ["CONSULT"]
    assert kept.events(since="2024-05-07") == ()
    assert len(kept.events(since="2024-05-06", until="2024-05-06")) == len(kept.events())
    assert [s.content.text.split()[0] for s in kept.statements(actor="Sapt")] == ["Rudolf"]
    assert {r.file for r in kept.documents(actor="Michael Elphberg")} == {"one.txt", "two.txt"}
    story = kept.stories()[0]
    assert {r.id for r in kept.documents(story=story.id)} == set(story.documents)


def test_reading_the_same_again_adds_nothing(kept: Dossier, tmp_path: Path) -> None:
    before = kept.account()
    summary = kept.read([tmp_path / "reports"], Metadata(published="2024-05-06"))
    assert (summary.read, summary.known) == (0, 3)
    assert same(kept.account(), before)


def test_every_actor_event_and_chain_hangs_together(kept: Dossier) -> None:
    account = kept.account()
    actors, mentions = {a.id for a in account.actors}, {m.id for m in account.mentions}
    assert set(account.actor_of) == {c.id for c in account.chains}
    assert set(account.actor_of.values()) == actors
    assert sorted(m for e in account.events for m in e.mentions) == sorted(mentions)
    assert {a for e in account.events for a in (*e.source, *e.target)} <= actors
    assert sorted(d for s in account.stories for d in s.documents) == sorted(r.id for r in account.reports)


def test_a_dossier_without_a_file_is_the_same(kept: Dossier, tmp_path: Path) -> None:
    nowhere = Dossier()
    nowhere.read([tmp_path / "reports"], Metadata(published="2024-05-06"))
    assert same(nowhere.account(), kept.account())


def test_removing_a_report_leaves_nothing_of_it(tmp_path: Path, written: Write) -> None:
    folder = written(one=ONE, two=TWO, three=THREE)
    with Dossier(tmp_path / "a.dossier") as some:
        some.read([folder / "one.txt", folder / "three.txt"], Metadata(published="2024-05-06"))
        some.read([folder / "two.txt"], Metadata(published="2024-05-06"))
        (gone,) = some.remove("two.txt")
        with Dossier() as fresh:
            fresh.read([folder / "one.txt", folder / "three.txt"], Metadata(published="2024-05-06"))
            assert {e.id for e in some.events()} == {e.id for e in fresh.events()}
            assert {a.name for a in some.actors()} == {a.name for a in fresh.actors()}
            assert {s.documents for s in some.stories()} == {s.documents for s in fresh.stories()}
        with some._store.reading() as tx:
            for table in schema.tables.sorted_tables:
                assert not [r for r in tx.execute(table.select()) if gone in str(r)], table.name


def test_removing_what_is_not_there_is_an_error(kept: Dossier) -> None:
    with pytest.raises(UnknownRecord, match="show documents"):
        kept.remove("four.txt")


def test_reading_everything_again_gives_the_same(kept: Dossier) -> None:
    before = kept.account()
    summary = kept.reread()
    assert summary.read == 3
    assert same(kept.account(), before)


def test_everything_has_its_reasons(kept: Dossier) -> None:
    account = kept.account()
    ids = {
        "documents": [r.id for r in account.reports],
        "actors": [a.id for a in account.actors],
        "events": [e.id for e in account.events],
        "statements": [s.id for s in account.statements],
        "stories": [s.id for s in account.stories],
        "judgements": [j.id for j in account.judgements],
    }
    for kind, of_kind in ids.items():
        for id in of_kind:
            assert kept.why(id).kind == kind
    mention, chain = account.mentions[0], account.chains[0]
    assert mention.id in {m.id for m in kept.why(mention.id).account.mentions}
    assert kept.why(chain.id).id == account.actor_of[chain.id]
    with pytest.raises(UnknownRecord):
        kept.why("e000000000000")


def test_two_actors_become_one_and_stay_so(kept: Dossier) -> None:
    one = kept.merge("Rupert Hentzau", "Antoinette Mauban", "for the sake of the test")
    assert set(one.aliases) | {one.name} >= {"Rupert Hentzau", "Antoinette Mauban"}
    kept.reread()
    assert kept.actor("Rupert Hentzau").id == kept.actor("Antoinette Mauban").id
    judged = [j for j in kept.why(kept.actor("Rupert Hentzau").id).account.judgements if j.by == "person"]
    assert judged[0].why == "for the sake of the test"
    for j in judged:
        kept.undo(j.id)
    assert kept.actor("Rupert Hentzau").id != kept.actor("Antoinette Mauban").id


def test_a_part_of_an_actor_becomes_another_and_stays_so(kept: Dossier) -> None:
    before = kept.actor("Rudolf Rassendyll")
    assert len({c.split(".")[0] for c in before.chains}) == 2
    other = kept.split("Rudolf Rassendyll", ["two.txt"], "another man")
    assert other.id != before.id
    assert set(kept.actor(before.id).chains) | set(other.chains) == set(before.chains)
    kept.reread()
    assert len(kept.ids("actors", actor="Rudolf Rassendyll")) == 2


def test_what_a_person_sets_stays_set(kept: Dossier) -> None:
    kept.rename("Rupert Hentzau", "Rupert of Hentzau")
    kept.set("Rupert of Hentzau", "country", "rur")
    kept.reread()
    one = kept.actor("Rupert of Hentzau")
    assert (one.name, one.country) == ("Rupert of Hentzau", "RUR")
    assert "Rupert Hentzau" in one.aliases
    with pytest.raises(DragomanError, match="cannot be set"):
        kept.set("Rupert of Hentzau", "shoe size", "44")


def test_a_name_that_several_have_is_not_guessed(kept: Dossier) -> None:
    with pytest.raises(DragomanError, match="by its id"):
        kept.actor("e")
    with pytest.raises(UnknownRecord):
        kept.actor("Nobody at all")


def test_input_that_cannot_be_read_is_kept_as_rejected(kept: Dossier, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    summary = kept.read([tmp_path / "empty.txt", tmp_path / "nothing-here.txt"])
    assert summary.rejected == 2
    assert {Path(r.file).name for r in kept.rejected()} == {"empty.txt", "nothing-here.txt"}


def test_a_mistyped_path_is_forgotten_by_the_next_read(kept: Dossier, tmp_path: Path) -> None:
    kept.read([tmp_path / "reprots", tmp_path / "*.txtt"])
    assert len(kept.rejected()) == 2
    kept.read([tmp_path / "reports"])
    assert kept.rejected() == ()


def test_a_file_that_is_mended_is_no_longer_rejected(kept: Dossier, tmp_path: Path) -> None:
    broken, other = tmp_path / "page.pdf", tmp_path / "other.pdf"
    for path in (broken, other):
        path.write_bytes(b"no PDF")
    kept.read([broken, other])
    broken.write_bytes(b"no PDF yet")
    kept.read([broken])
    assert [r.file for r in kept.rejected()] == ["other.pdf", "page.pdf"]
    broken.unlink()
    (tmp_path / "page.csv").write_text("id,text\n1,\n2,\n")
    kept.read([tmp_path / "page.csv"])
    rows = [r.file for r in kept.rejected() if r.file.startswith("page.csv#")]
    kept.read([tmp_path / "page.csv"])
    assert rows and [r.file for r in kept.rejected() if r.file.startswith("page.csv#")] == rows
    (tmp_path / "page.csv").write_text(f"id,text\n1,{ONE!r}\n")
    kept.read([tmp_path / "page.csv"])
    assert [r.file for r in kept.rejected()] == ["other.pdf", "page.pdf"]


def test_a_report_that_fails_is_rejected_and_read_the_next_time(
    tmp_path: Path, written: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests import stub

    def fails(state: object, report: Report) -> Coding:
        if report.file == "two.txt":
            raise ZeroDivisionError
        return stub.coded(state, report)

    with Dossier(tmp_path / "a.dossier") as dossier:
        with monkeypatch.context() as broken:
            broken.setattr("dragoman.dossier.reading.coded", fails)
            summary = dossier.read([written(one=ONE, two=TWO)])
        assert (summary.read, summary.rejected) == (1, 1)
        assert "ZeroDivisionError" in dossier.rejected()[0].why
        summary = dossier.read([tmp_path / "reports"])
        assert (summary.read, dossier.rejected()) == (1, ())


def test_progress_is_heard(written: Write) -> None:
    heard: list[tuple[str, float, int]] = []
    with Dossier() as dossier:
        dossier.read([written(one=ONE, two=TWO)], on=lambda p: heard.append((p.doing, p.done, p.read)))
    assert heard[-1][0].startswith("settling")
    assert max(done for _, done, _ in heard) == 1.0
    assert [read for *_, read in heard] == sorted(read for *_, read in heard)


def test_several_processes_make_the_same_account(written: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests import stub

    monkeypatch.setattr("dragoman.dossier.reading.partial", lambda *_: stub.nothing)
    folder, given = written(one=ONE, two=TWO, three=THREE), Metadata(published="2024-05-06")
    with Dossier() as one, Dossier() as two:
        one.read([folder], given)
        two.read([folder], given, jobs=2)
        assert same(one.account(), two.account())
