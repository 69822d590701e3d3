"""Denials as reports word them (denials.toml): what is denied, by whom, and which clause a denial follows.

A denial says what it denies ("denied that water cannon had been used", "rejected reports of …"), denies in words of
its own ("no jet of ours took part"), turns a deed round ("it was the others who fired"), or only points back ("…, which
it denies"; "this is a lie").
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal

from dragoman.model.speech import Statement
from dragoman.model.text import Report, Span
from dragoman.reconcile.discrepancies.lines import Line, Lines, Record, clauses, shortened, trimmed
from dragoman.reconcile.discrepancies.sides import Told
from dragoman.reconcile.sentences import part

Form = Literal["content", "aside", "negated", "turned"]
LONG = 2_000
"""Characters: what is longer is no sentence, and the patterns' time grows with the square of it."""
REST = 60
"""Characters that a denial's clause goes on for at most behind what makes it one."""
WORDINGS = ("aside", "answered", "rejected", "denied", "lied", "turned", "branded")
THEM = re.compile(r"(?:they|he|she|we|you|us|them|him|her|those)", re.IGNORECASE)
PRONOUN = re.compile(r"\W*(?:(?:but|and|though|which|so) )?(?:he|she|it|they|its|his|her|their)\b", re.IGNORECASE)
THOUGH = re.compile(r"\W*(?:al)?though\b|\W*(?:even )?(?:though|as)\b|\W*(?:while|whereas)\b", re.IGNORECASE)
AGAIN = re.compile(r"\b(?:do(?:ing|ne)? so|do(?:ing|ne)? (?:it|that|this)|this|it)$")
BESIDE = 12
"""Characters between a denial's word and the words by which a record knows it."""


@dataclass(frozen=True, slots=True)
class Denial:
    """One denial: its line (on the word of the party that denies), what it denies, and the states its sentence names.

    `claimant` are the states whose claim it is said to be; `charge` is the clause of the same sentence that it follows.
    """

    line: Line
    form: Form
    content: frozenset[str]
    names: frozenset[str]
    claimant: frozenset[str] = frozenset()
    charge: Line | None = None


class Denials:
    """Finds the denials of reports; `records` tell who denies."""

    def __init__(self, lines: Lines, records: Iterable[Record]) -> None:
        self._lines = lines
        self._known: dict[str, list[tuple[Span, tuple[str, ...]]]] = defaultdict(list)
        for r in records:
            if isinstance(r, Statement):
                if r.cue and r.speaker:
                    self._known[r.document].append((r.cue, (r.speaker,)))
            elif r.type in ("DENY", "REJECT") and r.source:
                self._known[r.document].append((r.trigger, tuple(p.chain for p in r.source)))

    def of(self, report: Report, lines: Iterable[Line]) -> Iterator[Denial]:
        """The denials of a report, given its lines; of one stretch the first way of wording found."""
        sentences: dict[Span, list[Line]] = defaultdict(list)
        for line in lines:
            sentences[line.whole].append(line)
        before: frozenset[str] = frozenset()
        for whole, own in sentences.items():
            if len(whole.text) <= LONG and not whole.text.rstrip("”\"’' ").endswith("?"):
                yield from self._apart(report, own, before)
            before = next((x.by for x in reversed(own) if x.by), self._lines.states.named(whole.text))

    def _apart(self, report: Report, own: list[Line], before: frozenset[str]) -> Iterator[Denial]:
        found: list[Denial] = []
        for d in (*self._worded(report, own, before), *self._negated(own)):
            if all(d.line.apart(other.line) for other in found):
                found.append(d)
        yield from found

    def _worded(self, report: Report, own: Sequence[Line], before: frozenset[str]) -> Iterator[Denial]:
        text = own[0].whole.text
        if not _patterns()["any"].search(text):
            return
        found = [(name, m) for name in WORDINGS for m in _patterns()[name].finditer(text)]
        at = sorted(m.start("cue") for _, m in found)
        for name, m in found:
            if name != "turned" or self._lines.states.named(m["doer"]) or THEM.fullmatch(m["doer"]):
                earlier = max((a for a in at if a < m.start("cue")), default=-1)
                yield self._denial(report, own, name, m, before, earlier)

    def _denial(
        self, report: Report, own: Sequence[Line], name: str, m: re.Match[str], before: frozenset[str], earlier: int
    ) -> Denial:
        """The denial that a pattern found in a sentence; `earlier` is where another stands before it."""
        line = own[0]
        whole, given, states = line.whole, m.groupdict(), self._lines.states
        start = m.start("denial") if name == "aside" else _clause_start(whole.text, m.start("cue"))
        start = m.start("cue") if start <= earlier else start
        content, until = _content(whole.text, m) if given.get("content") else ("", _clause_end(whole.text, m.end()))
        chains, by = self._denier(report, whole, m, name, before)
        words = shortened(part(whole, *trimmed(whole.text, start, until)), m.start("cue") - start)
        denial = replace(line, told=Told(report.id, words, chains), by=by, names=states.named(words.text))
        form: Form = "aside" if name == "aside" else "turned" if name == "turned" else "content"
        charge = _charge(own, m.end("charge")) if name == "aside" else _conceded(own, words, by)
        claimant = states.named(given.get("owner") or "") - by
        return Denial(denial, form, states.content(content), states.named(whole.text) - by, claimant, charge)

    def _denier(
        self, report: Report, whole: Span, m: re.Match[str], name: str, before: frozenset[str]
    ) -> tuple[tuple[str, ...], frozenset[str]]:
        """Who denies: by the records at hand, else whose word it is, else the name before the denial's word."""
        cue = part(whole, *m.span("cue"))
        near = report.span(max(cue.start - 2, 0), min(cue.end + BESIDE, whole.end))
        chains = next((c for span, c in self._known[report.id] if span.overlap(near)), ())
        voice = self._lines.voice(report.id, cue)
        if name in ("lied", "turned", "branded", "answered") and voice:
            chains = (voice,)
        if chains:
            return chains, self._lines.party(chains)
        at = m.start("denial") if name == "aside" else 0
        end = m.end("cue") if name == "aside" else m.start("cue")
        named = self._lines.states.last(whole.text[at:end])
        pronoun = name == "aside" or not PRONOUN.match(whole.text[_clause_start(whole.text, end) :])
        return (), named or (frozenset() if pronoun else before)

    def _negated(self, own: list[Line]) -> Iterator[Denial]:
        """Clauses of statements that negate what is or was so."""
        patterns = _patterns()
        for line in own:
            if line.by and patterns["negated"].search(line.text) and not patterns["intent"].search(line.text):
                short = replace(line, told=replace(line.told, span=shortened(line.told.span)))
                words = self._lines.states.content(patterns["negated"].sub(" ", line.text))
                yield Denial(short, "negated", words, line.names - line.by)


