"""English sentences for the command line; the window has its own, in two languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.model import ArchiveProblem, ClauseKind, FailureKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kinu_reader.model import Answer, ArchivedBrief, ArchiveUnusable, Change, Clause, Failure, Hit, Query
    from kinu_reader.model import SearchResult as Result

REASONS = {
    FailureKind.UNREADABLE: "the file is damaged or cannot be opened",
    FailureKind.ENCRYPTED: "the file opens only with a password",
    FailureKind.EMPTY: "the file is empty",
    FailureKind.NOT_A_DOCUMENT: "the file is not what its name says: neither a PDF nor a text",
    FailureKind.TOO_LARGE: "the file is too large to read safely",
    FailureKind.TIMEOUT: "reading took too long and was stopped (allow more with --timeout)",
    FailureKind.NO_TEXT: "the file has no text",
    FailureKind.UNSUPPORTED: "only .pdf, .txt and .md files can be imported",
}

PROBLEMS = {
    ArchiveProblem.LOCKED: "The archive {} is in use by another program. Close it, or try again in a moment.",
    ArchiveProblem.NEWER: "The archive {} was written by a newer Kinu Reader. Open it with that version.",
    ArchiveProblem.DAMAGED: "The catalogue of the archive {} is damaged ({detail}). Restore it from a backup.",
    ArchiveProblem.NO_SPACE: "There is no space left for the archive {}. Free some space and try again.",
    ArchiveProblem.READ_ONLY: "The archive {} cannot be written. Check its permissions, or copy it to another place.",
    ArchiveProblem.NOT_AN_ARCHIVE: "There is no archive in {}. Import briefs to make one: kinu-reader import FOLDER.",
}


def reason(failure: Failure) -> str:
    """Say why a file could not be imported."""
    return REASONS[failure.kind]


def why_unusable(error: ArchiveUnusable) -> str:
    """Say why an archive cannot be used, and what to do."""
    return PROBLEMS[error.problem].format(error.folder, detail=error.detail)


def searched(query: Query) -> str:
    """Say in words what was searched."""
    said = [
        ("not " if need.banned else "") + _either([_clause(clause) for clause in need.any_of]) for need in query.needs
    ]
    return " and ".join(said)


def _either(clauses: Sequence[str]) -> str:
    return clauses[0] if len(clauses) == 1 else f"({' or '.join(clauses)})"


def _clause(clause: Clause) -> str:
    return {ClauseKind.WORD: "{}", ClauseKind.PHRASE: '"{}"', ClauseKind.PREFIX: "{}*"}[clause.kind].format(clause.text)


def change(result: Change) -> str:
    """Sum up an import."""
    counts = [
        (len(result.added), "added"),
        (len(result.already), "already in the archive"),
        (len(result.updated), "new versions"),
        (len(result.failed), "could not be read"),
    ]
    lines = [
        ", ".join(f"{n} {what}" for n, what in counts if n) or "Nothing to import: no .pdf, .txt or .md file there"
    ]
    lines += [f"  {failure.path}: {reason(failure)}" for failure in result.failed]
    if result.cancelled:
        lines.append("Stopped. Run the same command again to go on.")
    return "\n".join(lines)


def result(found: Result) -> str:
    """Show results as a person reads them."""
    if not found.query.needs:
        return f"Nothing in {found.request.text!r} can be searched."
    lines = [
        f"{_number(found.total, 'brief')}, {_number(found.passages, 'passage')}; searched: {searched(found.query)}"
    ]
    if found.query.plain:
        lines.append("(the operators made no sense together: searched as plain words)")
    for answer in found.answers:
        lines += ["", *_answer(answer)]
    return "\n".join(lines)


def _answer(answer: Answer) -> list[str]:
    lines = [line(answer.brief)]
    if answer.lacks:
        lines.append(f"    lacks: {', '.join(answer.lacks)}")
    return lines + [f"    {_where(hit):>6}  {_snippet(hit)}" for hit in answer.passages]


def _where(hit: Hit) -> str:
    return f"p. {hit.page_label}" if hit.page_label else f"¶ {hit.passage + 1}"


def _snippet(hit: Hit, width: int = 160) -> str:
    """Return the words around the leading mark, the marks in brackets."""
    first = hit.highlights[hit.lead][0] if hit.highlights else 0
    start = max(0, first - width // 3)
    end = min(len(hit.text), start + width)
    shown, at = "…" if start else "", start
    for a, b in hit.highlights:
        if start <= a and b <= end:
            shown += f"{hit.text[at:a]}[{hit.text[a:b]}]"
            at = b
    return (shown + hit.text[at:end] + ("…" if end < len(hit.text) else "")).replace("\n", " ")


def line(brief: ArchivedBrief) -> str:
    """Return a brief in one line."""
    record = brief.record
    facts = [record.code, "; ".join(author.name for author in record.authors), record.date, record.language]
    return f"[{brief.id}] {record.title or brief.file}  ({' · '.join(filter(None, facts))})"


def _number(n: int, noun: str) -> str:
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"
