"""World knowledge as data: states, organisations, bodies, offices and who held them, in CSV files one can edit.

Each file's first row names its columns; a cell with several entries separates them with ";". `load` reads them all,
then the user's own folder, whose files have the same names and columns: a row whose key is known replaces the
shipped row, any other row is added.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import get_args

from dragoman.errors import SettingsError
from dragoman.model.actor import Kind
from dragoman.model.world import Body, Known, Named, NameForm, Office, Tenure, World, cased, fold, is_abbreviation

FOLDER = Path(__file__).parent
ORGANISATIONS = ("agencies.csv", "companies.csv", "groups.csv", "igos.csv", "media.csv", "regions.csv")
KINDS = get_args(Kind)
Row = Mapping[str, str]


def load(user: Path | None = None) -> World:
    """Read the shipped files and, where given, the user's folder of files with the same names and columns."""
    known: dict[str, Known] = {}
    named: dict[str, list[tuple[str, NameForm]]] = {}
    for row in _rows("states.csv", "code", user):
        state = _state(row)
        known[state.key] = state
        named[state.key] = list(_state_names(row))
    for file in ORGANISATIONS:
        for row in _rows(file, "key", user):
            entry = Known(row["key"], row["name"], _kind(row), row["country"] or None, row["sector"] or None)  # type: ignore[arg-type]
            known[entry.key] = entry
            named[entry.key] = list(_organisation_names(row))
    beware = {fold(row["phrase"]) for row in _rows("ambiguous.csv", "phrase", user)}
    names: dict[str, Named] = {}
    abbreviations: dict[str, Named] = {}
    for key, pairs in named.items():
        for phrase, form in pairs:
            entry_for = Named(known[key], form, fold(phrase) in beware)
            if is_abbreviation(phrase):
                abbreviations.setdefault(cased(phrase), entry_for)
            else:
                names.setdefault(fold(phrase), entry_for)
    tenures = tuple(_tenure(row) for row in _rows("tenures.csv", None, user))
    others = tuple(_tenure(row) for row in _rows("people.csv", None, user))
    return World(
        names=names,
        tenures=tenures,
        known=known,
        abbreviations=abbreviations,
        bodies={fold(p): body for body, phrases in _bodies(user) for p in phrases},
        offices=_offices(user),
        people=_people((*tenures, *others)),
    )


def _rows(file: str, key: str | None, user: Path | None) -> list[Row]:
    """The rows of a shipped file and of the user's file of that name; with `key`, the user's row replaces ours."""
    rows = list(_read(FOLDER / file))
    mine = list(_read(user / file, tuple(rows[0]))) if user and (user / file).exists() else []
    if key is None or not mine:
        return rows + mine
    replaced = {row[key] for row in mine}
    return [row for row in rows if row[key] not in replaced] + mine


def _read(path: Path, columns: tuple[str, ...] = ()) -> Iterator[Row]:
    """The rows of a file, each checked; `columns` are those that it must have."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        if columns and tuple(reader.fieldnames or ()) != columns:
            raise SettingsError(f"{path}: the first line must be {','.join(columns)}")
        for row in reader:
            where = f"{path}, line {reader.line_num}"
            if None in row or None in row.values():
                raise SettingsError(f"{where}: the row does not have as many cells as the header")
            if row.get("kind") and row["kind"] not in KINDS:
                raise SettingsError(f"{where}: column kind must be one of {', '.join(KINDS)}, not {row['kind']!r}")
            yield row


def _cells(row: Row, column: str) -> Iterator[str]:
    return (cell.strip() for cell in row[column].split(";") if cell.strip())


def _state(row: Row) -> Known:
    return Known(f"state:{row['code']}", row["name"], "state", row["code"], None)


def _kind(row: Row) -> str:
    return row["kind"]


def _state_names(row: Row) -> Iterator[tuple[str, NameForm]]:
    yield row["name"], "name"
    forms: tuple[tuple[str, NameForm], ...] = (
        ("names", "name"), ("adjectives", "adjective"), ("capitals", "capital"), ("metonyms", "metonym"),
        ("historical", "historical"), ("people", "people"),
    )  # fmt: skip
    for column, form in forms:
        for phrase in _cells(row, column):
            yield phrase, form


def _organisation_names(row: Row) -> Iterator[tuple[str, NameForm]]:
    yield row["name"], "name"
    forms: tuple[tuple[str, NameForm], ...] = (("names", "name"), ("adjectives", "adjective"), ("metonyms", "metonym"))
    for column, form in forms:
        for phrase in _cells(row, column):
            yield phrase, form


def _bodies(user: Path | None) -> Iterator[tuple[Body, tuple[str, ...]]]:
    for row in _rows("bodies.csv", "key", user):
        body = Body(row["key"], row["name"], row["kind"], row["sector"] or None)  # type: ignore[arg-type]
        yield body, tuple(_cells(row, "phrases"))


def _offices(user: Path | None) -> dict[str, tuple[Office, ...]]:
    offices: dict[str, tuple[Office, ...]] = {}
    for row in _rows("offices.csv", None, user):
        office = Office(
            row["office"], row["kind"], row["sector"] or None, row["body"] or None, tuple(_cells(row, "countries")),  # type: ignore[arg-type]
        )  # fmt: skip
        title = fold(row["title"])
        offices[title] = (*offices.get(title, ()), office)
    return offices


def _people(tenures: Iterable[Tenure]) -> dict[str, tuple[Tenure, ...]]:
    """What each person held, by every spelling of the name."""
    people: dict[str, tuple[Tenure, ...]] = {}
    for t in tenures:
        for spelling in {fold(t.person), *map(fold, t.aliases)}:
            people[spelling] = (*people.get(spelling, ()), t)
    return people


def _tenure(row: Row) -> Tenure:
    return Tenure(
        row["person"],
        row["office"],
        row["country"],
        row["start"] or None,
        row["end"] or None,
        tuple(_cells(row, "aliases")),
    )
