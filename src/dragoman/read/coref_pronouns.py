"""Whom a pronoun of the third person speaks of."""

from bisect import bisect_left

from dragoman.read.actors_phrase import Phrase
from dragoman.read.coref_cluster import Cluster
from dragoman.read.coref_discourse import SUBJECTS, Discourse, Entry

MALE = frozenset(("he", "him", "his", "himself"))
FEMALE = frozenset(("she", "her", "hers", "herself"))
NEUTER = frozenset(("it", "its", "itself"))
PLURAL = frozenset(("they", "them", "their", "theirs", "themselves"))
REFLEXIVE = frozenset(("himself", "herself", "itself", "themselves"))
BODIES = frozenset(("known", "org", "body", "government", "group", "state", "fighter", "people"))
NEUTRAL = BODIES | {"craft"}
COLLECTIVE = frozenset(("media", "military", "party", "armed_group", "company", "security"))


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
            if (
                found
                and (phrase.name != "who" or found.kind != "state")
                and not (phrase.name == "which" and found.human)
            ):
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
        if any(parse.pos[c] == "NOUN" and not talk.page.nouns[c] for c in told if parse.deps[c] == "attr"):
            return True
        if any(parse.deps[c] == "acomp" and parse.lemmas[c] not in talk.page.terms.verbs["state"] for c in told):
            return True
        if told and any(w == "that" and parse.deps[k] == "mark" for k, w in following(talk, i)):
            return True
        return bool(clause and (told or parse.deps[i] == "nsubjpass")) or bool(nested)
    return False


def following(talk: Discourse, i: int) -> list[tuple[int, str]]:
    """The tokens of the sentence after token i, in lower case."""
    end = talk.page.parse.sentences[talk.page.parse.sentence_of[i]][1]
    return list(enumerate(talk.page.lower[i:end], i))


