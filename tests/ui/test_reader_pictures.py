from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor

from kinu_reader.model import FileKind, KinuError
from kinu_reader.ui.reader import OpenDocument
from kinu_reader.ui.reader.pictures import Pictures, Request

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from kinu_reader.ui.reader.document import Night

DOCUMENT = OpenDocument(1, Path("brief.pdf"), FileKind.PDF, (), "A brief")


@dataclass(frozen=True)
class Pixels:
    width: int
    height: int
    stride: int
    samples: bytes


@dataclass
class Painter:
    """Draws red pages of 10 rows, with two bytes of padding, when `open` lets it; a page in `broken` it cannot."""

    drawn: list[int] = field(default_factory=list)
    broken: set[int] = field(default_factory=set)
    started: threading.Event = field(default_factory=threading.Event)
    open: threading.Event = field(default_factory=threading.Event)

    def __call__(self, document: OpenDocument, page: int, width: int, night: Night | None) -> Pixels:
        self.started.set()
        assert self.open.wait(5)
        self.drawn.append(page)
        if page in self.broken:
            raise KinuError("no such page")
        return Pixels(width, 10, width * 3 + 2, (b"\xff\x00\x00" * width + b"\x00\x00") * 10)


@pytest.fixture
def painter() -> Painter:
    made = Painter()
    made.open.set()
    return made


@pytest.fixture
def pictures(painter: Painter, qtbot: QtBot) -> Iterator[Pictures]:
    made = Pictures(painter, limit=20_000)
    yield made
    painter.open.set()
    made.stop()
    assert "page pictures" not in {thread.name for thread in threading.enumerate()}


def _page(number: int, width: int = 100, night: Night | None = None) -> Request:
    return Request(DOCUMENT.path, number, width, night, DOCUMENT)


def test_a_picture_arrives_with_its_pixels(pictures: Pictures, qtbot: QtBot) -> None:
    assert pictures.get(_page(1)) is None
    with qtbot.waitSignal(pictures.arrived) as arrived:
        pictures.want([_page(1)])
    assert arrived.args == [1]
    image = pictures.get(_page(1))
    assert image is not None
    assert (image.width(), image.height()) == (100, 10)
    assert image.pixelColor(0, 0) == image.pixelColor(99, 9) == QColor("#FF0000")


def test_what_is_no_longer_wanted_is_not_drawn(pictures: Pictures, painter: Painter, qtbot: QtBot) -> None:
    painter.open.clear()
    pictures.want([_page(1), _page(2), _page(3)])
    assert painter.started.wait(5)
    pictures.want([_page(9), _page(1)])
    painter.open.set()
    qtbot.waitUntil(lambda: pictures.get(_page(9)) is not None)
    assert painter.drawn == [1, 9]


def test_nothing_is_drawn_twice(pictures: Pictures, painter: Painter, qtbot: QtBot) -> None:
    for _ in range(20):
        pictures.want([_page(1), _page(2)])
    qtbot.waitUntil(lambda: pictures.get(_page(2)) is not None)
    pictures.want([_page(2), _page(1), _page(3)])
    qtbot.waitUntil(lambda: pictures.get(_page(3)) is not None)
    assert painter.drawn == [1, 2, 3]


def test_memory_is_bounded_and_the_oldest_goes_first(pictures: Pictures, qtbot: QtBot) -> None:
    for number in range(1, 8):  # each takes 4,000 bytes
        with qtbot.waitSignal(pictures.arrived):
            pictures.want([_page(number)])
        pictures.get(_page(1))  # looked at again and again, so never the oldest
    assert pictures.size() <= 20_000
    assert pictures.get(_page(1)) is not None
    assert pictures.get(_page(2)) is None
    assert pictures.get(_page(7)) is not None


def test_what_is_on_screen_stays_even_if_it_is_too_much(pictures: Pictures, painter: Painter, qtbot: QtBot) -> None:
    large = [_page(1, 400), _page(2, 400)]
    pictures.want(large)
    qtbot.waitUntil(lambda: all(pictures.get(each) is not None for each in large))
    assert pictures.size() > 20_000
    assert painter.drawn == [1, 2]


def test_a_page_in_another_size_stands_in(pictures: Pictures, qtbot: QtBot) -> None:
    wanted = [_page(1, 50), _page(1, 100), _page(2, 70), _page(1, 78, ("#FFFFFF", "#000000"))]
    pictures.want(wanted)
    qtbot.waitUntil(lambda: all(pictures.get(each) is not None for each in wanted))
    nearest = pictures.stand_in(_page(1, 80))
    assert nearest is not None
    assert nearest.width() == 100
    assert pictures.stand_in(_page(3, 80)) is None


def test_a_page_that_fails_is_told_and_the_next_is_drawn(pictures: Pictures, painter: Painter, qtbot: QtBot) -> None:
    painter.broken = {1}
    pictures.want([_page(1), _page(2)])
    qtbot.waitUntil(lambda: pictures.get(_page(2)) is not None)
    assert pictures.failed(_page(1))
    assert not pictures.failed(_page(2))
    painter.broken = set()
    pictures.forget_failures()
    pictures.want([_page(1)])
    qtbot.waitUntil(lambda: pictures.get(_page(1)) is not None)


def test_asking_after_a_stop_starts_anew(pictures: Pictures, qtbot: QtBot) -> None:
    pictures.want([_page(1)])
    qtbot.waitUntil(lambda: pictures.get(_page(1)) is not None)
    pictures.stop()
    assert pictures.get(_page(1)) is not None
    pictures.want([_page(2)])
    qtbot.waitUntil(lambda: pictures.get(_page(2)) is not None)
