"""Records read anew after a profile has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kinu_reader.model import Cancelled, Progress, Step
from kinu_reader.tasks.editing import undo
from kinu_reader.tasks.rereading import accept, reread

if TYPE_CHECKING:
    from kinu_reader.tasks.archive import Archive

PROFILE = """
series = 'Online Series'
[fields]
keywords = 'Peace Diplomacy Division'
"""


def with_profile(archive: Archive) -> Archive:
    folder = archive.library.folder / "profiles"
    folder.mkdir()
    (folder / "mine.toml").write_text(PROFILE, encoding="utf-8")
    return archive


def test_nothing_differs_while_nothing_has_changed(full_shelf: Archive) -> None:
    found = reread(full_shelf, full_shelf.library.ids(), jobs=2)
    assert found.differences == ()
    assert found.unread == ()


def test_a_profile_that_changed_shows_what_it_would_change(full_shelf: Archive) -> None:
    ids = with_profile(full_shelf).library.ids()
    before = full_shelf.library.briefs(ids)
    found = reread(full_shelf, ids, jobs=2)
    keywords = [one for one in found.differences if one.field == "keywords"]
    assert keywords
    assert {(one.before.value, one.after.value) for one in keywords} == {((), ("Peace Diplomacy Division",))}
    assert full_shelf.library.briefs(ids) == before
    changed = accept(full_shelf, keywords[:1])
    assert [brief.id for brief in changed] == [keywords[0].brief]
    assert changed[0].record.keywords == ("Peace Diplomacy Division",)
    assert changed[0].record.provenance["keywords"].startswith("page")
    left = reread(full_shelf, ids, jobs=2).differences
    assert keywords[0] not in left
    undo(full_shelf)
    assert full_shelf.library.briefs(ids) == before


def test_a_file_that_is_gone_is_named(full_shelf: Archive) -> None:
    ids = full_shelf.library.ids()
    brief = full_shelf.library.briefs(ids)[ids[0]]
    full_shelf.library.original(brief.sha256, brief.kind).unlink()
    found = reread(full_shelf, ids[:2], jobs=1)
    assert found.unread == (ids[0],)
    assert found.differences == ()


def test_it_reports_and_stops(full_shelf: Archive) -> None:
    ids = full_shelf.library.ids()
    steps: list[Step] = []

    def report(step: Step) -> None:
        steps.append(step)
        if step.done == 1:
            progress.cancel()

    progress = Progress(report)
    with pytest.raises(Cancelled):
        reread(full_shelf, ids, progress, jobs=1)
    assert [(step.done, step.total) for step in steps] == [(0, len(ids)), (1, len(ids))]
