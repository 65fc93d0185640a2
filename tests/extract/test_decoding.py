from __future__ import annotations

import codecs

import pytest

from kinu_reader.extract.decoding import decode
from kinu_reader.model import FailureKind, UnreadableFile

KOREAN = "통일정책은 길을 내는 일에서 시작한다.\n\nThe road, at last.\n"


@pytest.mark.parametrize(
    "data",
    [
        KOREAN.encode(),
        KOREAN.encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + KOREAN.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + KOREAN.encode("utf-16-be"),
        KOREAN.encode("utf-16-le"),
        KOREAN.encode("utf-16-be"),
        KOREAN.encode("utf-32"),
        KOREAN.encode("cp949"),
        KOREAN.encode("euc-kr"),
    ],
)
def test_korean_in_every_common_encoding(data: bytes) -> None:
    assert decode(data) == KOREAN


def test_a_spoilt_byte_does_not_spoil_the_rest() -> None:
    spoilt = KOREAN.encode() * 20
    assert decode(spoilt[:1] + b"\xff" + spoilt[2:]).endswith(KOREAN)


def test_latin_comes_last() -> None:
    text = "Café “à la carte” — déjà vu"
    assert decode(text.encode("cp1252")) == text
    assert decode(b"caf\xe9 \x81") == "café \x81"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b" \n\t\n", FailureKind.EMPTY),
        (bytes(range(256)) * 4, FailureKind.NOT_A_DOCUMENT),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\0\1", FailureKind.NOT_A_DOCUMENT),
        (b"\x01\x02\x03\x04 text", FailureKind.NOT_A_DOCUMENT),
        (b"<!DOCTYPE html><html><body>404</body></html>", FailureKind.NOT_A_DOCUMENT),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n", FailureKind.NOT_A_DOCUMENT),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, kind: FailureKind) -> None:
    with pytest.raises(UnreadableFile) as refused:
        decode(data)
    assert refused.value.kind is kind
