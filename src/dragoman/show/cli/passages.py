"""`code` and `match-names`: single passages and single pairs of names, without a dossier."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

In = Annotated[Path, typer.Argument(metavar="IN", help="JSON lines to read.", exists=True, dir_okay=False)]
Out = Annotated[Path, typer.Argument(metavar="OUT", help="JSON lines to write.", dir_okay=False)]


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(code)
    app.command("match-names")(match_names)


def code(source: In, to: Out) -> None:
    """Code single passages, without a dossier.

    Who did what to whom and who said what in each, taken as it stands, with no cleaning.

    Each line of IN is an object with `id`, `text` and maybe `date` (2023-03-31 or 20230331); each line of OUT has the
    same `id`, the `events` (most certain first) and the `statements`, with offsets into the text.

    \b
    Example:
      dragoman code passages.jsonl coded.jsonl
    """
    from dragoman.pipeline import Resources, code_passages
    from dragoman.settings import load

    _through(source, to, lambda rows: code_passages(rows, Resources.load(load())))


def match_names(source: In, to: Out) -> None:
    """Tell of pairs of names whether they name one actor.

    Each line of IN is an object with `id`, `a`, `b` and maybe `schema`, `country_a`, `country_b`; each line of OUT
    adds `same`, `score` and `why`.

    \b
    Example:
      dragoman match-names pairs.jsonl judged.jsonl
    """
    from dragoman.resolve.names import match_names as match

    _through(source, to, match)


def _through(source: Path, to: Path, do: Callable[[Iterable[dict[str, Any]]], Iterable[dict[str, Any]]]) -> None:
    with source.open(encoding="utf-8") as lines, to.open("w", encoding="utf-8") as out:
        for row in do(_rows(source, lines)):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def _rows(source: Path, lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    from dragoman.errors import InputError

    try:
        for n, line in enumerate(lines, 1):
            if line.strip():
                row = json.loads(line)
                if not isinstance(row, dict):
                    raise InputError(f"{source}, line {n}: it is no JSON object.")
                yield row
    except UnicodeDecodeError as error:
        raise InputError(f"{source}: it is not UTF-8 text ({error.reason}).") from error
    except json.JSONDecodeError as error:
        raise InputError(f"{source}, line {n}: it is no JSON ({error.msg}).") from error
