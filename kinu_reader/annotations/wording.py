"""The words that a file for others carries around what was kept, in the language of its citations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinu_reader.model import BookmarkKind, Placing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kinu_reader.model import Pinpoint


@dataclass(frozen=True)
class Labels:
    """Headings and remarks in one language."""

    language: str  # en, ko
    bookmarks: str
    packet: str
    note: str
    tags: str
    was: str  # before the words of the quote as they were
    open: str
    kinds: Mapping[BookmarkKind, str]  # of what has no quote
    states: Mapping[Placing, str]  # of what no longer stands as it was made


_ENGLISH = Labels(
    "en",
    bookmarks="Bookmarks",
    packet="Reading packet",
    note="Note",
    tags="Tags",
    was="When kept",
    open="Open in Kinu Reader",
    kinds={BookmarkKind.PAGE: "Page", BookmarkKind.AREA: "Part of a page", BookmarkKind.BRIEF: "Whole brief"},
    states={
        Placing.MOVED: "The words have changed since they were kept.",
        Placing.ORPHAN: "These words are no longer found in the brief.",
    },
)
_KOREAN = Labels(
    "ko",
    bookmarks="북마크",
    packet="읽기 자료집",
    note="메모",
    tags="태그",
    was="저장 당시",
    open="Kinu Reader에서 열기",
    kinds={BookmarkKind.PAGE: "쪽", BookmarkKind.AREA: "쪽의 일부", BookmarkKind.BRIEF: "브리프 전체"},
    states={
        Placing.MOVED: "저장한 뒤 글이 바뀌었습니다.",
        Placing.ORPHAN: "지금의 글에서 이 구절을 찾지 못했습니다.",
    },
)


def labels(locale: str) -> Labels:
    """Return the words in the language of a locale such as ko-KR; English where there are none of its own."""
    return _KOREAN if locale.lower().startswith("ko") else _ENGLISH


def place(at: Pinpoint, locale: str) -> str:
    """Return a place in words: "p. 3, n. 4", "pp. 1–2", "para. 5"."""
    korean = locale.lower().startswith("ko")
    if at.label:
        pages = f"{at.label}쪽" if korean else f"{'pp.' if '–' in at.label else 'p.'} {at.label}"
        return f"{pages}{' 각주' if korean else ', n.'} {at.note}" if at.note else pages
    if at.paragraph is None:
        return ""
    return f"{at.paragraph}번째 단락" if korean else f"para. {at.paragraph}"
