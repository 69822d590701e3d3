"""Reports, actors, mentions and statements for the tests, made from a few words of our own."""

from dataclasses import dataclass, field, replace

from dragoman.ingest.plain import plain
from dragoman.model.actor import Actor, Kind, Participant
from dragoman.model.event import EventMention, Place, Status
from dragoman.model.ids import mention_id, statement_id
from dragoman.model.speech import Act, Statement
from dragoman.model.text import Published, Report, Span
from dragoman.model.when import UNDATED, DateBasis, When
from dragoman.reconcile.scene import Scene


def report(id: str, text: str, day: str | None = None) -> Report:
    """A report with an id of its own; one passage a line."""
    published = Published(day, "given" if day else "unknown", "")
    return replace(plain(text, day, id), id=id, published=published)


def words(of: Report, text: str) -> Span:
    """Where `text` stands in a report."""
    at = of.source.index(text)
    return of.span(at, at + len(text))


def on(day: str, basis: DateBasis = "relative", words: Span | None = None) -> When:
    """A day."""
    return When(day, day, "day", basis, words)


@dataclass
class World:
    """A small world of two hostile states and a mediator, and what reports say of them."""

    reports: dict[str, Report] = field(default_factory=dict)
    actor_of: dict[str, Actor] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)
    stories: dict[str, str] = field(default_factory=dict)

    def actor(
        self, name: str, country: str | None, kind: Kind = "state", *aliases: str, described: bool = False
    ) -> str:
        """An actor; gives its id, which is also that of its only chain."""
        id = f"a-{name.lower().replace(' ', '-')}"
        self.actor_of[id] = Actor(id, name, kind, country, None, described, (id,), (name, *aliases))
        return id

    def report(self, id: str, text: str, day: str | None = None, story: str = "t1") -> Report:
        """A report of a story."""
        self.reports[id] = report(id, text, day)
        self.stories[id] = story
        return self.reports[id]

    def event(  # noqa: PLR0917
        self, where: Report, type: str, span: str, trigger: str, source: tuple[str, ...] = (),
        target: tuple[str, ...] = (), date: When = UNDATED, status: Status = "asserted",
        by: tuple[str, ...] = (), target_words: str = "", place: Place | None = None,
    ) -> EventMention:  # fmt: skip
        """An event mention; a participant stands at the words that name it, or at the clause."""
        clause, act = words(where, span), words(where, trigger)
        befell = words(where, target_words) if target_words else clause
        return EventMention(
            mention_id(where.id, act, type), where.id, clause, act, type,
            tuple(Participant(a, clause) for a in source), tuple(Participant(a, befell) for a in target),
            status, 0.9, date=date, attribution=by, place=place,
        )  # fmt: skip

    def statement(self, where: Report, speaker: str, content: str, act: Act = "assert", cue: str = "") -> Statement:
        """A statement."""
        said = words(where, content)
        made = Statement(
            statement_id(where.id, said), where.id, speaker, said, "indirect", act, 0.9,
            cue=words(where, cue) if cue else None,
        )  # fmt: skip
        self.statements[made.id] = made
        return made

    @property
    def scene(self) -> Scene:
        """The look-ups."""
        return Scene(self.reports, self.actor_of, self.statements, self.stories)
