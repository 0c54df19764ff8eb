"""A risk as shown in assessing mode: its place in the register, its text in large letters, its mitigations."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFont, QKeyEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from riskdesk.domain.language import words
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Risk
from riskdesk.kit.broken import BreakingLabel
from riskdesk.kit.focus_mark import without_frame
from riskdesk.kit.fonts import scaled_font
from riskdesk.kit.roles import give_role
from riskdesk.kit.settings import Setting, Settings
from riskdesk.kit.theme import UNIT
from riskdesk.kit.wheel import ZOOM_STEP, ZoomWheel

_LARGE = 1.5
_LEAST_ZOOM, _MOST_ZOOM = 0.7, 2.5
ZOOM_PERCENT = Setting("assessing/zoom", int, 100)


class Reading(QScrollArea):
    """The part of assessing mode that shows one risk for reading; the keys scroll it while it has the focus.

    Its letters can be made larger and smaller, by its commands `zooms` and by the wheel with Ctrl, which is remembered.
    """

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings, self._wheel = settings, ZoomWheel()
        self._zoom = _limited(settings.get(ZOOM_PERCENT) / 100)
        # The font that each label has without zoom.
        self._fonts: dict[BreakingLabel, QFont] = {}
        without_frame(self)
        give_role(self, QAccessible.Role.Document)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._category, self._name, self._text = self._label(), self._label(bold=True), self._label(size=_LARGE)
        self._head = self._label(bold=True)
        # A label for each mitigation, as each has a direction of its own; those that are not needed are hidden.
        self._mitigations: list[BreakingLabel] = []
        self._risk = ""
        self._category.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        page = QWidget(self)
        page.setBackgroundRole(QPalette.ColorRole.Base)
        page.setAutoFillBackground(True)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        layout.setSpacing(UNIT)
        for part in (self._category, self._name, self._text):
            layout.addWidget(part)
        layout.addSpacing(2 * UNIT)
        layout.addWidget(self._head)
        self._below = QVBoxLayout()
        self._below.setSpacing(2 * UNIT)
        layout.addLayout(self._below)
        layout.addStretch(1)
        self.setWidget(page)

    def show_risk(self, risk: Risk, tree: RegisterTree) -> None:
        """Show a risk of a register, from its beginning unless it is shown already."""
        category, entry = _place(risk, tree)
        self._category.setText(category.category.title)
        self._name.setText(" ".join(filter(None, (risk.reference, risk.title))))
        self._text.setText(risk.description or "–")
        self._head.setText(words(tree.register.language).mitigations_column)
        bullets = [f"• {mitigation.description}" for mitigation in entry.mitigations]
        self._show_mitigations(bullets or [self.tr("There is no mitigation yet.")])
        self.setAccessibleName(risk.description)
        self.setAccessibleDescription("\n".join(bullets))
        if risk.id != self._risk:
            self._risk = risk.id
            self.verticalScrollBar().setValue(0)

    @property
    def zooms(self) -> Mapping[str, Callable[[], object]]:
        """The commands that make the letters larger, smaller, or as usual, by their names."""
        return {
            "zoom_in": partial(self._zoom_by, 1),
            "zoom_out": partial(self._zoom_by, -1),
            "zoom_reset": partial(self._set_zoom, 1.0),
        }

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_by(self._wheel.notches(event))
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll if the text is longer than the area; else leave the key to the parent."""
        if self.verticalScrollBar().maximum():
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _show_mitigations(self, texts: Sequence[str]) -> None:
        while len(self._mitigations) < len(texts):
            self._mitigations.append(self._label())
            self._below.addWidget(self._mitigations[-1])
        for place, label in enumerate(self._mitigations):
            label.setText(texts[place] if place < len(texts) else "")
            label.setVisible(place < len(texts))

    def _label(self, *, bold: bool = False, size: float = 1) -> BreakingLabel:
        label = BreakingLabel(self)
        font = scaled_font(label.font(), size)
        font.setBold(bold)
        self._fonts[label] = font
        label.setFont(scaled_font(font, self._zoom))
        return label

    def _zoom_by(self, steps: int) -> None:
        if steps:
            self._set_zoom(self._zoom * ZOOM_STEP**steps)

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = _limited(zoom)
        self._settings.set(ZOOM_PERCENT, round(100 * self._zoom))
        for label, font in self._fonts.items():
            label.setFont(scaled_font(font, self._zoom))


def _limited(zoom: float) -> float:
    return max(_LEAST_ZOOM, min(_MOST_ZOOM, zoom))


def _place(risk: Risk, tree: RegisterTree) -> tuple[CategoryTree, EntryTree]:
    return next(
        (category, entry) for category in tree.categories for entry in category.entries if entry.entry.id == risk.entry
    )
