"""What can be asked of a brief wherever it is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Asks(QObject):
    """The questions that the parts of the details ask; whoever shows them need not pass them on one by one."""

    edition_asked = Signal(int)  # open this edition
    beside_asked = Signal(int)  # read this edition beside the brief
    edition_decided = Signal(int, int, bool)  # two briefs, and whether they are editions of one
    pairing_asked = Signal(int)  # find another edition of this brief
    versions_asked = Signal(int)
    pattern_asked = Signal(int)
    patterns_asked = Signal()
    reading_asked = Signal(int)  # what its record would say if its file were read now
    search_asked = Signal(str)
    spellings_asked = Signal(str, str)  # of an author or a division (a Field), as printed here
    tagged = Signal(int, str, bool)  # brief, tag, whether it has it from now on
    collected = Signal(int, str, bool)  # brief, collection, whether it is in it from now on
