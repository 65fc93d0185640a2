"""Letters and marks of a citation: case, quotation marks, initials, ranges, and punctuation where two parts meet.

What is italic, bold and so on stands between two private characters until the very end, so that nothing here has to
know HTML: `OPEN[style]` text `CLOSE[style]`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Container

STYLES = ("i", "b", "u", "sup", "sub", "small-caps")
OPEN = {style: chr(0xE000 + 2 * place) for place, style in enumerate(STYLES)}
CLOSE = {style: chr(0xE001 + 2 * place) for place, style in enumerate(STYLES)}
_MARK = "[\ue000-\ue00f]"

# Prepositions, conjunctions and articles stay low in an English title (Chicago 17 and MLA 9, as citeproc-js has them).
_LOW = """
    a about above across after against al along alongside amid amidst among amongst an and apropos around as aside
    astride at athwart atop barring before behind below beneath beside besides between beyond but by c ca circa d' de
    despite down during et except for from given in inside into lest like modulo near next nor notwithstanding of off
    on onto or out over per plus pro qua sans since so than the through throughout till to toward towards under
    underneath until unto up upon v v. van versus via von vs vs. with within without yet
"""
_LOW_WORDS = frozenset(_LOW.split())
_WORD = re.compile(r"[^\s\-/–—]+")
_EDGES = "“”‘’\"'()[]{},;:.?!«»「」『』…" + "".join([*OPEN.values(), *CLOSE.values()])
_TAG = re.compile(r"<(i|sup|sub)>((?:(?!</?\1>).)*)</\1>")  # as CSL-JSON knows them in a title


def cased(text: str, case: str | None, language: str | None) -> str:
    """Return a text in the case that a style asks for; title case is for English only."""
    if case == "title":
        return _title(text) if language in (None, "en") else text
    if case == "sentence":  # never lower a capital: it may be ROK, KINU or a name
        return _capital(text.lower() if text.isupper() else text)
    if case == "capitalize-all":
        return re.sub(r"\S+", lambda word: _capital(word[0]), text)
    change = {"lowercase": str.lower, "uppercase": str.upper, "capitalize-first": _capital}.get(case or "")
    return change(text) if change else text


def _title(text: str) -> str:
    words = list(_WORD.finditer(text))
    pieces, done = [], 0
    for place, word in enumerate(words):
        before = text[: word.start()].rstrip()
        must = place in (0, len(words) - 1) or before.endswith((":", "?", "!"))
        bare = word[0].strip(_EDGES)
        low = not must and (bare in _LOW_WORDS or word[0] in _LOW_WORDS)
        pieces += [text[done : word.start()], word[0] if low or not word[0].islower() else _capital(word[0])]
        done = word.end()
    return "".join(pieces) + text[done:]


def _capital(text: str) -> str:
    return re.sub(r"^([\W_]*)(\w)", lambda match: match[1] + match[2].upper(), text, count=1)


def spaced(*parts: str | None) -> str:
    """Join the parts of a name; none stands after an elided particle ("d’Ormesson")."""
    return re.sub(r"(?<=\w[’']) ", "", " ".join(part for part in parts if part))


def initials(given: str, mark: str, *, hyphen: bool) -> str:
    """Return the initials of a given name; the second syllable of a Korean one counts: Bo-hyuk is B.-H."""
    joints = [_short(part, mark) for part in given.split("-")]
    if not hyphen:
        return "".join(joints).rstrip()
    return "-".join([*(joint.rstrip() for joint in joints[:-1]), *joints[-1:]]).rstrip()


def _short(part: str, mark: str) -> str:
    words = part.replace(".", " ").split()
    low = [word.islower() and place > 0 for place, word in enumerate(words)]  # "de": a particle, written out
    return "".join(f" {word} " if keep else word[0].upper() + mark for word, keep in zip(words, low, strict=True))


def dotted(given: str) -> str:
    """Return a given name with a point after each lone capital."""
    return re.sub(r"(?<![\w-])([A-Z])(?=\s|$)", r"\1.", given)


def curled(text: str, *, korean: bool) -> str:
    """Return a text with typographic quotation marks; straight single ones are outer marks in English only."""
    text = re.sub(r"(?<=[A-Za-zÀ-ɏ\d])'(?=[A-Za-zÀ-ɏ])", "’", text)
    text = re.sub(r'(?<![\w”.,!?])"', "“", text).replace('"', "”")
    text = re.sub(r"(?<![\w’.,!?])'([^']*)'", r"‘\1’" if korean else r"“\1”", text)
    text = text.replace("'", "’")
    return re.sub(r"“([^“”]*)“([^“”]*)”([^“”]*)”", r"“\1‘\2’\3”", text)


def quoted(text: str, opening: str, closing: str) -> str:
    """Return a text in quotation marks, those inside it turned to the other kind."""
    inner = text
    if opening == "‘":
        inner = _inverted(text)
    elif opening == "“":
        inner = re.sub(r"“([^“”]*)”", lambda match: f"‘{_inverted(match[1])}’", text)
    return f"{opening}{inner}{closing}"


def _inverted(text: str) -> str:
    return re.sub(r"‘((?:[^‘’]|’(?=\w))*)’(?!\w)", r"“\1”", text)


def is_several(identifier: str) -> bool:
    """Tell whether a locator is more than one page; a footnote or a hyphen in a label ("A-3") makes no second page."""
    pages = re.split(r", (?:n\.|각주) ", identifier)[0]
    return bool(re.search(r"[–,&]|\d\s*-\s*\d", pages))


def page_range(identifier: str, rule: str | None) -> str:
    """Return pages with an en dash, their second number cut as a style's `page-range-format` asks."""
    identifier = re.sub(r"(?<=\d)\s*-\s*(?=\d)", "–", identifier)
    return re.sub(
        r"(?<![\w-])(\d+)–(\d+)(?!\w)", lambda match: f"{match[1]}–{_cut(match[1], match[2], rule)}", identifier
    )


