"""What the tests of citations share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kinu_reader.model import Author, Entry, Record

if TYPE_CHECKING:
    from collections.abc import Callable

SUH = Author("Suh, Bo-hyuk", "Suh", "Bo-hyuk")
HONG = Author("Hong, Min", "Hong", "Min")
SEO = Author("서보혁", "서", "보혁")


@pytest.fixture
def entry() -> Callable[..., Entry]:
    """Make an English brief, changed as asked."""

    def make(key: str = "1", pages: int = 6, **fields: Any) -> Entry:
        usual: dict[str, Any] = {
            "title": "South Korea and Cuba",
            "series": "Online Series",
            "code": "CO 24-15",
            "authors": (SUH,),
            "date": "2024-02-20",
            "language": "en",
            "institute": "Korea Institute for National Unification",
            "place": "Seoul",
        }
        return Entry(key, Record(**(usual | fields)), pages)

    return make


@pytest.fixture
def korean(entry: Callable[..., Entry]) -> Callable[..., Entry]:
    """Make a Korean brief, changed as asked."""

    def make(key: str = "2", **fields: Any) -> Entry:
        usual: dict[str, Any] = {
            "title": "한국·쿠바 수교와 통일외교",
            "authors": (SEO,),
            "language": "ko",
            "institute": "통일연구원",
            "place": "서울",
        }
        return entry(key, **(usual | fields))

    return make
