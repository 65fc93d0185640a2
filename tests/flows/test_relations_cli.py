"""Series, duplicates, editions and versions on the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from kinu_reader.cli import main
from kinu_reader.tasks.importing import import_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kinu_reader.tasks.archive import Archive

HEAD = "Online Series CO 24-77\n\nFerries across a Narrow Strait\n\nHan, Seo-yul (Research Fellow, Sea Division)\n\n"


def runner(archive: Archive, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, Any]]:
    def command(*words: str, text: bool = False) -> tuple[int, Any]:
        capsys.readouterr()
        form = () if text else ("--json",)
        code = main([words[0], "--archive", str(archive.library.folder), *form, "-q", *words[1:]])
        said = capsys.readouterr().out
        return code, said if text else json.loads(said)

    return command


@pytest.fixture
def run(full_shelf: Archive, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, Any]]:
    """Run a command on the sample archive; return the exit code and the JSON document, or the text."""
    return runner(full_shelf, capsys)


def test_series_has_the_keys_of_the_contract(run: Any) -> None:
    code, found = run("series", "online")
    assert code == 0
    (series,) = found["series"]
    assert list(series) == ["institute", "name", "years"]
    assert series["name"] == "Online Series"
    assert list(series["years"]) == ["2024", "2023", "2022", "2021"]
    assert series["years"]["2024"] == {"have": [2, 15], "missing": [1, *range(3, 15)]}
    assert run("series", "zeppelin")[0] == 3
    assert len(run("series")[1]["series"]) == 6


def test_a_number_that_never_was(run: Any) -> None:
    assert run("series", "Online Series", "--absent", "CO24-03")[0] == 0
    code, said = run("series", "Online Series", text=True)
    assert code == 0
    assert "2024  2 15; missing 1 4–14; does not exist 3" in said
    assert run("series", "Online Series", "--absent", "CO 24-15")[0] == 2  # it is there
    assert run("series", "--absent", "CO 24-04")[0] == 2  # of which series?
    _, found = run("series", "Online Series", "--present", "CO 24-03")
    assert 3 in found["series"][0]["years"]["2024"]["missing"]


def test_editions_are_proposed_confirmed_and_refused(run: Any) -> None:
    code, found = run("editions")
    assert code == 0
    first, second = found["proposals"]
    assert list(first) == ["briefs", "score", "shown", "reasons"]
    one, other = map(str, first["briefs"])
    assert run("editions", "--confirm", one, other)[1] == {"editions": first["briefs"], "holds": True}
    assert run("show", one)[1]["editions"] == [int(other)]
    run("editions", "--refuse", *map(str, second["briefs"]))
    assert run("editions", text=True) == (0, "No proposals.\n")
    assert run("editions", "--confirm", one, one)[0] == 2


def test_duplicates_are_listed_and_put_away(
    shelf: Archive, shelve: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    run = runner(shelf, capsys)
    record = {"institute": "I", "series": "S", "code": "CO 24-01", "language": "en"}
    ids = [shelve(f"Text {n}", title=f"Title {n}", **record) for n in range(3)]
    _, found = run("duplicates")
    assert found["groups"][0]["briefs"] == ids
    assert found["groups"][0]["pairs"][0] == {"briefs": ids[:2], "reasons": ["code"], "similarity": None}
    assert "same code" in run("duplicates", text=True)[1]
    run("duplicates", "--not", str(ids[0]), str(ids[1]))
    run("edit", str(ids[2]), "title=Corrected")
    _, done = run("duplicates", "--keep", str(ids[0]), "--drop", str(ids[2]))
    assert done["dropped"] == [ids[2]]
    assert done["offers"] == [{"field": "title", "value": "Corrected", "brief": ids[2]}]
    assert run("duplicates", text=True) == (0, "No duplicates.\n")
    assert run("undelete", str(ids[2]))[0] == 0
    assert len(run("duplicates")[1]["groups"]) == 1
    assert run("duplicates", "--keep", str(ids[0]))[0] == 2
    assert run("duplicates", "--keep", str(ids[0]), "--drop", str(ids[0]))[0] == 2
    assert run("duplicates", "--not", str(ids[0]), str(ids[0]))[0] == 2


def test_versions_and_what_changed(shelf: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = runner(shelf, capsys)
    path = tmp_path / "one.txt"
    path.write_text(HEAD + "The tide runs out at noon.", encoding="utf-8")
    import_files(shelf, [path], jobs=1)
    assert run("versions", "CO 24-77")[1]["versions"] == []
    assert run("versions", "CO 24-77", "--diff")[0] == 3
    path.write_text(HEAD + "The tide runs out at midnight.", encoding="utf-8")
    import_files(shelf, [path], jobs=1)
    _, found = run("versions", "CO 24-77")
    (version,) = found["versions"]
    assert list(version) == ["sha256", "file", "replaced_at", "text"]
    code, said = run("versions", "CO 24-77", "--diff", text=True)
    assert code == 0
    assert said.splitlines() == ["- The tide runs out at [noon].", "+ The tide runs out at [midnight]."]
    _, found = run("versions", "CO 24-77", "--diff", "--since", version["sha256"][:8])
    assert {change["edit"] for change in found["changes"]} == {"equal", "changed"}
    assert run("versions", "CO 24-77", "--diff", "--since", "zzz")[0] == 3
