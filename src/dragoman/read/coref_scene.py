"""From where people are whom no word calls anybody's: where they are told to be, or whom they stand against."""

from collections.abc import Iterator, Sequence

from dragoman.model.world import fold
from dragoman.read.actors_front import codes, is_state
from dragoman.read.actors_phrase import Phrase
from dragoman.read.coref_cluster import Cluster
from dragoman.read.coref_discourse import SUBJECTS, Discourse
from dragoman.read.places_gazetteer import cities, regions

PLACING = frozenset(("in", "at", "near", "outside", "inside", "across", "around", "throughout", "within"))
HIGHER = frozenset(("compound", "nmod", "amod", "poss", "conj", "appos", "pobj", "nummod"))
ABROAD = frozenset(("embassy", "consulate", "mission", "ambassador", "diplomat", "base", "border", "frontier", "flag"))
ROAMING = frozenset(("REF", "JRN", "NGO"))
ANYWHERE = frozenset(
    (
        "expert", "analyst", "scientist", "scholar", "economist", "observer", "commentator", "pundit", "strategist",
        "researcher", "academic", "historian", "specialist", "consultant", "critic", "volunteer", "passenger", "crew",
        "crewman", "foreigner", "author", "writer", "muslim", "christian", "jew", "sunni", "shiite", "shia", "hindu",
        "buddhist", "expatriate", "diaspora", "consumer", "pilgrim", "mercenary", "rapporteur", "person", "individual",
        "dual national", "employee", "staff", "staffer", "personnel", "member", "participant", "suspect", "donor",
        "compatriot", "countryman", "family", "relative", "sibling", "companion", "lobbyist", "investor", "trader",
    )
)  # fmt: skip
HELD = frozenset(("run", "controlled", "administered", "held", "occupied", "ruled", "governed", "annexed"))
RALLYING = frozenset(("protester", "protestor", "demonstrator", "rioter", "activist", "marcher", "striker", "mob"))
STEPS = 6
TOWN_WITHIN = 8  # tokens
CLEARLY = 5  # times the people of any town of that name elsewhere
TOWNS = frozenset(("GPE", "ORG", "PERSON", "LOC"))


def is_local(phrase: Phrase) -> bool:
    """Whether people are mostly of the country where they are told to be: villagers, protesters, no tourists."""
    if phrase.noun is None or phrase.word in ANYWHERE or phrase.sector in ROAMING or phrase.countries:
        return False
    if phrase.noun.sort == "fighter":
        return phrase.sector == "REB"
    return phrase.noun.sort in ("people", "role", "person", "kin") and phrase.noun.kind in ("civil", "person")


def home_of(talk: Discourse, phrase: Phrase) -> str | None:
    """The country of local people: of their place, of those who rule them, or that of whoever another harms."""
    if not is_local(phrase):
        return None
    if phrase.word == "fighter" and (speaker := talk.governing(phrase.head)):
        return speaker
    told = talk.place_of(phrase) or town_behind(talk, phrase) or scene(talk, phrase.head)
    return told or ruled(talk, phrase) or harmed(talk, phrase) or rallying(talk, phrase)


def rallying(talk: Discourse, phrase: Phrase) -> str | None:
    """The country of those who protest where no place is told: that which stands out, but for those they turn on."""
    page, i = talk.page, phrase.head
    if phrase.word not in RALLYING or page.parse.deps[i] not in SUBJECTS:
        return None
    names = (n for n in page.at[i : page.parse.subtree(page.parse.heads[i])[1]] if n and is_state(n))
    return talk.country_here(i, set(codes(names)))


