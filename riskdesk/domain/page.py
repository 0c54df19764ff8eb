"""The content of a view as plain tables, for formats that have only text."""

from dataclasses import dataclass

from riskdesk.domain.values import Language


@dataclass(frozen=True, slots=True)
class PageCell:
    """A cell: its lines, each a list item if they are `bulleted`; `heads` says that it is the head of its row.

    `languages` are those of the lines, None for that of the page; all are in that if it is empty.
    """

    lines: tuple[str, ...] = ()
    bulleted: bool = False
    heads: bool = False
    languages: tuple[Language | None, ...] = ()

    @classmethod
    def of(cls, text: str, language: Language | None = None) -> "PageCell":
        """A cell of one text."""
        return cls((text,), languages=(language,)) if text else cls()


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table; a row with a single cell spans all columns and is a heading for the rows below it."""

    heads: tuple[str, ...]
    rows: tuple[tuple[PageCell, ...], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A title, the lines below it, and tables."""

    language: Language
    title: str
    lines: tuple[str, ...]
    tables: tuple[PageTable, ...]
