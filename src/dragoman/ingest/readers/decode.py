"""Bytes as text, by the encoding that they are in; nothing is guessed that the bytes do not bear out."""

import codecs
import re
from dataclasses import dataclass

from dragoman.ingest.language import ENGLISH_SHARE, WORD, english_share

SAMPLE = 200_000
BOMS = (  # the longer first: UTF-32's begins like UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
OTHERS = [
    "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "koi8_r", "koi8_u",
    "iso8859_2", "iso8859_5", "iso8859_9", "cp866", "mac_cyrillic", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip
MAGIC = {
    b"%PDF": "a PDF file", b"PK\x03\x04": "a zip archive or an office document", b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture", b"Rar!": "an archive",
    b"7z\xbc\xaf": "an archive", b"BZh": "an archive", b"\xfd7zXZ": "an archive",
    b"\xd0\xcf\x11\xe0": "an office document", b"SQLite format 3": "a database",
    b"\x7fELF": "a program", b"{\\rtf": "an RTF document",
}  # fmt: skip
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
HIGH = re.compile(rb"[\x80-\xff]")
WESTERN = re.compile(
    rb"[A-Za-z][\x80-\xff]{1,2}[A-Za-z]|[\x80\x85\x91-\x97\xa0\xa3\xa7\xa9\xab\xad\xb0\xb7\xbb\xd7\xe9]"
)
UTF8_SIGN = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,30})", re.IGNORECASE)
SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the (Python) name of the encoding that gives it."""

    text: str
    encoding: str


def decode(data: bytes, declared: str | None = None) -> Decoded | str:
    """The text of `data` (a byte-order mark is kept as U+FEFF), or the reason why there is none.

    `declared` is the encoding that the file itself names, tried after a byte-order mark and UTF-8.
    """
    found = encoding_of(data, declared)
    if not found.startswith("!"):
        return Decoded(data.decode(found, "replace"), found)
    return found[1:]


def encoding_of(data: bytes, declared: str | None = None) -> str:
    """The encoding of `data` (a whole file, or its beginning), or "!" and the reason why it is no text."""
    if not data:
        return "!the file is empty"
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return encoding
    for magic, kind in MAGIC.items():
        if data.startswith(magic):
            return f"!it is {kind}, not text"
    if wide := _without_bom(data[:SAMPLE]):
        return wide
    if len(CONTROL.findall(data[:SAMPLE])) > len(data[:SAMPLE]) / 1000 + 1:
        return "!it is binary, not text"
    if _is_utf8(data):
        return "utf-8"
    if declared and _decodes(data, declared):
        return codecs.lookup(declared).name
    return _legacy(data[:SAMPLE])


def declared_in(page: bytes) -> str | None:
    """The encoding that an HTML page says it is in."""
    match = META.search(page[:4000])
    return match[1].decode("ascii", "ignore") if match else None


def without_surrogates(text: str) -> str:
    """`text` with every half of a surrogate pair (as JSON may carry them) replaced, at the same offsets."""
    return SURROGATES.sub("\ufffd", text)


def _is_utf8(data: bytes) -> bool:
    """Whether `data` is UTF-8, cut at its end perhaps, with at most one damaged place in a thousand signs."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    if damaged <= 1 and HIGH.search(data[:-4]) is None:
        return True
    return damaged == 0 or (damaged <= max(1, len(text) / 1000) and len(UTF8_SIGN.findall(data)) > 4 * damaged)


def _without_bom(sample: bytes) -> str | None:
    """UTF-16 without a byte-order mark: every other byte of Latin text is zero."""
    zeros = sample.count(0)
    if len(sample) < 8 or zeros < len(sample) * 0.3:
        return None
    odd = sample[1::2].count(0)
    if odd > zeros * 0.95 and zeros < len(sample) * 0.55:
        return "utf-16-le"
    return "utf-16-be" if odd < zeros * 0.05 and zeros < len(sample) * 0.55 else None


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (LookupError, UnicodeDecodeError, ValueError):
        return False
    return True


def _legacy(sample: bytes) -> str:
    """An encoding of before Unicode, or "!" and the reason.

    English with a few signs above ASCII (curly quotes, dashes, an accented name) is Windows-1252; of other
    text the detector must be sure.
    """
    high = HIGH.findall(sample)
    few = len(high) < 0.05 * len(sample) and len(WESTERN.findall(sample)) >= 0.5 * len(high)
    if few or english_share(WORD.findall(sample.decode("latin-1").lower())) >= ENGLISH_SHARE:
        return "cp1252" if _decodes(sample, "cp1252") else "latin-1"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=OTHERS).best()
    return best.encoding if best else "!its encoding could not be told; save it as UTF-8"
