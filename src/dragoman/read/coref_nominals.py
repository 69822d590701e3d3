"""Whom a description speaks of: "the ministry", "his country", "the two sides", "the deputy", "U.S. officials"."""

from functools import lru_cache

from dragoman.model.world import Known, World, fold
from dragoman.read.actors_front import known_of
from dragoman.read.actors_phrase import Phrase
from dragoman.read.coref_cluster import Cluster
from dragoman.read.coref_discourse import Discourse
from dragoman.read.coref_fit import BACK
from dragoman.read.coref_people import post
from dragoman.read.coref_pronouns import group_of
from dragoman.read.coref_scene import home_of, scene

DEFINITE = frozenset(
    ("the", "this", "that", "these", "those", "both", "its", "their", "his", "her", "our", "my", "your")
)
LANDS_NEAR = frozenset(("neighbour", "neighbor"))
FAR = 1000
PREFERRED = {"bloc": ("igo:EU",), "alliance": ("igo:NATO",)}
PRIVATE = frozenset(("media", "company", "civil"))
LOCAL = frozenset(("COP", "JUD"))
OWN = frozenset(("our", "my", "us", "we"))


def nominal(talk: Discourse, phrase: Phrase) -> None:
    """Put a description to the cluster it speaks of, an earlier one or a new one."""
    found: Cluster | None = beside(talk, phrase)
    if found:
        if found.country is None and found.sort == "org" and len(phrase.countries) == 1:
            found.country = phrase.countries[0]
        talk.put(phrase, found)
        return
    if phrase.sort in ("role", "kin"):
        found = post(talk, phrase)
    elif phrase.sort == "body":
        found = body(talk, phrase)
    elif phrase.sort == "government":
        found = government(talk, phrase)
    elif phrase.sort == "state":
        found = land(talk, phrase)
    elif phrase.sort == "group":
        found = group(talk, phrase)
    else:
        found = people(talk, phrase)
    if found:
        talk.put(phrase, found)


def is_own(talk: Discourse, t: int) -> bool:
    """Whether token t is somebody speaking of himself ("our"), and no "US"."""
    return talk.page.lower[t] in OWN and talk.page.parse.words[t] != "US"


