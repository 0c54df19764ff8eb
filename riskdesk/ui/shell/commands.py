"""The one place where commands are run, whatever menu, key, button, panel or drop asks for them."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget
from shiboken6 import isValid

from riskdesk.domain.step import Step
from riskdesk.kit.qt import application
from riskdesk.ui.bench.actions import ACTIONS, ActionSpec, Where
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.shell.editing import TextPast, Work, becomes_step, text_works

Works: TypeAlias = Mapping[str, Work]


class _Now(NamedTuple):
    """The commands that can be done now: on the focused text alone, and in all, if something they act on is selected.

    `risks` is whether a risk that is not ended is selected, `bullets` whether risks or mitigations are.
    """

    of_text: Works
    here: Works
    risks: bool
    bullets: bool

    def lacks(self, spec: ActionSpec) -> bool:
        """Whether nothing is selected that an action acts on."""
        return (spec.of_risks and not self.risks) or (spec.of_bullets and not self.bullets)


class _Place(NamedTuple):
    """The commands of a place, and whether one of them has something to act on."""

    works: Works
    can: Callable[[str], bool]

    def possible(self) -> Works:
        """The commands that have something to act on now."""
        return {name: work for name, work in self.works.items() if self.can(name)}


class Commands(QObject):
    """The runner of all commands, by their names in `ACTIONS`: first where the focus is, else for the whole window.

    A place is a widget with commands of its own, which act while the focus is in it. `changed` is emitted when other
    commands may be possible, `acting` carries the command that is about to be run, `placed` a place that was added.
    """

    changed = Signal()
    acting = Signal(str)
    placed = Signal(QWidget)

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._works: dict[str, Work] = {}
        self._places: dict[QWidget, _Place] = {}
        self._before_menu: QWidget | None = None
        self._text_past = TextPast(self._is_unstored, self)
        self._text_past.changed.connect(self.changed)
        workbench.stepped.connect(self._on_stepped)
        # A field shows what was stored of it only after the step.
        workbench.stepped.connect(self._follow_typing, Qt.ConnectionType.QueuedConnection)
        workbench.register_opened.connect(self.changed)
        workbench.selected.connect(self.changed)
        application().focusChanged.connect(self._on_focus_changed)

    def offer(self, works: Works) -> None:
        """Add functions of commands for any focus."""
        self._works |= works
        self.changed.emit()

    def add_place(self, place: QWidget, works: Works, can: Callable[[str], bool] = lambda _name: True) -> None:
        """Add the functions of commands while the focus is in a widget; those for text in a field come first.

        `can` tells whether one of them has something to act on; if not, it is disabled. The signal `changed` is emitted
        when the selection changes; whoever knows more that changes the answer emits it.
        """
        self._places[place] = _Place(works, can)
        self.placed.emit(place)

    @property
    def places(self) -> Mapping[QWidget, Works]:
        """The widgets with commands of their own, and these commands."""
        return {widget: place.works for widget, place in self._places.items()}

    @property
    def doable(self) -> set[str]:
        """The names of the commands that can be done now."""
        now = self._now()
        return {name for name in ACTIONS if self._work(name, now) is not None}

    @property
    def of_typing(self) -> set[str]:
        """The names of the commands that would act on the typing in the field that has the focus."""
        return {*self._of_text()} | ({"undo"} if self._is_unstored(self._focused()) else set())

    def run(self, name: str) -> None:
        """Run a command once what is typed is stored; if it cannot be stored, report why and do nothing."""
        self._leave_menu_bar()
        now = self._now()
        work = self._work(name, now)
        if work is not None and (name in now.of_text or ACTIONS[name].leaves or self._workbench.commit()):
            self.acting.emit(name)
            work()

    def _leave_menu_bar(self) -> None:
        """Give the focus back from a menu bar without an open menu: the command may hide the widget that had it."""
        before = self._focused()
        if before is not None and isinstance(QApplication.focusWidget(), QMenuBar):
            before.setFocus(Qt.FocusReason.MenuBarFocusReason)

    def _of_text(self) -> Works:
        """The commands that act on the focused text alone."""
        focused = self._focused()
        # What is typed in a dialog does not concern its window.
        is_here = focused is not None and focused.window() is self.parent()
        return text_works(focused) if is_here else {}

    def _now(self) -> _Now:
        of_text, here = self._of_text(), dict[str, Work]()
        for works in (*reversed(self._around(self._focused())), of_text):
            here |= works
        tree = self._workbench.tree()
        bullets = () if tree is None else tree.bullets_among(frozenset(self._workbench.selection))
        return _Now(of_text, here, any(self._workbench.selected_risks()), bool(bullets))

    def _work(self, name: str, now: _Now) -> Work | None:
        """The function of a command; None if it cannot be run."""
        spec = ACTIONS[name]
        if name in now.of_text:
            return now.of_text[name]
        if (spec.edits and self._workbench.read_only) or now.lacks(spec):
            return None
        # What is typed is stored first, as a step, after which nothing can be redone.
        if name == "redo" and self._is_unstored(self._focused()):
            return None
        if self._workbench.register_id is None and spec.where in (Where.REGISTER, Where.PLACE):
            return None
        if spec.where is Where.PLACE:
            return now.here.get(name)
        return now.here.get(name) or self._works.get(name)

    def _is_unstored(self, field: QWidget | None) -> bool:
        """Whether text typed in a field becomes the next step."""
        typing = self._workbench.typing
        return becomes_step(field) and typing.draft() is not None and typing.problem() is None

    def _focused(self) -> QWidget | None:
        """The widget that has the focus, or had it before a menu."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QMenuBar | QMenu):
            before = self._before_menu
            return before if before is not None and isValid(before) else None
        return focused

    def _around(self, widget: QWidget | None) -> list[Works]:
        """The commands of the places that contain a widget, the nearest first."""
        works: list[Works] = []
        while widget is not None:
            if widget in self._places:
                works.append(self._places[widget].possible())
            widget = widget.parentWidget()
        return works

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        # A menu acts on the widget that had the focus when it was opened.
        if not isinstance(now, QMenuBar | QMenu):
            self._before_menu = None
        elif not isinstance(old, QMenuBar | QMenu):
            self._before_menu = old
        if now is not None:
            self._text_past.follow(self._focused())
            self.changed.emit()

    def _on_stepped(self, step: Step) -> None:
        if not self._workbench.hears_others:
            self._text_past.hear_step(step)
        self.changed.emit()

    def _follow_typing(self, _step: object) -> None:
        self._text_past.follow(self._focused())
        self.changed.emit()
