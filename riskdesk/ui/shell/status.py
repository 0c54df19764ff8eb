"""The status line: when the last action was saved, how much the register holds, how much of it is assessed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QStatusBar, QWidget

from riskdesk.domain.moments import in_zone
from riskdesk.domain.step import Step
from riskdesk.domain.tree import RegisterTree
from riskdesk.kit.cut import CutLabel
from riskdesk.kit.plain_label import PlainLabel
from riskdesk.kit.qt import application
from riskdesk.kit.quiet import QuietButton
from riskdesk.kit.theme import UNIT
from riskdesk.ui.bench.counts import risks_text
from riskdesk.ui.bench.language import ui_number
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.score_announcer import ScoreAnnouncer

if TYPE_CHECKING:
    from riskdesk.desk.drafts import Draft

# The space that Qt leaves between two parts, and at both ends.
_GAP, _ENDS = 6, 4


class StatusLine(QStatusBar):
    """The line at the bottom of a window: when the last step was saved, and how much the register holds.

    If there is not enough room, its numbers are hidden so that its buttons fit; if that does not suffice, the text on
    what was saved is cut. The line is as high as its buttons from the start, so that nothing moves when they are added
    after the first paint.
    """

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self.setProperty("chapter", "The status line and notices")
        # The window can be resized at every edge, and a grip would take room.
        self.setSizeGripEnabled(False)
        self._when, self._stuck = "", 0
        self._saved = CutLabel(Qt.TextElideMode.ElideRight, self)
        self._counts, self._assessed = PlainLabel(parent=self), PlainLabel(parent=self)
        high = QuietButton("bell").sizeHint().height()
        for label in (self._saved, self._counts, self._assessed):
            label.setContentsMargins(UNIT, 0, UNIT, 0)
            label.setMinimumHeight(high)
        self.addWidget(self._saved)
        self.addPermanentWidget(self._counts)
        self.addPermanentWidget(self._assessed)
        ScoreAnnouncer(workbench, self)
        workbench.stepped.connect(self._on_stepped)
        workbench.problem_reported.connect(self._show_saved)
        workbench.banner_changed.connect(self._show_saved)
        workbench.typing.draft_held.connect(self._on_held)
        workbench.typing.changed.connect(self._on_typing)
        application().focusChanged.connect(self._on_focus_changed)
        workbench.file_opened.connect(self._on_file_opened)
        workbench.register_opened.connect(self._on_opened)
        self._on_file_opened()
        self._on_opened()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._give_way()
        return handled

    def tell_saved(self) -> None:
        """Confirm that all is saved, for a user who wants to be sure."""
        self._show_saved()
        self._workbench.post(Notice(self._saved.text()))

    def tell_place(self, place: str) -> None:
        """Show where the current hit of a search is, as far as there is room for it."""
        text, layout = self.tr("Found in {place}").format(place=place), self.layout()
        assert layout is not None, "Qt makes one"
        # What it covers is hidden, and leaves its room to the name of the file.
        self.showMessage(text)
        layout.activate()
        room = self._left_end() - 2 * UNIT
        self.showMessage(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))

    def _give_way(self) -> None:
        """Show how much is assessed and how much the register holds, if the other parts leave room."""
        numbers, saved = (self._assessed, self._counts), self._saved.sizeHint().width()
        others = [part for part in self._parts() if part not in (self._saved, *numbers) and not part.isHidden()]
        needed = _ENDS + saved + _GAP + sum(part.minimumSizeHint().width() + _GAP for part in others)
        # Not its own width, which depends on its parts.
        room = self.window().width() - needed
        self._saved.setFixedWidth(max(0, saved + min(room, 0)))
        for label in numbers:
            room -= label.minimumSizeHint().width() + _GAP
            label.setVisible(room >= 0 and bool(label.text()))

    def _left_end(self) -> int:
        """The left edge of the first part that a message does not cover."""
        return min(part.x() for part in self._parts() if not part.isHidden() and part is not self._saved)

    def _parts(self) -> list[QWidget]:
        children = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [child for child in children if not child.isWindow()]

    def _on_stepped(self, step: Step) -> None:
        if not self._workbench.read_only:
            self._when = self.tr("Saved {time}").format(time=f"{in_zone(step.at):%H:%M:%S}")
        self._show_saved()
        self._count()

    def _show_saved(self) -> None:
        """Show when the last action was saved, else what is not: some texts, or all as the file is not there."""
        typing = self._workbench.typing
        stuck = self._stuck = max(typing.stuck(), len(typing.drafts()) if self._workbench.file_refuses else 0)
        if stuck:
            self._saved.setText(self.tr("%Ln text(s) not saved", "", stuck))
        elif self._workbench.replaced is not None:
            self._saved.setText(self.tr("File deleted, moved or replaced"))
        else:
            self._saved.setText(self._when)

    def _on_typing(self, may_be_more: bool) -> None:  # noqa: FBT001 - a signal
        if may_be_more or self._workbench.typing.stuck() < self._stuck:
            self._show_saved()

    def _on_focus_changed(self, _old: QWidget | None, _now: QWidget | None) -> None:
        self._show_saved()

    def _on_held(self, draft: "Draft") -> None:
        """Post a notice that a text stays with its item, as it could not be stored."""
        from riskdesk.ui.bench.values import draft_lines

        (line,) = draft_lines([draft], self._workbench.session)
        text = self.tr("Not saved yet: {text}").format(text=line)
        self._workbench.post(Notice(text, unsaved=(draft.id, draft.field)))
        self._show_saved()

    def _on_file_opened(self) -> None:
        self._when = self.tr("Read only") if self._workbench.read_only else self.tr("All changes are saved")

    def _on_opened(self) -> None:
        self._show_saved()
        self._count()

    def _count(self) -> None:
        tree = self._workbench.tree()
        self._counts.setText("" if tree is None else self._holds(tree))
        self._assessed.setText("" if tree is None else self._progress(tree))
        # Qt does not notify the bar of hidden parts.
        self._give_way()

    def _holds(self, tree: RegisterTree) -> str:
        parts = (
            self.tr("%Ln category(s)", "", len(tree.categories)),
            risks_text(tree.tally),
            self.tr("%Ln mitigation(s)", "", tree.tally.mitigations),
        )
        return " · ".join(parts)

    def _progress(self, tree: RegisterTree) -> str:
        tally = tree.tally
        text = self.tr("{assessed} of {risks} assessed")
        return text.format(assessed=ui_number(tally.assessed), risks=ui_number(tally.risks - tally.ended))
