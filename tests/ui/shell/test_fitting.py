"""Where the window stands, on whatever screens there are when it opens."""

import pytest
from PySide6.QtCore import QRect, QSize

from riskdesk.ui.shell.fitting import WindowPlace, bring_into_sight, mended
from tests.ui.conftest import Opened

USUAL, TITLE = QSize(1280, 800), 30
# Free room: a small portable, a beamer, 1920×1080 at 100, 150 and 200 %, with a panel, an upright screen.
SCREENS = [
    QRect(0, 0, 1366, 768),
    QRect(0, 0, 1024, 768),
    QRect(0, 0, 1920, 1040),
    QRect(0, 28, 1280, 692),
    QRect(72, 0, 888, 540),
    QRect(0, 0, 1080, 1920),
]


def outer(room: QRect) -> QRect:
    """A window with its bar."""
    return room.adjusted(0, -TITLE, 0, 0)


@pytest.mark.parametrize("free", SCREENS)
def test_the_first_window_takes_nine_tenths_of_the_screen_at_most_in_its_middle(free: QRect) -> None:
    room = outer(mended(None, USUAL, [free], TITLE).room)
    assert room.width() <= 0.9 * free.width() + 1
    assert room.height() <= 0.9 * free.height() + 1
    assert free.contains(room)
    assert abs(room.center().x() - free.center().x()) <= 1
    assert abs(room.center().y() - free.center().y()) <= 1
    assert room.width() >= min(USUAL.width(), int(0.9 * free.width()))


@pytest.mark.parametrize("free", SCREENS)
@pytest.mark.parametrize("old_screen", SCREENS)
@pytest.mark.parametrize("share", [0.5, 1.0])
def test_a_window_kept_on_one_screen_is_whole_on_another(old_screen: QRect, free: QRect, share: float) -> None:
    size = QSize(round(old_screen.width() * share), round(old_screen.height() * share) - TITLE)
    place = WindowPlace(
        QRect(old_screen.left(), old_screen.top() + TITLE, size.width(), size.height()), old_screen.size()
    )
    room = outer(mended(place, USUAL, [free], TITLE).room)
    assert free.contains(room)
    if old_screen == free:
        assert room == outer(place.room), "it stays as it was where nothing changed"
    else:
        assert room.width() <= 0.9 * free.width() + 1
        assert room.height() <= 0.9 * free.height() + 1


def test_a_window_goes_back_to_its_own_screen_and_to_the_main_one_where_that_is_gone() -> None:
    main, other = QRect(0, 0, 1920, 1040), QRect(1920, 100, 1366, 768)
    place = WindowPlace(QRect(2000, 200, 900, 600), other.size())
    assert mended(place, USUAL, [main, other], TITLE) == place
    assert main.contains(outer(mended(place, USUAL, [main], TITLE).room))
    # Half of it on either side of the edge between both.
    across = WindowPlace(QRect(1800, 200, 900, 600), other.size())
    assert other.contains(outer(mended(across, USUAL, [main, other], TITLE).room))


@pytest.mark.parametrize("is_maximized", [False, True])
def test_a_place_is_written_and_read(*, is_maximized: bool) -> None:
    place = WindowPlace(QRect(-1200, 40, 900, 600), QSize(1200, 800), is_maximized)
    assert WindowPlace.read(place.written()) == place


def test_a_window_that_filled_the_screen_fills_it_again_and_then_has_its_size_before(open_window: Opened) -> None:
    window = open_window()
    window.setGeometry(100, 120, 900, 600)
    window.showMaximized()
    window.close()
    again = open_window()
    assert again.isMaximized()
    assert again.normalGeometry() == QRect(100, 120, 900, 600)


def test_a_window_that_sticks_out_is_shrunk_and_moved_onto_the_screen_with_its_frame(open_window: Opened) -> None:
    window = open_window()
    free = window.screen().availableGeometry()
    window.setGeometry(free.right() - 200, free.bottom() - 200, free.width() + 300, window.minimumSizeHint().height())
    bring_into_sight(window)
    assert free.contains(window.frameGeometry())
