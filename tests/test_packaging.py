"""What is built and started from a checkout: pinned releases, compiled translations, the two commands."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import tomllib
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNTIME = tuple(PROJECT["dependencies"])
DEVELOPMENT = tuple(PROJECT["optional-dependencies"]["dev"])

TRANSLATION = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>SearchPanel</name>
    <message><source>Search</source><translation>찾기</translation></message>
</context>
</TS>
"""


@pytest.fixture(scope="module")
def build_hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_hook", ROOT / "packaging" / "build_hook.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pins() -> dict[str, str]:
    """Return the pinned release of each project; a line of any other form fails."""
    lines = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    matches = [re.fullmatch(r"([A-Za-z0-9._-]+)==([A-Za-z0-9._!+]+)", line) for line in lines if line[:1] != "#"]
    assert all(matches), "constraints.txt may hold names and versions only"
    return {canonicalize_name(match[1]): match[2] for match in matches if match}


def needed(requirements: Iterable[str]) -> set[str]:
    """Return the names of all projects that the requirements bring to this machine, their own needs included."""
    found: set[str] = set()
    waiting = [Requirement(text) for text in requirements]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        applies = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if applies and name not in found:
            found.add(name)
            waiting += [Requirement(text) for text in metadata.requires(name) or ()]
    return found


@pytest.mark.parametrize("requirement", [Requirement(text) for text in (*RUNTIME, *DEVELOPMENT)], ids=str)
def test_every_requirement_is_pinned_within_its_range(requirement: Requirement) -> None:
    assert requirement.specifier.contains(pins()[canonicalize_name(requirement.name)])


def test_everything_the_requirements_bring_is_pinned() -> None:
    assert needed((*RUNTIME, *DEVELOPMENT)) - pins().keys() == set()


def test_a_translation_is_compiled_to_what_qt_reads(build_hook: ModuleType, tmp_path: Path) -> None:
    from PySide6.QtCore import QTranslator

    sources, target = tmp_path / "원문 folder", tmp_path / "compiled"
    sources.mkdir()
    target.mkdir()
    (sources / "kinu_reader_ko.ts").write_text(TRANSLATION, encoding="utf-8")

    (compiled,) = build_hook.compile_translations(sources, target)

    assert compiled == target / "kinu_reader_ko.qm"
    translator = QTranslator()
    assert translator.load(str(compiled))
    assert translator.translate("SearchPanel", "Search") == "찾기"


def test_a_broken_translation_stops_the_build(build_hook: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "broken.ts").write_text("<TS><context>", encoding="utf-8")
    with pytest.raises(RuntimeError, match=r"broken\.ts"):
        build_hook.compile_translations(tmp_path, tmp_path)


def test_without_translations_nothing_is_compiled(build_hook: ModuleType, tmp_path: Path) -> None:
    assert build_hook.compile_translations(tmp_path, tmp_path) == []


def test_our_own_translations_compile(build_hook: ModuleType, tmp_path: Path) -> None:
    sources = ROOT / "resources" / "translations"
    compiled = build_hook.compile_translations(sources, tmp_path)
    assert {path.stem for path in compiled} == {path.stem for path in sources.glob("*.ts")}
    assert all(path.stat().st_size > 0 for path in compiled)


@pytest.mark.skipif(os.name == "nt", reason="the scripts are for a Unix shell")
@pytest.mark.parametrize("script", ["packaging/run", "packaging/test", ".ci/run"])
def test_a_script_can_be_started(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)
    assert subprocess.run(["bash", "-n", ROOT / script], check=False).returncode == 0


def test_the_readme_names_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "packaging/run" in readme
    assert "packaging/test" in readme
