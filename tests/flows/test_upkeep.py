"""Metadata, catalogue, check, backup and restore on the command line, as its contract has them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from kinu_reader.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kinu_reader.tasks.archive import Archive


@pytest.fixture
def run(full_shelf: Archive, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, Any]]:
    """Run a command on the sample archive, or another; return the exit code and the JSON document."""

    def command(*words: str, archive: Path | None = None) -> tuple[int, Any]:
        capsys.readouterr()
        folder = archive or full_shelf.library.folder
        code = main([words[0], "--archive", str(folder), "--json", "-q", *words[1:]])
        return code, json.loads(capsys.readouterr().out)

    return command


def test_the_catalogue_out_and_in(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "catalogue.csv"
    assert run("list", "--format", "csv", "-o", str(file))[0] == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbfid,file,title,")
    text = file.read_text(encoding="utf-8-sig").replace("Widening the Diplomatic Horizon", "Widening the Horizon")
    file.write_text(text + "x.pdf,too,short\n", encoding="utf-8")
    code, shown = run("metadata", str(file))
    assert code == 0
    assert list(shown) == ["matched", "ambiguous", "unmatched", "unknown_columns", "unread_lines", "applied"]
    (change,) = [change for match in shown["matched"] for change in match["changes"]]
    assert list(change) == ["field", "before", "after", "typed"]
    assert len(shown["unmatched"]) == 1
    assert shown["applied"] == []
    code, done = run("metadata", str(file), "--apply")
    assert code == 1  # one line is of no brief
    (id,) = done["applied"]
    assert run("show", str(id))[1]["title"].startswith("Widening the Horizon")
    assert run("edit", str(id), "--undo")[1]["title"].startswith("Widening the Diplomatic Horizon")


def test_wrong_ways_to_take_metadata(run: Any, tmp_path: Path) -> None:
    (tmp_path / "page.csv").write_text("<!doctype html><p>404", encoding="utf-8")
    assert run("metadata", str(tmp_path / "absent.csv"))[0] == 2
    assert run("metadata", str(tmp_path / "page.csv"))[0] == 2
    (tmp_path / "good.csv").write_text("title\nx\n", encoding="utf-8")
    assert run("metadata", str(tmp_path / "good.csv"), "--overwrite")[0] == 2


def test_check_and_repair(run: Any, full_shelf: Archive) -> None:
    assert run("check") == (0, {"ok": True, "problems": []})
    full_shelf.index.reset()
    behind = {"kind": "index", "what": "index", "repaired": False}
    assert run("check") == (1, {"ok": False, "problems": [behind]})
    assert run("check", "--repair") == (0, {"ok": True, "problems": [behind | {"repaired": True}]})
    brief = full_shelf.library.briefs([1])[1]
    full_shelf.library.original(brief.sha256, brief.kind).unlink()
    lost = {"kind": "missing-file", "what": brief.file, "repaired": False}
    assert run("check", "--repair") == (1, {"ok": False, "problems": [lost]})


def test_a_catalogue_that_is_none_any_more(run: Any, full_shelf: Archive, tmp_path: Path) -> None:
    full_shelf.close()
    (full_shelf.library.folder / "catalogue.sqlite").write_bytes(b"\xee" * 8192)
    code, said = run("check")
    assert code == 1
    assert [problem["kind"] for problem in said["problems"]] == ["catalogue"]
    assert run("check", archive=tmp_path)[0] == 4


def test_backup_and_restore(run: Any, full_shelf: Archive, tmp_path: Path) -> None:
    file, new = tmp_path / "all.kinu", tmp_path / "new"
    code, done = run("backup", str(file))
    assert code == 0
    assert (done["file"], done["lacking"]) == (str(file), [])
    assert done["bytes"] == file.stat().st_size
    code, back = run("restore", str(file), archive=new)
    assert (code, back["archive"], back["moved_aside"]) == (0, str(new), None)
    before, after = (run("search", "통일 정책", archive=folder)[1] for folder in (None, new))
    del before["took_ms"], after["took_ms"]
    assert after == before
    assert run("check", archive=new) == (0, {"ok": True, "problems": []})
    assert run("restore", str(file), archive=new)[0] == 2
    code, back = run("restore", str(file), "--replace", archive=new)
    assert code == 0
    assert back["moved_aside"] == f"{new}.before-restore-1"
    file.write_bytes(file.read_bytes()[:-5000])
    code, said = run("restore", str(file), archive=tmp_path / "newer")
    assert code == 4
    assert "cut short" in said["error"]


def test_sentences(full_shelf: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, table = str(full_shelf.library.folder), tmp_path / "t.csv"
    table.write_text(
        "code,title,colour,year\nCO 24-15,,,\nCO 24-15/en,Nothing,red,\nCO 21-19,,,soon\n", encoding="utf-8"
    )
    for words in (
        ["metadata", str(table)],
        ["check"],
        ["backup", str(tmp_path / "b.kinu")],
        ["list", "--format", "csv"],
    ):
        assert main(["--archive", folder, "-q", *words]) == 0
    said = capsys.readouterr().out
    assert "perhaps brief" in said
    assert "no brief is like 'Nothing'" in said
    assert "colour" in said
    assert "sound" in said
    assert "read back and right" in said
