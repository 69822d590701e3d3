"""`export` and `report`: the account for other programs, and as a page for people."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.show.cli.options import DossierFile

if TYPE_CHECKING:
    from dragoman.model.account import Account

Out = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write; else the standard output.")
]
Folder = Annotated[
    Path, typer.Option("-o", "--output", metavar="FOLDER", help="The folder to write one file a kind into.")
]

export = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(export, name="export", help="Write the account for other programs.")
    app.command()(report)


@export.command()
def account(dossier: DossierFile, output: Out = None) -> None:
    """Write the whole account as one JSON object.

    `dragoman export schema` prints its schema.

    \b
    Example:
      dragoman export account rift.dossier -o account.json
    """
    from dragoman.show.export.files import print_account, write_account

    found = _whole(dossier)
    if output:
        write_account(found, output)
    else:
        print_account(found)


@export.command()
def jsonl(dossier: DossierFile, output: Out = None) -> None:
    """Write the account's records one a line; for large dossiers.

    Each is a JSON object with its kind under `record`.

    \b
    Example:
      dragoman export jsonl rift.dossier | jq 'select(.record == "event")'
    """
    from dragoman.show.export.files import write_lines

    write_lines(_whole(dossier), output)


@export.command()
def csv(dossier: DossierFile, output: Folder) -> None:
    """Write one CSV file for each kind of record.

    The words are in tables of their own: mentions.csv, evidence.csv, side_evidence.csv and so on.

    \b
    Example:
      dragoman export csv rift.dossier -o rift-csv
    """
    from dragoman.show.export.tables import write_csv

    write_csv(_whole(dossier), output)


@export.command()
def parquet(dossier: DossierFile, output: Folder) -> None:
    """Write one Parquet file for each kind of record.

    They are the same tables as the CSV files.

    \b
    Example:
      dragoman export parquet rift.dossier -o rift-parquet
    """
    from dragoman.show.export.tables import write_parquet

    write_parquet(_whole(dossier), output)


@export.command()
def schema() -> None:
    """Print the JSON Schema of the account.

    \b
    Example:
      dragoman export schema > account.schema.json
    """
    from dragoman.show.export.files import schema_text

    typer.echo(schema_text(), nl=False)


def report(
    dossier: DossierFile,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The page to write.")] = Path(
        "report.html"
    ),
) -> None:
    """Write the account as one page for people.

    It opens in any browser, offline: what happened, who says so, and where the accounts differ.

    \b
    Example:
      dragoman report rift.dossier -o report.html
    """
    from dragoman.show.export.files import write_text
    from dragoman.show.report import render

    write_text(output, render(_whole(dossier)))
    typer.echo(f"Wrote {output}.", err=True)


def _whole(dossier: Path) -> "Account":
    from dragoman.dossier import Dossier

    with Dossier(dossier, writable=False) as kept:
        return kept.account()
