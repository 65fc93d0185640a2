"""Notes, which people write in Markdown, as HTML and as paragraphs: what they may hold is decided here.

HTML in a note stays text, nothing is fetched for it (a picture becomes a link), and no link of it runs anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from kinu_reader.annotations.cleaning import lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

BELOW = 2  # levels of headings above those of a note: the document's and the brief's
DEEPEST = 6
STYLES = {"strong": "b", "em": "i", "s": "s", "link": "link"}


@dataclass(frozen=True)
class Run:
    """Words in one style: any of b, i, s, code, link."""

    text: str
    styles: frozenset[str] = frozenset()
    target: str = ""  # of a link


@dataclass
class Paragraph:
    """One paragraph of a note."""

    kind: str  # p, h, ul, ol, code, rule
    level: int = 0  # of a heading from 1; how many lists a point stands in
    number: int | None = None  # which this point is; None where a point goes on with another paragraph
    which: int = 0  # tells the numbered lists of a note apart
    quoted: bool = False
    runs: list[Run] = field(default_factory=list)


def html(note: str) -> str:
    """Return a note as a piece of HTML."""
    return str(_reader().render(lines(note)))


def paragraphs(note: str) -> list[Paragraph]:
    """Return a note as paragraphs."""
    return list(_paragraphs(_reader().parse(lines(note))))


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt  # takes a while to load

    reader = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("strikethrough").disable("image")
    reader.core.ruler.push("kinu_headings", lambda state: _lower(state.tokens))
    return reader


def _lower(tokens: Sequence[Token]) -> None:
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(DEEPEST, int(token.tag[1:]) + BELOW)}"


def _paragraphs(tokens: Sequence[Token]) -> Iterator[Paragraph]:
    lists: list[tuple[str, int]] = []  # that are open: ul or ol, and which of the note's it is
    numbers: list[int | None] = []  # of their points
    quotes = heading = count = 0
    for token in tokens:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                count += 1
                lists.append((token.tag, count))
                numbers.append(None)
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
                numbers.pop()
            case "list_item_open":
                numbers[-1] = int(token.info or 0)
            case "blockquote_open" | "blockquote_close":
                quotes += token.nesting
            case "heading_open":
                heading = int(token.tag[1:])
            case "inline" | "fence" | "code_block" | "hr":
                kind, which = lists[-1] if lists else ("p", 0)
                made = Paragraph(kind, len(lists), numbers[-1] if lists else None, which, quotes > 0)
                _fill(made, token, heading)
                yield made
                heading = 0
                if lists:
                    numbers[-1] = None


def _fill(made: Paragraph, token: Token, heading: int) -> None:
    if token.type == "inline":
        made.runs = list(_runs(token.children or []))
        if heading:
            made.kind, made.level = "h", heading
    elif token.type == "hr":
        made.kind = "rule"
    else:
        made.kind, made.runs = "code", [Run(token.content.rstrip("\n"), frozenset({"code"}))]


def _runs(tokens: Sequence[Token]) -> Iterator[Run]:
    open_styles: list[str] = []
    target = ""
    for token in tokens:
        name = STYLES.get(token.type.removesuffix("_open").removesuffix("_close"))
        if name and token.nesting == 1:
            open_styles.append(name)
            target = str(token.attrGet("href") or "") if name == "link" else target
        elif name and token.nesting == -1:
            open_styles.remove(name)
            target = "" if name == "link" else target
        elif token.type in ("softbreak", "hardbreak"):
            yield Run("\n", frozenset(open_styles), target)
        elif token.content:
            code = {"code"} if token.type == "code_inline" else set()
            yield Run(token.content, frozenset(open_styles) | code, target)
