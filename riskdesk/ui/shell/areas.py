"""The areas of the window: the views and the preview in the middle, and panels at the sides that may be hidden."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from riskdesk.kit.announce import say
from riskdesk.kit.focus import keep_with
from riskdesk.kit.plain import without_letter
from riskdesk.kit.settings import Setting, Settings
from riskdesk.kit.splitter import Splitter

CENTRE, PREVIEW = "centre", "preview"

# No setting makes an area wider than this.
_WIDEST = 4_000
# The least width of centre and preview beside each other; with less room, one takes the place of the other.
_BESIDE = 480
# From left to right.
_ORDER = ("left", "gaps", CENTRE, PREVIEW, "inspector")
_MIDDLE = (CENTRE, PREVIEW)
# Areas that are made after the first paint.
_LATER = ("gaps", PREVIEW)
# Both of these are shown if they leave the centre this width, else only the one asked for last.
_LEFT, _ROOMY = ("left", "gaps"), 640
# Whether each area but the centre, which the View menu shows and hides, is asked for, and how wide it is; 0 stands for
# half the width of the centre.
WANTED = {name: Setting(f"columns/{name}", bool, name in ("left", "inspector")) for name in _ORDER if name != CENTRE}
WIDTHS = {
    name: Setting(f"columns/{name}-width", int, width)
    for name, width in (("left", 256), ("gaps", 288), (PREVIEW, 0), ("inspector", 320))
}
# The least width of an area whose content is made later; other areas have one of their own.
_LEAST = {"gaps": 192, "inspector": 256}
# Which of centre and preview was asked for last.
FRONT = Setting("columns/front", str, CENTRE)


class Areas(Splitter):
    """The areas of a window side by side: panels at the sides, the views and the preview between them.

    Areas that are asked for are shown as far as they fit; the one asked for longest ago is hidden first. Centre and
    preview are beside each other if there is room for both between the sides, else the one asked for last replaces the
    other. `changed` is emitted when other areas are shown. An area can be made when it is first shown.
    """

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._areas: dict[str, QWidget] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._actions: Mapping[str, QAction] = {}
        # The last one asked for is first.
        self._wanted_areas = [CENTRE]
        self._widths = {name: max(0, min(_WIDEST, settings.get(setting))) for name, setting in WIDTHS.items()}
        # What had the focus before its area was replaced by the one that has it now.
        self._before: QWidget | None = None
        self.splitterMoved.connect(self._on_moved)
        for name in _LATER:
            # An empty widget holds its place in the first picture.
            self.add_later(name, QWidget)

    def add(self, name: str, area: QWidget) -> None:
        """Add an area, or replace the one with its name."""
        self._put(name, area)
        if name not in self._wanted_areas and self._settings.get(WANTED[name]):
            self._wanted_areas.append(name)
        self._arrange()

    def add_later(self, name: str, make: Callable[[], QWidget]) -> None:
        """Add an area that is made on its first showing: now, if it was shown when the window was last closed."""
        is_new = name not in self._makers
        self._makers[name] = make
        if name in self._areas:
            self._fill(name)
        elif is_new and self._settings.get(WANTED[name]):
            is_front = name in (self._settings.get(FRONT), *_LEFT)
            self._wanted_areas.insert(0 if is_front else len(self._wanted_areas), name)
            self._arrange()

    def area(self, name: str) -> QWidget | None:
        """The area with a name; None if it was not made yet."""
        return self._areas.get(name)

    def is_seen(self, name: str) -> bool:
        """Whether an area is shown."""
        return name in self._areas and not self._areas[name].isHidden()

    def toggle(self, name: str) -> None:
        """Show an area, or hide it if it is shown; that is announced unless the focus moves to another area."""
        focused = QApplication.focusWidget()
        if self.is_seen(name):
            self._wanted_areas.remove(name)
            self._arrange()
        else:
            self.show_area(name)
        if QApplication.focusWidget() is focused and name in self._actions:
            text = self.tr("Shown: {area}") if self.is_seen(name) else self.tr("Hidden: {area}")
            say(self, text.format(area=without_letter(self._actions[name].text())))

    def show_area(self, name: str) -> None:
        """Show an area; others may be hidden for it."""
        if not self.is_seen(name):
            self._wanted_areas = [name, *(other for other in self._wanted_areas if other != name)]
            self._arrange()

    def go_to(self, name: str, inside: QWidget | None = None) -> None:
        """Give the focus to an area, or to a widget in it, and show it if it is not."""
        self.show_area(name)
        (inside or self._areas[name]).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_front(self) -> None:
        """Give the focus to the centre or the preview, whichever was asked for last."""
        self.go_to(self._middle()[0])

    def tick(self, actions: Mapping[str, QAction]) -> None:
        """Keep each action checked while the area of its name is shown, which is called like its action."""
        self._actions = actions

        def tell() -> None:
            for name, action in actions.items():
                action.setChecked(self.is_seen(name))

        self.changed.connect(tell)
        tell()

    def keep(self) -> None:
        """Save in the settings which areas are asked for and how wide they are."""
        for name, setting in WANTED.items():
            if name in self._areas or name in self._makers:
                # A panel made later that gave way to its neighbour is not to replace that the next time.
                gave_way = name in _LEFT and name in self._makers and not self.is_seen(name)
                self._settings.set(setting, name in self._wanted_areas and not gave_way)
                self._settings.set(WIDTHS[name], self._widths[name])
        self._settings.set(FRONT, self._middle()[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if CENTRE in self._areas:
            # Areas that shrank while there was less room get their width again.
            self._share()

    def minimumSizeHint(self) -> QSize:
        """The size of the centre alone, as the other areas can be hidden."""
        return QSize(self._least(CENTRE), super().minimumSizeHint().height())

    def _fill(self, name: str) -> None:
        """Make an area in the place that was held for it, with the focus; a hidden one is made when shown."""
        placeholder = self._areas[name]
        if self.is_seen(name):
            had_focus = self.window().focusWidget() is placeholder
            self._put(name, self._makers[name]())
            if had_focus:
                self._areas[name].setFocus()
        else:
            del self._areas[name]
            placeholder.setParent(None)
            placeholder.deleteLater()

    def _put(self, name: str, area: QWidget) -> None:
        old = self._areas.get(name)
        self._areas[name] = area
        area.setMinimumWidth(_LEAST.get(name, area.minimumWidth()))
        if old is not None:
            # It gets the width and visibility of the old one, so that its neighbours stay as they are.
            self.replaceWidget(self.indexOf(old), area)
            keep_with(self, area)
            old.deleteLater()
        else:
            # A widget that is shown before it has a parent would be a window of its own for a moment.
            area.hide()
            self.insertWidget(self._in_order().index(name), area)
            area.setVisible(name == CENTRE)
        self.setStretchFactor(self.indexOf(area), 1 if name in _MIDDLE else 0)

    def _arrange(self) -> None:
        """Show the areas that are asked for, if they fit, and give each its width.

        A border that is hidden with the focus gives that to the centre or the preview.
        """
        if CENTRE not in self._areas:
            return
        visible = self._fitting()
        for name in visible - self._areas.keys():
            self._put(name, self._makers[name]())
        if visible != {name for name in self._areas if self.is_seen(name)}:
            border = next((handle for handle in map(self.handle, range(self.count())) if handle.hasFocus()), None)
            self._show(visible)
            self._share()
            if border is not None and not border.isVisible():
                self.go_to_front()
            self.changed.emit()

    def _fitting(self) -> set[str]:
        """The areas that fit: first one of centre and preview, then the sides, then the other one."""
        front, *behind = self._middle()
        visible, room = {front}, self.width() - self._needed(front)
        wanted_sides = [name for name in self._wanted_areas if name in self._sides()]
        roomy = self.width() - sum(self._width(name) + self.handleWidth() for name in wanted_sides) >= _ROOMY
        for name in wanted_sides:
            needed = self._least(name) + self.handleWidth()
            if needed <= room and (roomy or name not in _LEFT or visible.isdisjoint(_LEFT)):
                visible.add(name)
                room -= needed
        sides = sum(self._width(name) + self.handleWidth() for name in visible if name not in _MIDDLE)
        if behind and self.width() - sides >= 2 * _BESIDE + self.handleWidth():
            visible.add(behind[0])
        return visible

    def _show(self, visible: set[str]) -> None:
        """Show only these areas; if the focus is in one that is hidden, what had it before gets it, or the centre."""
        focused = QApplication.focusWidget()
        for name in visible:
            self._areas[name].show()
        for name, area in self._areas.items():
            if name not in visible and focused is not None and (area is focused or area.isAncestorOf(focused)):
                self._hand_over(focused, stays_open=name == CENTRE)
            area.setVisible(name in visible)

    def _hand_over(self, focused: QWidget, *, stays_open: bool) -> None:
        before, self._before = self._before, focused
        if before is None or not isValid(before) or not before.isVisible():
            before = self._areas[self._middle()[0]]
        # As for a menu, a line that is being written stays open then.
        before.setFocus(Qt.FocusReason.PopupFocusReason if stays_open else Qt.FocusReason.OtherFocusReason)

    def _share(self) -> None:
        """Give each shown area its width and the centre the rest; the sides shrink if it needs more."""
        visible = [name for name in self._in_order() if self.is_seen(name)]
        centre = [name for name in visible if name in _MIDDLE]
        widths = {name: self._width(name) for name in visible if name not in centre}
        room = self.width() - sum(widths.values()) - self.handleWidth() * (len(visible) - 1)
        for name in widths if len(centre) == 1 else ():
            cut = max(0, min(self._needed(centre[0]) - room, widths[name] - self._least(name)))
            widths[name] -= cut
            room += cut
        if len(centre) > 1:
            widths[PREVIEW] = min(self._widths[PREVIEW] or room // 2, room - _BESIDE)
            room -= widths[PREVIEW]
        widths[centre[0]] = room
        # Qt would show the handle of an area that was hidden when it was added only at the next change of layout.
        self.refresh()
        self.setSizes([widths.get(name, 0) for name in self._in_order()])

    def _on_moved(self) -> None:
        both = all(map(self.is_seen, _MIDDLE))
        for name, width in zip(self._in_order(), self.sizes(), strict=True):
            if self.is_seen(name) and (both or name not in _MIDDLE):
                self._widths[name] = width

    def _middle(self) -> list[str]:
        """The names of centre and preview, as far as they are asked for; the last one asked for comes first."""
        return [name for name in self._wanted_areas if name in _MIDDLE]

    def _needed(self, name: str) -> int:
        """The least width of centre or preview if it is shown without the other."""
        return _BESIDE if name == PREVIEW else self._least(CENTRE)

    def _sides(self) -> list[str]:
        return [name for name in (*self._areas, *self._makers) if name not in _MIDDLE]

    def _width(self, name: str) -> int:
        return max(self._least(name), self._widths[name])

    def _least(self, name: str) -> int:
        """The least width of an area, even of one that is not made yet."""
        area = self._areas.get(name)
        if area is None:
            return _LEAST.get(name, self._widths[name])
        return area.minimumWidth() or area.minimumSizeHint().width()

    def _in_order(self) -> list[str]:
        return [name for name in _ORDER if name in self._areas]
