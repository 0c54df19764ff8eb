"""The fields that say how a register is printed: kind, paper, orientation, and the columns of the working register."""

from collections.abc import Collection, Mapping
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from riskdesk.domain.printing import Column, Kind, Orientation, Paper, Print
from riskdesk.domain.terms import terms
from riskdesk.kit.settings import Setting, Settings
from riskdesk.kit.theme import STEP
from riskdesk.ui.language import ui_language, ui_words

KIND = Setting("print/kind", str, Kind.APPENDIX.value)
PAPER = Setting("print/paper", str, Paper.A4.value)
ORIENTATION = Setting("print/orientation", str, Orientation.PORTRAIT.value)
COLUMNS = Setting("print/columns", str, ",".join(Column))
_BESIDE_EACH_OTHER = 2
Chosen = TypeVar("Chosen", Kind, Paper, Orientation)


def chosen(settings: Settings) -> Print:
    """How was printed last."""
    return Print(
        _of(Kind, settings.get(KIND), Kind.APPENDIX),
        _of(Paper, settings.get(PAPER), Paper.A4),
        _of(Orientation, settings.get(ORIENTATION), Orientation.PORTRAIT),
        tuple(column for column in Column if column.value in settings.get(COLUMNS).split(",")),
    )


class PrintFields(QObject):
    """Widgets to put where they are needed; `changed` says that `chosen()` is another one."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        names, last = terms(ui_language()).kinds, chosen(settings)
        self.kind = _choice({kind.value: names[kind] for kind in Kind}, last.kind, parent)
        self.paper = _choice({paper.value: paper.value.upper() for paper in Paper}, last.paper, parent)
        orientations = {Orientation.PORTRAIT: self.tr("Portrait"), Orientation.LANDSCAPE: self.tr("Landscape")}
        self.orientation = _choice(
            {value.value: text for value, text in orientations.items()}, last.orientation, parent
        )
        self.columns = QWidget(parent)
        self._boxes = self._make_boxes(last.columns)
        self.kind.activated.connect(self._turn)
        for box in (self.kind, self.paper, self.orientation):
            box.currentIndexChanged.connect(self.changed)

    def chosen(self) -> Print:
        """How it is to be printed."""
        return Print(
            Kind(self.kind.currentData()),
            Paper(self.paper.currentData()),
            Orientation(self.orientation.currentData()),
            tuple(column for column, box in self._boxes.items() if box.isChecked()),
        )

    def remember(self) -> None:
        """Let the same be chosen the next time."""
        chosen = self.chosen()
        self._settings.set(KIND, chosen.kind.value)
        self._settings.set(PAPER, chosen.paper.value)
        self._settings.set(ORIENTATION, chosen.orientation.value)
        self._settings.set(COLUMNS, ",".join(chosen.columns))

    def _make_boxes(self, shown: Collection[Column]) -> dict[Column, QCheckBox]:
        layout = QGridLayout(self.columns)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP)
        boxes = {}
        for place, (column, name) in enumerate(terms(ui_language()).columns.items()):
            # The printed heads of these two are but a letter.
            box = boxes[column] = QCheckBox(_words().get(column, name), self.columns)
            box.setChecked(column in shown)
            box.toggled.connect(self.changed)
            layout.addWidget(box, place // _BESIDE_EACH_OTHER, place % _BESIDE_EACH_OTHER)
        return boxes

    def _turn(self) -> None:
        """Turn the paper as the kind of document usually has it."""
        usual = Kind(self.kind.currentData()).orientation
        self.orientation.setCurrentIndex(self.orientation.findData(usual.value))


def _words() -> dict[Column, str]:
    said = ui_words()
    return {Column.LIKELIHOOD: said.likelihood, Column.IMPACT: said.impact}


def _of(kind: type[Chosen], kept: str, otherwise: Chosen) -> Chosen:
    """A value that was kept, whatever became of it in the meantime."""
    return kind(kept) if kept in {value.value for value in kind} else otherwise


def _choice(texts: Mapping[str, str], current: str, parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    for value, text in texts.items():
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(current)))
    return box
