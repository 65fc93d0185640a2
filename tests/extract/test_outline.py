from __future__ import annotations

from typing import TYPE_CHECKING

import pymupdf
import pytest

from kinu_reader.extract import Heading, Painter
from kinu_reader.model import FileKind, UnreadableFile

if TYPE_CHECKING:
    from pathlib import Path


def test_the_contents_of_a_file_are_read_in_the_child(tmp_path: Path) -> None:
    file = tmp_path / "brief.pdf"
    with pymupdf.open() as document:
        for _ in range(3):
            document.new_page(width=500, height=700)
        document.set_toc([[1, "1. The  long view", 1], [2, "지평", 2], [1, " ", 2], [1, "Notes", 3]])
        document.save(file)
    text = tmp_path / "brief.txt"
    text.write_text("# A heading\n\nText.", encoding="utf-8")
    with Painter() as painter:
        headings = painter.outline(file, FileKind.PDF)
        assert [(each.level, each.title, each.page) for each in headings] == [
            (1, "1. The long view", 1),
            (2, "지평", 2),
            (1, "Notes", 3),
        ]
        assert all(isinstance(each, Heading) and 0 <= each.height <= 700 for each in headings)
        assert painter.outline(text, FileKind.TEXT) == ()
        with pytest.raises(UnreadableFile):
            painter.outline(tmp_path / "none.pdf", FileKind.PDF)
        assert painter.paint(file, FileKind.PDF, 1, 100).width == 100, "the same child goes on to draw"
