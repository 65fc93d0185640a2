"""Citations and bibliographies: which style writes which brief, and in what order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinu_reader.cite import korean as korean_note
from kinu_reader.cite.items import csl_item, is_korean, line
from kinu_reader.cite.rich import Rich
from kinu_reader.cite.sequence import NEAR, alphabetical, filed, filing_key, positions
from kinu_reader.cite.styles import DEFAULT, KOREAN_NOTE, StyleUnusable, style_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kinu_reader.cite.processing import Cite, Distinction, Locator, Style
    from kinu_reader.cite.sequence import SortKey
    from kinu_reader.model import Entry, Pinpoint

BESIDE_KOREAN = "chicago-notes-bibliography-17th-edition"  # writes the English briefs of a list in the Korean style


@dataclass(frozen=True)
class Cited:
    """A brief as cited: `in_text` is the citation in the text, or the note, with the place; `id` its entry's key."""

    id: str
    in_text: Rich
    reference: Rich


def cite(
    entries: Sequence[Entry],
    style: str = DEFAULT,
    locale: str = "en-US",
    pinpoints: Sequence[Pinpoint | None] = (),
    *,
    korean: bool = False,
    folder: Path | None = None,
) -> list[Cited]:
    """Return the citations of a text or its notes in order; the same key again is the same brief cited later.

    `pinpoints` go with `entries`; with `korean`, Korean briefs follow the Korean note style whatever the others follow;
    `folder` holds the user's own styles.

    Raises:
        StyleUnusable: if the style is not there or cannot be used.
    """
    places = [*pinpoints, *[None] * (len(entries) - len(pinpoints))]
    writer = _Writer(entries, style, locale, korean=korean, folder=folder)
    standing = positions([entry.key for entry in entries], places, writer.near)
    once = {entry.key: entry for entry in entries}
    references = {key: Rich(writer.reference(entry)) for key, entry in once.items()}
    return [
        Cited(entry.key, Rich(writer.citation(entry, place, where)), references[entry.key])
        for entry, place, where in zip(entries, places, standing, strict=True)
    ]


def bibliography(
    entries: Sequence[Entry],
    style: str = DEFAULT,
    locale: str = "en-US",
    *,
    korean: bool = False,
    korean_first: bool = True,
    folder: Path | None = None,
) -> list[Cited]:
    """Return each brief once, in the order of a bibliography; numbered references keep the order given.

    Raises:
        StyleUnusable: if the style is not there or cannot be used.
    """
    writer = _Writer(entries, style, locale, korean=korean, folder=folder)
    once = list({entry.key: entry for entry in entries}.values())
    if not writer.is_numbered:
        once = alphabetical(once, korean_first=korean_first, key=writer.sort_key)
    above: list[Entry | None] = [None, *once]
    return [
        Cited(entry.key, Rich(writer.citation(entry)), Rich(writer.reference(entry, above[place])))
        for place, entry in enumerate(once)
    ]


def gaps(
    entry: Entry, style: str = DEFAULT, locale: str = "en-US", *, korean: bool = False, folder: Path | None = None
) -> tuple[str, ...]:
    """Return the fields of a record that its reference in a style would print, but that are not known.

    `korean` is that of `cite`.

    Raises:
        StyleUnusable: if the style is not there or cannot be used.
    """
    fields = {
        "author": "authors",
        "title": "title",
        "genre": "series",
        "number": "code",
        "publisher": "institute",
        "publisher-place": "place",
        "issued": "date",
    }
    by_korean_rules = (korean or style == KOREAN_NOTE) and is_korean(entry.record)
    name = BESIDE_KOREAN if style == KOREAN_NOTE else style
    printed = frozenset(fields) if by_korean_rules else _open(name, locale, folder).prints()
    item = csl_item(entry)
    return tuple(field for variable, field in fields.items() if variable in printed and variable not in item)


class _Writer:
    """Writes the briefs of one list: it knows their numbers, and how those that look alike are told apart."""

    def __init__(self, entries: Sequence[Entry], style: str, locale: str, *, korean: bool, folder: Path | None) -> None:
        self._by_korean_rules = korean or style == KOREAN_NOTE
        self._note = "각주" if locale.startswith("ko") else "n."
        self._style = _open(BESIDE_KOREAN if style == KOREAN_NOTE else style, locale, folder)
        others = {entry.key: entry for entry in entries if not self._is_by_korean_rules(entry)}
        self._numbers = {key: place for place, key in enumerate(others, start=1)}
        self._apart = self._told_apart(list(others.values()))
        self.is_numbered = self._style.is_numbered
        near = self._style.option("near-note-distance") or ""
        self.near = int(near) if near.isdecimal() else NEAR

    def citation(
        self, entry: Entry, pinpoint: Pinpoint | None = None, position: frozenset[str] = frozenset({"first"})
    ) -> str:
        """Return the citation in the text, or the note, at its place in the list."""
        if self._is_by_korean_rules(entry):
            return korean_note.note(entry.record, pinpoint, position)
        return self._style.citation(self._cite(entry, pinpoint, position))

    def reference(self, entry: Entry, above: Entry | None = None) -> str:
        """Return the reference; under one of the same authors, some styles print a dash for them."""
        if self._is_by_korean_rules(entry):
            return korean_note.reference(entry.record)
        return self._style.reference(
            self._cite(entry), same_authors=above is not None and self._is_by_same(entry, above)
        )

    def sort_key(self, entry: Entry) -> SortKey:
        """Return what an entry of the bibliography is sorted by."""
        if self._is_by_korean_rules(entry):
            return filing_key(entry)
        return self._style.sort_key(csl_item(entry), filed)

    def _told_apart(self, entries: list[Entry]) -> dict[str, Distinction]:
        from kinu_reader.cite.distinct import told_apart

        ordered = entries if self._style.is_numbered else alphabetical(entries, key=self.sort_key)
        return told_apart([csl_item(entry) for entry in ordered], self._style)

    def _is_by_same(self, entry: Entry, above: Entry) -> bool:
        names = [author.name for author in entry.record.authors]
        same = bool(names) and names == [author.name for author in above.record.authors]
        return same and not self._is_by_korean_rules(above)

    def _is_by_korean_rules(self, entry: Entry) -> bool:
        return self._by_korean_rules and is_korean(entry.record)

    def _cite(self, entry: Entry, pinpoint: Pinpoint | None = None, position: frozenset[str] = frozenset()) -> Cite:
        from kinu_reader.cite.processing import Cite, Distinction

        apart = self._apart.get(entry.key, Distinction())
        return Cite(csl_item(entry), self._numbers[entry.key], _locator(pinpoint, self._note), position, apart)


def _open(name: str, locale: str, folder: Path | None) -> Style:
    """Return a style ready to write. citeproc and lxml take 0.1 s to import: only who cites waits for them."""
    from kinu_reader.cite import processing

    file = style_file(name, folder)
    try:
        return processing.style(file, locale, file.stat().st_mtime_ns)
    except (OSError, SyntaxError, ValueError) as error:  # lxml's errors of syntax are Python's
        raise StyleUnusable(name, str(error)) from error


def _locator(pinpoint: Pinpoint | None, word: str) -> Locator | None:
    """Return where in the brief: a page with or without a footnote, else a footnote or a paragraph alone."""
    from kinu_reader.cite.processing import Locator

    if pinpoint is None:
        return None
    label, note = line(pinpoint.label), line(pinpoint.note)
    if label:
        return Locator("page", f"{label}, {word} {note}" if note else label)
    if note:
        return Locator("note", note)
    return Locator("paragraph", str(pinpoint.paragraph)) if pinpoint.paragraph is not None else None
