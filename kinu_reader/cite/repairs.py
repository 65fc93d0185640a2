"""citeproc-py 0.11.1 as it should be: its element classes with every defect that a citation of a brief meets mended.

Nothing of the library is patched. A style is read with the classes below, each a subclass of the library's own, so that
every mend stands beside what it mends. Where CSL is silent, citeproc-js is followed, by which styles are tested.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any

from citeproc import model
from citeproc.source import VariableError
from citeproc.string import join
from lxml import etree

from kinu_reader.cite import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kinu_reader.cite.processing import Cite

NAMESPACE = "http://purl.org/net/xbiblio/csl"
_BROADER = {"verb-short": "verb", "symbol": "short", "verb": None, "short": None}  # forms of a term, to fall back to
_AREA = "./ancestor-or-self::*[self::cs:citation or self::cs:bibliography][1]"
_NAME_OPTIONS = {
    "and": None,
    "delimiter": ", ",
    "delimiter-precedes-et-al": "contextual",
    "delimiter-precedes-last": "contextual",
    "demote-non-dropping-particle": "display-and-sort",
    "et-al-min": "0",
    "et-al-use-first": "1",
    "et-al-use-last": "false",
    "et-al-subsequent-min": None,
    "et-al-subsequent-use-first": None,
    "form": "long",
    "givenname-disambiguation-rule": "all-names",
    "initialize": "true",
    "initialize-with": None,
    "initialize-with-hyphen": "true",
    "name-as-sort-order": None,
    "sort-separator": ", ",
}


class _Mended:
    """What every element does better: it looks a thing up once, and cases text by the rules of CSL."""

    def once(self, key: object, look_up: Callable[[], Any]) -> Any:
        """Return what was found before under a key; the library searches the whole tree for each word it writes."""
        found: dict[object, Any] = self.__dict__.setdefault("found", {})
        if key not in found:
            found[key] = look_up()
        return found[key]

    def xpath_search(self, expression: str) -> Any:
        return self.once(expression, lambda: super(_Mended, self).xpath_search(expression))  # type: ignore[misc]

    def get_macro(self, name: str) -> Any:
        root = self.get_root()  # type: ignore[attr-defined]
        return root.once(("macro", name), lambda: super(_Mended, self).get_macro(name))  # type: ignore[misc]

    def get_term(self, name: str, form: str | None = None, *settings: Any, **more: Any) -> Any:
        """Return a term in the form asked for, or in the next broader form that a locale has."""
        root = self.get_root()  # type: ignore[attr-defined]
        key = ("term", name, form, settings, tuple(more.items()))
        return root.once(key, lambda: self._term_in_some_form(name, form, settings, more))

    def _term_in_some_form(self, name: str, form: str | None, settings: Any, more: Any) -> Any:
        term = super().get_term(name, form, *settings, **more)  # type: ignore[misc]
        if term is None and form in _BROADER:
            return self._term_in_some_form(name, _BROADER[form], settings, more)
        return term

    def case(self, text: Any, language: str | None = None) -> str:
        return wording.cased(str(text), self.get("text-case"), language)  # type: ignore[attr-defined]


class Macro(_Mended, model.Macro):  # type: ignore[misc]
    """A macro, which is a group like any other: its words alone, with nothing of the brief, are not written."""

    def render_children(self, item: Cite, delimiter: str = "", **settings: Any) -> Any:
        """Return what the parts say, unless all those that speak of the brief are silent."""
        texts, empty = [], any(child.calls_variable() for child in self)
        for child in self:
            try:
                text = child.render(item, **settings)
            except VariableError:
                continue
            if text is not None:
                texts.append(text)
                empty = empty and (child.get("term") or child.get("value")) is not None
        return join(texts, delimiter) if texts and not empty else None


class Text(_Mended, model.Text):  # type: ignore[misc]
    """Writes locators and quotation marks as they should be, and nothing that stood in for an author twice."""

    def _variable(self, item: Cite, context: Any) -> Any:
        name = self.get("variable")
        if name == "locator":
            return _locator(self, item)
        with item.writing(name):
            return str(item.number) if name == "citation-number" else item.reference[name.replace("-", "_")]

    def quote(self, text: str) -> str:
        """Put a text in quotation marks and turn those inside it."""
        if self.get("quotes") != "true" or not text:
            return text
        marks = (str(self.get_single_term(name=name)) for name in ("open-quote", "close-quote"))
        return wording.quoted(str(text), *marks)


class Number(_Mended, model.Number):  # type: ignore[misc]
    """The same for numbers, among which a code is none."""

    def process(self, item: Cite, context: Any = None, **settings: Any) -> Any:
        """Return the number, or the place cited."""
        name = self.get("variable")
        if name == "locator":
            return _locator(self, item)
        with item.writing(name):
            value = str(item.reference[name.replace("-", "_")])
            # "CO 24-15" is one code, not a range of numbers from "CO 24" to 15.
            return super().process(item, context, **settings) if value.isdecimal() else value


class Date(_Mended, model.Date):  # type: ignore[misc]
    """A date; `expand_dates` has given it its parts, since the library mixes up those of style and locale."""

    def process(self, item: Cite, *arguments: Any, **settings: Any) -> Any:
        """Return the date by its own parts alone."""
        with item.writing(self.get("variable")):
            if item.sorting is not None:
                date = item.reference.get(self.get("variable").replace("-", "_"))
                return wording.sortable(date, {part.get("name") for part in self}) if date else None
            return super().process(item, **{**settings, "context": None})


class Label(_Mended, model.Label):  # type: ignore[misc]
    """A label that knows Roman pages, footnotes and codes: "pp. iv–vi", but "p. 3, n. 4" and "No. 22-10"."""

    def _is_plural(self, item: Cite) -> bool:
        name = self.get("variable")
        if name == "locator":
            return item.has_locator and wording.is_several(item.locator.identifier)
        return re.search(r"\d\s*[–,&]\s*\d", str(item.reference.get(name.replace("-", "_"), ""))) is not None


class If(_Mended, model.If):  # type: ignore[misc]
    """A condition on where a citation stands, which the caller knows, and on numbers."""

    def _position(self, item: Cite, context: Any) -> list[bool]:
        return [name in item.position for name in self.get("position").split()]

    def _is_numeric(self, item: Cite) -> list[bool]:
        values = [str(item.reference.get(name.replace("-", "_"), "")) for name in self.get("is-numeric").split()]
        return [re.fullmatch(r"[A-Za-z]?\d+[A-Za-z]*([-–,&/\s]+\d+[A-Za-z]*)*", value) is not None for value in values]


class Else_If(If):
    """A further condition; the library finds its classes by such names."""


class Substitute(_Mended, model.Substitute):  # type: ignore[misc]
    """What stands for a missing author; all of it is then left out of the rest, not only what is named here."""

    def render(self, item: Cite, context: Any = None, **settings: Any) -> Any:
        """Return the first part that has something to say."""
        for child in self:
            written = set(item.written)
            more = {"names_context": self.getparent()} if isinstance(child, Names) and child.name is None else {}
            try:
                text = child.render(item, context=context, **settings, **more)
            except VariableError:
                continue
            if text:
                item.hidden.update(item.written - written)
                return text
        return None


class Names(_Mended, model.Names):  # type: ignore[misc]
    """Names with their label; those that stood in for others are not repeated."""

    def process(self, item: Cite, names_context: Any = None, context: Any = None, **settings: Any) -> Any:
        """Return the names unless they have been written, or a dash under the same names."""
        if item.author_dash and self.get("variable").split()[0] == "author":
            return item.author_dash
        with item.writing(*self.get("variable").split()):
            return super().process(item, names_context, context, **settings)


class Name(_Mended, model.Name):  # type: ignore[misc]
    """How one name and a list of names are written: rewritten, for hardly a step of the library's is right."""

    def process(
        self, item: Cite, variable: str, context: Any = None, sort_options: Any = None, **settings: Any
    ) -> str | int:
        """Return a list of names, or how many would be shown."""
        options = self._options(self if context is None else context) | (sort_options or {}) | dict(item.sorting or {})
        names = item.reference.get(variable, [])
        shown, others = _cut(names, options, "subsequent" in item.position, item.distinction.more_names)
        if options["form"] == "count":
            return len(shown)
        if item.sorting is not None:
            return ", ".join(self._filed(name, options) for name in shown)
        texts = [
            self._written(name, _told_apart(options, item, i), _is_inverted(options, i)) for i, name in enumerate(shown)
        ]
        if others:
            return self._with_others(texts, options)
        return self._in_a_row(texts, options, last_is_whole="literal" in names[-1])

    def _options(self, context: Any) -> dict[str, Any]:
        def look_up() -> dict[str, Any]:
            area = context.xpath_search(_AREA)[0]
            spelled = {"form": "name-form", "delimiter": "name-delimiter"}
            found = {}
            for name, default in _NAME_OPTIONS.items():
                inherited = spelled.get(name, name)
                found[name] = self.get(name, area.get(inherited, self.get_root().get(inherited, default)))
            found["body-precedes-last"] = _at_large(area, "delimiter-precedes-last")
            return found

        found: dict[str, Any] = self.once(("options", context), look_up)
        return found

    def _written(self, name: Any, options: dict[str, Any], inverted: bool) -> str:
        given, family, dropping, particle, suffix = name.parts()
        mark = options["initialize-with"]
        if suffix and mark is not None and "." not in mark:
            suffix = suffix.replace(".", "")  # "King ML Jr"
        if "literal" in name:
            return str(self._part("family", family))
        given = self._part("given", self._given(given, options) if given else "")
        family = self._part("family", family or "")
        particle = self._part("family", particle or "", alone=False)
        dropping = self._part("given", dropping or "", alone=False)
        if options["form"] == "short":
            return wording.spaced(particle, family)
        if not inverted:
            return wording.spaced(given, dropping, particle, family, suffix)
        if options["demote-non-dropping-particle"] == "display-and-sort":
            parts = family, wording.spaced(given, dropping, particle), suffix
        else:
            parts = wording.spaced(particle, family), wording.spaced(given, dropping), suffix
        return str(options["sort-separator"]).join(part for part in parts if part)

    def _filed(self, name: Any, options: dict[str, Any]) -> str:
        """Return a name as it is sorted, which is not always as it is written."""
        given, family, dropping, particle, suffix = name.parts()
        if "literal" in name:
            return str(family)
        given = self._given(given, options) if given else ""
        if options["demote-non-dropping-particle"] == "never":
            return wording.spaced(particle, family, given, dropping, suffix)
        return wording.spaced(family, given, dropping, particle, suffix)

    def _given(self, given: str, options: dict[str, Any]) -> str:
        mark = options["initialize-with"]
        if mark is None:
            return given
        if options["initialize"] == "false":
            return wording.dotted(given) if "." in mark else given
        return wording.initials(given, mark, hyphen=options["initialize-with-hyphen"] == "true")

    def _part(self, kind: str, text: str, *, alone: bool = True) -> str:
        """Return a part as its name-part has it; a particle is dressed with the part it stands by."""
        for part in self.findall(f"{{{NAMESPACE}}}name-part"):
            if text and part.get("name") == kind:
                dressed = part.format(part.case(text))
                return str(part.wrap(dressed) if alone else dressed)
        return text

    def _with_others(self, texts: list[str], options: dict[str, Any]) -> str:
        delimiter = options["delimiter"]
        if options["et-al-use-last"] == "true" and len(texts) > 1:
            return f"{delimiter.join(texts[:-1])}{delimiter}… {texts[-1]}"
        others = self.et_al()
        if not others:
            return str(delimiter.join(texts))
        apart = _is_apart(options["delimiter-precedes-et-al"], len(texts) >= 2, _is_inverted(options, len(texts) - 1))
        return f"{delimiter.join(texts)}{delimiter if apart else ' '}{others}"

    def _in_a_row(self, texts: list[str], options: dict[str, Any], *, last_is_whole: bool) -> str:
        delimiter = options["delimiter"]
        if options["and"] is None or len(texts) < 2:
            return str(delimiter.join(texts))
        word = "&" if options["and"] == "symbol" else self.get_single_term(name="and")
        # What <name> says is for inverted names, and a body or a Hangul name is no further part of one.
        rule = options["body-precedes-last" if last_is_whole else "delimiter-precedes-last"]
        apart = _is_apart(rule, len(texts) > 2, _is_inverted(options, len(texts) - 2))
        return f"{delimiter.join(texts[:-1])}{delimiter if apart else ' '}{word} {texts[-1]}"


