"""What the page shows, worked out from an account before any HTML is written."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from dragoman.model.account import Account
from dragoman.model.actor import Actor
from dragoman.model.event import Event, EventMention
from dragoman.model.finding import Discrepancy
from dragoman.model.speech import Statement
from dragoman.model.text import Report, Span
from dragoman.show.report.labels import ACTS, STATUSES, day_words, days_words, deed, quantities, tone, when_words
from dragoman.show.report.passages import Marked, Piece, anchor, pieces

# Beyond these the page shows the most confirmed part and says so; 300 reports of usual length stay well below.
MOST_EVENTS = 2000
MOST_STATEMENTS = 3000
MOST_REPORTS = 320
NEW_DAYS = 2


@dataclass(frozen=True, slots=True)
class Words:
    """A quotation from a report, and the place on the page where it stands in context."""

    text: str
    place: str
    outlet: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event as the page tells it."""

    id: str
    day: str
    when: str
    source: str
    target: str
    type: str
    mode: str
    tone: str
    deed: str
    status: str
    according_to: str
    place: str
    numbers: str
    reports: int
    confidence: float
    evidence: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement as the page tells it."""

    id: str
    when: str
    act: str
    form: str
    channel: str
    to: str
    about: str
    within: str | None
    within_speaker: str
    words: Words


@dataclass(frozen=True, slots=True)
class Voice:
    """One actor's statements, in order."""

    actor: str
    id: str
    statements: tuple[StatementRow, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a disagreement."""

    says: str
    by: str
    when: str
    reports: int
    evidence: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class DiscrepancyView:
    """Two or more sides, side by side."""

    id: str
    kind: str
    what: str
    within: bool
    event: str | None
    sides: tuple[SideView, ...]


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor with its names and the reasons for joining them."""

    id: str
    name: str
    kind: str
    country: str
    roles: str
    aliases: str
    mentions: int
    words: Words | None
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report with its passages marked."""

    id: str
    title: str
    outlet: str
    published: str
    why: str
    file: str
    read: bool
    language: str
    derivation: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class WeekView:
    """What one state did to another in one week."""

    id: str
    week: str
    start: str
    cooperation: float
    conflict: float
    events: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DyadView:
    """One directed pair of states, week by week."""

    id: str
    source: str
    target: str
    cooperation: float
    conflict: float
    weeks: tuple[WeekView, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """One day of the timeline, by dyad."""

    day: str
    when: str
    dyads: tuple[tuple[str, str, tuple[EventRow, ...]], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The first lines of the page."""

    title: str
    parties: tuple[tuple[str, int], ...]
    dates: str
    reports: int
    independent: int
    events: int
    statements: int
    discrepancies: int
    stories: tuple[tuple[str, str, int], ...]
    newest: str
    new: tuple[EventRow, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """Everything the page shows."""

    summary: Summary
    timeline: tuple[DayView, ...]
    main_days: tuple[DayView, ...]
    undated: tuple[EventRow, ...]
    dyads: tuple[DyadView, ...]
    discrepancies: tuple[DiscrepancyView, ...]
    voices: tuple[Voice, ...]
    events: tuple[EventRow, ...]
    actors: tuple[ActorView, ...]
    reports: tuple[ReportView, ...]
    rejected: tuple[tuple[str, str], ...]
    program: str
    models: tuple[tuple[str, str], ...]
    judgements: int


@dataclass(slots=True)
class Index:
    """An account, looked up by id."""

    account: Account
    reports: dict[str, Report] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    mentions: dict[str, EventMention] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        a = self.account
        self.reports = {r.id: r for r in a.reports}
        self.actors = {x.id: x for x in a.actors}
        self.mentions = {m.id: m for m in a.mentions}
        self.statements = {s.id: s for s in a.statements}
        self.states = {x.country: x.name for x in a.actors if x.kind == "state" and x.country}

    def actor(self, id: str | None) -> str:
        """An actor's name, by actor id."""
        return self.actors[id].name if id in self.actors else ""

    def chain(self, id: str | None) -> str:
        """An actor's name, by the id of one of its chains."""
        return self.actor(self.account.actor_of.get(id or ""))

    def names(self, ids: Iterable[str]) -> str:
        """Names of actors, those of one country together, its state first: "Iran (Nasser Kanaani) and Russia"."""
        groups: dict[str, list[Actor]] = {}
        for a in (self.actors[i] for i in dict.fromkeys(ids) if i in self.actors):
            groups.setdefault(a.country or a.id, []).append(a)
        named = [[a.name for a in sorted(g, key=lambda a: a.kind != "state")] for g in groups.values()]
        return " and ".join(f"{first} ({', '.join(rest)})" if rest else first for first, *rest in named)

    def chains(self, ids: Iterable[str]) -> str:
        """Names of the actors of chains, in a row."""
        return " and ".join(dict.fromkeys(n for i in ids if (n := self.chain(i))))

    def outlet(self, document: str) -> str:
        """What a report is called on the page: its outlet or file, and its day."""
        r = self.reports.get(document)
        if r is None:
            return ""
        return f"{r.outlet or r.file}, {day_words(r.published.date)}"

    def words(self, document: str, span: Span) -> Words:
        """A quotation with the place where it stands."""
        return Words(" ".join(span.text.split()), anchor(document, span.start), self.outlet(document))

    def party(self, ids: Iterable[str]) -> str:
        """The state that an event's side counts for, or the first actor's name."""
        for i in ids:
            a = self.actors.get(i)
            if a:
                return self.states.get(a.country or "", a.country or a.name)
        return "Unknown"


def event_row(index: Index, event: Event) -> EventRow:
    """One event with all its tellings."""
    told = [index.mentions[m] for m in event.mentions if m in index.mentions]
    source, target = index.names(event.source), index.names(event.target)
    who = dict.fromkeys(n for m in told for n in [index.chains(m.attribution)] if n)
    return EventRow(
        event.id, event.date.start or "", when_words(event.date), source or "Unknown", target, event.type,
        event.mode or "", tone(event.type), deed(event.type, source, target, event.status), STATUSES[event.status],
        "; ".join(who), event.place.name if event.place else "",
        "; ".join(dict.fromkeys(q for m in told if (q := quantities(m)))), event.independent_reports, event.confidence,
        tuple(index.words(m.document, m.span) for m in told),
    )  # fmt: skip


def most_confirmed(events: Iterable[Event]) -> list[Event]:
    """The events the page shows: all, or beyond its bound those told by most independent reports."""
    ranked = sorted(events, key=lambda e: (-e.independent_reports, -e.confidence, e.id))[:MOST_EVENTS]
    return sorted(ranked, key=lambda e: (e.date.start or "9999", e.date.end or "", e.id))


def timeline(index: Index, events: Iterable[tuple[Event, EventRow]]) -> tuple[DayView, ...]:
    """Dated events by day, then by directed dyad."""
    days: dict[str, dict[tuple[str, str], list[EventRow]]] = defaultdict(lambda: defaultdict(list))
    for event, row in events:
        if has_day(event):
            pair = index.party(event.source), index.party(event.target) if event.target else ""
            days[row.day][pair].append(row)
    return tuple(
        DayView(
            day,
            day_words(day),
            tuple((slug("t", day, *pair), arrow(*pair), tuple(rows)) for pair, rows in sorted(days[day].items())),
        )
        for day in sorted(days)
    )


def has_day(event: Event) -> bool:
    """Whether an event has a place on a line of days: news with a day, week or month of its own."""
    return event.status != "background" and event.date.precision in ("day", "week", "month")


def arrow(source: str, target: str) -> str:
    """A directed dyad in words."""
    return f"{source} → {target}" if target else source


def slug(*parts: str) -> str:
    """A name for a place on the page, from words."""
    return "-".join("".join(c if c.isalnum() else "_" for c in p) for p in parts)


def dyads(index: Index, rows: Mapping[str, EventRow]) -> tuple[DyadView, ...]:
    """State-level relations, by directed dyad and week, the most active first."""
    by: dict[tuple[str, str], list[WeekView]] = defaultdict(list)
    for r in sorted(index.account.relations, key=lambda r: (r.source, r.target, r.start)):
        if r.level != "state":
            continue
        pair = index.states.get(r.source, r.source), index.states.get(r.target, r.target)
        shown = tuple((e, rows[e].deed) for e in r.events if e in rows)
        by[pair].append(
            WeekView(
                slug("week", *pair, r.start), f"week of {day_words(r.start)}", r.start, r.cooperation, r.conflict, shown
            )
        )
    found = [
        DyadView(slug("dyad", *p), *p, sum(w.cooperation for w in ws), sum(w.conflict for w in ws), tuple(ws))
        for p, ws in by.items()
    ]
    return tuple(sorted(found, key=lambda d: (-(d.cooperation + d.conflict), d.id)))


def voices(index: Index) -> tuple[Voice, ...]:
    """Statements by speaker, those who say most first, each in order of date and place."""
    kept = sorted(index.account.statements, key=lambda s: (-s.confidence, s.id))[:MOST_STATEMENTS]
    by: dict[str, list[Statement]] = defaultdict(list)
    for s in kept:
        by[index.account.actor_of.get(s.speaker or "", "")].append(s)

    def order(s: Statement) -> tuple[str, str, int]:
        return (s.date.start or day_of(index, s.document), s.document, s.content.start)

    found = [
        Voice(
            index.actor(actor) or "Speaker not named",
            actor,
            tuple(statement_row(index, s) for s in sorted(said, key=order)),
        )
        for actor, said in by.items()
    ]
    return tuple(sorted(found, key=lambda v: (not v.id, -len(v.statements), v.actor)))


def day_of(index: Index, document: str) -> str:
    """A report's publication date, or one after all others."""
    return index.reports[document].published.date or "9999"


def statement_row(index: Index, s: Statement) -> StatementRow:
    """One statement with whom it addresses and what it stands inside of."""
    holder = index.statements.get(s.within or "")
    return StatementRow(
        s.id, when_words(s.date) if s.date.start else day_words(index.reports[s.document].published.date), ACTS[s.act],
        s.form, index.chain(s.channel), index.chains(s.addressee), index.chains(s.about), s.within if holder else None,
        index.chain(holder.speaker) if holder else "", index.words(s.document, s.content),
    )  # fmt: skip


def discrepancy_view(index: Index, d: Discrepancy) -> DiscrepancyView:
    """A disagreement with both positions kept."""
    sides = tuple(
        SideView(
            s.says, " and ".join(dict.fromkeys([n for a in s.actors if (n := index.actor(a))])) or "the report itself",
            day_words(s.date), s.independent_reports, tuple(index.words(e.document, e.span) for e in s.evidence),
        )
        for s in d.sides
    )  # fmt: skip
    return DiscrepancyView(d.id, d.kind, d.what, d.within_one_report, d.event, sides)


def actor_views(index: Index) -> tuple[ActorView, ...]:
    """Actors by how often they are named, with why their names were joined."""
    chains = {c.id: c for c in index.account.chains}
    reasons: dict[str, list[str]] = defaultdict(list)
    for j in index.account.judgements:
        if j.undone:
            continue
        for actor in {index.account.actor_of.get(c, "") for c in j.on} - {""}:
            reasons[actor].append(f"{j.why} ({'a person' if j.by == 'person' else 'rule'})")
    found = []
    for a in index.account.actors:
        mentions = [(chains[c].document, m) for c in a.chains if c in chains for m in chains[c].mentions]
        if not mentions:
            continue
        roles = "; ".join(dict.fromkeys(r.title for r in a.roles))
        aliases = ", ".join(x for x in a.aliases if x != a.name)
        why = tuple(dict.fromkeys(reasons[a.id]))
        first = index.words(mentions[0][0], mentions[0][1].span)
        found.append(ActorView(a.id, a.name, a.kind, a.country or "", roles, aliases, len(mentions), first, why))
    return tuple(sorted(found, key=lambda a: (-a.mentions, a.name, a.id)))


def report_views(index: Index) -> tuple[ReportView, ...]:
    """Reports by date, each with its used passages and its dirt marked."""
    used: dict[str, list[Marked]] = defaultdict(list)
    for s in index.account.statements:
        used[s.document].append(
            Marked(s.content, "speech", f"said by {index.chain(s.speaker) or 'somebody not named'}")
        )
    for m in index.account.mentions:
        used[m.document].append(Marked(m.span, "event", m.type))
    for c in index.account.chains:
        used[c.document] += [Marked(m.span, "actor") for m in c.mentions[:1]]
    for d in index.account.discrepancies:
        for e in (e for side in d.sides for e in side.evidence):
            used[e.document].append(Marked(e.span, "event", "where the accounts differ"))
    out = []
    for r in sorted(index.account.reports, key=lambda r: (r.published.date or "9999", r.file, r.start))[:MOST_REPORTS]:
        marks = used[r.id] + [Marked(x.span, "dirt", x.why) for x in r.removed]
        marks += [Marked(x.span, "reuse", f"also in {index.outlet(x.document)}") for x in r.reuses]
        out.append(
            ReportView(
                r.id, r.title or r.file, r.outlet or "outlet not known", day_words(r.published.date),
                f"{r.published.basis}: {r.published.why}", r.file, r.read, r.language, derivation(index, r),
                pieces(r, marks),
            )
        )  # fmt: skip
    return tuple(out)


def derivation(index: Index, r: Report) -> str:
    """Whether a report is known to come from another."""
    if r.copy_of:
        return f"a copy of {index.outlet(r.copy_of)}"
    if r.reuses:
        return "takes over words of " + "; ".join(dict.fromkeys(index.outlet(x.document) for x in r.reuses))
    return "no known derivation"


def summary(index: Index, shown: list[tuple[Event, EventRow]]) -> Summary:
    """What this crisis is, in a few figures, and what is new in the last days read."""
    a = index.account
    read = [r for r in a.reports if r.read]
    told = sorted(a.stories, key=lambda s: (-len(s.documents), s.id))
    main_story = documents_of_main(index)
    dates = sorted(r.published.date for r in read if r.published.date and r.id in main_story)
    parties: Counter[str] = Counter()
    for event, _ in shown:
        for side in (event.source, event.target):
            if side and (party := index.party(side)) != "Unknown":
                parties[party] += 1
    top = sorted(parties.items(), key=lambda p: (-p[1], p[0]))[:6]
    pair = [p for p, _ in top[:2]]
    stories = tuple(
        (
            s.title,
            days_words(s.start, s.end),
            len(s.documents),
        )
        for s in told
    )
    left = []
    if len(a.events) > MOST_EVENTS:
        left.append(
            f"{len(a.events) - MOST_EVENTS} of {len(a.events)} events, those told by fewest independent reports"
        )
    if len(a.statements) > MOST_STATEMENTS:
        left.append(f"{len(a.statements) - MOST_STATEMENTS} of {len(a.statements)} statements, the least certain")
    if len(a.reports) > MOST_REPORTS:
        left.append(f"the texts of {len(a.reports) - MOST_REPORTS} of {len(a.reports)} reports, the latest")
    return Summary(
        " and ".join(pair) if pair else "Nothing read yet", tuple(top),
        days_words(dates[0], dates[-1]) if dates else "no dates known", len(read),
        sum(r.copy_of is None for r in read), len(a.events), len(a.statements), len(a.discrepancies), stories,
        day_words(dates[-1]) if dates else "", newest(index, shown, main_story, dates[-1] if dates else None),
        tuple(left),
    )  # fmt: skip


def documents_of_main(index: Index) -> set[str]:
    """The documents of the story that most reports tell; all of them where there is none."""
    largest = min(index.account.stories, key=lambda s: (-len(s.documents), s.id), default=None)
    return set(largest.documents) if largest else set(index.reports)


def of_story(index: Index, shown: list[tuple[Event, EventRow]]) -> list[tuple[Event, EventRow]]:
    """The events that reports of the main story tell."""
    main = documents_of_main(index)
    return [
        (e, r) for e, r in shown if any(index.mentions[m].document in main for m in e.mentions if m in index.mentions)
    ]


def newest(
    index: Index, shown: list[tuple[Event, EventRow]], story: set[str], last: str | None
) -> tuple[EventRow, ...]:
    """Events of the main story first told in the last days read of it."""
    if last is None:
        return ()
    since = (date.fromisoformat(last) - timedelta(days=NEW_DAYS - 1)).isoformat()

    def first_told(event: Event) -> str:
        documents = [index.mentions[m].document for m in event.mentions if m in index.mentions]
        return min((day_of(index, d) for d in documents if d in story), default="")

    fresh = [(e, r) for e, r in shown if since <= first_told(e) <= last and e.status == "asserted"]
    return tuple(r for _, r in sorted(fresh, key=lambda x: (-x[1].reports, -x[1].confidence, x[1].id))[:8])


def view(account: Account) -> View:
    """Work out everything the page shows."""
    index = Index(account)
    shown = [(e, event_row(index, e)) for e in most_confirmed(account.events)]
    rows = {e.id: r for e, r in shown}
    return View(
        summary(index, shown), timeline(index, shown), timeline(index, of_story(index, shown)),
        tuple(r for e, r in shown if not has_day(e)), dyads(index, rows),
        tuple(discrepancy_view(index, d) for d in account.discrepancies), voices(index), tuple(rows.values()),
        actor_views(index), report_views(index), tuple((r.file, r.why) for r in account.rejected), account.program,
        tuple(sorted(account.models.items())), sum(not j.undone for j in account.judgements),
    )  # fmt: skip
