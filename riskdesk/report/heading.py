"""The heading of a document, with the title and the facts of the register, and the headings of its sections."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from riskdesk.domain.facts import facts
from riskdesk.domain.language import words
from riskdesk.domain.printing import DocumentKind
from riskdesk.domain.terms import left_out_text, terms
from riskdesk.domain.values import Register
from riskdesk.report.flow import Flow
from riskdesk.report.fonts import Weight
from riskdesk.report.text import Type, is_blank, plain

_BELOW_SECTION = 3.0
_BETWEEN, _DENSE, _DENSE_LINES = " · ", 8 / 9, 3


def document_heading(register: Register, kind: DocumentKind) -> str:
    """The heading of a document: the name of its kind; for the appendix that of the register, or the usual one."""
    if kind is not DocumentKind.APPENDIX:
        return terms(register.language).kinds[kind]
    return words(register.language).heading if is_blank(register.heading) else register.heading


def draw(flow: Flow, register: Register, heading: str, approval: str = "") -> None:
    """Draw the heading of a document with the title and facts of the register, a line for each fact."""
    _draw(flow, register, heading, list(facts(register, words(register.language))), approval)


def draw_dense(flow: Flow, register: Register, heading: str, left_out: int) -> None:
    """Draw the heading of a document that should fit on one page; the text below it becomes smaller.

    It also has the number of risks left out, if there are any.
    """
    small = flow.type(Weight.REGULAR, flow.style.size, flow.style.colours.ink)
    bold = flow.type(Weight.BOLD, flow.style.title_size, flow.style.colours.ink)
    texts = filter(None, (*facts(register, words(register.language)), left_out_text(register.language, left_out)))
    packed = _packed(texts, small, flow.width)
    fact_lines = [line for fact in packed for line in small.at_most(fact, flow.width, _DENSE_LINES)]
    title = "\n".join(bold.at_most(register.title, flow.width, _DENSE_LINES))
    _draw(flow, replace(register, title=title), heading, fact_lines)
    flow.style = flow.style.smaller(_DENSE)


def _draw(flow: Flow, register: Register, heading: str, fact_lines: Sequence[str], approval: str = "") -> None:
    style = flow.style
    ink = style.colours.ink
    small = flow.type(Weight.REGULAR, style.size, ink)
    flow.canvas.bookmark(heading, 0, flow.y)
    flow.paragraph(heading, flow.type(Weight.BOLD, style.heading_size, style.colours.heading), after=2, tag="H1")
    flow.paragraph(register.title, flow.type(Weight.BOLD, style.title_size, ink), after=4)
    for fact in fact_lines:
        flow.paragraph(fact, small, after=0, rtl=False)
    flow.paragraph(approval, flow.type(Weight.ITALIC, style.size, ink), after=0)
    flow.y -= style.leading


def draw_section(flow: Flow, title: str, needed: float) -> None:
    """Draw the heading of a section, on a new page if less than a height is left below it."""
    type_ = _section_type(flow)
    if not flow.fresh:
        flow.y -= flow.style.leading
    if flow.room < type_.leading + _BELOW_SECTION + needed:
        flow.new_page()
    flow.canvas.bookmark(title, 1, flow.y)
    flow.paragraph(title, type_, after=_BELOW_SECTION, tag="H2")


def section_height(flow: Flow) -> float:
    """The height of the heading of a section that is not at the top of a page, in points."""
    return flow.style.leading + _section_type(flow).leading + _BELOW_SECTION


def _packed(texts: Iterable[str], type_: Type, width: float) -> list[str]:
    """Facts beside each other as far as they fit on a line."""
    packed: list[str] = []
    for fact in texts:
        beside = _BETWEEN.join((*packed[-1:], fact))
        packed[-1:] = [beside] if type_.width(plain(beside)) <= width else [*packed[-1:], fact]
    return packed


def _section_type(flow: Flow) -> Type:
    return flow.type(Weight.BOLD, flow.style.title_size, flow.style.colours.heading)