def _at_large(area: Any, name: str) -> str:
    """Return an option of names as it stands for a whole style."""
    return str(area.get(name, area.get_root().get(name, _NAME_OPTIONS[name])))


def _told_apart(options: dict[str, Any], item: Cite, place: int) -> dict[str, Any]:
    """Return the options under which a family name is told from the same family name of another brief."""
    for author, whole in item.distinction.given_names:
        if author == place and options["form"] == "short":
            mark = None if whole and options["initialize-with"] is not None else options["initialize-with"]
            return options | {"form": "long", "initialize": "true", "initialize-with": mark}
    return options


def _cut(names: list[Any], options: dict[str, Any], again: bool, more: int) -> tuple[list[Any], bool]:
    """Return the names to show, and whether others are left out."""
    at_least, first = options["et-al-min"], options["et-al-use-first"]
    if again:
        at_least = options["et-al-subsequent-min"] or at_least
        first = options["et-al-subsequent-use-first"] or first
    if not int(at_least) or len(names) < max(int(at_least), 2):
        return names, False
    shown = int(first) + more
    last = names[-1:] if options["et-al-use-last"] == "true" and shown <= len(names) - 2 else []
    return names[:shown] + last, shown + len(last) < len(names)


def _is_inverted(options: dict[str, Any], place: int) -> bool:
    order = options["name-as-sort-order"]
    return options["form"] == "long" and (order == "all" or (order == "first" and place == 0))


