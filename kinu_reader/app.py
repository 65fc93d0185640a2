"""The window's start: builds the objects and hands them over."""

from __future__ import annotations

import argparse
import contextlib
import gc
import linecache
import logging
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

    from kinu_reader.ui.window import Window

SWITCH_SECONDS = 0.001  # the window has to get the interpreter back from a busy worker many times for each frame
M_MMAP_THRESHOLD, M_ARENA_MAX = -3, -8  # of malloc.h
LARGE, ARENAS = 1 << 20, 2  # bytes; pools of memory, of which each thread takes one


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window; return the exit code when it is closed."""
    _serve_as_child()
    app, _window = start(arguments)
    _end_on_interrupt(app)
    return app.exec()


def start(arguments: Sequence[str] | None = None) -> tuple[QApplication, Window]:
    """Show the window; what was asked for is opened as soon as all its parts are there."""
    options = _parser().parse_args(arguments)
    gc.disable()  # until the window is shown: what a start loads and makes stays
    from dataclasses import replace

    from kinu_reader import __version__, settings
    from kinu_reader.paths import settings_file

    kept = settings.load(settings_file())  # before Qt: its binding reads the source of whatever is loaded after it

    from PySide6.QtWidgets import QApplication

    from kinu_reader.ui.appearance import Appearance
    from kinu_reader.ui.theme import STYLE
    from kinu_reader.ui.window import Window

    logging.basicConfig(level=logging.ERROR)
    app = QApplication([*sys.argv[:1], *STYLE])
    app.setApplicationName("kinu-reader")
    app.setApplicationDisplayName("Kinu Reader")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("kinu-reader")
    chosen = {name: value for name in ("theme", "language") if (value := getattr(options, name)) is not None}
    last = options.archive or (Path(kept.archive) if kept.archive else None)
    opening = bool(options.sample or options.what or last)
    window = Window(Appearance(app, replace(kept, **chosen), settings_file()), opening=opening)

    window.furnished.connect(lambda: _begin(options, last, window))
    window.show()
    return app, window


def _begin(options: argparse.Namespace, last: Path | None, window: Window) -> None:
    """Open what was asked for, now that all parts of the window are there."""
    from PySide6.QtWidgets import QApplication

    from kinu_reader.ui.icons import app_icon

    if options.sample:
        window.intake.open_sample()
    elif options.what:
        window.intake.receive(options.what, last)
    elif last:
        window.session.open(last)
    QApplication.setWindowIcon(app_icon())
    window.session.work_ended.connect(lambda _: forget_sources())
    at_work(window)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kinu-reader-window", description="Read an archive of policy briefs.")
    parser.add_argument("what", nargs="*", metavar="FILE", help="briefs to import and show, an archive, or a link")
    parser.add_argument("--archive", type=Path, metavar="DIR", help="the archive to open (else the last one)")
    parser.add_argument("--sample", action="store_true", help="open the archive of the sample briefs")
    parser.add_argument("--theme", choices=["light", "dark"])
    parser.add_argument("--language", choices=["en", "ko"])
    return parser


def _serve_as_child() -> None:
    """Do the work of a child process, if a frozen program was started as one; then this does not return."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()


def at_work(window: QObject) -> None:
    """Let threads take short turns, and look for garbage and give back memory as long as the window is there."""
    from kinu_reader.ui.garbage import Garbage

    sys.setswitchinterval(SWITCH_SECONDS)
    Garbage(window)
    forget_sources()
    _give_memory_back()


def forget_sources() -> None:
    """Let go of the text of our modules: Qt's binding looks into each one that is loaded, and Python keeps them all."""
    linecache.clearcache()


def _give_memory_back() -> None:
    """Let large pieces of memory go back to the system as soon as they are free.

    The C library of Linux learns to keep them, for each thread apart, and a search needs many for a moment.
    """
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):  # another C library
            library = ctypes.CDLL(None)
            library.mallopt(M_MMAP_THRESHOLD, LARGE)
            library.mallopt(M_ARENA_MAX, ARENAS)


def _end_on_interrupt(app: QApplication) -> None:
    """Let Ctrl+C in the terminal close the window as its button does."""
    signal.signal(signal.SIGINT, lambda *_: app.closeAllWindows())
    from PySide6.QtCore import QTimer

    timer = QTimer(app)
    timer.timeout.connect(lambda: None)  # Python sees signals only while it runs, and Qt's loop is not Python
    timer.start(500)


if __name__ == "__main__":
    raise SystemExit(main())
