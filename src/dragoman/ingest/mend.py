"""What the parser reads instead of damaged words, with a map back to the source."""

import re
import unicodedata
from itertools import zip_longest

from dragoman.ingest.lines import INVISIBLE

SUSPICIOUS = re.compile(r"[\u0080-\u009f\u00c2-\u00c3\u00e2\u00d0\u00d1\u0192\u02c6\u02dc\u20ac\u2122\ufffdÂÃâÐÑ]")
SPACES = re.compile(r"[\t\r\n\v\f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
MARKDOWN = r"\*\*(?=\S)|(?<=\S)\*\*|!?\[(?=[^\[\]]{1,200}\]\(https?://)|\]\(https?://[^)\s]{1,300}\)"
ODD = re.compile(
    rf"\r\n|[\x00-\x1f\x7f{INVISIBLE}]|{SPACES.pattern}|[\ud800-\udfff\ufb00-\ufb06]|-\r?\n(?=[a-z])|{MARKDOWN}"
)
PERHAPS_ODD = re.compile(
    rf"[\x00-\x1f\x7f{INVISIBLE}\ud800-\udfff\ufb00-\ufb06*\[\]]|{SPACES.pattern}"
)  # a quick look first
PUNCTUATION = {  # what UTF-8 punctuation becomes when read as Windows-1252, byte by byte or with the last byte lost
    "â€œ": "“", "â€\x9d": "”", "â€˜": "‘", "â€™": "’", "â€“": "–", "â€”": "—", "â€¦": "…", "â€¢": "•", "â€": "”",
}  # fmt: skip
BROKEN = re.compile("|".join(map(re.escape, PUNCTUATION)))
NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def mend(text: str) -> tuple[str, tuple[int, ...] | None]:
    """`text` as it was meant, and for each of its code points (and one past the last) the place in `text`.

    Undoes text decoded by the wrong encoding, joins words broken at the end of a line, drops invisible
    signs and makes every space a plain one. The map is None where nothing had to be done.
    """
    mended, places = _redecoded(text)
    if not PERHAPS_ODD.search(mended) or not ODD.search(mended):
        return (mended, None) if mended == text else (mended, (*places, len(text)))
    out: list[str] = []
    where: list[int] = []
    i = 0
    while i < len(mended):
        match = ODD.match(mended, i)
        new = _plain(match.group()) if match else mended[i]
        out.append(new)
        where += [places[i]] * len(new)
        i = match.end() if match else i + 1
    return "".join(out), (*where, len(text))


def _plain(odd: str) -> str:
    """What stands for one odd sign."""
    if odd == "\r\n" or SPACES.fullmatch(odd):
        return " "
    if "\ufb00" <= odd <= "\ufb06":
        return unicodedata.normalize("NFKC", odd)
    return "\ufffd" if "\ud800" <= odd <= "\udfff" else ""


def _redecoded(text: str) -> tuple[str, range | tuple[int, ...]]:
    """`text` with mojibake undone and the place of each of its code points; as it is where that is not certain."""
    if not SUSPICIOUS.search(text):
        return text, range(len(text))
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    if not is_bad(text):
        return text, range(len(text))
    mended = fix_encoding(text)
    places = _places(text, mended)
    return (mended, places) if places is not None and mended != text else _punctuation(text)


def _punctuation(text: str) -> tuple[str, tuple[int, ...]]:
    """`text` with broken punctuation mended sign by sign, for text too damaged to be mended as a whole."""
    out: list[str] = []
    places: list[int] = []
    at = 0
    for match in BROKEN.finditer(text):
        out += [text[at : match.start()], PUNCTUATION[match.group()]]
        places += [*range(at, match.start()), match.start()]
        at = match.end()
    return "".join([*out, text[at:]]), (*places, *range(at, len(text)))


def _places(text: str, mended: str) -> tuple[int, ...] | None:
    """The place in `text` of each code point of `mended`, or None where the two do not line up.

    Undoing mojibake leaves ASCII alone, so the stretches of other signs between the same ASCII belong together.
    """
    if NOT_ASCII.sub("\0", text) != NOT_ASCII.sub("\0", mended):
        return _places_word_by_word(text, mended)
    out: list[int] = []
    at = here = 0
    for old, new in zip_longest(NOT_ASCII.finditer(text), NOT_ASCII.finditer(mended)):
        out += range(at, at + new.start() - here)
        out += _shared(old.start(), old.end(), new.group())
        at, here = old.end(), new.end()
    return (*out, *range(at, at + len(mended) - here))


def _places_word_by_word(text: str, mended: str) -> tuple[int, ...] | None:
    """The same by words, for mojibake that swallowed or left an ASCII sign; None where the words differ in number."""
    old, new = list(re.finditer(r"[^ ]+", text)), list(re.finditer(r"[^ ]+", mended))
    if len(old) != len(new):
        return None
    out: list[int] = []
    for a, b in zip(old, new, strict=True):
        out += [a.start()] * (b.start() - len(out))
        same = a.group() == b.group()
        out += range(a.start(), a.end()) if same else _shared(a.start(), a.end(), b.group())
    return (*out, *[len(text) - 1] * (len(mended) - len(out)))


def _shared(start: int, end: int, new: str) -> list[int]:
    """Places in `start:end` for the code points of `new`, each as long as its UTF-8 form where that adds up."""
    sizes = [len(c.encode("utf-8", "surrogatepass")) for c in new]
    if sum(sizes) != end - start:
        sizes = [(end - start) // len(new)] * len(new)
    out, at = [], start
    for size in sizes:
        out.append(min(at, end - 1))
        at += size
    return out
