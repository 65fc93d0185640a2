"""The engines that `speed.py` compares: ours, SQLite FTS5, and tantivy and Recoll where they are installed.

Each is told the same briefs. Ours holds a document for each passage, the others one for each brief; they find the
exact words or their English stems only, and make one snippet for each of the briefs listed, Recoll up to three. So they
do less: they count no passages, look for no second language, tell nothing that is misspelt, and know no page.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Protocol

from kinu_reader.index import Index, expand, load_glossary, marker, parse
from kinu_reader.tasks.understanding import warm_up

if TYPE_CHECKING:
    from pathlib import Path

    from kinu_reader.model import IndexEntry

LISTED, PASSAGES = 20, 3


class Engine(Protocol):
    """What can be filled and asked."""

    name: str

    def add(self, entries: list[IndexEntry]) -> None:
        """Take more briefs."""

    def search(self, text: str) -> int:
        """Answer, with words to show for each brief listed; return how many briefs there are."""

    def bytes(self) -> int:
        """Return the size on disk."""


class Ours:
    """Our index, with the texts beside it that the catalogue would hold."""

    name = "ours"

    def __init__(self, folder: Path) -> None:
        self.index = Index.open(folder)
        self.texts: dict[int, dict[int, str]] = {}
        self.glossary = load_glossary()
        warm_up()  # as the window does when it opens

    def add(self, entries: list[IndexEntry]) -> None:
        self.index.update(entries)
        self.texts.update({entry.brief: {n: text for n, _, text in entry.passages} for entry in entries})

    def search(self, text: str) -> int:
        query = expand(parse(text), self.glossary, holds=self.index.holds)
        found = self.index.find(query, depth=LISTED)
        listed = (found.ids + found.partial)[:LISTED]
        if listed:
            marks = marker(query, exact=False).marks
        for brief in listed:
            found.hits(brief)
            for number in found.best(brief, PASSAGES):
                marks(self.texts[brief][number])
        return len(found.ids)

    def suggest(self, text: str) -> tuple[str, ...]:
        return self.index.suggest(parse(text))

    def bytes(self) -> int:
        return self.index.bytes()


class Fts5:
    """SQLite's full text, one row for each brief."""

    name = "FTS5"

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = sqlite3.connect(path)
        self.connection.execute("CREATE VIRTUAL TABLE text USING fts5(title, body, tokenize='porter unicode61')")

    def add(self, entries: list[IndexEntry]) -> None:
        rows = ((entry.title, _body(entry)) for entry in entries)
        with self.connection:
            self.connection.executemany("INSERT INTO text VALUES (?, ?)", rows)

    def search(self, text: str) -> int:
        asked = _for_fts5(text)
        if not asked:
            return 0
        best = "SELECT rowid, snippet(text, 1, '[', ']', '…', 24) FROM text WHERE text MATCH ? ORDER BY rank LIMIT ?"
        self.connection.execute(best, (asked, LISTED)).fetchall()
        return int(self.connection.execute("SELECT count(*) FROM text WHERE text MATCH ?", (asked,)).fetchone()[0])

    def bytes(self) -> int:
        return self.path.stat().st_size


class Tantivy:
    """The engine of the same name, one document for each brief, with its own English stems."""

    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        self.tantivy: Any = import_module("tantivy")
        builder = self.tantivy.SchemaBuilder()
        for field in ("title", "body"):
            builder.add_text_field(field, stored=True, tokenizer_name="en_stem")
        self.schema, self.folder = builder.build(), folder
        folder.mkdir()
        self.engine = self.tantivy.Index(self.schema, path=str(folder))

    def add(self, entries: list[IndexEntry]) -> None:
        writer = self.engine.writer(heap_size=100_000_000, num_threads=1)
        for entry in entries:
            writer.add_document(self.tantivy.Document(title=entry.title, body=_body(entry)))
        writer.commit()
        writer.wait_merging_threads()
        self.engine.reload()

    def search(self, text: str) -> int:
        searcher, query = self.engine.searcher(), self._query(text)
        found = searcher.search(query, LISTED, count=True)
        snippets = self.tantivy.SnippetGenerator.create(searcher, query, self.schema, "body")
        for _, address in found.hits:
            snippets.snippet_from_doc(searcher.doc(address)).to_html()
        return int(found.count)

    def _query(self, text: str) -> Any:
        prefix = re.fullmatch(r"(\w+)\*", text)
        if prefix:
            return self.tantivy.Query.regex_query(self.schema, "body", f"{prefix[1].lower()}.*")
        words = re.findall(r'"[^"]*"(?:~\d+)?|\w+', text)
        joined = " ".join(word if word == "OR" or word[0] == '"' else f'"{word}"' for word in words)
        return self.engine.parse_query(joined, ["title", "body"], conjunction_by_default=True)

    def bytes(self) -> int:
        return sum(path.stat().st_size for path in self.folder.iterdir())


class Recoll:
    """Recoll, one text file for each brief, by its module for Python."""

    name = "Recoll"

    def __init__(self, folder: Path) -> None:
        self.recoll: Any = import_module("recoll.recoll")
        self.folder, self.files = folder, folder / "files"
        self.files.mkdir(parents=True)
        (folder / "recoll.conf").write_text(f"topdirs = {self.files}\nloglevel = 1\n")
        self.opened: Any = None

    def add(self, entries: list[IndexEntry]) -> None:
        for entry in entries:
            (self.files / f"{entry.brief}.txt").write_text(f"{entry.title}\n{_body(entry)}", "utf-8")
        subprocess.run(["recollindex", "-c", str(self.folder)], check=True, capture_output=True)
        self.opened = None

    def search(self, text: str) -> int:
        self.opened = self.opened or self.recoll.connect(confdir=str(self.folder))
        near = re.fullmatch(r'"([^"]+)"~(\d+)', text)
        query = self.opened.query()
        found = int(query.execute(f'"{near[1]}"po{near[2]}' if near else text, stemming=1))
        if found > 0:  # it refuses a prefix of too many words
            for document in query.fetchmany(LISTED):
                query.getsnippets(document, maxoccs=PASSAGES)
        return max(0, found)

    def bytes(self) -> int:
        return sum(path.stat().st_size for path in (self.folder / "xapiandb").iterdir())


def peers(folder: Path) -> tuple[list[Engine], list[str]]:
    """Return the other engines, empty, and the names of those that are not here."""
    here: list[Engine] = [Fts5(folder / "fts5.sqlite")]
    absent = []
    if find_spec("tantivy"):
        here.append(Tantivy(folder / "tantivy"))
    else:
        absent.append("tantivy")
    if shutil.which("recollindex") and find_spec("recoll"):
        here.append(Recoll(folder / "recoll"))
    else:
        absent.append("Recoll")
    return here, absent


def _body(entry: IndexEntry) -> str:
    return "\n".join([entry.record, *(text for _, text in entry.fields), *(text for _, _, text in entry.passages)])


def _for_fts5(text: str) -> str:
    """Return our query language in FTS5's."""
    near = re.fullmatch(r'"([^"]+)"~(\d+)', text)
    if near:
        return f"NEAR({' '.join(near[1].split())}, {near[2]})"
    parts = re.findall(r'"[^"]*"|\S+', text)
    return " ".join(
        part if part == "OR" or part[0] == '"' else f'"{part.rstrip("*")}"' + "*" * part.endswith("*") for part in parts
    )
