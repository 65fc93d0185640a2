"""How fast files are read: processor time against PyMuPDF's bare `rawdict`, and two workers against one.

`python tests/bench/reading.py [FOLDER]` reads the PDFs of a folder (without one, briefs of its own making), prints the
processor time of a page as a ratio to that of `rawdict` on the same files (limit 2), and the wall time of one worker as
a ratio to that of two (at least 1.7 on a quiet machine).
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pymupdf

from kinu_reader.extract import Readers
from kinu_reader.extract.reading import read_file
from kinu_reader.model import Brief, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FLAGS = pymupdf.TEXTFLAGS_RAWDICT & ~pymupdf.TEXT_PRESERVE_IMAGES
ROUNDS = 3
BRIEFS, PAGES = 40, 6  # of our own making
SENTENCE = "The valley road was opened in the spring of that year and it carried timber to the distant coast. "


def made(folder: Path) -> list[Path]:
    """Return briefs of plain pages in one column."""
    paths = [folder / f"brief-{number}.pdf" for number in range(BRIEFS)]
    for path in paths:
        document = pymupdf.open()
        for _ in range(PAGES):
            page = document.new_page()
            page.insert_textbox((72, 72, 523, 770), SENTENCE * 26, fontsize=10.5, fontname="tiro")
        document.save(path)
    return paths


def bare(path: Path) -> int:
    """Read the characters of a file and do nothing with them; return its pages."""
    with pymupdf.open(path) as document:
        for page in document:
            page.get_text("rawdict", flags=FLAGS)
        return int(document.page_count)


def ours(path: Path) -> int:
    """Read a file whole; return its pages."""
    return len(read_file(path).pages)


def spent(read: Callable[[Path], int], paths: Sequence[Path]) -> float:
    """Return the processor time of a page in milliseconds, the best of some rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        pages = sum(read(path) for path in paths)
        best = min(best, 1000 * (time.process_time() - began) / pages)
    return best


def passed(jobs: int, paths: Sequence[Path]) -> float:
    """Return the seconds that so many workers need, not counting their start."""
    with Readers(jobs) as readers:
        list(readers.read_all(paths[:jobs]))
        began = time.perf_counter()
        for _ in readers.read_all(paths):
            pass
        return time.perf_counter() - began


def main() -> None:
    """Read everything and print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        paths = sorted(Path(sys.argv[1]).rglob("*.pdf")) if len(sys.argv) > 1 else made(Path(folder))
        with Readers(2) as readers:
            answers = list(zip(paths, readers.read_all(paths), strict=True))
        paths = [path for path, answer in answers if isinstance(answer, Brief)]
        refused = sum(isinstance(answer, UnreadableFile) for _, answer in answers)
        plain, whole = spent(bare, paths), spent(ours, paths)
        print(f"{len(paths)} files, {refused} refused")
        print(f"processor: {whole:.2f} ms a page, rawdict {plain:.2f}, ratio {whole / plain:.2f} (limit 2)")
        one, two = passed(1, paths), passed(2, paths)
        print(f"workers: one {one:.2f} s, two {two:.2f} s, ratio {one / two:.2f} (at least 1.7)")


if __name__ == "__main__":
    main()
