"""Text read off pictures of pages, where Tesseract is installed; how it is called and understood, everywhere."""

from __future__ import annotations

import json
import stat
import zlib
from typing import TYPE_CHECKING

import pymupdf
import pytest

from kinu_reader.extract import Recogniser, ocr_available
from kinu_reader.extract.boxes import boxes_of
from kinu_reader.extract.recognised import recognised_text
from kinu_reader.model import Cancelled, FailureKind, PageState, Progress, Step, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Press

LINES = ["The valley road was opened in the spring", "and carried timber to the distant coast."]
KOREAN = "통일정책은 길을 내는 일에서 시작한다."
LINE = "bbox 300 300 900 350; baseline 0 -10; x_size 50; x_descenders 9; x_ascenders 13"
WORDS = [
    [("길", 300)],
    [("을", 345)],
    [("낸", 410), ("다", 455)],
    [("&lt;", 520)],
]  # each with its left edge, in pixels


def hocr() -> str:
    """Return what Tesseract writes of a line of Korean."""
    said = [f"<span class='ocr_line' title=\"{LINE}\">"]
    for word in WORDS:
        said.append(f"<span class='ocrx_word' title='bbox {word[0][1]} 300 {word[-1][1] + 40} 350; x_wconf 96'>")
        said += [
            f"<span class='ocrx_cinfo' title='x_bboxes {x} 300 {x + 40} 350; x_conf 9'>{c}</span>" for c, x in word
        ]
        said.append("</span>")
    return "\n".join([*said, "</span>"])


@pytest.fixture
def scan(press: Callable[..., Press]) -> Path:
    """Return a file of two pages, the first of which is a picture of text."""
    typed = press("typed.pdf").lines(72, 100, LINES, 14, "tiro", 20).line(72, 180, KOREAN, 16, "cjk")
    paper = press("scan.pdf").new_page()
    paper.page.insert_image(paper.page.rect, pixmap=typed.page.get_pixmap(dpi=200, colorspace="gray"))
    return paper.new_page().lines(72, 100, LINES).save()


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return what puts a script in the place of Tesseract."""

    def put(script: str) -> None:
        tool = tmp_path / "bin" / "tesseract"
        tool.parent.mkdir(exist_ok=True)
        tool.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        tool.chmod(tool.stat().st_mode | stat.S_IEXEC)
        monkeypatch.setenv("PATH", f"{tool.parent}:/usr/bin:/bin")

    return put


@pytest.mark.skipif(not ocr_available(), reason="Tesseract is not installed")
def test_a_picture_of_text_is_read_with_its_boxes(scan: Path) -> None:
    steps: list[Step] = []
    with Recogniser() as recogniser:
        brief, kept = recogniser.read(scan, [1], Progress(steps.append))
        assert recogniser.brief(scan, kept) == brief
    assert [page.state for page in brief.pages] == [PageState.OCR, PageState.GOOD]
    assert [(step.done, step.total) for step in steps] == [(0, 1), (1, 1)]
    words = " ".join(LINES).split()
    assert sum(word in brief.text for word in words) >= 0.9 * len(words)
    start = brief.text.index("opened")
    (box,) = boxes_of(brief.pages[0], start, start + len("opened"))
    with pymupdf.open(scan.with_name("typed.pdf").parent / "scan.pdf") as document:
        assert document[0].rect.contains(pymupdf.Rect(box))
    assert 85 < box[1] < box[3] < 106


def test_spaces_that_tesseract_writes_within_hangul_words_go(scan: Path, stand_in: Callable[[str], None]) -> None:
    stand_in(f"cat > /dev/null; cat <<'END'\n{hocr()}\nEND")
    assert ocr_available()
    with Recogniser() as recogniser:
        lines = json.loads(zlib.decompress(recogniser.page(scan, 1)))
        brief, _ = recogniser.read(scan, [1])
    assert [line[0] for line in lines] == ["길을 낸다 <"]
    assert brief.text.startswith("길을 낸다 <")
    (box,) = boxes_of(brief.pages[0], 0, 2)
    assert box == pytest.approx((72, 72, 92.4, 84), abs=0.1)


@pytest.mark.parametrize(
    ("script", "kind"),
    [("echo no such language >&2; exit 1", FailureKind.UNREADABLE), ("exec sleep 60", FailureKind.TIMEOUT)],
)
def test_a_tesseract_that_fails_costs_only_that_page(
    scan: Path, stand_in: Callable[[str], None], script: str, kind: FailureKind
) -> None:
    stand_in(script)
    with Recogniser(seconds=3.0 if kind is FailureKind.TIMEOUT else 60.0) as recogniser:
        with pytest.raises(UnreadableFile) as failed:
            recogniser.page(scan, 1)
        assert failed.value.kind is kind
        assert recogniser.brief(scan, {}).pages[0].state is PageState.NO_TEXT


def test_recognition_can_be_cancelled_and_pages_kept(scan: Path, stand_in: Callable[[str], None]) -> None:
    stand_in("exit 1")
    progress = Progress()
    progress.cancel()
    blank = zlib.compress(b"[]")
    with Recogniser() as recogniser:
        with pytest.raises(Cancelled):
            recogniser.read(scan, [1], progress)
        brief, kept = recogniser.read(scan, [1], kept={1: blank})
    assert kept == {1: blank}
    assert brief.pages[0].state is PageState.NO_TEXT


def test_lines_of_nearly_one_size_are_made_to_be_of_one() -> None:
    lines = [["ab", [[0, 0, 5, 9], [5, 0, 9, 9]], 10.0, size] for size in (9.0, 10.0, 10.5, 20.0)]
    text = recognised_text(lines, 1, 100, 100)
    assert [line.size for line in text.lines] == [10.2, 10.2, 10.2, 20.0]
