"""How the page says things in words: types, statuses, dates, acts."""

from datetime import date

from dragoman.model.event import EventMention
from dragoman.model.when import When

# What a source does to a target, by type; the page puts the parties around it.
VERBS = {
    "AGREE": "agreed or promised to act with", "CONSULT": "met or spoke with", "SUPPORT": "spoke up for",
    "CONCEDE": "yielded to", "COOPERATE": "worked with", "AID": "gave aid to", "RETREAT": "drew back before",
    "REQUEST": "demanded something of", "ACCUSE": "accused or criticized", "REJECT": "refused",
    "THREATEN": "threatened", "PROTEST": "protested against", "SANCTION": "cut ties with or sanctioned",
    "MOBILIZE": "raised forces against", "COERCE": "coerced", "ASSAULT": "attacked", "DENY": "denied what was said by",
}  # fmt: skip
ALONE = {
    "AGREE": "agreed or promised to act", "CONSULT": "met", "SUPPORT": "spoke up in support", "CONCEDE": "yielded",
    "COOPERATE": "worked together", "AID": "gave aid", "RETREAT": "drew back", "REQUEST": "made a demand",
    "ACCUSE": "accused or criticized", "REJECT": "refused", "THREATEN": "threatened", "PROTEST": "protested",
    "SANCTION": "cut ties or sanctioned", "MOBILIZE": "raised forces", "COERCE": "used coercion", "ASSAULT": "attacked",
    "DENY": "denied it",
}  # fmt: skip
STATUSES = {
    "asserted": "told as fact", "denied": "said not to have happened", "hypothetical": "possible or planned",
    "background": "background",
}  # fmt: skip
ACTS = {
    "assert": "says", "accuse": "accuses", "deny": "denies", "demand": "demands", "threaten": "threatens",
    "promise": "promises", "praise": "praises", "propose": "proposes", "question": "asks", "believe": "believes",
    "intend": "intends",
}  # fmt: skip
COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def day_words(iso: str | None) -> str:
    """An ISO date in words ("31 March 2023"), or "undated"."""
    try:
        day = date.fromisoformat(iso or "")
    except ValueError:
        return iso or "undated"
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def when_words(when: When) -> str:
    """A date with its precision in words ("March 2023", "1990 to 2020", "undated")."""
    start, end = when.start, when.end
    if start is None or end is None:
        return "undated"
    if when.precision == "month":
        return f"{MONTHS[int(start[5:7]) - 1]} {start[:4]}"
    if when.precision == "year":
        return start[:4]
    if start[5:] == "01-01" and end[5:] == "12-31":
        return f"{start[:4]} to {end[:4]}"
    return days_words(start, end)


def days_words(first: str | None, last: str | None) -> str:
    """A stretch of days in words; one day once."""
    return f"{day_words(first)} to {day_words(last)}" if first != last else day_words(first)


def deed(type: str, source: str, target: str, status: str) -> str:
    """One event as a sentence: "Azerbaijan accused or criticized Iran"."""
    words = f"{source or 'Unknown'} {VERBS[type]} {target}" if target else f"{source or 'Unknown'} {ALONE[type]}"
    return f"{words} ({STATUSES[status]})" if status != "asserted" else words


def tone(type: str) -> str:
    """Whether a type counts as cooperative or hostile."""
    return "cooperative" if type in COOPERATIVE else "hostile"


def quantities(mention: EventMention) -> str:
    """The numbers that a passage gives, in words."""
    return "; ".join(f"{q.what}: {q.value:g}" for q in mention.quantities)
