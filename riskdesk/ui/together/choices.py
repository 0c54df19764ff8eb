"""The fields that can be changed together, each with a check box."""

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from riskdesk.desk.together import CATEGORY
from riskdesk.domain.fields import Field, FieldType
from riskdesk.domain.values import Category
from riskdesk.kit.dates import read_date
from riskdesk.kit.fields import DateField, LineField
from riskdesk.kit.fields.calm import CalmBox
from riskdesk.kit.fields.note import Note
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.pages.page import named_field, offer_names


class ValueInput(Protocol):
    """The input of a new value for a field."""

    def value(self) -> Any: ...

    def fault(self) -> str:
        """Why the text is no valid value; empty if it is."""


class Choices(QObject):
    """The rows of fields that can be changed together, each with a check box, in a grid of the dialog.

    `changed` is emitted when a value or a check box has changed.
    """

    changed = Signal()

    def __init__(
        self,
        fields: dict[str, Field],
        categories: Sequence[Category],
        owners: list[str],
        grid: QGridLayout,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._fields = fields
        self._choices: dict[str, ValueInput] = {}
        self.boxes: dict[str, QCheckBox] = {}
        self._notes: dict[str, Note] = {}
        for field in fields.values():
            self._add(field, _field_widget(field, categories, owners, parent), grid, parent)

    def ticked_values(self) -> dict[str, Any]:
        """The values of the ticked fields."""
        return {name: self._choices[name].value() for name, box in self.boxes.items() if box.isChecked()}

    def wrong_fields(self) -> list[str]:
        """The labels of ticked fields with an invalid value; the reason is shown below each of them."""
        faults = {name: self._choices[name].fault() if box.isChecked() else "" for name, box in self.boxes.items()}
        for name, fault in faults.items():
            self._notes[name].tell(fault)
        return [self._fields[name].label.text(ui_language()) for name, fault in faults.items() if fault]

    def _add(self, field: Field, widget: QWidget, grid: QGridLayout, parent: QWidget) -> None:
        text = field.label.text(ui_language())
        box, label, note, row = QCheckBox(parent), PlainLabel(text, parent), Note(parent), grid.rowCount()
        label.setBuddy(widget)
        box.setAccessibleName(self.tr("Change {field}").format(field=text))
        widget.setAccessibleName(text)
        grid.addWidget(box, row, 0)
        grid.addWidget(label, row, 1)
        grid.addWidget(widget, row, 2)
        grid.addWidget(note, row + 1, 2)
        self.boxes[field.name], self._notes[field.name] = box, note
        box.toggled.connect(self.changed)
        if isinstance(widget, QComboBox):
            self._choices[field.name] = _Picked(widget)
            widget.currentIndexChanged.connect(lambda _place: self._tick(box))
        elif isinstance(widget, QLineEdit):
            self._choices[field.name] = _Typed(widget)
            widget.textChanged.connect(lambda _text: self._tick(box))

    def _tick(self, box: QCheckBox) -> None:
        """Tick the box of a field whose value has changed."""
        if box.isChecked():
            self.changed.emit()
        else:
            box.setChecked(True)


class _Picked:
    def __init__(self, box: QComboBox) -> None:
        self._box = box

    def value(self) -> Any:
        return self._box.currentData()

    def fault(self) -> str:
        return ""


class _Typed:
    def __init__(self, line: QLineEdit) -> None:
        self._line = line

    def value(self) -> Any:
        text = self._line.text()
        if not isinstance(self._line, DateField):
            return text.strip()
        return read_date(text, QLocale()) if text.strip() else None

    def fault(self) -> str:
        return self._line.fault() if isinstance(self._line, DateField) else ""


def _field_widget(field: Field, categories: Sequence[Category], owners: list[str], parent: QWidget) -> QWidget:
    """The widget for the value of a field; a choice is empty at first, that of a category has the first one."""
    if field.type is FieldType.DATE:
        return DateField(parent)
    if field.type is FieldType.CHOICE:
        box = CalmBox(parent)
        if field.name != CATEGORY:
            box.addItem("", None)
            none = QCoreApplication.translate("ChoiceField", "None")
            box.setItemData(0, none, Qt.ItemDataRole.AccessibleTextRole)
        for code, label in field.codes.items():
            box.addItem(label.text(ui_language()), code)
        for category in categories if field.name == CATEGORY else ():
            box.addItem(category.title, category.id)
        return box
    if field.type is FieldType.PERSON:
        named = named_field(parent)
        offer_names(named, owners)
        return named
    return LineField(parent)
