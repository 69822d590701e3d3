"""`show` and `why`: what a dossier holds, and what is behind each record of it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dragoman.show.cli.options import (
    ActorName,
    AsJson,
    Country,
    Document,
    DossierFile,
    InStory,
    Since,
    Status,
    Type,
    Until,
    day,
    known_type,
)

if TYPE_CHECKING:
    from dragoman.model.account import Account

show = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(show, name="show", help="Show what a dossier holds, each record with its words.")
    app.command()(why)


@show.command()
def documents(
    dossier: DossierFile,
    *,
    actor: ActorName = None,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    story: InStory = None,
    document: Document = None,
    json: AsJson = False,
) -> None:
    """Show the reports, with their dates and origins.

    When each came out and how that is known (~ marks an inferred date), who published it, whether it is a copy.

    \b
    Example:
      dragoman show documents rift.dossier --since 2023-03-30
    """
    show_kind(
        "documents",
        dossier,
        json,
        actor=actor,
        country=country,
        since=since,
        until=until,
        story=story,
        document=document,
    )


@show.command()
def actors(
    dossier: DossierFile,
    *,
    actor: ActorName = None,
    country: Country = None,
    type: Type = None,
    since: Since = None,
    until: Until = None,
    document: Document = None,
    story: InStory = None,
    json: AsJson = False,
) -> None:
    """Show the actors, those first that most reports name.

    \b
    Example:
      dragoman show actors rift.dossier --country IRN --type person
    """
    asked = {"actor": actor, "country": country, "type": type, "since": since, "until": until}
    show_kind("actors", dossier, json, **asked, document=document, story=story)


@show.command()
def events(
    dossier: DossierFile,
    *,
    actor: ActorName = None,
    country: Country = None,
    type: Type = None,
    status: Status = None,
    since: Since = None,
    until: Until = None,
    document: Document = None,
    story: InStory = None,
    json: AsJson = False,
) -> None:
    """Show who did what to whom, and who says so.

    Each event with its day, the number of independent reports that tell it, and their words.

    \b
    Example:
      dragoman show events rift.dossier --type SANCTION --actor Azerbaijan
    """
    asked = {"actor": actor, "country": country, "type": type, "status": status, "since": since, "until": until}
    show_kind("events", dossier, json, **asked, document=document, story=story)


@show.command()
def statements(
    dossier: DossierFile,
    *,
    actor: ActorName = None,
    country: Country = None,
    type: Type = None,
    since: Since = None,
    until: Until = None,
    document: Document = None,
    story: InStory = None,
    json: AsJson = False,
) -> None:
    """Show who said what, by speaker.

    What stands inside somebody else's words is indented under it.

    \b
    Example:
      dragoman show statements rift.dossier --actor Kanaani --type deny
    """
    asked = {"actor": actor, "country": country, "type": type, "since": since, "until": until}
    show_kind("statements", dossier, json, **asked, document=document, story=story)


@show.command()
def discrepancies(
    dossier: DossierFile,
    *,
    actor: ActorName = None,
    country: Country = None,
    type: Type = None,
    since: Since = None,
    until: Until = None,
    document: Document = None,
    story: InStory = None,
    json: AsJson = False,
) -> None:
    """Show where the accounts differ, side by side.

    No verdict is given.

    \b
    Example:
      dragoman show discrepancies rift.dossier --type number
    """
    asked = {"actor": actor, "country": country, "type": type, "since": since, "until": until}
    show_kind("discrepancies", dossier, json, **asked, document=document, story=story)


@show.command()
def stories(
    dossier: DossierFile,
    *,
    actor: ActorName = None,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    document: Document = None,
    json: AsJson = False,
) -> None:
    """Show which reports tell one developing story.

    \b
    Example:
      dragoman show stories rift.dossier
    """
    asked = {"actor": actor, "country": country, "since": since, "until": until}
    show_kind("stories", dossier, json, **asked, document=document)


@show.command()
def timeline(
    dossier: DossierFile,
    *,
    actor: ActorName = None,
    country: Country = None,
    type: Type = None,
    status: Status = None,
    since: Since = None,
    until: Until = None,
    document: Document = None,
    story: InStory = None,
    known_by: Annotated[
        str | None,
        typer.Option(metavar="DATE", callback=day, help="Only what reports up to this day told (what was known when)."),
    ] = None,
    json: AsJson = False,
) -> None:
    """Show the events day by day.

    \b
    Example:
      dragoman show timeline rift.dossier --country AZE --known-by 2023-03-31
    """
    from dragoman.show.cli import records

    asked = {"actor": actor, "country": country, "type": type, "status": status, "since": since, "until": until}
    account, _ = _asked("events", dossier, **asked, document=document, story=story)
    if known_by:
        account = records.known_by(account, known_by)
    if json:
        records.print_as_json(account, "events")
    else:
        records.print_timeline(account)


@show.command()
def relations(
    dossier: DossierFile,
    *,
    actor: ActorName = None,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    level: Annotated[
        Literal["state", "actor"], typer.Option(help="Between states or between actors: state or actor.")
    ] = "state",
    json: AsJson = False,
) -> None:
    """Show cooperation and conflict, week by week.

    Both are sums of the intensities of the events of that week, by who did it and to whom.

    \b
    Example:
      dragoman show relations rift.dossier --country IRN
    """
    from dragoman.dossier import Dossier, Picked
    from dragoman.show.cli import records

    with Dossier(dossier, writable=False) as kept:
        ids = kept.ids("events", actor=actor, country=country, since=since, until=until)
        account = kept.part(Picked(events=ids))
        found = [r for r in kept.relations(actor=actor, country=country, since=since, until=until) if r.level == level]
    if json:
        from dragoman.show.cli.paper import print_json
        from dragoman.show.export.account import relation

        print_json(relation(r) for r in found)
    else:
        records.print_relations(account, found)


def why(
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of any record; `dragoman show` prints them.")],
    dossier: DossierFile,
    json: AsJson = False,
) -> None:
    """Show everything behind one record.

    Its words, who says so, what was decided about it, and why.

    \b
    Example:
      dragoman why e3f9a0c1b2d4 rift.dossier
    """
    from dragoman.dossier import Dossier
    from dragoman.show.cli import behind

    with Dossier(dossier, writable=False) as kept:
        found = kept.why(id)
    if json:
        behind.print_as_json(found)
    else:
        behind.print_why(found)


def show_kind(kind: str, dossier: Path, json: bool, **asked: str | None) -> None:
    """Print the records of one kind that are asked for."""
    from dragoman.show.cli import records

    account, ids = _asked(kind, dossier, **asked)
    if json:
        records.print_as_json(account, kind, ids)
    else:
        records.PRINT[kind](account, ids)


def _asked(kind: str, dossier: Path, **asked: str | None) -> tuple["Account", list[str]]:
    """The records asked for with all that they mention, and their ids; says so if reports wait to be settled."""
    known_type(kind, asked.get("type"))
    from dragoman.dossier import Dossier, Picked
    from dragoman.show.cli.paper import paper

    with Dossier(dossier, writable=False) as kept:
        ids = kept.ids(kind, **asked)
        waiting = kept.counts()["unsettled"]
        if waiting:
            paper(error=True).print(
                f"{waiting} reports are not yet settled among the others: run `dragoman read` again."
            )
        return kept.part(Picked(**{kind: ids})), ids
