"""Whether a person of the report can be whom a description speaks of: office, noun, country, body, gender."""

from dragoman.model.actor import Kind
from dragoman.read.actors_phrase import Phrase
from dragoman.read.coref_cluster import Cluster
from dragoman.read.coref_discourse import Discourse

BACK = frozenset(("the", "this", "that", "these", "those"))
OFFICIAL: frozenset[Kind] = frozenset(("government", "military", "security", "legislature", "igo"))
LAWMAKERS = frozenset(("deputy", "lawmaker", "legislator", "parliamentarian", "mp", "senator", "congressman", "member"))
CHIEFS = frozenset(("head of state", "head of government"))
PRAISE = frozenset(
    (
        "senior", "top", "veteran", "high", "ranking", "-", "embattled", "outgoing", "elected", "young", "elder",
        "same", "long", "serving", "foreign",
    )
)  # fmt: skip


def unowned(c: Cluster) -> bool:
    """Whether a person's office is given without whose it is, so that it can be any country's."""
    return c.country is not None or all(p.phrase.owner is None for p in c.posts)


def possible(c: Cluster, phrase: Phrase) -> bool:
    """Whether a cluster is one person, or unnamed officials called by the same noun, of a fitting gender."""
    one = not c.plural or (c.sort == "role" and phrase.word in c.nouns)
    return c.human and one and not c.members and (not phrase.gender or c.gender in ("", phrase.gender))


def agree(c: Cluster, country: str | None) -> bool:
    """Whether a person can be of a country."""
    return country is None or c.country is None or c.country == country


def body_agrees(talk: Discourse, c: Cluster, phrase: Phrase) -> bool:
    """Whether a person's post belongs to the body that the description names, if it names one."""
    name = body_name(talk, phrase)
    if name is None or not c.posts:
        return True
    names = {p.organisation for p in c.posts if p.organisation}
    return not names or name in names


def body_name(talk: Discourse, phrase: Phrase) -> str | None:
    """The name of the body that a post belongs to."""
    body = phrase.organisation
    if isinstance(body, int):
        cluster = talk.at.get(body)
        return cluster.name if cluster else None
    if body:
        return body.name if body.kind not in ("state", "region") else None
    owner = talk.at.get(phrase.owner) if phrase.owner is not None else None
    return owner.name if owner and owner.sort in ("known", "org") and owner.kind not in ("state", "region") else None


def same_noun(c: Cluster, phrase: Phrase) -> bool:
    """Whether a person was called by this noun, in a title or a description."""
    if phrase.word not in c.nouns:
        return False
    if phrase.office and c.offices and phrase.office not in c.offices:
        return False
    titles = [p.title.lower() for p in c.posts]
    special = [
        w
        for w in phrase.words
        if w in ("foreign", "defense", "defence", "prime", "interior", "finance", "deputy", "vice")
    ]
    return not titles or all(any(w in t for t in titles) for w in special)


def can_be_called(c: Cluster, phrase: Phrase) -> bool:
    """Whether a wider noun fits a person: a deputy is a lawmaker, a foreign minister a diplomat."""
    word = phrase.word
    if phrase.office or set(phrase.words) - PRAISE:
        return False
    if word in LAWMAKERS and "minister" not in phrase.words:
        return c.kind == "legislature"
    if word in ("diplomat", "envoy"):
        told = " ".join(p.title.lower() + " " + (p.organisation or "").lower() for p in c.posts)
        return c.kind in ("government", "igo") and any(
            w in told for w in ("foreign", "ambassador", "envoy", "diplomat", "consul")
        )
    if word in ("minister", "secretary"):
        return c.kind in ("government", "military") and any(word in p.title.lower() for p in c.posts)
    if word in ("leader", "ruler", "strongman", "autocrat"):
        return bool(c.offices & CHIEFS) or "leader" in c.nouns
    if word in ("official", "politician", "statesman", "leader"):
        return c.sort == "person" and c.kind in OFFICIAL and phrase.article in BACK
    if word in ("general", "commander", "officer", "soldier"):
        return c.kind == "military"
    if word in ("man", "woman", "boy", "girl", "figure"):
        return c.human and phrase.article in BACK
    if word in ("expert", "analyst", "scientist", "researcher", "scholar", "academic", "commentator"):
        return c.kind == "civil" and c.sort == "person" and phrase.article in BACK
    if word in ("journalist", "reporter", "correspondent"):
        return c.kind == "media" and c.sort == "person"
    return False


def can_or_is(c: Cluster, phrase: Phrase) -> bool:
    """Whether a person was, or can be, called by a description's noun."""
    return (
        phrase.word in c.nouns
        or can_be_called(c, phrase)
        or (phrase.word in ("man", "men", "leader") and c.kind in OFFICIAL)
    )
