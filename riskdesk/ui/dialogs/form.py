"""A dialog with labelled fields, one below another, and two buttons."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from riskdesk.kit.announce import say
from riskdesk.kit.fields.note import Note
from riskdesk.kit.measures import FIELD_HEIGHT
from riskdesk.kit.plain import label_name
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.reading_order import ReadingDialog
from riskdesk.kit.scrolled import Scrolled
from riskdesk.kit.theme import UNIT


class FormDialog(ReadingDialog):
    """A dialog with labelled fields, one below another, and two buttons.

    A subclass sets the title, and the text of `yes`, the button that accepts. Fields are added with `add`; the first
    one has the focus. `form` is their layout. `work` is what is done when the dialog is accepted; it stays open if that
    returns False.
    """

    work: Callable[[], bool] = staticmethod(lambda: True)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        fields = QWidget(self)
        self.form = QFormLayout(fields)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setHorizontalSpacing(2 * UNIT)
        self.form.setVerticalSpacing(UNIT)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.yes: QPushButton = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.yes.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 2 * UNIT)
        layout.setSpacing(3 * UNIT)
        layout.addWidget(Scrolled(fields, self))
        layout.addWidget(buttons)
        self.setMinimumWidth(68 * UNIT)
        self._notes: dict[QWidget, Note] = {}

    def accept(self) -> None:
        if self.work():
            super().accept()

    def add(self, text: str, field: QWidget, beside: QWidget | None = None) -> None:
        """Add a labelled field below the others, with a widget beside it if given."""
        if self._main is None:
            self.begin_at(field)
        label = label_of(field, text, self)
        self.form.addRow(label, field if beside is None else _side_by_side(field, beside))

    def add_below(self, part: QWidget) -> None:
        """Add a widget without a label below the others."""
        self.form.addRow("", part)

    def refuse(self, field: QWidget, reason: str) -> None:
        """Show below a field why its text is not valid; an empty reason removes the note."""
        if not reason and not field.accessibleDescription():
            return
        if field not in self._notes:
            # WORKAROUND: in PySide's stub, getWidgetPosition does not return the pair that PySide returns.
            row: int = self.form.getWidgetPosition(self.in_form(field))[0]  # type: ignore[index]
            self._notes[field] = Note(self)
            self.form.insertRow(row + 1, "", self._notes[field])
        self._notes[field].tell(reason)
        field.setAccessibleDescription(reason)
        say(field, reason, assertive=True)
        if reason:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.isVisible():
            self.fit()

    def keep_if_accepted(self) -> None:
        """Hide the dialog and do not delete it once it is accepted, so that it can be shown again."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.rejected.connect(self.deleteLater)

    def in_form(self, field: QWidget) -> QWidget:
        """The widget in the form layout that is or contains a field: a field may have a button beside it."""
        return field if self.form.indexOf(field) >= 0 else field.parentWidget() or field


def label_of(field: QWidget, text: str, parent: QWidget) -> QLabel:
    """A new label of a field in a form, which also names the field."""
    label = PlainLabel(text, parent)
    label.setBuddy(field)
    # Otherwise the label would be above the middle of its field, or below the first row of a tall one.
    label.setFixedHeight(max(FIELD_HEIGHT, label.sizeHint().height()))
    field.setAccessibleName(label_name(text))
    return label


def _side_by_side(field: QWidget, beside: QWidget) -> QWidget:
    both = QWidget()
    layout = QHBoxLayout(both)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(UNIT)
    layout.addWidget(field, 1)
    layout.addWidget(beside)
    return both
