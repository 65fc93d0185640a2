"""What Tesseract reads on the picture of a page, as lines like any other. Only child processes load this module."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import zlib
from typing import TYPE_CHECKING, Any, NamedTuple

import pymupdf

from kinu_reader.extract.orders import TESSERACT
from kinu_reader.extract.pdf import open_pdf, read_pdf
from kinu_reader.extract.wording import is_hangul
from kinu_reader.model import FailureKind, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kinu_reader.model import Brief

DPI = 300
MOST_PIXELS = 40_000_000
LANGUAGES = ("kor", "eng")  # in this order: with "kor" alone all Latin is lost
COLUMNS = "4"  # page segmentation: with the default two thirds of the Hangul of a mixed page were lost
PART = re.compile(r"""class=['"](\w+)['"][^>]*?title=(?:'([^']*)'|"([^"]*)")[^>]*>([^<]*)""")
LINES = frozenset({"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"})
NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")
WORD_STEP = 1.22  # times the usual step from syllable to syllable: a space between them
WORD_GAP = 0.3  # of that step is open before a word that follows a bracket or a full stop
TYPE_SIZE = 0.75  # of the height from the foot of a "g" to the head of an "h"


class _Read(NamedTuple):
    """A line as Tesseract reads it, in pixels."""

    text: str
    boxes: list[list[float]]
    baseline: float
    size: float


def recognise_page(path: Path, number: int, seconds: float) -> bytes:
    """Return what stands on a page: lines as [text, boxes, baseline, size], in points, as zipped JSON.

    Raises:
        UnreadableFile: if there is no such page, or Tesseract fails or takes longer than `seconds`.
    """
    with open_pdf(path) as document:
        if not 1 <= number <= document.page_count:
            raise UnreadableFile(FailureKind.UNREADABLE, f"there is no page {number}")
        page = document[number - 1]
        scale = min(DPI / 72, (MOST_PIXELS / (abs(page.rect) or 1.0)) ** 0.5)
        picture = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csGRAY, alpha=False)
    picture.set_dpi(round(72 * scale), round(72 * scale))
    lines = [_in_points(_with_whole_words(line), 1 / scale) for line in _lines(_hocr(picture.tobytes("png"), seconds))]
    return zlib.compress(json.dumps(lines, ensure_ascii=False, separators=(",", ":")).encode())


def recognised_brief(path: Path, pages: Mapping[int, bytes]) -> Brief:
    """Return the brief of a file in which some pages have the text that was recognised on them.

    Raises:
        UnreadableFile: if the file cannot be read.
    """
    return read_pdf(path, {number: json.loads(zlib.decompress(blob)) for number, blob in pages.items()})


def _hocr(png: bytes, seconds: float) -> str:
    """Return what Tesseract says of a picture, with a box for every character."""
    languages = "+".join(LANGUAGES)
    command = [TESSERACT, "stdin", "stdout", "-l", languages, "--psm", COLUMNS, "-c", "hocr_char_boxes=1", "hocr"]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        ran = subprocess.run(command, input=png, capture_output=True, check=True, timeout=seconds, env=environment)
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(FailureKind.TIMEOUT, f"the recognition took longer than {seconds:g} s") from error
    except (OSError, subprocess.CalledProcessError) as error:
        words = getattr(error, "stderr", b"").decode(errors="replace").strip()
        raise UnreadableFile(FailureKind.UNREADABLE, f"Tesseract failed: {words or error}") from error
    return ran.stdout.decode("utf-8", "replace")


def _lines(hocr: str) -> Iterator[_Read]:
    line: _Read | None = None
    for kind, single, double, text in PART.findall(hocr):
        values = [float(value) for value in NUMBERS.findall(single or double)]
        if kind in LINES:
            if line and line.text:
                yield line
            line = _Read("", [], values[3] + values[5], TYPE_SIZE * values[6])
        elif line is None:
            continue
        elif kind == "ocrx_word" and line.text:
            last = line.boxes[-1]
            gap = [last[2], last[1], max(last[2], values[0]), last[3]]
            line = line._replace(text=line.text + " ", boxes=[*line.boxes, gap])
        elif kind == "ocrx_cinfo":
            letters = html.unescape(text)
            line = line._replace(text=line.text + letters, boxes=[*line.boxes, *[values[:4]] * len(letters)])
    if line and line.text:
        yield line


def _with_whole_words(line: _Read) -> _Read:
    """Take out spaces within words: Tesseract takes every syllable of Hangul for a word of its own."""
    steps = [_step(line, at, 1) for at in range(len(line.text) - 1) if _both_hangul(line.text[at : at + 2])]
    steps += [_step(line, at - 1, 2) for at in _spaces(line.text) if _both_hangul(line.text[at - 1 : at + 2 : 2])]
    if not steps:
        return line
    pitch = sorted(steps)[len(steps) // 3]
    false = {at for at in _spaces(line.text) if _within_word(line, at, pitch)}
    kept = [at for at in range(len(line.text)) if at not in false]
    return line._replace(text="".join(line.text[at] for at in kept), boxes=[line.boxes[at] for at in kept])


def _within_word(line: _Read, at: int, pitch: float) -> bool:
    before, after = line.text[at - 1], line.text[at + 1]
    if is_hangul(before) and is_hangul(after):
        return _step(line, at - 1, 2) < WORD_STEP * pitch
    near = line.boxes[at + 1][0] - line.boxes[at - 1][2] < WORD_GAP * pitch
    return near and (is_hangul(before) or is_hangul(after)) and before.isalnum() != after.isalnum()


def _spaces(text: str) -> Iterator[int]:
    return (at for at in range(1, len(text) - 1) if text[at] == " ")


def _both_hangul(pair: str) -> bool:
    return all(map(is_hangul, pair))


def _step(line: _Read, at: int, by: int) -> float:
    """Return the distance between the middles of two characters."""
    first, second = line.boxes[at], line.boxes[at + by]
    return (second[0] + second[2] - first[0] - first[2]) / 2


def _in_points(line: _Read, unit: float) -> list[Any]:
    boxes = [[round(edge * unit, 2) for edge in box] for box in line.boxes]
    return [line.text, boxes, round(line.baseline * unit, 2), round(line.size * unit, 2)]
