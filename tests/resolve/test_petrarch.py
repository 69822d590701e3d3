"""Actor dictionaries in PETRARCH's format."""

from pathlib import Path

from dragoman.resolve import petrarch, world

TEXT = """\
# people
HELGA_BRANDVIK_   ; a minister
\t[NORGOV 010203-050607]
\t[NORELI >050607]
+H_BRANDVIK_
QUILL_NEWS_ [NORMED]
OLD_CAPTAIN_
\t[SWEMIL <19991231]
WORLD_BODY_ [IGO]
LOST_LINE_
"""


def test_names_codes_and_dates() -> None:
    parsed = petrarch.parse(TEXT)
    rows = [(t.person, t.office, t.country, t.start, t.end, t.aliases) for t in parsed.tenures]
    assert rows == [
        ("Helga Brandvik", "government", "NOR", "2001-02-03", "2005-06-07", ("H Brandvik",)),
        ("Helga Brandvik", "elite", "NOR", "2005-06-07", None, ("H Brandvik",)),
        ("Quill News", "journalist", "NOR", None, None, ()),
        ("Old Captain", "military", "SWE", None, "1999-12-31", ()),
        ("World Body", "unknown", "", None, None, ()),
    ]
    assert parsed.left_out == ("LOST_LINE_",)


def test_what_is_imported_is_known_afterwards(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(petrarch.table(petrarch.parse(TEXT).tenures), encoding="utf-8")
    found = world.load(tmp_path).person("Helga Brandvik")
    assert {t.country for t in found} == {"NOR"}
