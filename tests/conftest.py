"""What all tests share: a home of their own, an empty and a full archive, and PDFs made on the spot."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from kinu_reader.model import Brief, FileKind, Page, PageState, Passage, PassageKind, Record
from kinu_reader.paths import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kinu_reader.tasks.archive import Archive

SAMPLES = resource("samples")

# How long an example takes is for the benchmarks to say: a busy machine must not fail a test.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home in which no test meets the settings, caches or archives of another, or of a person."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.delenv("KINU_ARCHIVE", raising=False)
    for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(folder / kind.lower()))
    return folder


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Archive]:
    """An empty archive."""
    from kinu_reader.tasks.archive import opened

    with opened(tmp_path / "shelf", create=True) as archive:
        yield archive


@pytest.fixture
def shelve(shelf: Archive, tmp_path: Path) -> Callable[..., int]:
    """Put a made brief on the empty archive's shelf, each paragraph of its text a passage; return its id."""

    def put(text: str = "Nothing in particular.", **record: Any) -> int:
        path = tmp_path / "made.txt"
        content = f"{text}\n\n{record}".encode()
        path.write_bytes(content)
        passages, at = [], 0
        for number, part in enumerate(text.split("\n\n")):
            kind = PassageKind.HEADING if part.startswith("#") else PassageKind.BODY
            passages.append(Passage(number, at, at + len(part), 1, kind))
            at += len(part) + 2
        page = Page(1, "1", 500.0, 700.0, 0, len(text), PageState.GOOD, b"")
        brief = Brief(FileKind.TEXT, text, (page,), tuple(passages), name="made.txt")
        return shelf.library.add(brief, Record(**record), sha256(content).hexdigest(), path)

    return put


@pytest.fixture(scope="session")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from kinu_reader.tasks.archive import opened
    from kinu_reader.tasks.importing import import_files

    folder = tmp_path_factory.mktemp("filled")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        with opened(folder / "archive", create=True) as archive:
            change = import_files(archive, [SAMPLES], jobs=2)
    assert not change.failed
    return folder


@pytest.fixture
def full_shelf(_filled: Path, tmp_path: Path, home: Path) -> Iterator[Archive]:
    """An archive of the sample briefs, made once and copied."""
    from kinu_reader.tasks.archive import opened

    shutil.copytree(_filled / "archive", tmp_path / "full")
    shutil.copytree(_filled / "cache", home / "cache", dirs_exist_ok=True)
    with opened(tmp_path / "full") as archive:
        yield archive


@pytest.fixture(scope="session")
def shared() -> Path:
    """Material that lies beside a checkout on some machines; without it the test is skipped."""
    folder = Path(__file__).parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("the shared corpora are not on this machine")
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--kills", type=int, default=25, help="how often a bookmark is confirmed and its program killed")
    parser.addoption("--pictures", action="store_true", help="save pictures of the window to tests/pictures")
