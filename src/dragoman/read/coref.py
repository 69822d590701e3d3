"""Which phrases of a report speak of the same actor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.model.world import Known, Tenure
from dragoman.read.actors_front import before, is_state
from dragoman.read.actors_page import Page
from dragoman.read.actors_phrase import Phrase
from dragoman.read.actors_posts import RELATIVES
from dragoman.read.actors_titles import home_of_title, lacking
from dragoman.read.coref_cluster import Cluster, Post
from dragoman.read.coref_crafts import craft
from dragoman.read.coref_discourse import Discourse, things
from dragoman.read.coref_names import holders_by_surname, name_parts, persons, same_full
from dragoman.read.coref_nominals import PRIVATE, beside, nominal
from dragoman.read.coref_pronouns import pronoun, relative

EMPLOYERS = frozenset(
    ("armed_group", "party", "igo", "company", "media", "military", "security", "legislature", "civil")
)
PUBLIC = frozenset(("supreme", "state", "national", "federal", "central", "royal", "high", "presidential", "general"))
BOARDS = frozenset(
    (
        "council", "committee", "commission", "authority", "agency", "assembly", "bureau", "office", "service",
        "directorate", "administration", "board", "inspectorate", "department", "command", "guard", "corps",
    )
)  # fmt: skip
POWERFUL = frozenset(("government", "military", "security", "legislature", "judiciary", "party"))


def clusters(
    page: Page, phrases: Sequence[Phrase], published: str | None, places: Mapping[int, str], homes: Mapping[str, float]
) -> list[Cluster]:
    """The actors that the phrases of one report speak of.

    `places` gives the country of a token that names a place, `homes` those that the report is written from.
    """
    heads = {p.head for p in phrases}
    talk = Discourse(page, published, places, homes, quoted=quotation_depths(page), things=things(page, heads))
    named = persons(page, phrases)
    for cluster in dict.fromkeys(named.values()):
        talk.new(cluster)
    people = {phrases[i].head: cluster for i, cluster in named.items()}
    talk.at.update(people)
    for phrase in phrases:
        if phrase.known and phrase.sort in ("known", "body", "government"):
            talk.at[phrase.head] = talk.known(phrase.known)
        if phrase.sort == "known" and phrase.known and phrase.known.kind == "state" and phrase.known.country:
            talk.states[phrase.known.country] = talk.states.get(phrase.known.country, 0) + 1
    talk.missions()
    for phrase in phrases:
        if phrase.bond and phrase.sort in ("role", "kin"):
            bind(talk, phrase, people)
    for cluster in dict.fromkeys(named.values()):
        settle(talk, cluster)
    placer = Placer(talk, {p.head: i for i, p in reversed(list(enumerate(phrases)))}, phrases, named)
    for i in range(len(phrases)):
        placer.place(i)
    for cluster in talk.clusters:
        late(talk, cluster)
    return [c for c in talk.clusters if c.phrases]


def late(talk: Discourse, cluster: Cluster) -> None:
    """Give what still has no country that of its body, or for the powerful the one that stands out around them."""
    if cluster.country or not cluster.phrases or cluster.members or cluster.kind == "igo":
        return
    for phrase in (*cluster.phrases, *(p.phrase for p in cluster.posts)):
        body = talk.at.get(phrase.organisation) if isinstance(phrase.organisation, int) else None
        owner = talk.at.get(phrase.owner) if phrase.owner is not None and phrase.word not in RELATIVES else None
        owned = owner.country if owner and not owner.members else None
        cluster.country = body.country if body and body.country else owned or talk.place_of(phrase)
        if cluster.country:
            return
    posted = any(p.office or is_servant(talk, p.phrase) for p in cluster.posts)
    if posted or (cluster.sort in ("person", "org") and (cluster.kind in POWERFUL or is_public(cluster.name))):
        first = cluster.posts[0].phrase if cluster.posts else cluster.phrases[0]
        but = lacking(first.title, {c.country for c in talk.clusters if c.country})
        cluster.country = talk.country_around(first.head, but) or home_of_title(first.title)


def is_servant(talk: Discourse, phrase: Phrase) -> bool:
    """Whether a title of nobody's stands before a name as a state's does: "Rural Affairs Commissioner X"."""
    titled = phrase.bond == "title" and talk.page.capital(phrase.head) and phrase.organisation is None
    return titled and phrase.noun is not None and phrase.noun.kind in POWERFUL


def is_public(name: str) -> bool:
    """Whether an organisation is a state's by its name: "Supreme Electoral Council", "State Veterinary Committee"."""
    words = name.lower().split()
    return len(words) > 2 and words[0] in PUBLIC and words[-1] in BOARDS


@dataclass(slots=True)
class Placer:
    """Finds the clusters of phrases in the order of the text, whose owner or body they name before their own."""

    talk: Discourse
    heads: dict[int, int]
    phrases: Sequence[Phrase]
    named: dict[int, Cluster]
    done: set[int] = field(default_factory=set)

    def place(self, i: int) -> None:
        """Find the cluster of phrase i, once."""
        if i in self.done:
            return
        self.done.add(i)
        phrase = self.phrases[i]
        if isinstance(phrase.organisation, int) and phrase.sort == "role" and phrase.countries:
            self.talk.within[phrase.organisation] = phrase.countries[0]
        for token in (phrase.owner, phrase.organisation, *(phrase.named if phrase.sort == "group" else ())):
            if isinstance(token, int) and token in self.heads:
                self.place(self.heads[token])
        place(self.talk, phrase, self.named.get(i))


