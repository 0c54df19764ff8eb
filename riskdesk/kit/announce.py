"""Announces to screen readers what happened and what has the focus, where the focused widget does not do so itself."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTreeView, QWidget

_Politeness = QAccessible.AnnouncementPoliteness
_BY_ITSELF, _TELLS_FOLDS = "tells its items", "tells what is folded"


def say(widget: QWidget, text: str, *, assertive: bool = False) -> None:
    """Have screen readers say a text about a widget: after what they are saying, or at once if it is `assertive`."""
    if not text:
        return
    event = QAccessibleAnnouncementEvent(widget, text)
    event.setPoliteness(_Politeness.Assertive if assertive else _Politeness.Polite)
    QAccessible.updateAccessibility(event)


def fold_word(*, is_open: bool) -> str:
    """What screen readers say of something that can be folded."""
    expanded = QCoreApplication.translate("Folding", "expanded")
    return expanded if is_open else QCoreApplication.translate("Folding", "collapsed")


def say_fold(widget: QWidget, *, is_open: bool) -> None:
    """Have screen readers say that what has the focus in a widget was opened or folded: Qt passes that on to none."""
    if widget.hasFocus():
        say(widget, fold_word(is_open=is_open))


def tells_itself(view: QAbstractItemView) -> None:
    """Exclude a view that announces its items itself."""
    view.setProperty(_BY_ITSELF, True)


def tell_current(view: QAbstractItemView) -> None:
    """Have screen readers report the current item of a view, if it has one."""
    if not QAccessible.isActive() or not view.currentIndex().isValid():
        return
    # This lays the view out, if it has not been yet: its rows have no places before.
    view.visualRect(view.currentIndex())
    heard = QAccessible.queryAccessibleInterface(view)
    item = heard.focusChild()
    if item is not None:
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(heard.indexOfChild(item))
        QAccessible.updateAccessibility(event)


class CurrentItem(QObject):
    """An announcer of the current item of a list, a table or a tree that gets the focus.

    It comes after Qt, which announces the view alone, and an item only when the current item changes. It also says
    that a branch of a tree was opened or folded.
    """

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._wait = QTimer(self, interval=0, singleShot=True)
        self._wait.timeout.connect(self._tell)
        application.focusChanged.connect(self._on_focus)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QAbstractItemView) and QAccessible.isActive() and not now.property(_BY_ITSELF):
            self._wait.start()
        if isinstance(now, QTreeView) and not now.property(_TELLS_FOLDS):
            now.setProperty(_TELLS_FOLDS, True)
            now.expanded.connect(self._tell_opened)
            now.collapsed.connect(self._tell_folded)

    def _tell_opened(self, index: QModelIndex) -> None:
        self._tell_fold(index, is_open=True)

    def _tell_folded(self, index: QModelIndex) -> None:
        self._tell_fold(index, is_open=False)

    def _tell_fold(self, index: QModelIndex, *, is_open: bool) -> None:
        view = QApplication.focusWidget()
        if isinstance(view, QTreeView) and view.currentIndex() == index:
            say_fold(view, is_open=is_open)

    def _tell(self) -> None:
        view = QApplication.focusWidget()
        if isinstance(view, QAbstractItemView):
            tell_current(view)
