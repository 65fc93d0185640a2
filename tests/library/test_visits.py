"""What was read, and where one left off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.model import Filters, Sort, Standing
from kinu_reader.tasks.editing import delete
from kinu_reader.tasks.visiting import recent

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from kinu_reader.library.visits import Visits
    from kinu_reader.tasks.archive import Archive


def at(visits: Visits, monkeypatch: pytest.MonkeyPatch, moment: str, brief: int, page: int = 1) -> bool:
    monkeypatch.setattr("kinu_reader.library.visits.moment", lambda: moment)
    return visits.note(brief, Standing(page, 0.25, 1.5))


def test_the_latest_is_first_and_each_brief_is_there_once(
    shelf: Archive, shelve: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    visits = shelf.library.visits
    rails, sea, sky = (shelve(f"About {what}.", title=what, code=what) for what in ("rails", "sea", "sky"))
    assert recent(shelf) == []
    assert at(visits, monkeypatch, "2026-01-01T10:00", sea)
    assert at(visits, monkeypatch, "2026-01-01T11:00", rails)
    assert not at(visits, monkeypatch, "2026-01-01T12:00", sea, page=3), "it was read before"
    assert [brief.id for brief in recent(shelf)] == [sea, rails]
    assert shelf.library.ids(Filters(recent=True), Sort.CODE) == [rails, sea]
    assert visits.last(sea).left_at == Standing(3, 0.25, 1.5)
    assert visits.last(sky) is None
    delete(shelf, [sea])
    assert [brief.id for brief in recent(shelf)] == [rails], "what lies in the bin is not offered"
    visits.forget()
    assert shelf.library.ids(Filters(recent=True)) == []


def test_a_brief_that_is_gone_is_no_error(shelf: Archive) -> None:
    assert not shelf.library.visits.note(99, Standing(1, 0.0))
    assert shelf.library.visits.last(99) is None
