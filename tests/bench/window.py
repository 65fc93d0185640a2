"""How calm and how quick the window is, as ratios of its limits.

    python tests/bench/window.py [--archive DIR] [--briefs DIR] [--rounds N]

Start: the processor time and the time until the first picture of the window, in which one can type, beside those of an
empty window and of an empty window that loads the same parts of Qt; and until what is typed there and then is answered,
with the longest step of the main thread on the way. Blocks: the longest gap between two turns of the event loop while
briefs are imported (`--briefs`, else the samples), queries are typed, places are gone to and a PDF of 300 pages is
leafed through; from a keystroke to the answers on the screen, from a hit to its page; and the memory, all with
`--archive` (else what was imported). On Linux the time that a thread of ours waited for a processor is told apart from
the block: it is due to whatever else the machine does. Where several threads waited at once too much is taken off: the
truth lies between the two, and the main thread's own work is the least it can be.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from starting import BLOCK_MS, measure_start

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QApplication, QLineEdit, QScrollBar, QWidget

    from kinu_reader.ui.window import Window

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ANSWER_MS, PAGE_MS, MEMORY_MB = 100.0, 200.0, 350
PAGES = 300
QUERIES = (
    *("unification", "통일", "diplomatic horizon", '"human rights"', "policy"),
    *("정책*", "CO 24-15", "a", "북한 인권", "the"),
)
LISTED, FRAMES, FRAME_MS = 5000, 600, 1000 / 60
QUIET_S = 0.6  # after each step, for whatever it sets off


# ---- blocks


def waited() -> dict[int, float]:
    """Return the milliseconds that each thread has waited for a processor; nothing where that is not told."""
    waits = {}
    tasks = Path("/proc/self/task")
    for task in tasks.iterdir() if tasks.exists() else ():
        try:
            waits[int(task.name)] = int((task / "schedstat").read_text().split()[1]) / 1e6
        except OSError:  # a thread that has just ended
            continue
    return waits


def lost(before: dict[int, float]) -> float:
    """Return the milliseconds that the main thread, and the one it waited for, have waited for a processor since."""
    waits = {thread: wait - before.get(thread, 0.0) for thread, wait in waited().items()}
    return waits.pop(os.getpid(), 0.0) + max(waits.values(), default=0.0)


@dataclass
class Block:
    """The longest one: milliseconds passed, without waiting for a processor, and the main thread's own work."""

    passed: float = 0.0
    net: float = 0.0
    own: float = 0.0


class Probe:
    """Turns the event loop and measures the gaps between its turns."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._mark()

    def _mark(self) -> None:
        self._last, self._own, self._waits = time.perf_counter(), time.thread_time(), waited()

    def run(self, name: str, until: Callable[[], object], seconds: float = 900.0) -> None:
        """Turn the loop until something is so, and print the longest block."""
        block = Block()
        self._mark()
        end = time.perf_counter() + seconds
        while time.perf_counter() < end and not until():
            self._app.processEvents()
            passed, own = 1000 * (time.perf_counter() - self._last), 1000 * (time.thread_time() - self._own)
            if passed > BLOCK_MS / 5:
                net = max(own, passed - lost(self._waits))
                if net > block.net:
                    block = Block(passed, net, own)
                self._mark()
            self._last, self._own = time.perf_counter(), time.thread_time()
            time.sleep(0.0005)
        verdict = f"ratio {block.net / BLOCK_MS:.2f} of the limit"
        print(f"{name}: block {block.net:.0f} ms ({block.passed:.0f} passed, {block.own:.0f} own work), {verdict}")

    def turn(self) -> None:
        """Turn the loop once."""
        self._app.processEvents()

    def rest(self, name: str, seconds: float = QUIET_S) -> None:
        """Turn the loop for a while."""
        end = time.perf_counter() + seconds
        self.run(name, lambda: time.perf_counter() > end)

    def painted(self, widgets: Sequence[QWidget], ready: Callable[[], object], seconds: float = 10.0) -> float:
        """Return the milliseconds until the first of some widgets has been painted once something is so."""
        began = time.perf_counter()
        paints = [_Paints(widget, ready) for widget in widgets]
        while time.perf_counter() < began + seconds and not any(each.done for each in paints):
            if ready():
                widgets[0].update()
            self._app.processEvents()
            time.sleep(0.0005)  # as an idle loop does: one that spins takes the interpreter from the worker
        for each in paints:
            each.stop()
        return 1000 * (min((each.done for each in paints if each.done), default=time.perf_counter()) - began)


class _Paints:
    """Notes when a widget has been painted for the first time once something is so; 0.0 before."""

    def __init__(self, widget: QWidget, ready: Callable[[], object]) -> None:
        from PySide6.QtCore import QEvent, QObject
        from PySide6.QtWidgets import QApplication

        paints = self

        class Filter(QObject):
            inside = False

            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if self.inside or paints.done or event.type() is not QEvent.Type.Paint:
                    return False
                self.inside = True
                QApplication.sendEvent(watched, event)  # painted here, so that its end is known
                self.inside = False
                paints.done = time.perf_counter() if ready() else 0.0
                return True

        self.done, self._widget, self._filter = 0.0, widget, Filter()
        widget.installEventFilter(self._filter)

    def stop(self) -> None:
        self._widget.removeEventFilter(self._filter)


def watch(folder: Path, archive: Path | None, briefs: Path | None) -> None:
    """Drive a window and print its longest blocks, its times and its memory."""
    from PySide6.QtWidgets import QApplication

    from kinu_reader.app import at_work
    from kinu_reader.paths import resource as shipped
    from kinu_reader.settings import Settings
    from kinu_reader.ui.appearance import Appearance
    from kinu_reader.ui.theme import STYLE
    from kinu_reader.ui.window import Window

    app = QApplication(["kinu-reader", *STYLE])
    window = Window(Appearance(app, Settings(language="en"), folder / "settings.json"))
    window.show()
    window.furnish()
    at_work(window)
    probe, ended = Probe(app), list[object]()
    window.session.work_ended.connect(ended.append)
    window.session.open(folder / "archive", [long_brief(folder), briefs or shipped("samples")])
    probe.run("importing", lambda: any(ended))
    print(f"memory after the import: {memory()}")
    leaf_through(window, probe)
    if archive is not None:
        ended.clear()
        window.session.open(archive)
        probe.run("opening", lambda: ended)
    probe.rest("rest", 2.0)
    type_queries(window, probe)
    go_places(window, probe)
    print(f"memory: {memory()}, limit {MEMORY_MB}")
    if archive is not None:
        scroll_lists(window, probe)
    window.close()


def long_brief(folder: Path) -> Path:
    """Return a PDF of many pages."""
    script = f"""
