"""How well the best answers are found: nDCG@10 with linear gain, beside SQLite FTS5 in the same run.

    python tests/bench/retrieval.py [--shared DIR] [COLLECTION ...]

Each document of a collection is a brief: its title, and a passage for each of its paragraphs. A collection is a folder
of DIR/corpora/ir with docs.jsonl, queries.jsonl and qrels.tsv. A question is typed as it stands; FTS5 gets its words
joined by OR, since hardly a document has all of them.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sqlite3
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kinu_reader.index import Index, expand, load_glossary, parse
from kinu_reader.model import IndexEntry, PassageKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

DEPTH = 10
COLLECTIONS = ("cranfield", "time", "adi", "korquad1-dev-ko")
EACH = {"korquad1-dev-ko": 11}  # every so many of its questions, 500 at most
MOST = 500


@dataclass(frozen=True)
class Collection:
    """Documents (id, title, text), questions (id, text), and how relevant documents are to questions."""

    name: str
    documents: list[tuple[str, str, str]]
    questions: list[tuple[str, str]]
    relevant: dict[str, dict[str, float]]


def collection(folder: Path) -> Collection:
    """Read a collection."""
    documents = [(str(d["id"]), d.get("title") or "", d["text"]) for d in _lines(folder / "docs.jsonl")]
    relevant: dict[str, dict[str, float]] = {}
    for line in (folder / "qrels.tsv").read_text("utf-8").splitlines():
        question, document, gain = line.split()[:3]
        if float(gain) > 0:
            relevant.setdefault(question, {})[document] = float(gain)
    questions = [(str(q["id"]), q["text"]) for q in _lines(folder / "queries.jsonl")]
    questions = [question for question in questions[:: EACH.get(folder.name, 1)] if question[0] in relevant]
    return Collection(folder.name, documents, questions[:MOST], relevant)


def _lines(path: Path) -> Iterable[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def ndcg(found: list[str], relevant: dict[str, float]) -> float:
    """Return the discounted gain of the first answers as a part of the best that is possible."""
    ideal = sorted(relevant.values(), reverse=True)[:DEPTH]
    return _gain([relevant.get(document, 0.0) for document in found[:DEPTH]]) / _gain(ideal)


def _gain(gains: list[float]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))


def ours(documents: list[tuple[str, str, str]], folder: Path, *, expanded: bool) -> Callable[[str], list[str]]:
    """Return a search by our own index."""
    index = Index.open(folder)
    index.update(
        IndexEntry(n, 1, title, "", tuple((at, PassageKind.BODY, part) for at, part in enumerate(_paragraphs(text))))
        for n, (_, title, text) in enumerate(documents)
    )
    glossary = load_glossary()

    def search(text: str) -> list[str]:
        query = parse(text)
        found = index.find(expand(query, glossary, holds=index.holds) if expanded else query)
        return [documents[n][0] for n in (found.ids + found.partial)[:DEPTH]]

    return search


def _paragraphs(text: str) -> list[str]:
    return [part for part in re.split(r"\n\s*\n", text) if part.strip()]


def fts5(documents: list[tuple[str, str, str]], tokenizer: str) -> Callable[[str], list[str]]:
    """Return a search by SQLite; "bigrams" cuts Hangul into pairs of syllables, which SQLite has no tokenizer for."""
    prepare = _bigrams if tokenizer == "bigrams" else str
    connection = sqlite3.connect(":memory:")
    cut = "unicode61" if tokenizer == "bigrams" else tokenizer
    connection.execute(f"CREATE VIRTUAL TABLE text USING fts5(id UNINDEXED, title, body, tokenize='{cut}')")
    rows = ((id, prepare(title), prepare(text)) for id, title, text in documents)
    connection.executemany("INSERT INTO text VALUES (?, ?, ?)", rows)

    def search(text: str) -> list[str]:
        words = [word for word in re.findall(r"\w+", prepare(text)) if tokenizer != "trigram" or len(word) > 2]
        asked = " OR ".join(f'"{word}"' for word in words)
        ranked = "SELECT id FROM text WHERE text MATCH ? ORDER BY bm25(text), rowid LIMIT ?"
        return [row[0] for row in connection.execute(ranked, (asked, DEPTH))] if asked else []

    return search


def _bigrams(text: str) -> str:
    pairs = (
        " ".join(word[at : at + 2] for at in range(len(word) - 1))
        if "가" <= word[0] <= "힣" and len(word) > 1
        else word
        for word in re.findall(r"[가-힣]+|[^\W가-힣]+", text.lower())
    )
    return " ".join(pairs)


def measure(tested: Collection, search: Callable[[str], list[str]]) -> tuple[float, float]:
    """Return the mean nDCG@10 of a search, and the milliseconds of a question."""
    began = time.perf_counter()
    total = sum(ndcg(search(text), tested.relevant[id]) for id, text in tested.questions)
    return total / len(tested.questions), (time.perf_counter() - began) * 1000 / len(tested.questions)


def main() -> None:
    """Print a table of all collections and searches."""
    asked = argparse.ArgumentParser(description="nDCG@10 of the index, beside SQLite FTS5")
    asked.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2].parent / "shared")
    asked.add_argument("collections", nargs="*", default=COLLECTIONS)
    options = asked.parse_args()
    columns = ("ours", "ours, no-expand", "porter", "trigram", "bigrams")
    write = sys.stdout.write
    write(f"{'nDCG@10 (ms a question)':26}" + "".join(f"{name:>18}" for name in columns) + "\n")
    for name in options.collections:
        tested = collection(options.shared / "corpora" / "ir" / name)
        write(f"{name:20}{len(tested.questions):5} ")
        with tempfile.TemporaryDirectory() as folder:
            searches = [ours(tested.documents, Path(folder) / str(n), expanded=n == 0) for n in range(2)]
            searches += [fts5(tested.documents, tokenizer) for tokenizer in columns[2:]]
            for search in searches:
                score, each = measure(tested, search)
                write(f"{score:10.4f} ({each:5.1f})")
                sys.stdout.flush()
        write("\n")


if __name__ == "__main__":
    main()
