"""What is known of the world before any report is read: states, bodies, groups, and who held which office when.

The records; `resolve/world/` holds the data and loads it, `pipeline` hands it to the stages.
"""

from dataclasses import dataclass, field
from typing import Literal

from dragoman.model.actor import Kind

NameForm = Literal["name", "adjective", "capital", "metonym", "historical"]


@dataclass(frozen=True, slots=True)
class Known:
    """An actor known beforehand: a state, an organisation, an armed group, a body of a state.

    `key` is its own id ("state:AZE", "igo:UNO", "group:isis"). `country` is ISO 3166-1 alpha-3 or None.
    """

    key: str
    name: str
    kind: Kind
    country: str | None
    sector: str | None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """What a phrase names: a known actor, and as what sort of name."""

    known: Known
    form: NameForm


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held which office of which country, from when to when (ISO dates or None; inclusive).

    `office` is a canonical title: "head of state", "head of government", "foreign minister", "defence minister".
    """

    person: str
    office: str
    country: str
    start: str | None
    end: str | None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class World:
    """Look-ups by name. `names` maps a folded phrase (see `fold`) to what it names."""

    names: dict[str, Named]
    tenures: tuple[Tenure, ...] = ()
    known: dict[str, Known] = field(default_factory=dict)

    def find(self, phrase: str) -> Named | None:
        """What `phrase` names ("Tehran" → Iran, capital; "Azeri" → Azerbaijan, adjective), or None."""
        return self.names.get(fold(phrase))

    def holder(self, country: str, office: str, day: str) -> Tenure | None:
        """Who held `office` of `country` on `day` (ISO date), or None where the data does not say."""
        for t in self.tenures:
            if t.country == country and t.office == office and (t.start or "") <= day <= (t.end or "9999"):
                return t
        return None


def fold(phrase: str) -> str:
    """A name as a look-up key: lower case, straight apostrophes, one space, no leading "the", no possessive."""
    key = " ".join(phrase.replace("’", "'").lower().split())
    key = key.removeprefix("the ")
    return key.removesuffix("'s").removesuffix("'") if len(key) > 3 else key
