"""The sidebar: the places of the archive, and the searches that are kept."""

from kinu_reader.ui.sidebar.entries import ENTRY, Entry, Place
from kinu_reader.ui.sidebar.sidebar import FOLDED, Sidebar

__all__ = ["ENTRY", "FOLDED", "Entry", "Place", "Sidebar"]
