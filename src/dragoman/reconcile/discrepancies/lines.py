"""Lines: the clauses of reports, each with whose word it is, what it is about, and whom it names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from dragoman.model.actor import Actor
from dragoman.model.event import EventMention
from dragoman.model.speech import Statement
from dragoman.model.text import Report, Span
from dragoman.reconcile import likeness
from dragoman.reconcile.discrepancies.cues import cue
from dragoman.reconcile.discrepancies.sides import Told
from dragoman.reconcile.scene import Scene, parties
from dragoman.reconcile.sentences import part, sentences
from dragoman.reconcile.words import stem, stems

Record = EventMention | Statement
BREAK = re.compile(
    r"(?:[;:—–]|,[”\"’']?)\s+(?=(?:and|but|while|whereas|although|though|as|when|which|who|whose|where|saying|adding|after"
    r"|because|since|so|yet|if|with|an? \w+ (?:that|which))\b)|;\s+|\s+(?=but (?:sa|insist|den|later|by)\w*)"
    r"|,\s+(?=(?:it|he|she|they|we|you|there|this|that)\s)|(?<=[.!?][”\"])\s+|,[”\"’']\s+"
    r"|\s+(?=and (?:said|says|added|claimed|accused|denied|blamed)\b)",
    re.IGNORECASE,
)
SHORT = 25
"""Characters: a shorter piece is no clause of its own."""
LONG = 240
OPENING = '"“‘'
CLOSING = frozenset('"”’')
TAG = 30
"""Characters: more than that beside a statement is no mere "he said"."""
KINDRED = 0.7
"""What a kindred word counts beside the same one."""
LEAST = 8.0
"""A text of few words counts as weighing so much."""
HELD = 0.4
"""How much of a clause a statement must hold for the clause to be on its speaker's word."""


@dataclass(frozen=True, slots=True)
class Line:
    """One clause of a report.

    `by` are the parties whose word it is, as states or actors (empty: the report itself); `names` the states that it
    names, `words` the stems of what it is about. `sentence` counts the sentences of its report, `passage` its
    paragraphs; `whole` is its sentence.
    """

    told: Told
    by: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    sentence: int
    passage: int
    whole: Span

    @property
    def document(self) -> str:
        """The report that it stands in."""
        return self.told.document

    @property
    def text(self) -> str:
        """Its words."""
        return self.told.span.text

    def apart(self, other: "Line") -> bool:
        """Whether it shares no words with another."""
        return self.document != other.document or not self.told.span.overlap(other.told.span)


class States:
    """Finds the states that texts name, by the names that the reports use for them and for what belongs to them."""

    def __init__(self, scene: Scene) -> None:
        actors = {a.id: a for a in scene.actor_of.values() if a.country}
        self._of = {name.lower(): a.country or "" for a in actors.values() for name in _names(a)}
        self._states = _either(name.lower() for a in actors.values() if a.kind == "state" for name in _names(a))
        self._named = _either(self._of)

    def named(self, text: str) -> frozenset[str]:
        """The states that a text names."""
        return frozenset(self._of[m.group().lower()] for m in self._named.finditer(text))

    def last(self, text: str) -> frozenset[str]:
        """The state that a text names last."""
        found = [self._of[m.group().lower()] for m in self._named.finditer(text)]
        return frozenset(found[-1:])

    def content(self, text: str) -> frozenset[str]:
        """The stems of what a text is about: without names of states, words of dispute and of mere speech."""
        for words in (self._states, cue("dispute"), cue("speech"), cue("generic")):
            text = words.sub(" ", text)
        return frozenset(stems(text))


