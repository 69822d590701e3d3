"""From where people are whom no word calls anybody's: where they are told to be, or whom they stand against."""

from collections.abc import Iterator

from dragoman.read.actors_front import codes, is_state
from dragoman.read.actors_phrase import Phrase
from dragoman.read.coref_cluster import Cluster
from dragoman.read.coref_discourse import SUBJECTS, Discourse

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
STEPS = 6


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
    return talk.place_of(phrase) or scene(talk, phrase.head) or ruled(talk, phrase) or harmed(talk, phrase)


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
        if country and places_something(talk, t):
            yield t, country


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
