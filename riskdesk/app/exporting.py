"""The command that exports a register in one of the formats, chosen by the ending of the file."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from riskdesk.app import stores
from riskdesk.app.commands import as_of, called, pick
from riskdesk.app.speech import Counted, sentence, translate
from riskdesk.desk import transfer
from riskdesk.desk.formats import Exported, Option, Request, format_of
from riskdesk.desk.recent import Recent
from riskdesk.desk.session import Session
from riskdesk.domain.attaching import Attached
from riskdesk.domain.fields import COLUMNS
from riskdesk.domain.layouts import Layout
from riskdesk.domain.listing import Listing
from riskdesk.domain.listing_text import from_text
from riskdesk.domain.printing import Orientation, Paper, Print
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem, NotFound
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language

if TYPE_CHECKING:
    from riskdesk.desk.listing.document import ListContent


def export(options: Namespace) -> int:
    """Write a register to a file."""
    with closing(stores.reading(Path(options.file))) as session:
        tree = session.tree(pick(session.registers(), options.register, options.file).id)
        request = _request(options, session, tree)
        _tell(transfer.export(request, Path(options.out)))
    unused = ", ".join(f"--{name}" for name in _without_effect(options, request))
    if unused:
        print(translate("CommandLine", "Without effect in this file: {options}").format(options=unused))
    return 0


def _request(options: Namespace, session: Session, tree: RegisterTree) -> Request:
    layout = Layout(options.layout) if options.layout else None
    layout = layout if options.view is None else Layout.LIST
    today = as_of(options)
    request = Request(
        tree,
        _how(tree, options, layout),
        session.changed_at(),
        today,
        layout,
        template=None if options.template is None else Path(options.template),
        language=Language(options.language) if options.language else None,
        changes=Recent.of(session, tree, today),
    )
    return replace(request, list_content=_seen(request, options.view)) if layout is Layout.LIST else request


def _without_effect(options: Namespace, request: Request) -> Iterator[str]:
    """The names of options that were given, and have no effect in the format of the file or in the layout written."""
    file_format = format_of(Path(options.out))
    layout = file_format.layout_of(request)
    known = file_format.options_of(layout)
    if options.layout not in (None, layout):
        yield "layout"
    if options.print_set is not None and layout.kind is None and not known & {Option.PAPER, Option.ENDED}:
        yield "print-set"
    yield from (name for name, option in _OPTIONS.items() if getattr(options, name) and option not in known)


_OPTIONS = {
    "template": Option.TEMPLATE,
    "columns": Option.COLUMNS,
    "ended": Option.ENDED,
    "paper": Option.PAPER,
    "orientation": Option.PAPER,
    "language": Option.LANGUAGE,
    "attach": Option.ATTACH,
}


def _tell(exported: Exported) -> None:
    """Print remarks on a file that was written."""
    if exported.missing:
        text = translate("CommandLine", "Some characters cannot be printed and appear as “�”: {signs}")
        print(text.format(signs=" ".join(exported.missing)))
    if exported.left_out:
        count = exported.left_out
        print(Counted.tr("%Ln closed or rejected risk(s) left out; --ended prints them.", "", count))
    if exported.attached in _ATTACHED:
        print(translate("CommandLine", _ATTACHED[exported.attached]))
    for remark in exported.remarks:
        print(sentence(remark))


_ATTACHED = {
    Attached.ALL: QT_TRANSLATE_NOOP(
        "CommandLine",
        "The register goes along inside the file, with its notes, names and assessments; --no-attach leaves it out.",
    ),
    Attached.HELD_BACK: QT_TRANSLATE_NOOP(
        "CommandLine",
        "The register does not go along inside the file, as its handling mark may lead outside; --attach puts it in.",
    ),
}


def _how(tree: RegisterTree, options: Namespace, layout: Layout | None) -> Print:
    """The print settings: those of a print set or of the appendix, overridden by the options given."""
    how = Print() if options.print_set is None else _print_set(tree, options.print_set)
    if layout:
        how = replace(how, kind=layout.kind or how.kind, orientation=layout.orientation)
    return replace(
        how,
        paper=Paper(options.paper or how.paper),
        orientation=Orientation(options.orientation or how.orientation),
        columns=how.columns if options.columns is None else _columns(options.columns),
        ended=options.ended or how.ended,
        attach=options.attach,
    )


def _print_set(tree: RegisterTree, name: str) -> Print:
    for print_set in called(tree.print_sets, name, attrgetter("name")):
        return print_set.how
    raise NotFound(
        QT_TRANSLATE_NOOP("Problem", "The register has no print settings “{name}”; it has: {names}."),
        name=name,
        names=", ".join(print_set.name for print_set in tree.print_sets) or "–",
    )


def _seen(request: Request, name: str | None) -> "ListContent":
    """The content of the list in a saved view, or in the usual list."""
    from riskdesk.desk.listing import Context, document

    tree = request.tree
    context = Context(tree.register.scale, request.words, request.as_of)
    if name is None:
        return document.list_content(tree, Listing(), context)
    view = next(iter(called(tree.saved_views, name, attrgetter("name"))), None)
    if view is None:
        raise NotFound(
            QT_TRANSLATE_NOOP("Problem", "The register has no saved view “{name}”; it has: {names}."),
            name=name,
            names=", ".join(saved_view.name for saved_view in tree.saved_views) or "–",
        )
    return document.list_content(tree, from_text(view.listing, view.name), context, view.name)


def _columns(names: str) -> tuple[str, ...]:
    """The columns with these names, which are separated by commas."""
    chosen_columns = {name.strip() for name in names.split(",") if name.strip()}
    unknown = chosen_columns - COLUMNS.keys()
    if unknown:
        raise InputProblem(
            QT_TRANSLATE_NOOP("Problem", "There is no column “{name}”; choose among {known}."),
            name=", ".join(sorted(unknown)),
            known=", ".join(COLUMNS),
        )
    return tuple(column for column in COLUMNS if column in chosen_columns)
