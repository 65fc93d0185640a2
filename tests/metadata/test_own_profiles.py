"""Profiles that a person puts beside the archive as TOML."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kinu_reader.metadata import ProfileUnusable, best_profile, guess, load_profile, load_profiles
from kinu_reader.model import Brief, FileKind, Furniture, Page, PageState, Passage, PassageKind

if TYPE_CHECKING:
    from pathlib import Path

PROSE = "The council met twice in the spring, and both times the bridge was on its list of open questions. " * 4
LETTER = """
name = "dolbit_letter"
series = 'Dolbit Letter'
codes = [['DL/(?P<year>\\d{4})/(?P<number>\\d+)', "DL {year}-{number}"]]
expected = ["code", "title"]

[fields]
authors = 'Penned in the tower by (?P<authors>.+)'
subtitle = 'On: (?P<subtitle>.+)'
"""


def letter(*furniture: str) -> Brief:
    """Return a letter in a layout that nobody but its institute uses."""
    parts = (
        "DL/2023/007",
        "Bridges before Summits",
        "On: the order of things",
        "Penned in the tower by Na-rae Gu",
        PROSE,
    )
    passages, start = [], 0
    for number, part in enumerate(parts):
        kind = PassageKind.HEADING if number == 1 else PassageKind.BODY
        passages.append(Passage(number, start, start + len(part), 1, kind, 18.0 if number == 1 else 10.0))
        start += len(part) + 2
    text = "\n\n".join(parts)
    page = Page(1, "1", 595, 842, 0, len(text), PageState.GOOD, b"")
    margin = tuple(Furniture(said, 1) for said in furniture)
    return Brief(FileKind.PDF, text, (page,), tuple(passages), margin)


def write(folder: Path, text: str, name: str = "letter.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_a_file_is_a_profile(tmp_path: Path) -> None:
    write(tmp_path, LETTER)
    record = guess(letter("Dolbit Letter"), load_profiles(tmp_path)).record
    assert (record.series, record.code, record.number, record.year) == ("Dolbit Letter", "DL 2023-007", "7", 2023)
    assert (record.title, record.subtitle) == ("Bridges before Summits", "the order of things")
    assert [author.name for author in record.authors] == ["Na-rae Gu"]
    assert record.provenance["authors"] == "page 1"
    assert record.needs_review == ()


def test_it_is_left_alone_where_it_does_not_match(tmp_path: Path) -> None:
    write(tmp_path, LETTER)
    assert best_profile(letter("Another Letter"), load_profiles(tmp_path)).name == "generic"


def test_it_goes_before_ours(tmp_path: Path) -> None:
    write(tmp_path, "signs = ['Dolbit']\n[fields]\ntitle = 'DL/\\d+/\\d+'")
    brief = letter("Online Series CO 23-12", "Dolbit Institute")
    assert best_profile(brief).name == "online_series"
    own = load_profiles(tmp_path)
    assert best_profile(brief, own).name == "letter"
    assert guess(brief, own).record.title == "DL/2023/007"


@pytest.mark.parametrize(
    "text",
    [
        "name = ",
        "series = 'Dolbit ('",
        "series = '.*'",
        "name = 'nothing tells it'",
        "series = 'Dolbit'\ncodes = ['DL']",
        "series = 'Dolbit'\ncodes = [['DL (?P<number>\\d+)', '{year}-{number}']]",
        "series = 'Dolbit'\n[fields]\ncolour = 'blue'",
        "series = 'Dolbit'\nsigns = 'KINU'",
        "seires = 'Dolbit'",
    ],
)
def test_a_broken_file_says_so_and_costs_only_itself(
    text: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = write(tmp_path, text, "broken.toml")
    write(tmp_path, LETTER)
    with pytest.raises(ProfileUnusable) as caught:
        load_profile(path)
    assert caught.value.path == path
    assert caught.value.detail
    assert [profile.name for profile in load_profiles(tmp_path)] == ["dolbit_letter"]
    assert "broken.toml" in caplog.text


def test_no_folder_no_profiles(tmp_path: Path) -> None:
    assert load_profiles(tmp_path / "profiles") == ()
