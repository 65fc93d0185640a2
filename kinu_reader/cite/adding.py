"""A citation style that a person brings along: tried before it is kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kinu_reader.cite.citing import cite
from kinu_reader.cite.styles import StyleInfo, StyleUnusable, styles
from kinu_reader.model import Author, Entry, Pinpoint, Record

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".csl"
MOST = 4_000_000  # bytes; the longest style of the CSL project has 200,000
_TRIED = "being-tried"
_SPECIMEN = Entry(
    "1",
    Record(
        title="A Title",
        authors=(Author("Hong, Gil-dong", "Hong", "Gil-dong"),),
        date="2024-02-20",
        series="Series",
        code="CO 24-15",
        institute="Institute",
        place="Seoul",
        language="en",
    ),
    6,
)


def add_style(file: Path, folder: Path) -> StyleInfo:
    """Copy a style into the folder of a person's own, once it has written a citation and a reference.

    Raises:
        StyleUnusable: if the file is no style, or one that writes nothing.
        OSError: if it cannot be read or copied.
    """
    name = re.sub(r"[^\w.-]+", "-", file.stem).strip("-.") or "style"
    if file.suffix.lower() != SUFFIX or file.stat().st_size > MOST:
        raise StyleUnusable(file.name, "no CSL file")
    folder.mkdir(parents=True, exist_ok=True)
    tried = folder / f"{name}.{_TRIED}{SUFFIX}"
    try:
        tried.write_bytes(file.read_bytes())
        _try(file.name, tried.stem, folder)
        tried.replace(folder / f"{name}{SUFFIX}")
    finally:
        tried.unlink(missing_ok=True)
    return next(style for style in styles(folder) if style.id == name)


def _try(called: str, name: str, folder: Path) -> None:
    try:
        (cited,) = cite([_SPECIMEN], name, pinpoints=[Pinpoint("3")], folder=folder)
    except StyleUnusable as error:
        raise StyleUnusable(called, error.detail) from error
    except Exception as error:  # a file from anywhere can break a processor of styles in any way
        raise StyleUnusable(called, str(error)) from error
    if not cited.in_text.text and not cited.reference.text:
        raise StyleUnusable(called, "it writes nothing")
