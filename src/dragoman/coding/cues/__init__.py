"""The cue lexicon: the words by which reports say that somebody said something, as data that anyone can edit.

Each of verbs.csv, nouns.csv, adjectives.csv and phrases.csv has the columns

- `cue`: the lemma, with its particles ("point out", "call for", "take issue with");
- `kind`: what sort of word it is (`Kind`);
- `takes`: how its content attaches, any of `FRAMES`, separated by blanks;
- `act`: the act its statement is, where nothing in the sentence says otherwise;
- `example`: one sentence in which {the speaker} and <the content> are marked; every example is a test.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast, get_args

from dragoman.errors import SettingsError
from dragoman.model.speech import Act

Part = Literal["verb", "noun", "adjective", "phrase"]
Kind = Literal[
    "say", "think", "intend", "judge", "topic", "attitude", "deed", "effort", "show", "seem", "light", "none",
]  # fmt: skip
PREPOSITIONS = (
    "about", "against", "as", "at", "for", "from", "in", "into", "of", "on", "over", "to-noun", "toward", "with",
)  # fmt: skip
FRAMES = frozenset({"clause", "wh", "to", "who-to", "ing", "object", "quote", "pred", *PREPOSITIONS})
FILES: dict[Part, str] = {
    "verb": "verbs.csv",
    "noun": "nouns.csv",
    "adjective": "adjectives.csv",
    "phrase": "phrases.csv",
}
COLUMNS = ["cue", "kind", "takes", "act", "example"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the lexicon.

    Kinds: `say` (speech), `think` (belief, knowledge), `intend` (wants, plans, decisions), `judge` (speech that
    rates its object: "criticized"), `topic` (names what is talked about, not what is said), `attitude` ("favors"),
    `deed` (does what it says: "banned"), `effort` ("tried to"),
    `show` (a document or fact tells), `seem` (nobody in particular thinks so), `light` (a verb that lends its
    subject to a noun: "made the claim that"), `none` (switches off a row of that name).
    """

    part: Part
    words: tuple[str, ...]
    kind: Kind
    takes: frozenset[str]
    act: Act
    example: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All cues, by part of speech and first word, those of more words first."""

    rows: tuple[Cue, ...]
    by_word: dict[Part, dict[str, tuple[Cue, ...]]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the rows."""
        index: dict[Part, dict[str, list[Cue]]] = {part: {} for part in FILES}
        for row in sorted(self.rows, key=lambda r: -len(r.words)):
            index[row.part].setdefault(row.words[0], []).append(row)
        fixed = {part: {word: tuple(rows) for word, rows in words.items()} for part, words in index.items()}
        object.__setattr__(self, "by_word", fixed)

    def starting(self, part: Part, word: str) -> tuple[Cue, ...]:
        """The cues of this part of speech that begin with `word`."""
        return self.by_word[part].get(word, ())


def load(user: Path | None = None) -> Lexicon:
    """The packaged lexicon; files of the same names in the folder `user` add rows and replace those of the same cue."""
    rows: dict[tuple[Part, tuple[str, ...]], Cue] = {}
    for folder in [Path(__file__).parent, *([user] if user else [])]:
        for part, name in FILES.items():
            path = folder / name
            if path.exists():
                rows.update({(part, row.words): row for row in table(path, part)})
    return Lexicon(tuple(row for row in rows.values() if row.kind != "none"))


def table(path: Path, part: Part) -> Iterator[Cue]:
    """The rows of one file."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        if reader.fieldnames != COLUMNS:
            raise SettingsError(f"{path}: the first line must be {','.join(COLUMNS)}")
        for number, row in enumerate(reader, 2):
            yield cue(part, row, f"{path}, line {number}")


def cue(part: Part, row: dict[str, str], where: str) -> Cue:
    """One row, checked."""
    if None in row or None in row.values():
        raise SettingsError(f"{where}: a row has five columns; put a text with commas in double quotes")
    takes = frozenset(row["takes"].split())
    wrong: Iterable[str] = takes - FRAMES
    if wrong:
        raise SettingsError(f"{where}: unknown in column takes: {', '.join(sorted(wrong))}")
    for column, allowed in (("kind", get_args(Kind)), ("act", get_args(Act))):
        if row[column] not in allowed:
            raise SettingsError(f"{where}: column {column} must be one of {', '.join(allowed)}, not {row[column]!r}")
    words = tuple(row["cue"].lower().split())
    if not words:
        raise SettingsError(f"{where}: the cue is missing")
    return Cue(part, words, cast(Kind, row["kind"]), takes, cast(Act, row["act"]), row["example"])
