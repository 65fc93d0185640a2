"""How fast it is: every kind of query over a generated archive, beside other engines in the same run.

    python tests/bench/speed.py [--briefs 10000] [--shared DIR] [--cpu]

The briefs are made by DIR/bench/make_archive.py, which also names the questions; without it they are rows of made-up
words. A search is all that a person waits for but the records from the catalogue: text to query, expansion, briefs, the
best passages of the first twenty and the marks in them.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engines import Ours, peers

from kinu_reader.index import Index, expand, load_glossary, parse
from kinu_reader.model import Field, IndexEntry, PassageKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from engines import Engine

ROUNDS = 5
BATCH = 500
CORRECTED = 1000  # briefs


@dataclass(frozen=True)
class Archive:
    """Briefs as they come, and questions by their kind."""

    briefs: Iterable[IndexEntry]
    questions: list[tuple[str, str]]


def generated(shared: Path, count: int) -> Archive:
    """Return the synthetic briefs of the shared bench."""
    spec = importlib.util.spec_from_file_location("make_archive", shared / "bench" / "make_archive.py")
    assert spec is not None
    assert spec.loader is not None
    maker: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    models = maker.load_models()
    questions, korean = maker.choose("1", models, count)
    typed = [(q["kind"], q["q"]) for q in [*questions, *korean]]
    typed += [("three commonest", "the of and"), ("commonest, one letter*", "s*"), ("commonest, ko", "북한 통일 정책")]
    return Archive((_entry(maker.brief(n, "1", models), n) for n in range(count)), typed)


def _entry(brief: dict[str, Any], number: int) -> IndexEntry:
    kinds = {"h": PassageKind.HEADING, "p": PassageKind.BODY}
    passages = tuple((at, kinds[kind], text) for at, (kind, text) in enumerate(brief["body"]))
    record = f"{brief['series']}\n{brief['institute']}\n{brief['iso']}\n{brief['byline']}"
    fields = ((Field.AUTHOR, brief["author"]), (Field.CODE, brief["code"]))
    return IndexEntry(number, 1, brief["title"], record, passages, fields)


def made_up(count: int) -> Archive:
    """Return briefs of words that are as unevenly frequent as those of a language."""
    rng = random.Random(5)
    latin = [
        "".join(rng.choices(["ba", "ce", "di", "fo", "gu", "st", "ra", "me", "no", "pi"], k=3)) for _ in range(9000)
    ]
    hangul = [
        "북한",
        "통일",
        "정책",
        *("".join(rng.choices("가나다라마바사아자차카타파하통한일정제", k=3)) for _ in range(3000)),
    ]
    weights = [list(accumulate(1 / (n + 2.7) for n in range(len(words)))) for words in (latin, hangul)]

    def passage(brief: int) -> str:
        words, cumulated = ((latin, weights[0]), (hangul, weights[1]))[brief % 2]
        return " ".join(rng.choices(words, cum_weights=cumulated, k=rng.randint(40, 120)))

    def briefs() -> Iterator[IndexEntry]:
        for n in range(count):
            body = tuple((at, PassageKind.BODY, passage(n)) for at in range(14))
            yield IndexEntry(n, 1, passage(n)[:40], "", body, ((Field.CODE, f"CO {n % 90:02}-{n // 90}"),))

    a, b, c = latin[0], latin[1], latin[500]
    typed = [("word-common", a), ("word-rare", latin[-1]), ("and2", f"{a} {c}"), ("phrase-common", f'"{a} {b}"')]
    typed += [
        ("or", f"{a} OR {b}"),
        ("prefix", a[:3] + "*"),
        ("near", f'"{a} {c}"~5'),
        ("ko-noun", "북한"),
        ("code", "CO 24-15"),
    ]
    return Archive(briefs(), [*typed, ("words3", "북한 통일 정책"), ("ko-compound-joined", "통일정책")])


# ---- measuring


class Timer:
    """Milliseconds of pieces of work: as a clock shows them, or of the processor alone on a machine that others use."""

    def __init__(self, *, cpu: bool) -> None:
        self._clock = time.thread_time if cpu else time.perf_counter

    def __call__(self, work: Callable[[], object]) -> float:
        began = self._clock()
        work()
        return (self._clock() - began) * 1000


def filled(engine: Engine, entries: list[IndexEntry]) -> float:
    """Add all briefs in batches; return the CPU milliseconds of one."""
    began = _processor()
    for first in range(0, len(entries), BATCH):
        engine.add(entries[first : first + BATCH])
    return (_processor() - began) * 1000 / len(entries)


def _processor() -> float:
    """Return the seconds of the processor that this process and those that it started have taken."""
    others = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + others.ru_utime + others.ru_stime


def main() -> None:
    """Print a table of all kinds of query."""
    asked = argparse.ArgumentParser(description="milliseconds of a search, beside other engines")
    asked.add_argument("--briefs", type=int, default=10_000)
    asked.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2].parent / "shared")
    asked.add_argument("--cpu", action="store_true", help="count the time of the processor, not that of the clock")
    asked.add_argument("--opened", type=Path, help=argparse.SUPPRESS)
    options = asked.parse_args()
    there = (options.shared / "bench" / "make_archive.py").is_file()
    archive = generated(options.shared, options.briefs) if there else made_up(options.briefs)
    if options.opened:
        _opened(options.opened, archive.questions)
        return
    with tempfile.TemporaryDirectory() as folder:
        _compare(Path(folder), archive, Timer(cpu=options.cpu))


def _compare(folder: Path, archive: Archive, timer: Timer) -> None:
    write = sys.stdout.write
    entries = list(archive.briefs)
    ours, (others, absent) = Ours(folder / "index"), peers(folder)
    write(f"{len(entries)} briefs; not here: {', '.join(absent) or 'nothing'}\n")
    for engine in (ours, *others):
        write(f"{engine.name:10} CPU ms to write one {filled(engine, entries):5.2f}  MB {engine.bytes() / 1e6:6.0f}\n")
    added = replace(entries[0], brief=len(entries))
    write(f"one more brief until found: {timer(lambda: (ours.add([added]), ours.search('CO 24-15'))):.0f} ms\n")
    records = [replace(entry, revision=2, passages=None) for entry in entries[:CORRECTED]]
    del entries
    gc.collect()
    gc.freeze()  # the texts beside the index lie in a file as a rule: nobody looks through them for what is unused
    _tables(ours, others, archive.questions, timer)
    write(f"{len(records)} records told anew: {timer(lambda: ours.index.update(records)):.0f} ms\n")
    sys.stdout.flush()
    again = [sys.executable, __file__, "--opened", str(folder / "index"), *sys.argv[1:]]
    subprocess.run(again, check=True)  # a process of its own, without all texts in its memory


def _tables(ours: Ours, others: list[Engine], questions: list[tuple[str, str]], timer: Timer) -> None:
    kinds: defaultdict[str, list[tuple[float, ...]]] = defaultdict(list)
    meant = [timer(partial(ours.suggest, text)) for kind, text in questions if kind == "misspelt"]
    for kind, text in questions:
        searches = [partial(engine.search, text) for engine in (ours, *others)]
        first = timer(searches[0])
        for search in searches[1:]:
            search()
        rounds = [[timer(search) for search in searches] for _ in range(ROUNDS)]
        kinds[kind].append((first, *map(statistics.median, zip(*rounds, strict=True))))
    write = sys.stdout.write
    write(f"{'median ms':24}{'first':>8}{'again':>8}{'worst':>8}")
    write("".join(f"{other.name:>9}{'ratio':>7}" for other in others) + "\n")
    for kind, rows in kinds.items():
        first, again, *theirs = (statistics.median(column) for column in zip(*rows, strict=True))
        write(f"{kind:24}{first:8.1f}{again:8.1f}{max(row[1] for row in rows):8.1f}")
        write("".join(f"{ms:9.1f}{again / ms:7.2f}" for ms in theirs) + "\n")
    columns = list(zip(*(row for rows in kinds.values() for row in rows), strict=True))
    for name, column in zip(("ours, first call", "ours", *(other.name for other in others)), columns, strict=True):
        times = sorted(column)
        middle, late = times[len(times) // 2], times[int(len(times) * 0.95)]
        write(f"{name:18} p50 {middle:.1f}  p95 {late:.1f}  worst {times[-1]:.1f}\n")
    if meant:
        write(f"did you mean: median {statistics.median(meant):.1f}  worst {max(meant):.1f} ms\n")


def _opened(folder: Path, questions: list[tuple[str, str]]) -> None:
    """Say how long an index takes to open, and what memory all searches in it take."""
    before, timer = _memory(), Timer(cpu=False)
    indexes: list[Index] = []
    opening = timer(lambda: indexes.append(Index.open(folder)))
    glossary = load_glossary()
    for _, text in questions:
        indexes[0].find(expand(parse(text), glossary, holds=indexes[0].holds))
    held = _memory() - before
    sys.stdout.write(f"open: {opening:.0f} ms; all searches hold {held:.0f} MB beside the files of the index\n")


def _memory() -> float:
    """Return the megabytes that this process holds now, without those of files that are mapped."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("RssAnon:")[2].split()[0]) / 1024


if __name__ == "__main__":
    main()
