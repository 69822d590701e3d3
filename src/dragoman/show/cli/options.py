"""The options that several commands share, each said once."""

from datetime import date
from pathlib import Path
from typing import Annotated

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
    str | None, typer.Option(metavar="STATUS", help="Only events that are asserted, denied, hypothetical, background.")
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