def _is_apart(rule: str, in_context: bool, after_inverted: bool) -> bool:
    return {"always": True, "never": False, "after-inverted-name": after_inverted}.get(rule, in_context)


def _locator(element: Any, item: Cite) -> str:
    """Return the place cited; only pages are shortened as the style shortens pages (101–2)."""
    identifier, label = item.locator.identifier, item.locator.label
    rule = element.get_root().get("page-range-format") if label == "page" else None
    return wording.page_range(identifier, rule)


def element_classes() -> dict[str | None, type]:
    """Return the class for each tag of CSL, ours where we have one; all of them look things up only once.

    Under None stands the class for tags that do nothing by themselves.
    """
    ours = {kind.__name__: kind for kind in (Macro, Text, Number, Date, Label, If, Else_If, Substitute, Names, Name)}
    plain = {model.Locale, model.FormattingInstructions}
    theirs: Iterable[type] = [*model.CitationStylesElement.__subclasses__(), model.Else_If]
    classes: dict[str | None, type] = {None: model.CitationStylesElement}
    for kind in theirs:
        mended = kind if kind in plain else type(kind.__name__, (_Mended, kind), {})
        classes[kind.__name__.replace("_", "-").lower()] = ours.get(kind.__name__, mended)
    return classes


def expand_dates(style: Any, locales: list[Any]) -> None:
    """Write the parts of each localised date into the style, under the attributes that the style sets for them."""
    for date in style.iterfind(f".//{{{NAMESPACE}}}date[@form][@variable]"):
        found = (locale.find(f"./{{{NAMESPACE}}}date[@form='{date.get('form')}']") for locale in locales)
        local = next((form for form in found if form is not None), None)
        if local is None:
            continue
        own = {part.get("name"): part.attrib for part in date}
        wanted = date.attrib.pop("date-parts", "year-month-day").split("-")
        date[:] = []
        for part in local:
            if part.get("name") in wanted:
                etree.SubElement(date, part.tag, {**part.attrib, **own.get(part.get("name"), {})})
        date.set("delimiter", local.get("delimiter", ""))
        del date.attrib["form"]


