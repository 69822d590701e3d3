"""People by what they are: posts and titles, family, inhabitants, fighters; and the names these words belong to."""

from dragoman.model.actor import Kind
from dragoman.model.world import Known, Office, fold
from dragoman.read.actors_bodies import kind_of
from dragoman.read.actors_bonds import bond_of
from dragoman.read.actors_front import (
    After,
    Before,
    after,
    before,
    codes,
    is_plural,
    is_state,
    known_of,
    longest,
    words_of,
)
from dragoman.read.actors_page import Name, Page
from dragoman.read.actors_phrase import Phrase
from dragoman.read.actors_terms import Noun

UNKNOWN = frozenset(("unknown", "unidentified", "masked", "unspecified"))
ABSENT = frozenset(("no", "any", "every", "each", "what", "which", "whose", "whichever", "whatever"))
TOPICAL = frozenset(("envoy", "correspondent", "director", "desk", "hawk", "coordinator", "representative", "watcher"))
UNDER = frozenset(("deputy", "vice", "assistant", "shadow", "under"))
WORKS = frozenset(("of", "at", "for", "in", "from", "with", "on"))
ELSEWHERE = frozenset(("igo", "party", "company", "civil", "media", "armed_group", "legislature"))
OUTER = frozenset(("DT", "PDT", "PRP$", "CD"))
QUANTITIES = frozenset(("both", "all", "several", "many", "some", "most", "few", "various", "numerous", "other"))
POINTING = frozenset(("the", "this", "that", "its", "their", "these", "those"))
RANKS = frozenset(
    (
        "major",
        "lieutenant",
        "brigadier",
        "rear",
        "vice",
        "lt.",
        "maj.",
        "brig.",
        "lt",
        "maj",
        "brig",
        "sergeant",
        "colonel",
    )
)
RULERS = frozenset(
    (
        "minister",
        "president",
        "premier",
        "chancellor",
        "secretary",
        "ambassador",
        "governor",
        "mayor",
        "king",
        "queen",
        "prince",
        "princess",
        "emir",
        "sultan",
        "envoy",
        "prime minister",
    )
)
FORCE = frozenset(("military", "security"))
SERVANTS = frozenset(("officer", "agent", "operative", "commander"))
POSTED = frozenset(("ambassador", "consul", "attaché", "attache"))
RELATIVES = frozenset(("ally", "partner", "enemy", "foe", "rival", "friend", "backer", "adversary", "captor", "jailer"))
GENERIC = frozenset(("government", "unknown", "person", "civil"))


def post_at(page: Page, i: int, noun: Noun, bodies: dict[int, Phrase]) -> Phrase | None:
    """The person or people that the noun at token i describes; None where it describes nobody that can be told."""
    front = before(page, i)
    if front.article in ABSENT or (noun.sort == "person" and any(page.lower[t] in UNKNOWN for t in front.words)):
        return None
    if any(n.sort == "person" and n.end == i and n.end - n.start > 1 for n in front.names):
        return None
    found = longest(page, i, front, page.world.offices)
    start, end = found or (i, i + 1)
    behind = after(page, end - 1)
    organisation = organisation_of(page, noun, front, behind, bodies, end)
    countries = origin(page, noun, front, behind, organisation, bodies)
    office = office_of(page, front, found, countries, organisation)
    below = found is not None and lesser(behind, organisation, end)
    office, told = (None, "") if below else (office, office.office if office else None)
    kind, sector = sort_of(page, noun, front, office, organisation, bodies, (start, end))
    stop = end
    if behind.link in WORKS and behind.link != "on" and not any(n.sort == "person" for n in behind.names):
        stop = behind.end
        if isinstance(organisation, int) and organisation >= end:
            stop = max(stop, bodies[organisation].end if organisation in bodies else stop)
    named, bond = bond_of(page, i, front, end, stop)
    first = title_start(page, start, front, bodies)
    named_front = min((n.start for n in (*front.states, *front.names)), default=first)
    return Phrase(
        front.start, stop, i, "kin" if noun.sort == "kin" else "role", "nominal",
        page.text(plain_start(page, front, min(named_front, first)), stop), kind, sector, noun, None, countries,
        front.article, owner_of(front, behind), is_plural(page, i),
        front.counted, office=told, title=page.text(first, end).lstrip("-"),
        organisation=organisation, named=named, bond=bond, gender=noun.gender, words=words_of(page, front),
    )  # fmt: skip


def plain_start(page: Page, front: Before, first: int) -> int:
    """Where a description starts without its article, possessive pronoun or number."""
    start = front.start
    if front.owner is not None and page.parse.tags[front.owner] != "PRP$":
        return start
    while start < first and (page.parse.tags[start] in OUTER or page.lower[start] in QUANTITIES):
        start += 1
    return start


