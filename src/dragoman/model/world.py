"""What is known of the world before any report is read: states, bodies, groups, and who held which office when.

The records; `resolve/world/` holds the data and loads it, `pipeline` hands it to the stages.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from dragoman.model.actor import Kind

NameForm = Literal["name", "adjective", "people", "capital", "metonym", "historical"]
SPELLINGS = {
    "defence": "defense", "organisation": "organization", "programme": "program", "labour": "labor",
    "centre": "center", "saint": "st",
}  # fmt: skip
LETTERS = str.maketrans(
    {"ı": "i", "ə": "a", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)


@dataclass(frozen=True, slots=True)
class Known:
    """An actor known beforehand: a state, an organisation, an armed group, a body of a state.

    `key` is its own id ("state:AZE", "igo:UNO", "group:isis", "body:AZE:defence ministry"). `country` is
    ISO 3166-1 alpha-3 or None.
    """

    key: str
    name: str
    kind: Kind
    country: str | None
    sector: str | None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """What a phrase names: a known actor, and as what sort of name.

    `people` is a plural of inhabitants ("Azeris"). `ambiguous` is True for a phrase that often names something
    else ("Georgia", "Jordan", "Washington"): take it only where the grammar or the report supports it.
    """

    known: Known
    form: NameForm
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """A kind of body that any state can have: its `key` ("defence ministry") and its name with `{state}` in it."""

    key: str
    name: str
    kind: Kind
    sector: str | None


@dataclass(frozen=True, slots=True)
class Office:
    """What a title stands for ("foreign secretary" → "foreign minister"), in `countries` alone where they are given.

    `body` is the key of the body it heads or speaks for ("foreign ministry"), or None.
    """

    office: str
    kind: Kind
    sector: str | None
    body: str | None
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held which office of which country, from when to when (ISO dates or None; inclusive).

    `office` is a canonical title: "head of state", "head of government", "foreign minister", "defence minister".
    `country` is empty for one who serves an international organisation.
    """

    person: str
    office: str
    country: str
    start: str | None
    end: str | None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """Look-ups by name. `names` maps a folded phrase (see `fold`) to what it names.

    `abbreviations` are looked up with their case ("US", "WHO", "IS"), full stops aside. `bodies` and `offices`
    map folded phrases without their country ("defense ministry", "foreign minister"). A world is equal to itself
    alone, so that indexes over it can be cached. `people` maps a folded full name to what that person held.
    """

    names: dict[str, Named]
    tenures: tuple[Tenure, ...] = ()
    known: dict[str, Known] = field(default_factory=dict)
    abbreviations: dict[str, Named] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    offices: dict[str, tuple[Office, ...]] = field(default_factory=dict)
    people: dict[str, tuple[Tenure, ...]] = field(default_factory=dict)

    def find(self, phrase: str) -> Named | None:
        """What `phrase` names ("Tehran" → Iran, capital; "Azeri" → Azerbaijan, adjective), or None.

        Names have capital letters: a phrase without any finds nothing ("turkey", "us", "who").
        """
        if phrase == phrase.lower():
            return None
        return self.abbreviations.get(cased(phrase)) or self.names.get(fold(phrase))

    def state(self, code: str) -> Known | None:
        """The state with this ISO 3166-1 alpha-3 code (Kosovo KOS)."""
        return self.known.get(f"state:{code}")

    def body(self, phrase: str, country: str | None = None) -> Known | None:
        """The body of a state that `phrase` names, its state in the phrase or given by `country`.

        "Azerbaijani Defense Ministry", "Azerbaijan's Ministry of Defence" and "Ministry of Defence of Azerbaijan" are
        one; "the Defence Ministry" needs `country`; "Russian government" is the state itself; "the Azerbaijani
        embassy in Tehran" is body:AZE:embassy:IRN.
        """
        found = self.find(phrase)
        if found and found.known.key.startswith(("body:", "party:")):
            return found.known
        led = self._led(phrase)
        if led:
            return led
        state, rest = self.split(phrase)
        code = state.country if state else country
        if code is None:
            return None
        body = self.bodies.get(fold(rest))
        if body is None:
            return self._mission(rest, code)
        if body.key == "state":
            return self.state(code)
        key = f"body:{code}:{body.key}"
        home = self.state(code)
        name = body.name.format(state=home.name if home else code)
        return self.known.get(key) or Known(key, name, body.kind, code, body.sector)

    def split(self, phrase: str) -> tuple[Known | None, str]:
        """Take the state out of a phrase: "Iran's foreign minister", "Iranian …", "… of Iran" → (Iran, the rest)."""
        words = phrase.replace("’", "'").split()
        while words and words[0].lower() in ("the", "a", "an"):
            words = words[1:]
        for n in range(min(5, len(words) - 1), 0, -1):
            state = self._state_named(" ".join(words[:n]))
            if state:
                return state, " ".join(words[n:])
        for i in range(1, len(words) - 1):
            for end in range(len(words), i + 1, -1) if words[i].lower() == "of" else ():
                state = self._state_named(" ".join(words[i + 1 : end]))
                if state:
                    return state, " ".join(words[:i] + words[end:])
        return None, " ".join(words)

    def office(self, title: str, country: str | None) -> Office | None:
        """What a title without its country stands for ("Foreign Secretary" in GBR → "foreign minister"), or None."""
        offices = self.offices.get(fold(title), ())
        own = [o for o in offices if country in o.countries]
        return next(iter(own or [o for o in offices if not o.countries]), None)

    def person(self, name: str) -> tuple[Tenure, ...]:
        """What a person known by this full name (or a well-known other one) held, or nothing."""
        return self.people.get(fold(name), ())

    def holder(self, country: str, office: str, day: str) -> Tenure | None:
        """Who held `office` of `country` on `day` (ISO date), or None where the data does not say."""
        for t in self.tenures:
            if t.country == country and t.office == office and (t.start or "") <= day <= (t.end or "9999"):
                return t
        return None

    def _led(self, phrase: str) -> Known | None:
        """A government by its leader: "the Obama administration", "Thatcher's government"."""
        match = re.fullmatch(
            r"(?:the )?(.+?)(?:['’]s?)? (administration|government|regime|cabinet)", phrase.strip(), re.IGNORECASE
        )
        if not match or match[1] == match[1].lower() or self.find(match[1]):
            return None
        leader = fold(match[1]).split()[-1]
        codes = {
            t.country
            for full, held in self.people.items()
            for t in held
            if full.split()[-1] == leader and t.office in ("head of state", "head of government")
        }
        if len(codes) != 1:
            return None
        code = codes.pop()
        return Known(f"body:{code}:government:{leader}", f"{match[1]} {match[2].lower()}", "government", code, "GOV")

    def _state_named(self, phrase: str) -> Known | None:
        named = self.find(phrase)
        return named.known if named and named.known.kind == "state" else None

    def _mission(self, rest: str, code: str) -> Known | None:
        match = re.fullmatch(
            r"(?:permanent )?(embassy|consulate|mission)(?: general)?(?: (?:in|to|at) (.+))?", rest, re.IGNORECASE
        )
        if not match:
            return None
        sort, where = match[1].lower(), match[2]
        host = self.find(where) if where else None
        place = host.known.key.removeprefix("state:") if host else fold(where or "")
        key = f"body:{code}:{sort}" + (f":{place}" if place else "")
        home = self.state(code)
        name = f"{sort.capitalize()} of {home.name if home else code}"
        if where:
            name += f" {'to the' if sort == 'mission' else 'in'} {host.known.name if host else where}"
        return Known(key, name, "government", code, "GOV")


