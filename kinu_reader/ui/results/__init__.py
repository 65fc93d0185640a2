"""The list of results: briefs as catalogue cards, each with the passages that answered."""

from kinu_reader.ui.results.panel import ResultsPanel

__all__ = ["ResultsPanel"]
