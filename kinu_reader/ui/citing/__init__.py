"""How briefs are cited: the manner a person wants, citations copied by the many, and files for other programs."""

from kinu_reader.ui.citing.manners import Manners

__all__ = ["Manners"]