def title_start(page: Page, start: int, front: Before, bodies: dict[int, Phrase]) -> int:
    """Where a title starts: the words before its noun that belong to no name, no body and no title before it."""
    covered = {t for b in bodies.values() if b.end <= start for t in range(b.start, b.end)}
    while start - 1 in front.words and start - 1 not in covered and page.at[start - 1] is None:
        noun = page.nouns[start - 1]
        if noun and noun.sort == "role" and page.capital(start - 1) and noun.word not in UNDER | RANKS:
            break
        start -= 1
    return start


def owner_of(front: Before, behind: After) -> int | None:
    """Whose somebody is: by a possessive, by a name before ("a Trump adviser"), by an "of" or a "from"."""
    if front.owner is not None:
        return front.owner
    person = next((n.head for n in reversed(front.names) if n.sort == "person"), None)
    return person if person is not None else behind.head if behind.link in ("of", "from") else None


def organisation_of(
    page: Page, noun: Noun, front: Before, behind: After, bodies: dict[int, Phrase], end: int
) -> Known | int | None:
    """What a post belongs to: a body in the phrase before its noun, a name there, or what it is of, at, in or for."""
    for t in range(end - 1, front.start - 1, -1):
        if t in bodies and bodies[t].end <= end:
            return t
    for name in reversed(front.names):
        known = known_of(name)
        if known and not (known.kind == "igo" and noun.word in POSTED):
            return known
        if name.sort == "org":
            return name.head
    if front.owner is not None and front.owner in bodies:
        return front.owner
    if front.owner is not None:
        owner = page.at[front.owner]
        if owner and not is_state(owner) and owner.sort in ("known", "org"):
            return known_of(owner) or owner.head
    if behind.link not in WORKS or (noun.kind == "media" and behind.link in ("at", "in")):
        return None
    for name in behind.names:
        known = known_of(name)
        if known and not is_state(name):
            return known
        if name.sort == "org":
            return name.head
    return behind.head if behind.head in bodies else None


def origin(
    page: Page, noun: Noun, front: Before, behind: After, organisation: Known | int | None, bodies: dict[int, Phrase]
) -> tuple[str, ...]:
    """The countries that people are of."""
    whose = noun.word in RELATIVES  # "its Malian ally" is of Mali, "Mali's ally" and "a Malian ally" are not
    near = (n for n in front.states if not whose or (n.adjective and front.owner is not None))
    own = codes(n for n in near if not is_topic(page, noun, n))
    if own:
        return own
    if isinstance(organisation, Known) and organisation.country:
        return (organisation.country,)
    if isinstance(organisation, int) and organisation in bodies and bodies[organisation].countries:
        return bodies[organisation].countries
    if behind.link in ("at", "with") and noun.kind == "civil":
        return codes(behind.inside)
    if behind.link not in ("of", "from"):
        return ()
    return behind.countries or (codes(behind.inside) if behind.link == "of" and noun.word not in RELATIVES else ())


def is_topic(page: Page, noun: Noun, name: Name) -> bool:
    """Whether a country before a noun is what a person deals with: "a Russia expert", but "a US expert"."""
    named, word = name.named, page.parse.words[name.start]
    if named is None or named.form != "name" or word.replace(".", "").isupper():
        return False
    return (noun.kind in ("civil", "media") or noun.word in TOPICAL) and page.lower[name.end : name.end + 1] not in (
        ["'s"],
        ["’s"],
    )


def lesser(behind: After, organisation: Known | int | None, end: int) -> bool:
    """Whether somebody heads less than a state: "president of the Kenyan parliament", "premier of Canada's west"."""
    below = isinstance(organisation, int) and organisation >= end
    regions = any(k and k.kind == "region" for k in map(known_of, behind.names))
    return behind.link == "of" and (below or regions or bool(behind.inside))


def office_of(
    page: Page, front: Before, found: tuple[int, int] | None, countries: tuple[str, ...],
    organisation: Known | int | None,
) -> Office | None:  # fmt: skip
    """The office that a title stands for, unless the words before make it a lesser one."""
    if found is None:
        return None
    left = found[0] - 1
    if left >= 0 and page.lower[left] == "-":
        left -= 1
    if left >= front.start and page.lower[left] in UNDER:
        return None
    if isinstance(organisation, Known) and organisation.kind in ELSEWHERE:
        return None
    return page.world.office(page.text(*found), countries[0] if countries else None)


def sort_of(
    page: Page, noun: Noun, front: Before, office: Office | None, organisation: Known | int | None,
    bodies: dict[int, Phrase], title: tuple[int, int],
) -> tuple[Kind, str | None]:  # fmt: skip
    """The kind and sector of people by their office, the words before, what they work for, else by the noun."""
    if office:
        return office.kind, office.sector
    if noun.kind not in GENERIC and noun.word not in SERVANTS:
        return noun.kind, noun.sector
    kind, sector = kind_of(page, noun, front, page.text(*title))
    if (kind, sector) != (noun.kind, noun.sector) and (noun.word not in RULERS or kind in FORCE):
        return kind, sector
    if (noun.kind == "civil" and noun.sort == "role") or noun.sort == "kin":
        return noun.kind, noun.sector
    if isinstance(organisation, Known) and organisation.kind not in ("state", "region"):
        return organisation.kind, organisation.sector
    if isinstance(organisation, int) and organisation in bodies:
        return bodies[organisation].kind, bodies[organisation].sector
    return noun.kind, noun.sector


