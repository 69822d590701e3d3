"""What the grammar around a time expression says of it: whether it is one at all, and which way it looks."""

from dragoman.model.parse import Parse
from dragoman.read.times_rules import word_lists


def fits(rule: str, parse: Parse, start: int, end: int) -> bool:
    """Whether the words `start:end` that look like a time are used as one."""
    before = parse.words[start - 1].lower() if start else ""
    if rule == "year":
        return _is_year(parse, end - 1, before)
    if rule in ("rel_month", "day_month", "month_day", "month_year"):
        if any(parse.words[i].lower() in ("may", "march") and _is_verb(parse, i) for i in range(start, end)):
            return False
        return end - start > 1 or _is_month(parse, start, before)
    if rule == "weekday":
        return before not in word_lists()["named_days"] or parse.words[start - 1].islower()
    if rule in ("decade", "short_decade"):
        return before not in word_lists()["owners"] and parse.words[start].lower() not in word_lists()["owners"]
    if rule in ("season", "which_season"):
        return not any(_is_verb(parse, i) for i in range(start, end))
    if rule in ("present", "past", "adverb_set"):
        return not parse.words[end - 1][0].isupper() or parse.sentences[parse.sentence_of[start]][0] == start
    if rule == "duration":
        return not _is_age(parse, start, end)
    return True


def looks_ahead(parse: Parse, start: int, end: int) -> bool | None:
    """Whether the words `start:end` stand in a clause about the future (True), the past (False), or neither."""
    before = parse.words[start - 1].lower() if start else ""
    if before in word_lists()["ahead"] or parse.words[start].lower() in word_lists()["ahead"]:
        return True
    if before == "since":
        return False
    i = _head(parse, start, end)
    for _ in range(12):
        found = _tense(parse, i)
        if found is not None:
            return found
        if parse.heads[i] == i:
            return None
        i = parse.heads[i]
    return None


def lasts(parse: Parse, start: int, end: int) -> bool:
    """Whether a length of time runs up to now: "has held the valley for 30 years"."""
    if not start or parse.words[start - 1].lower() not in ("for", "over"):
        return False
    i = _head(parse, start, end)
    while not _is_verb(parse, i) and parse.heads[i] != i:
        i = parse.heads[i]
    return any(parse.words[k].lower() in ("has", "have", "'ve", "’ve") for k in parse.kids(i, "aux"))


def _head(parse: Parse, start: int, end: int) -> int:
    return next((i for i in range(start, end) if not start <= parse.heads[i] < end), end - 1)


def _tense(parse: Parse, i: int) -> bool | None:
    """Whether token i, if it is a verb, speaks of the future (True) or the past (False)."""
    if any(parse.words[k].lower() in word_lists()["to_come"] for k in parse.children[i]):
        return True
    if parse.pos[i] not in ("VERB", "AUX"):
        return None
    helpers = {parse.words[k].lower() for k in parse.kids(i, "aux", "auxpass")}
    if helpers & word_lists()["modals"]:
        return not helpers & {"have"}
    tag = parse.tags[i]
    if "to" in helpers and tag == "VB":
        return _infinitive(parse, i)
    if tag in ("VBD", "VBN") or helpers & {"was", "were", "had", "did", "has", "have"}:
        return (
            parse.lemmas[i] in word_lists()["planned"]
            and tag == "VBN"
            and bool(helpers & {"is", "are", "been", "being"})
        )
    return None


def _infinitive(parse: Parse, i: int) -> bool | None:
    head = parse.heads[i]
    if parse.lemmas[head] in word_lists()["implicative"]:
        return None if parse.tags[head] == "VB" else _tense(parse, head)
    return True


def _is_verb(parse: Parse, i: int) -> bool:
    return parse.pos[i] in ("VERB", "AUX")


def _is_age(parse: Parse, start: int, end: int) -> bool:
    after = parse.words[end : end + 2]
    return "old" in after or (start > 0 and parse.words[start - 1].lower() in ("aged", "age"))


def _is_year(parse: Parse, i: int, before: str) -> bool:
    """A four-digit number is a year unless it counts something or numbers it."""
    after = parse.words[i + 1].lower() if i + 1 < len(parse) else ""
    if (
        before in word_lists()["numbered"]
        or after in word_lists()["counted"]
        or (before == "," and i > 1 and parse.words[i - 2].isdigit())
    ):
        return False
    head = parse.heads[i]
    if parse.deps[i] == "nummod" and head > i and parse.tags[head] in ("NNS", "NNPS"):
        return before in word_lists()["of_years"] or parse.pos[i - 1] == "ADJ" or _in_date(parse, i)
    return True


def _is_month(parse: Parse, i: int, before: str) -> bool:
    """A month's name alone is no person's: "in May", not "May said", nor "May" anywhere beside "Theresa May"."""
    if before in word_lists()["of_months"]:
        return True
    names = (parse.words[e.end - 1] for e in parse.entities if e.label == "PERSON")
    return _in_date(parse, i) and parse.words[i] not in names


def _in_date(parse: Parse, i: int) -> bool:
    return any(e.start <= i < e.end and e.label in ("DATE", "EVENT") for e in parse.entities)
