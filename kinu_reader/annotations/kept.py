"""What is written of a bookmark when it leaves the archive: everything a file needs, looked up beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.model import Bookmark


@dataclass(frozen=True)
class Words:
    """A citation or a reference in two forms."""

    text: str
    html: str  # a piece of HTML in which everything that is not ours is escaped


@dataclass(frozen=True)
class Kept:
    """A bookmark with the brief it was made in, and how that place is cited."""

    bookmark: Bookmark
    title: str
    code: str
    file: str  # the name of the brief's file
    sha256: str  # of that file
    citation: Words  # the note, or the citation in a text, with the place
    reference: Words
    place: str = ""  # "p. 3", "pp. 1–2", "para. 4"; "" of a whole brief
    paragraph: int | None = None  # from 1, in a text brief
    link: str = ""  # opens the place in this program
    language: str = ""  # of the brief: ko, en


@dataclass(frozen=True)
class Group:
    """The bookmarks of one brief that follow each other."""

    title: str
    code: str
    file: str
    language: str
    reference: Words
    kept: tuple[Kept, ...]


@dataclass(frozen=True)
class Sheet:
    """What is written to one file: bookmarks in order, and the language of the words around them."""

    kept: tuple[Kept, ...]
    locale: str = "en-US"
    templates: Path | None = None  # the folder of templates that go before ours

    @property
    def groups(self) -> list[Group]:
        """The bookmarks brief by brief, in order."""
        groups = [tuple(kept) for _, kept in groupby(self.kept, key=lambda kept: kept.bookmark.brief)]
        return [
            Group(group[0].title, group[0].code, group[0].file, group[0].language, group[0].reference, group)
            for group in groups
        ]

    @property
    def tags(self) -> list[str]:
        """Every tag once."""
        return sorted({tag for kept in self.kept for tag in kept.bookmark.tags})

    @property
    def updated(self) -> str:
        """When the last of the bookmarks was made or changed."""
        return max((kept.bookmark.changed or kept.bookmark.created for kept in self.kept), default="")
