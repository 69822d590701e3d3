"""The command line: every command teaches, answers, and fails with one message and the right exit code."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from dragoman import Dossier
from dragoman.model.text import Metadata
from dragoman.show import cli
from tests.stub import Write
from tests.test_dossier import ONE, THREE, TWO

pytestmark = pytest.mark.usefixtures("stubbed")


@pytest.fixture
def dossier(tmp_path: Path, written: Write) -> Path:
    path = tmp_path / "z.dossier"
    with Dossier(path) as kept:
        kept.read([written(one=ONE, two=TWO, three=THREE)], Metadata(published="2024-05-06"))
    return path


type Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line; gives its exit code, output and errors."""

    def go(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["dragoman", *map(str, words)])
        with pytest.raises(SystemExit) as end:
            cli.main()
        out, err = capsys.readouterr()
        return int(end.value.code or 0), out, err

    return go


def commands() -> Iterator[tuple[str, ...]]:
    """Every command, as it is typed."""

    def under(command: Any, typed: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        inner = getattr(command, "commands", {})
        for name, sub in inner.items():
            yield from under(sub, (*typed, name))
        if not inner:
            yield typed

    yield from under(get_command(cli.app), ())


@pytest.mark.parametrize("typed", list(commands()), ids=" ".join)
def test_every_command_teaches_with_an_example(run: Run, typed: tuple[str, ...]) -> None:
    code, out, _ = run(*typed, "--help")
    assert code == 0
    assert f"dragoman {' '.join(typed)}" in out.partition("Example")[2]


@pytest.mark.parametrize(
    "kind", ["documents", "actors", "events", "statements", "discrepancies", "stories", "timeline"]
)
def test_each_kind_is_shown_and_given_as_json(run: Run, dossier: Path, kind: str) -> None:
    code, out, err = run("show", kind, dossier)
    assert (code, err) == (0, "")
    assert out.strip()
    assert "\x1b" not in out
    assert not [line for line in out.splitlines() if line != line.rstrip()]
    code, out, _ = run("show", kind, dossier, "--json")
    assert code == 0
    for row in json.loads(out):
        assert run("why", row["id"], dossier)[0] == 0


def test_rows_have_their_words_and_where_they_are(run: Run, dossier: Path) -> None:
    _, out, _ = run("show", "events", dossier, "--type", "ACCUSE", "--document", "one.txt")
    assert "Rudolf Rassendyll → Michael Elphberg: ACCUSE" in out
    assert "“Rudolf Rassendyll accused Michael Elphberg”" in " ".join(out.split())
    assert "one.txt:2" in out


def test_what_was_known_when(run: Run, dossier: Path) -> None:
    assert "No events were found" in run("show", "timeline", dossier, "--known-by", "2024-05-05")[1]
    assert "ACCUSE" in run("show", "timeline", dossier, "--known-by", "2024-05-06")[1]


def test_relations_are_shown_by_week(run: Run, dossier: Path) -> None:
    _, out, _ = run("show", "relations", dossier, "--level", "actor")
    assert "2024-05-06  Rudolf Rassendyll → Michael Elphberg" in out


def test_read_sums_up_and_keeps(run: Run, tmp_path: Path, dossier: Path) -> None:
    code, out, _ = run("read", tmp_path / "reports", "--into", tmp_path / "new.dossier", "--published", "2024-05-06")
    assert code == 0
    assert "reports read  3" in out
    code, out, _ = run("read", tmp_path / "reports", "--into", dossier, "--published", "2024-05-06")
    assert "0 (3 were there already)" in out


def test_read_without_a_dossier_prints_or_writes_the_account(run: Run, tmp_path: Path, dossier: Path) -> None:
    assert dossier.exists()
    code, out, _ = run("read", tmp_path / "reports")
    assert code == 0
    assert "ACCUSE" in out
    code, out, _ = run("read", tmp_path / "reports", "--json", tmp_path / "account.json")
    assert json.loads((tmp_path / "account.json").read_text(encoding="utf-8"))["schema"] == "dragoman/account/1"


@pytest.mark.parametrize("kind", ["account", "jsonl", "csv", "parquet"])
def test_it_is_exported(run: Run, tmp_path: Path, dossier: Path, kind: str) -> None:
    assert run("export", kind, dossier, "-o", tmp_path / "out")[0] == 0
    assert (tmp_path / "out").exists()


def test_the_report_page_is_written(run: Run, tmp_path: Path, dossier: Path) -> None:
    assert run("report", dossier, "-o", tmp_path / "report.html")[0] == 0
    assert "Rassendyll" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_actors_are_corrected(run: Run, dossier: Path) -> None:
    code, out, _ = run("actors", "merge", "Rupert Hentzau", "Antoinette Mauban", dossier, "--why", "a test")
    assert (code, "is now one actor" in out) == (0, True)
    assert run("actors", "rename", "Hentzau", "Rupert of Hentzau", dossier)[0] == 0
    assert run("actors", "set", "Rupert of Hentzau", "kind", "military", dossier)[0] == 0
    code, out, _ = run("actors", "show", "Rupert of Hentzau", dossier)
    assert "military" in out
    assert "a test" in out
    assert run("actors", "split", "Rupert of Hentzau", "Antoinette Mauban", dossier)[0] == 0
    assert "Rupert of Hentzau" in run("actors", "list", dossier)[1]


def test_a_dictionary_is_imported_once(run: Run, tmp_path: Path) -> None:
    dictionary, folder = tmp_path / "old.actors.txt", tmp_path / "my-world"
    dictionary.write_text("ELENA_PARDO_\n\t[PERGOV 010726-060728]\n+PARDO_\n", encoding="utf-8")
    code, out, err = run("actors", "import", dictionary, folder)
    assert (code, "Added 1 dated roles" in out) == (0, True), err
    rows = (folder / "people.csv").read_text(encoding="utf-8").splitlines()
    assert "PER" in rows[1]
    assert "Added 0" in run("actors", "import", dictionary, folder)[1]
    assert (folder / "people.csv").read_text(encoding="utf-8").splitlines() == rows


def test_a_report_is_removed(run: Run, dossier: Path) -> None:
    assert run("remove", "two.txt", dossier)[0] == 0
    assert "two.txt" not in run("show", "documents", dossier)[1]


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        (("read", "{tmp}/nothing-here"), 1, "no such file"),
        (("read",), 2, "PATH"),
        (("read", "x.txt", "--published", "soon"), 2, "2023-03-31"),
        (("show", "events", "{dossier}", "--since", "yesterday"), 2, "2023-03-31"),
        (("show", "events", "{dossier}", "--country", "Iran"), 2, "three letters"),
        (("show", "events", "{tmp}/none.dossier"), 1, "no such dossier"),
        (("show", "events", "{tmp}/reports/one.txt"), 1, "no dossier"),
        (("show", "nothing", "{dossier}"), 2, "No such command"),
        (("why", "e0", "{dossier}"), 1, "no record"),
        (("remove", "ten.txt", "{dossier}"), 1, "no report"),
        (("actors", "show", "Nobody", "{dossier}"), 1, "no actor"),
        (("actors", "undo", "j0", "{dossier}"), 1, "no judgement"),
        (("actors", "set", "Sapt", "hat", "big", "{dossier}"), 1, "cannot be set"),
        (("export", "csv", "{dossier}", "-o", "{tmp}/reports/one.txt"), 1, "cannot be written"),
        (("reread", "{tmp}/none.dossier"), 1, "no such dossier"),
        (("code", "{tmp}/none.jsonl", "{tmp}/out"), 2, "does not exist"),
    ],
)
def test_what_goes_wrong_is_one_message_and_an_exit_code(
    run: Run, tmp_path: Path, dossier: Path, typed: tuple[str, ...], code: int, said: str
) -> None:
    ended, out, err = run(*(w.format(tmp=tmp_path, dossier=dossier) for w in typed))
    assert ended == code
    assert said in out + err
    assert "Traceback" not in err