import pymupdf
document = pymupdf.open()
for number in range({PAGES}):
    words = f"Leafing page {{number}}. " + "The valley road was opened in the spring of that year. " * 50
    document.new_page().insert_textbox((72, 72, 523, 770), words, fontsize=10.5)
document.save({str(folder / "leafing.pdf")!r})
"""
    subprocess.run([sys.executable, "-c", script], check=True)  # pymupdf would count as memory of the window
    return folder / "leafing.pdf"


def leaf_through(window: Window, probe: Probe) -> None:
    """Scroll through the long brief, first line by line, then by jumps."""
    window.top.search.setText('"leafing page 7"')
    probe.rest("finding the long brief", 2.0)
    window.results.view.walk(1)
    probe.rest("opening the long brief", 2.0)
    document, bar = window.reader.document, window.reader.pages.verticalScrollBar()
    assert document is not None
    assert len(document.pages) == PAGES

    def scroll(step: int, most: int) -> Callable[[], bool]:
        last = time.perf_counter()

        def scrolled() -> bool:
            nonlocal last, most
            if time.perf_counter() - last > 0.03:
                last, most = time.perf_counter(), most - 1
                bar.setValue(bar.value() + step)
            return most <= 0

        return scrolled

    bar.setValue(0)
    probe.run("leafing", scroll(150, 100))
    probe.run("leafing by jumps", scroll(max(1, bar.maximum() // 60), 60))


def type_queries(window: Window, probe: Probe) -> None:
    """Type letter by letter, and walk through the hits."""
    from kinu_reader.ui.reader.pictures import Pictures

    answers, pages = list[float](), list[float]()
    pictures = window.reader.findChild(Pictures)
    for query in QUERIES:
        window.top.search.clear()
        probe.rest("the empty search")
        typed = iter(query)
        probe.run(f"typing {query!r}", lambda typed=typed: _type(window.top.search, typed), 20)
        answered = list[object]()
        window.searching.answered.connect(answered.append)  # which the list shows next
        window.top.search.insert("s")
        shown = (window.results, window.results.view.viewport())  # the list is not there without an answer
        answers.append(probe.painted(shown, lambda seen=answered: seen))
        probe.rest("the answers")
        window.top.search.backspace()
        probe.rest("the answers")
        window.searching.answered.disconnect(answered.append)
        for _ in range(6):
            opened = list[object]()
            window.reading.opened.connect(opened.append)
            if not window.results.view.walk(1):
                break
            here = window.reader.pages.viewport()
            pages.append(probe.painted([here], lambda seen=opened: seen and not pictures.waiting()))
            window.reading.opened.disconnect(opened.append)
            probe.rest("walking", 0.3)
    _tell("keystroke to answers", answers, ANSWER_MS)
    _tell("hit to page", pages, PAGE_MS)


def _type(field: QLineEdit, letters: Iterator[str], last: list[float] = [0.0]) -> bool:  # noqa: B006
    """Type the next letter if it is time; tell whether all are typed."""
    if time.perf_counter() - last[0] < 0.12:
        return False
    last[0] = time.perf_counter()
    letter = next(letters, None)
    if letter is not None:
        field.insert(letter)
    return letter is None


def _tell(name: str, times: Sequence[float], limit: float) -> None:
    if len(times) > 1:
        p95 = statistics.quantiles(times, n=20)[-1]
        print(
            f"{name}: median {statistics.median(times):.0f} ms, p95 {p95:.0f} ms, ratio {p95 / limit:.2f} of the limit"
        )


def scroll_lists(window: Window, probe: Probe) -> None:
    """List thousands of answers by going to the end of the list again and again; scroll through it, and a table."""
    from PySide6.QtWidgets import QTableView

    from kinu_reader.ui.sidebar import Place

    window.top.search.setText("the")
    probe.rest("the answers", 2.0)
    view, bar = window.results.view, window.results.view.verticalScrollBar()
    began = time.perf_counter()

    def listed() -> bool:
        bar.setValue(bar.maximum())
        return view.rows.answers >= LISTED or time.perf_counter() - began > 60

    probe.run(f"listing {LISTED} briefs", listed)
    _scroll(probe, f"scrolling {view.rows.answers} briefs", bar, 60)
    _scroll(probe, f"scrolling {view.rows.answers} briefs, a screen at a time", bar, 700)
    window.places.go(Place.TABLE)
    probe.rest("going to the table", 3.0)
    table = next(table for table in window.findChildren(QTableView) if table.isVisible())
    _scroll(probe, f"scrolling a table of {table.model().rowCount()} briefs", table.verticalScrollBar(), 60)
    window.places.go(Place.SEARCH)


def _scroll(probe: Probe, name: str, bar: QScrollBar, step: int) -> None:
    """Scroll from the top, a step in each frame, and print how much of a frame the main thread works."""
    bar.setValue(0)
    probe.rest("the top")
    frames = list[float]()
    for _ in range(FRAMES):
        bar.setValue(bar.value() + step)
        began = time.thread_time()
        probe.turn()
        frames.append(1000 * (time.thread_time() - began))
        time.sleep(0.005)
    p95 = statistics.quantiles(frames, n=20)[-1]
    said = f"median {statistics.median(frames):.0f} ms, p95 {p95:.0f} ms, longest {max(frames):.0f} ms"
    print(f"{name}: own work in a frame {said}, ratio {p95 / FRAME_MS:.2f} of the limit")


def go_places(window: Window, probe: Probe) -> None:
    """Go round the places, and change the theme."""
    from kinu_reader.ui.sidebar import Place

    window.top.search.clear()
    probe.rest("everything", 2.0)
    for place in (Place.TABLE, Place.SERIES, Place.REVIEW, Place.BOOKMARKS, Place.SEARCH):
        window.places.go(place)
        probe.rest(f"going to {place}", 3.0)
    window.find_command()
    probe.rest("the palette", 2.0)
    window.palette_pane.leave()
    window._appearance.use_theme("dark")
    probe.rest("another theme", 1.0)


def memory() -> str:
    """Return the resident memory of this process and its children, where that can be told."""
    said = []
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            facts = dict(re.findall(r"^(\w+):\s+(\d+)", status.read_text(), re.M))
        except OSError:  # a process that has just ended
            continue
        if int(facts["Pid"]) == os.getpid():
            own, mapped = int(facts["VmRSS"]) // 1024, int(facts["RssFile"]) // 1024
            said.insert(0, f"window {own} MB, of which {mapped} MB are files mapped")
        elif int(facts["PPid"]) == os.getpid() and "VmRSS" in facts:
            said.append(f"worker {int(facts['VmRSS']) // 1024} MB")
    return ", ".join(said)


def main() -> None:
    """Run all parts and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--archive", type=Path, help="an archive to search in; it is opened, and may be migrated")
    parser.add_argument("--briefs", type=Path, help="a folder to import")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("CONFIG", "DATA", "STATE", *(() if options.archive else ("CACHE",))):
            os.environ[f"XDG_{kind}_HOME"] = str(Path(folder, kind))
        top = str(Path(__file__).parents[2])
        os.environ["PYTHONPATH"] = os.pathsep.join([top, *filter(None, [os.environ.get("PYTHONPATH")])])
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder, "compiled"))  # as installed: compiled once, not each time
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        sys.path.insert(0, top)
        measure_start(folder, options.rounds)
        watch(Path(folder), options.archive, options.briefs)


if __name__ == "__main__":
    main()
