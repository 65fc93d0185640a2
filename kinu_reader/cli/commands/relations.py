"""What briefs are to one another: duplicates, editions, and former versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kinu_reader.cli import words
from kinu_reader.cli.asking import (
    NotFound,
    Said,
    WrongUsage,
    brief_named,
    folder_of,
    ids_named,
    progress_of,
    take_brief,
)
from kinu_reader.tasks import duplicates, editions
from kinu_reader.tasks.archive import opened
from kinu_reader.tasks.versions import Edit, difference, versions

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from kinu_reader.cli.asking import Command
    from kinu_reader.cli.shapes import Document
    from kinu_reader.tasks.archive import Archive
    from kinu_reader.tasks.duplicates import DuplicateGroup
    from kinu_reader.tasks.editions import Proposal
    from kinu_reader.tasks.versions import Paragraph

SAMENESS = {duplicates.Sameness.CODE: "same code", duplicates.Sameness.TEXT: "same text"}


def add(command: Command) -> None:
    """Add the commands."""
    twice = command("duplicates", "Show briefs that may be there more than once, or put them right.")
    twice.set_defaults(run=run_duplicates)
    twice.add_argument("--keep", metavar="BRIEF", help="keep this one; with --drop")
    twice.add_argument("--drop", nargs="+", default=[], metavar="BRIEF", help="put these into the bin")
    twice.add_argument("--not", dest="distinct", nargs=2, metavar="BRIEF", help="these two are not the same")
    pairs = command("editions", "Show briefs that may be editions of one, or say whether two are.")
    pairs.set_defaults(run=run_editions)
    said = pairs.add_mutually_exclusive_group()
    said.add_argument("--confirm", nargs=2, metavar="BRIEF", help="these two are editions of one")
    said.add_argument("--refuse", nargs=2, metavar="BRIEF", help="these two are not")
    former = command("versions", "Show the former versions of a brief, or what has changed since.")
    former.set_defaults(run=run_versions)
    take_brief(former)
    former.add_argument("--diff", action="store_true", help="what has changed since the version before")
    former.add_argument("--since", metavar="SHA256", help="with --diff: since this version (its first letters will do)")


# -- duplicates


def run_duplicates(options: argparse.Namespace) -> Said:
    """Show duplicates, put some away, or tell two briefs apart."""
    if bool(options.keep) != bool(options.drop):
        raise WrongUsage("Name the brief to --keep and those to --drop.")
    with opened(folder_of(options)) as archive:
        if options.keep:
            return _resolved(archive, options.keep, options.drop)
        if options.distinct:
            one, other = ids_named(archive, options.distinct)
            if one == other:
                raise WrongUsage("Name two briefs.")
            duplicates.not_duplicates(archive, one, other)
            return Said({"distinct": [one, other]}, f"{one} and {other} are no longer taken for duplicates.")
        with progress_of(options) as progress:
            found = duplicates.groups(archive, progress)
    return Said({"groups": list(map(_group, found))}, "\n\n".join(map(_group_said, found)) or "No duplicates.")


def _resolved(archive: Archive, keep: str, drop: list[str]) -> Said:
    kept, dropped = brief_named(archive, keep).id, ids_named(archive, drop)
    if kept in dropped:
        raise WrongUsage("A brief cannot be both kept and dropped.")
    done = duplicates.resolve(archive, kept, dropped)
    offers = [{"field": offer.field, "value": str(offer.value), "brief": offer.brief} for offer in done.offers]
    lines = [f"{kept} is kept; {len(dropped)} in the bin; kinu-reader undelete brings them back."]
    lines += [f"  {offer['brief']} had {offer['field']}={offer['value']}" for offer in offers]
    return Said({"kept": kept, "dropped": dropped, "offers": offers}, "\n".join(lines))


def _group(group: DuplicateGroup) -> Document:
    return {
        "briefs": [card.id for card in group.cards],
        "pairs": [
            {
                "briefs": [likeness.one, likeness.other],
                "reasons": list(likeness.reasons),
                "similarity": None if likeness.similarity is None else round(likeness.similarity, 3),
            }
            for likeness in group.likenesses
        ],
    }


def _group_said(group: DuplicateGroup) -> str:
    lines = [words.card(card) for card in group.cards]
    for likeness in group.likenesses:
        why = ", ".join(SAMENESS[reason] for reason in likeness.reasons)
        share = "" if likeness.similarity is None else f" ({likeness.similarity:.0%})"
        lines.append(f"    {likeness.one} = {likeness.other}: {why}{share}")
    return "\n".join(lines)


# -- editions


def run_editions(options: argparse.Namespace) -> Said:
    """Show pairs that may be editions, or keep what a person says of two briefs."""
    with opened(folder_of(options)) as archive:
        if names := options.confirm or options.refuse:
            one, other = ids_named(archive, names)
            if one == other:
                raise WrongUsage("Name two briefs.")
            (editions.confirm if options.confirm else editions.refuse)(archive, one, other)
            are = "editions of one" if options.confirm else "not editions of one"
            return Said({"editions": [one, other], "holds": bool(options.confirm)}, f"{one} and {other} are {are}.")
        with progress_of(options) as progress:
            found = editions.proposals(archive, progress)
    return Said({"proposals": list(map(_proposal, found))}, "\n\n".join(map(_proposal_said, found)) or "No proposals.")


def _proposal(proposal: Proposal) -> Document:
    return {
        "briefs": [proposal.one.id, proposal.other.id],
        "score": round(proposal.score, 3),
        "shown": proposal.shown,
        "reasons": [
            {"evidence": reason.evidence, "strength": round(reason.strength, 3), "said": reason.said}
            for reason in proposal.reasons
        ],
    }


def _proposal_said(proposal: Proposal) -> str:
    lines = [words.card(proposal.one), words.card(proposal.other)]
    lines += [f"    same {reason.evidence}: {reason.said}" for reason in proposal.reasons]
    return "\n".join(lines)


# -- versions


def run_versions(options: argparse.Namespace) -> Said:
    """Show the former versions of a brief, or what has changed."""
    with opened(folder_of(options)) as archive:
        brief = brief_named(archive, options.brief)
        former = versions(archive, brief.id)
        document: Document = {
            "id": brief.id,
            "versions": [
                {"sha256": v.sha256, "file": v.file, "replaced_at": v.replaced_at, "text": v.has_text} for v in former
            ],
        }
        if not options.diff:
            lines = [
                f"{v.replaced_at}  {v.file}  {v.sha256}{'' if v.has_text else '  (text not kept)'}" for v in former
            ]
            return Said(document, "\n".join(lines) or f"{options.brief} has had no other version.")
        chosen = [v for v in former if v.has_text and v.sha256.startswith(options.since or "")]
        changes = difference(archive, brief.id, chosen[0].sha256) if chosen else None
    if changes is None:
        raise NotFound(f"No former version of {options.brief!r} has a text to compare with.")
    document["since"], document["changes"] = chosen[0].sha256, list(map(_paragraph, changes))
    return Said(document, _difference(changes))


def _paragraph(paragraph: Paragraph) -> Document:
    return {
        "edit": paragraph.edit,
        "before": paragraph.before,
        "after": paragraph.after,
        "words": [{"edit": piece.edit, "text": piece.text} for piece in paragraph.words],
    }


def _difference(changes: Iterable[Paragraph]) -> str:
    """Return what changed: paragraphs gone (-) and new (+); of changed ones both, with what differs in brackets."""
    lines = []
    for paragraph in changes:
        match paragraph.edit:
            case Edit.REMOVED:
                lines.append(f"- {_line(paragraph.before)}")
            case Edit.ADDED:
                lines.append(f"+ {_line(paragraph.after)}")
            case Edit.CHANGED:
                lines += [f"- {_marked(paragraph, Edit.REMOVED)}", f"+ {_marked(paragraph, Edit.ADDED)}"]
    return "\n".join(lines) or "The text is the same."


def _marked(paragraph: Paragraph, edit: Edit) -> str:
    """Return one side of a changed paragraph, what stands only there in brackets."""
    said = ""
    for piece in paragraph.words:
        if piece.edit is Edit.EQUAL:
            said += piece.text
        elif piece.edit is edit:
            words = piece.text.rstrip()
            said += f"[{words}]{piece.text[len(words) :]}"
    return _line(said)


def _line(text: str) -> str:
    return " ".join(text.split())