def is_abbreviation(phrase: str) -> bool:
    """True for a name that only its capitals tell from a word: "US", "U.K.", "WHO", "MoD", "IS"."""
    bare = phrase.replace(".", "").removeprefix("the ")
    return " " not in bare and len(bare) <= 6 and sum(c.isupper() for c in bare) > 1


def cased(phrase: str) -> str:
    """An abbreviation as a look-up key: its case kept, no full stops, no article, no possessive."""
    bare = phrase.replace("’", "'").strip().removesuffix("'s").removesuffix("'")
    return bare.removeprefix("the ").removeprefix("The ").replace(".", "")


@lru_cache(maxsize=100_000)
def fold(phrase: str) -> str:
    """A name as a look-up key (see `folded`), remembered: reports name the same over and over."""
    return folded(phrase)


def folded(phrase: str) -> str:
    """A name as a look-up key: lower case, no diacritics, straight apostrophes, hyphens as spaces, one spelling of
    "defence" and its like, no leading "the", no possessive."""
    if phrase.isascii() and phrase.isalpha():
        key = phrase.lower()
        return SPELLINGS.get(key, key)
    key = phrase.replace("’", "'").replace("‘", "'").lower()
    if not key.isascii():
        key = key.translate(LETTERS)
        key = "".join(c for c in unicodedata.normalize("NFKD", key) if not unicodedata.combining(c))
    key = key.replace("-", " ").replace("–", " ").replace(".", " ")
    words = [SPELLINGS.get(w, w) for w in key.split()]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    key = " ".join(words)
    return key.removesuffix("'s").removesuffix("'") if len(key) > 3 else key
