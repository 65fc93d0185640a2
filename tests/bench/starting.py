"""How soon the window is there: processes that end with the first picture, measured from outside for `window.py`."""

from __future__ import annotations

import os
import re
import resource
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

START, BLOCK_MS = 1.5, 50.0  # limits
SAMPLES = "resources/samples"
# As an installed program starts: the first round keeps what it compiles.
USUAL = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

SHOWN = """
window.show()
app.processEvents()
import os
print("shown", flush=True)
os._exit(0)
"""
EMPTY = "from PySide6.QtWidgets import QApplication, QMainWindow\napp, window = QApplication([]), QMainWindow()" + SHOWN
OURS = """
import sys
import kinu_reader.app
app, window = kinu_reader.app.start(sys.argv[2:])
window._making.timeout.disconnect()  # what is loaded and made after the first picture is measured by the next script
""" + SHOWN.replace("window.show()", "")
TYPED = """
import sys, time, os
import kinu_reader.app
app, window = kinu_reader.app.start(sys.argv[2:])
app.processEvents()
window.top.search.insert("policy")  # as soon as there is a bar to type in
longest, answered = 0.0, []
window.furnished.connect(lambda: window.session.answered.connect(answered.append))
while not (answered and answered[-1].request.text == "policy"):
    began = time.thread_time()
    app.processEvents()
    longest = max(longest, time.thread_time() - began)
app.processEvents()
print(1000 * longest, flush=True)
os._exit(0)
"""
LOADED = """
import sys, kinu_reader.ui.appearance, kinu_reader.ui.window
print(*(getattr(m, "__file__", "") for m in sys.modules.values()), sep="\\n")
"""


def same_parts() -> str:
    """Return the script of an empty window that takes from Qt what ours takes until it is shown."""
    files = subprocess.run([sys.executable, "-c", LOADED], check=True, capture_output=True, text=True).stdout.split()
    names = set()
    for file in (Path(name) for name in files if f"kinu_reader{os.sep}" in name):
        for part, listed in re.findall(r"^from (PySide6\.\w+) import (\([^)]*\)|.+)$", file.read_text("utf-8"), re.M):
            names |= {(part, name.strip()) for name in listed.strip("()").split(",") if name.strip()}
    return "\n".join(f"from {part} import {name}" for part, name in sorted(names)) + "\n" + EMPTY


@dataclass
class Start:
    """Milliseconds until something is shown: of the processor (the least), passed (the median), and what was said."""

    spent: float
    passed: float
    said: str


def started(script: str, arguments: Sequence[str], rounds: int) -> Start:
    """Measure a script until it says something."""
    spent, passed, said = [], [], ""
    for _ in range(rounds):
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-c", script, *arguments], stdout=subprocess.PIPE, text=True, env=USUAL
        ) as process:
            assert process.stdout is not None
            said = process.stdout.readline()
            passed.append(1000 * (time.perf_counter() - began))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
    return Start(min(spent), statistics.median(passed), said)


def measure_start(folder: str, rounds: int) -> None:
    """Print how the start compares: with an archive to be opened, and on the first day."""
    archive = ["--archive", str(Path(folder, "samples"))]
    make = [sys.executable, "-m", "kinu_reader", *archive, "-q", "import", str(Path(__file__).parents[2] / SAMPLES)]
    subprocess.run(make, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    runs = {
        "empty window": (EMPTY, []),
        "same parts of Qt": (same_parts(), []),
        "ours": (OURS, archive),
        "ours, without an archive": (OURS, []),
        "ours, until a query typed at once is answered": (TYPED, archive),
    }
    times = {name: started(script, [folder, *arguments], rounds) for name, (script, arguments) in runs.items()}
    least = times["empty window"]
    for name, start in times.items():
        ratios = f"ratio {start.spent / least.spent:.2f} and {start.passed / least.passed:.2f}"
        print(f"start, {name}: processor {start.spent:.0f} ms, passed {start.passed:.0f} ms, {ratios} (limit {START})")
    longest = float(times["ours, until a query typed at once is answered"].said)
    print(f"start, the longest step after the first picture: {longest:.0f} ms of own work (limit {BLOCK_MS:.0f})")
