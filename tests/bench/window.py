"""How calm the window stays: the longest blocks of its main thread while it works, as ratios of the limit.

`python tests/bench/window.py [FOLDER]` imports the folder (without one, the sample briefs) into a new archive
in a window without a screen, types queries and pages through a brief meanwhile, and prints the longest gap between two
turns of the event loop in each part against 50 ms, and the start of the window against that of an empty one.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

LIMIT_MS = 50.0
QUERIES = (
    "unification",
    "통일",
    "diplomatic horizon",
    '"human rights"',
    "policy",
    "정책*",
    "CO 24-15",
    "a",
    "북한 인권",
    "the",
)

EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
app.processEvents()
"""
OURS = """
from PySide6.QtWidgets import QApplication
from pathlib import Path
import sys
from kinu_reader.settings import Settings
from kinu_reader.ui.appearance import Appearance
from kinu_reader.ui.window import Window
app = QApplication([])
window = Window(Appearance(app, Settings(), Path(sys.argv[1], "settings.json")))
window.show()
app.processEvents()
window.close()
"""


def started(script: str, folder: str) -> float:
    """Return the seconds from the start of a process to its end, the best of three."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", script, folder], check=True)
        times.append(time.perf_counter() - began)
    return min(times)


def main() -> None:
    """Run all parts and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
            os.environ[f"XDG_{kind}_HOME"] = str(Path(folder, kind))
        empty, ours = started(EMPTY, folder), started(OURS, folder)
        print(f"start: window {ours:.2f} s, empty window {empty:.2f} s, ratio {ours / empty:.2f} (limit 1.5)")
        watch(Path(folder), Path(sys.argv[1]) if len(sys.argv) > 1 else None)


def watch(folder: Path, briefs: Path | None) -> None:
    """Drive a window and print its longest blocks."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from kinu_reader.app import SWITCH_SECONDS
    from kinu_reader.paths import resource
    from kinu_reader.settings import Settings
    from kinu_reader.ui.appearance import Appearance
    from kinu_reader.ui.window import Window

    app = QApplication([])
    window = Window(Appearance(app, Settings(language="en"), folder / "settings.json"))
    window.show()
    last, longest = time.perf_counter(), 0.0

    def tick() -> None:
        nonlocal last, longest
        now = time.perf_counter()
        longest, last = max(longest, (now - last) * 1000), now

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(1)

    def part(name: str, until: object, seconds: float = 120.0) -> None:
        nonlocal longest, last
        longest, last = 0.0, time.perf_counter()
        end = time.perf_counter() + seconds
        while time.perf_counter() < end and not until():  # type: ignore[operator]
            app.processEvents()
            time.sleep(0.0005)
        print(f"{name}: longest block {longest:.0f} ms, ratio {longest / LIMIT_MS:.2f} of the limit")

    def pause(seconds: float) -> object:
        end = time.perf_counter() + seconds
        return lambda: time.perf_counter() > end

    ended: list[object] = []
    window.session.work_ended.connect(ended.append)
    window.session.open(folder / "archive", [briefs or resource("samples")])
    sys.setswitchinterval(SWITCH_SECONDS)
    part("importing", lambda: any(ended))
    part("rest", pause(1.0))
    for query in QUERIES:
        answered: list[object] = []
        window.session.answered.connect(answered.append)
        window.top.search.setText(query)
        part(f"typing {query!r}", pause(1.0))
    window.results.view.walk(1)
    for _ in range(20):
        window.reader.pages.verticalScrollBar().setValue(window.reader.pages.verticalScrollBar().value() + 700)
        part("paging", pause(0.05))
    window.close()


if __name__ == "__main__":
    main()
