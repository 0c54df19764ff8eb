"""The words of the list for filters and sorting, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from riskdesk.desk.listing import Context
from riskdesk.desk.listing.passing import cell_of
from riskdesk.domain.fields import FieldType
from riskdesk.domain.list_filters import FILTERS, FilterField, FilterKind
from riskdesk.domain.listing import LISTED, Filter, Listing, RowKind
from riskdesk.domain.problems import QT_TRANSLATE_NOOP
from riskdesk.ui.bench.language import ui_language, ui_text, ui_words
from riskdesk.ui.views.list.listed import Listed


def filter_text(rows: RowKind, filter_: Filter, context: Context) -> str:
    """A filter in a few words: "Status: Approved, Closed"; a yes-or-no filter is its value alone."""
    filter_field = FILTERS[rows][filter_.name]
    values = ", ".join(value_text(filter_field, value, context) for value in filter_.values)
    if filter_field.kind is FilterKind.FLAG:
        return values
    if filter_field.kind is FilterKind.TEXT:
        return QCoreApplication.translate("List", "“{text}”").format(text=values)
    text = QCoreApplication.translate("List", "{filter}: {values}")
    return text.format(filter=filter_field.label.text(ui_language()), values=values)


def value_text(filter_field: FilterField, value: str, context: Context) -> str:
    """A value of a filter as users know it; the code itself if it is not known any more."""
    if filter_field.kind is FilterKind.TEXT:
        return value
    if filter_field.kind is FilterKind.CELL:
        cell = cell_of(value)
        return ui_words().assessment(cell.likelihood, cell.impact)
    if value in filter_field.words:
        return filter_field.words[value].text(ui_language())
    if value == "":
        is_band = filter_field.of is not None and filter_field.of.type is FieldType.BAND
        return ui_words().not_assessed if is_band else filter_field.nothing.text(ui_language())
    return _named(filter_field, value, context)


def _named(filter_field: FilterField, value: str, context: Context) -> str:
    """A level with its name, or the name of a band."""
    field, bands = filter_field.of, context.scale.bands
    if field is None or not value.isdecimal():
        return value
    if field.type is FieldType.LEVEL:
        return context.scale.level_text(field.name, int(value), ui_language())
    is_band = field.type is FieldType.BAND and 0 < int(value) <= len(bands)
    return ui_text(bands[int(value) - 1].name) if is_band else value


def nothing_text(listed: Listed, *, on_paper: bool = False) -> str:
    """Why nothing is listed, and what can be done about it unless it is `on_paper`."""
    of_risks = listed.listing.rows is RowKind.RISK
    if listed.total:
        text = QT_TRANSLATE_NOOP("List", "No risk matches.")
        other = QT_TRANSLATE_NOOP("List", "No mitigation matches.")
    elif on_paper:
        text = QT_TRANSLATE_NOOP("List", "No risk.")
        other = QT_TRANSLATE_NOOP("List", "No mitigation.")
    else:
        text = QT_TRANSLATE_NOOP("List", "No risk yet. Add ▸ Add risk makes one.")
        other = QT_TRANSLATE_NOOP("List", "No mitigation yet. Add ▸ Add mitigation makes one.")
    return QCoreApplication.translate("List", text if of_risks else other)


def sorts_text(listing: Listing) -> str:
    """A sentence on what the list is sorted by."""
    if not listing.sorts:
        return QCoreApplication.translate("List", "Sorted as in the register")
    up = QCoreApplication.translate("List", "{field}, ascending")
    down = QCoreApplication.translate("List", "{field}, descending")
    catalogue = LISTED[listing.rows]
    keys = [
        (down if sort.descending else up).format(field=catalogue[sort.field].label.text(ui_language()))
        for sort in listing.sorts
    ]
    return QCoreApplication.translate("List", "Sorted by {keys}").format(keys="; ".join(keys))