def _cut(first: str, last: str, rule: str | None) -> str:
    if len(first) != len(last):
        return last
    same = next((place for place, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), len(first) - 1)
    if rule in ("chicago", "chicago-15", "chicago-16"):
        number = int(first)
        if number < 100 or number % 100 == 0:
            return last
        rule = "minimal" if number % 100 < 10 else "minimal-two"
    keep = {"minimal": 1, "minimal-two": 2}.get(rule or "")
    return last if keep is None else last[min(same, max(len(last) - keep, 0)) :]


def tidied(text: str, *, marks_inside: bool) -> str:
    """Return a text with one mark where parts met with two; points and commas inside quotation marks if asked."""
    text = re.sub(r"[ \t\n]+", " ", text)
    text = re.sub(r"(?<!\w)(쪽|문단|호) ([\dA-Za-z][\w–-]*(?:, \d+(?:–\d+)?)*)", r"\2\1", text)  # Korean counts "3쪽"
    text = re.sub(rf"([.,;:])({_MARK}+)\1", r"\1\2", text)
    text = re.sub(rf"([?!])([”’]?{_MARK}*)\.", r"\1\2", text)
    text = re.sub(r":\s?(?=,)|(?<=;)\.", "", text)
    if marks_inside:
        text = re.sub(rf"([.,])((?:{_MARK}|[”’])+)\1", r"\1\2", text)
        text = re.sub(rf"((?:{_MARK}|[”’])*[”’](?:{_MARK}|[”’])*)([.,])", _inside, text)
    return text.strip()


def _inside(match: re.Match[str]) -> str:
    before = match.string[: match.start()]
    is_apostrophe = "”" not in match[1] and not re.search(r"‘(?:[^‘’]|’(?=\w))*$", before)
    return match[0] if is_apostrophe else f"{match[2]}{match[1]}"


def dressed(text: str) -> str:
    """Return a title with its italics, as CSL-JSON writes them (`<i>…</i>`), marked as ours; other tags are words."""
    while (plain := _TAG.sub(lambda tag: marked(tag[2], tag[1]), text)) != text:
        text = plain
    return text


def toggled(text: str) -> str:
    """Return a text in which italics within italics stand upright again."""
    opening, closing, depth = OPEN["i"], CLOSE["i"], 0
    pieces = []
    for character in text:
        turn = {opening: 1, closing: -1}.get(character, 0)
        if turn and depth - (turn < 0):
            character = closing if turn > 0 else opening
        depth += turn
        pieces.append(character)
    return "".join(pieces).replace(opening + closing, "").replace(closing + opening, "")


def sortable(date: Any, parts: Container[str | None] = ("year", "month", "day")) -> str:
    """Return a date in digits, so that the later one comes later; what is not known of it comes first."""
    widths = {"year": 4, "month": 2, "day": 2}
    return "".join(f"{date.get(name) or 0:0{width}}" for name, width in widths.items() if name in parts)


def marked(text: object, style: str) -> str:
    """Return a text marked as italic, bold and so on."""
    return f"{OPEN[style]}{text}{CLOSE[style]}"
