"""How much of what news tells is in the codebook: `python -m benchmarks.coverage PLV.jsonl [-v]`.

Over sentences that each tell an event: the share whose main verb, or the noun or adjective that it only carries ("held
[talks]", "is [hostile]"), has a frame. Of "said that …" and "began to …" it is the verb of the clause inside. With -v,
the words without a frame are listed, the commonest first.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.parses import one
from dragoman.coding.codebook import NOTHING, Codebook, load
from dragoman.coding.events_match import names, verb_names
from dragoman.ingest.plain import plain
from dragoman.model.parse import Parse

CARRIED = ("dobj", "attr", "acomp", "nsubj", "nsubjpass", "oprd", "prep", "pobj")
DEEP = 4


def roots(parse: Parse) -> Iterator[int]:
    """The main word of each sentence."""
    yield from (i for i in range(len(parse)) if parse.heads[i] == i and parse.pos[i] in ("VERB", "AUX", "NOUN", "ADJ"))


def inside(parse: Parse, v: int, depth: int = DEEP) -> Iterator[int]:
    """A main word and the heads of the clauses that it takes."""
    yield v
    for c in parse.kids(v, "ccomp", "xcomp") if depth else ():
        yield from inside(parse, c, depth - 1)


def in_book(parse: Parse, book: Codebook, i: int) -> bool:
    """Whether the codebook has a frame that tells an event for the word at token `i`."""
    for index in (book.frames, book.said):
        keys = [("verb", n) for n in verb_names(parse, index, i)]
        keys += [(pos, n) for pos in ("noun", "adj") for n in (*names(parse, i), parse.words[i].lower())]
        if any(frame.type != NOTHING for key in keys for frame in index.get(key, ())):
            return True
    return False


def covered(parse: Parse, book: Codebook) -> bool:
    """Whether a main word, or what it carries, has a frame."""
    for root in roots(parse):
        for v in inside(parse, root):
            if in_book(parse, book, v) or any(in_book(parse, book, k) for k in parse.kids(v, *CARRIED)):
                return True
    return False


def main(arguments: list[str]) -> None:
    """Print the share, and what is missing."""
    files, show = [a for a in arguments if a != "-v"], "-v" in arguments
    if len(files) != 1:
        sys.exit(f"{__doc__}")
    rows = [json.loads(line) for line in Path(files[0]).read_text("utf-8").splitlines() if line.strip()]
    book, missing, found = load(), Counter[str](), 0
    for row in rows:
        parse = one(plain(row["text"], row.get("date")))
        if covered(parse, book):
            found += 1
        else:
            missing.update(parse.lemmas[i] for i in roots(parse))
    print(f"{found} of {len(rows)} sentences: {found / len(rows):.3f}")
    if show:
        print(", ".join(f"{word} {n}" for word, n in missing.most_common()))


if __name__ == "__main__":
    main(sys.argv[1:])
