"""The words that this stage knows actors by: nouns for people and bodies, honorifics, given names.

All of it is data (`data/*.csv`); a row lists words with ";" between them.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from dragoman.model.actor import Kind

NounClass = Literal[
    "role", "kin", "person", "people", "fighter", "government", "state", "forces", "body", "group", "none",
]  # fmt: skip
Gender = Literal["m", "f", ""]


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun that an actor can be called by: what class of word it is, and the actor's kind and sector.

    A weak one has other senses ("office", "power"): it counts only where a name or title shows what is meant.
    """

    word: str
    sort: NounClass
    kind: Kind
    sector: str | None
    gender: Gender = ""
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """Every word list of this stage; keys are lower-case words or phrases.

    `tails` end nouns of two words. `verbs` are words by what they say about a pronoun: as its "subject" or "object"
    it is an actor; "state" holds adjectives that only an actor can be.
    """

    nouns: dict[str, Noun]
    tails: frozenset[str]
    modifiers: dict[str, tuple[Kind, str | None]]
    honorifics: dict[str, Gender]
    given: dict[str, Gender]
    verbs: dict[str, frozenset[str]]

    def noun(self, word: str, lemma: str) -> Noun | None:
        """The noun that a word is a form of, by its spelling, the parser's lemma, or a plural ending."""
        nouns = self.nouns
        found = nouns.get(word) or nouns.get(lemma)
        if found or not word.endswith("s"):
            return found
        return nouns.get(word[:-1]) or (nouns.get(word[:-3] + "y") if word.endswith("ies") else None)

    def two(self, first: str, word: str, lemma: str) -> Noun | None:
        """The noun of two words that ends in `word` ("service members")."""
        if word not in self.tails and lemma not in self.tails:
            return None
        return self.noun(f"{first} {word}", f"{first} {lemma}")


@cache
def terms() -> Terms:
    """The word lists, read once."""
    nouns = {
        word: Noun(
            word,
            cast(NounClass, row["class"].split()[-1]),
            kind(row),
            row["sector"] or None,
            gender(row),
            row["class"].startswith("weak "),
        )
        for row in reversed(list(rows("nouns")))
        for word in split(row["nouns"])
    }
    modifiers = {word: (kind(row), row["sector"] or None) for row in rows("modifiers") for word in split(row["words"])}
    return Terms(
        nouns,
        frozenset(word.split()[-1] for word in nouns if " " in word),
        modifiers,
        {word: gender(row) for row in rows("honorifics") for word in split(row["words"])},
        {name.lower(): gender(row) for row in rows("given_names") for name in split(row["names"])},
        {row["slot"]: frozenset(split(row["verbs"])) for row in rows("verbs")},
    )


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of one data file."""
    text = (files("dragoman.read") / "data" / f"{table}.csv").read_text("utf-8")
    return csv.DictReader(text.splitlines())


def split(cell: str) -> list[str]:
    """The phrases of one cell."""
    return [phrase.strip() for phrase in cell.split(";") if phrase.strip()]


def kind(row: dict[str, str]) -> Kind:
    """The kind a row gives, which a test holds to be one of the known ones."""
    return cast(Kind, row["kind"])


def gender(row: dict[str, str]) -> Gender:
    """The gender a row gives, or none."""
    return cast(Gender, row.get("gender") or "")
