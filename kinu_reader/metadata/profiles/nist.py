"""Publications of the National Institute of Standards and Technology: NIST SP 800-207, NIST AI 100-1."""

from __future__ import annotations

from kinu_reader.metadata.rules import Rules, profile

_SERIES = r"\bNIST\s(?P<name>SP|IR|AI|CSWP|TN|HB|GCR|FIPS)"

PROFILE = profile(
    Rules(
        name="nist",
        codes=((rf"{_SERIES}\s(?P<number>\d+(?:-\d+)*[A-Z]?)(?![\d-])(?:\sRev\.\s?\d+)?", ""),),
        telling=True,
        fields={
            "series": rf"{_SERIES}(?=\s\d)",
            "institute": r"^National Institute of Standards and Technology\b",
            "doi": r"\b10\.6028/NIST\.[\w.-]*\w",
        },
        expected=("code", "title", "date"),
    )
)
