"""PNG files of red, green and blue, a byte each: written quickly, and lent to a PDF without being packed anew."""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

import numpy as np

LEVEL = 3  # on pages of text as small as the usual 6, in half the time
SIGNATURE = b"\x89PNG\r\n\x1a\n"
HEADER = struct.Struct(">IIBBBBB")
PLAIN = (8, 2, 0, 0, 0)  # bits, red-green-blue, the one way of packing and of filtering, no interlacing


class Packed(NamedTuple):
    """The pixels of a PNG file as they lie in it: each row behind a byte that names its filter, deflated."""

    width: int
    height: int
    data: bytes


def png_file(samples: bytes | bytearray, width: int, height: int, stride: int) -> bytes:
    """Return pixels, red, green and blue in rows of `stride` bytes, as a PNG file."""
    rows = np.zeros((height, 1 + 3 * width), np.uint8)  # of filter 0
    rows[:, 1:] = np.frombuffer(samples, np.uint8).reshape(height, stride)[:, : 3 * width]
    head = _chunk(b"IHDR", HEADER.pack(width, height, *PLAIN))
    return SIGNATURE + head + _chunk(b"IDAT", zlib.compress(rows.tobytes(), LEVEL)) + _chunk(b"IEND", b"")


def packed(file: bytes) -> Packed | None:
    """Return the pixels of a PNG file; None if they are not red, green and blue, a byte each."""
    at, size, data = len(SIGNATURE), (0, 0), []
    while at + 8 <= len(file):
        (length,), kind = struct.unpack_from(">I", file, at), file[at + 4 : at + 8]
        body = file[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, height, *form = HEADER.unpack(body)
            size = width, height
            if tuple(form) != PLAIN:
                return None
        elif kind == b"IDAT":
            data.append(body)
        at += 12 + length
    return Packed(*size, b"".join(data)) if data else None


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
