"""The way from a file to its folder in the file manager."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from pathlib import Path


def show_in_folder(path: Path) -> None:
    """Open the folder that a file lies in, or a folder itself; the nearest there is if it was not made yet."""
    folder = next((place for place in (path, *path.parents) if place.is_dir()), path.parent)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
