"""On a real screen: what is done before the bar of a long step comes up.

What is typed is written later, a click by whose press the step began ends later, and no window closes.
"""

import json
import shutil
from collections.abc import Iterator

import pytest

from tests.real_screen import output, real_screen

pytestmark = pytest.mark.skipif(
    any(shutil.which(name) is None for name in ("Xvfb", "openbox", "xdotool")), reason="needs Xvfb, openbox and xdotool"
)
TYPED = """
import subprocess, sys, threading
from PySide6.QtCore import QDeadlineTimer, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QProgressDialog, QPushButton
from riskdesk.kit import apart

apart._MOMENT, apart._PATIENCE_MS = 0.01, 400
application, window, field, gate = QApplication([]), QMainWindow(), QLineEdit(), threading.Event()
window.setCentralWidget(field)
window.show()
assert QTest.qWaitForWindowActive(window, 30_000)
field.setFocus()

def see():
    if isinstance(QApplication.activeModalWidget(), QProgressDialog):
        assert field.text() == ""
        gate.set()

timer = QTimer(interval=1)
timer.timeout.connect(see)
timer.start()
# They wait for the window, which does not look before the work is under way.
subprocess.run(["xdotool", "key", *sys.argv[1:]], check=True)
apart.apart(lambda _checkpoint: gate.wait(), "Saving…")
timer.stop()
patience = QDeadlineTimer(20_000)
while not patience.hasExpired() and not (field.text() and QApplication.focusWidget() is field):
    QTest.qWait(20)
print(repr(field.text()))
"""

AGAIN = """
import subprocess, threading
from PySide6.QtCore import QDeadlineTimer, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QProgressDialog
from riskdesk.kit import apart

apart._MOMENT, apart._PATIENCE_MS = 0.01, 400
application, window, field, known = QApplication([]), QMainWindow(), QLineEdit(), []
shown = []
window.setCentralWidget(field)
window.show()
assert QTest.qWaitForWindowActive(window, 30_000)
field.setFocus()

def work_until_its_bar_is_active():
    gate = threading.Event()

    def see():
        bar = QApplication.activeWindow()
        if isinstance(bar, QProgressDialog) and bar not in known:
            known.append(bar)
            shown.append(sum(it.isVisible() for it in application.topLevelWidgets() if isinstance(it, QProgressDialog)))
            gate.set()

    timer = QTimer(interval=1)
    timer.timeout.connect(see)
    timer.start()
    apart.apart(lambda _checkpoint: gate.wait(), "Saving…")

def work():
    subprocess.run(["xdotool", "key", "a"], check=True)
    work_until_its_bar_is_active()
    subprocess.run(["xdotool", "key", "b"], check=True)
    work_until_its_bar_is_active()

QTimer.singleShot(0, work)
patience = QDeadlineTimer(20_000)
while not patience.hasExpired() and not (len(field.text()) == 2 and QApplication.focusWidget() is field):
    QTest.qWait(20)
print(field.text(), shown)
"""

GONE = """
import json, subprocess, sys, threading
from PySide6.QtCore import QDeadlineTimer, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMainWindow, QProgressDialog, QPushButton, QVBoxLayout
from riskdesk.kit import apart

apart._MOMENT, apart._PATIENCE_MS = 0.01, 400
application, found = QApplication([]), []
application.setQuitOnLastWindowClosed(False)
apart.unwritten.found.connect(found.append)

def told(steps, where, keys):
    window, behind = QMainWindow(), QLineEdit()
    gates, bars, over = [threading.Event() for _ in range(steps)], [], []
    window.setCentralWidget(behind)
    window.show()
    dialog = QDialog(window, modal=True)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    field, button = QLineEdit(dialog), QPushButton(dialog)
    rows = QVBoxLayout(dialog)
    rows.addWidget(field)
    rows.addWidget(button)
    dialog.show()
    (field if where == "text" else button).setFocus()
    # Qt's own call to wait for it takes a dialog of an active window as active.
    patience = QDeadlineTimer(30_000)
    while QApplication.activeWindow() is not dialog:
        assert not patience.hasExpired()
        QTest.qWait(5)

    def see():
        bar = QApplication.activeModalWidget()
        if isinstance(bar, QProgressDialog) and bar not in bars:
            bars.append(bar)
            gates[len(bars) - 1].set()

    timer = QTimer(interval=1)
    timer.timeout.connect(see)
    timer.start()
    subprocess.run(["xdotool", "key", *keys], check=True)

    def work():
        for step, gate in enumerate(gates):
            # Nothing is typed any more before the bar of another step.
            apart._PATIENCE_MS = 1 if step else 400
            apart.apart(lambda _checkpoint: gate.wait(), "Saving…")
        dialog.accept()
        QTimer.singleShot(0, lambda: over.append(True))

    QTimer.singleShot(0, work)
    patience = QDeadlineTimer(20_000)
    while not patience.hasExpired() and not over:
        QTest.qWait(20)
    timer.stop()
    window.close()
    texts = [behind.text(), *found]
    found.clear()
    return texts

print(json.dumps([told(*case) for case in json.loads(sys.argv[1])]))
"""

CLOSED = """
import subprocess, threading
from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QProgressDialog
from riskdesk.kit import apart

class Window(QMainWindow):
    def closeEvent(self, event: QCloseEvent) -> None:
        print("closed")
        super().closeEvent(event)

apart._MOMENT, apart._PATIENCE_MS = 0.01, 400
application, window, gate = QApplication([]), Window(), threading.Event()
window.show()
assert QTest.qWaitForWindowActive(window, 30_000)
# What the window manager does in this order, it has done once there are three desktops.
subprocess.run(["xdotool", "key", "alt+F4", "set_num_desktops", "3"], check=True)
while subprocess.check_output(["xdotool", "get_num_desktops"]).strip() != b"3":
    pass

def see():
    if isinstance(QApplication.activeModalWidget(), QProgressDialog):
        gate.set()

timer = QTimer(interval=1)
timer.timeout.connect(see)
timer.start()
apart.apart(lambda _checkpoint: gate.wait(), "Saving…")
print(window.isVisible())
"""

