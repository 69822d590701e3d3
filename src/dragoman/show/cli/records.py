"""Each kind of record as the terminal shows it: aligned rows, each with its words, where they are, and its id."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dragoman.model.account import Account
from dragoman.model.event import Event
from dragoman.model.finding import Discrepancy, Relation
from dragoman.model.speech import Statement
from dragoman.reconcile import timeline
from dragoman.show.cli.paper import dim, paper, print_json, shown, table
from dragoman.show.cli.sight import Sight, counted, day, first_words, nested, quoted
from dragoman.show.export.account import sections

MARK = {"inferred": "~", "metadata": "", "printed": "", "given": "", "unknown": ""}


def print_as_json(account: Account, kind: str, ids: Sequence[str] | None = None) -> None:
    """Print the records of one kind as the account writes them, in the order of `ids`."""
    rows = {row["id"]: row for row in sections(account)[kind]}
    print_json(rows.values() if ids is None else (rows[i] for i in ids if i in rows))


def print_documents(account: Account, ids: Sequence[str]) -> None:
    """Reports in a table."""
    out, reports = paper(), Sight(account).reports
    rows = table("published", "outlet", "report", "file", "id", wide="report")
    for report in (reports[i] for i in ids):
        about = Text(first_words(report))
        notes = [f"a copy of {report.copy_of}"] if report.copy_of else []
        notes += [f"not read: {report.language}"] if not report.read else []
        notes += (
            [f"date {report.published.basis}: {report.published.why}"] if report.published.basis == "inferred" else []
        )
        for note in notes:
            about.append(f"\n{shown(note)}", style="dim")
        published = f"{MARK[report.published.basis]}{report.published.date or 'undated'}"
        rows.add_row(published, shown(report.outlet or "–"), about, shown(report.file), dim(report.id))
    _finish(out, rows.row_count, "report", lambda: out.print(rows))


def print_actors(account: Account, ids: Sequence[str]) -> None:
    """Actors in a table, each with its other names and where it is first named."""
    out, sight = paper(), Sight(account)
    chains = {c.id: c for c in account.chains}
    rows = table("actor", "kind", "country", "reports", "named", "id", wide="actor")
    for actor in (sight.actors[i] for i in ids):
        of = [chains[c] for c in actor.chains if c in chains]
        named = Text(shown(actor.name), style="bold")
        others = [shown(a) for a in actor.aliases if a != actor.name]
        if others:
            named.append(f"\n{', '.join(others)}", style="not bold dim")
        roles = list(dict.fromkeys(shown(r.title) for r in actor.roles))
        if roles:
            named.append(f"\n{', '.join(roles)}", style="not bold dim")
        first = next(((c.document, m.span) for c in of for m in c.mentions), None)
        if first:
            named.append(f"\n{quoted(first[1].text)} {sight.where(*first)}", style="not bold dim")
        documents = len({c.document for c in of})
        mentions = sum(len(c.mentions) for c in of)
        rows.add_row(named, actor.kind, actor.country or "–", str(documents), str(mentions), dim(actor.id))
    _finish(out, rows.row_count, "actor", lambda: out.print(rows))


def print_events(account: Account, ids: Sequence[str]) -> None:
    """Events in a table, each with the words of the passages that tell it."""
    out, sight, wanted = paper(), Sight(account), set(ids)
    events = [e for e in account.events if e.id in wanted]
    rows = table("when", "what", "reports", "id", wide="what")
    for event in events:
        rows.add_row(day(event.date), _event(sight, event), str(event.independent_reports), dim(event.id))
    _finish(out, len(events), "event", lambda: out.print(rows))


def _event(sight: Sight, event: Event, most: int = 3) -> Text:
    """Who did what to whom, and the surest passages that say so."""
    lines = Text(sight.deed(event), style="bold")
    if event.status != "asserted":
        lines.append(f" [{event.status}]", style="not bold yellow")
    if event.place:
        lines.append(f", {shown(event.place.name)}", style="not bold")
    told = sight.told(event)
    for mention in told[:most]:
        voices = sight.according(mention)
        said = f" according to {voices}" if voices else ""
        words = f"\n{quoted(mention.span.text)} {sight.where(mention.document, mention.span)}"
        lines.append(words + said, style="not bold dim")
    if len(told) > most:
        lines.append(f"\nand {counted(len(told) - most, 'more passage')}", style="not bold dim")
    return lines


def print_timeline(account: Account, ids: Sequence[str] | None = None) -> None:
    """Events under the days on which they happened."""
    out, sight = paper(), Sight(account)
    events = [e for e in account.events if ids is None or e.id in set(ids)]

    def days() -> None:
        for when, group in groupby(events, key=lambda e: day(e.date)):
            out.print(Text(f"\n{when}", style="bold cyan"))
            rows = table("", "", wide="")
            for event in group:
                rows.add_row(_event(sight, event, 2), dim(event.id))
            out.print(Padding(rows, (0, 0, 0, 2)))

    _finish(out, len(events), "event", days)


def known_by(account: Account, date: str) -> Account:
    """An account with only what reports that had come out by `date` told."""
    reports = {r.id: r for r in account.reports}
    told = {m.id for m in timeline.known_by(account.mentions, reports, date)}
    events = (replace(e, mentions=tuple(m for m in e.mentions if m in told)) for e in account.events)
    return replace(account, events=tuple(e for e in events if e.mentions))


def print_statements(account: Account, ids: Sequence[str]) -> None:
    """Statements by speaker, in order; what stands inside another's words is indented under it."""
    out, sight, wanted = paper(), Sight(account), set(ids)
    asked = [s for s in account.statements if s.id in wanted]
    roots = nested(asked)
    by_speaker: dict[str, list[tuple[int, Statement]]] = {}
    speaker = ""
    for depth, said in roots:
        speaker = sight.speaker(said.speaker) if depth == 0 else speaker
        by_speaker.setdefault(speaker, []).append((depth, said))

    def speakers() -> None:
        for name, said in by_speaker.items():
            out.print(Text(f"\n{name}", style="bold cyan"))
            rows = table("", "", wide="")
            for depth, statement in said:
                rows.add_row(_statement(sight, statement, depth), dim(statement.id))
            out.print(Padding(rows, (0, 0, 0, 2)))

    _finish(out, len(asked), "statement", speakers)