def town_behind(talk: Discourse, phrase: Phrase) -> str | None:
    """The country of the town that somebody is told to be of: "the mayor of the northern city of Nablus"."""
    page = talk.page
    start = next((t for t in range(phrase.head + 1, phrase.end + 1) if page.lower[t : t + 1] in (["of"], ["in"])), None)
    if start is None:
        return None
    behind = range(start + 1, min(start + TOWN_WITHIN, page.sentence(phrase.head)[1]))
    for e in page.parse.entities:
        if e.start in behind and e.label in TOWNS:
            words = page.text(e.start, e.end)
            region = regions().get(fold(words))
            spots = sorted(cities().named(words), key=lambda s: -s.people)
            rivals = [s for s in spots if s.country != spots[0].country]
            if region and region.country:
                return region.country
            if spots and all(s.people * CLEARLY < spots[0].people for s in rivals):
                return spots[0].country
    return None


def scene(talk: Discourse, token: int) -> str | None:
    """The country of the place nearest to a token that its sentence tells, else the sentence before."""
    here = talk.page.parse.sentence_of[token]
    for sentence in (here, here - 1):
        if sentence < 0 or talk.passage(sentence) != talk.passage(here):
            break
        spots = list(placed(talk, *talk.page.parse.sentences[sentence]))
        if spots:
            return min(spots, key=lambda s: abs(s[0] - token))[1]
    return None


def placed(talk: Discourse, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The tokens of a sentence that say in which country something is, with the country."""
    page = talk.page
    for t in range(start, end):
        name = page.at[t]
        country = talk.places.get(t) or next(iter(codes((name,)) if name and is_state(name) else ()), None)
        held = name is not None and page.lower[name.end : name.end + 1] == ["-"] and held_by(page.lower, name.end)
        if country and (held or places_something(talk, t)):
            yield t, country


def held_by(lower: Sequence[str], hyphen: int) -> bool:
    """Whether a country's adjective tells who holds a land: "|Chinese|-controlled"."""
    return hyphen + 1 < len(lower) and lower[hyphen + 1] in HELD


def places_something(talk: Discourse, t: int) -> bool:
    """Whether a place's name stands behind "in", "near" and so on: "in |Lima|", "in the |Peruvian| town"."""
    parse, lower = talk.page.parse, talk.page.lower
    for _ in range(STEPS):
        head = parse.heads[t]
        if parse.deps[t] == "pobj" and lower[head] in PLACING:
            return True
        if parse.deps[t] == "pobj" and lower[head] == "of":
            t = parse.heads[head]
        elif parse.deps[t] in HIGHER and head != t and parse.lemmas[head] not in ABROAD:
            t = head
        else:
            return False
    return False


def ruled(talk: Discourse, phrase: Phrase) -> str | None:
    """The country of whoever tells or arrests those described: "the general told |fishermen| to stay in port"."""
    parse, i = talk.page.parse, phrase.head
    if parse.deps[i] not in ("dobj", "dative", "nsubjpass") or phrase.word == "people":
        return None
    verb = parse.heads[i]
    return doer(talk, verb) if parse.lemmas[verb] in talk.page.terms.verbs["rule"] else None


def harmed(talk: Discourse, phrase: Phrase) -> str | None:
    """The country of those whom somebody's weapons harm: the one that stands out but for the attacker's."""
    parse, i = talk.page.parse, phrase.head
    if parse.deps[i] not in ("dobj", "nsubjpass"):
        return None
    verb = parse.heads[i]
    attacker = doer(talk, verb) if parse.lemmas[verb] in talk.page.terms.verbs["harm"] else None
    return talk.country_here(i, {attacker}) if attacker else None


def doer(talk: Discourse, verb: int) -> str | None:
    """The country of a verb's subject, of a passive verb's "by", or of the subject that a participle hangs on."""
    parse, page = talk.page.parse, talk.page
    for agent in parse.kids(verb, "agent"):
        names = (n for n in page.at[agent : parse.subtree(agent)[1]] if n)
        found = codes(names)
        if found:
            return found[0]
    for _ in range(3):
        for k in parse.kids(verb, "nsubj"):
            cluster: Cluster | None = talk.at.get(k)
            if cluster and not cluster.members:
                return cluster.country
        if parse.kids(verb, *SUBJECTS) or parse.deps[verb] not in ("conj", "advcl", "xcomp", "pcomp"):
            return None
        verb = parse.heads[verb]
    return None
