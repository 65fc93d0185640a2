"""Records in rows: looked over, chosen by the many, and corrected together."""

from kinu_reader.ui.tables.briefs_panel import BriefsPanel
from kinu_reader.ui.tables.review_panel import ReviewPanel

__all__ = ["BriefsPanel", "ReviewPanel"]
