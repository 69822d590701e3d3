"""Grammar around a trigger: what stands as its subject, object, prepositional objects and complement clause."""

from dataclasses import dataclass

from dragoman.coding.wordlist import words
from dragoman.model.parse import Parse

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
# verbs whose object is their subject's own: "announced plans to", "began a campaign to"
HOLDING = words("""
    abandon adopt allocate announce approve back begin commit confirm continue contribute declare defend deliver deploy
    donate draft drop endorse express fund have intensify issue launch lead make mount outline pass pledge post provide
    publish pursue reach read release reiterate renew repeat reverse send sign start step submit supply table take
    tweet undertake unveil use voice write
""")
# verbs that only say of a noun that it happened
HAPPENING = words("""
    begin break continue end ensue erupt follow go happen hold intensify occur persist rage resume start take
""")
# nouns that a following "with" belongs to
SHARED = frozenset({"border", "frontier", "boundary"})
# verbs whose object is meant to do what follows: "ordered [Malta] to leave"; of all others the subject is
NAMING = frozenset(
    {"call", "describe", "term", "label", "dub", "brand", "see", "regard", "denounce", "consider", "say", "be"}
)
PUSHING = words("""
    accuse advise allow appeal appoint ask assign assist authorise authorize beg beseech blackmail bribe bully cause
    caution challenge coax coerce command commission compel condemn convince counsel dare direct drive empower enable
    encourage enjoin entitle entreat exhort expect force forbid get goad have hear help hire implore incite induce
    influence inspire instruct invite lead leave let license lobby lure make mandate mobilise mobilize motivate need
    nominate notify nudge obligate oblige order pay permit persuade petition pledge pray prefer prepare press pressure
    prevail prevent prod prohibit prompt provoke push recruit remind request require rouse sanction see send sentence
    signal spur stir summon teach tell tempt threaten train trick trust urge want warn watch wish
""")
# papers whose words are those of whoever passed or sent them: "adopted a resolution [condemning] Malta"
PAPERS = words("""
    act article bill cable communique communiqué declaration decree document letter law memorandum message motion note
    petition post press resolution statement text treaty tweet
""")
ANTI = frozenset({"anti", "-"})
DEPTH = 6  # how far a missing subject is looked for up the tree


@dataclass(frozen=True, slots=True)
class Arguments:
    """The grammatical places of one trigger, as tokens; a passive's subject and agent stand where they mean to.

    `subjects` and `objects` are noun heads, their coordinated partners left to the reader. `preps` pairs a
    preposition with its object (noun, or verb after a preposition). `clauses` are heads of complement clauses.
    `stray` are prepositions further down in the object, which the parser may have hung there by mistake.
    """

    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    preps: tuple[tuple[str, int], ...] = ()
    clauses: tuple[int, ...] = ()
    particles: frozenset[str] = frozenset()
    passive: bool = False
    stray: tuple[tuple[str, int], ...] = ()


def of_verb(parse: Parse, v: int) -> Arguments:
    """The places around verb `v`."""
    if parse.deps[v] == "amod" and (parse.tags[v] == "VBD" or lacks_verb(parse, v)):
        return mended(parse, v)
    passive = is_passive(parse, v)
    preps = prepositions(parse, v) + tuple(("as", t) for t in predicates(parse, v))
    if parse.kids(v, "nsubjpass") and parse.kids(v, "dobj"):
        preps += tuple(("dative", antecedent(parse, s, v)) for s in parse.kids(v, "nsubjpass"))
    for a in (*parse.kids(v, "acomp"), *predicates(parse, v)):
        if parse.pos[a] == "ADJ":  # "made clear to Iran"
            preps += prepositions(parse, a)
    clauses = parse.kids(v, "ccomp", "xcomp")
    preps += tuple(("to", c) for c in clauses if is_infinitive(parse, c))
    for c in parse.kids(v, "advcl", "ccomp", "xcomp"):  # "called [for Malta to leave]"
        if any(parse.words[m].lower() == "for" for m in parse.kids(c, "mark")) and parse.tags[c] == "VB":
            preps += (("for", c),)
    agents = tuple(t for name, t in preps if name == "by" and passive and parse.pos[t] != "VERB")
    preps = tuple(p for p in preps if not (p[0] == "by" and p[1] in agents))
    objects = objects_of(parse, v)
    subjects = agents if passive else subjects_of(parse, v)
    return Arguments(subjects, objects, preps, clauses, particles(parse, v), passive, strays(parse, objects, v))


