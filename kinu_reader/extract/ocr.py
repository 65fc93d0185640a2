"""Text read off the pictures of pages by Tesseract, where a person has it; the pages go through a child one by one."""

from __future__ import annotations

import shutil
import subprocess
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self

from kinu_reader.extract.child import Child, Limits
from kinu_reader.extract.orders import TESSERACT
from kinu_reader.model import Progress, Step

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kinu_reader.model import Brief

ASKED = 10.0  # seconds that Tesseract has to say which languages it reads
SECONDS = 120.0  # for a page: the busiest took 14
NOTHING: Mapping[int, bytes] = MappingProxyType({})


def ocr_available() -> bool:
    """Tell whether Tesseract is installed."""
    return shutil.which(TESSERACT) is not None


def ocr_languages() -> tuple[str, ...] | None:
    """Return the languages that Tesseract can read, as it calls them ("eng", "kor"); None if it is not installed."""
    if not ocr_available():
        return None
    try:
        told = subprocess.run([TESSERACT, "--list-langs"], capture_output=True, text=True, timeout=ASKED, check=False)
    except (OSError, subprocess.TimeoutExpired):  # it is there, but does not answer
        return ()
    return tuple(name for name in told.stdout.splitlines()[1:] if name != "osd")  # which tells where up is


class Recogniser:
    """A child process that reads the pictures of pages; a context manager, for one thread at a time."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._child = Child(_work, Limits(seconds))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def page(self, path: Path, number: int) -> bytes:
        """Return what stands on a page, packed, to be kept: the same picture gives the same.

        Raises:
            UnreadableFile: if there is no such page, or Tesseract fails or takes too long.
        """
        recognised: bytes = self._child.run("page", path, number, 0.8 * self._seconds)
        return recognised

    def brief(self, path: Path, pages: Mapping[int, bytes]) -> Brief:
        """Return the brief of a file in which the text of some pages is what `page` gave for them.

        Raises:
            UnreadableFile: if the file cannot be read.
        """
        brief: Brief = self._child.run("brief", path, dict(pages))
        return brief

    def read(
        self, path: Path, numbers: Sequence[int], progress: Progress | None = None, kept: Mapping[int, bytes] = NOTHING
    ) -> tuple[Brief, dict[int, bytes]]:
        """Return the brief with the text of these pages, and what `page` gave for each; pages in `kept` are not read.

        Raises:
            UnreadableFile: if the file, or a page of it, cannot be read.
            Cancelled: if asked to stop.
        """
        report = progress or Progress()
        pages = dict(kept)
        for done, number in enumerate(numbers):
            report.step(Step(done, len(numbers), path.name))
            if number not in pages:
                pages[number] = self.page(path, number)
        brief = self.brief(path, pages)
        report.step(Step(len(numbers), len(numbers), path.name))
        return brief, pages

    def close(self) -> None:
        """End the child; what is being read raises UnreadableFile."""
        self._child.kill()
        self._child.close()


def _work(task: str, path: Path, *arguments: Any) -> object:
    from kinu_reader.extract import recognition  # loads PyMuPDF: in the child only

    if task == "page":
        return recognition.recognise_page(path, *arguments)
    return recognition.recognised_brief(path, *arguments)