def place(talk: Discourse, phrase: Phrase, person: Cluster | None) -> None:
    """Find the cluster of one phrase."""
    if person:
        talk.at[phrase.head] = person
        talk.note(phrase, person)
    elif phrase.sort == "family":
        family(talk, phrase)
    elif phrase.sort == "craft":
        craft(talk, phrase)
    elif phrase.sort == "org":
        talk.put(phrase, organisation(talk, phrase))
    elif phrase.known and phrase.sort not in ("state",):
        if phrase.kind in PRIVATE and beside(talk, phrase):
            nominal(talk, phrase)
        else:
            talk.put(phrase, talk.known(phrase.known))
    elif phrase.sort == "pronoun":
        pronoun(talk, phrase)
    elif phrase.sort == "relative":
        relative(talk, phrase)
    elif phrase.bond != "title" or phrase.sort == "group":
        nominal(talk, phrase)
    inherit(talk, phrase)


def inherit(talk: Discourse, phrase: Phrase) -> None:
    """Give people the country and kind of those whose they are told to be: "the rebels' spokesman"."""
    cluster = talk.at.get(phrase.head)
    owner = talk.at.get(phrase.owner) if phrase.owner is not None else None
    if cluster is None or owner is None or owner is cluster or phrase.sort != "role" or phrase.word in RELATIVES:
        return
    cluster.country = cluster.country or (None if owner.members else owner.country)
    plain = phrase.noun is not None and phrase.noun.kind == "government" == cluster.kind and not phrase.office
    if plain and owner.kind in EMPLOYERS:
        cluster.kind, cluster.sector = owner.kind, owner.sector


def bind(talk: Discourse, phrase: Phrase, heads: dict[int, Cluster]) -> None:
    """Give the persons that a description belongs to their post; several countries go to several names in order."""
    people = [heads[t] for t in phrase.named if t in heads]
    if not people:
        return
    post = phrase.word not in RELATIVES and phrase.word != "counterpart"
    paired = len(phrase.countries) > 1 and len(people) == len(phrase.countries)
    for k, cluster in enumerate(people if phrase.plural or paired else people[:1]):
        country = phrase.countries[k] if paired else phrase.countries[0] if len(phrase.countries) == 1 else None
        office = phrase.office
        if paired and country:
            found = talk.page.world.office(phrase.title.removesuffix("s"), country)
            office = found.office if found else None
        if post:
            body = organisation_name(talk, phrase, office, country)
            cluster.posts.append(Post(phrase.title, office, body, country, phrase))
        if phrase.noun:
            cluster.nouns.add(phrase.noun.word)
        if paired or phrase.word == "counterpart":
            cluster.country = cluster.country or country
        cluster.gender = cluster.gender or phrase.gender
        if phrase.bond in ("apposition", "copula"):
            talk.put(phrase, cluster)
        else:
            talk.at[phrase.head] = cluster


def organisation_name(talk: Discourse, phrase: Phrase, office: str | None, country: str | None) -> str | None:
    """The name of the body that a post belongs to."""
    body = phrase.organisation
    if isinstance(body, Known):
        return body.name
    if isinstance(body, int):
        cluster = talk.at.get(body)
        if cluster:
            return cluster.name
        name = talk.page.at[body]
        return talk.page.text(name.start, name.end) if name else None
    found = talk.page.world.office(phrase.title, country) if office and country else None
    known = talk.page.world.body(found.body, country) if found and found.body else None
    return known.name if known else None


def settle(talk: Discourse, cluster: Cluster) -> None:
    """Give a person kind, sector and country by its posts, else by the world's office holders."""
    for post in sorted(cluster.posts, key=lambda p: p.office is None):
        phrase = post.phrase
        if cluster.kind == "person" and phrase.kind not in ("unknown", "person"):
            cluster.kind, cluster.sector = phrase.kind, phrase.sector
        cluster.country = cluster.country or post.country
    if cluster.country is None and cluster.posts:
        cluster.country = next((c for p in cluster.phrases if (c := state_behind(talk.page, p))), None)
    held = by_tenure(talk, cluster)
    if held and cluster.country in (None, held[0].country):
        cluster.country = held[0].country
        day = talk.published or ""
        current = [t for t in held if not day or (t.start or "") <= day <= (t.end or "9999")]
        cluster.held |= {t.office for t in current}
        if day and " " not in cluster.name and len({t.person for t in current}) == 1:
            cluster.name = current[0].person
    if cluster.country is None:
        for post in cluster.posts:
            token = post.phrase.owner if post.phrase.owner is not None else post.phrase.organisation
            owner = talk.at.get(token) if isinstance(token, int) else None
            if owner and owner.country and post.phrase.sort == "role":
                cluster.country = owner.country


