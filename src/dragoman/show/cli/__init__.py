"""The command line."""

import json
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.command()
def read(
    paths: list[str],
    json_file: Annotated[Path | None, typer.Option("--json")] = None,
    published: str | None = None,
    outlet: str | None = None,
) -> None:
    """Read reports."""
    from dragoman.dossier import Dossier
    from dragoman.model.text import Metadata
    from dragoman.show.export.account import as_json

    dossier = Dossier()
    dossier.read(paths, Metadata(published=published, outlet=outlet))
    account = dossier.account()
    if json_file:
        json_file.write_text(json.dumps(as_json(account), ensure_ascii=False, indent=1), encoding="utf-8")
    print(
        len(account.reports),
        "reports",
        len(account.actors),
        "actors",
        len(account.events),
        "events",
        len(account.statements),
        "statements",
    )


@app.command()
def code(source: Path, to: Path) -> None:
    """Code single passages."""
    from dragoman.pipeline import code_passages

    with source.open(encoding="utf-8") as lines, to.open("w", encoding="utf-8") as out:
        for row in code_passages(json.loads(line) for line in lines if line.strip()):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def main() -> None:
    """Run the command line."""
    app()