def is_infinitive(parse: Parse, c: int) -> bool:
    """Whether clause `c` is an infinitive, with "to" or bare, and no "will leave"."""
    done_to = parse.tags[c] == "VBN" and bool(parse.kids(c, "aux", "auxpass"))  # "asked to [be named]"
    helpers = (parse.words[a].lower() for a in parse.kids(c, "aux", "auxpass"))
    return (parse.tags[c] == "VB" or done_to) and all(a in ("to", "be", "have") for a in helpers)


def strays(parse: Parse, objects: tuple[int, ...], v: int) -> tuple[tuple[str, int], ...]:
    """Prepositions inside the object's own modifiers ("returned a coin [found at sea] to Malta"), and purposes."""
    found = [("to", c) for c in parse.kids(v, "advcl") if is_infinitive(parse, c) and parse.kids(c, "aux")]
    for o in objects:
        if o < v and parse.deps[o] != "nsubjpass":
            continue
        for p in range(o + 1, parse.subtree(o)[1]):
            if parse.deps[p] in ("prep", "dative") and parse.words[parse.heads[p]].lower() != "according":
                found += [(parse.words[p].lower(), t) for t in parse.kids(p, "pobj")]
    return tuple(found)


def of_noun(parse: Parse, n: int) -> Arguments:
    """The places around noun `n`: its prepositions, those of a participle on it, and clauses that fill it."""
    preps = list(prepositions(parse, n))
    for a in parse.kids(n, "acl", "relcl"):
        if parse.tags[a] == "VBN" or is_passive(parse, a):
            preps += prepositions(parse, a)
    preps += [("against", t) for t in opposed(parse, n)]
    if parse.lemmas[n] in SHARED and parse.words[n + 1 : n + 2] == ("with",) and parse.heads[n + 1] != n:
        preps += [("with", t) for t in parse.kids(n + 1, "pobj")]
    above = parse.heads[n]
    if parse.deps[n] in ("nsubj", "nsubjpass") and parse.lemmas[above] in HAPPENING:  # "clashes broke out between"
        preps += prepositions(parse, above)
    clauses = tuple(c for c in parse.kids(n, "acl", "ccomp", "xcomp", "relcl") if fills(parse, c))
    preps += [("to", c) for c in clauses if parse.tags[c] == "VB"]
    return Arguments(preps=tuple(preps), clauses=clauses)


def opposed(parse: Parse, n: int) -> tuple[int, ...]:
    """Whom the noun `n` is told to be against before it: "anti-[Peruvian] remarks"."""
    words = parse.words
    return tuple(
        c for c in parse.kids(n, "amod", "compound", "nmod") if is_anti(parse, c) and words[c].lower() not in ANTI
    )


def is_anti(parse: Parse, t: int) -> bool:
    """Whether token `t` is "anti", its hyphen or what they stand before ("anti-[Peruvian]")."""
    before = [w.lower() for w in parse.words[max(0, t - 2) : t + 1] if w != "-"]
    return "anti" in before[-2:]


def lacks_verb(parse: Parse, v: int) -> bool:
    """Whether participle `v` is all its sentence has for a verb ("Iran [enriched] uranium")."""
    head = parse.heads[v]
    left = any(c < v and parse.pos[c] in ("NOUN", "PROPN") for c in parse.children[head])
    return parse.deps[head] == "ROOT" and parse.pos[head] in ("NOUN", "PROPN") and left


def mended(parse: Parse, v: int) -> Arguments:
    """The places around a past tense that the parser took for an adjective ("Trump faced criticism")."""
    head = parse.heads[v]
    left = [c for c in (*parse.children[head], parse.heads[head]) if c < v and parse.pos[c] in ("NOUN", "PROPN")]
    objects = (head,) if head > v else ()
    return Arguments(tuple(left[-1:]), objects, prepositions(parse, v) + prepositions(parse, head))


def fills(parse: Parse, c: int) -> bool:
    """Whether clause `c` on a noun says what the noun is ("the demand [to leave]", "a warning [that …]")."""
    if parse.tags[c] == "VB":
        return not any(parse.tags[s] in ("WDT", "WP") for s in parse.kids(c, "nsubj", "dobj"))
    return parse.deps[c] != "relcl" and any(parse.words[m].lower() == "that" for m in parse.kids(c, "mark"))


def is_passive(parse: Parse, v: int) -> bool:
    """Whether `v` is passive: with its auxiliary, or as a bare past participle on a noun."""
    if parse.kids(v, "auxpass", "nsubjpass"):
        return True
    if parse.tags[v] != "VBN":
        return False
    if parse.deps[v] == "acl":
        return True
    if parse.deps[v] == "conj" and not parse.kids(v, "aux", "nsubj"):
        return is_passive(parse, parse.heads[v])
    return parse.deps[v] == "advcl" and not parse.kids(v, "aux", "nsubj", "dobj")


