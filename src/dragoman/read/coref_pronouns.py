"""Whom a pronoun of the third person speaks of."""

from dragoman.read.actors_phrase import Phrase
from dragoman.read.coref_cluster import Cluster
from dragoman.read.coref_discourse import SUBJECTS, Discourse, Entry

MALE = frozenset(("he", "him", "his", "himself"))
FEMALE = frozenset(("she", "her", "hers", "herself"))
NEUTER = frozenset(("it", "its", "itself"))
PLURAL = frozenset(("they", "them", "their", "theirs", "themselves"))
REFLEXIVE = frozenset(("himself", "herself", "itself", "themselves"))
POSSESSIVE = frozenset(("his", "her", "its", "their"))
BODIES = frozenset(("known", "org", "body", "government", "group", "state", "fighter", "people"))
COLLECTIVE = frozenset(
    ("police", "media", "military", "party", "armed_group", "company", "legislature", "igo", "security")
)


def pronoun(talk: Discourse, phrase: Phrase) -> None:
    """Put a personal pronoun to the cluster it speaks of, where one fits well enough."""
    if phrase.name in NEUTER and empty(talk, phrase.head):
        return
    found = antecedent(talk, phrase)
    if found:
        talk.put(phrase, found)


def relative(talk: Discourse, phrase: Phrase) -> None:
    """Put a relative pronoun to the cluster of the noun that its clause belongs to."""
    parse = talk.page.parse
    verb = phrase.head
    for _ in range(6):
        if parse.deps[verb] == "relcl":
            found = talk.at.get(parse.heads[verb])
            if found and (phrase.name != "who" or found.kind != "state"):
                talk.put(phrase, found)
            return
        if parse.heads[verb] == verb:
            return
        verb = parse.heads[verb]


def empty(talk: Discourse, i: int) -> bool:
    """Whether "it" points to nothing or to a clause: "it is clear that", "it was Iran that", "it seems"."""
    parse = talk.page.parse
    if parse.deps[i] not in SUBJECTS:
        return False
    verb = parse.heads[i]
    if parse.lemmas[verb] in ("seem", "appear", "happen", "rain", "snow", "remain", "matter"):
        return True
    clause = [c for c in parse.children[verb] if parse.deps[c] in ("ccomp", "xcomp", "advcl", "relcl", "csubj", "acl")]
    if parse.lemmas[verb] == "be" or parse.deps[i] == "nsubjpass":
        told = [c for c in parse.children[verb] if parse.deps[c] in ("acomp", "attr", "oprd")]
        nested = [
            g for c in told for g in parse.children[c] if parse.deps[g] in ("relcl", "ccomp", "xcomp", "acl", "advcl")
        ]
        return bool(clause and (told or parse.deps[i] == "nsubjpass")) or bool(nested)
    return False


