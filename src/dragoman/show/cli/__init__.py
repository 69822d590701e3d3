"""The command line: one module per group of commands, each thin over `Dossier`."""

import os
import sys

import click
import typer

from dragoman.errors import DragomanError
from dragoman.show.cli import actors, export, look, passages, reading

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    help=__doc__,
)
reading.add_to(app)
look.add_to(app)
actors.add_to(app)
export.add_to(app)
passages.add_to(app)
app.info.help = """Read a pile of news reports on an international crisis; get one sourced account of them.

Who did and said what to whom, when and where, according to whom, and where the accounts differ. Every fact opens at
the words that carry it.

**Start here:** `dragoman read reports/ --into rift.dossier`, then `dragoman show timeline rift.dossier`.
"""


def main() -> None:
    """Run the command line; every error it knows of is one message, and an exit code that scripts can use."""
    try:
        code = app(standalone_mode=False)
    except click.exceptions.Abort:
        code = _stopped()
    except KeyboardInterrupt:
        code = _stopped()
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except DragomanError as error:
        print(f"dragoman: {error}", file=sys.stderr)
        code = 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        print(f"dragoman: {error.filename or 'writing'}: {error.strerror or error}.", file=sys.stderr)
        code = 1
    sys.exit(code)


def _stopped() -> int:
    print("dragoman: stopped. What was read is kept; run the same command again to go on.", file=sys.stderr)
    return 130
