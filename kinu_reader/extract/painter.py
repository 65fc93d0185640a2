"""The process that draws pages, as seen from the window and the command line."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Self

from kinu_reader.extract.child import Child, Limits
from kinu_reader.extract.orders import Contents, Drawing, Heading, Picture

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kinu_reader.model import Box, FileKind

SECONDS = 30.0  # for one page
LIFE = 2000  # pages: drawing leaks nothing that was seen, and a start costs as much as forty of them
LARGEST = 256 << 20  # bytes: twice the pixels that are ever drawn


class Painter:
    """One child process that draws pages; may be asked from any thread, and draws one page after another."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._child = Child(_answer, Limits(seconds, answer=LARGEST, life=LIFE))
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def paint(
        self,
        path: Path,
        kind: FileKind,
        page: int,
        width: int,
        night: tuple[str, str] | None = None,
        clip: Box | None = None,
    ) -> Picture:
        """Return the page, `width` pixels wide, or narrower if it would have more pixels than are ever drawn.

        With `clip`, return only that part, in points, at the scale of a page of that width.

        Raises:
            UnreadableFile: if the page cannot be drawn.
        """
        picture: Picture = self._run(Drawing(path, kind, page, width, night, clip))
        return picture

    def png(
        self,
        path: Path,
        kind: FileKind,
        page: int,
        width: int,
        marks: Sequence[tuple[Box, bool]] = (),
        clip: Box | None = None,
    ) -> bytes:
        """Return the page, or a part of it, as a PNG file, with highlights multiplied over it.

        Raises:
            UnreadableFile: if the page cannot be drawn.
        """
        file: bytes = self._run(Drawing(path, kind, page, width, clip=clip, marks=tuple(marks), png=True))
        return file

    def outline(self, path: Path, kind: FileKind) -> tuple[Heading, ...]:
        """Return the table of contents that a file carries.

        Raises:
            UnreadableFile: if the file cannot be read.
        """
        headings: tuple[Heading, ...] = self._run(Contents(path, kind))
        return headings

    def close(self) -> None:
        """End the process; what is being drawn raises UnreadableFile."""
        self._child.kill()
        with self._lock:
            self._child.close()

    def _run(self, wish: Drawing | Contents) -> Any:
        with self._lock:
            return self._child.run(wish)


def _answer(wish: Drawing | Contents) -> Picture | bytes | tuple[Heading, ...]:
    # What is imported here loads PyMuPDF: in the child only.
    if isinstance(wish, Contents):
        from kinu_reader.extract.outline import outline

        return outline(wish.path, wish.kind)
    from kinu_reader.extract.drawing import draw

    return draw(wish)
