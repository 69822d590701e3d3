"""Writes the pages that are made from the program itself: account.md from its schema, cli.md from its commands,
codebook.md from the codebook.

`make docs` (or `python -m docs.build`) writes them; a test fails while one is stale.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from docs.codebook_page import codebook_page
from typer.main import get_command

from dragoman.show.cli import app
from dragoman.show.export.files import schema_text

HERE = Path(__file__).parent
MADE = "<!-- Made by `python -m docs.build`; edit {source}, not this page. -->"
type Json = Mapping[str, Any]

SPAN = ("start", "end", "text")
LISTS = {
    "documents": "document",
    "actors": "actor",
    "events": "event",
    "statements": "statement",
    "stories": "story",
    "discrepancies": "discrepancy",
    "relations": "relation",
    "judgements": "judgement",
    "rejected": "rejected",
}
"""The account's lists, and the record that each holds."""

INSIDE = {"document": (), "actor": ("role",), "event": ("telling", "participant", "quantity"), "discrepancy": ("side",)}
"""The smaller records that stand inside a record, shown after it."""

SHARED = ("span", "words", "date", "place")
"""The small records that stand inside many others."""

PLAIN = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "object": "object",
}


def pages() -> dict[Path, str]:
    """Every made page, by where it belongs."""
    return {
        HERE / "account.md": account_page(json.loads(schema_text())),
        HERE / "cli.md": cli_page(get_command(app)),
        HERE / "codebook.md": MADE.format(source="the codebook or docs/parts/codebook.md")
        + "\n"
        + codebook_page((HERE / "parts" / "codebook.md").read_text(encoding="utf-8")),
    }


def account_page(schema: Json) -> str:
    """The account, field by field."""
    parts: Json = schema["$defs"]
    text = [(HERE / "parts" / "account.md").read_text(encoding="utf-8").rstrip()]
    text.append("## The whole\n\n" + table(schema, parts))
    text.append("## What many records hold")
    text += [section(name, parts, "###") for name in SHARED]
    for listed, name in LISTS.items():
        text.append(f"## `{listed}`")
        text.append(parts[name]["description"] + "\n\n" + table(parts[name], parts))
        text += [section(inner, parts, "###") for inner in INSIDE.get(name, ())]
    made = MADE.format(source="src/dragoman/show/export/account.schema.json or docs/parts/account.md")
    return made + "\n" + "\n\n".join(text) + "\n"


def section(name: str, parts: Json, level: str) -> str:
    """One small record under its own heading."""
    return f"{level} {name}\n\n{parts[name]['description']}\n\n{table(parts[name], parts)}"


def table(record: Json, parts: Json) -> str:
    """The fields of a record; those of a span are left to its own table, those of objects within follow theirs."""
    rows = ["| field | holds | null? | meaning |", "|---|---|---|---|"]
    rows += [f"| {' | '.join(cells)} |" for cells in fields(record, parts)]
    return "\n".join(rows)


def fields(record: Json, parts: Json, before: str = "") -> Iterator[tuple[str, str, str, str]]:
    """The name, the sort of value, whether it may be null, and the meaning of each field."""
    own: Json = record["properties"]
    is_span = set(SPAN) <= set(own) and record is not parts["span"]
    if is_span:
        yield (
            f"`{before}start`, `{before}end`, `{before}text`",
            "[span](#span)",
            "no",
            "Its words and where they stand.",
        )
    for name, field in own.items():
        if is_span and name in SPAN:
            continue
        yield f"`{before}{name}`", holds(field), "may be" if nullable(field) else "no", meaning(field, parts)
        inner = field.get("items", field)
        if "properties" in inner:
            yield from fields(inner, parts, f"{before}{name}{'[]' if inner is not field else ''}.")


def holds(field: Json) -> str:
    """The sort of a field's value, in words."""
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return f"[{name}](#{LINKS.get(name, name)})"
    if "const" in field:
        return f"always `{field['const']}`"
    if "enum" in field:
        return " · ".join(f"`{value}`" for value in field["enum"])
    if "anyOf" in field:
        return next(holds(one) for one in field["anyOf"] if one.get("type") != "null")
    sort = field["type"]
    if sort == "array":
        return f"list of {holds(field['items'])}"
    named = [PLAIN[s] for s in ([sort] if isinstance(sort, str) else sort) if s != "null"]
    return " or ".join(named)


LINKS = {record: listed for listed, record in LISTS.items()}


def nullable(field: Json) -> bool:
    """Whether a field may be null."""
    sort = field.get("type")
    return (isinstance(sort, list) and "null" in sort) or {"type": "null"} in field.get("anyOf", ())


def meaning(field: Json, parts: Json) -> str:
    """What a field means: its own words, else those of what it holds."""
    words = field.get("description")
    if words is None and "$ref" in field:
        words = parts[field["$ref"].rpartition("/")[2]]["description"]
    if words is None and "items" in field:
        words = meaning(field["items"], parts)
    return re.sub(r"\s+", " ", words or "").replace("|", "\\|")


def cli_page(root: Any) -> str:
    """Every command with its arguments, options and an example."""
    text = [(HERE / "parts" / "cli.md").read_text(encoding="utf-8").rstrip()]
    text += [described(command, typed) for command, typed in commands(root, ("dragoman",))]
    return (
        MADE.format(source="the docstrings in src/dragoman/show/cli or docs/parts/cli.md")
        + "\n"
        + "\n\n".join(text)
        + "\n"
    )


def commands(command: Any, typed: tuple[str, ...]) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Every command that does something, as it is typed."""
    inner = getattr(command, "commands", {})
    for name, sub in inner.items():
        yield from commands(sub, (*typed, name))
    if not inner:
        yield command, typed


def described(command: Any, typed: tuple[str, ...]) -> str:
    """One command."""
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and p.name != "help"]
    usage = " ".join([*typed, *map(named, arguments), *(["[OPTIONS]"] if options else [])])
    text = [f"## {' '.join(typed)}", f"    {usage}", *paragraphs(command.help or "")]
    if arguments or options:
        rows = ["| | |", "|---|---|"]
        rows += [f"| `{named(p)}` | {p.help or ''} |" for p in arguments]
        rows += [
            f"| `{' '.join([*p.opts[:1], *([] if p.is_flag else [p.metavar or 'N'])])}` | {p.help} |" for p in options
        ]
        text.append("\n".join(rows))
    return "\n\n".join(text)


def named(argument: Any) -> str:
    """What an argument is called in the usage line."""
    return str(argument.metavar or argument.name.upper()) + ("..." if argument.nargs < 0 else "")


def paragraphs(help: str) -> Iterator[str]:
    """The paragraphs of a help text; those that keep their lines (after a backspace) become code."""
    for paragraph in help.split("\n\n"):
        head, *rest = paragraph.strip("\n").split("\n")
        if head.strip() == "\b":
            yield rest[0].strip()
            yield "\n".join("    " + line.strip() for line in rest[1:])
        elif paragraph.strip():
            yield " ".join(paragraph.split())


def main() -> None:
    """Write the pages."""
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
