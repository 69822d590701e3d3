"""Every span of every record opens in the source text at exactly its text, whatever the text."""

from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman import Dossier, pipeline
from dragoman.coding import codebook, cues
from dragoman.pipeline import Resources
from dragoman.read.parser import Parser
from dragoman.resolve import world
from dragoman.show.export.account import as_json
from tests.spans import spans

WHO = st.sampled_from(
    ["Norway", "the Norwegian foreign ministry", "Prime Minister Ingrid Dahl", "Dahl", "she", "the two neighbours",
     "Oslo", "a Peruvian envoy", "Peru’s army", "officials in Lima", "unknown gunmen", "the United Nations"]
)  # fmt: skip
DEED = st.sampled_from(
    ["expelled three envoys of", "accused", "denied that it had threatened", "held talks with", "will not attack",
     "imposed sanctions on", "sent 40 tonnes of grain to", "condemned a raid on", "was blamed by"]
)  # fmt: skip
WHEN = st.sampled_from(
    ["on Tuesday", "last week", "on 3 May 2021", "five years ago", "", "in Lima on Friday", "yesterday"]
)
FRAME = st.sampled_from(
    ["{a} {b} {c} {d}.", "“{a} {b} {c},” said {e} {d}.", "{e} said {d} that {a} {b} {c}.", "\"{a} {b} {c}",
     "According to {e}, {a} {b} {c}.", "If {a} {b} {c} {d}, {e} warned, “we will answer.", "{e}: {a} {b} {c}",
     "‘{a} {b} {c}’ – {e}, {d}…"]
)  # fmt: skip
DIRT = st.sampled_from(
    ["", "\n", "\n\n", "\r\n", " \u00a0", "\u200d\u202e ", "\U0001f1f3\U0001f1f4 ", "(PHOTO)\n", "TT\n", "\tâ€œ",
     "a\u0301 ", "Â "]
)  # fmt: skip


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Some sentences of the kind that reports are made of, with dirt between them."""
    parts = []
    for _ in range(draw(st.integers(1, 5))):
        words = {"a": draw(WHO), "b": draw(DEED), "c": draw(WHO), "d": draw(WHEN), "e": draw(WHO)}
        parts += [draw(FRAME).format(**words), draw(st.sampled_from([" ", "\n", "\n\n"])), draw(DIRT)]
    return "".join(parts)


@cache
def resources() -> Resources:
    """Everything the report steps need, loaded once."""
    return Resources(Parser(), world.load(), codebook.load(), cues.load())


def reading(*named: str | Path) -> Dossier:
    """A dossier that has read something, in which no report step failed."""
    dossier = Dossier()
    dossier._resources = resources()
    dossier.read(named)
    assert not [r.why for r in dossier.rejected() if "the program failed" in r.why]
    return dossier


def check(dossier: Dossier) -> int:
    account = dossier.account()
    sources = {r.id: r.source for r in account.reports}
    found = list(spans(as_json(account)))
    for document, span in found:
        assert sources[document][span["start"] : span["end"]] == span["text"]
    for r in account.reports:
        for p in r.passages:
            assert r.start <= p.start <= p.end <= r.end
    return len(found)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts())
def test_spans_of_made_up_texts(tmp_path: Path, text: str) -> None:
    file = tmp_path / "report.txt"
    file.write_text(text, encoding="utf-8", newline="")
    with reading(file) as dossier:
        check(dossier)


def test_spans_of_the_examples() -> None:
    with reading("examples") as dossier:
        assert check(dossier) > 200


def test_a_passage_is_coded_as_it_stands() -> None:
    text = "Norway accused Peru of lying. “We did not lie,” said Prime Minister Rosa Quispe."
    (coded,) = pipeline.code_passages([{"id": 7, "text": text, "date": "20210503"}], resources())
    assert coded["id"] == 7
    assert all(0 <= e["start"] < e["end"] <= len(text) for e in coded["events"])
    assert any(s["form"] == "direct" for s in coded["statements"])
