"""Renders a register as a PDF."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from riskdesk.domain.attaching import Attached, attached
from riskdesk.domain.ended import left_out, printed
from riskdesk.domain.language import TAGS, words
from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.tree import RegisterTree, marked_tree
from riskdesk.domain.values import Register
from riskdesk.report.epoch import source_date

if TYPE_CHECKING:
    from riskdesk.report.canvas import Canvas
    from riskdesk.report.flow import Flow


@dataclass(frozen=True)
class Rendered:
    """A PDF; `missing` are the characters that no font has, which are printed as U+FFFD.

    `left_out` is the number of closed and rejected risks that are not printed, `attached` tells how much of the
    register is attached.
    """

    data: bytes
    pages: int
    missing: tuple[str, ...]
    left_out: int = 0
    attached: Attached = Attached.NOTHING


def begun(register: Register, how: Print, created_at: datetime.datetime, subject: str) -> "tuple[Canvas, Flow]":
    """Begin a document of a register, dated `created_at` or by SOURCE_DATE_EPOCH, with its first page."""
    from riskdesk.report.canvas import Canvas
    from riskdesk.report.flow import Flow, Running
    from riskdesk.report.metadata import Facts
    from riskdesk.report.style import style
    from riskdesk.report.text import is_blank

    title = subject if is_blank(register.title) else register.title
    facts = Facts(title, register.prepared_by, subject, TAGS[register.language], source_date() or created_at)
    canvas = Canvas(style(how.kind).extent(how), facts)
    page_of = words(register.language).page
    running = Running(register.title, register.reference, register.handling_mark, page_of)
    return canvas, Flow(canvas, style(how.kind), running)


def render(
    tree: RegisterTree,
    how: Print,
    created_at: datetime.datetime,
    as_of: datetime.date,
    checkpoint: Checkpoint = never_cancelled,
    original: Register | None = None,
) -> Rendered:
    """A register as a PDF, dated `created_at`; the same values always give the same bytes.

    If SOURCE_DATE_EPOCH is set, it is the date instead (reproducible-builds.org). `as_of` is the day on
    which mitigations count as overdue and reviews as due. `checkpoint` may cancel it. If the tree has the register in
    another language for the words of the document, `original` is the register as it is: its texts are marked with its
    language, and it is the one attached.
    """
    # Loaded on first use, as ReportLab would slow down every start.
    from riskdesk.report import appendix, matrix, summary, working
    from riskdesk.report.attached import attachment
    from riskdesk.report.heading import document_heading

    register = tree.register
    canvas, flow = begun(register, how, created_at, document_heading(register, how.kind))
    original, without = original or register, 0 if how.prints_ended else left_out(tree)
    shown_tree = printed(tree, how)
    drawn_tree = marked_tree(shown_tree, original)
    rows = max(1, sum(1 for _ in shown_tree.entries))
    draw: dict[DocumentKind, Callable[[], Iterator[None]]] = {
        DocumentKind.APPENDIX: lambda: appendix.draw(flow, drawn_tree),
        DocumentKind.WORKING: lambda: working.draw(flow, drawn_tree, how),
        DocumentKind.MATRIX: lambda: matrix.draw(flow, drawn_tree, how.sides, without),
        DocumentKind.SUMMARY: lambda: summary.draw(flow, drawn_tree, as_of, without),
    }
    for done, _ in enumerate(draw[how.kind]()):
        # There are more steps than rows, for headings and legends.
        checkpoint(min(done / rows, 1.0))
    flow.finish()
    inside, whole, shown = attached(register, how), *(replace(each, register=original) for each in (tree, shown_tree))
    data = canvas.file(attachment(whole, shown, inside))
    return Rendered(data, canvas.pages, tuple(canvas.missing), without, inside)
