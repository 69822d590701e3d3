"""Whom a description of a person or of officials speaks of: by office, noun and country, else somebody new."""

from dataclasses import replace

from dragoman.model.actor import Kind
from dragoman.model.world import Known, fold
from dragoman.read.actors_phrase import Phrase
from dragoman.read.actors_posts import RELATIVES
from dragoman.read.actors_titles import home_of_title, lacking
from dragoman.read.coref_cluster import Cluster, Post
from dragoman.read.coref_discourse import Discourse
from dragoman.read.coref_fit import (
    BACK,
    CHIEFS,
    OFFICIAL,
    agree,
    body_agrees,
    body_name,
    can_be_called,
    can_or_is,
    possible,
    same_noun,
    unowned,
)
from dragoman.read.coref_pronouns import group_of
from dragoman.read.coref_scene import harmed, home_of, town_behind

ENVOYS = frozenset(("ambassador", "envoy", "diplomat", "consul", "commissioner", "emissary"))
FAR = 12  # sentences
CAPTORS = frozenset(("captor", "jailer"))
TELLING = frozenset(
    (
        "official", "military", "security", "government", "enforcement", "intelligence", "police", "defence", "defense",
        "ministry", "palace", "presidential", "diplomatic", "army", "naval", "parliamentary", "judicial",
    )
)  # fmt: skip
COMMON = frozenset(("official", "source", "adviser", "advisor", "aide"))


