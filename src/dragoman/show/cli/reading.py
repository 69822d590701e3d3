"""`read`, `reread` and `remove`: what changes which reports a dossier holds."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.show.cli.options import DossierFile, Jobs, day, there

if TYPE_CHECKING:
    from dragoman.dossier import Dossier, Summary
    from dragoman.dossier.reading import Listener


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (read, reread, remove):
        app.command()(command)


def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, patterns, or - for the input.")],
    *,
    into: Annotated[Path | None, typer.Option(metavar="DOSSIER", help="Keep the account in this file.")] = None,
    json_file: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="Write the account as JSON to this file.")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", callback=day, help="The day on which the reports came out (YYYY-MM-DD)."),
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="The outlet that published the reports.")] = None,
    jobs: Jobs = 1,
) -> None:
    """Read reports and put what they say into one account.

    Text, HTML, PDF, JSON lines and CSV; named as files, folders or patterns, or - for the standard input.

    What the dossier holds already is not read again, so the same command goes on where it was stopped. Without
    `--into` nothing is kept but what you ask for with `--json`; the account is then printed.

    \b
    Examples:
      dragoman read reports/ --into rift.dossier
      dragoman read export.csv --outlet "Daily Courier" --into rift.dossier --jobs 4
      dragoman read note.txt --published 2023-03-31 --json account.json
    """
    from dragoman.dossier import Dossier
    from dragoman.model.text import Metadata

    given = Metadata(published=published, outlet=outlet)
    with Dossier(into) as dossier:
        with _progress() as on:
            summary = dossier.read(list(paths), given, jobs=jobs, on=on)
        if json_file:
            from dragoman.show.export.files import write_account

            write_account(dossier.account(), json_file)
        if not into and not json_file and summary.read:
            from dragoman.show.cli.records import print_timeline

            print_timeline(dossier.account())
        _print_summary(dossier, summary, into)
        if not summary.read and not summary.known:
            raise typer.Exit(1)


def reread(dossier: DossierFile, jobs: Jobs = 1) -> None:
    """Read every report again, as after an upgrade of the program.

    It reads from the texts that the dossier kept; the files are not needed. What persons decided (merged, split,
    renamed actors) stays. If it is stopped, run it again to go on.

    \b
    Example:
      dragoman reread rift.dossier
    """
    from dragoman.dossier import Dossier

    with Dossier(there(dossier)) as kept:
        with _progress() as on:
            summary = kept.reread(jobs=jobs, on=on)
        _print_summary(kept, summary, dossier)


def remove(
    document: Annotated[str, typer.Argument(metavar="REPORT", help="A report's id, or its file: all articles in it.")],
    dossier: DossierFile,
) -> None:
    """Take a report out of a dossier, with all that only it says.

    \b
    Example:
      dragoman remove 003.txt rift.dossier
    """
    from dragoman.dossier import Dossier

    with Dossier(there(dossier)) as kept:
        gone = kept.remove(document)
    typer.echo(f"Removed {', '.join(gone)}.")


@contextmanager
def _progress() -> Iterator["Listener"]:
    """A progress bar on the terminal: what is done, how far, counts, time left. Nothing where there is no terminal."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    from dragoman.dossier.reading import Progress as Heard
    from dragoman.show.cli.paper import paper

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[counts]}"),
        TimeRemainingColumn(),
    )
    console = paper(error=True)
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("finding", total=1.0, counts="")

        def on(heard: Heard) -> None:
            rejected = f", {heard.rejected} rejected" if heard.rejected else ""
            counts = f"{heard.read} read{rejected}"
            bar.update(task, description=heard.doing, completed=heard.done, counts=counts)

        yield on


def _print_summary(dossier: "Dossier", summary: "Summary", into: Path | None) -> None:
    """What the read came to, and what there is now."""
    from dragoman.show.cli.paper import paper

    if not summary.read and not summary.known:
        paper().print("Nothing could be read.")
        _print_rejected(dossier)
        return
    out, holds = paper(), summary.holds
    known = f" ({summary.known} were there already)" if summary.known else ""
    out.print()
    rows = [
        ("reports read", f"{summary.read}{known}"),
        ("copies of others", str(holds["copies"])),
        ("actors", str(holds["actors"])),
        ("events", f"{holds['events']} told in {holds['event_mentions']} passages"),
        ("statements", str(holds["statements"])),
        ("stories", str(holds["stories"])),
        ("disagreements", str(holds["discrepancies"])),
        ("rejected", str(holds["rejected"])),
    ]
    for name, value in rows:
        out.print(f"{name:>17}  {value}")
    _print_rejected(dossier)
    if into:
        out.print(f"\nKept in {into}. Look at it: dragoman show timeline {into}", style="dim")


def _print_rejected(dossier: "Dossier") -> None:
    """What could not be read, and why."""
    from dragoman.show.cli.paper import paper, shown

    out = paper()
    reasons = Counter((r.file.partition("#")[0], r.why) for r in dossier.rejected())
    for (file, why), times in list(reasons.items())[:20]:
        many = f" ({times:,} records)" if times > 1 else ""
        out.print(f"{'':>17}  {shown(file)}{many}: {shown(why)}", style="dim")
    if len(reasons) > 20:
        out.print(f"{'':>17}  and {len(reasons) - 20:,} more", style="dim")
