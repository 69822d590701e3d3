"""Hostile inputs, made up: what a scraper may hand over, and worse."""

import gzip
import json
import zipfile
from io import BytesIO

from hypothesis import strategies as st

from tests.ingest.samples import HARBOUR, TALKS, pdf

ODD = (
    "\x00", "\ufeff", "\u202e", "\u200f", "\u2066", "\u200d", "\u00ad", "\U0001f1ee\U0001f1f7", "\ud83d", "\udce9",
    "\U0001f468\u200d\U0001f469", "\x85", "\u2028", "\x0b", "\x1b[31m", "“", "”", "'", '"', "((((", "[", "]]>", "%s",
    "{{ 7*7 }}", "<script>alert(1)</script>", "</div>", "&#0;", "â€œ", "0" * 400, "a" * 3000, "9999-99-99", "-1",
    "2023-02-31", "said " * 60, "Mr. " * 40, "and " * 80, "of the of the", "U.S.-U.K.-U.N.", "'s 's 's", "...", "—–—",
    "http://x.example/" + "a" * 500,
)  # fmt: skip
SAID = (
    "Ruritania accused Graustark of shelling the harbour on Friday.", "“We will answer,” the minister said.",
    "The envoys met in Vienna, officials told reporters.", "If they attack, Strelsau will close the strait.",
    "He denied it.", "They did so again last week.", "A spokesman for the ministry said that it had not happened.",
)  # fmt: skip
WORDS = st.one_of(st.sampled_from(ODD), st.sampled_from(SAID), st.text(alphabet=st.characters(), max_size=30))
JOINTS = st.sampled_from([" ", "", "\n", "\n\n", "\r\n", "\t", ", ", " said ", ' "'])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Sentences and oddities in any order, now and then within a true article."""
    made = "".join(draw(WORDS) + draw(JOINTS) for _ in range(draw(st.integers(0, 14))))
    return draw(st.sampled_from(["", "", HARBOUR, TALKS])) + made


@st.composite
def inputs(draw: st.DrawFn) -> tuple[str, bytes]:
    """The suffix and the bytes of a file."""
    text = draw(texts())
    encoding = draw(st.sampled_from(["utf-8", "utf-8", "utf-16", "cp1252", "utf-8-sig"]))
    errors = "surrogatepass" if encoding.startswith("utf") else "replace"
    plain = text.encode(encoding, errors)
    suffix = draw(st.sampled_from([".txt", ".txt", ".md", ".html", ".jsonl", ".csv", ".pdf"]))
    match suffix:
        case ".html":
            plain = f"<html><body><article><p>{text}".encode("utf-8", "replace")
        case ".jsonl":
            plain = b"".join(
                json.dumps({"text": text, "published": d}).encode() + b"\n" for d in ("2024-01-05", text[:9])
            )
        case ".csv":
            plain = b"id,text,date\n1," + plain + b',2024-01-05\n2,"' + plain + b'"\n'
        case ".pdf":
            plain = pdf(text.encode("latin-1", "replace").decode("latin-1"))
    return suffix, draw(st.sampled_from([_as_it_is, _as_it_is, _as_it_is, _half, _zipped, _gzipped, _torn]))(plain)


def _as_it_is(data: bytes) -> bytes:
    return data


def _half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _torn(data: bytes) -> bytes:
    return data[: len(data) // 3] + b"\xff\x00\xc3" + data[len(data) // 3 :]


def _gzipped(data: bytes) -> bytes:
    return gzip.compress(data)


def _zipped(data: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("inside.txt", data)
    return out.getvalue()
