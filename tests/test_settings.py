"""Settings come from a file and the environment, and mistakes in them are said in words."""

from pathlib import Path

import pytest

from dragoman.errors import SettingsError
from dragoman.settings import Settings, load


def test_nothing_set_is_nothing_special(tmp_path: Path) -> None:
    assert load({}, tmp_path) == Settings()
    assert load({"USER": "fritz"}, tmp_path).who == "fritz"


def test_a_file_is_read_and_the_environment_goes_before_it(tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("")
    (tmp_path / "world").mkdir()
    (tmp_path / "dragoman.toml").write_text('codebook = "mine.csv"\nworld = "world"\ntime_limit = 20\nwho = "Fritz"\n')
    found = load({"DRAGOMAN_TIME_LIMIT": "5"}, tmp_path)
    assert found == Settings(None, tmp_path / "mine.csv", None, tmp_path / "world", 5.0, "Fritz")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("codebook = ", "TOML"),
        ('codebok = "x"', "no setting 'codebok'"),
        ('codebook = "missing.csv"', "no file or folder"),
        ("codebook = 3", "no file or folder"),
        ('time_limit = "soon"', "not a number"),
        ("time_limit = 0", "not a number"),
    ],
)
def test_a_mistake_is_said_in_words(tmp_path: Path, written: str, said: str) -> None:
    (tmp_path / "dragoman.toml").write_text(written)
    with pytest.raises(SettingsError, match=said):
        load({}, tmp_path)


def test_a_settings_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        load({"DRAGOMAN_SETTINGS": str(tmp_path / "none.toml")})
