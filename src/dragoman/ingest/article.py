"""One article: its paragraphs cleaned and named, its date, title and author, as a Report."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from dragoman.ingest import head, language, limits, shape
from dragoman.ingest.lines import Paragraph
from dragoman.ingest.mend import mend
from dragoman.ingest.part import Part
from dragoman.ingest.published import published
from dragoman.model.ids import document_id
from dragoman.model.text import Passage, PassageKind, Removal, Report, Source, Span

REPEATED = 4  # words that a line must have to be called repeated: short answers do come twice
AMID_TEXT = 8  # words that it must have amid running text: a list has the same heading more than once
NAMED = ("title", "caption")
LATELY = 20  # captions that one is compared with
ALIKE = 90  # per cent of their signs that two tellings of one caption share
NUMBER = re.compile(r"\d+")
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s")
AUTHOR = re.compile(r"(?i:(?:written |reported |story |text |analysis )?by:?|authors?:|reporter:)\s+(?P<name>[^|,(]+)")


def article(source: Source, found: Sequence[Paragraph], reasons: Sequence[str | None], first: bool) -> Report | None:
    """The report made of the paragraphs `found`, of which those with a reason are left out; None where none is left.

    `first` says whether it is the first article of its source: what came with a file is believed of that one.
    """
    parts = _without_repeats(source.text, head.parts(found, reasons))
    kept = [p for p in parts if p.why is None]
    if not kept:
        return None
    start, end = kept[0].start, kept[-1].end
    spoken = language.language(
        " ".join(source.text[p.start : p.end] for p in kept if p.kind == "body") or source.text[start:end]
    )
    read = spoken == "en"
    if read:
        parts = [_in_english(source.text, p) for p in parts]
    passages = [q for p in parts if read and p.why is None for q in _passages(source.text, p)]
    removed = [Removal(Span.of(source.text, p.start, p.end), p.why) for p in parts if p.why is not None]
    title = next((p.text for p in passages if p.kind == "title"), None)
    author = next((m["name"].strip() for p in passages if p.kind == "byline" and (m := AUTHOR.match(p.text))), None)
    about = source.metadata
    url, outlet = source.given.url or about.url, source.given.outlet or about.outlet
    return Report(
        id=document_id(source.text[start:end], url or outlet or source.file, start),
        file=source.file,
        encoding=source.encoding,
        sha256=source.sha256,
        source=source.text,
        start=start,
        end=end,
        read=read and bool(passages),
        language=spoken,
        published=published(source, parts, first),
        passages=tuple(passages),
        removed=tuple(removed),
        title=title or about.title,
        outlet=outlet,
        url=url,
        author=source.given.author or about.author or author,
    )


def _without_repeats(text: str, parts: Sequence[Part]) -> list[Part]:
    """`parts` with every line that was there before left out."""
    seen: dict[str, Part] = {}
    named: list[tuple[str, Part]] = []
    out: list[Part] = []
    amid_text = False
    for part in parts:
        words = " ".join(text[part.start : part.end].lower().split())
        earlier = None if part.why else seen.get(words) or _nearly(words, part, named[-LATELY:])
        strict = amid_text and not (earlier and earlier.kind in NAMED)
        if earlier and shape.count(words) >= (AMID_TEXT if strict else REPEATED):
            out.append(replace(part, why=f"repeated {_name(earlier.kind)}"))
        else:
            out.append(part)
            if not part.why:
                seen.setdefault(words, part)
                named += [(words, part)] if part.kind in NAMED else []
                amid_text = amid_text or (part.kind == "body" and shape.prose(words))
    return out


def _nearly(words: str, part: Part, named: Sequence[tuple[str, Part]]) -> Part | None:
    """The caption or headline before it that `part` repeats but for a word or a sign, such as another credit."""
    if part.kind not in (*NAMED, "heading") or shape.count(words) < AMID_TEXT:
        return None
    numbers = NUMBER.findall(words)
    for before, earlier in named:
        if NUMBER.findall(before) == numbers and fuzz.ratio(words, before, score_cutoff=ALIKE):
            return earlier
    return None


def _name(kind: PassageKind) -> str:
    """What a kind of passage is called in a reason."""
    return {"title": "headline", "body": "paragraph"}.get(kind, kind)


def _in_english(text: str, part: Part) -> Part:
    """`part`, left out where it is a paragraph in another language inside an English article."""
    if part.why is not None:
        return part
    if part.kind in ("body", "caption") and language.english(text[part.start : part.end]) is False:
        return replace(part, why="not in English")
    return part


def _passages(text: str, part: Part) -> list[Passage]:
    """The passage of `part`, or several where it is longer than the parser should read at once."""
    out, start = [], part.start
    while start < part.end:
        end = min(part.end, start + limits.PASSAGE)
        if end < part.end:
            ends = [m.end() for m in SENTENCE_END.finditer(text, start, end)]
            end = ends[-1] if ends else (text.rfind(" ", start, end) + 1 or end)
        words = text[start:end].rstrip()
        mended, places = mend(words)
        if mended.strip():
            offsets = None if places is None else tuple(start + i for i in places)
            out.append(Passage(start, start + len(words), part.kind, mended, offsets))
        start = end
    return out
