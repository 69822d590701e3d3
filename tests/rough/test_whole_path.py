"""The whole way from a file to the account, over hostile input: a report or a reason, in time, never a traceback."""

import json
import tempfile
import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from dragoman import Dossier
from dragoman.ingest.files import Input, find, sources
from dragoman.model.account import Account
from dragoman.model.text import Metadata, Rejection
from dragoman.pipeline import Resources
from dragoman.settings import Settings
from dragoman.show.export.files import write_account
from dragoman.show.report import render
from tests.rough.hostile import SAID, inputs

TIME = 20.0
"""Seconds of the processor that no small input may take."""


@cache
def resources() -> Resources:
    """The report steps' models and data, loaded once."""
    return Resources.load()


def account_of(*files: Path, limit: float = TIME) -> Account:
    """What reading these files comes to; the account can be written out, and its spans hold."""
    with Dossier(settings=Settings(time_limit=limit)) as dossier:
        dossier._resources = resources()
        dossier.read(files)
        account = dossier.account()
    sources = {r.id: r.source for r in account.reports}
    told = [(m.document, m.trigger) for m in account.mentions] + [(s.document, s.content) for s in account.statements]
    told += [(c.document, m.span) for c in account.chains for m in c.mentions]
    for document, span in told:
        assert sources[document][span.start : span.end] == span.text
    with tempfile.TemporaryDirectory() as folder:
        write_account(account, Path(folder) / "account.json")
        json.loads((Path(folder) / "account.json").read_bytes())
    return account


def check(suffix: str, data: bytes) -> None:
    """One file is read or rejected with a reason, in time."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"input{suffix}"
        path.write_bytes(data)
        resources()
        begun = time.process_time()
        account = account_of(path)
        assert time.process_time() - begun < TIME
    assert account.reports or account.rejected
    assert not [r for r in account.rejected if "the program failed" in r.why or "took longer than" in r.why], (
        account.rejected
    )


@given(inputs())
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_hostile_inputs(made: tuple[str, bytes]) -> None:
    check(*made)


@pytest.mark.rough
@given(inputs())
@settings(max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck))
def test_two_thousand_hostile_inputs(made: tuple[str, bytes]) -> None:
    check(*made)


SLOW = [pytest.param(words, marks=pytest.mark.rough) for words in ("A. ", "\U0001f1ee\U0001f1f7 ", "said ", "word ")]


@pytest.mark.parametrize("words", ["a", "(", "“", "Strelsau, ", *SLOW])
def test_a_line_of_a_hundred_thousand_characters(tmp_path: Path, words: str) -> None:
    path = tmp_path / "line.txt"
    path.write_text(f"{SAID[0]} {words * (100_000 // len(words))} {SAID[1]}", encoding="utf-8")
    account = account_of(path)
    assert account.reports or account.rejected
    assert render(account).encode()


@pytest.mark.rough
def test_a_line_of_a_hundred_thousand_characters_full_of_deeds(tmp_path: Path) -> None:
    path, sentences = tmp_path / "line.txt", " ".join(SAID)
    path.write_text(" ".join([sentences] * (100_000 // len(sentences) + 1)), encoding="utf-8")
    assert len(account_of(path, limit=300.0).reports) == 1


def test_a_report_that_takes_too_long_is_named_and_the_rest_go_on(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("\n\n".join(f"{s} {n}" for n in range(400) for s in SAID), encoding="utf-8")
    (tmp_path / "short.txt").write_text("\n\n".join(SAID[:3]), encoding="utf-8")
    account_of(tmp_path / "short.txt")
    account = account_of(tmp_path / "long.txt", tmp_path / "short.txt", limit=0.4)
    assert [r.file for r in account.reports] == ["short.txt"]
    assert [(r.file, r.why) for r in account.rejected] == [("long.txt", "it took longer than 0.4 seconds")]


def test_a_table_that_is_cut_off_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "growing.csv"
    path.write_text("id,text\n" + "".join(f"{n},{SAID[n % 7]} {n}\n" for n in range(20_000)), encoding="utf-8")
    [found] = find([str(path)])
    assert isinstance(found, Input)
    read = sources(found, Metadata())
    first = next(read)
    assert not isinstance(first, Rejection)
    path.write_text("id,text\n1,", encoding="utf-8")
    rest = list(read)
    assert len(rest) < 20_000
    path.unlink()
    assert [type(s) for s in sources(found, Metadata())] == [Rejection]
