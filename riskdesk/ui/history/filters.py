"""The filters of a history: who took a step, what it changed, and a text in it."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from riskdesk.domain.fields import FIELDS, FieldType
from riskdesk.domain.history import StepCriteria
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.text import short
from riskdesk.kit.fields.calm import CalmBox
from riskdesk.kit.incoming import IntoLine
from riskdesk.kit.plain import label_name
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.language import ui_language

# Types of fields that users know by other names, or never see.
_UNSEEN = {FieldType.NUMBER, FieldType.DOCUMENT, FieldType.LISTING}


class Filters(QWidget):
    """A row of fields with which the user filters the steps of a history.

    `changed` is emitted when the criteria have changed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._who, self._what, self._text = CalmBox(self), CalmBox(self), QLineEdit(self)
        self._text.setClearButtonEnabled(True)
        IntoLine(self._text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        layout.setSpacing(UNIT)
        for words, field, share in (
            (self.tr("W&ho:"), self._who, 2),
            (self.tr("Wh&at:"), self._what, 3),
            (self.tr("&Text:"), self._text, 3),
        ):
            label = PlainLabel(words, self)
            label.setBuddy(field)
            field.setAccessibleName(label_name(words))
            field.setMinimumWidth(12 * UNIT)
            layout.addWidget(label)
            layout.addWidget(field, share)
        self.offer_people([])
        self._offer_fields()
        self._who.currentIndexChanged.connect(self.changed)
        self._what.currentIndexChanged.connect(self.changed)
        self._text.textChanged.connect(self.changed)

    def criteria(self) -> StepCriteria:
        """The present criteria."""
        kind, field = self._what.currentData()
        return StepCriteria(self._who.currentData(), kind, field, self._text.text())

    def choose(self, criteria: StepCriteria) -> None:
        """Choose criteria, as far as the fields offer them."""
        with QSignalBlocker(self):
            self._who.setCurrentIndex(max(0, self._who.findData(criteria.who)))
            wanted = criteria.kind, criteria.field
            # Qt finds no tuples.
            places = (at for at in range(self._what.count()) if self._what.itemData(at) == wanted)
            self._what.setCurrentIndex(next(places, 0))
            self._text.setText(criteria.text)
        self.changed.emit()

    def offer_people(self, people: Iterable[str]) -> None:
        """List the people who took steps; the current choice is kept if it is among them."""
        chosen_person = self._who.currentData()
        with QSignalBlocker(self._who):
            self._who.clear()
            self._who.addItem(self.tr("Everybody"), None)
            for who in people:
                self._who.addItem(short(who) or "–", who)
            self._who.setCurrentIndex(max(0, self._who.findData(chosen_person)))

    def _offer_fields(self) -> None:
        self._what.addItem(self.tr("Everything"), ("", ""))
        for kind, fields in FIELDS.items():
            if kind == "snapshot":
                continue
            label = VALUE_KINDS[kind].label.text(ui_language())
            self._what.addItem(label, (kind, ""))
            for field in fields.values():
                if field.type not in _UNSEEN:
                    field_label = field.label.in_sentence.text(ui_language())
                    self._what.addItem(
                        self.tr("{item}: {field}").format(item=label, field=field_label), (kind, field.name)
                    )
