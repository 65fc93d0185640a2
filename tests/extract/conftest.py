"""Real PDF files with known words at known places, and whole briefs set in type whose paragraphs are known."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pymupdf
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FONTS = {name: pymupdf.Font(name) for name in ("helv", "hebo", "tiro", "tibo", "cjk")}


class Press:
    """A PDF in the making."""

    def __init__(self, path: Path, size: tuple[float, float]) -> None:
        self.path, self.size = path, size
        self.document = pymupdf.open()
        self.page: Any = None

    def new_page(self) -> Press:
        self.page = self.document.new_page(width=self.size[0], height=self.size[1])
        return self

    def line(self, x: float, y: float, text: str, size: float = 10, font: str = "helv", mode: int = 0) -> Press:
        if self.page is None:
            self.new_page()
        writer = pymupdf.TextWriter(self.page.rect)
        writer.append((x, y), text, font=FONTS[font], fontsize=size)
        writer.write_text(self.page, render_mode=mode)
        return self

    def lines(
        self, x: float, y: float, texts: list[str], size: float = 10, font: str = "helv", pitch: float = 15
    ) -> Press:
        for number, text in enumerate(texts):
            self.line(x, y + number * pitch, text, size, font)
        return self

    def rule(self, x0: float, x1: float, y: float) -> Press:
        self.page.draw_line((x0, y), (x1, y), width=0.6)
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


ENGLISH = (
    "The old harbour council|A northern railway board|Every river town|The valley assembly|One small island port|"
    "The second bridge company",
    "opened|repaired|measured|abandoned|described|financed",
    "a long stone pier|the coastal road|three timber bridges|an unfinished canal|the winter market|its only lighthouse",
    "before the heavy autumn rains|with borrowed machines|against the advice of engineers|for the sake of trade|"
    "after a decade of argument|without any further delay",
)
KOREAN = (
    "오래된 항구 마을은|북쪽 철도 위원회는|강가의 작은 도시는|골짜기 회의는|외딴 섬의 학교는|두 번째 다리 조합은",
    "지난가을 장마 전에|빌려 온 기계로|기술자들의 충고와 달리|무역을 늘리려고|십 년 동안의 논쟁 끝에|더 미루지 않고",
    "긴 돌부두와 등대를|해안 도로의 남쪽 구간을|나무다리 세 곳을|끝나지 않은 운하를|겨울 시장의 지붕을|하나뿐인 등대를",
    "고쳐 세웠다|처음으로 열었다|다시 측량하였다|버려두었다|자세히 기록하였다|함께 마련하였다",
)


@dataclass
class Measure:
    """Where lines are set: left edge, width, top and bottom, in points."""

    x: float = 72.0
    width: float = 451.0
    top: float = 110.0
    bottom: float = 730.0


@dataclass
class Setter:
    """Sets paragraphs in type on a press, over columns and pages, and keeps what it set as the truth."""

    press: Press
    korean: bool = False
    size: float = 10.5
    pitch: float = 16.0
    spaced: bool = True  # a space is drawn where a line ends between two words
    indent: float = 0.0
    gap: float = 9.0  # between two paragraphs
    columns: list[Measure] = field(default_factory=lambda: [Measure()])
    each_page: Callable[[Setter, int], None] | None = None  # draws heads and feet
    seed: int = 0
    truth: list[str] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)  # notes and boxes, which follow the text of their page
    furniture: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.page = 0
        self.column = len(self.columns)
        self.y = 0.0

    @property
    def font(self) -> str:
        return "cjk" if self.korean else "tiro"

    def sentence(self) -> str:
        return " ".join(self.chance.choice(part.split("|")) for part in (KOREAN if self.korean else ENGLISH)) + "."

    def words(self, sentences: int) -> str:
        return " ".join(self.sentence() for _ in range(sentences))

    def length(self, text: str, size: float | None = None) -> float:
        return FONTS[self.font].text_length(text, size or self.size)

    def next_column(self) -> None:
        self.column += 1
        if self.column >= len(self.columns):
            self.column = 0
            self.page += 1
            self.press.new_page()
            if self.each_page:
                self.each_page(self, self.page)
        self.y = self.columns[self.column].top

    def foot(self, x: float, y: float, text: str, size: float = 8.0) -> None:
        self.press.line(x, y, text, size, self.font)
        self.furniture.append(text)

    def broken(self, text: str, width: float, first: float, anywhere: bool) -> Iterator[str]:
        """Break a text into lines: at spaces, or where Korean is set so, after any syllable."""
        line, room = "", width - first
        for unit in self._units(text, anywhere):
            if self.length((line + unit).rstrip()) > room and line:
                yield line if self.spaced or not line.endswith(" ") else line[:-1]
                line, room = "", width
            line += unit
        yield line.rstrip()

    def _units(self, text: str, anywhere: bool) -> Iterator[str]:
        for word in text.split(" "):
            if anywhere and not word.isascii():
                yield from word[:-2]
                yield word[-2:] + " "  # a full stop stays with its syllable
            else:
                yield word + " "

    def paragraph(self, text: str, *, anywhere: bool = False, indent: float | None = None) -> Setter:
        first = self.indent if indent is None else indent
        self.truth.append(text)
        if self.page == 0:
            self.next_column()
        start = True
        for line in list(self.broken(text, self.columns[self.column].width, first, anywhere)):
            if self.y > self.columns[self.column].bottom:
                self.next_column()
            self.press.line(self.columns[self.column].x + first * start, self.y, line, self.size, self.font)
            self.y += self.pitch
            start = False
        self.y += self.gap
        return self

    def heading(self, text: str, size: float = 15.0) -> Setter:
        if self.page == 0:
            self.next_column()
        self.truth.append(text)
        self.press.line(self.columns[self.column].x, self.y + 6, text, size, "cjk" if self.korean else "tibo")
        self.y += 2.2 * size
        return self


@pytest.fixture
def setter(tmp_path: Path) -> Callable[..., Setter]:
    """Return a maker of briefs set in type."""

    def make(name: str = "brief.pdf", **options: Any) -> Setter:
        return Setter(Press(tmp_path / name, (595, 842)), **options)

    return make
