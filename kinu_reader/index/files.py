"""The folder of an index, as Whoosh sees it."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Any

from kinu_reader.index.engine import FileStorage

if TYPE_CHECKING:
    from pathlib import Path


class Files(FileStorage):  # type: ignore[misc]
    """Whoosh's files, with the means to close what it leaves open when it meets a damaged one."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self._opened: weakref.WeakSet[Any] = weakref.WeakSet()

    def open_file(self, name: str, **options: Any) -> Any:
        """Open a file for reading."""
        file = super().open_file(name, **options)
        self._opened.add(file)
        return file

    def close_left_open(self) -> None:
        """Close every file that is still open for reading."""
        for file in list(self._opened):
            if not file.is_closed:
                file.close()
