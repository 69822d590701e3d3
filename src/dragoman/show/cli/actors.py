"""`actors`: who is who, and a person's corrections, which stay for good."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.show.cli.options import ActorName, AsJson, Country, DossierFile, Type, there

actors = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

Actor = Annotated[str, typer.Argument(metavar="ACTOR", help="An actor: its id, or a name that no other has.")]
Why = Annotated[str, typer.Option(metavar="WORDS", help="The reason, kept with the decision.")]


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(actors, name="actors", help="List the actors and correct who is who.")


@actors.command("list")
def list_(
    dossier: DossierFile, *, actor: ActorName = None, country: Country = None, type: Type = None, json: AsJson = False
) -> None:
    """List the actors, those first that most reports name.

    \b
    Example:
      dragoman actors list rift.dossier --country AZE
    """
    from dragoman.show.cli.look import show_kind

    show_kind("actors", dossier, json, actor=actor, country=country, type=type)


@actors.command()
def show(actor: Actor, dossier: DossierFile) -> None:
    """Show one actor, and why its mentions were joined.

    Its names, its roles, and every place that names it.

    \b
    Example:
      dragoman actors show Kanaani rift.dossier
    """
    from dragoman.dossier import Dossier
    from dragoman.show.cli.behind import print_why

    with Dossier(dossier, writable=False) as kept:
        print_why(kept.why(kept.actor(actor).id))


@actors.command()
def merge(a: Actor, b: Actor, dossier: DossierFile, *, why: Why = "") -> None:
    """Say that two actors are one.

    \b
    Example:
      dragoman actors merge "Nasir Kenani" "Nasser Kanaani" rift.dossier --why "one man, two spellings"
    """
    from dragoman.dossier import Dossier

    with Dossier(there(dossier)) as kept:
        one = kept.merge(a, b, why)
    typer.echo(f"{one.name} ({one.id}) is now one actor, also called {', '.join(one.aliases) or 'nothing else'}.")


@actors.command()
def split(
    actor: Actor,
    parts: Annotated[list[str], typer.Argument(metavar="PART", help="Chains, reports or names to take out.")],
    dossier: DossierFile,
    *,
    why: Why = "",
) -> None:
    """Say that a part of an actor is another actor.

    The part is all its mentions in a report, all of one name, or single chains (as `actors show` lists them).

    \b
    Example:
      dragoman actors split Aliyev "Heydar Aliyev" rift.dossier --why "father and son"
    """
    from dragoman.dossier import Dossier

    with Dossier(there(dossier)) as kept:
        other = kept.split(actor, parts, why)
    typer.echo(f"{other.name} ({other.id}) is now an actor of its own.")


@actors.command()
def rename(actor: Actor, name: str, dossier: DossierFile, *, why: Why = "") -> None:
    """Call an actor by another name.

    The old one stays as an alias.

    \b
    Example:
      dragoman actors rename "Nasir Kenani" "Nasser Kanaani" rift.dossier
    """
    set_(actor, "name", name, dossier, why=why)


@actors.command("set")
def set_(
    actor: Actor,
    field: Annotated[str, typer.Argument(metavar="FIELD", help="One of name, kind, country, sector, wikidata.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help='The new value; "" for none.')],
    dossier: DossierFile,
    *,
    why: Why = "",
) -> None:
    """Set an actor's kind, country, sector, Wikidata id or name.

    \b
    Example:
      dragoman actors set "Tractor Club" country IRN rift.dossier
    """
    from dragoman.dossier import Dossier

    with Dossier(there(dossier)) as kept:
        one = kept.set(actor, field, value or None, why)
    typer.echo(f"{one.name} ({one.id}): {field} is {value or 'none'}.")


@actors.command()
def undo(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="Its id, as `dragoman why` shows it.")],
    dossier: DossierFile,
) -> None:
    """Take a decision back, a rule's or your own.

    What was before is restored.

    \b
    Example:
      dragoman actors undo j5851c3e866d rift.dossier
    """
    from dragoman.dossier import Dossier

    with Dossier(there(dossier)) as kept:
        undone = kept.undo(judgement)
    typer.echo(f"Undone: {undone.what}: {undone.why}.")


@actors.command()
def review(dossier: DossierFile) -> None:
    """Look at pairs of actors that may be one, and decide.

    Each pair is shown with its words and with what speaks for it; answer y(es), n(o), s(kip) or q(uit).

    \b
    Example:
      dragoman actors review rift.dossier
    """
    from dragoman.dossier import Dossier, Picked
    from dragoman.show.cli.behind import print_doubt

    with Dossier(there(dossier)) as kept:
        skipped: set[tuple[str, str]] = set()
        while left := [d for d in kept.doubts() if d.on not in skipped]:
            doubt = left[0]
            print_doubt(doubt, kept.part(Picked(actors=doubt.actors)), len(left))
            answer = typer.prompt("One actor? (y)es, (n)o, (s)kip, (q)uit", default="s").strip().lower()[:1]
            if answer == "q":
                return
            if answer == "y":
                kept.merge(*doubt.actors, "reviewed")
            elif answer == "n":
                kept.keep_apart(doubt, "reviewed")
            else:
                skipped.add(doubt.on)
    typer.echo("Nothing is left to look at.")


@actors.command("import")
def import_(
    dictionary: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="A dictionary of actors in PETRARCH's format.", exists=True, dir_okay=False
        ),
    ],
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Your folder of world data (the setting `world`).")],
) -> None:
    """Add a PETRARCH dictionary's dated roles to your world data.

    They are added to `people.csv` in FOLDER; what stands there already stays. Set `world` to that folder in
    `dragoman.toml`, and the next read knows them.

    \b
    Example:
      dragoman actors import Phoenix.Countries.actors.txt my-world
    """
    from dragoman.resolve.petrarch import parse, table
    from dragoman.show.export.files import read_text, write_text

    parsed, to = parse(read_text(dictionary)), folder / "people.csv"
    head, *rows = table(parsed.tenures).splitlines()
    before = read_text(to).splitlines() if to.exists() else [head]
    added = [row for row in dict.fromkeys(rows) if row not in set(before)]
    write_text(to, "\n".join([*before, *added]) + "\n")
    left_out = f"; {len(parsed.left_out)} lines were not understood" if parsed.left_out else ""
    typer.echo(f"Added {len(added)} dated roles to {to}{left_out}.")