def state_behind(page: Page, phrase: Phrase) -> str | None:
    """The country that a name is told to be "of": "President Moon Jae-in of South Korea"."""
    name = page.at[phrase.end + 1] if phrase.end + 1 < len(page.at) and page.lower[phrase.end] == "of" else None
    return name.named.known.country if name and name.named and is_state(name) else None


def by_tenure(talk: Discourse, cluster: Cluster) -> list[Tenure]:
    """The offices that a person held, all of one country, by the dated roles: by full name, or by surname if in office.

    A surname alone is enough where it is titled, its holder is in office at the time of the report, or it is one
    person's only; whoever is never given a first name is well known.
    """
    known = holders_by_surname(talk.page.world).get(name_parts(cluster.name)[-1], ())
    names = {name_parts(p.name) for p in cluster.phrases}
    full = [n for n in names if len(n) > 1]
    exact = [t for t in known if any(same_full(n, name_parts(k)) for n in full for k in (t.person, *t.aliases))]
    exact = exact or [t for p in cluster.phrases if len(name_parts(p.name)) > 1 for t in talk.page.world.person(p.name)]
    if not full:
        day = talk.published or ""
        offices = cluster.offices
        exact = [t for t in known if t.office in offices or ((t.start or "") <= day <= (t.end or "9999") and day)]
        if not exact and len({t.person for t in known}) == 1:
            exact = list(known)
    if len({t.country for t in exact}) != 1:
        return []
    office = talk.page.world.office(exact[0].office, exact[0].country)
    if cluster.kind == "person" and office:
        cluster.kind, cluster.sector = office.kind, office.sector
    return exact


def family(talk: Discourse, phrase: Phrase) -> None:
    """A family by its surname stands for its members that the report names."""
    surname = phrase.name.removesuffix("s").casefold()
    members = [c for c in talk.clusters if c.sort == "person" and c.name.casefold().split()[-1] == surname]
    members += [c for c in talk.clusters if c.relative_of in members and c not in members]
    group = Cluster("group", phrase.name, "person", described=True, plural=True, members=members)
    talk.put(phrase, talk.new(group))


def organisation(talk: Discourse, phrase: Phrase) -> Cluster:
    """The cluster of an organisation that the world does not know, by its name or its initials."""
    page = talk.page
    key = "org:" + phrase.name.casefold()
    found = talk.by_key.get(key) or acronym(talk, phrase)
    if found:
        if found.country is None and found.sort == "org":
            found.country = home_of(page, phrase)
        return found
    noun = page.nouns[phrase.end - 1]
    inside = [page.seen[w] for w in phrase.name.split() if w in page.seen]
    country = next((n.known.country for n in inside if n and n.known.kind == "state"), None)
    kind, sector = (noun.kind, noun.sector) if noun else (phrase.kind, phrase.sector)
    for word in phrase.name.lower().split():
        found_kind = page.terms.modifiers.get(word)
        kind, sector = found_kind if found_kind and kind in ("civil", "government") else (kind, sector)
    cluster = Cluster("org", phrase.name, kind, sector, country or home_of(page, phrase), key)
    if noun:
        cluster.nouns.add(noun.word)
    return talk.new(cluster)


def home_of(page: Page, phrase: Phrase) -> str | None:
    """The country that a name's possessor, adjective or apposition gives: "Norway's X", "X, the Norwegian owner"."""
    t = phrase.start - 1
    if t > 0 and page.parse.tags[t] == "POS":
        t -= 1
    name = page.at[t] if t >= 0 else None
    if name and name.named and is_state(name) and name.end <= phrase.start:
        return name.named.known.country
    said = (k for k in page.parse.kids(phrase.head, "appos") if page.parse.tags[k] == "NN" and page.at[k] is None)
    for k in (phrase.head, *said):
        countries = before(page, k).countries
        if len(countries) == 1:
            return countries[0]
    return None


def acronym(talk: Discourse, phrase: Phrase) -> Cluster | None:
    """An organisation of the report that these letters are the initials of, or whose name begins so."""
    name = phrase.name.replace(".", "")
    for cluster in talk.clusters:
        if cluster.sort not in ("org", "known") or cluster.kind == "state":
            continue
        words = [w for w in cluster.name.split() if w[0].isupper()]
        if name.isupper() and len(name) > 1 and "".join(w[0] for w in words) == name:
            return cluster
        if (
            cluster.sort == "org"
            and len(words) > 1
            and (cluster.name.startswith(phrase.name + " ") or phrase.name.startswith(cluster.name + " "))
        ):
            return cluster
    return None


def quotation_depths(page: Page) -> list[int]:
    """For each token how deep inside quotation marks it stands, passage by passage."""
    parse = page.parse
    depths = [0] * len(parse)
    for start, end in parse.passages:
        depth = 0
        for i in range(start, end):
            word = parse.words[i]
            if word in ("“", "«", "„"):
                depth += 1
            elif word in ("”", "»"):
                depth = max(0, depth - 1)
            elif word == '"':
                depth = 0 if depth else 1
            depths[i] = depth
    return depths
