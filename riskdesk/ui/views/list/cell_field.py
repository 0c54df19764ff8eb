"""The field in which a cell is edited: that of the inspector."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette, QTextCursor
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QWidget

from riskdesk.desk.listing import Context, ListRow
from riskdesk.domain.fields import Field
from riskdesk.domain.scale import Scale
from riskdesk.kit.fields import ChoiceField
from riskdesk.kit.own_keys import writes
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.pages.levels import LevelsField
from riskdesk.ui.pages.pages import field_widget


class CellFrame(QFrame):
    """A frame that holds the field over a cell.

    Keys that write or delete stay in the field, and none reaches the rows behind.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)

    def event(self, event: QEvent) -> bool:
        if writes(event) or event.type() == QEvent.Type.KeyPress:
            event.accept()
            return True
        return super().event(event)


def create_field(catalogue_field: Field, row: ListRow, context: Context, parent: QWidget) -> Any:
    """Create the inspector's field for a field of a row, with the same accessible name."""
    field: Any = field_widget(catalogue_field, parent)
    field.setAccessibleName(catalogue_field.label.text(ui_language()))
    if isinstance(field, LevelsField):
        _fill_levels(field, row, catalogue_field.name, context.scale)
    return field


def begin_in(field: QWidget) -> None:
    """Give a field the focus, with its value selected, the caret behind its text, or its choices open."""
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(field, QLineEdit):
        field.selectAll()
    elif isinstance(field, QPlainTextEdit):
        # As on the sheet: most users want to continue the text.
        field.moveCursor(QTextCursor.MoveOperation.End)
    elif isinstance(field, ChoiceField):
        field.showPopup()


def offered_columns(fields: Sequence[Field]) -> list[int]:
    """The columns to edit if the cell that was pointed at cannot be edited: the description, then from the left.

    A user who points at a band or a category does not mean to change the reference.
    """
    return sorted(range(len(fields)), key=lambda column: fields[column].name != "description")


def _fill_levels(field: LevelsField, row: ListRow, name: str, scale: Scale) -> None:
    is_impact = name.endswith("impact")
    levels = scale.impact if is_impact else scale.likelihood
    assessment = row.residual if name.startswith("residual") else row.assessment
    field.set_levels(levels, levels)
    field.show_bands(scale.shades(assessment, of_impact=is_impact))
