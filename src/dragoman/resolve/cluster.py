"""A growing actor: its chains, what they say of it, and the record made of them."""

from collections import Counter
from dataclasses import dataclass, field, replace

from dragoman.model.actor import Actor, Chain, Kind, Role
from dragoman.model.world import World, fold
from dragoman.resolve.names_fold import name
from dragoman.resolve.offices import SINGLE, office, offices, tenures

VAGUE = ("person", "unknown")
MOST_NAMES = 12


@dataclass(slots=True)
class Cluster:
    """Chains held to be one actor. `anchor` is the chain it goes by, `known` its record so far, if it had one.

    `chains` are those at hand, `members` the ids of all. `held` gives the days on which it held an office.
    `aliased` is True where a person joined what the names would not.
    """

    anchor: str
    chains: list[Chain] = field(default_factory=list)
    known: Actor | None = None
    members: list[str] = field(default_factory=list)
    spellings: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    kinds: Counter[Kind] = field(default_factory=Counter)
    sectors: Counter[str] = field(default_factory=Counter)
    held: dict[tuple[str | None, str], set[str]] = field(default_factory=dict)
    bodies: set[str] = field(default_factory=set)
    documents: dict[str, list[Chain]] = field(default_factory=dict)
    stories: set[str] = field(default_factory=set)
    before: tuple[Actor, ...] = ()
    changed: bool = False
    aliased: bool = False

    @property
    def key(self) -> str | None:
        """The world entry it is, if any."""
        return self.known.key if self.known and self.known.key else next((c.key for c in self.chains if c.key), None)

    @property
    def described(self) -> bool:
        """True while nothing but descriptions names it."""
        return not self.spellings and all(c.described for c in self.chains)

    @property
    def country(self) -> str | None:
        """The country most of its chains give."""
        return first(self.countries)

    def names(self) -> list[str]:
        """Its spellings, the commonest first, not too many."""
        ordered = sorted(self.spellings, key=lambda n: (-self.spellings[n], n))
        return ordered[:MOST_NAMES]

    def add(self, chain: Chain, day: str | None, story: str | None, world: World) -> None:
        """Take in a chain and what it says."""
        self.chains.append(chain)
        if chain.id not in self.members:
            self.members.append(chain.id)
        if not chain.described:
            self.spellings[chain.name] += 1
        if chain.country:
            self.countries[chain.country] += 1
        self.kinds[chain.kind] += 1
        if chain.sector:
            self.sectors[chain.sector] += 1
        for o in offices(chain, world):
            self.held.setdefault(o, set()).update([day] if day else [])
        self.bodies.update(fold(r.organisation) for r in chain.roles if r.organisation)
        self.documents.setdefault(chain.document, []).append(chain)
        if story:
            self.stories.add(story)

    def seed(self, world: World) -> None:
        """Take over what its record says, for the chains that are not at hand."""
        actor = self.known
        assert actor is not None
        self.before = (actor,)
        if not actor.described:
            self.spellings[actor.name] += 1
        if actor.country:
            self.countries[actor.country] += 1
        self.kinds[actor.kind] += 1
        if actor.sector:
            self.sectors[actor.sector] += 1
        for r in actor.roles:
            self.held.setdefault(office(r, actor.country, world), set())
            if r.organisation:
                self.bodies.add(fold(r.organisation))

    def absorb(self, other: "Cluster") -> None:
        """Take in all of another cluster."""
        self.chains += other.chains
        self.members += [m for m in other.members if m not in set(self.members)]
        self.spellings += other.spellings
        self.countries += other.countries
        self.kinds += other.kinds
        self.sectors += other.sectors
        for o, days in other.held.items():
            self.held.setdefault(o, set()).update(days)
        self.bodies |= other.bodies
        for document, chains in other.documents.items():
            self.documents.setdefault(document, []).extend(chains)
        self.stories |= other.stories
        self.before += other.before
        self.aliased = self.aliased or other.aliased
        self.changed = True


def first[T: str](counts: Counter[T]) -> T | None:
    """The commonest entry, the first in the alphabet among equals."""
    return min(counts, key=lambda k: (-counts[k], k), default=None)


