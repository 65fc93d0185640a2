"""Run a style: one citation, one reference. Holds the styles that were used last, ready to run."""

from __future__ import annotations

import copy
import re
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from citeproc import LANGUAGE_NAMES, LOCALES_PATH, PRIMARY_DIALECTS
from citeproc.source import Date, Name, Reference, VariableError
from lxml import etree

from kinu_reader.cite import pruning, repairs, wording
from kinu_reader.cite.styles import StyleUnusable
from kinu_reader.paths import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from kinu_reader.cite.items import Item

_NS = f"{{{repairs.NAMESPACE}}}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PARTICLE = r"^((?:(?:[a-z]+)\s)+|[a-z]{1,2}[’'])(?=[A-Z])"
_KOREAN = "ko-KR"
_KEPT_STYLES = 8
_SORTED_NAMES = ("min", "use-first", "use-last")
# What citeproc stumbles over in a style that someone wrote wrongly: a macro that is not there, or calls itself …
_FAULTS = (LookupError, AttributeError, NameError, TypeError, ValueError, AssertionError, RecursionError, VariableError)
_LOCK = threading.RLock()  # elements of a style remember what they found, and lxml's are not made for two threads


class Locator:
    """Where in a brief: `label` is page or paragraph."""

    def __init__(self, label: str, identifier: str) -> None:
        self.label, self.identifier = label, identifier


@dataclass(frozen=True)
class Distinction:
    """What a citation says more than it would alone, because another brief of the list would be cited alike."""

    more_names: int = 0  # shown before "et al."
    given_names: frozenset[tuple[int, bool]] = frozenset()  # of which authors, and whether wholly or their initials
    with_title: bool = False  # or whatever else a style keeps for this
    year_suffix: str = ""


class Cite:
    """One brief being written in a style: what citeproc calls a citation item."""

    def __init__(
        self,
        item: Item,
        number: int = 1,
        locator: Locator | None = None,
        position: frozenset[str] = frozenset(),
        distinction: Distinction = Distinction(),
    ) -> None:
        self.reference, self.number, self.position = _reference(item), number, position
        self.distinction = distinction
        if distinction.year_suffix:
            self.reference["year_suffix"] = distinction.year_suffix
        self._locator = locator
        self.written: set[str] = set()
        self.hidden: set[str] = set()  # already written in the place of a missing author
        self.sorting: Mapping[str, str] | None = None  # set while it is written to be sorted: what holds for names
        self.author_dash = ""  # stands for the authors where they are those of the reference above

    @property
    def has_locator(self) -> bool:
        """Whether the citation points to a place in the brief."""
        return self._locator is not None

    @property
    def locator(self) -> Locator:
        """Return where the citation points; citeproc takes its own error for "there is none"."""
        if self._locator is None:
            raise VariableError
        return self._locator

    def __contains__(self, name: str) -> bool:
        return name == "locator" and self.has_locator

    @contextmanager
    def writing(self, *names: str) -> Iterator[None]:
        """Note what is written; what stands in for the author already is not written again."""
        if self.hidden.intersection(names):
            raise VariableError
        yield
        self.written.update(names)


class Style:
    """A style ready to write: its elements, kept alive because each remembers what it has found."""

    def __init__(self, name: str, root: Any, locales: list[Any], with_title: Callable[[], Style]) -> None:
        self._name, self.root, self._with_title = name, root, with_title
        self.root.formatter, self.root.locales = Formatter, locales
        for locale in locales:
            locale.style = root
        self._kept = [*root.iter(), *(element for locale in locales for element in locale.iter())]
        self._marks_inside = str(root.get_locale_option("punctuation-in-quote")).lower() == "true"

    def citation(self, cite: Cite) -> str:
        """Return the citation in the text, or the note, with its marks of style still in it."""
        root = self._with_title().root if cite.distinction.with_title else self.root
        return self._write(root.citation, cite)

    def reference(self, cite: Cite, *, same_authors: bool = False) -> str:
        """Return the entry in the bibliography; in a style that has none, the full first note."""
        area = self.root.bibliography
        if area is None:
            cite.position = frozenset({"first"})
            return self._write(self.root.citation, cite)
        if same_authors:
            cite.author_dash = str(area.get("subsequent-author-substitute", ""))
        return self._write(area, cite)

    def sort_key(self, item: Item, filed: Callable[[str], str]) -> tuple[tuple[bool, str], ...]:
        """Return what a style sorts its references by, text as `filed` would have it; what is not there comes last."""
        area = self.root.citation if self.root.bibliography is None else self.root.bibliography
        keys = []
        for key in area.iterfind(f"{_NS}sort/{_NS}key"):
            said = self._sorted_by(key, item)
            keys.append((not said, filed(said)))
        return tuple(keys)

    def _sorted_by(self, key: Any, item: Item) -> str:
        cite = Cite(item)
        name = str(key.get("variable") or "").replace("-", "_")
        if name:
            value = cite.reference.get(name)
            return wording.sortable(value) if name == "issued" and value else str(value or "")
        cite.sorting = {
            f"et-al-{option}": str(key.get(f"names-{option}")) for option in _SORTED_NAMES if key.get(f"names-{option}")
        }
        try:
            with _LOCK:
                return str(key.get_macro(key.get("macro")).render(cite, context=key) or "")
        except VariableError:
            return ""
        except _FAULTS as error:
            raise StyleUnusable(self._name, f"{type(error).__name__}: {error}") from error

    @property
    def is_note(self) -> bool:
        """Whether citations are notes."""
        return str(self.root.get("class")) == "note"

    @property
    def is_numbered(self) -> bool:
        """Whether citations are the numbers of the references."""
        return "citation-number" in pruning.variables(self.root.citation)

    def option(self, name: str) -> str | None:
        """Return an option of the citations, as the style spells it."""
        value = self.root.citation.get(name)
        return None if value is None else str(value)

    def prints(self) -> frozenset[str]:
        """Return the variables that the bibliography can print."""
        area = self.root.bibliography
        return pruning.variables(self.root.citation if area is None else area)

    def _write(self, area: Any, cite: Cite) -> str:
        layout = area.layout
        try:
            with _LOCK:
                text = layout.render_children(cite)
                whole = str(layout.format(layout.wrap(text))) if text else ""
        except _FAULTS as error:
            raise StyleUnusable(self._name, f"{type(error).__name__}: {error}") from error
        return wording.toggled(wording.tidied(whole, marks_inside=self._marks_inside))


class Formatter:
    """What citeproc asks for italics and the rest; see `wording` for what becomes of them."""

    @staticmethod
    def preformat(text: str) -> str:
        """Return a text as it is: nothing here is HTML yet."""
        return text

    Italic = Oblique = staticmethod(lambda text: wording.marked(text, "i"))
    Bold = staticmethod(lambda text: wording.marked(text, "b"))
    Light = str
    Underline = staticmethod(lambda text: wording.marked(text, "u"))
    Superscript = staticmethod(lambda text: wording.marked(text, "sup"))
    Subscript = staticmethod(lambda text: wording.marked(text, "sub"))
    SmallCaps = staticmethod(lambda text: wording.marked(text, "small-caps"))


@lru_cache(maxsize=_KEPT_STYLES)
def style(path: Path, locale: str, changed: int, ambiguous: bool = False) -> Style:
    """Return a style file ready to write; `changed` is its time of change, so that an edited file is read anew.

    With `ambiguous` it says all that it keeps for briefs which would else be cited alike.

    Raises:
        etree.XMLSyntaxError: if the file is no XML.
        ValueError: if it is not an independent CSL style.
    """
    root = _read(path)
    if root.tag != f"{_NS}style" or root.find(f"{_NS}citation/{_NS}layout") is None:
        raise ValueError(f"not an independent CSL style: {path.name}")
    spoken = str(root.get("default-locale") or PRIMARY_DIALECTS.get(locale, locale))
    locales = _locales(root, spoken)
    pruning.prune(root, ambiguous=ambiguous)
    repairs.expand_dates(root, locales)
    repairs.complete(root)
    whole = _mended(root)
    said = [*_in_style(whole, spoken), *(_mended(one) for one in locales if one.getparent() is None)]
    return Style(path.stem, whole, said, lambda: style(path, locale, changed, ambiguous=True))


def _locales(root: Any, locale: str) -> list[Any]:
    """Return the locales that a style speaks, those of the style itself first."""
    names = [locale if locale in LANGUAGE_NAMES else None, PRIMARY_DIALECTS.get(locale.split("-")[0]), "en-US"]
    files = [Path(LOCALES_PATH) / f"locales-{name}.xml" for name in dict.fromkeys(names) if name]
    if locale == _KOREAN:
        files.insert(0, resource(f"styles/locales-{_KOREAN}.xml"))
    return _in_style(root, locale) + [copy.deepcopy(_read_once(file)) for file in files]


def _in_style(root: Any, locale: str) -> list[Any]:
    """Return what a style itself says of a locale: for the dialect, then the language, then for all."""
    names = dict.fromkeys([locale, locale.split("-")[0], None])
    return [element for name in names for element in root.iterfind(f"{_NS}locale") if element.get(_LANG) == name]


_read_once = cache(lambda path: _read(path))


def _read(path: Path) -> Any:
    parser = etree.XMLParser(
        remove_comments=True, remove_pis=True, remove_blank_text=True, no_network=True, resolve_entities=False
    )
    return etree.parse(str(path), parser).getroot()


def _mended(root: Any) -> Any:
    return etree.fromstring(etree.tostring(root), _mending_parser())


@cache
def _mending_parser() -> Any:
    lookup = etree.ElementNamespaceClassLookup()
    classes = repairs.element_classes()
    lookup.get_namespace(repairs.NAMESPACE).update(classes)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    parser.set_element_class_lookup(lookup)
    return parser


def _reference(item: Item) -> Reference:
    """Return an item in the library's own form, its quotation marks typographic."""
    korean = str(item.get("language", "")).startswith("ko")
    fields: dict[str, Any] = {}
    for name, value in item.items():
        key = name.replace("-", "_")
        if name == "author":
            fields[key] = [_person(author, korean=korean) for author in value]
        elif name == "issued":
            fields[key] = Date(**dict(zip(("year", "month", "day"), value["date-parts"][0], strict=False)))
        elif name in ("title", "genre", "publisher"):
            fields[key] = wording.curled(wording.dressed(value), korean=korean)
        elif name not in ("id", "type"):
            fields[key] = value
    return Reference(item["id"], item["type"], **fields)


def _person(author: dict[str, str], *, korean: bool) -> Name:
    parts = {key: wording.curled(value, korean=korean) for key, value in author.items()}
    if match := re.match(_PARTICLE, parts.get("family", "")):
        parts |= {"non-dropping-particle": match[0].strip(), "family": parts["family"][match.end() :]}
    return Name(**parts)