def post(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """The person or people that a post describes."""
    if phrase.word == "counterpart" or (phrase.word == "colleague" and phrase.countries and not phrase.plural):
        return counterpart(talk, phrase)
    if phrase.bond in ("apposition", "copula"):
        if phrase.plural and len(phrase.named) > 1:
            return group_of(talk, [c for t in phrase.named if (c := talk.at.get(t))])
        named = talk.at.get(phrase.named[0]) if phrase.named else None
        if named and phrase.sort == "kin":
            return named_relation(talk, phrase, named)
        if named and named.country is None and phrase.word in COMMON and not phrase.countries:
            named.country = next(
                (e.cluster.country for e in talk.before(phrase.head) if phrase.word in e.cluster.nouns), None
            )
        return named_at_last(talk, phrase, named) if named and phrase.article == "the" else named
    if phrase.plural:
        return several(talk, phrase)
    if phrase.sort == "kin":
        return relation(talk, phrase)
    country = country_of(talk, phrase)
    if phrase.office is None and fold(phrase.title) in talk.page.world.offices and pointing(phrase, country):
        office = talk.page.world.office(phrase.title, country or talk.bearing(phrase))
        phrase = replace(phrase, office=office.office if office else None)
    if pointing(phrase, country):
        current = not {"former", "then"} & set(phrase.words)
        found = in_office(talk, phrase, country) or (holder(talk, phrase, country) if current else None)
        found = found or somebody(talk, phrase, country)
        if found:
            return found
    return anew(talk, phrase, country)


def pointing(phrase: Phrase, country: str | None) -> bool:
    """Whether a description points to somebody known: "the minister", "Iran's president", "ministry spokesman"."""
    if phrase.article in BACK or (phrase.owner is not None and phrase.article not in ("a", "an")):
        return True
    return (
        phrase.article == ""
        and not phrase.counted
        and (country is not None or phrase.organisation is not None or phrase.office is not None)
    )


def country_of(talk: Discourse, phrase: Phrase) -> str | None:
    """The country of a post: its own, its organisation's, or its owner's."""
    if phrase.countries:
        return phrase.countries[0] if len(phrase.countries) == 1 else None
    for token in (phrase.organisation, phrase.owner):
        owner = talk.at.get(token) if isinstance(token, int) else None
        if owner is None or owner.country is None or owner.members:
            continue
        if phrase.word in CAPTORS:
            return talk.country_here(phrase.head, {owner.country})
        if owner.human or phrase.word not in RELATIVES:
            return owner.country
    return phrase.organisation.country if isinstance(phrase.organisation, Known) else None


def in_office(talk: Discourse, phrase: Phrase, country: str | None) -> Cluster | None:
    """The last person of the report who holds an office of a country; any country's where none is told."""
    if not phrase.office:
        return None
    holders = [c for c in talk.clusters if c.sort == "person" and phrase.office in c.offices]
    exact = [c for c in holders if c.country == country] if country else [c for c in holders if unowned(c)]
    exact = [c for c in exact if phrase.word in c.nouns] or exact
    return next((e.cluster for e in talk.before(phrase.head) if e.cluster in exact), next(iter(exact), None))


def somebody(talk: Discourse, phrase: Phrase, country: str | None) -> Cluster | None:
    """A person of the report who may hold this office, was called by this noun, or can be so called."""
    if phrase.office:
        for c in talk.clusters:
            if c.sort == "person" and phrase.office in c.offices and c.country is None and unowned(c):
                return c
    if " " in phrase.title:
        for c in talk.clusters:
            if c.human and agree(c, country) and any(p.title.lower() == phrase.title.lower() for p in c.posts):
                return c
    for test in (same_noun, can_be_called):
        for e in talk.before(phrase.head):
            c = e.cluster
            if possible(c, phrase) and agree(c, country) and test(c, phrase) and body_agrees(talk, c, phrase):
                return c
    if phrase.article in BACK and phrase.words == () and phrase.noun and phrase.noun.sort == "role":
        for c in talk.clusters:
            if c.sort == "person" and phrase.word in c.nouns and agree(c, country):
                return c
    return None


def holder(talk: Discourse, phrase: Phrase, country: str | None) -> Cluster | None:
    """The person who held an office on the day the report came out, by the dated roles."""
    day = talk.published
    home = country or (talk.bearing(phrase) if phrase.article in BACK else None)
    if not (phrase.office and home and day):
        return None
    tenure = talk.page.world.holder(home, phrase.office, day)
    if tenure is None:
        return None
    surname = tenure.person.split()[-1].casefold()
    for c in talk.clusters:
        if c.sort == "person" and c.name.casefold().split()[-1] == surname:
            return c
    key = f"holder:{home}:{phrase.office}"
    found = talk.by_key.get(key)
    if found is None:
        found = talk.new(Cluster("person", tenure.person, phrase.kind, phrase.sector, home, key))
        found.posts.append(Post(phrase.title, phrase.office, None, home, phrase))
    return found


def anew(talk: Discourse, phrase: Phrase, country: str | None) -> Cluster:
    """A described person; officials of one country are one described actor, others by their own words."""
    country = country or (harmed(talk, phrase) if phrase.kind == "military" else None)
    home = country or (chief_country(talk, phrase) if "administration" in phrase.words else None)
    home = home or town_behind(talk, phrase) or home_of(talk, phrase)
    if phrase.kind == "unknown" and phrase.word not in COMMON and home is None:
        return unnamed(talk, phrase)
    if home is None and phrase.word in COMMON:
        earlier = next(
            (
                e.cluster
                for e in talk.before(phrase.head)
                if phrase.word in e.cluster.nouns and e.cluster.sort == "role"
            ),
            None,
        )
        if earlier:
            return earlier
    if (
        home is None
        and (phrase.kind in OFFICIAL or TELLING & set(phrase.words))
        and phrase.kind != "igo"
        and (phrase.article in BACK or phrase.office or phrase.word in COMMON)
    ):
        home = talk.bearing(phrase)
    if phrase.word in COMMON and home:
        return officials(talk, phrase, home)
    cluster = Cluster(
        "role",
        phrase.name,
        phrase.kind,
        phrase.sector,
        home,
        described=True,
        plural=phrase.plural,
        gender=phrase.gender,
    )
    if phrase.office:
        cluster.posts.append(Post(phrase.title, phrase.office, None, home, phrase))
    return talk.new(cluster)


def unnamed(talk: Discourse, phrase: Phrase) -> Cluster:
    """Enemies, allies and the like without a country: one described actor for each noun."""
    owner = talk.at.get(phrase.owner) if phrase.owner is not None else None
    key = f"described:{owner.name if owner else ''}:{phrase.word}"
    return talk.by_key.get(key) or talk.new(
        Cluster("role", phrase.name, phrase.kind, phrase.sector, None, key, described=True, plural=phrase.plural)
    )


def chief_country(talk: Discourse, phrase: Phrase) -> str | None:
    """The country of the last administration or head of state spoken of."""
    but = lacking("administration", {c.country for c in talk.clusters if c.country})
    for e in talk.before(phrase.head):
        if (e.cluster.offices & CHIEFS or "administration" in e.cluster.nouns) and e.cluster.country not in but:
            return e.cluster.country
    return home_of_title("administration")


def officials(talk: Discourse, phrase: Phrase, country: str) -> Cluster:
    """The unnamed officials of a country, one actor for each kind they are of."""
    word = phrase.word if phrase.word == "source" else "official"
    known_as = talk.page.world.body("officials", country)
    body = body_name(talk, phrase)
    if known_as and phrase.kind == "government" and word == "official" and not body:
        key = known_as.key
    else:
        key = f"described:{country}:{word}:{phrase.kind}:{body or ''}"
    known = talk.by_key.get(key)
    if known is None:
        known = talk.new(
            Cluster("role", phrase.name, phrase.kind, phrase.sector, country, key, described=True, plural=True)
        )
    elif len(phrase.name) > len(known.name):
        known.name = phrase.name
    return known


def told_before(talk: Discourse, phrase: Phrase, country: str | None) -> Cluster | None:
    """The people told of before that a description points back to: "the envoys", "the 60 people"."""
    if phrase.article not in BACK or phrase.countries:
        return None
    words = ENVOYS if phrase.word in ENVOYS else {phrase.word}
    for e in talk.before(phrase.head):
        c = e.cluster
        if c.plural and words & c.nouns and agree(c, country) and not c.members:
            return c
    if phrase.noun and phrase.noun.sort in ("person", "people"):
        for e in talk.before(phrase.head, FAR):
            if e.cluster.plural and e.cluster.sort == "role" and e.phrase.counted:
                return e.cluster
    return None


def several(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """Several people by their post: a group of known ones, those last so called, or new ones."""
    owner = talk.at.get(phrase.owner) if phrase.owner is not None else None
    two = phrase.article == "both" or ("two" in talk.page.lower[phrase.start : phrase.end] and phrase.article == "the")
    if len(phrase.countries) > 1 or (two and not phrase.countries):
        many = holders(talk, phrase)
        if many:
            return many
    country = country_of(talk, phrase)
    earlier = told_before(talk, phrase, country)
    if earlier:
        return earlier
    if phrase.word in COMMON:
        if country is None and "administration" in phrase.words:
            country = chief_country(talk, phrase)
        for e in talk.before(phrase.head) if country is None and owner is None else ():
            if phrase.word in e.cluster.nouns and e.cluster.sort == "role":
                return e.cluster
        home = country or (talk.country_here(phrase.head) if owner is None else None)
        if home:
            return officials(talk, phrase, home)
    if phrase.kind == "unknown" and country is None and phrase.organisation is None:
        return unnamed(talk, phrase)
    lawmakers = phrase.kind == "legislature" and not phrase.counted
    house = next(
        (e.cluster.country for e in talk.before(phrase.head) if e.cluster.kind == "legislature" and e.cluster.country),
        None,
    )
    home = country or ((house or talk.country_here(phrase.head)) if lawmakers else None)
    if lawmakers and home:
        known = talk.page.world.body("parliament", home)
        return talk.known(known) if known else None
    if country is None and owner is None and phrase.organisation is None and phrase.kind in ("military", "security"):
        country = harmed(talk, phrase) or talk.country_here(phrase.head)
    country = country or (home_of(talk, phrase) if owner is None and phrase.organisation is None else None)
    whose = country or (
        owner.name if owner else phrase.organisation.key if isinstance(phrase.organisation, Known) else ""
    )
    number = " ".join(
        w
        for t, w in enumerate(talk.page.lower[phrase.start : phrase.end], phrase.start)
        if talk.page.parse.tags[t] == "CD"
    )
    key = f"described:{whose}:{phrase.word}:{phrase.kind}:{number}"
    return talk.by_key.get(key) or talk.new(
        Cluster("role", phrase.name, phrase.kind, phrase.sector, country, key, described=True, plural=True)
    )


def holders(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """The group of persons, else states, that hold one post each: "the foreign ministers of France and Germany"."""
    world, title = talk.page.world, phrase.title.removesuffix("s")
    countries = phrase.countries
    if not countries:
        leaders = [
            e.cluster
            for e in talk.before(phrase.head, 4)
            if e.cluster.sort == "person" and can_or_is(e.cluster, phrase)
        ]
        two = list(dict.fromkeys(leaders))[:2]
        return group_of(talk, two) if len(two) == 2 else None
    members = []
    for country in countries:
        office = world.office(title, country)
        named = [
            c
            for c in talk.clusters
            if c.sort == "person" and office and office.office in c.offices and c.country == country
        ]
        state = talk.state(country)
        members += named[:1] or ([state] if state else [])
    return group_of(talk, members)


def relation(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """A relative of somebody: the one so called before, else somebody new."""
    owner = talk.at.get(phrase.owner) if phrase.owner is not None else None
    if owner is None and phrase.article not in BACK:
        return None
    if owner is None:
        return next(
            (e.cluster for e in talk.before(phrase.head) if phrase.word in e.cluster.nouns and e.cluster.human), None
        )
    key = relation_key(owner, phrase)
    return talk.by_key.get(key) or talk.new(
        Cluster(
            "kin", f"{phrase.word} of {owner.name}", "person", None, None, key, described=True, gender=phrase.gender,
            relative_of=owner,
        )
    )  # fmt: skip


def named_at_last(talk: Discourse, phrase: Phrase, named: Cluster) -> Cluster:
    """Who was only described just before ("its ambassador") and is now named ("the envoy, X,") is one person."""
    words = ENVOYS if phrase.word in ENVOYS else {phrase.word}
    for e in talk.before(phrase.head, 2):
        c = e.cluster
        if c.sort == "role" and c.described and not c.plural and c.nouns & words and agree(named, c.country):
            named.country = named.country or c.country
            talk.merge(c, named)
            break
    return named


def relation_key(owner: Cluster, phrase: Phrase) -> str:
    """What a relative of somebody is kept under."""
    return f"described:{id(owner)}:{phrase.word}"


def named_relation(talk: Discourse, phrase: Phrase, named: Cluster) -> Cluster:
    """A relative whose name is told takes over what was said of the unnamed one."""
    owner = talk.at.get(phrase.owner) if phrase.owner is not None else None
    if owner:
        key = relation_key(owner, phrase)
        unnamed = talk.by_key.get(key)
        if unnamed and unnamed is not named:
            talk.merge(unnamed, named)
        talk.by_key[key] = named
    return named


def counterpart(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """A counterpart holds the same office as its owner, or as the last office holder, in another country."""
    owner = talk.at.get(phrase.owner) if phrase.owner is not None else None
    offices = owner.offices if owner else set()
    if not offices:
        offices = next((e.cluster.offices for e in talk.before(phrase.head, 2) if e.cluster.offices), set())
    country = phrase.countries[0] if phrase.countries else None
    for c in talk.clusters:
        if country and c.sort == "person" and c.country == country and offices & c.offices:
            return c
    office = next(iter(sorted(offices)), None)
    found = holder(talk, replace(phrase, office=office), country) if office and country else None
    if found or country is None:
        return found
    kind: Kind = owner.kind if owner else phrase.kind
    new = talk.new(Cluster("role", phrase.name, kind, phrase.sector, country, described=True))
    if office:
        new.posts.append(Post(office, office, None, country, phrase))
    return new
