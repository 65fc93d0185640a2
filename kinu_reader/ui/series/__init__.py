"""The series view: every number of a series in its year, there or missing, for the eye and the keyboard."""

from kinu_reader.ui.series.panel import SeriesPanel

__all__ = ["SeriesPanel"]
