"""Real PDF files with known words at known places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pymupdf
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FONTS = {name: pymupdf.Font(name) for name in ("helv", "hebo", "tiro", "cjk")}


class Press:
    """A PDF in the making."""

    def __init__(self, path: Path, size: tuple[float, float]) -> None:
        self.path, self.size = path, size
        self.document = pymupdf.open()
        self.page: Any = None

    def new_page(self) -> Press:
        self.page = self.document.new_page(width=self.size[0], height=self.size[1])
        return self

    def line(self, x: float, y: float, text: str, size: float = 10, font: str = "helv") -> Press:
        if self.page is None:
            self.new_page()
        writer = pymupdf.TextWriter(self.page.rect)
        writer.append((x, y), text, font=FONTS[font], fontsize=size)
        writer.write_text(self.page)
        return self

    def lines(
        self, x: float, y: float, texts: list[str], size: float = 10, font: str = "helv", pitch: float = 15
    ) -> Press:
        for number, text in enumerate(texts):
            self.line(x, y + number * pitch, text, size, font)
        return self

    def save(self, **options: Any) -> Path:
        self.document.save(self.path, **options)
        return self.path


@pytest.fixture
def press(tmp_path: Path) -> Callable[..., Press]:
    """Return a maker of PDF files."""

    def make(name: str = "brief.pdf", size: tuple[float, float] = (595, 842)) -> Press:
        return Press(tmp_path / name, size)

    return make
