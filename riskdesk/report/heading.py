"""What stands above the body of a document: its heading, the register's title, and the facts of the register."""

from collections.abc import Iterator

from riskdesk.domain.language import Words, words
from riskdesk.domain.values import Register
from riskdesk.report.flow import Flow
from riskdesk.report.fonts import Weight
from riskdesk.report.text import Type

_BELOW_SECTION = 3.0


def draw(flow: Flow, register: Register, heading: str, approval: str = "") -> None:
    """Draw the heading of a document over what the register says of itself."""
    style, said = flow.style, words(register.language)
    ink = style.colours.ink
    small = flow.type(Weight.REGULAR, style.size, ink)
    flow.canvas.bookmark(heading, 0, flow.y)
    flow.paragraph(heading, flow.type(Weight.BOLD, style.heading_size, style.colours.heading), after=2, tag="H1")
    flow.paragraph(register.title, flow.type(Weight.BOLD, style.title_size, ink), after=4)
    for fact in _facts(register, said):
        flow.paragraph(fact, small, after=0)
    flow.paragraph(approval, flow.type(Weight.ITALIC, style.size, ink), after=0)
    flow.y -= style.leading


def draw_section(flow: Flow, title: str, needed: float) -> None:
    """Draw the heading of a section, on a page that has so much room below it."""
    type_ = _section_type(flow)
    if not flow.fresh:
        flow.y -= flow.style.leading
    if flow.room < type_.leading + _BELOW_SECTION + needed:
        flow.new_page()
    flow.canvas.bookmark(title, 1, flow.y)
    flow.paragraph(title, type_, after=_BELOW_SECTION, tag="H2")


def section_height(flow: Flow) -> float:
    """How tall the heading of a section is on a page on which something stands already, in points."""
    return flow.style.leading + _section_type(flow).leading + _BELOW_SECTION


def _section_type(flow: Flow) -> Type:
    return flow.type(Weight.BOLD, flow.style.title_size, flow.style.colours.heading)


def _facts(register: Register, said: Words) -> Iterator[str]:
    date = said.date(register.date) if register.date else ""
    yield " – ".join(filter(None, (register.reference, date)))
    if register.prepared_by:
        yield said.prepared_by.format(name=register.prepared_by)
    if register.period_start or register.period_end:
        start, end = (said.date(day) if day else "…" for day in (register.period_start, register.period_end))
        yield said.period.format(start=start, end=end)