CLICKED = """
import subprocess, threading
from PySide6.QtCore import QDeadlineTimer, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QProgressDialog, QPushButton, QVBoxLayout, QWidget
from riskdesk.kit import apart

apart._MOMENT, apart._PATIENCE_MS = 0.01, 400
application, window, gate, clicks = QApplication([]), QMainWindow(), threading.Event(), []
middle, field, button, other = QWidget(), QLineEdit(), QPushButton("Next"), QPushButton("Other")
column = QVBoxLayout(middle)
for widget in (field, button, other):
    column.addWidget(widget)
window.setCentralWidget(middle)
window.show()
assert QTest.qWaitForWindowActive(window, 30_000)
field.setFocus()
field.editingFinished.connect(lambda: apart.apart(lambda _checkpoint: gate.wait(), "Saving…"))
QTest.keyClick(field, "a")
button.clicked.connect(lambda: clicks.append("next"))
other.clicked.connect(lambda: clicks.append("other"))

def see():
    if isinstance(QApplication.activeModalWidget(), QProgressDialog):
        assert clicks == []
        gate.set()

timer = QTimer(interval=1)
timer.timeout.connect(see)
timer.start()
click = []
for place in (button, other):
    middle_of = place.mapToGlobal(place.rect().center())
    click += ["mousemove", "--sync", str(middle_of.x()), str(middle_of.y()), "click", "1"]
subprocess.run(["xdotool", *click], check=True)
patience = QDeadlineTimer(20_000)
while not patience.hasExpired() and not clicks:
    QTest.qWait(20)
timer.stop()
print(clicks, button.isDown())
"""

ASKED = """
import subprocess, threading
from PySide6.QtCore import QDeadlineTimer, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QProgressDialog, QVBoxLayout, QWidget
from riskdesk.kit import apart

class Place(QWidget):
    def contextMenuEvent(self, event):
        asked.append((event.pos() == self.rect().center(), window.isActiveWindow()))

apart._MOMENT, apart._PATIENCE_MS = 0.01, 400
application, window, gate, asked = QApplication([]), QMainWindow(), threading.Event(), []
middle, field, place = QWidget(), QLineEdit(), Place()
column = QVBoxLayout(middle)
for widget in (field, place):
    column.addWidget(widget)
place.setMinimumSize(200, 200)
window.setCentralWidget(middle)
window.show()
assert QTest.qWaitForWindowActive(window, 30_000)
field.setFocus()
place.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
field.editingFinished.connect(lambda: apart.apart(lambda _checkpoint: gate.wait(), "Saving…"))
QTest.keyClick(field, "a")

def see():
    if isinstance(QApplication.activeModalWidget(), QProgressDialog):
        assert asked == []
        gate.set()

timer = QTimer(interval=1)
timer.timeout.connect(see)
timer.start()
point = place.mapToGlobal(place.rect().center())
subprocess.run(["xdotool", "mousemove", "--sync", str(point.x()), str(point.y()), "click", "3"], check=True)
patience = QDeadlineTimer(20_000)
while not patience.hasExpired() and not asked:
    QTest.qWait(20)
timer.stop()
QTest.qWait(100)
print(asked)
"""


@pytest.fixture(scope="module")
def screen() -> Iterator[dict[str, str]]:
    """One for all programs, of which each runs by itself."""
    with real_screen("800x600") as environment:
        yield environment


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        pytest.param(("a", "shift+b", "c", "BackSpace"), "aB", id="text"),
        # What is no text there may have been meant for what is gone by then.
        pytest.param(("a", "Escape", "b"), "a", id="up to what is no text"),
    ],
)
def test_what_is_typed_before_the_bar_comes_up_is_written(
    screen: dict[str, str], keys: tuple[str, ...], text: str
) -> None:
    assert output(screen, TYPED, *keys) == repr(text)


def test_what_is_typed_before_each_of_two_long_steps_in_a_row_is_written(screen: dict[str, str]) -> None:
    assert output(screen, AGAIN) == "ab [1, 1]"


def test_what_was_typed_into_a_dialog_that_goes_with_the_work_is_told(screen: dict[str, str]) -> None:
    """And nothing is written in the window behind it."""
    cases: dict[tuple[int, str, tuple[str, ...]], list[str]] = {
        (steps, where, keys): texts
        for steps in (1, 2)
        for where, keys, texts in (
            ("text", ("a", "shift+b"), ["aB"]),
            # Up to what is no text.
            ("text", ("a", "Escape", "b"), ["a"]),
            ("text", ("Down",), []),
            # Where no text is typed.
            ("button", ("a",), []),
        )
    }
    told = json.loads(output(screen, GONE, json.dumps(list(cases))))
    assert dict(zip(cases, told, strict=True)) == {case: ["", *texts] for case, texts in cases.items()}


def test_a_window_that_is_closed_before_the_bar_comes_up_stays(screen: dict[str, str]) -> None:
    assert output(screen, CLOSED) == "True"


def test_a_click_by_whose_press_the_work_began_ends_after_it_and_no_other_counts(screen: dict[str, str]) -> None:
    assert output(screen, CLICKED) == "['next'] False"


def test_a_right_click_by_whose_press_the_work_began_asks_for_a_menu_once_the_window_is_active(
    screen: dict[str, str],
) -> None:
    assert output(screen, ASKED) == "[(True, True)]"
