"""`why`: everything behind one record."""

from typing import TYPE_CHECKING, Any

from rich.text import Text

from dragoman.dossier import Why
from dragoman.model.account import Account
from dragoman.model.finding import Judgement
from dragoman.show.cli import records
from dragoman.show.cli.paper import paper, print_json, shown, table
from dragoman.show.cli.sight import Sight, quoted
from dragoman.show.export.account import sections

if TYPE_CHECKING:
    from dragoman.resolve.actors import Doubt


def print_as_json(found: Why) -> None:
    """The record, what hangs on it, and the judgements on it, as the account writes them."""
    parts = {name: list(rows) for name, rows in sections(found.account).items()}
    print_json([{"kind": found.kind, "id": found.id, **parts}])


def print_why(found: Why) -> None:
    """The record with all its words, then what was decided about it."""
    out, account = paper(), found.account
    if found.kind == "documents":
        _report(found)
    elif found.kind == "events":
        _event(found)
    elif found.kind == "actors":
        _actor(found)
    elif found.kind != "judgements":
        records.PRINT[found.kind](account, [found.id])
    if found.kind == "statements":
        inside = [s.id for s in account.statements if s.within == found.id]
        if inside:
            out.print(Text("\nwhat stands inside it", style="bold"))
            records.print_statements(account, inside)
        if account.events:
            out.print(Text("\nthe events it tells", style="bold"))
            records.print_events(account, [e.id for e in account.events])
    if found.kind == "events" and account.discrepancies:
        out.print(Text("\nwhere the accounts differ", style="bold"))
        records.print_discrepancies(account, [d.id for d in account.discrepancies])
    _judgements(account.judgements)


def _judgements(made: tuple[Judgement, ...]) -> None:
    out = paper()
    if not made:
        out.print("\nNothing was decided about it beyond its own words.", style="dim")
        return
    out.print(Text("\nwhat was decided about it, and why", style="bold"))
    for j in made:
        who = f"{j.who or 'a person'}, {j.when}" if j.by == "person" else "by rule"
        undone = " (undone)" if j.undone else ""
        line = Text(f"  {j.what}{undone}: {shown(j.why)}")
        features = ", ".join(f"{k} {v:g}" for k, v in j.features.items())
        line.append(f"\n    {who}; {j.id}{'; ' + features if features else ''}", style="dim")
        out.print(line)


def _report(found: Why) -> None:
    out, sight = paper(), Sight(found.account)
    report = sight.reports[found.id]
    rows = table("", "", wide="")
    facts: dict[str, Any] = {
        "file": report.file,
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "author": report.author,
        "published": f"{report.published.date or 'unknown'} ({report.published.basis}: {report.published.why})",
        "language": report.language if report.read else f"{report.language}: not read",
        "stands at": f"{report.start} to {report.end} of {len(report.source)} characters, {report.encoding}",
        "copy of": report.copy_of,
        "story": ", ".join(s.title for s in found.account.stories),
    }
    for name, value in facts.items():
        if value:
            rows.add_row(name, shown(str(value)))
    out.print(rows)
    for removal in report.removed:
        words = (
            f"left out: {shown(removal.why)}  {quoted(removal.span.text, 120)} {sight.where(report.id, removal.span)}"
        )
        out.print(f"  {words}", style="dim")
    for reuse in report.reuses:
        words = f"also in {reuse.document}: {quoted(reuse.span.text, 120)} {sight.where(report.id, reuse.span)}"
        out.print(f"  {words}", style="dim")


def _event(found: Why) -> None:
    out, sight = paper(), Sight(found.account)
    event = next(e for e in found.account.events if e.id == found.id)
    records.print_events(found.account, [event.id])
    for mention in sight.told(event):
        rows = table("", "", wide="")
        parts = {
            "passage": f"{quoted(mention.span.text, 600)} {sight.where(mention.document, mention.span)}",
            "told by": quoted(mention.trigger.text),
            "source": ", ".join(f"{sight.speaker(p.chain)} {quoted(p.words.text)}" for p in mention.source),
            "target": ", ".join(f"{sight.speaker(p.chain)} {quoted(p.words.text)}" for p in mention.target),
            "status": f"{mention.status}, confidence {mention.confidence:.2f}",
            "date": f"{mention.date.start or 'unknown'} ({mention.date.basis})"
            + (f" from {quoted(mention.date.words.text)}" if mention.date.words else ""),
            "according to": sight.according(mention),
            "numbers": ", ".join(f"{q.what}: {q.value:g} {quoted(q.span.text)}" for q in mention.quantities),
            "statement": mention.statement or "",
            "id": mention.id,
        }
        for name, value in parts.items():
            if value:
                rows.add_row(name, shown(value))
        out.print()
        out.print(rows)


def _actor(found: Why) -> None:
    out, sight = paper(), Sight(found.account)
    records.print_actors(found.account, [found.id])
    for role in sight.actors[found.id].roles:
        held = f"{role.start or '?'} to {role.end or 'now'}" if role.start or role.end else ""
        out.print(f"  role: {shown(role.title)} {shown(role.organisation or '')} {held}".rstrip())
    for chain in found.account.chains:
        if found.account.actor_of.get(chain.id) == found.id:
            words = ", ".join(dict.fromkeys(quoted(m.span.text) for m in chain.mentions))
            where = sight.where(chain.document, chain.mentions[0].span) if chain.mentions else chain.document
            out.print(f"  {where}  {words}", style="dim")


def print_doubt(doubt: "Doubt", account: Account, left: int) -> None:
    """Two actors that may be one, side by side, and what speaks for it."""
    out = paper()
    out.print(Text(f"\n{left} to look at: {' and '.join(map(shown, doubt.names))}", style="bold cyan"))
    records.print_actors(account, list(doubt.actors))
    features = ", ".join(f"{k} {v:g}" for k, v in doubt.features.items())
    out.print(Text(f"{shown(doubt.why)}\nscore {doubt.score:.2f}; {features}"))
