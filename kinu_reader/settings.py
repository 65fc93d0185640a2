"""Every setting with its default, kept in one small file in the user's own folder."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


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
    width: int = 1440  # of the window, in pixels
    height: int = 900
    sidebar: bool = True
    details: bool = True
    facets: bool = False
    expand: bool = True  # searches look for synonyms and translations
    style: str = "apa"  # of citations: an id of `kinu-reader styles`
    favourites: list[str] = field(default_factory=list)  # styles that stand first
    mixed: str = ""  # ko-first or en-first: Korean briefs are cited by Korean rules, before or after the others
    straight: bool = False  # quotation marks as on a typewriter
    keys: dict[str, str] = field(default_factory=dict)  # of actions, where a person chose another


def load(path: Path) -> Settings:
    """Return the settings in a file; what is missing or makes no sense is as by default."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # not there yet, or spoilt: settings are not worth an error
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    given = asdict(Settings())
    known = {f.name: kept[f.name] for f in fields(Settings) if type(kept.get(f.name)) is type(given[f.name])}
    return Settings(**known)


def save(settings: Settings, path: Path) -> None:
    """Keep the settings; on a disk that takes nothing they last as long as the window."""
    part = path.with_suffix(".part")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
        os.replace(part, path)