def complete(style: Any) -> None:
    """Write out what the library overlooks in a style."""
    for term in style.iterfind(f".//{{{NAMESPACE}}}term[@form='long']"):
        del term.attrib["form"]  # it looks for long terms without a form only
    for choose in list(style.iterfind(f".//{{{NAMESPACE}}}substitute/{{{NAMESPACE}}}choose")):
        _divide(choose)
    for names in style.iterfind(f".//{{{NAMESPACE}}}names"):
        if names.find(f"./{{{NAMESPACE}}}name") is None and not names.getparent().tag.endswith("substitute"):
            names.insert(0, etree.Element(f"{{{NAMESPACE}}}name"))
    area = style.find(f"./{{{NAMESPACE}}}bibliography[@second-field-align]")  # a number in the margin
    layout = None if area is None else area.find(f"./{{{NAMESPACE}}}layout")
    if layout is not None and len(layout):
        layout[0].set("suffix", layout[0].get("suffix", "") + " ")


def _divide(choose: Any) -> None:
    """Make a choice in place of an author one part at a time, since only the first that says something stands there."""
    for place in reversed(range(1, max((len(branch) for branch in choose), default=0))):
        further = copy.deepcopy(choose)
        for branch in further:
            branch[:] = branch[place : place + 1]
        choose.addnext(further)
    for branch in choose:
        del branch[1:]
