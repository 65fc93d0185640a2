"""Files that crash, hang or swell the reader cost only themselves."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pymupdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinu_reader.extract import Readers, fingerprint
from kinu_reader.extract.child import Child, Limits
from kinu_reader.extract.reading import read_file
from kinu_reader.model import Brief, FailureKind, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Press


def failure(child: Child, *request: object) -> FailureKind:
    with pytest.raises(UnreadableFile) as failed:
        child.run(*request)
    return failed.value.kind


@pytest.fixture
def made_child() -> Callable[..., Child]:
    children: list[Child] = []

    def make(work: Callable[..., object], **limits: float) -> Child:
        children.append(Child(work, Limits(**limits)))  # type: ignore[arg-type]
        return children[-1]

    yield make
    for child in children:
        child.close()


def test_a_crash_is_one_failure_and_the_next_request_is_answered(made_child: Callable[..., Child]) -> None:
    child = made_child(eval, seconds=20)
    assert failure(child, "__import__('os').abort()") is FailureKind.UNREADABLE
    assert child.run("6 * 7") == 42


def test_a_hang_ends_at_the_limit(made_child: Callable[..., Child]) -> None:
    child = made_child(time.sleep, seconds=0.4)
    assert failure(child, 60) is FailureKind.TIMEOUT
    assert child.run(0) is None


def test_a_swollen_child_is_too_large(made_child: Callable[..., Child]) -> None:
    child = made_child(bytearray, seconds=20)
    if sys.platform == "linux":
        assert failure(child, 1 << 33) is FailureKind.TOO_LARGE
    assert failure(child, 65 << 20) is FailureKind.TOO_LARGE  # the answer is
    assert child.run(3) == bytearray(3)


def test_mupdf_out_of_memory_is_too_large(made_child: Callable[..., Child]) -> None:
    raising = "(_ for _ in ()).throw(OSError('malloc (8 bytes) failed'))"
    assert failure(made_child(eval), raising) is FailureKind.TOO_LARGE
    caused = """exec("raise SystemError('with an exception set') from MemoryError()")"""
    assert failure(made_child(eval), caused) is FailureKind.TOO_LARGE


def test_an_error_of_the_work_is_told(made_child: Callable[..., Child]) -> None:
    with pytest.raises(UnreadableFile, match="ValueError"):
        made_child(int).run("x")


def test_what_the_child_prints_is_lost(made_child: Callable[..., Child], capfd: pytest.CaptureFixture[str]) -> None:
    made_child(eval).run("(__import__('os').write(1, b'noise'), print('more'))")
    assert capfd.readouterr() == ("", "")


def test_a_killed_child_is_not_started_again(made_child: Callable[..., Child]) -> None:
    child = made_child(int)
    assert child.run("1") == 1
    child.kill()
    assert failure(child, "1") is FailureKind.UNREADABLE
    assert failure(child, "1") is FailureKind.UNREADABLE


def test_a_child_ends_with_its_parent(tmp_path: Path) -> None:
    script = """
        import os
        from kinu_reader.extract.child import Child, Limits
        child = Child(eval, Limits(5))
        print(child.run("__import__('os').getpid()"), flush=True)
        os._exit(1)
    """
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    code = textwrap.dedent(script)
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment)
    pid = int(ran.stdout)
    deadline = time.monotonic() + 10
    while _runs(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _runs(pid)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")  # ended, and nobody asked


def test_the_parent_never_loads_pymupdf_and_the_child_never_the_start_script(tmp_path: Path) -> None:
    script = tmp_path / "start.py"
    script.write_text(
        textwrap.dedent("""
            import sys
            import decimal  # stands for Qt
            from kinu_reader.extract import Painter, Readers
            from kinu_reader.extract.child import Child, Limits
            if __name__ == "__main__":
                child = Child(eval, Limits())
                print("pymupdf" in sys.modules, child.run("'decimal' in __import__('sys').modules"))
                child.close()
        """),
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True, env=environment)
    assert ran.stdout.split() == ["False", "False"]


LINES = ["A good brief is read although", "its neighbours are not."]
NO_PAGES = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Size 3/Root 1 0 R>>\n%%EOF"
)
LFS = b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n"


def test_hostile_files_are_told_apart_and_good_ones_are_read(press: Callable[..., Press], tmp_path: Path) -> None:
    paper = press("good.pdf").lines(72, 100, LINES)
    good = paper.save()
    locked = tmp_path / "locked.pdf"
    paper.document.save(locked, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="u", owner_pw="o")
    hostile = {
        "empty.pdf": (b"", FailureKind.EMPTY),
        "empty.txt": (b"", FailureKind.EMPTY),
        "page.pdf": (b"<html><body>404 not found</body></html>", FailureKind.NOT_A_DOCUMENT),
        "pointer.pdf": (LFS, FailureKind.NOT_A_DOCUMENT),
        "pointer.txt": (LFS, FailureKind.NOT_A_DOCUMENT),
        "count.pdf": (NO_PAGES, FailureKind.UNREADABLE),
        "cut.pdf": (good.read_bytes()[:200], FailureKind.UNREADABLE),
        "picture.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\r\1\0\1\0", FailureKind.NOT_A_DOCUMENT),
        "table.xls": (b"\xd0\xcf\x11\xe0", FailureKind.UNSUPPORTED),
    }
    for name, (data, _) in hostile.items():
        (tmp_path / name).write_bytes(data)
    paths = [good, locked, *(tmp_path / name for name in hostile), tmp_path / "missing.pdf", good]
    with Readers(2, 30) as readers:
        read = list(readers.read_all(paths))
    assert isinstance(read[0], Brief)
    assert isinstance(read[-1], Brief)
    assert read[0].text == read[-1].text == " ".join(LINES)
    kinds = [answer.kind for answer in read[1:-1] if isinstance(answer, UnreadableFile)]
    assert kinds == [FailureKind.ENCRYPTED, *(kind for _, kind in hostile.values()), FailureKind.UNREADABLE]


def test_files_that_misbehave_cost_only_themselves(
    press: Callable[..., Press], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "misbehaving.py").write_text(
        textwrap.dedent("""
            import os, time
            import pymupdf  # before the limit of a file begins to count
            from kinu_reader.extract.reading import read_file
            def work(path):
                if "crash" in path.name:
                    os.abort()
                if "hang" in path.name:
                    time.sleep(60)
                return read_file(path)
        """),
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    import misbehaving

    good = press("good.pdf").lines(72, 100, LINES).save()
    paths = [good, tmp_path / "crash.pdf", good, tmp_path / "hang.pdf", good, good]
    with Readers(1, 1.5, work=misbehaving.work) as readers:
        read = list(readers.read_all(paths))
    outcomes = [answer.kind if isinstance(answer, UnreadableFile) else "read" for answer in read]
    assert outcomes == ["read", FailureKind.UNREADABLE, "read", FailureKind.TIMEOUT, "read", "read"]


def test_reading_can_be_left_at_any_moment(press: Callable[..., Press]) -> None:
    good = press("good.pdf").lines(72, 100, LINES).save()
    with Readers(2, 30) as readers:
        assert isinstance(next(readers.read_all([good] * 50)), Brief)


def test_a_fingerprint_is_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"abc")
    assert fingerprint(path) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=400), mark=st.sampled_from([b"", b"%PDF-1.7\n"]), suffix=st.sampled_from([".pdf", ".txt"])
)
def test_random_bytes_are_read_or_refused(tmp_path: Path, data: bytes, mark: bytes, suffix: str) -> None:
    path = tmp_path / f"random{suffix}"
    path.write_bytes(mark + data)
    try:
        brief = read_file(path)
    except UnreadableFile:
        return
    assert brief.name == path.name