class Lines:
    """The lines of reports; the look-ups are made once for all of them."""

    def __init__(self, scene: Scene, records: Iterable[Record]) -> None:
        self.scene, self.states = scene, States(scene)
        self._said: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        self._told: dict[str, list[tuple[Span, str]]] = defaultdict(list)
        for r in records:
            if isinstance(r, Statement):
                if r.speaker:
                    self._said[r.document] += [(p, r.speaker) for p in r.parts or (r.content,)]
            elif r.attribution:
                self._told[r.document].append((r.span, r.attribution[-1]))

    def of(self, report: Report) -> Iterator[Line]:
        """The lines of a report, in order."""
        number = 0
        for k, passage in enumerate(report.passages):
            for sentence in sentences(report, report.span(passage.start, passage.end)):
                number += 1
                for start, end in clauses(sentence.text):
                    yield self.line(report, part(sentence, start, end), number, k, sentence)

    def line(self, report: Report, span: Span, number: int, passage: int, whole: Span) -> Line:
        """The line that some words make."""
        part_, chain = self._voice(report.id, span)
        told = Told(report.id, _without_tag(span, part_), (chain,) if chain else ())
        words = self.states.content(span.text)
        return Line(told, self.party(told.by), self.states.named(span.text), words, number, passage, whole)

    def voice(self, document: str, span: Span) -> str | None:
        """The chain whose word a stretch is."""
        return self._voice(document, span)[1]

    def _voice(self, document: str, span: Span) -> tuple[Span, str | None]:
        """The shortest statement that holds much of a stretch, and its speaker.

        Without one, the stretch, and whose word an event is that it tells.
        """
        least = HELD * (span.end - span.start)

        def shortest(held: Mapping[str, list[tuple[Span, str]]]) -> tuple[Span, str] | None:
            holding = [(s, c) for s, c in held.get(document, ()) if s.overlap(span) >= least]
            return min(holding, key=lambda h: (h[0].end - h[0].start, h[0].start, h[1]), default=None)

        said, told = shortest(self._said), shortest(self._told)
        return said or (span, told[1] if told else None)

    def party(self, chains: Sequence[str]) -> frozenset[str]:
        """What the last of some chains comes to among states."""
        return parties(a for c in chains[-1:] if (a := self.scene.actor_of.get(c)))


def _without_tag(clause: Span, said: Span) -> Span:
    """A clause without the few words beside a statement that only say who speaks."""
    start, end = max(clause.start, said.start), min(clause.end, said.end)
    rest = clause.end - clause.start - (end - start)
    return part(clause, start - clause.start, end - clause.start) if 0 < rest <= TAG else clause


@lru_cache(maxsize=8192)
def clauses(sentence: str) -> tuple[tuple[int, int], ...]:
    """Where the clauses of a sentence start and end; a scrap goes with what stands before it."""
    edges = [0]
    for found in BREAK.finditer(sentence):
        if found.start() - edges[-1] >= SHORT and len(sentence) - found.end() >= SHORT:
            edges.append(found.end())
    return tuple(trimmed(sentence, i, j) for i, j in zip(edges, [*edges[1:], len(sentence)], strict=True))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the marks at its end, and without a quotation mark that opens it and is not closed in it."""
    if start < end and text[start] in OPENING and not CLOSING.intersection(text[start + 1 : end]):
        start += 1
    while end > start and text[end - 1] in " ,;:—–":
        end -= 1
    if end - start > 1 and text[end - 1] == "." and text[end - 2].islower():
        end -= 1
    return start, end


def kindred(stem_: str) -> frozenset[int]:
    """The groups of kindred words that a stem belongs to (acts.txt, kindred.txt)."""
    return frozenset((*likeness.kin_of(stem_), *(-k for k in _groups().get(stem_, ()))))


@cache
def _groups() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = defaultdict(set)
    rows = Path(__file__).with_name("kindred.txt").read_text(encoding="utf-8").splitlines()
    for number, row in enumerate(rows, 1):
        for word in () if row.startswith("#") else row.split():
            groups[stem(word)].add(number)
    return {word: frozenset(numbers) for word, numbers in groups.items()}


def shared_words(a: frozenset[str], b: frozenset[str], weight: Mapping[str, float]) -> float:
    """How much of the lesser of two sentences the other has too, kindred words counting less."""
    common = sum(weight[w] for w in a & b)
    others = [(kin, weight[w]) for w in b - a if (kin := kindred(w))]
    for word in a - b if others else ():
        mine = kindred(word)
        if mine:
            common += KINDRED * max((min(weight[word], w) for kin, w in others if mine & kin), default=0.0)
    return min(1.0, common / max(LEAST, min(sum(weight[w] for w in a), sum(weight[w] for w in b))))


def _names(actor: Actor) -> list[str]:
    """Those names of an actor that are names: of capitalised words."""
    return [
        name for name in (actor.name, *actor.aliases)
        if len(name) > 1 and all(w[0].isupper() or w in ("of", "and", "the") for w in name.split())
    ]  # fmt: skip


def _either(names: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(set(names), key=lambda n: (-len(n), n))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest)) or '(?!)'})(?!\w)", re.IGNORECASE)


def shortened(span: Span, at: int = 0) -> Span:
    """A long line down to the words about the place `at` of it."""
    text = span.text
    if len(text) <= LONG:
        return span
    start = max(text.rfind(mark, 0, max(at, 1)) for mark in (", ", "; ", " – ", " — ")) + 1
    start = start if at - start < LONG // 2 else max(text.rfind(" ", 0, max(at - LONG // 2, 1)), 0)
    cut = text[start : start + LONG]
    last = cut.rfind(" ") if start + LONG < len(text) else len(cut)
    begin = start + len(cut) - len(cut.lstrip())
    return part(span, begin, start + last)