def people_at(page: Page, i: int, noun: Noun) -> Phrase | None:
    """Inhabitants and fighters: "the Iranian people", "civilians", "Houthi fighters"; unknown ones are nobody."""
    front = before(page, i)
    if front.article in ABSENT or any(page.lower[t] in UNKNOWN for t in front.words):
        return None
    behind = after(page, i)
    countries = front.countries or (behind.countries if behind.link in ("of", "in", "from") else ())
    group = next((known_of(n) for n in front.names if known_of(n)), None)
    pointed = bool(countries or group) or front.article in ("the", "these", "those")
    if noun.sort == "fighter" and not pointed and (noun.sector != "REB" or not is_plural(page, i)):
        return None
    code = countries[0] if len(countries) == 1 else None
    known = group
    if known is None and code and noun.sort == "people":
        known = page.world.body("people", code)
    if known is None and code:
        known = page.world.body(page.text(i, i + 1), code)
    kind, sector = (known.kind, known.sector) if known else kind_of(page, noun, front, page.text(i, i + 1))
    first = min((n.start for n in (*front.states, *front.names)), default=i)
    return Phrase(
        front.start, i + 1, i, "fighter" if noun.sort == "fighter" else "people", "nominal",
        page.text(plain_start(page, front, first), i + 1), kind, sector, noun, known, countries, front.article,
        front.owner, is_plural(page, i), front.counted, words=words_of(page, front),
    )  # fmt: skip


def land_at(page: Page, i: int, noun: Noun) -> Phrase | None:
    """A state by a common noun: "the country", "its neighbour", "both countries", "EU countries"."""
    front = before(page, i)
    if (
        front.article in ABSENT
        or page.parse.deps[i] in ("compound", "amod", "nmod")
        or page.lower[i + 1 : i + 2] == ["-"]
    ):
        return None
    group = next((known_of(n) for n in front.names if known_of(n)), None)
    regions = [n for n in front.states if n.named and n.named.known.kind == "region"]
    if group is None and regions:
        group = known_of(regions[-1])
    return Phrase(
        front.start, i + 1, i, "state", "nominal", page.text(plain_start(page, front, i), i + 1), "state", None, noun,
        group, front.countries, front.article, front.owner, is_plural(page, i), front.counted,
        words=words_of(page, front),
    )  # fmt: skip


def group_at(page: Page, i: int, noun: Noun) -> Phrase | None:
    """A party, company, outlet or other group, with the name that the words stand before or after."""
    front = before(page, i)
    if front.article in ABSENT or (page.parse.deps[i] in ("compound", "amod", "nmod") and not name_behind(page, i)):
        return None
    group = next((known_of(n) for n in reversed(front.names) if known_of(n)), None)
    behind = name_behind(page, i)
    if group is None and noun.kind == "igo":
        group = next((known_of(n) for n in front.states if not codes((n,))), None)
    code = front.countries[0] if len(front.countries) == 1 else None
    found = longest(page, i, front, page.world.bodies) if code else None
    known = (
        group or (known_of(behind) if behind else None) or (page.world.body(page.text(*found), code) if found else None)
    )
    kind, sector = (
        (known.kind, known.sector) if known else kind_of(page, noun, front, page.text(*(found or (i, i + 1))))
    )
    loose = noun.kind != "civil" and is_plural(page, i) and bool(front.words or front.counted)
    public = kind in ("government", "military", "security") and front.article in ("a", "an")
    if not (loose or known or behind or public or front.article in POINTING or front.countries):
        return None
    first = min((n.start for n in (*front.states, *front.names)), default=i)
    owner = front.owner if front.owner is not None else next((n.head for n in front.names if n.sort == "person"), None)
    return Phrase(
        front.start, i + 1, i, "group", "nominal", page.text(plain_start(page, front, first), i + 1), kind, sector,
        noun, known, front.countries, front.article, owner, is_plural(page, i), front.counted,
        named=(behind.head,) if behind else (), bond="title" if behind else "", words=words_of(page, front),
        title=fold(page.text(i, i + 1)),
    )  # fmt: skip


def name_behind(page: Page, i: int) -> Name | None:
    """The name of an organisation right behind its noun: "the news agency Interfax"."""
    name = page.at[i + 1] if i + 1 < len(page.at) else None
    if name is None or name.start != i + 1 or name.adjective:
        return None
    known = known_of(name)
    return name if name.sort == "org" or (known and known.kind not in ("state", "region")) else None
