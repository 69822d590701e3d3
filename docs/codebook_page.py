"""The page of the codebook: every frame by type, with its example, as the program reads it."""

from collections.abc import Iterable, Mapping

from dragoman.coding.codebook import FOLDER, own_type, rows
from dragoman.ontology.plover import types


def codebook_page(opening: str) -> str:
    """The opening, a table of frames for each type, and the noun classes."""
    files = sorted((FOLDER / "frames").glob("*.csv"))
    count = sum(1 for f in files for _ in rows(f))
    text = [
        opening.rstrip(),
        f"There are {count} rows below; alternatives written out, they are several thousand frames.",
    ]
    for file in files:
        name = own_type(file)
        text.append(f"## {name or 'Operators'}")
        text.append(types()[name].meaning.capitalize() + "." if name in types() else NOTES[name])
        text.append(frames(rows(file)))
    text.append("## Noun classes")
    text.append("```toml\n" + (FOLDER / "classes.toml").read_text("utf-8").rstrip() + "\n```")
    return "\n\n".join(text) + "\n"


NOTES = {
    "": "Frames that tell no event of their own: they make something of the event inside them.",
    "NOTHING": "What looks like an event and is none; these frames keep others from taking it for one.",
}


def frames(table: Iterable[Mapping[str, str]]) -> str:
    """The frames of one file as a table."""
    lines = ["| frame | mode | CAMEO | contexts | then | example |", "|---|---|---|---|---|---|"]
    for r in table:
        frame = r["frame"].replace("|", "\\|")
        lines.append(f"| `{frame}` | {r['mode']} | {r['cameo']} | {r['contexts']} | {r['then']} | {r['example']} |")
    return "\n".join(lines)
