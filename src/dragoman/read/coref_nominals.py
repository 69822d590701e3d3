"""Whom a description speaks of: "the ministry", "his country", "the two sides", "the deputy", "U.S. officials"."""

from dragoman.model.world import Known, fold
from dragoman.read.actors_front import known_of
from dragoman.read.actors_phrase import Phrase
from dragoman.read.actors_posts import RELATIVES
from dragoman.read.coref_cluster import Cluster
from dragoman.read.coref_discourse import Discourse
from dragoman.read.coref_fit import BACK
from dragoman.read.coref_lands import is_own, land, owner_of, pair, region_group, relative
from dragoman.read.coref_people import post
from dragoman.read.coref_pronouns import group_of
from dragoman.read.coref_scene import home_of, scene

DEFINITE = frozenset(
    ("the", "this", "that", "these", "those", "both", "its", "their", "his", "her", "our", "my", "your")
)
FAR = 1000
PREFERRED = {"bloc": "igo:EU", "alliance": "igo:NATO"}
UNIONS_NEAR = 4  # sentences
AGENCIES = ("court", "bank", "fund", "agency", "organization for", "organisation for", "committee", "office", "world")
PRIVATE = frozenset(("media", "company", "civil"))
LOCAL = frozenset(("COP", "JUD"))


def nominal(talk: Discourse, phrase: Phrase) -> None:
    """Put a description to the cluster it speaks of, an earlier one or a new one."""
    found: Cluster | None = beside(talk, phrase)
    if found:
        if found.country is None and found.sort == "org" and len(phrase.countries) == 1:
            found.country = phrase.countries[0]
        talk.put(phrase, found)
        return
    if phrase.sort in ("role", "kin"):
        found = (relative(talk, phrase) if phrase.word in RELATIVES else None) or post(talk, phrase)
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
        return talk.new(Cluster.of_phrase(phrase, country or talk.country_here(phrase.head)))
    if country is None:
        if phrase.noun and phrase.noun.sort == "forces" and (phrase.article not in DEFINITE or phrase.words):
            if phrase.kind == "armed_group":
                return talk.new(Cluster.of_phrase(phrase, None))
            country = (talk.place_of(phrase) or talk.governing(phrase.head)) if not phrase.words else None
            known = world.body(phrase.title, country) if country else None
            return talk.known(known) if known else None
        led = ministry(talk, phrase) if phrase.title == "ministry" else None
        if led:
            return led
        home = talk.place_of(phrase) or talk.governing(phrase.head)
        if home is None and phrase.sector in LOCAL:
            home = scene(talk, phrase.head)
        home = home or (foe(talk, phrase) if phrase.kind == "party" else None)
        earlier = last_called(talk, phrase) or (last_of_sort(talk, phrase) if home is None else None)
        if earlier and (home is None or phrase.article in DEFINITE or earlier.country == home):
            return earlier
        if phrase.kind != "armed_group":
            country = home or talk.country_here(phrase.head)
    known = world.body(phrase.title, country) if country else None
    if known:
        return talk.known(known)
    if phrase.noun and phrase.noun.weak and (phrase.form != "name" or country is None):
        return None
    if phrase.article not in DEFINITE and not phrase.plural and phrase.form == "nominal":
        return None
    if phrase.form == "name" and country:
        state = world.state(country)
        name = f"{phrase.name} of {state.name if state else country}"
        return talk.known(Known(f"body:{country}:{phrase.title}", name, phrase.kind, country, phrase.sector))
    return talk.new(Cluster.of_phrase(phrase, country))


def ministry(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """The ministry that "the ministry" is: the last one named nearby, or that of the last minister."""
    world = talk.page.world
    for e in talk.before(phrase.head, 2):
        c = e.cluster
        if not c.human and not c.members and fits(c, phrase):
            return c
        for title in sorted(c.offices) if c.human and c.country else ():
            office = world.office(title, c.country)
            known = world.body(office.body, c.country) if office and office.body else None
            if known and office and "ministry" in (office.body or ""):
                return talk.known(known)
    return None


def foe(talk: Discourse, phrase: Phrase) -> str | None:
    """The country of the politician or party that an opposition does something to, its own one."""
    parse, verb = talk.page.parse, talk.page.parse.heads[phrase.head]
    for k in parse.kids(verb, "dobj"):
        for t in range(*parse.subtree(k)):
            cluster = talk.at.get(t)
            if cluster and cluster.country and (cluster.human or cluster.kind == "party"):
                return cluster.country
    return None


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
    if phrase.kind == "armed_group" and phrase.sort == "group" and not phrase.plural:
        for e in talk.before(phrase.head, 0):
            if e.cluster.kind == "armed_group" and e.phrase.form == "name":
                return e.cluster
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
        return talk.new(Cluster.of_phrase(phrase, None))
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
        return talk.by_key.get(key) or talk.new(Cluster.of_phrase(phrase, owner.country, key))
    if phrase.countries:
        key = f"described:{'+'.join(phrase.countries)}:{phrase.word}:{phrase.plural}"
        return talk.by_key.get(key) or talk.new(Cluster.of_phrase(phrase, phrase.countries[0], key))
    if phrase.article not in DEFINITE:
        key = f"described::{phrase.name.lower()}"
        home = talk.country_here(phrase.head) if phrase.kind in ("government", "military", "security") else None
        return talk.by_key.get(key) or talk.new(Cluster.of_phrase(phrase, home, key))
    return bloc(talk, phrase) or last_called(talk, phrase) or last_of_kind(talk, phrase)


def bloc(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """The union of states that "the bloc" or "the alliance" is: the last one named nearby, else the usual one."""
    usual = PREFERRED.get(phrase.word)
    if usual is None:
        return None
    near = (e.cluster for e in talk.before(phrase.head, UNIONS_NEAR) if e.cluster.kind == "igo")
    found = next((c for c in near if c.key and c.key.startswith("igo:") and not is_agency(c)), None)
    return found or talk.by_key.get(usual)


def is_agency(cluster: Cluster) -> bool:
    """Whether an international body is no union of states but of the United Nations, a court or a bank."""
    key, name = cluster.key or "", cluster.name.lower()
    return key.startswith("igo:UN") or any(w in name for w in AGENCIES)


def last_of_kind(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """The last named organisation of the kind that a noun means ("the alliance", "the agency", "the company")."""
    kinds: set[str] = {phrase.kind}
    if phrase.word in ("organization", "organisation", "union", "coalition"):
        kinds |= {"armed_group", "igo", "party", "civil"}
    if phrase.word in ("group", "movement"):
        kinds |= {"armed_group", "party", "civil"}
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
        named = phrase.article in BACK
        for e in talk.before(phrase.head):
            if phrase.word in e.cluster.nouns or (
                named and e.cluster.kind == "armed_group" and e.phrase.form == "name"
            ):
                return e.cluster
        if phrase.article in BACK:
            return None
    if len(phrase.countries) > 1:
        return group_of(talk, [s for c in phrase.countries if (s := talk.state(c))])
    if phrase.article in BACK and not phrase.countries:
        for e in talk.before(phrase.head):
            if phrase.word in e.cluster.nouns and e.cluster.plural and not e.cluster.members:
                return e.cluster
    country = phrase.countries[0] if phrase.countries else home_of(talk, phrase)
    if phrase.word == "people" and not phrase.countries:
        return talk.new(Cluster.of_phrase(phrase, country))
    key = f"described:{country}:{phrase.word}"
    return talk.by_key.get(key) or talk.new(Cluster.of_phrase(phrase, country, key))
