"""Positions: what one party says of another in one sentence, be it charge or denial, with whose word it is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.model.actor import Actor, Participant
from dragoman.model.event import EventMention
from dragoman.model.speech import Statement
from dragoman.model.text import Report, Span
from dragoman.reconcile.discrepancies.cues import cue
from dragoman.reconcile.discrepancies.sides import Told
from dragoman.reconcile.scene import Scene, parties
from dragoman.reconcile.sentences import sentence, sentences
from dragoman.reconcile.words import stems

Record = EventMention | Statement
DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "THREATEN"})
LONGEST = 220
SCRAP = 25
BESIDE = 8


@dataclass(frozen=True, slots=True)
class Position:
    """One sentence or clause that takes a position.

    `by` is who speaks, as states or actors (empty: the report itself); `on` is whom it charges, or, of a denial, who
    denies; `who` are the actors charged or denying themselves. `strong` marks a denial that disputes in so many words.
    `words` are the stems that say what it is about, `around` those of its paragraph and the one before. `sentence` is
    where its sentence starts, `passage` the number of its paragraph.
    """

    told: Told
    by: frozenset[str]
    on: frozenset[str]
    who: frozenset[str]
    strong: bool
    words: frozenset[str]
    around: frozenset[str]
    sentence: int
    passage: int


class Positions:
    """Finds the positions that records take; the look-ups are made once for all of them."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._states = States(scene)
        self._around: dict[tuple[str, int], frozenset[str]] = {}

    def charges(self, records: Iterable[Record]) -> list[Position]:
        """What parties are charged with: accusations, hostile acts put down to somebody, what is said of others."""
        found: list[Position] = []
        for r in records:
            found += self._said_of(r) if isinstance(r, Statement) else self._done(r)
        return list({(p.told.document, p.told.span, p.by): p for p in found}.values())

    def _done(self, m: EventMention) -> Iterator[Position]:
        source, target = self._parties(m, "source"), self._parties(m, "target")
        by, on, who = self._said_by(m.attribution), source, m.source
        if m.type == "ACCUSE":
            by, on, who = source, target or (self._states.named(m.span.text) - source), m.target
        if on - by and m.status != "denied" and (m.type == "ACCUSE" or m.type in DEEDS):
            yield self._position(Told(m.document, m.span, m.attribution), by, on - by, self._ids(who), True)

    def _said_of(self, statement: Statement) -> Iterator[Position]:
        """What a statement says of states other than the speaker's: those that the sentence names, or its paragraph."""
        speaker = self._scene.actor_of.get(statement.speaker or "")
        if not speaker or statement.act in ("deny", "promise", "praise"):
            return
        by, report = parties([speaker]), self._scene.reports[statement.document]
        charging = statement.act == "accuse" or bool(statement.cue and cue("charge").search(statement.cue.text))
        for part in statement.parts or (statement.content,):
            for piece in sentences(report, part):
                passage = next((p.text for p in report.passages if p.start <= piece.start < p.end), "")
                on = self._states.named(piece.text) - by or self._states.named(passage) - by
                if on:
                    told = Told(statement.document, _cut(report, piece, 0), (statement.speaker or "",))
                    yield self._position(told, by, on, frozenset(), charging)

    def denials(self, records: Iterable[Record]) -> list[Position]:
        """What parties dispute: denials, and sentences of their statements that dispute or negate something."""
        found: list[Position] = []
        for r in records:
            if isinstance(r, Statement):
                found += self._disputed(r)
            elif r.type == "DENY" or (r.type in ("REJECT", "ACCUSE") and cue("dispute").search(r.span.text)):
                by, told = self._parties(r, "source"), Told(r.document, r.span, tuple(p.chain for p in r.source))
                if by and (r.span.holds(r.trigger) or cue("dispute").search(r.span.text)):
                    found.append(self._position(told, by, by, self._ids(r.source), True))
        return _shortest(found)

    def doubts(self, records: Iterable[Record]) -> list[Position]:
        """Sentences of statements that doubt, want proof, or hold a matter open."""
        return _shortest([s for s in self.sayings(records) if cue("doubt").search(s.told.span.text)])

    def admissions(self, records: Iterable[Record]) -> list[Position]:
        """What parties own up to, by a word for it before or in a statement that disputes nothing."""
        found: list[Position] = []
        for r in records:
            if isinstance(r, Statement) and r.act != "deny":
                owned = bool(r.cue and cue("admission").search(r.cue.text))
                found += [s for s in self.sayings([r]) if owned or cue("admission").search(s.told.span.text)]
            elif isinstance(r, EventMention) and r.type == "CONCEDE" and cue("admission").search(r.trigger.text):
                told = Told(r.document, r.span, tuple(p.chain for p in r.source))
                found.append(self._position(told, self._parties(r, "source"), frozenset(), self._ids(r.source), True))
        return _shortest([p for p in found if p.by and not cue("dispute").search(p.told.span.text)])

    def sayings(self, records: Iterable[Record]) -> list[Position]:
        """All sentences of statements."""
        found: list[Position] = []
        for r in records:
            speaker = self._scene.actor_of.get(r.speaker or "") if isinstance(r, Statement) else None
            if isinstance(r, Statement) and speaker:
                report = self._scene.reports[r.document]
                for piece in (p for part in r.parts or (r.content,) for p in sentences(report, part)):
                    told = Told(r.document, _cut(report, piece, 0), (r.speaker or "",))
                    found.append(self._position(told, parties([speaker]), frozenset(), frozenset(), True))
        return list({(p.told.document, p.told.span): p for p in found}.values())

    def _disputed(self, statement: Statement) -> Iterator[Position]:
        speaker = self._scene.actor_of.get(statement.speaker or "")
        if not speaker:
            return
        by, report = parties([speaker]), self._scene.reports[statement.document]
        words = statement.cue
        introduced = statement.act == "deny" or bool(words and cue("dispute").search(words.text))
        if words and words.start >= statement.content.end:
            introduced = False  # "…, which he denies": what comes before the word is the charge
        for part in statement.parts or (statement.content,):
            for piece in sentences(report, part):
                strong = cue("dispute").search(piece.text)
                if introduced or strong or cue("negation").search(piece.text):
                    span = _with_cue(report, _cut(report, piece, strong.start() if strong else 0), statement.cue)
                    told = Told(statement.document, span, (statement.speaker or "",))
                    yield self._position(told, by, by, frozenset({speaker.id}), introduced or bool(strong))
                introduced = False  # the word that introduces a denial speaks of its first sentence

    def _position(
        self, told: Told, by: frozenset[str], on: frozenset[str], who: frozenset[str], strong: bool
    ) -> Position:
        report = self._scene.reports[told.document]
        at = sentence(report, told.span.start).start
        k = next((k for k, p in enumerate(report.passages) if p.start <= at < p.end), -1)
        return Position(told, by, on, who, strong, self._states.content(told.span.text), self._near(report, k), at, k)

    def _near(self, report: Report, k: int) -> frozenset[str]:
        key = (report.id, k)
        if key not in self._around:
            text = " ".join(p.text for p in report.passages[max(k - 1, 0) : k + 1])
            self._around[key] = self._states.content(text)
        return self._around[key]

    def _ids(self, participants: Iterable[Participant]) -> frozenset[str]:
        return frozenset(a.id for a in self._scene.actors(participants))

    def _parties(self, mention: EventMention, part: str) -> frozenset[str]:
        return parties(self._scene.actors(mention.source if part == "source" else mention.target))

    def _said_by(self, chains: tuple[str, ...]) -> frozenset[str]:
        return parties(a for c in chains[-1:] if (a := self._scene.actor_of.get(c)))


