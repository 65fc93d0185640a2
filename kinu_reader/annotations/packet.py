"""A packet to read: what was kept, with pictures of its places on the pages, as one page of HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from kinu_reader.annotations.formats import html

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kinu_reader.annotations.kept import Sheet


def page(sheet: Sheet, pictures: Mapping[str, Sequence[str]]) -> str:
    """Return the packet; `pictures` are the sources of images for the id of each bookmark, names or data of our own.

    Raises:
        TemplateUnusable: if a person's own template has a mistake.
    """
    sources = {id: [Markup(source) for source in found] for id, found in pictures.items()}  # megabytes: not cleaned
    return html.page("packet.html", sheet, pictures=sources)
