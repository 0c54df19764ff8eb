"""A list as a document to be printed."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from riskdesk.desk.listing.arranging import Arranger, grouped
from riskdesk.desk.listing.row import Context, ListRow
from riskdesk.desk.listing.rows import Rows
from riskdesk.desk.listing.values import getter, is_prose, teller
from riskdesk.domain.fields import FieldType
from riskdesk.domain.listing import LISTED, ROWS, Listing
from riskdesk.domain.printing import Print
from riskdesk.domain.progress import Checkpoint, never_cancelled
from riskdesk.domain.scale import Shade
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language, Register
from riskdesk.report import Rendered

if TYPE_CHECKING:
    from riskdesk.report.listed import ListCell, ListDocument

# The types of the columns for levels, scores and bands.
_ASSESSED = (FieldType.LEVEL, FieldType.NUMBER, FieldType.BAND)
_LONG = (FieldType.TEXT, FieldType.MITIGATIONS, FieldType.LINE)


@dataclass(frozen=True)
class ListContent:
    """The content of a list as a document: title, notes on how it is filtered and sorted, and the rows in order.

    The `register` is as it is; the words of the document are in the language of the `context`.
    """

    register: Register
    title: str
    notes: tuple[str, ...]
    rows: tuple[ListRow, ...]
    listing: Listing
    context: Context

    @property
    def shown_register(self) -> Register:
        """The register in the language of the document."""
        return replace(self.register, language=self.context.language)

    def language_of(self, row: ListRow) -> Language | None:
        """The language of the texts of a row; None if that is the one of the document."""
        language = row.item.language or self.register.language
        return None if language == self.context.language else language

    @property
    def shows_assessments(self) -> bool:
        """Whether a column has levels, scores or bands, for which the list has a legend."""
        fields = LISTED[self.listing.rows]
        return any(fields[column.field].type in _ASSESSED for column in self.listing.columns)


def list_content(tree: RegisterTree, listing: Listing, context: Context, *notes: str) -> ListContent:
    """The content of a list: what a listing shows of a register."""
    rows, arranger = Rows(), Arranger()
    rows.take(tree, listing.rows)
    arranger.take(rows.all)
    title = ROWS[listing.rows].text(context.language)
    return ListContent(tree.register, title, notes, tuple(arranger.arranged(listing, context)), listing, context)


def render(
    content: ListContent, how: Print, changed_at: datetime.datetime, checkpoint: Checkpoint = never_cancelled
) -> Rendered:
    """The list as a PDF; `checkpoint` may cancel it."""
    from riskdesk.report import listed

    return listed.render(_document(content), how, changed_at, checkpoint)


def _document(content: ListContent) -> "ListDocument":
    from riskdesk.report.listed import ListDocument, ListGroup, PaperColumn

    listed_fields, language = LISTED[content.listing.rows], content.context.language
    fields = [listed_fields[column.field] for column in content.listing.columns]
    columns = [
        PaperColumn(
            field.head.text(language),
            field.label.text(language) if field.short else "",
            long=field.type in _LONG,
            whole=field.type is FieldType.DATE,
            centred=field.type in _ASSESSED,
        )
        for field in fields
    ]
    if content.listing.group:
        row_groups = grouped(content.rows, content.listing.group, content.context)
        groups = [ListGroup(group.label, _rows(group.rows, content)) for group in row_groups]
    else:
        groups = [ListGroup("", _rows(content.rows, content))]
    return ListDocument(
        content.shown_register, content.title, content.notes, columns, groups, legend=content.shows_assessments
    )


def _rows(rows: Sequence[ListRow], content: ListContent) -> "list[list[ListCell]]":
    from riskdesk.report.listed import ListCell

    cells = [
        (_teller(column.field, content), _shade_of(column.field, content), is_prose(content.listing.rows, column.field))
        for column in content.listing.columns
    ]
    return [
        [
            ListCell(tell(row), shade(row), content.language_of(row) if has_language else None)
            for tell, shade, has_language in cells
        ]
        for row in rows
    ]


def _teller(name: str, content: ListContent) -> Callable[[ListRow], str]:
    """A function that gives the text of a row; a score stays with its band, as in the working register."""
    from riskdesk.report.assessed import describe

    rows, register = content.listing.rows, content.shown_register
    if LISTED[rows][name].type is not FieldType.BAND:
        return teller(rows, name, content.context)
    get = getter(rows, name, content.context)
    return lambda row: describe(register, get(row))


def _shade_of(name: str, content: ListContent) -> Callable[[ListRow], Shade | None]:
    """A function that gives the shade of a row for its band; ended items have none."""
    if LISTED[content.listing.rows][name].type is not FieldType.BAND:
        return lambda _row: None
    scale = content.context.scale

    def shade(row: ListRow) -> Shade | None:
        place = (row.rank if name == "band" else row.residual_rank)[0]
        return None if place < 0 or row.ended else scale.shade(place)

    return shade