def antecedent(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """The cluster that fits a pronoun best by number, gender, nearness and place in the sentence."""
    page, parse, i = talk.page, talk.page.parse, phrase.head
    here = parse.sentence_of[i]
    barred = barred_clusters(talk, phrase)
    score: dict[int, float] = {}
    best: dict[int, Cluster] = {}
    quote = talk.quoted[i]
    reach = 2 if phrase.name in NEUTER else 3
    for e in talk.before(i, reach):
        c = e.cluster
        if c in barred or not agrees(phrase.name, c, e) or e.phrase.start <= i < e.phrase.end:
            continue
        distance = here - e.sentence
        weight = e.weight * 0.45**distance
        if parse.deps[i] in SUBJECTS and parse.deps[e.token] in SUBJECTS:
            weight *= 1.5
        if e.phrase.sort == "pronoun" and e.phrase.name in (MALE | FEMALE if phrase.name in MALE | FEMALE else NEUTER):
            weight *= 1.3
        if quote and talk.quoted[e.token] != quote:
            weight *= 0.6
        if distance == 0 and phrase.name in POSSESSIVE and parse.heads[e.token] in above(talk, i):
            weight *= 1.5
        weight *= 0.985 ** (i - e.token)
        score[id(c)] = score.get(id(c), 0.0) + weight
        best[id(c)] = c
    if phrase.name in PLURAL:
        pair = coordination(talk, i)
        if pair:
            return pair
    if not score:
        return None
    top = max(score, key=lambda k: score[k])
    del page
    return best[top]


def above(talk: Discourse, i: int) -> set[int]:
    """The tokens that a token hangs on, up to its sentence's root."""
    heads, found = talk.page.parse.heads, set()
    while heads[i] != i and len(found) < 30:
        i = heads[i]
        found.add(i)
    return found


def agrees(word: str, c: Cluster, e: Entry) -> bool:
    """Whether a pronoun can speak of a cluster, by number, gender and sort."""
    if word in MALE or word in FEMALE:
        return c.human and not c.plural and not e.phrase.plural and c.gender in ("", "m" if word in MALE else "f")
    if word in NEUTER:
        return c.sort in BODIES and not c.plural and not c.members and not (e.phrase.plural and c.sort != "known")
    if c.plural or c.members or (e.phrase.plural and c.kind != "state"):
        return True
    return c.sort in BODIES and c.kind in COLLECTIVE


def barred_clusters(talk: Discourse, phrase: Phrase) -> set[Cluster]:
    """Clusters a pronoun cannot speak of: the subject of its own verb, whose it would be part of, the quotation's speaker."""
    parse, i = talk.page.parse, phrase.head
    barred: set[Cluster] = set()
    verb = parse.heads[i]
    if phrase.name not in POSSESSIVE or parse.deps[i] != "poss":
        if phrase.name not in REFLEXIVE and parse.deps[i] not in SUBJECTS:
            if parse.deps[i] == "pobj":
                verb = parse.heads[verb]
            for k in parse.kids(verb, "nsubj", "nsubjpass"):
                subject = talk.at.get(k)
                if subject:
                    barred.add(subject)
        if parse.deps[i] in SUBJECTS:
            for k in parse.children[verb]:
                other = talk.at.get(k)
                if other and k < i:
                    barred.add(other)
    if talk.quoted[i] and phrase.name in MALE | FEMALE:
        for v in above(talk, i):
            if not talk.quoted[v]:
                barred.update(c for k in parse.kids(v, "nsubj") if (c := talk.at.get(k)))
                break
    return barred


def coordination(talk: Discourse, i: int) -> Cluster | None:
    """A group of two or more actors joined by "and" that "they" can speak of, in this sentence or the last."""
    parse = talk.page.parse
    for e in talk.before(i, 1):
        if e.cluster.plural or (e.phrase.plural and e.cluster.kind != "state"):
            return None
        joined = [c for k in conjuncts(talk, e.token) if (c := talk.at.get(k))]
        if (
            joined
            and parse.deps[e.token] in (*SUBJECTS, "dobj", "pobj", "poss")
            and all(c.human == e.cluster.human for c in joined)
        ):
            return group_of(talk, [e.cluster, *joined])
    return None


def conjuncts(talk: Discourse, i: int) -> list[int]:
    """The tokens joined to token i by "and"."""
    parse, found, t = talk.page.parse, [], i
    while True:
        following = [k for k in parse.kids(t, "conj") if k > t]
        if not following:
            return found
        t = following[0]
        found.append(t)


def group_of(talk: Discourse, members: list[Cluster]) -> Cluster | None:
    """The group that these clusters make, made when it is first spoken of."""
    distinct = list(dict.fromkeys(m for m in members if not m.members))
    if len(distinct) < 2:
        return distinct[0] if distinct else None
    for c in talk.clusters:
        if c.members and set(c.members) == set(distinct):
            return c
    kinds = {m.kind for m in distinct}
    name = ", ".join(m.name for m in distinct[:-1]) + f" and {distinct[-1].name}"
    kind = distinct[0].kind if len(kinds) == 1 else "unknown"
    return talk.new(Cluster("group", name, kind, distinct[0].sector, described=True, plural=True, members=distinct))
