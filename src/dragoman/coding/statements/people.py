"""Whether a noun phrase is somebody who can speak or think: a person, a body, a people; and whether it is the press."""

from dragoman.coding.statements.page import Page

PRONOUNS = frozenset({"he", "she", "they", "i", "we", "you", "who", "him", "her", "them", "us", "me", "one", "everyone",
    "nobody", "somebody", "someone", "anyone", "everybody", "none", "others", "many", "some", "several", "those",
    "both", "few", "most", "another", "whom", "neither", "each"})  # fmt: skip
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
PEOPLE = frozenset(
    {
        "administration", "agency", "aide", "airline", "ally", "alliance", "army", "assembly", "association", "attorney",
        "authority", "bank", "board", "body", "bureau", "cabinet", "camp", "campaign", "capital", "chief", "church",
        "coalition", "colleague", "command", "commission", "committee", "community", "company", "congress", "consulate",
        "council", "counsel", "country", "couple", "court", "crew", "critic", "crowd", "delegate", "delegation",
        "department", "deputy", "diplomat", "embassy", "envoy", "expert", "faction", "family", "federation", "firm",
        "force", "forces", "friend", "general", "government", "governor", "group", "guard", "half", "head", "house",
        "intelligence", "journalist", "judge", "jury", "kremlin", "leadership", "league", "left", "majority", "man",
        "mayor", "media", "men", "military", "militant", "militia", "minister", "ministry", "minority", "mission",
        "monarch", "mother", "movement", "nation", "navy", "office", "official", "opposition", "organisation",
        "organization", "palace", "panel", "parent", "parliament", "participant", "party", "patient", "people", "person",
        "police", "premier", "president", "press", "prince", "pundit", "queen", "rebel", "refugee", "regime", "relative",
        "republic", "resident", "respondent", "right", "rival", "school", "secretariat", "senate", "service", "side",
        "soldier", "source", "staff", "state", "student", "survivor", "team", "tribunal", "troop", "union", "unit",
        "victim", "village", "villager", "watchdog", "west", "white", "widow", "wing", "witness", "woman", "women",
        "worker", "youth", "king", "father", "son", "daughter", "wife", "husband", "brother", "sister", "neighbour",
        "neighbor", "aggressor", "clergy", "bishop", "pope", "imam", "patriarch", "doctor", "nurse", "teacher", "medic",
        "coach", "captain", "colonel", "sergeant", "admiral", "marshal", "veteran", "host", "guest", "tutor", "elite",
        "public", "audience", "percent", "generation", "third", "quarter", "number", "lot", "handful", "dozens",
    }
)  # fmt: skip
ENDINGS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "men", "ant", "ants", "crat", "crats", "eer")
THINGS = frozenset(
    {
        "number", "matter", "order", "letter", "weather", "power", "water", "paper", "border", "winter", "summer", "fear",
        "factor", "error", "tower", "river", "corner", "murder", "disaster", "danger", "offer", "answer", "figure",
        "center", "chapter", "quarter", "register", "transfer", "charter", "encounter", "manner", "layer", "filter",
        "horror", "terror", "favor", "labor", "honor", "color", "sector", "behavior", "computer", "poster", "server",
        "banner", "newsletter", "counter", "cover", "grant", "plant", "restaurant", "door", "floor", "tanker", "bomber",
        "freighter", "trailer", "container", "fighter", "hunger", "anger", "cancer", "barrier", "carrier", "hour",
        "ledger", "tremor", "rumor", "mirror", "motor", "reactor", "gender", "shoulder", "finger", "slaughter", "laughter",
    }
)  # fmt: skip
PRESS = frozenset(
    {
        "agency", "newspaper", "daily", "paper", "broadcaster", "station", "channel", "outlet", "magazine", "website",
        "media", "press", "tabloid", "weekly", "radio", "television", "newswire", "wire", "news", "tv", "reuters",
        "afp", "tass", "interfax", "xinhua", "bbc", "cnn", "irna", "azertac", "anadolu", "bloomberg", "journal",
    }
)  # fmt: skip


def speaks(page: Page, token: int) -> bool:
    """Whether the noun phrase headed by `token` names somebody who can say, think or want something."""
    parse = page.parse
    word, lemma = parse.words[token].lower(), parse.lemmas[token]
    if parse.pos[token] == "PRON" or word in PRONOUNS:
        return word in PRONOUNS
    if any(e.label in NAMED and e.start <= token < e.end for e in parse.entities):
        return True
    if parse.pos[token] == "PROPN":
        return True
    return lemma in PEOPLE or (word.endswith(ENDINGS) and lemma not in THINGS)


def is_press(page: Page, token: int) -> bool:
    """Whether the noun phrase headed by `token` is a newspaper, agency or broadcaster by its words."""
    parse = page.parse
    around = [token, *parse.kids(token, "compound", "appos", "amod")]
    return any(parse.words[i].lower() in PRESS for i in around)
