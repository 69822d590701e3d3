"""Which ship or aircraft a name or a description speaks of, and whose it is."""

from collections.abc import Iterator

from dragoman.model.parse import Parse
from dragoman.read.actors_crafts import Craft, craft_noun, crafts, flag_before
from dragoman.read.actors_phrase import Phrase
from dragoman.read.coref_cluster import Cluster
from dragoman.read.coref_discourse import Discourse

BACK = frozenset(("the", "this", "that"))
MAIN = frozenset(("dobj", "nsubj", "nsubjpass"))
NEAR = 3


def craft(talk: Discourse, phrase: Phrase) -> None:
    """Put a name or a description of a ship or aircraft to its cluster; one told of without a name is no actor."""
    cluster = named(talk, phrase) if phrase.form == "name" else earlier(talk, phrase)
    if cluster:
        if phrase.title:
            cluster.nouns.add(phrase.title)
        if len(phrase.countries) == 1:
            cluster.country = cluster.country or phrase.countries[0]
        talk.put(phrase, cluster)


def named(talk: Discourse, phrase: Phrase) -> Cluster:
    """The cluster of a named ship or aircraft, made when it is first named."""
    words = phrase.name.split()
    prefix = crafts().prefixes.get(words[0])
    key = "org:" + " ".join(words[1:] if prefix else words).casefold()
    cluster = talk.by_key.get(key)
    noun, country = told(talk, phrase)
    if cluster is None:
        cluster = talk.new(Cluster("craft", phrase.name, "civil", "CVL", None, key))
    kinds = prefix or noun
    if kinds and cluster.kind == "civil":
        cluster.kind, cluster.sector = kinds.kind, kinds.sector
    if noun:
        cluster.nouns.add(noun.word)
    cluster.country = cluster.country or (prefix.country if prefix else None) or country
    if cluster.country is None and not cluster.phrases:
        cluster.country = introduced(talk, phrase, cluster)
    return cluster


def told(talk: Discourse, phrase: Phrase) -> tuple[Craft | None, str | None]:
    """The noun that stands before or beside a craft's name, and the country that its phrase gives."""
    page, parse = talk.page, talk.page.parse
    near = [phrase.start - 1, *parse.kids(phrase.head, "appos")]
    if parse.deps[phrase.head] == "appos":
        near.append(parse.heads[phrase.head])
    first = page.at[parse.heads[phrase.head]] if parse.deps[phrase.head] == "conj" else None
    if first and first.sort == "craft":
        near.append(first.start - 1)
    nouns = {t: noun for t in near if t >= 0 and (noun := craft_noun(page, t) or craft_noun(page, t, plural=True))}
    countries = [flag_before(page, t) for t in (*nouns, phrase.start)]
    return next(iter(nouns.values()), None), next((c for c in countries if c), None)


def introduced(talk: Discourse, phrase: Phrase, cluster: Cluster) -> str | None:
    """The flag of the one craft that the sentences before a first name told of: "a Danish tanker … the Coral Wind".

    Of several, of that which something befell in a main clause.
    """
    page, parse = talk.page, talk.page.parse
    here = parse.sentence_of[phrase.head]
    first = parse.sentences[max(0, here - NEAR)][0]
    found: set[str] = set()
    main: set[str] = set()
    for t in range(first, phrase.start):
        noun = craft_noun(page, t)
        after = page.at[t + 1] if t + 1 < phrase.start else None
        fits = noun and (noun.kind == "military") == (cluster.kind == "military")
        if fits and not (after and after.sort == "craft") and (country := flag_before(page, t)):
            found.add(country)
            first_joined = next((h for h in up(parse, t) if parse.deps[h] != "conj"), t)
            if parse.deps[first_joined] in MAIN and parse.deps[parse.heads[first_joined]] == "ROOT":
                main.add(country)
    return next((s.pop() for s in (found, main) if len(s) == 1), None)


def up(parse: Parse, t: int) -> Iterator[int]:
    """Token `t` and what stands above it, to the root."""
    yield t
    while parse.heads[t] != t:
        t = parse.heads[t]
        yield t


def earlier(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """The craft that a description can mean: of those so called, else of all, the one told of most, then first."""
    if phrase.article not in BACK:
        return beside(talk, phrase)
    fitting = [e.cluster for e in talk.before(phrase.head) if e.cluster.sort == "craft" and fits(e.cluster, phrase)]
    if len(set(fitting)) == 1:
        return fitting[0]
    called = [c for c in fitting if phrase.title in c.nouns] or fitting
    return max(reversed(called), key=lambda c: len(c.phrases), default=None) or beside(talk, phrase)


def beside(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """The named craft that a description stands beside: "the Coral Wind, a Danish tanker,"."""
    parse = talk.page.parse
    other = talk.at.get(parse.heads[phrase.head]) if parse.deps[phrase.head] == "appos" else None
    return other if other and other.sort == "craft" else None


def fits(cluster: Cluster, phrase: Phrase) -> bool:
    """Whether a craft can be so described: on the sea or in the air, of one country, no tanker a warship."""
    table = crafts().nouns
    noun = table[phrase.title]
    media = {table[w].medium for w in cluster.nouns if w in table} or {"sea"}
    if noun.medium not in media or (cluster.country and phrase.countries and cluster.country not in phrase.countries):
        return False
    if noun.kind == "civil" or phrase.title in cluster.nouns:
        return True
    return (noun.kind == "military") == (cluster.kind == "military")
