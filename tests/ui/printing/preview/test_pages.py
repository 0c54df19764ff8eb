"""The pages of the preview: turned, sized, painted where they are seen."""

import pytest
from pypdfium2 import PdfDocument, PdfPage
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSpinBox
from pytestqt.qtbot import QtBot

from riskdesk.domain.printing import DocumentKind, Orientation, Paper, Print
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.printing.preview import Preview
from riskdesk.ui.printing.preview.pages import Pages
from riskdesk.ui.printing.preview.stack import Fit
from tests.ui.printing.preview.conftest import button, pages, remade, wheel


def test_pages_are_turned_and_typed(preview: Preview) -> None:
    view = pages(preview)
    button(preview, "Next page").click()
    assert view.page == 2
    button(preview, "Previous page").click()
    assert view.page == 1
    for typed_in, page in (("3", 3), ("99", 3), ("0", 3), ("", 3), ("2", 2)):
        number(preview).selectAll()
        QTest.keyClick(number(preview), Qt.Key.Key_Delete)
        QTest.keyClicks(number(preview), typed_in)
        QTest.keyClick(number(preview), Qt.Key.Key_Return)
        assert (view.page, number(preview).value(), number(preview).text()) == (page, page, str(page))
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 1
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.page == 3


def number(preview: Preview) -> QSpinBox:
    (spin_box,) = preview.findChildren(QSpinBox)
    return spin_box


def test_the_current_page_is_the_one_that_is_gone_to_though_others_are_seen_as_well(
    qtbot: QtBot, preview: Preview
) -> None:
    """As on paper that lies, of which two pages and more are in sight."""
    remade(
        qtbot, preview, lambda: preview._choice.choose(Print(DocumentKind.WORKING, orientation=Orientation.LANDSCAPE))
    )
    view = pages(preview)
    preview.resize(500, 1_000)
    QApplication.processEvents()
    assert len(list(view._in_sight())) > 2
    view.verticalScrollBar().setValue(3)
    assert view.page == 1
    for page in [*range(2, view.count + 1), *range(view.count - 1, 0, -1)]:
        button(preview, "Next page" if page > view.page else "Previous page").click()
        assert (view.page, number(preview).value()) == (page, page)
    preview.hide()
    remade(qtbot, preview, preview.show)
    assert view.page == 1


def test_what_cannot_be_turned_is_off(qtbot: QtBot, preview: Preview, workbench: Workbench) -> None:
    back, on = button(preview, "Previous page"), button(preview, "Next page")
    assert (back.isEnabled(), on.isEnabled()) == (False, True)
    pages(preview).go_to(3)
    assert (back.isEnabled(), on.isEnabled()) == (True, False)
    remade(qtbot, preview, lambda: preview._choice.choose(Print(DocumentKind.MATRIX)))
    assert (back.isEnabled(), on.isEnabled()) == (False, False)


def test_the_buttons_say_which_size_is_followed(preview: Preview) -> None:
    width, page = button(preview, "Fit to the width"), button(preview, "Fit to the page")
    assert (width.isChecked(), page.isChecked()) == (True, False)
    page.click()
    assert (width.isChecked(), page.isChecked()) == (False, True)
    button(preview, "Larger").click()
    assert (width.isChecked(), page.isChecked()) == (False, False)


@pytest.mark.parametrize("fit", [Fit.WIDTH, Fit.PAGE])
def test_another_document_fits_as_the_one_before(qtbot: QtBot, preview: Preview, fit: Fit) -> None:
    view = pages(preview)
    view.fit_to(fit)
    for how in (Print(DocumentKind.MATRIX, Paper.A3, Orientation.LANDSCAPE), Print(DocumentKind.SUMMARY)):
        remade(qtbot, preview, lambda how=how: preview._choice.choose(how))
        (place, *_) = view._in_sight()
        left = view.viewport().rect().width() - place[1].width()
        above = view.viewport().rect().height() - place[1].height()
        assert 0 < (left if fit is Fit.WIDTH else min(left, above)) <= 40
        assert view.horizontalScrollBar().maximum() == 0


