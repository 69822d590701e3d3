"""The options that several commands share, each said once."""

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, get_args

import typer

from dragoman.errors import DossierError


def day(written: str | None) -> str | None:
    """A day as it was written, if it is one."""
    try:
        return written and date.fromisoformat(written).isoformat()
    except ValueError as error:
        raise typer.BadParameter(f"{written!r} is no day; write it like 2023-03-31.") from error


def iso(written: str | None) -> str | None:
    """A country's code in capitals, if it can be one."""
    if written and not (len(written) == 3 and written.isascii() and written.isalpha()):
        raise typer.BadParameter(f"{written!r} is no country code; write it with three letters, like IRN or AZE.")
    return written and written.upper()


def known(asked: str, written: str | None, names: Iterable[str], also: Iterable[str] = ()) -> None:
    """Refuse a type or status that there is not, and say which there are; `also` are names too many to list."""
    every = [*names, *also]
    if written is None or written.lower() in (n.lower() for n in every):
        return
    listed = ", ".join(n for n in every if n not in set(also))
    near = get_close_matches(written.lower(), [n.lower() for n in every], n=1)
    meant = f" Did you mean {next(n for n in every if n.lower() == near[0])}?" if near else ""
    raise typer.BadParameter(f"there is no {asked} {written!r}.{meant} There are: {listed}.", param_hint=f"--{asked}")


def known_type(kind: str, written: str | None) -> None:
    """Refuse a type that no record of this kind can have."""
    from dragoman.model.actor import Kind
    from dragoman.model.finding import DiscrepancyKind
    from dragoman.model.speech import Act
    from dragoman.ontology.plover import modes, types

    if kind == "events":
        known("type", written, types(), [mode for _, mode in modes()])
    elif kind in ("actors", "statements", "discrepancies"):
        known("type", written, get_args({"actors": Kind, "statements": Act, "discrepancies": DiscrepancyKind}[kind]))


def status(written: str | None) -> str | None:
    """A status of events, if it is one."""
    from dragoman.model.event import Status as Standing

    known("status", written, get_args(Standing))
    return written and written.lower()


DossierFile = Annotated[Path, typer.Argument(metavar="DOSSIER", help="The dossier that `read --into` made.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, as in the account, for other programs.")]
Jobs = Annotated[
    int, typer.Option(min=1, metavar="N", help="Read with this many processes, each with its own model (1.2 GB).")
]
ActorName = Annotated[
    str | None, typer.Option("--actor", metavar="NAME", help="Only this actor: a name, a part of one, or an id.")
]
Country = Annotated[
    str | None,
    typer.Option(metavar="ISO", callback=iso, help="Only actors of this country (ISO 3166-1 alpha-3: IRN, AZE)."),
]
Type = Annotated[
    str | None,
    typer.Option(metavar="TYPE", help="Only this type: of event (ACCUSE), act (deny), actor (state), difference."),
]
Status = Annotated[
    str | None,
    typer.Option(
        metavar="STATUS", callback=status, help="Only events that are asserted, denied, hypothetical, background."
    ),
]
Since = Annotated[str | None, typer.Option(metavar="DATE", callback=day, help="Only from this day on (YYYY-MM-DD).")]
Until = Annotated[str | None, typer.Option(metavar="DATE", callback=day, help="Only up to this day (YYYY-MM-DD).")]
Document = Annotated[str | None, typer.Option(metavar="REPORT", help="Only this report: its id or its file.")]
InStory = Annotated[str | None, typer.Option("--story", metavar="STORY", help="Only this story's reports: its id.")]


def there(path: Path) -> Path:
    """The path of a dossier that is there; unlike `read --into`, other commands make none."""
    if not path.exists():
        raise DossierError(f"{path}: there is no such dossier. `dragoman read PATH... --into {path}` makes one.")
    return path
