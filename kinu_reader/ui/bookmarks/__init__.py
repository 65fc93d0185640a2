"""What a person has kept: in one list across the archive, and one by one to be edited."""

from kinu_reader.ui.bookmarks.form import BookmarkForm
from kinu_reader.ui.bookmarks.panel import BookmarksPanel

__all__ = ["BookmarkForm", "BookmarksPanel"]
