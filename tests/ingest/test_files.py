"""What the user names, and metadata beside files."""

import os
from pathlib import Path

import pytest

from dragoman.ingest.files import Input, find, sources
from dragoman.model.text import Metadata, Rejection, Source


def put(folder: Path, **files: str) -> None:
    for name, words in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")


def names(*named: str | Path) -> list[str]:
    return [f.name for f in find([str(n) for n in named]) if isinstance(f, Input)]


def reasons(*named: str | Path) -> list[str]:
    return [f.why for f in find([str(n) for n in named]) if isinstance(f, Rejection)]


def test_folders_files_and_patterns_give_names_below_what_was_named(tmp_path: Path) -> None:
    put(tmp_path, b_txt="b", a_txt="a", deep__c_md="c", **{"_hidden_txt": "h"})
    assert names(tmp_path) == ["a.txt", "b.txt", "deep/c.md"]
    assert names(tmp_path / "deep" / "c.md") == ["c.md"]
    assert names(tmp_path / "*.txt") == ["a.txt", "b.txt"]
    assert names(tmp_path / "**" / "*.md") == ["deep/c.md"]


def test_each_file_once(tmp_path: Path) -> None:
    put(tmp_path, a_txt="a")
    assert names(tmp_path, tmp_path / "a.txt", str(tmp_path / "*.txt")) == ["a.txt"]


def test_what_is_not_read_is_named_with_its_reason(tmp_path: Path) -> None:
    put(tmp_path, a_txt="a", b_docx="b")
    (tmp_path / "noend").write_text("x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    assert sorted(reasons(tmp_path)) == [
        "files of the kind .docx are not read; .txt, .md, .html, .jsonl, .csv and .pdf files are",
        "files without a suffix are not read; .txt, .md, .html, .jsonl, .csv and .pdf files are",
        "it is a link to nothing",
        "it is no ordinary file",
    ]
    assert names(tmp_path) == ["a.txt"]


def test_nothing_to_find(tmp_path: Path) -> None:
    assert "holds nothing to read" in reasons(tmp_path)[0]
    assert reasons(tmp_path / "no.txt") == ["no such file or folder"]
    assert reasons(tmp_path / "*.txt") == ["no file fits this pattern"]
    assert reasons("a\0b") == ["it is no path: it holds a NUL"]
    assert reasons("x" * 5000) == ["no such file or folder"]


def test_metadata_beside_files_is_believed_and_is_no_report(tmp_path: Path) -> None:
    rows = "file,published,outlet,title,url,author\na.txt,2021-11-08,Arven Daily,Crossing closed,,Pia Holm\n"
    put(tmp_path, a_txt="Words.", b_txt="Words.", metadata_csv=rows)
    found = [f for f in find([str(tmp_path)]) if isinstance(f, Input)]
    assert [f.metadata for f in found] == [
        Metadata("Crossing closed", "2021-11-08", "Arven Daily", None, "Pia Holm"), Metadata(),
    ]  # fmt: skip
    [source] = sources(found[0])
    assert isinstance(source, Source) and source.metadata.outlet == "Arven Daily"


def test_metadata_as_jsonl_and_its_mistakes(tmp_path: Path) -> None:
    rows = '{"file": "a.txt", "published": "8 November 2021"}\n{"file": "b.txt", "published": "soon"}\n{}\nnot json\n'
    put(tmp_path, a_txt="Words.", b_txt="Words.", metadata_jsonl=rows)
    found = list(find([str(tmp_path)]))
    assert found[-2:] == [Input(str(tmp_path / "a.txt"), "a.txt", Metadata(published="2021-11-08")),
                          Input(str(tmp_path / "b.txt"), "b.txt")]  # fmt: skip
    assert [r.file for r in found if isinstance(r, Rejection)] == [f"metadata.jsonl#{n}" for n in (2, 3, 4)]


def test_a_csv_of_texts_called_metadata_is_read(tmp_path: Path) -> None:
    put(tmp_path, metadata_csv="id,text\n1,The bridge was closed.\n")
    assert names(tmp_path) == ["metadata.csv"]


def test_given_is_kept_apart_from_metadata(tmp_path: Path) -> None:
    put(tmp_path, a_txt="Words.")
    [source] = sources(Input(str(tmp_path / "a.txt"), "a.txt", Metadata(outlet="X")), Metadata(published="2021-11-08"))
    assert isinstance(source, Source)
    assert (source.metadata, source.given) == (Metadata(outlet="X"), Metadata(published="2021-11-08"))


def test_a_file_that_vanishes_or_cannot_be_opened(tmp_path: Path) -> None:
    for input in (Input(str(tmp_path / "gone.txt"), "gone.txt"), Input(str(tmp_path), "folder.txt")):
        [found] = (
            sources(Input(input.path, input.name))
            if input.path.endswith(".txt")
            else sources(Input(str(tmp_path / "gone.pdf"), "gone.pdf"))
        )
        assert isinstance(found, Rejection) and "cannot be read" in found.why


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    def given(data: bytes) -> list[Source | Rejection]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        return list(sources(next(f for f in find(["-"]) if isinstance(f, Input))))

    [source] = given(b"The bridge was closed.")
    assert isinstance(source, Source) and (source.file, source.text) == ("stdin", "The bridge was closed.")
    [record] = given(b'{"text": "The bridge was closed."}')
    assert isinstance(record, Source) and record.file == "stdin#1"
    [nothing] = given(b"")
    assert isinstance(nothing, Rejection)