def beside(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """The organisation or state that a description stands beside: "Belavia, the flag carrier,"."""
    parse, name = talk.page.parse, talk.page.at[phrase.end] if phrase.end < len(talk.page.at) else None
    known = known_of(name) if name and name.start == phrase.end else None
    if phrase.sort == "body" and known and known.kind == phrase.kind == "media":
        return talk.known(known)
    if phrase.sort not in ("group", "state", "body") or parse.deps[phrase.head] != "appos" or phrase.plural:
        return None
    other = talk.at.get(parse.heads[phrase.head])
    if phrase.sort == "body" and (other is None or not calls(other, phrase)):
        return None
    return other if other and not other.human and not other.plural and not other.members else None


def calls(other: Cluster, phrase: Phrase) -> bool:
    """Whether an outlet or firm can be called so: "Fars, the Iranian news agency"; ministries keep their names."""
    if other.country and phrase.countries and other.country not in phrase.countries:
        return False
    return phrase.kind in PRIVATE and (other.sort == "org" or (other.sort == "known" and other.kind == phrase.kind))


def owner_of(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """The cluster of a description's possessor."""
    return talk.at.get(phrase.owner) if phrase.owner is not None else None


def body(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """The body of a state, of the owner's state, or the last one so called; of several states a group."""
    world = talk.page.world
    if len(phrase.countries) > 1:
        return bodies(talk, phrase, phrase.countries)
    owner = owner_of(talk, phrase)
    if owner and owner.members:
        return bodies(talk, phrase, tuple(m.country for m in owner.members if m.country))
    if phrase.owner is not None and is_own(talk, phrase.owner):
        return None
    country = phrase.countries[0] if phrase.countries else owner.country if owner else talk.within.get(phrase.head)
    if owner and owner.human and phrase.word == "office":
        return owner
    if phrase.article in ("a", "an"):
        return talk.new(described(phrase, country or talk.country_here(phrase.head)))
    if country is None:
        if phrase.noun and phrase.noun.sort == "forces" and (phrase.article not in DEFINITE or phrase.words):
            return talk.new(described(phrase, None)) if phrase.kind == "armed_group" else None
        home = talk.place_of(phrase) or talk.governing(phrase.head)
        if home is None and phrase.sector in LOCAL:
            home = scene(talk, phrase.head)
        earlier = last_called(talk, phrase) or (last_of_sort(talk, phrase) if home is None else None)
        if earlier:
            return earlier
        if phrase.kind != "armed_group":
            country = home or talk.country_here(phrase.head)
    known = world.body(phrase.title, country) if country else None
    if known:
        return talk.known(known)
    if phrase.noun and phrase.noun.weak:
        return None
    if phrase.article not in DEFINITE and not phrase.plural and phrase.form == "nominal":
        return None
    if phrase.form == "name" and country:
        state = world.state(country)
        name = f"{phrase.name} of {state.name if state else country}"
        return talk.known(Known(f"body:{country}:{phrase.title}", name, phrase.kind, country, phrase.sector))
    return talk.new(described(phrase, country))


def bodies(talk: Discourse, phrase: Phrase, countries: tuple[str, ...]) -> Cluster | None:
    """The group of one body each of several states: "the Iranian and Azeri foreign ministries"."""
    title = singular(phrase.title)
    known = [talk.page.world.body(title, c) for c in countries]
    members = [
        talk.known(k) if k and k.key in talk.by_key else talk.state(c) for k, c in zip(known, countries, strict=True)
    ]
    return group_of(talk, [m for m in members if m])


def singular(title: str) -> str:
    """A title's last word in the singular."""
    if title.endswith("ies"):
        return title[:-3] + "y"
    return title.removesuffix("s")


def last_called(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """The last body, organisation or group that the report called by this noun, or whose name has it."""
    if len(phrase.title.split()) > 1:
        home = talk.governing(phrase.head)
        known = talk.page.world.body(phrase.title, home) if home else None
        if known and known.key in talk.by_key:
            return talk.by_key[known.key]
        for c in reversed(talk.clusters):
            if c.sort != "group" and any(p.title == phrase.title and p.sort == phrase.sort for p in c.phrases):
                return c
    for e in talk.before(phrase.head, reach=FAR):
        c = e.cluster
        if not c.human and not c.members and c.plural == phrase.plural and fits(c, phrase):
            return c
    return None


def last_of_sort(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """The last body of the sort that a phrase means, whatever it was called: "the army" for "Indian soldiers"."""
    sort = talk.page.world.bodies.get(phrase.title)
    if sort is None:
        return None
    for e in talk.before(phrase.head, reach=FAR):
        if (e.cluster.key or "").endswith(f":{sort.key}"):
            return e.cluster
    return None


def fits(cluster: Cluster, phrase: Phrase) -> bool:
    """Whether a cluster can be called by a description's noun, and agrees with its other words."""
    if cluster.kind in ("state", "region", "person") or cluster.human:
        return False
    words = {w for p in cluster.phrases if p.form == "name" for w in fold(p.name).split()} | set(
        fold(cluster.name).split()
    )
    if phrase.word not in cluster.nouns and phrase.word not in words:
        return False
    return phrase.title in (p.title for p in cluster.phrases) or all(
        w in words or w in cluster.nouns for w in phrase.title.split()
    )


def government(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """A state by its government or side; an administration by its leader; "both sides" are a group."""
    owner = owner_of(talk, phrase)
    if phrase.counted or phrase.article == "both" or len(phrase.countries) > 1:
        return pair(talk, phrase)
    country = phrase.countries[0] if phrase.countries else owner.country if owner else None
    if phrase.word == "administration":
        return administration(talk, phrase, owner, country)
    if phrase.owner is not None and is_own(talk, phrase.owner):
        return None
    if (
        country is None
        and phrase.article in ("the", "this", "that")
        and phrase.word in ("government", "authority", "regime", "leadership")
    ):
        country = talk.country_here(phrase.head)
    if country:
        return talk.state(country)
    if owner and owner.kind in ("igo", "region", "armed_group", "party"):
        return owner
    if phrase.word in ("government", "authority", "cabinet", "junta") and (phrase.plural or phrase.article == "the"):
        return talk.new(described(phrase, None))
    return None


def administration(talk: Discourse, phrase: Phrase, owner: Cluster | None, country: str | None) -> Cluster | None:
    """An administration, by its leader's name or the country's; "the administration" is the last one."""
    if owner and owner.human:
        name = f"{owner.name.split()[-1].title()} administration"
        home = owner.country or country
        key = f"body:{home}:administration:{owner.name.split()[-1].casefold()}"
        return talk.known(Known(key, name, "government", home, "GOV"))
    for e in talk.before(phrase.head):
        if "administration" in e.cluster.nouns and (country is None or e.cluster.country == country):
            return e.cluster
    country = country or talk.country_here(phrase.head)
    known = talk.page.world.known.get(f"body:{country}:white-house")
    return talk.known(known) if known else talk.state(country) if country else None


def land(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """A state by a common noun: its owner's ("his country"), the other one ("its neighbour"), the prominent one."""
    if phrase.known and phrase.known.kind == "igo":
        return talk.known(phrase.known)
    if phrase.known and phrase.plural:
        return region_group(talk, phrase)
    owner = owner_of(talk, phrase)
    if phrase.owner is not None and is_own(talk, phrase.owner) and phrase.plural is False:
        return None
    if phrase.plural:
        if (
            phrase.counted
            or phrase.article in ("both", "the", "these", "their", "our")
            or (phrase.word in LANDS_NEAR and phrase.owner is not None)
        ):
            many = pair(talk, phrase)
            if many:
                return many
        return talk.new(described(phrase, None)) if phrase.counted or phrase.words else None
    if phrase.word in LANDS_NEAR:
        home = owner.country if owner else None
        other = other_country(talk, phrase, home) if home else None
        return talk.state(other) if other else None
    if owner and owner.country:
        return talk.state(owner.country)
    if phrase.article in ("the", "this", "that") and phrase.word in (
        "country",
        "state",
        "nation",
        "republic",
        "kingdom",
        "emirate",
        "island nation",
        "federation",
    ):
        if phrase.countries:
            return talk.state(phrase.countries[0])
        named = any(talk.page.capital(t) for t in range(phrase.start + 1, phrase.head))
        return nearest_state(talk, phrase) if phrase.known or not named else None
    return None


def region_group(talk: Discourse, phrase: Phrase) -> Cluster:
    """The states of a region, as one described actor for each way of calling them: "European allies"."""
    assert phrase.known
    key = f"described:{phrase.known.key}:{phrase.word}"
    return talk.by_key.get(key) or talk.new(described(phrase, None, key))


def nearest_state(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """The state that stands out most just before a description; never the subject of the verb whose object it is."""
    parse, i = talk.page.parse, phrase.head
    barred = (
        {talk.at.get(k) for k in parse.kids(parse.heads[i], "nsubj")} if parse.deps[i] in ("dobj", "nsubj") else set()
    )
    but: set[str | None] = {c.country for c in barred if c and c.kind == "state"}
    score: dict[str, float] = {}
    for e in talk.before(i, 3):
        country = e.cluster.country
        if country and country not in but and not e.cluster.members and e.cluster.kind != "media":
            own = 1.0 if e.cluster.kind == "state" else 0.5
            score[country] = score.get(country, 0.0) + own * e.weight * 0.5 ** ((i - e.token) / 14)
    fitting = [c for c in score if is_called(talk, c, phrase.word)] or list(score)
    return talk.state(max(fitting, key=lambda c: score[c])) if fitting else None


def is_called(talk: Discourse, country: str, word: str) -> bool:
    """Whether a state is a kingdom, an emirate and so on, where the noun asks for it."""
    if word not in ("kingdom", "emirate", "sultanate", "federation"):
        return True
    return country in called(talk.page.world, word)


@lru_cache(maxsize=32)
def called(world: World, word: str) -> frozenset[str]:
    """The codes of the states one of whose names has this word ("Hashemite Kingdom of Jordan")."""
    states = (n.known for phrase, n in world.names.items() if n.known.kind == "state" and word in phrase.split())
    return frozenset(s.country for s in states if s.country)


def other_country(talk: Discourse, phrase: Phrase, home: str | None) -> str | None:
    """The country other than `home` that stands out before a token, else the most named one of the report."""
    near = [c for c in talk.standing(phrase.head, {home}, 2) if c in talk.states]
    if near:
        return near[0]
    rest = sorted((c for c in talk.states if c != home), key=lambda c: -talk.states[c])
    return rest[0] if rest else None


def pair(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """The two states (or sides) that stand out before a description."""
    page = talk.page
    own = [s for c in phrase.countries if (s := talk.state(c))]
    if len(own) > 1:
        return group_of(talk, own)
    if phrase.counted and not {"two", "both"} & set(numbers(talk, phrase)) and phrase.article != "both":
        return None
    owner = owner_of(talk, phrase)
    if owner and owner.members:
        return group_of(talk, [s for m in owner.members if m.country and (s := talk.state(m.country))])
    if not (phrase.counted or phrase.article == "both") and phrase.article not in ("their", "our", "these"):
        return None
    inside = (known_of(n) for n in page.at[phrase.start : phrase.end] if n)
    against: set[str | None] = {k.country for k in inside if k and k.country}
    against |= {addressing(talk, phrase)} - {None}
    apart = against - set(phrase.countries)
    near = [c for c in talk.standing(phrase.head, apart, sentences=4) if c in talk.states]
    if len(near) < 2:
        near += [c for c in sorted(talk.states, key=lambda c: -talk.states[c]) if c not in {*near, *apart}]
    return group_of(talk, [s for c in near[:2] if (s := talk.state(c))]) if len(near) > 1 else None


def addressing(talk: Discourse, phrase: Phrase) -> str | None:
    """The country of whoever does something to those described ("|Peru| urged both countries", "called on both")."""
    parse = talk.page.parse
    verb = parse.heads[phrase.head]
    if parse.pos[verb] == "ADP":
        verb = parse.heads[verb]
    if parse.pos[verb] != "VERB" or parse.deps[phrase.head] not in ("dobj", "pobj"):
        return None
    subjects = (talk.at.get(s) for s in parse.kids(verb, "nsubj"))
    return next((s.country for s in subjects if s), None)


def numbers(talk: Discourse, phrase: Phrase) -> list[str]:
    """The words of a description, in lower case."""
    return talk.page.lower[phrase.start : phrase.end]


def group(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """A party, company, outlet or other group: by name, else the last one that can be so called."""
    if phrase.known:
        return region_group(talk, phrase) if phrase.known.kind == "region" else talk.known(phrase.known)
    for t in phrase.named:
        cluster = talk.at.get(t)
        if cluster is None:
            name = talk.page.at[t]
            cluster = talk.by_key.get("org:" + talk.page.text(name.start, name.end).casefold()) if name else None
        if cluster:
            if cluster.sort == "org" and cluster.kind == "civil":
                cluster.kind, cluster.sector = phrase.kind, phrase.sector
            if cluster.country is None and len(phrase.countries) == 1:
                cluster.country = phrase.countries[0]
            return cluster
    owner = owner_of(talk, phrase)
    if phrase.word == "party" and (phrase.counted or phrase.article == "both"):
        return pair(talk, phrase)
    if owner and (owner.human or owner.kind == "state") and phrase.article not in ("the",):
        key = f"described:{owner.name}:{phrase.word}"
        return talk.by_key.get(key) or talk.new(described(phrase, owner.country, key))
    if phrase.countries:
        key = f"described:{'+'.join(phrase.countries)}:{phrase.word}:{phrase.plural}"
        return talk.by_key.get(key) or talk.new(described(phrase, phrase.countries[0], key))
    if phrase.article not in DEFINITE:
        key = f"described::{phrase.name.lower()}"
        return talk.by_key.get(key) or talk.new(described(phrase, None, key))
    return last_called(talk, phrase) or last_of_kind(talk, phrase)


def last_of_kind(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """The last named organisation of the kind that a noun means ("the alliance", "the agency", "the company")."""
    for key in PREFERRED.get(phrase.word, ()):
        if key in talk.by_key:
            return talk.by_key[key]
    kinds: set[str] = {phrase.kind}
    if phrase.word in ("group", "organization", "organisation", "movement", "union", "bloc", "agency", "coalition"):
        kinds |= {"armed_group", "igo", "party", "civil", "security", "media"}
    if phrase.word in ("agency",):
        kinds = {"media", "security", "igo", "government"}
    for e in talk.before(phrase.head, 3):
        c = e.cluster
        called = c.kind in kinds or (c.sort == "org" and c.kind == "civil")
        if called and c.sort in ("known", "org") and not c.plural and e.phrase.form == "name":
            if c.sort == "org" and phrase.kind == "company":
                c.kind, c.sector = phrase.kind, phrase.sector
            return c
    return None


def people(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """Inhabitants, fighters and others that only their noun tells; the same words are the same people."""
    if phrase.known:
        return talk.known(phrase.known)
    if phrase.sort == "fighter" and not phrase.countries:
        for e in talk.before(phrase.head):
            if phrase.word in e.cluster.nouns or (e.cluster.kind == "armed_group" and e.phrase.form == "name"):
                return e.cluster
        return None
    if len(phrase.countries) > 1:
        return group_of(talk, [s for c in phrase.countries if (s := talk.state(c))])
    if phrase.article in BACK and not phrase.countries:
        for e in talk.before(phrase.head):
            if phrase.word in e.cluster.nouns and e.cluster.plural and not e.cluster.members:
                return e.cluster
    country = phrase.countries[0] if phrase.countries else home_of(talk, phrase)
    key = f"described:{country}:{phrase.word}"
    return talk.by_key.get(key) or talk.new(described(phrase, country, key))


def described(phrase: Phrase, country: str | None, key: str | None = None) -> Cluster:
    """A new actor without a name of its own."""
    return Cluster(
        phrase.sort, phrase.name, phrase.kind, phrase.sector, country, key, described=True, plural=phrase.plural,
        gender=phrase.gender,
    )  # fmt: skip
