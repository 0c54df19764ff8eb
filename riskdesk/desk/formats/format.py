"""An export format, a request for an export, and its result."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from riskdesk.desk import registers
from riskdesk.domain.attaching import Attached
from riskdesk.domain.label import Label
from riskdesk.domain.layouts import Layout
from riskdesk.domain.printing import Print
from riskdesk.domain.problems import QT_TRANSLATE_NOOP, InputProblem, Problem
from riskdesk.domain.progress import Checkpoint
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language, Register

if TYPE_CHECKING:
    from riskdesk.desk.listing.document import ListContent
    from riskdesk.desk.recent import Recent


class Option(StrEnum):
    """The options of exports; each format names those that it supports."""

    # The language of the words in the file.
    LANGUAGE = "language"
    # Size and orientation.
    PAPER = "paper"
    # The columns of the working register.
    COLUMNS = "columns"
    # Which assessments a matrix shows.
    SIDES = "sides"
    # Whether closed and rejected risks are included, for layouts that usually omit them.
    ENDED = "ended"
    # Whether the register is attached to a PDF.
    ATTACH = "attach"
    # Whether the file is opened afterwards, in the usual program for such files.
    OPEN = "open"
    # A Word file of the user's office whose styles are used.
    TEMPLATE = "template"


# The layouts in which an option has an effect, if not in all.
_LAYOUTS = {
    Option.COLUMNS: (Layout.WORKING,),
    Option.SIDES: (Layout.MATRIX,),
    Option.ENDED: (Layout.APPENDIX, Layout.MATRIX, Layout.SUMMARY, Layout.PM2, Layout.EU_ACTION),
    Option.ATTACH: tuple(layout for layout in Layout if layout.kind is not None),
}


@dataclass(frozen=True, slots=True)
class Request:
    """A request for an export: the content and the way to export it.

    `changed_at` is when the register was last changed, `as_of` the day for which overdue mitigations and due reviews
    are determined. `layout` is None for the document of `how`, or for the usual layout of the format if it does not
    have that document. `list_content` is the content of a list, for the layout of lists. The words of the file are in
    `language`, or in that of the register if it is None; where the tree has the register in that language, `original`
    is the register as it is. `changes` are the recent changes, for formats that show them.
    """

    tree: RegisterTree
    how: Print
    changed_at: datetime.datetime
    as_of: datetime.date
    layout: Layout | None = None
    list_content: "ListContent | None" = None
    template: Path | None = None
    language: Language | None = None
    changes: "Recent | None" = None
    original: Register | None = None

    @property
    def words(self) -> Language:
        """The language of the words in the file."""
        return self.language or self.tree.register.language


@dataclass(frozen=True, slots=True)
class Exported:
    """The bytes of a file, and facts about the export for the user.

    `missing` are the characters that no font has, `left_out` is the number of ended risks that were omitted, `attached`
    tells what of the register is inside a PDF, and `remarks` are sentences about content that had to be changed, such
    as the text of a cell that is too long.
    """

    data: bytes
    missing: tuple[str, ...] = ()
    left_out: int = 0
    attached: Attached = Attached.NOTHING
    remarks: tuple[Problem, ...] = ()


Writer: TypeAlias = Callable[[Request, Checkpoint], Exported]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its ending with the dot, its name, its layouts (the usual one first) and options.

    `write` is called with a request for one of these layouts and a checkpoint that may cancel it; it imports what it
    needs.
    """

    ending: str
    label: Label
    layouts: tuple[Layout, ...]
    write: Writer
    options: frozenset[Option] = frozenset()

    @property
    def name(self) -> str:
        """The name of the format: its ending in capitals, as people call it."""
        return self.ending.removeprefix(".").upper()

    def options_of(self, layout: Layout) -> frozenset[Option]:
        """The options that have an effect in a layout."""
        return frozenset(option for option in self.options if layout in _LAYOUTS.get(option, Layout))

    def fitted(self, request: Request) -> Request:
        """The request with its layout filled in; InputProblem if the format does not support what is requested."""
        if request.template is not None and Option.TEMPLATE not in self.options:
            raise InputProblem(
                QT_TRANSLATE_NOOP("Problem", "The format {format} takes no template; leave it out, or choose .docx."),
                format=self.name,
            )
        layout = self.layout_of(request)
        if layout not in self.layouts:
            raise InputProblem(
                QT_TRANSLATE_NOOP("Problem", "The format {format} has no layout “{name}”; choose one of {known}."),
                format=self.name,
                name=layout.value,
                known=", ".join(self.layouts),
            )
        kind, tree = layout.kind, request.tree
        original = request.original or tree.register
        if layout is not Layout.REGISTER:
            # A whole register can be read back, so it keeps its own language.
            tree = replace(tree, register=registers.in_language(tree.register, request.words))
        how = replace(request.how, kind=kind) if kind else request.how
        return replace(request, layout=layout, tree=tree, how=how, language=request.words, original=original)

    def layout_of(self, request: Request) -> Layout:
        """The layout that is requested; else that of the document, or the usual one if there is no such layout."""
        document = Layout(request.how.kind.value)
        return request.layout or (document if document in self.layouts else self.layouts[0])


def unknown_format(file: Path, endings: Iterable[str]) -> InputProblem:
    """The problem that the ending of a file is unknown."""
    return InputProblem(
        QT_TRANSLATE_NOOP("Problem", "The ending of {file} is no format that Riskdesk knows; choose one of {known}."),
        file=file,
        known=", ".join(endings),
    )