def _conceded(own: Sequence[Line], denial: Span, by: frozenset[str]) -> Line | None:
    """The clause before one that begins with "though" or the like, if it names the party that denies."""
    k = next((k for k, x in enumerate(own) if x.told.span.overlap(denial)), 0)
    against = k > 0 and THOUGH.match(denial.text) and own[k - 1].names & by and not own[k - 1].by & by
    return own[k - 1] if against else None


def _charge(own: Sequence[Line], end: int) -> Line:
    """The clause that an aside stands behind; one that points back itself ("to do so") with the one before it."""
    k = max((k for k, x in enumerate(own) if x.told.span.start < own[0].whole.start + end), default=0)
    charge = own[k]
    words = part(charge.whole, charge.told.span.start - charge.whole.start, end)
    cut = shortened(words, len(words.text))
    more = own[k - 1].words if k and AGAIN.search(words.text) else frozenset()
    return replace(charge, told=replace(charge.told, span=cut), words=charge.words | more)


def _clause_start(text: str, at: int) -> int:
    return next((i for i, j in clauses(text) if i <= at < j), 0)


def _clause_end(text: str, at: int) -> int:
    """Where the clause ends that holds the place before `at`, if that is not far."""
    end = next((j for i, j in clauses(text) if i < at <= j), at)
    return end if end - at <= REST else at


def _content(text: str, m: re.Match[str]) -> tuple[str, int]:
    """What is denied, and where the denial's words end."""
    patterns = _patterns()
    if m.start("content") < m.start("cue"):
        content = m["content"]
        found = re.search(r"\bthat\b|\bof\b", content)
        content = content[found.end() :] if found else content
        bare = content.strip(' ,“"')
        pointing = patterns["pointing"].fullmatch(bare) or patterns["owned"].fullmatch(bare)
        return ("" if pointing else content), _clause_end(text, m.end())
    stop = patterns["end"].search(m["content"])
    content = m["content"][: stop.start()] if stop else m["content"]
    end = m.start("content") + len(content)
    tail = patterns["tail"].match(text, end)
    content = "" if patterns["pointing"].fullmatch(content.strip(' ,“".')) else content
    return content, tail.end() if tail else end


def negates(text: str) -> bool:
    """Whether a clause negates or supposes something, so that it is no claim."""
    return bool(_patterns()["negated"].search(text) or _patterns()["supposed"].search(text))


def exculpates(text: str) -> bool:
    """Whether a denial is of having had a part in the matter."""
    return bool(_patterns()["blame"].search(text))


def of_old(text: str) -> bool:
    """Whether a clause puts what it tells into another time."""
    return bool(_patterns()["past"].search(text))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    given: dict[str, str] = tomllib.loads(Path(__file__).with_name("denials.toml").read_text(encoding="utf-8"))
    written: dict[str, str] = {}
    for name, pattern in given.items():
        written[name] = pattern.format(**written)
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in written.items()}
