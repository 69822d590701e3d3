"""Which countries have which titles: a senator is nobody's in China, a prime minister not the United States'."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dragoman.model.world import fold
from dragoman.read.actors_terms import rows, split


@dataclass(frozen=True, slots=True)
class Title:
    """The countries that alone have a title, the commonest first (empty: any), and those that have none such."""

    only: tuple[str, ...]
    never: frozenset[str]

    def borne_in(self, country: str) -> bool:
        """Whether somebody of a country can bear the title."""
        return country not in self.never and (not self.only or country in self.only)


ANY = Title((), frozenset())
FEW = 3


@cache
def titles() -> dict[str, Title]:
    """The table, read once."""
    found: dict[str, Title] = {}
    for row in rows("titles"):
        for words in split(row["titles"]):
            before = found.get(fold(words), ANY)
            only = before.only or tuple(split(row["only"]))
            found[fold(words)] = Title(only, before.never | frozenset(split(row["never"])))
    return found


def title(words: str) -> Title:
    """What is known of a title by its words, else by its last ones ("Republican senator")."""
    parts = fold(words).split()
    return next((t for i in range(len(parts)) if (t := titles().get(" ".join(parts[i:])))), ANY)


def lacking(words: str, countries: Iterable[str]) -> frozenset[str]:
    """Those of some countries where nobody bears a title."""
    known = title(words)
    return frozenset(c for c in countries if not known.borne_in(c))


def home_of_title(words: str) -> str | None:
    """The country that a title is mostly told of, where few have it: "secretary of state"."""
    only = title(words).only
    return only[0] if 0 < len(only) <= FEW else None