def record(cluster: Cluster, id: str, world: World) -> Actor:
    """The actor a cluster is."""
    known = world.known.get(cluster.key or "")
    called = known.name if known else best_name(cluster)
    kind = known.kind if known else best_kind(cluster.kinds)
    country = known.country if known else cluster.country
    sector = known.sector if known else first(cluster.sectors)
    made = Actor(
        id, called, kind, country, sector, cluster.described,
        tuple(cluster.members),
        aliases(cluster, called), roles(cluster, country, world),
        known.wikidata if known else None, cluster.key,
    )  # fmt: skip
    return dated(completed(made, world), world)


def completed(actor: Actor, world: World) -> Actor:
    """Fill in the country of a well-known person whom no report gives one, and the kind of an office holder."""
    if actor.key or actor.described or (actor.country and actor.kind not in VAGUE):
        return actor
    held = [t for n in (actor.name, *actor.aliases) if " " in n for t in world.person(n)]
    codes = {t.country for t in held if t.country}
    country = actor.country or (codes.pop() if len(codes) == 1 else None)
    office = next((t.office for t in held if t.office in SINGLE and t.country == country), None)
    if actor.kind in VAGUE and office:
        sort: Kind = "military" if office == "defence minister" else "government"
        actor = replace(actor, kind=sort, sector=actor.sector or ("MIL" if sort == "military" else "GOV"))
    return replace(actor, country=country)


def best_name(cluster: Cluster) -> str:
    """The fullest common spelling: among names of two parts or more the commonest, then the longest."""
    spellings = cluster.spellings or Counter(c.name for c in cluster.chains)
    if not spellings:
        return cluster.before[0].name if cluster.before else cluster.anchor

    def rank(text: str) -> tuple[bool, int, int, str]:
        full = sum(t.sort == "part" for t in name(text).tokens) > 1
        return (not full, -spellings[text], -len(text), text)

    return min(spellings, key=rank)


def best_kind(kinds: Counter[Kind]) -> Kind:
    """The commonest kind that says something."""
    telling = Counter({k: n for k, n in kinds.items() if k not in VAGUE})
    return first(telling) or first(kinds) or "unknown"


def aliases(cluster: Cluster, called: str) -> tuple[str, ...]:
    """Every other name its mentions use; for an actor that is only described ("its navy") also the descriptions."""
    mentions = [m for c in cluster.chains for m in c.mentions]
    described = cluster.described or not any(m.form in ("name", "metonym") for m in mentions)
    forms = ("name", "metonym", "nominal") if described else ("name", "metonym")
    said = [m.span.text for m in mentions if m.form in forms]
    before = [n for a in cluster.before for n in (a.name, *a.aliases)]
    named = [c.name for c in cluster.chains if not c.described or cluster.described]
    listed = {" ".join(n.split()) for n in (*before, *said, *named, *cluster.spellings)}
    if described:
        listed |= {without_article(n) for n in listed}
    return tuple(sorted(listed - {called, ""}))


def without_article(words: str) -> str:
    """A description without "the" or "a"."""
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an") else words


def roles(cluster: Cluster, country: str | None, world: World) -> tuple[Role, ...]:
    """Its roles, one for each office and body, with all the words that say so."""
    found: dict[tuple[object, str | None], Role] = {}
    before = [r for a in cluster.before for r in a.roles]
    for role in (*before, *(r for c in cluster.chains for r in c.roles)):
        k = (office(role, country, world), fold(role.organisation) if role.organisation else None)
        same = found.get(k)
        evidence = tuple(dict.fromkeys((*(same.evidence if same else ()), *role.evidence)))
        found[k] = replace(same or role, evidence=evidence)
    return tuple(found.values())


def dated(actor: Actor, world: World) -> Actor:
    """Fill in from the world's dated roles when an actor held its offices."""
    if not actor.roles or actor.key:
        return actor
    spells = {t.office: t for n in (actor.name, *actor.aliases) for t in tenures(n, actor.country, world)}
    if not spells:
        return actor
    filled = []
    for role in actor.roles:
        t = spells.get(office(role, actor.country, world)[1])
        filled.append(replace(role, start=role.start or t.start, end=role.end or t.end) if t else role)
    return replace(actor, roles=tuple(filled))
