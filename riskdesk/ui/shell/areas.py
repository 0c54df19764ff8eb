"""The areas of the window: the sheet, beside it what can be shown and hidden, and gives way where room is short."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from riskdesk.kit.settings import Setting, Settings

SHEET = "sheet"


# Nothing that is kept in a file makes an area wider than this.
_WIDEST = 4_000
# From left to right.
_ORDER = ("left", SHEET, "preview", "inspector")
# Of each but the sheet: whether it is asked for, and how wide it is; 0 is half of what the sheet has.
WANTED = {name: Setting(f"columns/{name}", bool, name != "preview") for name in _ORDER if name != SHEET}
WIDTHS = {
    name: Setting(f"columns/{name}-width", int, width)
    for name, width in (("left", 256), ("preview", 0), ("inspector", 320))
}


class Areas(QSplitter):
    """What is asked for is shown as long as it fits; what was asked for longest ago gives way first.

    `changed` says that other areas are shown. An area may be made when it is shown first.
    """

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self._settings = settings
        self._parts: dict[str, QWidget] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._wanted: list[str] = []
        self._widths = {name: max(0, min(_WIDEST, settings.get(setting))) for name, setting in WIDTHS.items()}
        self.splitterMoved.connect(self._on_moved)

    def add(self, name: str, part: QWidget) -> None:
        """Add an area, or put another in its place."""
        old = self._parts.pop(name, None)
        self._parts[name] = part
        part.setVisible(name == SHEET)
        self.insertWidget([*self._in_order()].index(name), part)
        if old is not None:
            old.setParent(None)
            old.deleteLater()
        self.setStretchFactor(self.indexOf(part), 1 if name == SHEET else 0)
        if name != SHEET and name not in self._wanted and self._settings.get(WANTED[name]):
            self._wanted.append(name)
        self._arrange()

    def add_later(self, name: str, make: Callable[[], QWidget]) -> None:
        """Add an area that is made when it is shown first: at once where it was asked for when the window closed."""
        self._makers[name] = make
        if self._settings.get(WANTED[name]):
            self.show_part(name)

    def part(self, name: str) -> QWidget | None:
        """The area of a name, None if it was not made yet."""
        return self._parts.get(name)

    def is_seen(self, name: str) -> bool:
        """Whether an area is shown."""
        return name in self._parts and not self._parts[name].isHidden()

    def toggle(self, name: str) -> None:
        """Show an area, or hide it where it is shown."""
        if self.is_seen(name):
            self._wanted.remove(name)
            if self._parts[name].isAncestorOf(QApplication.focusWidget() or self):
                self._parts[SHEET].setFocus(Qt.FocusReason.OtherFocusReason)
            self._arrange()
        else:
            self.show_part(name)

    def show_part(self, name: str) -> None:
        """Show an area, whatever gives way to it."""
        self._wanted = [name, *(other for other in self._wanted if other != name)]
        if name not in self._parts:
            self.add(name, self._makers[name]())
        self._arrange()

    def go_to(self, name: str, inside: QWidget | None = None) -> None:
        """Bring the focus to an area, or to a part of it, and show it if it is not."""
        if not self.is_seen(name):
            self.show_part(name)
        (inside or self._parts[name]).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep(self) -> None:
        """Remember which areas are asked for and how wide they are."""
        for name in self._parts.keys() - {SHEET}:
            self._settings.set(WANTED[name], name in self._wanted)
            self._settings.set(WIDTHS[name], self._widths[name])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the sheet: the others give way."""
        return QSize(_least(self._parts[SHEET]), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        """Show what is asked for, as far as it fits, and give each its width."""
        if SHEET not in self._parts:
            return
        seen, room = {SHEET}, self.width() - _least(self._parts[SHEET])
        for name in filter(self._parts.__contains__, self._wanted):
            needed = _least(self._parts[name]) + self.handleWidth()
            if needed <= room:
                seen.add(name)
                room -= needed
        before = {name for name in self._parts if self.is_seen(name)}
        if seen != before:
            for name, part in self._parts.items():
                part.setVisible(name in seen)
            self._share()
            self.changed.emit()

    def _share(self) -> None:
        """Give each area that is shown its width, and the sheet what they leave."""
        others = {name: part for name, part in self._parts.items() if self.is_seen(name) and name != SHEET}
        fixed = {name: max(_least(part), self._widths[name]) for name, part in others.items() if self._widths[name]}
        room = self.width() - self.handleWidth() * len(others)
        widths = {name: fixed.get(name, (room - sum(fixed.values())) // 2) for name in others}
        widths[SHEET] = max(_least(self._parts[SHEET]), room - sum(widths.values()))
        self.setSizes([widths.get(name, 0) for name in self._in_order()])

    def _on_moved(self) -> None:
        for name, width in zip(self._in_order(), self.sizes(), strict=True):
            if self.is_seen(name):
                self._widths[name] = width

    def _in_order(self) -> list[str]:
        return [name for name in _ORDER if name in self._parts]


def _least(part: QWidget) -> int:
    """How narrow an area may be."""
    return part.minimumWidth() or part.minimumSizeHint().width()
