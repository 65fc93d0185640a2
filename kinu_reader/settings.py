"""Every setting with its default, kept in one small file in the user's own folder."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from pathlib import Path

DESKS = 12  # archives of which it is remembered how one left them


@dataclass(frozen=True)
class Desk:
    """How one left an archive: what was open, where, and what lay beside it."""

    text: str = ""  # of the search
    place: str = ""  # of the window
    filters: dict[str, Any] = field(default_factory=dict)  # of the search, and what they are called
    filters_name: str = ""
    open: list[dict[str, Any]] = field(default_factory=list)  # briefs: brief, page, down, zoom
    current: int = 0  # which of them
    beside: dict[str, Any] = field(default_factory=dict)  # the brief in the second reader, if any
    sizes: dict[str, Any] = field(default_factory=dict)  # widths of the panes of each place, in pixels


@dataclass(frozen=True)
class Settings:
    """What the window remembers."""

    archive: str = ""  # the folder last open; "" before the first
    language: str = ""  # en or ko; "" follows the system
    theme: str = ""  # light or dark; "" follows the system
    text_size: int = 100  # %
    reduced_motion: bool = False  # nothing blinks, slides or fades
    archives: str = ""  # the folder in which archives are looked for and made; "" for the user's documents
    toured: bool = False  # the tour of the window has been offered
    geometry: str = ""  # of the window, as Qt writes it, in hexadecimal digits
    sidebar: bool = True
    details: bool = True
    facets: bool = False
    expand: bool = True  # searches look for synonyms and translations
    style: str = "apa"  # of citations: an id of `kinu-reader styles`
    favourites: list[str] = field(default_factory=list)  # styles that stand first
    mixed: str = ""  # ko-first or en-first: Korean briefs are cited by Korean rules, before or after the others
    straight: bool = False  # quotation marks as on a typewriter
    keys: dict[str, str] = field(default_factory=dict)  # of actions, where a person chose another
    desks: dict[str, dict[str, Any]] = field(default_factory=dict)  # by the folder of the archive, the last one last

    def desk(self, archive: str) -> Desk:
        """Return how one left an archive; what is not known or makes no sense is as by default."""
        return _sound(Desk, self.desks.get(archive))

    def with_desk(self, archive: str, desk: Desk) -> dict[str, dict[str, Any]]:
        """Return the desks with this one, without those left longest ago."""
        kept = {name: value for name, value in self.desks.items() if name != archive}
        return dict([*kept.items(), (archive, asdict(desk))][-DESKS:])


Kept = TypeVar("Kept", Settings, Desk)


def load(path: Path) -> Settings:
    """Return the settings in a file; what is missing or makes no sense is as by default."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # not there yet, or spoilt: settings are not worth an error
        return Settings()
    return _sound(Settings, kept)


def save(settings: Settings, path: Path) -> None:
    """Keep the settings; on a disk that takes nothing they last as long as the window."""
    part = path.with_suffix(".part")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
        os.replace(part, path)


def _sound(what: type[Kept], kept: object) -> Kept:
    """Return what was kept, as far as it is of the right kind."""
    given = asdict(what())
    values = kept if isinstance(kept, dict) else {}
    return what(**{f.name: values[f.name] for f in fields(what) if type(values.get(f.name)) is type(given[f.name])})
