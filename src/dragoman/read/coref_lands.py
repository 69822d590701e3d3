"""Which states a common noun speaks of: "the country", "its neighbour", "both sides", "Manila's ally, Japan,"."""

from functools import lru_cache

from dragoman.model.world import World
from dragoman.read.actors_front import is_state, known_of
from dragoman.read.actors_phrase import Phrase
from dragoman.read.coref_cluster import Cluster
from dragoman.read.coref_discourse import Discourse
from dragoman.read.coref_pronouns import group_of

LANDS_NEAR = frozenset(("neighbour", "neighbor"))
RIVALS = frozenset(("rival", "enemy", "foe", "adversary"))
OWN = frozenset(("our", "my", "us", "we"))
OFTEN = 1.0
"""How much the state that a report names most stands out among those that "both sides" can be."""


def is_own(talk: Discourse, t: int) -> bool:
    """Whether token t is somebody speaking of himself ("our"), and no "US"."""
    return talk.page.lower[t] in OWN and talk.page.parse.words[t] != "US"


def owner_of(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """The cluster of a description's possessor."""
    return talk.at.get(phrase.owner) if phrase.owner is not None else None


def relative(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """The state that is another's ally, partner or rival: the one named beside it; of rivals the other one."""
    owner = owner_of(talk, phrase)
    if owner is None or owner.human or owner.country is None or phrase.plural:
        return None
    beside = next(
        (c for t in named_beside(talk, phrase) if (c := state_at(talk, t)) and c.country != owner.country), None
    )
    if beside or phrase.word not in RIVALS:
        return beside
    other = other_country(talk, phrase, owner.country)
    return talk.state(other) if other else None


def named_beside(talk: Discourse, phrase: Phrase) -> list[int]:
    """The tokens that the grammar puts beside a description: "its ally |Belarus|", "|Oman|, a partner of", "is"."""
    parse, i = talk.page.parse, phrase.head
    found = [phrase.end] if phrase.end < len(parse) else []
    found += parse.kids(i, "appos")
    if parse.deps[i] == "appos":
        found.append(parse.heads[i])
    if parse.deps[i] == "attr":
        found += parse.kids(parse.heads[i], "nsubj")
    return found


def state_at(talk: Discourse, t: int) -> Cluster | None:
    """The state that the name at token t names."""
    name = talk.page.at[t]
    known = known_of(name) if name and is_state(name) and not name.adjective else None
    return talk.known(known) if known and known.kind == "state" else None


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
        return talk.new(Cluster.of_phrase(phrase, None)) if phrase.counted or phrase.words else None
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
    return talk.by_key.get(key) or talk.new(Cluster.of_phrase(phrase, None, key))


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
    near = [c for c in talk.standing(phrase.head, apart, sentences=4, often=OFTEN) if c in talk.states]
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