def test_ctrl_c_says_that_what_was_read_is_kept(run: Run, dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dragoman.dossier.Dossier.read", stop)
    code, _, err = run("read", "x.txt", "--into", dossier)
    assert (code, "is kept" in err) == (130, True)


def test_a_fault_of_the_program_is_one_line(run: Run, dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("dragoman.dossier.Dossier.why", fail)
    code, _, err = run("why", "e0", dossier)
    assert code == 1
    assert len(err.splitlines()) == 1
    assert "ZeroDivisionError" in err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("show events --type ACUSE", "Did you mean ACCUSE?"),
        ("show events --type praise", "SANCTION, MOBILIZE, COERCE, ASSAULT."),
        ("show statements --type denial", "Did you mean deny?"),
        ("show discrepancies --type nmber", "Did you mean number?"),
        ("show events --status asserted?", "hypothetical, background"),
        ("actors list --type persn", "Did you mean person?"),
    ],
)
def test_a_mistyped_type_is_told_which_there_are(run: Run, dossier: Path, asked: str, said: str) -> None:
    *command, option, value = asked.split()
    code, out, err = run(*command, dossier, option, value)
    assert (code, out) == (2, "")
    assert said in " ".join(err.split())


@pytest.mark.parametrize("type", ["accuse", "ACCUSE", "Targeted"])
def test_types_and_modes_are_taken_in_any_case(run: Run, dossier: Path, type: str) -> None:
    assert run("show", "events", dossier, "--type", type)[0] == 0