def antecedent(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """The cluster that fits a pronoun best by number, gender, nearness and place in the sentence.

    None where a thing fits better: "it" and "they" are things more often than actors, unless their verb tells.
    """
    i = phrase.head
    if phrase.name in REFLEXIVE and i and (right_before := talk.at.get(i - 1)):
        return right_before
    if phrase.name in PLURAL and (joined := coordination(talk, i)):
        return joined
    barred = barred_clusters(talk, phrase)
    reach = 2 if phrase.name in NEUTER else 3
    score: dict[int, float] = {}
    fitting: dict[int, Cluster] = {}
    for e in talk.before(i, reach):
        c = e.cluster
        if c in barred or e.phrase.start <= i < e.phrase.end or not agrees(phrase.name, c, e):
            continue
        score[id(c)] = score.get(id(c), 0.0) + closeness(talk, phrase, e)
        fitting[id(c)] = c
    if not score:
        return None
    top = max(score, key=lambda k: score[k])
    if phrase.name in NEUTER | PLURAL and score[top] * lean(talk, phrase) < best_thing(talk, phrase, reach):
        return None
    return fitting[top]


def closeness(talk: Discourse, phrase: Phrase, e: Entry) -> float:
    """How near a mention is to a pronoun, in sentence, words, place in the clause and quotation."""
    parse, i = talk.page.parse, phrase.head
    distance = parse.sentence_of[i] - e.sentence
    weight = e.weight * 0.45**distance * 0.985 ** (i - e.token)
    if parse.deps[i] in SUBJECTS and parse.deps[e.token] in SUBJECTS:
        weight *= 1.5
        speech = talk.page.terms.verbs["speech"]
        if parse.lemmas[parse.heads[i]] in speech and parse.lemmas[parse.heads[e.token]] in speech:
            weight *= 1.5
    if e.phrase.sort == "pronoun":
        weight *= 1.3
    if talk.quoted[i] != talk.quoted[e.token]:
        weight *= 0.6
    if distance == 0 and parse.deps[i] == "poss" and parse.heads[e.token] in above(talk, i):
        weight *= 1.5
    if e.token == governor(talk, i):
        weight *= 1.5
    return weight


def governor(talk: Discourse, i: int) -> int | None:
    """The subject of the nearest verb that a token hangs below: the first that "it" and "its" point back to."""
    parse, at = talk.page.parse, i
    while parse.heads[at] != at:
        at = parse.heads[at]
        subject = next((k for k in parse.kids(at, "nsubj", "nsubjpass") if k < i), None)
        if subject is not None:
            return subject
    return None


def best_thing(talk: Discourse, phrase: Phrase, reach: int) -> float:
    """How well the thing fits a pronoun that fits it best."""
    parse, i = talk.page.parse, phrase.head
    here, plural, subject = parse.sentence_of[i], phrase.name in PLURAL, parse.deps[i] in SUBJECTS
    best = 0.0
    last = bisect_left(talk.things, i, key=lambda t: t.token)
    for k in range(last - 1, -1, -1):
        thing = talk.things[k]
        if here - thing.sentence > min(reach, 1):
            break
        if thing.plural == plural and i not in range(*parse.subtree(thing.token)):
            weight = thing.weight * 0.45 ** (here - thing.sentence) * 0.985 ** (i - thing.token)
            weight *= 1.5 if subject and parse.deps[thing.token] in SUBJECTS else 1.0
            best = max(best, weight * (0.6 if talk.quoted[i] != talk.quoted[thing.token] else 1.0))
    return best


def lean(talk: Discourse, phrase: Phrase) -> float:
    """How much more likely than a thing an actor is, by the verb or noun that a pronoun hangs on."""
    parse, i, verbs = talk.page.parse, phrase.head, talk.page.terms.verbs
    dep, head = parse.deps[i], parse.heads[i]
    lemma = parse.lemmas[head]
    if dep == "poss":
        return 1.6
    if dep == "nsubjpass":
        return 2.0 if lemma in verbs["object"] else 0.7
    if dep in SUBJECTS:
        if lemma != "be":
            return 3.0 if lemma in verbs["subject"] else 0.8
        told = [parse.lemmas[k] for k in parse.kids(head, "acomp", "attr", "prep")]
        nouns = [talk.page.nouns[k] for k in parse.kids(head, "attr")]
        return 3.0 if any(t in verbs["state"] for t in told) or any(nouns) else 0.4
    if dep in ("dobj", "dative"):
        return 2.0 if lemma in verbs["object"] else 0.25
    if dep == "pobj":
        return 1.5 if parse.deps[head] == "agent" else 0.4 if lemma in ("about", "as", "in", "on", "of") else 0.7
    return 0.8


def above(talk: Discourse, i: int) -> set[int]:
    """The tokens that a token hangs on, up to its sentence's root."""
    heads = talk.page.parse.heads
    found: set[int] = set()
    while heads[i] != i and len(found) < 30:
        i = heads[i]
        found.add(i)
    return found


def agrees(word: str, c: Cluster, e: Entry) -> bool:
    """Whether a pronoun can speak of a cluster, by number, gender and sort."""
    if word in MALE or word in FEMALE:
        if c.kind == "unknown" and not c.nouns & {"source", "witness", "eyewitness", "insider"}:
            return False
        one = not c.plural or c.sort == "role"
        return (
            c.human and one and not e.phrase.plural and not c.members and c.gender in ("", "m" if word in MALE else "f")
        )
    if word in NEUTER:
        return c.sort in NEUTRAL and not c.plural and not c.members and not (e.phrase.plural and c.sort != "known")
    if c.plural or c.members or (e.phrase.plural and c.kind != "state"):
        return True
    return c.sort in BODIES and c.kind in COLLECTIVE


def barred_clusters(talk: Discourse, phrase: Phrase) -> set[Cluster]:
    """Clusters a pronoun cannot speak of: the subject of its own verb, and the speaker of its quotation."""
    parse, i = talk.page.parse, phrase.head
    barred: set[Cluster] = set()
    verb = parse.heads[i]
    if parse.deps[i] in SUBJECTS:
        barred.update(c for k in parse.children[verb] if k < i and (c := talk.at.get(k)))
    elif parse.deps[i] != "poss" and phrase.name not in REFLEXIVE:
        for _ in range(5):
            if parse.pos[verb] in ("VERB", "AUX") or parse.heads[verb] == verb:
                break
            verb = parse.heads[verb]
        for _ in range(3):
            if parse.kids(verb, "nsubj", "nsubjpass") or parse.deps[verb] not in ("xcomp", "advcl", "conj", "pcomp"):
                break
            verb = parse.heads[verb]
        barred.update(c for k in parse.kids(verb, "nsubj", "nsubjpass") if (c := talk.at.get(k)))
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
    parse, t = talk.page.parse, i
    found: list[int] = []
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