def subjects_of(parse: Parse, v: int, depth: int = DEPTH) -> tuple[int, ...]:
    """Who does `v`: its own subject, else that of the verb it hangs on, or the noun it modifies."""
    own = parse.kids(v, "nsubj", "csubj")
    if own:
        return tuple(antecedent(parse, s, v) for s in own)
    if depth == 0 or parse.heads[v] == v:
        return ()
    dep, head = parse.deps[v], parse.heads[v]
    if (
        dep == "acl"
        and parse.tags[v] == "VBG"
        and parse.lemmas[head] in PAPERS
        and (whose := holder(parse, head, depth))
    ):
        return whose  # "a letter asking Malta to leave"
    if dep == "acl" and parse.tags[v] in ("VBG", "VBD"):  # a past tense the parser took for a participle
        return (head,)
    if dep == "acl" and parse.pos[head] == "NOUN":  # "its plan to attack": whoever has the plan
        return holder(parse, head, depth)
    if dep == "relcl":
        return (head,)
    if dep in ("advcl", "dep") and parse.tags[v] == "VBG" and parse.words[v - 1] == ",":
        return controller(parse, finite(parse, head), dep, depth)  # "urged it to act, [citing] the law"
    if dep in ("xcomp", "ccomp", "advcl", "conj", "dep"):
        return controller(parse, head, dep, depth)
    if dep == "pcomp":
        verb = parse.heads[head]
        if parse.pos[verb] in ("VERB", "AUX"):
            return controller(parse, verb, parse.words[head].lower(), depth)
        return holder(parse, verb, depth)
    return ()


def finite(parse: Parse, v: int) -> int:
    """The finite verb that the infinitive `v` depends on; `v` where it is none."""
    while is_infinitive(parse, v) and parse.deps[v] in ("xcomp", "ccomp", "advcl", "relcl", "acl"):
        v = parse.heads[v]
    return v


def controller(parse: Parse, head: int, link: str, depth: int) -> tuple[int, ...]:
    """The subject that `head` lends to the clause linked to it ("order X to leave", "accuse X of lying")."""
    if parse.pos[head] not in ("VERB", "AUX"):
        return holder(parse, head, depth)
    objects = objects_of(parse, head)
    if link == "xcomp" and objects and parse.lemmas[head] not in PUSHING and not is_passive(parse, head):
        return subjects_of(parse, head, depth - 1)  # "telephoned Malta to praise it"
    if objects and link in ("xcomp", "ccomp", "of", "for", "from", "over", "into", "as"):
        return objects
    if is_passive(parse, head):
        return objects or subjects_of(parse, head, depth - 1)
    return subjects_of(parse, head, depth - 1)


def holder(parse: Parse, n: int, depth: int) -> tuple[int, ...]:
    """Who has the noun `n`: its possessor, its agent, or the subject of the verb that it is the object of."""
    owners = parse.kids(n, "poss")
    if owners:
        return owners
    places = prepositions(parse, n)
    agents = tuple(t for name, t in places if name == "by" and parse.pos[t] != "VERB")
    agents += tuple(t for name, t in places if name == "of" and (parse.pos[t] == "PROPN" or parse.kids(t, "det")))
    if agents:
        return agents[:1]
    verb = parse.heads[n]
    if parse.deps[n] in ("dobj", "attr") and parse.lemmas[verb] in HOLDING and depth:
        return subjects_of(parse, verb, depth - 1)
    return ()


def objects_of(parse: Parse, v: int) -> tuple[int, ...]:
    """Whom `v` is done to: its object, its passive subject, or the noun that a participle or relative clause is on."""
    given = parse.kids(v, "nsubjpass") and parse.kids(v, "dobj")  # "they were given [a week]"
    own = given or parse.kids(v, "nsubjpass") or parse.kids(v, "dobj") or small_clause(parse, v)[:1]
    own = own or tuple(o for o in parse.kids(v, "oprd") if parse.pos[o] in ("NOUN", "PROPN"))
    if own:
        return tuple(antecedent(parse, o, v) for o in own)
    for c in parse.kids(v, "ccomp", "xcomp"):
        if (thing := called(parse, c)) != c:
            return (thing,)
    passive = is_passive(parse, v)
    for c in parse.kids(v, "ccomp", "xcomp"):  # "ordered [the envoys to leave]"
        to = any(parse.words[a].lower() == "to" for a in parse.kids(c, "aux"))
        if parse.tags[c] == "VB" and (to or parse.lemmas[v] in ("let", "make", "have", "help", "watch", "see")):
            inner = parse.kids(c, "nsubj", "nsubjpass")
            if inner:
                return inner
    if parse.deps[v] == "acl" and passive:
        return (parse.heads[v],)
    if parse.deps[v] == "relcl" and parse.kids(v, "nsubj") and not parse.kids(v, "ccomp", "xcomp"):
        relatives = [s for s in parse.kids(v, "nsubj") if parse.words[s].lower() in RELATIVE]
        return () if relatives else (parse.heads[v],)
    if parse.deps[v] == "conj" and passive:
        return objects_of(parse, parse.heads[v])
    if parse.deps[v] == "advcl" and passive:
        return subjects_of(parse, parse.heads[v])
    for c in parse.kids(v, "conj"):  # "arrested and deported the envoys": the object stands on the last verb
        bare = parse.words[v + 1].lower() in ("and", "or", ",") if v + 1 < len(parse) else False
        if bare and parse.pos[c] == "VERB" and not parse.kids(c, "nsubj", "nsubjpass"):
            return parse.kids(c, "dobj")
    return ()


