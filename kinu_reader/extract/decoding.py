"""The bytes of a text file to text."""

from __future__ import annotations

import codecs
import re

from kinu_reader.model import FailureKind, UnreadableFile

MARKS = (  # the longer first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
KOREAN_PAIR = re.compile(rb"[\xb0-\xc8][\xa1-\xfe]")  # Hangul in EUC-KR
HIGH = re.compile(rb"[\x80-\xff]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
OTHER_FORMATS = re.compile(r"\s*(?:<!doctype html|<html|<\?xml|version https://git-lfs|\{\\rtf)", re.IGNORECASE)
ONE_SIDE = 20  # times more zero bytes at even than at odd places, or the reverse, are UTF-16
LATIN = 0.02  # of the characters are spaces or Latin, even in Korean
DAMAGED = 10  # times more characters are understood than not in UTF-8 that a few bytes of were spoilt
KOREAN = 0.6  # of the high bytes are Hangul in a file that is Korean


def decode(data: bytes) -> str:
    """Return the text of a file.

    Raises:
        UnreadableFile: if it holds no words, or is no text.
    """
    text = _decode(data)
    if not text.strip():
        raise UnreadableFile(FailureKind.EMPTY, "the file has no words")
    if len(CONTROL.findall(text)) * 100 > len(text):
        raise UnreadableFile(FailureKind.NOT_A_DOCUMENT, "the file is no text")
    if OTHER_FORMATS.match(text):
        raise UnreadableFile(FailureKind.NOT_A_DOCUMENT, "the file is no plain text")
    return text


def _decode(data: bytes) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\0" in data:
        return data.decode(_utf16(data), "replace")
    text = data.decode("utf-8", "replace")
    unknown = text.count("\ufffd")
    if DAMAGED * unknown <= sum(not c.isascii() for c in text) - unknown:
        return text
    if 2 * len(KOREAN_PAIR.findall(data)) >= KOREAN * len(HIGH.findall(data)):
        return data.decode("cp949", "replace")
    try:
        return data.decode("cp1252")  # Latin-1 with curly quotes
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _utf16(data: bytes) -> str:
    """Tell which UTF-16 a file without a mark is: the high bytes of its spaces and Latin letters are zero."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    if odd > ONE_SIDE * even and odd > LATIN * len(data) / 2:
        return "utf-16-le"
    if even > ONE_SIDE * odd and even > LATIN * len(data) / 2:
        return "utf-16-be"
    raise UnreadableFile(FailureKind.NOT_A_DOCUMENT, "the file is no text")
