"""The codebook: which verbs and nouns tell which event, and where its source and target stand. Data, not code.

`frames/*.csv` hold the frames, a file per event type; `classes.toml` the noun classes they name; `combine.csv` what
becomes of an event inside another one ("vowed to attack" is a threat). A user file of the same columns, with one
more, `type`, adds frames or overrides those written alike.
"""

import csv
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from dragoman.coding.codebook.pattern import Pattern, patterns
from dragoman.coding.wordlist import words
from dragoman.errors import SettingsError
from dragoman.ontology import cameo, plover

FOLDER = Path(__file__).parent
NOTHING = "NOTHING"  # the type of frames that look like an event and are none


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to tell an event: a pattern, what it codes as, and a sentence that shows it.

    `then` names what the frame makes of the event in its content slot C (a row family of combine.csv), or "".
    `type` is "" where the frame tells no event without one, NOTHING where what looks like an event is none.
    `weight` is how much the frame asks for: the more, the sooner it is believed.
    """

    pattern: Pattern
    type: str
    mode: str | None
    cameo: str | None
    contexts: tuple[str, ...]
    then: str
    example: str
    weight: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an event becomes inside another: its type, mode and CAMEO code ("" type: it keeps its own).

    `aim` says at whom the outer event is aimed: as the inner one is (""), at whoever does the inner one ("doer":
    "demanded that Iran withdraw"), at nobody whom it does not name ("none": "denied that it shot"); "both" makes
    whom the outer one names a doer of the inner one ("joined Norway in condemning").
    """

    type: str
    mode: str | None
    cameo: str | None
    aim: str


@dataclass(frozen=True, slots=True)
class Codebook:
    """All frames by part of speech and lemma, those that count only as something said ("S: …") apart.

    `blame` and `praise` are words with a tone, for sayings that no frame fits; `about` gives the contexts that a
    word in a clause shows.
    """

    frames: Mapping[tuple[str, str], tuple[Frame, ...]]
    said: Mapping[tuple[str, str], tuple[Frame, ...]]
    combine: Mapping[tuple[str, str], Outcome]
    classes: Mapping[str, frozenset[str]]
    blame: frozenset[str] = frozenset()
    praise: frozenset[str] = frozenset()
    about: Mapping[str, frozenset[str]] = field(default_factory=dict)


def load(user: Path | None = None) -> Codebook:
    """Read the packaged codebook, and a user's CSV file over it. Raises SettingsError for a row it cannot read."""
    classes = noun_classes(tomllib.loads((FOLDER / "classes.toml").read_text("utf-8")))
    written: dict[Pattern, Frame] = {}
    for file in sorted((FOLDER / "frames").glob("*.csv")):
        for row in rows(file):
            keep(written, row, row.get("type") or own_type(file), classes, file)
    if user is not None:
        for row in rows(user):
            keep(written, row, row.get("type") or "", classes, user)
    frames = list(written.values())
    told, spoken = ([f for f in frames if f.pattern.said is said] for said in (False, True))
    tone = {k: words(v) for k, v in tomllib.loads((FOLDER / "tone.toml").read_text("utf-8")).items()}
    combine = combinations(rows(FOLDER / "combine.csv"))
    return Codebook(by_trigger(told), by_trigger(spoken), combine, classes, tone["blame"], tone["praise"], about())


def about() -> dict[str, frozenset[str]]:
    """contexts.toml by word: the contexts that each word shows. Raises SettingsError for a context that is none."""
    found: dict[str, set[str]] = defaultdict(set)
    for context, listed in tomllib.loads((FOLDER / "contexts.toml").read_text("utf-8")).items():
        if context not in plover.contexts():
            raise SettingsError(f"contexts.toml: no context {context!r}")
        for word in words(listed):
            found[word].add(context)
    return {word: frozenset(those) for word, those in found.items()}


def by_trigger(frames: Iterable[Frame]) -> dict[tuple[str, str], tuple[Frame, ...]]:
    """Frames by the part of speech and lemma of their trigger, the most specific first."""
    index: dict[tuple[str, str], list[Frame]] = defaultdict(list)
    for each in frames:
        index[each.pattern.pos, each.pattern.lemma].append(each)
    return {k: tuple(sorted(v, key=lambda f: -f.weight)) for k, v in index.items()}


def own_type(file: Path) -> str:
    """The event type that a packaged file holds: its name (nothing.csv: NOTHING); of operators.csv, none."""
    return "" if file.stem == "operators" else file.stem.upper()


def rows(file: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file, blanks for what is missing. Raises SettingsError if it is no such file."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines):
                yield {k: (v or "").strip() for k, v in row.items() if isinstance(k, str)}
    except (OSError, UnicodeDecodeError, csv.Error) as why:
        raise SettingsError(f"{file}: no CSV file that can be read ({why})") from why


def keep(
    written: dict[Pattern, Frame],
    row: Mapping[str, str],
    type: str,
    classes: Mapping[str, frozenset[str]],
    file: Path,
) -> None:
    """Add one row's frames; a row of the same grammar replaces what was there (type NONE removes)."""
    if not row.get("frame"):
        raise SettingsError(f"{file.name}: a row without a frame")
    try:
        found = patterns(row["frame"], classes)
        valid(type, row)
    except SettingsError as why:
        raise SettingsError(f"{file.name}: {row['frame']!r}: {why}") from why
    for pattern in found:
        written.pop(place(pattern), None)
        if type != "NONE":
            written[place(pattern)] = frame(pattern, type, row)


def valid(type: str, row: Mapping[str, str]) -> None:
    """Raise SettingsError for a type, mode, context or CAMEO code that does not exist."""
    if type not in ("", "NONE", NOTHING) and type not in plover.types():
        raise SettingsError(f"no event type {type!r}; see docs/codebook.md")
    if row.get("mode") and type and (type, row["mode"]) not in plover.modes():
        raise SettingsError(f"{type} has no mode {row['mode']!r}")
    for context in row.get("contexts", "").replace(";", " ").split():
        if context not in plover.contexts():
            raise SettingsError(f"no context {context!r}")
    if row.get("cameo") and row["cameo"] not in cameo.codes():
        raise SettingsError(f"no CAMEO code {row['cameo']!r}")


def place(pattern: Pattern) -> Pattern:
    """What two frames share when the later one overrides the earlier: everything but how they are written."""
    return replace(pattern, text="")


def frame(pattern: Pattern, type: str, row: Mapping[str, str]) -> Frame:
    """One frame of one row."""
    contexts = tuple(row.get("contexts", "").replace(";", " ").split())
    return Frame(
        pattern, type, row.get("mode") or None, row.get("cameo") or None, contexts, row.get("then", ""),
        row.get("example", ""), float(pattern.specificity),
    )  # fmt: skip


def noun_classes(table: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    """The noun classes, those named inside others written out."""

    def members(name: str, seen: tuple[str, ...] = ()) -> set[str]:
        if name in seen:
            raise SettingsError(f"classes.toml: class {name} holds itself")
        found: set[str] = set()
        for word in table[name]:
            found |= members(word[1:], (*seen, name)) if word.startswith("@") else {word}
        return found

    return {name: frozenset(members(name)) for name in table}


def combinations(table: Iterable[Mapping[str, str]]) -> dict[tuple[str, str], Outcome]:
    """combine.csv as a look-up from (then, inner type or *)."""
    return {
        (r["then"], r["inner"]): Outcome(r["type"], r["mode"] or None, r["cameo"] or None, r["target"]) for r in table
    }