def called(parse: Parse, c: int) -> int:
    """The noun that clause `c` is about where it only names it ("condemned what it called [a raid]"), else `c`."""
    what = any(parse.words[o].lower() == "what" for o in parse.kids(c, "dobj", "nsubj"))
    if not what or parse.lemmas[c] not in NAMING:
        return c
    under_as = (t for p in parse.kids(c, "prep") if parse.words[p].lower() == "as" for t in parse.kids(p, "pobj"))
    nouns = (t for t in (*parse.kids(c, "oprd", "attr", "ccomp"), *under_as) if parse.pos[t] in ("NOUN", "PROPN"))
    return next(nouns, c)


def small_clause(parse: Parse, v: int) -> tuple[int, ...]:
    """Subject and predicate of a clause without a verb ("called [the plan a provocation]"), or nothing."""
    for c in parse.kids(v, "ccomp", "xcomp", "dobj"):
        subject = parse.kids(c, "nsubj")
        nominal = parse.pos[c] in ("NOUN", "PROPN", "ADJ") or parse.lemmas[c] == "persona"  # "persona non grata"
        if subject and nominal and not parse.kids(c, "cop", "aux", "mark"):
            return subject[0], c
    return ()


def predicates(parse: Parse, v: int) -> tuple[int, ...]:
    """What `v` says its object is: "declared him [unwelcome]"."""
    behind = tuple(a for o in parse.kids(v, "dobj") for a in parse.kids(o, "amod") if a > o)  # "held him [liable]"
    return parse.kids(v, "oprd") + behind + small_clause(parse, v)[1:]


def antecedent(parse: Parse, t: int, v: int) -> int:
    """The noun that a relative pronoun stands for; any other token is itself."""
    if parse.words[t].lower() in RELATIVE and parse.tags[t] in ("WDT", "WP", "WP$"):
        at = v
        while parse.deps[at] in ("conj", "xcomp", "ccomp") and parse.heads[at] != at:
            at = parse.heads[at]
        if parse.deps[at] in ("relcl", "acl"):
            return parse.heads[at]
    return t


def prepositions(parse: Parse, i: int) -> tuple[tuple[str, int], ...]:
    """The prepositions on `i` with what they govern; a bare dative is called "dative"."""
    found: list[tuple[str, int]] = []
    for p in parse.children[i]:
        dep = parse.deps[p]
        if dep == "dative" and parse.pos[p] != "ADP":
            found.append(("dative", p))
        elif dep in ("prep", "agent", "dative", "prt", "advmod", "mark") and parse.words[p].lower() != "according":
            name = parse.words[p].lower()
            if name == "with" and parse.heads[p] != p - 1 and parse.lemmas[p - 1] in SHARED:  # "the border with Peru"
                continue
            own = parse.kids(p, "pobj", "pcomp", *(("amod", "acomp") if name == "as" else ()))
            found += [(name, called(parse, t)) for t in own]
            for inner in parse.kids(p, "prep"):  # "out of", "because of"
                found += [(parse.words[inner].lower(), t) for t in parse.kids(inner, "pobj", "pcomp")]
    return tuple(found)


def particles(parse: Parse, v: int) -> frozenset[str]:
    """The particles of a phrasal verb ("call off", "walk out of", "make clear")."""
    found = [p for p in parse.kids(v, "prt", "advmod", "prep") if not parse.kids(p, "pobj", "pcomp")]
    found += [
        p for p in parse.kids(v, "acomp", "oprd", "ccomp") if parse.pos[p] == "ADJ" and not parse.kids(p, "nsubj")
    ]
    return frozenset(parse.words[p].lower() for p in found)


def coordinated(parse: Parse, t: int) -> tuple[int, ...]:
    """`t` and the nouns joined to it by "and"."""
    found = [t]
    for i in found:
        found += [c for c in parse.kids(i, "conj") if parse.pos[c] in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")]
    return tuple(found)
