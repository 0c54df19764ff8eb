"""A document as text, before it is laid out: paragraphs and tables with their roles, without lines and pages.

Lengths are in points, colours red, green and blue up to 255.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from riskdesk.domain.values import Language

Colour: TypeAlias = tuple[int, int, int]


class Role(Enum):
    """The roles of paragraphs: CAPTION heads the document, BAND a part of a table, SECTION what follows the table."""

    CAPTION = auto()
    TITLE = auto()
    TEXT = auto()
    SECTION = auto()
    HEAD = auto()
    BAND = auto()
    CELL = auto()
    BULLET = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style.

    `quiet` marks what has ended; `language` is that of the text if it differs from the document's.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    quiet: bool = False
    fill: Colour | None = None
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph."""

    runs: tuple[Run, ...]
    role: Role = Role.CELL


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell; it spans so many `rows`, and has a stripe at its `edge`."""

    paras: tuple[Para, ...]
    fill: Colour | None = None
    edge: Colour | None = None
    rows: int = 1


@dataclass(frozen=True, slots=True)
class RowText:
    """A row: a cell for each column, None where a cell above spans it; a single cell takes the full width."""

    cells: tuple[CellText | None, ...]


@dataclass(frozen=True, slots=True)
class ColumnText:
    """A column: its head, and its width."""

    title: str
    width: float


@dataclass(frozen=True, slots=True)
class TableText:
    """A table; `name` and `description` are for screen readers; a `whole` table is kept on one page."""

    name: str
    description: str
    columns: tuple[ColumnText, ...]
    rows: tuple[RowText, ...]
    heads_rows: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class PageFormat:
    """The paper with its margins."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def body(self) -> float:
        """The width of the text."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Looks:
    """The sizes, lengths and colours of a document that follows no template.

    `dense` is the size of the text in its tables if that is not the usual one.
    """

    size: float
    leading: float
    heading_size: float
    title_size: float
    running_size: float
    note_size: float
    padding: float
    bullet_indent: float
    bullet_gap: float
    dense: float | None
    colours: Mapping[str, Colour]


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A document: its content, its metadata, and the texts on each page.

    `page_of` is the text for the number of a page and that of all pages, with {page} and {pages} in their place.
    """

    blocks: tuple[Para | TableText, ...]
    language: Language
    title: str
    subject: str
    author: str
    created_at: datetime.datetime
    running_title: str
    reference: str
    mark: str
    page_of: str
    sheet: PageFormat
    looks: Looks