def _statement(sight: Sight, said: Statement, depth: int) -> Text:
    lead = "   " * depth + ("└ " if depth else "")
    line = Text(lead)
    if depth:
        line.append(f"{sight.speaker(said.speaker)}: ", style="bold")
    line.append(quoted(said.content.text, 400))
    to = f" to {sight.names(sight.account.actor_of[c] for c in said.addressee if c in sight.account.actor_of)}"
    through = f" through {sight.speaker(said.channel)}" if said.channel else ""
    where = sight.where(said.document, said.content)
    line.append(
        f"\n{lead and '   ' * depth + '  '}{said.act}, {said.form}{to if said.addressee else ''}{through}, ",
        style="dim",
    )
    line.append(where, style="dim")
    return line


def print_discrepancies(account: Account, ids: Sequence[str]) -> None:
    """Differences, each side with who says it, when, and in which words."""
    out, sight, wanted = paper(), Sight(account), set(ids)
    found = [d for d in account.discrepancies if d.id in wanted]

    def each() -> None:
        for discrepancy in found:
            print_discrepancy(out, sight, discrepancy)

    _finish(out, len(found), "disagreement", each)


def print_discrepancy(out: Console, sight: Sight, found: Discrepancy) -> None:
    """One difference."""
    head = Text(f"\n{found.kind}", style="bold cyan")
    head.append(f"  {shown(found.what)}", style="bold not cyan")
    head.append(f"  {found.id}", style="not bold not cyan dim")
    out.print(head)
    for n, side in enumerate(found.sides):
        by = [sight.name(a) for a in side.actors]
        by += [sight.reports[d].outlet or shown(sight.reports[d].file) for d in side.documents if d in sight.reports]
        reports = counted(side.independent_reports, "independent report")
        line = Text(f"{'ABCDEFGHIJ'[n % 10]}  {shown(side.says)}", style="bold")
        line.append(
            f"\n   {', '.join(dict.fromkeys(by)) or '–'}; {side.date or 'undated'}; {reports}", style="not bold"
        )
        for e in side.evidence[:4]:
            line.append(f"\n   {quoted(e.span.text)} {sight.where(e.document, e.span)}", style="not bold dim")
        out.print(Padding(line, (0, 0, 0, 2)))


def print_stories(account: Account, ids: Sequence[str]) -> None:
    """Stories, each with its reports."""
    out, sight = paper(), Sight(account)
    stories = {s.id: s for s in account.stories}

    def each() -> None:
        for story in (stories[i] for i in ids):
            days = " to ".join(dict.fromkeys(d for d in (story.start, story.end) if d)) or "undated"
            head = Text(f"\n{shown(story.title)}", style="bold cyan")
            head.append(f"  {days}, {counted(len(story.documents), 'report')}", style="not bold not cyan")
            head.append(f"  {story.id}", style="not bold not cyan dim")
            out.print(head)
            rows = table("", "", "", "", wide="")
            for report in (sight.reports[d] for d in story.documents if d in sight.reports):
                copy = " (copy)" if report.copy_of else ""
                when = report.published.date or "undated"
                rows.add_row(when, shown(report.outlet or report.file), first_words(report) + copy, dim(report.id))
            out.print(Padding(rows, (0, 0, 0, 2)))

    _finish(out, len(ids), "story", each, "stories")


def print_relations(account: Account, found: Iterable[Relation]) -> None:
    """Relations by week in a table."""
    out, sight = paper(), Sight(account)
    rows = table("week from", "who → whom", "cooperation", "conflict", "events", wide="who → whom")
    for r in sorted(found, key=lambda r: (r.start, r.source, r.target)):
        source, target = (sight.actors[x].name if x in sight.actors else x for x in (r.source, r.target))
        pair = f"{shown(source)} → {shown(target)}"
        rows.add_row(r.start, pair, f"{r.cooperation:.1f}", f"{r.conflict:.1f}", str(len(r.events)))
    _finish(out, rows.row_count, "week", lambda: out.print(rows))


def _finish(out: Console, number: int, one: str, show: Callable[[], None], more: str | None = None) -> None:
    if not number:
        out.print(f"No {more or one + 's'} were found.")
        return
    show()
    out.print(dim(f"\n{counted(number, one, more)}"))


PRINT: dict[str, Callable[[Account, Sequence[str]], None]] = {
    "documents": print_documents,
    "actors": print_actors,
    "events": print_events,
    "statements": print_statements,
    "discrepancies": print_discrepancies,
    "stories": print_stories,
}
