"""`actors`: correct who is who, for good."""

import typer

actors = typer.Typer(no_args_is_help=True, rich_markup_mode="markdown")


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