def test_what_is_in_the_middle_stays_there_when_it_gets_larger(preview: Preview) -> None:
    view = pages(preview)
    view.go_to(2)
    before = middle(view)
    for _ in range(5):
        button(preview, "Larger").click()
    assert middle(view) == pytest.approx(before, abs=0.01)
    for _ in range(5):
        button(preview, "Smaller").click()
    assert middle(view) == pytest.approx(before, abs=0.01)


def middle(view: Pages) -> float:
    """What is in the middle of the view, in pages from the start."""
    place = view.verticalScrollBar().value() + view.viewport().height() / 2
    return place / view._stack.height * view.count


def test_the_keys_of_the_window_size_the_pages(preview: Preview) -> None:
    preview.zoom_reset()
    assert pages(preview).zoom == 1
    preview.zoom_in()
    assert pages(preview).zoom == pytest.approx(1.25)
    preview.zoom_out()
    assert pages(preview).zoom == pytest.approx(1)


def test_what_fits_is_found_at_once_at_any_size(qtbot: QtBot, preview: Preview) -> None:
    remade(qtbot, preview, lambda: preview._choice.choose(Print(DocumentKind.SUMMARY)))
    view, zooms = pages(preview), []
    view.zoomed.connect(lambda: zooms.append(view.zoom))
    for height in range(600, 900, 4):
        preview.resize(500, height)
        QApplication.processEvents()
        zooms.clear()
        for _ in range(3):
            QApplication.processEvents()
        assert zooms == []


def test_smaller_never_makes_it_larger(preview: Preview) -> None:
    view = pages(preview)
    view.fit_to(Fit.PAGE)
    view.resize(300, 60)
    assert view.zoom < 0.25
    small = view.zoom
    button(preview, "Smaller").click()
    assert view.zoom == small


def test_few_pictures_of_large_pages_are_kept(preview: Preview) -> None:
    view = pages(preview)
    view.zoom_to(4)
    for page in (1, 2, 3):
        view.go_to(page)
        view.viewport().grab()
    assert sum(image.sizeInBytes() for image in view._images.values()) < 100_000_000


def test_the_size_follows_the_view_or_the_user(preview: Preview) -> None:
    view = pages(preview)
    assert view.fit is Fit.WIDTH
    wide = view.zoom
    preview.resize(700, 600)
    QApplication.processEvents()
    assert view.zoom > wide
    button(preview, "Fit to the page").click()
    (place, *_) = view._in_sight()
    assert place[1].height() <= view.viewport().height()
    whole = view.zoom
    button(preview, "Larger").click()
    assert view.zoom == pytest.approx(1.25 * whole)
    assert view.fit is Fit.NOTHING
    preview.resize(600, 600)
    QApplication.processEvents()
    assert view.zoom == pytest.approx(1.25 * whole)


def test_the_wheel_with_control_zooms(preview: Preview) -> None:
    view, before = pages(preview), pages(preview).zoom
    event = wheel(120, Qt.KeyboardModifier.ControlModifier)
    view.wheelEvent(event)
    assert view.zoom > before


def test_only_what_is_in_sight_is_painted(qtbot: QtBot, preview: Preview) -> None:
    view = pages(preview)
    view.viewport().grab()
    assert set(view._images) == {number for number, _ in view._in_sight()}
    assert len(view._images) < 3


def test_a_page_that_is_not_seen_is_not_loaded(qtbot: QtBot, preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[int] = []
    load = PdfDocument.get_page

    def noted(document: PdfDocument, number: int) -> PdfPage:
        loaded.append(number)
        return load(document, number)

    monkeypatch.setattr(PdfDocument, "get_page", noted)
    view = pages(preview)
    remade(
        qtbot, preview, lambda: preview._choice.choose(Print(DocumentKind.WORKING, orientation=Orientation.LANDSCAPE))
    )
    view.grab()
    assert view.count > 2
    assert set(loaded) == {place for place, _ in view._in_sight()} != set(range(view.count))


def test_pages_have_a_name_before_the_first_one_is_there(qtbot: QtBot) -> None:
    pages = Pages()
    qtbot.addWidget(pages)
    assert pages.accessibleName() == "Preview"