class States:
    """Finds the states that texts name, by the names that the reports use for them ("Baku", "Azerbaijani")."""

    def __init__(self, scene: Scene) -> None:
        states: dict[str, Actor] = {a.id: a for a in scene.actor_of.values() if a.kind == "state" and a.country}
        self._of = {
            name.lower(): a.country or ""
            for a in states.values()
            for name in (a.name, *a.aliases)
            if all(w[0].isupper() or w in ("of", "and", "the") for w in name.split())
        }
        longest = sorted(self._of, key=lambda n: (-len(n), n))
        self._named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest)) or '(?!)'})(?!\w)", re.IGNORECASE)

    def named(self, text: str) -> frozenset[str]:
        """The states that a text names."""
        return frozenset(self._of[m.group().lower()] for m in self._named.finditer(text))

    def content(self, text: str) -> frozenset[str]:
        """The stems of what a text is about: without names of states, words of dispute and of mere speech."""
        for words in (self._named, cue("dispute"), cue("speech"), cue("generic")):
            text = words.sub(" ", text)
        return frozenset(stems(text))


def _cut(report: Report, piece: Span, at: int) -> Span:
    """A long sentence down to the clauses about the place `at` of it."""
    if len(piece.text) <= LONGEST:
        return piece
    start = max(piece.text.rfind(mark, 0, max(at, 1)) for mark in (", ", "; ", " – ", " — ")) + 1
    start = start if at - start < LONGEST // 2 else 0
    end = piece.text.rfind(", ", start, start + LONGEST)
    end = end if end > at else min(len(piece.text), start + LONGEST)
    cut = piece.text[start:end]
    begin = piece.start + start + len(cut) - len(cut.lstrip())
    return report.span(begin, piece.start + start + len(cut.rstrip()))


def _with_cue(report: Report, piece: Span, cue_words: Span | None) -> Span:
    """A piece of a statement with the word before it that introduces it ("denied any involvement")."""
    if not cue_words or not 0 <= piece.start - cue_words.end <= BESIDE:
        return piece
    return report.span(cue_words.start, piece.end)


def _shortest(found: list[Position]) -> list[Position]:
    """Each once, without those that hold another of the same report and without scraps: the shorter words carry it."""
    whole = [p for p in found if p.told.span.end - p.told.span.start >= SCRAP] or found
    spans = {(p.told.document, p.told.span) for p in whole}
    kept = [
        p for p in whole
        if not any(d == p.told.document and s != p.told.span and p.told.span.holds(s) for d, s in spans)
    ]  # fmt: skip
    return list({(p.told.document, p.told.span): p for p in kept}.values())
