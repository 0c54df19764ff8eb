"""Assessing mode: the risks of the register one after another, each in a full view, by keyboard alone."""

from collections.abc import Callable, Mapping
from itertools import takewhile

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from riskdesk.desk import find, risks
from riskdesk.domain.assessing import Pair, next_after
from riskdesk.domain.scale import Assessment
from riskdesk.domain.step import Step
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Risk
from riskdesk.kit.announce import say
from riskdesk.kit.focus import bring_to_front
from riskdesk.kit.pressing import ENTER_KEYS, HeldEnter
from riskdesk.kit.roles import give_role
from riskdesk.kit.settings import Setting, Settings
from riskdesk.kit.theme import UNIT
from riskdesk.ui.assess.finish import Finish
from riskdesk.ui.assess.form import Form, FormArea
from riskdesk.ui.assess.progress import Progress
from riskdesk.ui.assess.reading import Reading
from riskdesk.ui.assess.shown import shown_scale
from riskdesk.ui.assess.words import outcome_sentence, shown_name
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.bench.spoken import tells_scores
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.pages.shared import Shared

# Whether to go through all risks or only those not assessed; and the ids of the last risk shown, one per register.
ALL = Setting("assessing/all", bool, False)
PLACES = Setting("assessing/places", str, "")
_MOST_PLACES = 20
_PAGES = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class AssessingMode(QWidget):
    """A page shown in place of the register, in which its risks are assessed one after another.

    `left` is emitted when the user is done and the register is to be shown again.
    """

    left = Signal()

    def __init__(self, workbench: Workbench, settings: Settings) -> None:
        super().__init__()
        tells_scores(self)
        self._workbench, self._settings = workbench, settings
        self._risk: Risk | None = None
        self._register = ""
        # The risks shown before, the latest last.
        self._trail: list[str] = []
        self._progress, self._reading = Progress(self), Reading(settings, self)
        self._form, self._finish = Form(), Finish(self)
        self._area, self._stack = FormArea(self._form, self), QStackedWidget(self)
        shared = Shared(workbench, self)
        shared.watch(self._form.fields.values(), self._form.spoken)
        self._writing = shared.writing
        self._build()
        self._connect()

    def begin(self) -> None:
        """Show the risk that was last shown, else the first one that is still to be assessed."""
        self._trail.clear()
        for matrix in self._form.matrices.values():
            matrix.start()
        self._register = self._tree.register.id
        tree, before = self._tree, self._settings.get(PLACES).splitlines()
        standing = [*tree.standing_risks]
        self._progress.show_all(is_all=self._settings.get(ALL))
        resumed = next((risk for risk in standing if risk.id in before), None)
        if resumed is not None and (self._is_wanted(resumed) or any(map(self._is_wanted, standing))):
            self._show(resumed)
        else:
            self._show(next(filter(self._is_wanted, standing), None))

    @property
    def zooms(self) -> Mapping[str, Callable[[], object]]:
        """The commands that zoom the text of the risk, by their names."""
        return self._reading.zooms

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (*_PAGES, *ENTER_KEYS):
            # A key that is held would go through all risks, and out of the last page.
            if not event.isAutoRepeat():
                self._turn(key, shift=shift)
        else:
            super().keyPressEvent(event)

    def take_focus(self) -> None:
        """Give the focus to the first matrix unless one of them has it; on the last page, to that page."""
        if self._is_at_end:
            self._finish.setFocus()
        elif self._workbench.read_only:
            self.setFocus()
        elif not any(matrix.has_focus for matrix in self._form.matrices.values()):
            self._form.matrices[Pair.INHERENT].setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Go back to the register, with the last shown risk selected."""
        self.rest()
        self.left.emit()

    def rest(self) -> None:
        """Stop showing a risk; text that is typed and cannot be stored is held for that risk."""
        risk, self._risk, tree = self._risk, None, self._workbench.tree()
        self._writing.turn_to(self._form, None)
        if tree is not None and risk is not None and tree.register.id == self._register:
            self._workbench.select([risk.id])

    def go_on(self) -> None:
        """Store what is typed and show the next risk."""
        self._go(next_after(self._tree.risks, self._id, self._is_wanted))

    def back(self) -> None:
        """Show the risk that was shown before, else the one above in the register."""
        before = self._before
        if before is not None and self._writing.commit():
            # Risks of the trail that are gone, ended or already shown are left out.
            while self._trail and self._trail.pop() != before.id:
                pass
            self._show(before)

    @property
    def _tree(self) -> RegisterTree:
        tree = self._workbench.tree()
        assert tree is not None, "it is shown for an open register"
        return tree

    @property
    def _id(self) -> str:
        return "" if self._risk is None else self._risk.id

    @property
    def _before(self) -> Risk | None:
        """The risk to which `back` leads."""
        # An undo shows a risk of the trail again.
        there = {risk.id: risk for risk in self._tree.standing_risks if risk.id != self._id}
        shown_before = next((there[identity] for identity in reversed(self._trail) if identity in there), None)
        if shown_before is not None or self._risk is None:
            return shown_before
        return next_after(reversed(list(self._tree.risks)), self._id, self._is_wanted)

    @property
    def _is_at_end(self) -> bool:
        """Whether the last page is shown."""
        return self.isVisible() and self._stack.currentWidget() is self._finish

    def _turn(self, key: int, *, shift: bool) -> None:
        """Go back, or choose the cell reached by keys and go on, unless it is half typed; Enter presses a button."""
        focused = QApplication.focusWidget()
        if key == Qt.Key.Key_PageUp or (key in ENTER_KEYS and shift):
            self.back()
        elif key in ENTER_KEYS and isinstance(focused, QAbstractButton) and not self._form.isAncestorOf(focused):
            focused.click()
        elif not self._form.awaits_impact:
            self._form.take()
            self.go_on()

    def _go(self, risk: Risk | None) -> None:
        if self._writing.commit():
            if self._risk is not None:
                self._trail.append(self._risk.id)
            self._show(risk)

    def _is_wanted(self, risk: Risk) -> bool:
        return not risk.ended if self._progress.is_all else Pair.INHERENT.awaits(risk)

    def _show(self, risk: Risk | None) -> None:
        """Show a risk, or the last page if it is None, and announce it to screen readers."""
        self._refresh(risk)
        if risk is None:
            bring_to_front(self._stack, self._finish)
            self._finish.setFocus()
            say(self, self._finish.message.text())
            return
        self._stack.setCurrentIndex(0)
        self._area.settle()
        self.take_focus()
        say(self, f"{self._progress.place_text}. {shown_name(risk)}: {risk.description}")
        self._keep(risk)

    def _refresh(self, risk: Risk | None) -> None:
        tree, self._risk = self._tree, risk
        tally = tree.tally
        standing = tally.risks - tally.ended
        self._finish.show_counts(standing, standing - tally.assessed)
        self._writing.turn_to(self._form, risk)
        self._show_ways()
        if risk is None:
            self._progress.show_no_place()
            return
        until = takewhile(lambda other: other.id != risk.id, tree.risks)
        place = 1 + sum(not other.ended for other in until)
        self._progress.show_place(place, standing, tally.assessed)
        self._reading.show_risk(risk, tree)
        self._form.show_risk(risk, shown_scale(tree.register.scale, ui_language()), find.owners(tree))
        self._area.fit()
        self._writing.give_back()
        self._form.setEnabled(not self._workbench.read_only)

    def _show_ways(self) -> None:
        """Enable the buttons that lead to another risk, or to the last page."""
        self._progress.show_ways(back=self._before is not None, on=self._risk is not None)

    def _keep(self, risk: Risk) -> None:
        """Remember which risk of this register is shown."""
        here = {other.id for other in self._tree.risks}
        others = [line for line in self._settings.latest(PLACES).splitlines() if line not in here]
        self._settings.set(PLACES, "\n".join([risk.id, *others][:_MOST_PLACES]))

    def _assess(self, pair: Pair, assessment: Assessment) -> None:
        if self._risk is None:
            return
        name = shown_name(self._risk)
        if self._workbench.run(risks.assess([self._risk.id], pair, assessment)).problem is None:
            say(self, outcome_sentence(name, assessment, shown_scale(self._tree.register.scale, ui_language()), None))

    def _on_stepped(self, step: Step) -> None:
        """Show what a step changed in the current risk, or go to the risk that an undo or redo here changed."""
        if self._risk is None and not self._is_at_end:
            return
        self._writing.follow(step)
        if self._workbench.register_id != self._register:
            # Another register is about to be shown.
            return
        standing = {risk.id: risk for risk in self._tree.standing_risks}
        is_undo = step.undoes is not None and not self._workbench.hears_others
        undone_ids = [change.id for change in step.changes if is_undo and change.kind == "risk"]
        target = next((identity for identity in undone_ids if identity in standing), self._id)
        if target == self._id and (self._risk is None or target in standing):
            self._refresh(standing.get(target))
        else:
            self._show(standing.get(target) or next(filter(self._is_wanted, standing.values()), None))

    def _on_all(self, is_all: bool) -> None:  # noqa: FBT001 - a signal
        self._settings.set(ALL, is_all)
        self._show_ways()
        if self._risk is None:
            self._show(next(filter(self._is_wanted, self._tree.risks), None))

    def _go_through_all(self) -> None:
        self._progress.show_all(is_all=True)
        self._on_all(is_all=True)

    def _go_on_with_rest(self) -> None:
        self._show(next(filter(Pair.INHERENT.awaits, self._tree.risks), None))

    def _connect(self) -> None:
        self._workbench.typing.add(self._writing, self)
        self._workbench.stepped.connect(self._on_stepped)
        self._form.edited.connect(self._writing.store)
        self._form.assessed.connect(self._assess)
        self._progress.back.connect(self.back)
        self._progress.next.connect(self.go_on)
        self._progress.left.connect(self.leave)
        self._progress.all_chosen.connect(self._on_all)
        self._finish.more.connect(self._go_on_with_rest)
        self._finish.again.connect(self._go_through_all)
        self._finish.left.connect(self.leave)

    def _build(self) -> None:
        give_role(self, QAccessible.Role.Grouping)
        self.setAccessibleName(self.tr("Assessing mode"))
        self.setProperty("chapter", "Assessing mode")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        both = QWidget(self)
        columns = QHBoxLayout(both)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self._reading, 2)
        columns.addWidget(self._area, 3)
        for part in (both, self._finish):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._progress)
        layout.addWidget(self._stack, 1)
        self._area.setMinimumWidth(50 * UNIT)
        self._reading.setMinimumWidth(30 * UNIT)
        QWidget.setTabOrder(self._progress, self._reading)
        self._form.order_stops(self._area)
        HeldEnter(self).watch(self)
