"""How fast it is: every kind of query over a generated archive, beside SQLite FTS5 in the same run.

    python tests/bench/speed.py [--briefs 10000] [--shared DIR]

The briefs are made by DIR/bench/make_archive.py, which also names the questions; without it they are rows of made-up
words. A search is all that a person waits for: text to query, expansion, briefs, the best passages of the first twenty
and the marks in them. FTS5 holds each brief as one row, and gives the count and the first twenty with a snippet.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import re
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kinu_reader.index import Index, expand, highlights, load_glossary, parse
from kinu_reader.model import Field, IndexEntry, PassageKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

LISTED, PASSAGES = 20, 3
ROUNDS = 5
BATCH = 500


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


# ---- the two engines


class Ours:
    """Our index, with the texts beside it that the catalogue would hold."""

    def __init__(self, folder: Path) -> None:
        self.index = Index.open(folder)
        self.texts: dict[int, dict[int, str]] = {}
        self.glossary = load_glossary()

    def add(self, entries: list[IndexEntry]) -> None:
        self.index.update(entries)
        self.texts.update({entry.brief: {n: text for n, _, text in entry.passages} for entry in entries})

    def search(self, text: str) -> int:
        query = expand(parse(text), self.glossary, holds=self.index.holds)
        found = self.index.find(query)
        for brief in (found.ids + found.partial)[:LISTED]:
            found.hits(brief)
            for number in found.best(brief, PASSAGES):
                highlights(query, self.texts[brief][number])
        return len(found.ids)


class Fts5:
    """SQLite's full text, one row for each brief."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path)
        self.connection.execute("CREATE VIRTUAL TABLE text USING fts5(title, body, tokenize='porter unicode61')")

    def add(self, entries: list[IndexEntry]) -> None:
        rows = (
            (e.title, "\n".join([e.record, *(t for _, t in e.fields), *(t for _, _, t in e.passages)])) for e in entries
        )
        with self.connection:
            self.connection.executemany("INSERT INTO text VALUES (?, ?)", rows)

    def search(self, text: str) -> int:
        asked = _asked(text)
        if not asked:
            return 0
        best = "SELECT rowid, snippet(text, 1, '[', ']', '…', 24) FROM text WHERE text MATCH ? ORDER BY rank LIMIT ?"
        self.connection.execute(best, (asked, LISTED)).fetchall()
        return int(self.connection.execute("SELECT count(*) FROM text WHERE text MATCH ?", (asked,)).fetchone()[0])


def _asked(text: str) -> str:
    """Return our query language in FTS5's."""
    near = re.fullmatch(r'"([^"]+)"~(\d+)', text)
    if near:
        return f"NEAR({' '.join(near[1].split())}, {near[2]})"
    parts = re.findall(r'"[^"]*"|\S+', text)
    return " ".join(
        part if part == "OR" or part[0] == '"' else f'"{part.rstrip("*")}"' + "*" * part.endswith("*") for part in parts
    )


# ---- measuring


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds that a piece of work takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def filled(engine: Ours | Fts5, entries: list[IndexEntry]) -> float:
    """Add all briefs in batches; return the CPU milliseconds of one."""
    began = time.process_time()
    for first in range(0, len(entries), BATCH):
        engine.add(entries[first : first + BATCH])
    return (time.process_time() - began) * 1000 / len(entries)


def main() -> None:
    """Print a table of all kinds of query."""
    asked = argparse.ArgumentParser(description="milliseconds of a search, beside SQLite FTS5")
    asked.add_argument("--briefs", type=int, default=10_000)
    asked.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2].parent / "shared")
    options = asked.parse_args()
    there = (options.shared / "bench" / "make_archive.py").is_file()
    archive = generated(options.shared, options.briefs) if there else made_up(options.briefs)
    entries = list(archive.briefs)
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Ours(Path(folder) / "index"), Fts5(Path(folder) / "fts5.sqlite")
        written = filled(ours, entries), filled(theirs, entries)
        sizes = ours.index.bytes() / 1e6, (Path(folder) / "fts5.sqlite").stat().st_size / 1e6
        write = sys.stdout.write
        write("{} briefs, CPU ms to write one: {:.2f}, FTS5 {:.2f}\n".format(len(entries), *written))
        write("size: {:.0f} MB, FTS5 {:.0f} MB\n".format(*sizes))
        added = replace(entries[0], brief=len(entries))
        write(f"one more brief until found: {timed(lambda: (ours.add([added]), ours.search('CO 24-15'))):.0f} ms\n")
        _compare(ours, theirs, archive.questions)
        write(f"memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB with all texts\n")


def _compare(ours: Ours, theirs: Fts5, questions: list[tuple[str, str]]) -> None:
    kinds: defaultdict[str, list[tuple[float, float, float]]] = defaultdict(list)
    for kind, text in questions:
        first = timed(partial(ours.search, text))
        theirs.search(text)
        rounds = [(timed(partial(ours.search, text)), timed(partial(theirs.search, text))) for _ in range(ROUNDS)]
        kinds[kind].append((first, *map(statistics.median, zip(*rounds, strict=True))))
    write = sys.stdout.write
    write(f"{'median ms':24}{'first':>8}{'again':>8}{'worst':>8}{'FTS5':>8}{'ratio':>8}\n")
    for kind, rows in kinds.items():
        first, again, fts5 = (statistics.median(column) for column in zip(*rows, strict=True))
        worst = max(row[1] for row in rows)
        write(f"{kind:24}{first:8.1f}{again:8.1f}{worst:8.1f}{fts5:8.1f}{again / fts5:8.2f}\n")
    rows = [row for each in kinds.values() for row in each]
    for name, column in (("ours", 1), ("ours, first call", 0), ("FTS5", 2)):
        times = sorted(row[column] for row in rows)
        middle, late = times[len(times) // 2], times[int(len(times) * 0.95)]
        write(f"{name:18} p50 {middle:.1f}  p95 {late:.1f}  worst {times[-1]:.1f}\n")


if __name__ == "__main__":
    main()
