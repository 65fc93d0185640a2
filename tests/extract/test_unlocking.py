"""Files behind a password: a copy without one is what is read, drawn and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pymupdf
import pytest

from kinu_reader.extract import Readers, unlock
from kinu_reader.extract.reading import read_file
from kinu_reader.model import Brief, FailureKind, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Press

CIPHERS = [
    pymupdf.PDF_ENCRYPT_RC4_40,
    pymupdf.PDF_ENCRYPT_RC4_128,
    pymupdf.PDF_ENCRYPT_AES_128,
    pymupdf.PDF_ENCRYPT_AES_256,
]


@pytest.fixture
def locked(press: Callable[..., Press], tmp_path: Path) -> Callable[[int], Path]:
    def make(cipher: int) -> Path:
        path = tmp_path / f"locked-{cipher}.pdf"
        document = press().line(72, 100, "통일정책 under lock and key", font="cjk").document
        document.save(path, encryption=cipher, user_pw="열쇠" if cipher == CIPHERS[-1] else "key", owner_pw="owner")
        return path

    return make


def test_an_unlocked_copy_is_read_and_always_the_same(locked: Callable[[int], Path], tmp_path: Path) -> None:
    for cipher in CIPHERS:
        path = locked(cipher)
        copies = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
        for copy in copies:
            unlock(path, "열쇠" if cipher == CIPHERS[-1] else "key", copy)
        assert read_file(copies[0]).text == "통일정책 under lock and key"
        assert copies[0].read_bytes() == copies[1].read_bytes()


def test_a_wrong_password_is_told(locked: Callable[[int], Path], tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as failed:
        unlock(locked(CIPHERS[2]), "wrong", tmp_path / "copy.pdf")
    assert failed.value.kind is FailureKind.ENCRYPTED
    assert not (tmp_path / "copy.pdf").exists()


def test_a_file_that_only_its_owner_may_change_opens(press: Callable[..., Press], tmp_path: Path) -> None:
    path = tmp_path / "restricted.pdf"
    press().line(72, 100, "Open to read").document.save(
        path, encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="owner", permissions=0
    )
    with Readers(1) as readers:
        (brief,) = readers.read_all([path])
    assert isinstance(brief, Brief)
    assert brief.text == "Open to read"
