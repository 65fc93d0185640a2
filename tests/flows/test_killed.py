"""An import killed at any moment and started again ends like one that nobody disturbed."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from kinu_reader.cli import main
from kinu_reader.paths import resource

if TYPE_CHECKING:
    from pathlib import Path

MOMENTS = 10


def start(folder: Path) -> subprocess.Popen[bytes]:
    words = ["import", str(resource("samples")), "--archive", str(folder), "-q", "--jobs", "2"]
    return subprocess.Popen([sys.executable, "-m", "kinu_reader", *words], stdout=subprocess.DEVNULL)


def contents(folder: Path) -> dict[str, Any]:
    """Everything in an archive but the times of import and its own id."""
    tables = {}
    with closing(sqlite3.connect(folder / "catalogue.sqlite")) as connection:
        for table in ("brief", "author", "page", "passage", "former", "failure"):
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] != "imported_at"]
            query = f"SELECT {', '.join(columns)} FROM {table} ORDER BY {', '.join(columns)}"
            tables[table] = connection.execute(query).fetchall()
    files = sorted(str(path.relative_to(folder)) for path in (folder / "files").rglob("*") if path.is_file())
    return {**tables, "files": files}


def answers(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[Any]:
    found = []
    for query in ("unification", "통일", '"diplomatic horizon"'):
        capsys.readouterr()
        assert main(["search", query, "--archive", str(folder), "--json"]) == 0
        found.append(json.loads(capsys.readouterr().out)["results"])
    return found


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_killed_at_ten_moments(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    began = time.monotonic()
    assert start(tmp_path / "whole").wait() == 0
    whole = time.monotonic() - began
    want, want_answers = contents(tmp_path / "whole"), answers(tmp_path / "whole", capsys)
    assert len(want["brief"]) >= 14

    folder = tmp_path / "killed"
    for moment in range(1, MOMENTS + 1):
        process = start(folder)
        try:
            # Waiting for the end with a limit is how the moment is chosen; later runs get further.
            process.wait(whole * moment / (MOMENTS + 1))
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
    assert start(folder).wait() == 0
    assert contents(folder) == want
    assert answers(folder, capsys) == want_answers
