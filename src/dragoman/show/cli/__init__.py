"""The command line: one module per group of commands, each thin over `Dossier`."""

import sys

import typer

from dragoman.errors import DragomanError, blame
from dragoman.settings import wants_traceback
from dragoman.show.cli import actors, export, look, passages, reading

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
reading.add_to(app)
look.add_to(app)
actors.add_to(app)
export.add_to(app)
passages.add_to(app)
app.info.help = """Read a pile of news reports on an international crisis; get one sourced account of them.

Who did and said what to whom, when and where, according to whom, and where the accounts differ. Every fact opens at
the words that carry it.

\b
Start here:
  dragoman read reports/ --into rift.dossier
  dragoman show timeline rift.dossier
  dragoman show discrepancies rift.dossier
  dragoman report rift.dossier -o report.html
"""


def main() -> None:
    """Run the command line; every error it knows of is one message, and an exit code that scripts can use."""
    code = _run()
    if code == 130:
        print("dragoman: stopped. What was read is kept; run the same command again to go on.", file=sys.stderr)
    sys.exit(code)


def _run() -> int:
    try:
        app()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:
        return 130
    except DragomanError as error:
        print(f"dragoman: {error}", file=sys.stderr)
    except OSError as error:
        print(f"dragoman: {error.filename or 'writing'}: {error.strerror or error}.", file=sys.stderr)
    except Exception as error:
        if wants_traceback():
            raise
        print(f"dragoman: the program failed: {blame(error)}. DRAGOMAN_DEBUG=1 shows where.", file=sys.stderr)
    return 1
