"""English sentences for the command line; the window has its own, in two languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.model import ArchiveProblem, ClauseKind, FailureKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kinu_reader.model import (
        Answer,
        ArchivedBrief,
        ArchiveUnusable,
        Change,
        Clause,
        Failure,
        Hit,
        Query,
        WrongValue,
    )
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


def wrong_value(error: WrongValue, fields: Iterable[str]) -> str:
    """Say why a value was refused."""
    if error.field not in fields:
        return f"There is no field {error.field!r}. Fields: {', '.join(fields)}."
    forms = {
        "year": "a year such as 2024",
        "date": "a date such as 2024-02-20, 2024-02 or 2024",
        "language": "a language: ko or en",
        "authors": "a name, or a name with rank and division in brackets",
    }
    return f"{error.text!r} is not {forms.get(error.field, 'a value of ' + error.field)}."


def searched(query: Query) -> str:
    """Say in words what was searched."""
    said = [
        ("not " if need.banned else "") + _either([_clause(clause) for clause in need.any_of]) for need in query.needs
    ]
    return " and ".join(said)


def _either(clauses: Sequence[str]) -> str:
    return clauses[0] if len(clauses) == 1 else f"({' or '.join(clauses)})"


def _clause(clause: Clause) -> str:
    match clause.kind:
        case ClauseKind.PHRASE:
            said = f'"{clause.text}"'
        case ClauseKind.NEAR:
            said = f'"{clause.text}"~{clause.within}'
        case ClauseKind.PREFIX:
            said = f"{clause.text}*"
        case _:
            said = clause.text
    return f"{clause.field}:{said}" if clause.field else said


def record(document: Mapping[str, object], brief: ArchivedBrief) -> str:
    """Show a record, a line for each field that is known."""
    lines = [f"{key}: {value}" for key, value in document.items() if value not in (None, [], {}) and key != "authors"]
    for author in brief.record.authors:
        lines.append("author: " + ", ".join(filter(None, (author.name, author.role, author.division))))
    return "\n".join(lines)


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
