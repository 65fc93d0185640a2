"""The templates of text-like formats: ours lie in the resources, a person's own of the same name go before them.

A value is made fit for its format where it is printed, whatever the template says: who writes a template cannot
forget it. Templates run in a sandbox, for one may come from someone else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from kinu_reader.annotations.wording import labels
from kinu_reader.model import KinuError
from kinu_reader.paths import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kinu_reader.annotations.kept import Sheet

    Filter = Callable[[Any], str]


class TemplateUnusable(KinuError):
    """A person's own template has a mistake."""

    def __init__(self, name: str, detail: str) -> None:
        super().__init__(name, detail)
        self.name, self.detail = name, detail


def render(name: str, sheet: Sheet, fit: Callable[[str], str], filters: Mapping[str, Filter], **more: object) -> str:
    """Return a template filled in; `fit` makes a value fit to be printed, unless a filter has done so (Markup).

    Raises:
        TemplateUnusable: if the template has a mistake.
    """
    from jinja2 import FileSystemLoader, StrictUndefined, TemplateError  # takes a while to load
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    def printed(value: object) -> str:
        return value if isinstance(value, Markup) else fit(str(value))

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([*([sheet.templates] if sheet.templates else []), resource("templates")]),
        autoescape=name.endswith(".html"),
        finalize=printed,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(filters)
    try:
        return environment.get_template(name).render(sheet=sheet, labels=labels(sheet.locale), **more)
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, UnicodeError) as error:
        raise TemplateUnusable(name, str(error)) from error
