"""Looking things up in an account, and saying them in the terminal's words."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.model.account import Account
from dragoman.model.actor import Actor
from dragoman.model.event import Event, EventMention
from dragoman.model.speech import Statement
from dragoman.model.text import Report, Span
from dragoman.model.when import When
from dragoman.show.cli.paper import shown


@dataclass(frozen=True)
class Sight:
    """An account with the look-ups that showing it needs."""

    account: Account

    @cached_property
    def reports(self) -> dict[str, Report]:
        """Reports by id."""
        return {r.id: r for r in self.account.reports}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by id."""
        return {a.id: a for a in self.account.actors}

    @cached_property
    def mentions(self) -> dict[str, EventMention]:
        """Event mentions by id."""
        return {m.id: m for m in self.account.mentions}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Statements by id."""
        return {s.id: s for s in self.account.statements}

    @cached_property
    def _lines(self) -> dict[str, list[int]]:
        return {r.id: [i for i, c in enumerate(r.source) if c == "\n"] for r in self.account.reports}

    def where(self, document: str, span: Span) -> str:
        """Where words are: the file and the line they begin on."""
        report = self.reports.get(document)
        if report is None:
            return document
        return f"{shown(report.file)}:{bisect_right(self._lines[document], span.start - 1) + 1}"

    def name(self, actor: str | None) -> str:
        """An actor's name."""
        if actor is None:
            return "unknown"
        return shown(self.actors[actor].name) if actor in self.actors else actor

    def names(self, actors: Iterable[str]) -> str:
        """Actors' names, or a dash for none."""
        return ", ".join(self.name(a) for a in actors) or "–"

    def speaker(self, chain: str | None) -> str:
        """The name of the actor that a chain is."""
        return self.name(self.account.actor_of.get(chain or ""))

    def told(self, event: Event) -> list[EventMention]:
        """The passages that tell an event, the surest first."""
        return sorted((self.mentions[m] for m in event.mentions if m in self.mentions), key=lambda m: -m.confidence)

    def deed(self, event: Event) -> str:
        """Who did what to whom, on one line."""
        mode = f" ({event.mode})" if event.mode else ""
        return f"{self.names(event.source)} → {self.names(event.target)}: {event.type}{mode}"

    def according(self, mention: EventMention) -> str:
        """Who says so: the outermost voice first."""
        voices = [self.speaker(c) for c in mention.attribution]
        return " ← ".join(dict.fromkeys(voices))


def day(when: When) -> str:
    """A date as exact as it is."""
    if not when.start:
        return "undated"
    if when.precision == "year":
        return when.start[:4]
    if when.precision == "month":
        return when.start[:7]
    return when.start if when.end in (None, when.start) else f"{when.start} to {when.end}"


def quoted(words: str, most: int = 240) -> str:
    """Words in quotation marks, on one line, cut where they are long."""
    line = shown(words)
    return f"“{line if len(line) <= most else line[: most - 1].rstrip() + '…'}”"


def counted(number: int, one: str, more: str | None = None) -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else more or one + 's'}"


def first_words(report: Report) -> str:
    """A report's title, or its first words."""
    words = report.title or next((p.text for p in report.passages), report.text.strip())
    line = shown(words)
    return line if len(line) <= 90 else line[:89].rstrip() + "…"


def nested(statements: Sequence[Statement]) -> list[tuple[int, Statement]]:
    """Statements with how deep each stands inside others of them, what stands inside following what holds it."""
    here = {s.id for s in statements}
    inside: dict[str | None, list[Statement]] = {}
    for s in statements:
        inside.setdefault(s.within if s.within in here else None, []).append(s)
    found: list[tuple[int, Statement]] = []

    def add(holder: str | None, depth: int) -> None:
        for s in inside.get(holder, ()):
            found.append((depth, s))
            add(s.id, depth + 1)

    add(None, 0)
    return found
