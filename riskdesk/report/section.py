"""A section of a document that should fit on a page; its height is known before it is drawn."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from riskdesk.report import heading
from riskdesk.report.flow import Flow
from riskdesk.report.fonts import Weight
from riskdesk.report.group import Group
from riskdesk.report.table import Block, Table
from riskdesk.report.text import Type

# The least number of rows with which a table is begun on a page.
_FEWEST = 3
# The space between a table and the note below it, in points.
_AIR = 3.0


@dataclass(frozen=True)
class Section:
    """A heading, a table if there are rows, and a note if there is one.

    `note` makes the text of the note from the number of rows that are shown.
    """

    flow: Flow
    title: str
    table: Table
    groups: Sequence[Group] = ()
    note: Callable[[int], str] = lambda _shown: ""

    @property
    def height(self) -> float:
        """The height of the section in points, with the space above the heading."""
        return self._height_of(len(self.groups))

    def fitted(self) -> "Section | None":
        """The section with the rows that fit on this page; None if there are too few for a heading."""
        room = self.flow.room
        count = next((count for count in range(len(self.groups), 0, -1) if self._height_of(count) <= room), 0)
        if count < min(_FEWEST, len(self.groups)) or self._height_of(count) > room:
            return None
        return replace(self, groups=self.groups[:count])

    def draw(self) -> Iterator[None]:
        """Draw it, reporting each row."""
        heading.draw_section(self.flow, self.title, self._heights(min(_FEWEST, len(self.groups))))
        if self.groups:
            yield from self.table.draw([Block(None, self.groups)])
        note = self.note(len(self.groups))
        self.flow.y -= _AIR if note and self.groups else 0
        self.flow.paragraph(note, self._small, after=0)

    def _height_of(self, count: int) -> float:
        """The height with `count` rows, in points."""
        lines = len(self._small.lines(self.note(count), self.flow.width))
        note = lines * self._small.leading + (_AIR if lines and count else 0)
        return heading.section_height(self.flow) + self._heights(count) + note

    @property
    def _small(self) -> Type:
        return self.flow.type(Weight.REGULAR, self.flow.style.size, self.flow.style.colours.ink)

    def _heights(self, count: int) -> float:
        """The height of the table with `count` rows."""
        return self.table.head_height + sum(group.height for group in self.groups[:count]) if count else 0.0
