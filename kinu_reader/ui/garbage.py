"""Looking for garbage on the main thread, and nowhere else.

Python does so in whichever thread happens to make an object. Parts of Qt that belong to a cycle (a timer, a model, a
document) would be destroyed there, in a worker, while the main thread may be using what belongs to them: a crash.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

BETWEEN_MS = 500
THRESHOLDS = (5000, 5, 50)  # new objects, and younger rounds, before each of the three rounds


class Garbage(QObject):
    """Looks for garbage as seldom as Python would with these thresholds. From its making on Python itself does not.

    While garbage is looked for the window stands still: what is there already is taken for what stays, and never
    looked through.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self, interval=BETWEEN_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Do the oldest round that is due; it takes the younger ones along."""
        counts = gc.get_count()
        due = [round for round, (count, limit) in enumerate(zip(counts, THRESHOLDS, strict=True)) if count > limit]
        if due:
            gc.collect(due[-1])
