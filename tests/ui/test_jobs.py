"""Work off the main thread: few threads, which keep what is theirs."""

from __future__ import annotations

import threading
import weakref
from typing import TYPE_CHECKING

import pytest

from kinu_reader.tasks.holdings import holdings
from kinu_reader.ui.jobs import READERS, Job, Jobs

from .conftest import WAIT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from kinu_reader.ui.window import Window


@pytest.fixture
def jobs(qtbot: QtBot, no_leak: None) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def test_a_thread_keeps_what_is_its_own_from_job_to_job(jobs: Jobs, qtbot: QtBot) -> None:
    own, first = threading.local(), list[bool]()

    def work(_: object) -> None:
        first.append(not hasattr(own, "known"))
        own.known = True

    done = list[object]()
    for _ in range(10):
        jobs.read(work, done.append)
        jobs.write(work, done.append)
    qtbot.waitUntil(lambda: len(done) == 20, timeout=WAIT)
    assert first.count(True) <= READERS + 1


def test_a_job_is_let_go_when_it_has_ended(jobs: Jobs, qtbot: QtBot) -> None:
    made, done = list["weakref.ref[Job]"](), list[object]()
    for number in range(200):
        made.append(weakref.ref(jobs.read(lambda _, number=number: number, done.append)))
    qtbot.waitUntil(lambda: len(done) == 200, timeout=WAIT)
    assert [job() for job in made] == [None] * 200


def test_closing_waits_for_what_is_under_way_and_drops_the_rest(jobs: Jobs, qtbot: QtBot) -> None:
    began, go, done = threading.Event(), threading.Event(), list[object]()

    def wait(_: object) -> str:
        began.set()
        go.wait(WAIT / 1000)
        return "under way"

    jobs.write(wait, done.append)
    jobs.write(lambda _: "waiting", done.append)
    assert began.wait(WAIT / 1000)
    go.set()
    jobs.close()
    assert done == []


def test_the_window_opens_no_more_connections_than_it_has_threads(window: Window, qtbot: QtBot) -> None:
    archive = window.session._archive
    assert archive is not None
    told = list[object]()
    for _ in range(30):
        window.session.ask(holdings, told.append)
    qtbot.waitUntil(lambda: len(told) == 30, timeout=WAIT)
    assert len(archive.library._connections._all) <= READERS + 2  # the writer's, and that of whoever opened it
