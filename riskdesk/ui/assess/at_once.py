"""Assessing beside a view: one click or two digits assess the selected risk and select the next one."""

from itertools import islice

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from riskdesk.desk import risks
from riskdesk.domain.assessing import Pair, next_awaiting
from riskdesk.domain.scale import Assessment
from riskdesk.domain.step import Step
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Risk
from riskdesk.kit.announce import say
from riskdesk.kit.apart import is_busy
from riskdesk.kit.qt import application
from riskdesk.kit.theme import UNIT
from riskdesk.ui.assess.card import Card, Subject
from riskdesk.ui.assess.shown import ShownScale, shown_scale
from riskdesk.ui.assess.spot import spot
from riskdesk.ui.assess.words import outcome_sentence, shown_name
from riskdesk.ui.bench.language import ui_language
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.view import RegisterView


class AtOnce(QObject):
    """The part of a window that lets the user assess the selected risk in a card beside a view.

    The card shows the selected risk of the workbench. It keeps its place unless it would hide that risk there, and
    closes on Esc or when it loses the focus.
    """

    def __init__(self, window: QWidget, workbench: Workbench) -> None:
        super().__init__(window)
        self._window, self._workbench = window, workbench
        self.card = card = Card(window)
        self._view: RegisterView | None = None
        self._turned_to, self._is_shift_held = Pair.INHERENT, False
        # True while the card itself assesses or selects a risk: the card is updated only at the end.
        self._is_choosing = False
        # The risks assessed so far, the latest last.
        self._trail: list[str] = []
        card.matrix.chosen.connect(self._choose)
        card.turned.connect(self._turn)
        card.pair_chosen.connect(self._turn_to)
        card.shift_held.connect(self._hold)
        card.back.connect(self._go_back)
        card.left.connect(self._leave)
        workbench.selected.connect(self._follow)
        workbench.stepped.connect(self._on_stepped)
        workbench.register_opened.connect(self._leave)
        window.installEventFilter(self)
        application().focusChanged.connect(self._on_focus)

    def come_up(self, view: RegisterView) -> None:
        """Show the card beside the risk selected in a view; do nothing if no risk is selected."""
        first = next(self._workbench.selected_risks(), None)
        if self._workbench.read_only or first is None:
            return
        self._view, self._trail = view, []
        self._turned_to, self._is_shift_held = Pair.INHERENT, False
        view.reveal_item(first.id)
        self.card.show()
        self._follow()
        self._place(None)
        self.card.raise_()
        self.card.matrix.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the card back inside the window when the window is resized."""
        if watched is self._window and event.type() == QEvent.Type.Resize and self.card.isVisible():
            self._place(None)
        return super().eventFilter(watched, event)

    @property
    def _pair(self) -> Pair:
        return Pair.RESIDUAL if self._is_shift_held else self._turned_to

    @property
    def _tree(self) -> RegisterTree:
        tree = self._workbench.tree()
        assert tree is not None, "a risk of it is selected"
        return tree

    @property
    def _scale(self) -> ShownScale:
        return shown_scale(self._tree.register.scale, ui_language())

    def _choose(self, assessment: Assessment, shift: bool) -> None:  # noqa: FBT001 - a signal
        """Assess the selected risk and go on to the next; if the assessment was cleared, stay here."""
        selection = [*self._workbench.selected_risks()]
        pair = Pair.RESIDUAL if shift else self._turned_to
        self._is_choosing = True
        problem = self._workbench.run(risks.assess([risk.id for risk in selection], pair, assessment)).problem
        self._is_choosing = False
        if problem is not None or not self.card.isVisible():
            return
        last = selection[-1]
        following = next_awaiting(self._tree, pair, last.id) if len(selection) == 1 and assessment.complete else None
        say(self._window, outcome_sentence(self._name(selection), assessment, self._scale, following))
        if following is not None:
            self._trail.append(last.id)
            self._go_to(following.id)
        elif not assessment.complete:
            self._follow()
        else:
            self._leave()
            if len(selection) == 1:
                self._workbench.post(Notice(self._done(pair)))

    def _done(self, pair: Pair) -> str:
        return (
            self.tr("All risks are assessed") if pair is Pair.INHERENT else self.tr("All residual risks are assessed")
        )

    def _go_to(self, identity: str) -> None:
        """Select another risk to be assessed, and scroll to it."""
        self._workbench.select([identity])
        if self._view is not None:
            self._view.reveal_item(identity)
        self._place(self.card.pos())

    def _go_back(self) -> None:
        """Go back to the previous risk, if it still exists."""
        standing_ids = self._standing_ids()
        while self._trail:
            identity = self._trail.pop()
            if identity in standing_ids:
                self._go_to(identity)
                say(self._window, self._name([*self._workbench.selected_risks()]))
                return

    def _turn(self) -> None:
        self.card.matrix.start()
        self._turned_to = Pair.RESIDUAL if self._turned_to is Pair.INHERENT else Pair.INHERENT
        self._follow()
        say(self._window, self.card.matrix.accessibleName())

    def _turn_to(self, pair: Pair) -> None:
        if pair is not self._turned_to:
            self._turn()

    def _hold(self, is_held: bool) -> None:  # noqa: FBT001 - a signal
        self._is_shift_held = is_held
        self._follow()

    def _on_stepped(self, step: Step) -> None:
        if not self.card.isVisible() or self._is_choosing:
            return
        if step.undoes is not None and not self._workbench.hears_others:
            standing_ids = self._standing_ids()
            risk_ids = [change.id for change in step.changes if change.kind == "risk" and change.id in standing_ids]
            if risk_ids:
                self._workbench.select(risk_ids)
        self._follow()

    def _standing_ids(self) -> set[str]:
        tree = self._workbench.tree()
        return set() if tree is None else {risk.id for risk in tree.standing_risks}

    def _follow(self) -> None:
        """Show the risk selected now; close the card if no risk is selected."""
        if not self.card.isVisible():
            return
        selection = [*self._workbench.selected_risks()]
        if not selection:
            self._leave()
            return
        had = {self._pair.of(risk) for risk in selection}
        text = selection[0].description if len(selection) == 1 else ", ".join(map(shown_name, selection))
        self.card.show_scale(self._scale)
        self.card.show_subject(
            Subject(self._name(selection), text, had.pop() if len(had) == 1 else Assessment(), self._awaiting()),
            self._pair,
        )

    def _awaiting(self) -> str:
        count = sum(map(self._pair.awaits, self._tree.risks))
        return self.tr("%Ln risk(s) not assessed", "", count) if count else ""

    def _name(self, selection: list[Risk]) -> str:
        return shown_name(selection[0]) if len(selection) == 1 else self.tr("%Ln risk(s)", "", len(selection))

    def _place(self, before: QPoint | None) -> None:
        """Place the card beside the selected risk, or leave it where it was (`before`) if it hides nothing there."""
        if self._view is None:
            return
        room = self._window.rect().adjusted(UNIT // 2, UNIT // 2, -UNIT // 2, -UNIT // 2)
        self.card.fit(room.size())
        rects = [self._view.rect_of(risk.id) for risk in islice(self._workbench.selected_risks(), 1)]
        spared = next((rect for rect in rects if rect is not None), QRect(QPoint(), QSize(1, 1)))
        corner = self._view.widget.mapTo(self._window, QPoint())
        self.card.move(spot(self.card.size(), room, spared.translated(corner), before))

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Close the card when the focus leaves it, except for a menu or the bar of a wait, which give it back."""
        if now is None or is_busy() or isinstance(now, QMenu | QMenuBar) or not self.card.isVisible():
            return
        if now.window() is not self._window:
            self._leave()
        elif now is not self.card and not self.card.isAncestorOf(now):
            self.card.hide()

    def _leave(self) -> None:
        """Give the focus back to the view and close the card."""
        if self._view is not None and self.card.isVisible() and self._view.widget.isVisible():
            self._view.widget.setFocus()
        self.card.hide()
