"""When an article came out, and how that is known: given, printed, from metadata, or inferred from its own words."""

from collections.abc import Iterator, Sequence

from dragoman.ingest import dates, shape
from dragoman.ingest.cohesion import shared
from dragoman.ingest.part import Part
from dragoman.model.text import Published, Source

LEAD = 4  # paragraphs of running text that tell the news
SHARED = 1 / 3  # of the words of substance of a caption stand in the lead too, if both tell of one event


def published(source: Source, parts: Sequence[Part], first: bool) -> Published:
    """The date of an article made of `parts`; what came with the file is believed of its `first` article only."""
    given, metadata = source.given.published, source.metadata.published
    if given and first:
        return Published(given, "given", "given by the user")
    found = printed(source.text, parts) or (None if metadata else inferred(source.text, parts))
    if found:
        return found
    if metadata and first:
        return Published(metadata, "metadata", "from the metadata that came with the text")
    if given:
        return Published(given, "given", "given by the user for the file that it stands in")
    return Published(None, "unknown", _why_unknown(source.text, parts))


def _why_unknown(text: str, parts: Sequence[Part]) -> str:
    """Why an article has no date, in words: perhaps its dateline has a day but no year."""
    for part in parts:
        words = text[part.start : part.end]
        if part.kind == "byline" and not part.why and (found := shape.dateline(f"{words} a b c d e")) and found.month:
            return f"its dateline prints {found.day} {dates.MONTHS[found.month - 1].capitalize()} but no year"
    return "no date is printed and none came with the text"


def printed(text: str, parts: Sequence[Part]) -> Published | None:
    """The date that the article prints as its own: in a date line, a byline or a dateline."""
    updates = []
    for part in parts:
        words = text[part.start : part.end]
        if part.kind != "byline" or (part.why and part.why != "printed date line"):
            continue
        place = "date line" if part.why else "dateline" if words[:3].isupper() else "byline"
        for date in [d] if (d := dates.leading(words)) else dates.full_dates(words):
            if date.day:
                why = Published(date.day, "printed", f"printed in its {place}: “{words.strip()[:60]}”")
                if not date.updated:
                    return why
                updates.append(why)
    return updates[0] if updates else None


def inferred(text: str, parts: Sequence[Part]) -> Published | None:
    """The day of the news, where a full date printed with it agrees with the weekday that the news is told by."""
    body = [
        text[p.start : p.end]
        for p in parts
        if p.kind == "body" and p.why is None and shape.prose(text[p.start : p.end])
    ]
    lead = body[:LEAD]
    for day, why in [*_from_lead(lead, body), *_from_captions(text, parts, lead, body)]:
        return Published(day, "inferred", why)
    return None


def _from_lead(lead: Sequence[str], body: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The last full date in the first two paragraphs, unless a later one follows."""
    days = [d.day for p in lead[:2] for d in dates.full_dates(p) if d.day]
    if not days:
        return
    later = [d.day for p in body for d in dates.full_dates(p) if d.day]
    if max(days) == max(later) and _weekday_fits(max(days), lead):
        yield max(days), f"its first paragraphs tell of {dates.words(max(days))}"


def _from_captions(
    text: str, parts: Sequence[Part], lead: Sequence[str], body: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """The full date of a caption that tells of the same as the lead, on the weekday that the lead names."""
    captions = [text[p.start : p.end] for p in parts if p.kind == "caption" and not p.why]
    years = [int(y) for p in body for y in dates.YEAR.findall(p)] if captions else []
    for words in captions:
        if shape.file_picture(words):
            continue
        days = [d.day for d in dates.full_dates(words) if d.day]
        if not days or max(years, default=0) > int(max(days)[:4]) or shared(words, " ".join(lead)) < SHARED:
            continue
        day = max(days)
        if dates.weekday(day) in dates.weekdays(" ".join(lead)) and not dates.month_alone(day, " ".join(body)):
            yield (
                day,
                (
                    f"a caption is dated {dates.words(day)}, which was a {dates.weekday(day)}, "
                    f"and the text tells of that {dates.weekday(day)}"
                ),
            )


def _weekday_fits(day: str, lead: Sequence[str]) -> bool:
    """Whether no weekday is named in the lead, or that of `day` is."""
    named = dates.weekdays(" ".join(lead))
    return not named or dates.weekday(day) in named
