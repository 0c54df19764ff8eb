"""Help: one window with the manual, the keys and what is new, and a dialog that names places."""

from bisect import bisect_left
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect, Qt, QUrl, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QDesktopServices,
    QGuiApplication,
    QImage,
    QKeySequence,
    QTextBlock,
    QTextDocument,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTextBrowser,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)
from pytestqt.qtbot import QtBot

from riskdesk.domain.values import Language
from riskdesk.kit import translations
from riskdesk.kit.colours import DARK, LIGHT
from riskdesk.kit.search_bar import SearchBar
from riskdesk.kit.theme import Scheme, Theme
from riskdesk.resource import resource
from riskdesk.ui.assess.matrix import AssessmentMatrix
from riskdesk.ui.bench.actions import ACTIONS
from riskdesk.ui.bench.notice import Notice
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.gaps.button import GapsButton
from riskdesk.ui.help.browser import HelpBrowser
from riskdesk.ui.help.manual import anchor, changes, chapters, manual
from riskdesk.ui.help.places import PlacesDialog
from riskdesk.ui.help.search import TextSearch
from riskdesk.ui.help.window import KEYS, NEWS, HelpWindow
from riskdesk.ui.notices.last_notices import NoticesButton
from riskdesk.ui.shell.search import SearchBox
from riskdesk.ui.shell.window import MainWindow
from tests.ui.conftest import Opened, action, sheet

NATIVE = QKeySequence.SequenceFormat.NativeText
# What stands for a picture in a text.
PICTURE = "\ufffc"


@pytest.fixture
def window(qtbot: QtBot, open_window: Opened) -> MainWindow:
    main_window = open_window()
    main_window.activateWindow()
    qtbot.waitUntil(main_window.isActiveWindow)
    return main_window


@pytest.fixture
def help_window(qtbot: QtBot) -> HelpWindow:
    """Help at the beginning of the English manual, without the window that it is for."""
    return alone(qtbot, QUrl.fromLocalFile(str(manual(Language.ENGLISH))))


def alone(qtbot: QtBot, page: QUrl) -> HelpWindow:
    help_window = HelpWindow()
    qtbot.addWidget(help_window)
    help_window.show_page(page)
    return help_window


def shown_help() -> HelpWindow:
    (only_help,) = [
        candidate
        for candidate in QApplication.topLevelWidgets()
        if isinstance(candidate, HelpWindow) and candidate.isVisible()
    ]
    return only_help


def opened(window: MainWindow, name: str = "manual") -> HelpWindow:
    action(window, name).trigger()
    return shown_help()


def text(help_window: HelpWindow) -> HelpBrowser:
    child = help_window.findChild(HelpBrowser)
    assert isinstance(child, HelpBrowser)
    return child


def contents(help_window: HelpWindow) -> QTreeWidget:
    child = help_window.findChild(QTreeWidget)
    assert isinstance(child, QTreeWidget)
    return child


def items(tree: QTreeWidget) -> list[QTreeWidgetItem]:
    tree_items, at = [], QTreeWidgetItemIterator(tree)
    while at.value():
        tree_items.append(at.value())
        at += 1
    return tree_items


def click(qtbot: QtBot, tree: QTreeWidget, item: QTreeWidgetItem) -> None:
    tree.scrollToItem(item)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(item).center())


def blocks(document: QTextDocument) -> list[QTextBlock]:
    text_blocks, block = [], document.begin()
    while block.isValid():
        text_blocks.append(block)
        block = block.next()
    return text_blocks


def at_top(browser: QTextBrowser) -> str:
    """The heading that stands at the upper edge of what is seen."""
    top, layout = browser.verticalScrollBar().value(), browser.document().documentLayout()
    # Only those around the edge are asked where they stand, which takes Qt long.
    all_blocks = blocks(browser.document())
    first = bisect_left(all_blocks, top, key=lambda block: layout.blockBoundingRect(block).top())
    return next(block.text() for block in all_blocks[first:] if block.text())


def press(help_window: HelpWindow, keys: str) -> None:
    """Press keys where the focus is, once the window is the active one."""
    assert QTest.qWaitForWindowActive(help_window)
    QTest.keySequence(help_window.focusWidget() or help_window, QKeySequence(keys))


FOCUSED = {
    "go_sheet": "Editing on the sheet",
    "go_registers": "Registers and categories",
    "go_categories": "Registers and categories",
    "find": "Finding",
    "go_preview": "The preview",
}


@pytest.mark.parametrize(("go", "title"), FOCUSED.items())
def test_f1_opens_the_manual_at_the_chapter_of_what_has_the_focus(
    qtbot: QtBot, window: MainWindow, go: str, title: str
) -> None:
    action(window, go).trigger()
    QTest.keySequence(window, QKeySequence("F1"))
    assert at_top(text(shown_help())) == title
    assert contents(shown_help()).currentItem().text(0) == title


def test_f1_knows_the_inspector_and_its_levels(window: MainWindow, workbench: Workbench) -> None:
    tree = workbench.tree()
    assert tree is not None
    sheet(window).reveal_item(next(tree.risks).id)
    workbench.select([next(tree.risks).id])
    action(window, "go_inspector").trigger()
    QTest.keySequence(window, QKeySequence("F1"))
    assert at_top(text(shown_help())) in ("The inspector", "Levels and scores")


def test_f1_knows_the_history_in_the_inspector(window: MainWindow) -> None:
    action(window, "show_history").trigger()
    action(window, "go_inspector").trigger()
    QTest.keySequence(window, QKeySequence("F1"))
    assert contents(shown_help()).currentItem().text(0) == "What happened to a risk"


def test_f1_knows_assessing_mode_also_from_its_matrices(window: MainWindow) -> None:
    action(window, "assessing").trigger()
    assert isinstance(QApplication.focusWidget().parentWidget(), AssessmentMatrix)
    QTest.keySequence(window, QKeySequence("F1"))
    assert contents(shown_help()).currentItem().text(0) == "Assessing mode"


def test_f1_knows_the_buttons_at_the_edges_of_the_window(window: MainWindow, workbench: Workbench) -> None:
    workbench.post(Notice("Done"))
    status = window.statusBar()
    (search,) = window.findChildren(SearchBox)
    for button, title in (
        (status.findChild(GapsButton), "What is missing, what is due"),
        (status.findChild(NoticesButton), "The status line and notices"),
        (search.findChild(QToolButton), "Finding"),
    ):
        assert isinstance(button, QAbstractButton)
        button.setFocus()
        QTest.keySequence(button, QKeySequence("F1"))
        assert contents(shown_help()).currentItem().text(0) == title
        shown_help().close()


def test_f1_speaks_the_language_of_the_window(
    qtbot: QtBot, qapp: QApplication, open_window: Opened, workbench: Workbench
) -> None:
    translations.install(qapp, "fr")
    window = open_window()
    action(window, "go_sheet").trigger()
    QTest.keySequence(window, QKeySequence("F1"))
    assert at_top(text(shown_help())) == "Modifier sur la feuille"
    window.close()


def test_chapters_that_widgets_name_are_in_the_manual(window: MainWindow) -> None:
    action(window, "welcome").trigger()
    action(window, "show_preview").trigger()
    titles = {widget.property("chapter") for widget in window.findChildren(QWidget)} - {None}
    assert len(titles) > 5
    assert titles <= {chapter.title for chapter in chapters(manual(Language.ENGLISH))}


def test_there_is_one_window_that_is_not_modal(window: MainWindow) -> None:
    first = opened(window)
    assert not first.isModal()
    assert opened(window, "news") is first
    assert opened(window, "shortcuts") is first
    first.close()
    assert opened(window) is first


def test_escape_closes_it_wherever_the_focus_is(window: MainWindow) -> None:
    for go in ("", "Ctrl+F"):
        help_window = opened(window)
        if go:
            press(help_window, go)
        press(help_window, "Esc")
        assert not help_window.isVisible()


def test_help_goes_with_its_window_and_keeps_no_program_running(window: MainWindow) -> None:
    help_window = opened(window)
    assert not help_window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    window.close()
    assert not [
        candidate
        for candidate in QApplication.topLevelWidgets()
        if isinstance(candidate, HelpWindow) and candidate.isVisible()
    ]


@pytest.mark.parametrize("language", list(Language))
def test_each_line_of_the_contents_leads_to_its_chapter(qtbot: QtBot, qapp: QApplication, language: Language) -> None:
    translations.install(qapp, language)
    help_window = alone(qtbot, QUrl.fromLocalFile(str(manual(language))))
    tree, browser = contents(help_window), text(help_window)
    tree.expandAll()
    bar = browser.verticalScrollBar()
    for item in items(tree):
        click(qtbot, tree, item)
        assert at_top(browser) == item.text(0) or bar.value() == bar.maximum()
        assert tree.currentItem() is item
        assert item.text(0) in [block.text() for block in blocks(browser.document())]


def test_every_chapter_is_listed(help_window: HelpWindow) -> None:
    shown_titles = [item.text(0) for item in items(contents(help_window))]
    titles = [chapter.title for chapter in chapters(manual(Language.ENGLISH))]
    assert shown_titles == [*titles, "Keyboard shortcuts", "What is new"]


@pytest.mark.parametrize("language", list(Language))
def test_all_of_the_manual_is_laid_out_with_its_pictures(qtbot: QtBot, qapp: QApplication, language: Language) -> None:
    translations.install(qapp, language)
    help_window = alone(qtbot, QUrl.fromLocalFile(str(manual(language))))
    browser = text(help_window)
    qtbot.waitUntil(lambda: browser.viewport().width() > 300)
    layout = browser.document().documentLayout()
    unseen = [
        block.text()
        for block in blocks(browser.document())
        if block.text() and layout.blockBoundingRect(block).isEmpty()
    ]
    assert unseen == []
    pictures = [block for block in blocks(browser.document()) if block.text() == PICTURE]
    assert len(pictures) > 10
    # One that cannot be read takes no room.
    assert min(layout.blockBoundingRect(block).height() for block in pictures) > 100
    assert browser.horizontalScrollBar().maximum() == 0


def test_pictures_are_drawn_for_the_width_of_the_page(qtbot: QtBot, help_window: HelpWindow) -> None:
    """Qt leaves pixels out of a picture that it has to make smaller, and letters become unreadable."""
    browser = text(help_window)
    document, picture = browser.document(), QImage(str(resource("manual/pictures/window-en.png")))
    place = next(block for block in blocks(document) if block.text() == PICTURE)
    for size in (800, 1100):
        help_window.resize(size, 600)
        page = browser.viewport().width() - 2 * round(document.documentMargin())
        scaled = picture.scaledToWidth(page, Qt.TransformationMode.SmoothTransformation)
        corner = document.documentLayout().blockBoundingRect(place).topLeft().toPoint()
        visible = QRect(corner, scaled.size()) & browser.viewport().rect()
        assert visible.height() > 200
        grabbed = browser.viewport().grab(visible).toImage()
        assert grabbed == scaled.copy(visible.translated(-corner)).convertToFormat(grabbed.format())


def test_a_picture_is_read_once_and_not_before_it_is_seen(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "picture.png"

    def keep(colour: str) -> None:
        picture = QImage(100, 50, QImage.Format.Format_RGB32)
        picture.fill(QColor(colour))
        assert picture.save(str(file))

    def colours_seen() -> set[str]:
        grabbed = browser.viewport().grab().toImage()
        return {grabbed.pixelColor(50, y).name() for y in range(grabbed.height())} & {"#ff0000", "#008000", "#0000ff"}

    keep("red")
    html = f"{'<p>Text</p>' * 300}<p><img src='{QUrl.fromLocalFile(str(file)).toString()}'></p>"
    browser = HelpBrowser({"page": lambda: html})
    qtbot.addWidget(browser)
    browser.show()
    browser.setSource(QUrl("made:page"))
    assert colours_seen() == set()
    keep("green")
    end = browser.verticalScrollBar().maximum()
    browser.verticalScrollBar().setValue(end)
    assert colours_seen() == {"#008000"}
    assert browser.verticalScrollBar().maximum() == end
    keep("blue")
    assert colours_seen() == {"#008000"}


def test_a_page_is_made_ready_once_however_many_of_its_chapters_are_gone_to(qtbot: QtBot) -> None:
    url = QUrl.fromLocalFile(str(manual(Language.ENGLISH)))
    browser = text(alone(qtbot, url))
    before = browser.document().revision()
    url.setFragment(anchor("Backups"))
    browser.setSource(url)
    assert at_top(browser) == "Backups"
    assert browser.document().revision() == before


def test_back_and_forward_go_where_the_reader_was(qtbot: QtBot, help_window: HelpWindow) -> None:
    browser, tree = text(help_window), contents(help_window)
    tree.expandAll()
    backups = next(item for item in items(tree) if item.text(0) == "Backups")
    click(qtbot, tree, backups)
    click(qtbot, tree, next(item for item in items(tree) if item.text(0) == "What is new"))
    browser.setFocus()
    press(help_window, "Alt+Left")
    assert at_top(browser) == "Backups"
    assert tree.currentItem() is backups
    (forward,) = [candidate for candidate in help_window.findChildren(QAction) if candidate.text() == "Forward"]
    forward.trigger()
    assert at_top(browser) == "What is new"
    assert not forward.isEnabled()


def test_the_manual_in_the_other_language_is_a_click_away(help_window: HelpWindow) -> None:
    text(help_window).setSource(QUrl.fromLocalFile(str(manual(Language.FRENCH))))
    assert items(contents(help_window))[0].text(0) == chapters(manual(Language.FRENCH))[0].title


def test_search_goes_from_hit_to_hit_and_on_from_the_start(qtbot: QtBot, help_window: HelpWindow) -> None:
    browser = text(help_window)
    press(help_window, "Ctrl+F")
    field = help_window.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "ligatures")
    first = browser.textCursor()
    assert first.selectedText() == "ligatures"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    # There is one: it is found again from the other end.
    assert browser.textCursor().selectionStart() == first.selectionStart()
    assert "No matches" not in label_texts(help_window)
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert browser.textCursor().selectedText() == "ligatures"
    field.setText("backup")
    ends = set()
    for _ in range(4):
        press(help_window, "F3")
        ends.add(browser.textCursor().selectionEnd())
    assert len(ends) == 4
    field.setText("nowhere to be found")
    assert "No matches" in label_texts(help_window)
    field.clear()
    assert "No matches" not in label_texts(help_window)


def test_search_finds_what_is_typed_without_accents_and_with_a_typewriters_apostrophe(qtbot: QtBot) -> None:
    help_window = alone(qtbot, QUrl.fromLocalFile(str(manual(Language.FRENCH))))
    press(help_window, "Ctrl+F")
    for typed, found in (("l'annexe", "l’annexe"), ("echeance", "échéance"), ("l'oeuvre", "l'oeuvre")):
        help_window.focusWidget().setText(typed)
        assert text(help_window).textCursor().selectedText().casefold() == found


def test_search_finds_the_place_after_signs_that_count_twice_in_qt(qtbot: QtBot) -> None:
    browser = QTextBrowser()
    browser.setPlainText("😀 first\n😀😀 the second")
    search = TextSearch(browser)
    for child in (browser, search):
        qtbot.addWidget(child)
    field = search.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText("second")
    assert browser.textCursor().selectedText() == "second"


def test_the_search_is_in_sight_however_narrow_the_window_is_made(help_window: HelpWindow) -> None:
    help_window.resize(1, 1)
    QApplication.processEvents()
    assert help_window.findChild(SearchBar)._field.visibleRegion().boundingRect().width() > 100
    (extension,) = help_window.findChildren(QToolButton, "qt_toolbar_ext_button")
    assert not extension.isVisible()


def test_search_begins_at_the_chapter_that_is_shown(help_window: HelpWindow) -> None:
    browser, url = text(help_window), QUrl.fromLocalFile(str(manual(Language.ENGLISH)))
    press(help_window, "Ctrl+F")
    field = help_window.focusWidget()
    assert isinstance(field, QLineEdit)
    for title in ("Backups", "Finding"):
        url.setFragment(anchor(title))
        browser.setSource(url)
        top = browser.cursorForPosition(QPoint()).position()
        field.setText("register f")
        assert browser.textCursor().selectionStart() > top
        field.setText("regi")
        assert browser.textCursor().selectionStart() > top


def test_a_match_that_was_out_of_sight_stands_above_what_follows_it(help_window: HelpWindow) -> None:
    browser = text(help_window)
    height = browser.viewport().height()
    press(help_window, "Ctrl+F")
    help_window.focusWidget().setText("the")
    for step in ("F3", "Shift+F3"):
        places = set()
        for _ in range(60):
            before = browser.verticalScrollBar().value()
            press(help_window, step)
            if browser.verticalScrollBar().value() != before:
                places.add(browser.cursorRect().top() * 10 // height)
        assert places
        assert max(places) < 5


def label_texts(help_window: HelpWindow) -> list[str]:
    return [label.text() for label in help_window.findChildren(QLabel)]


@pytest.mark.parametrize(("larger", "usual"), [("Ctrl++", "Ctrl+0"), ("Ctrl+=", "Ctrl+À")])
def test_keys_make_the_text_larger_and_smaller(help_window: HelpWindow, larger: str, usual: str) -> None:
    size = text(help_window).font().pointSizeF()
    press(help_window, larger)
    assert text(help_window).font().pointSizeF() > size
    press(help_window, usual)
    assert text(help_window).font().pointSizeF() == size
    press(help_window, "Ctrl+-")
    assert text(help_window).font().pointSizeF() < size


@pytest.mark.parametrize("language", list(Language))
def test_the_page_of_keys_has_those_of_every_action(qtbot: QtBot, qapp: QApplication, language: Language) -> None:
    translations.install(qapp, language)
    page = [block.text() for block in blocks(text(alone(qtbot, KEYS)).document())]
    for name, spec in ACTIONS.items():
        keys = ", ".join(QKeySequence(key).toString(NATIVE) for key in (spec.shortcut, *spec.also) if key)
        if keys:
            assert keys in page, name
            assert plain(spec.text) in page, name
    assert QKeySequence("Shift+Return").toString(NATIVE) in page


def test_the_page_of_keys_calls_keys_as_the_manual_does(qtbot: QtBot, qapp: QApplication) -> None:
    for language, names in (
        (Language.ENGLISH, ("Backspace", "Page Up, Page Down")),
        (Language.FRENCH, ("Retour arrière", "Page précédente, Page suivante")),
    ):
        translations.install(qapp, language)
        page = [block.text() for block in blocks(text(alone(qtbot, KEYS)).document())]
        for name in names:
            assert name in page
            assert name.partition(",")[0] in manual(language).read_text("utf-8")


def test_control_leads_to_the_ends_of_a_page(help_window: HelpWindow) -> None:
    bar = text(help_window).verticalScrollBar()
    press(help_window, "Ctrl+End")
    assert bar.value() == bar.maximum() > 0
    press(help_window, "Ctrl+Home")
    assert bar.value() == 0


def test_the_page_of_keys_has_those_of_every_place_that_keys_act_in(qtbot: QtBot) -> None:
    page = [block.text() for block in blocks(text(alone(qtbot, KEYS)).document())]
    for place in ("In the list", "In the matrix", "In assessing mode", "In the list of what is missing or due"):
        assert page.count(place) == 1
    assert "Go to the other matrix, then to the fields" in page


def plain(text: str) -> str:
    return QCoreApplication.translate("Actions", text).replace("&", "").removesuffix("…")


@pytest.mark.parametrize("language", list(Language))
def test_what_is_new_is_the_list_of_changes(qtbot: QtBot, qapp: QApplication, language: Language) -> None:
    translations.install(qapp, language)
    page = text(alone(qtbot, NEWS)).toPlainText()
    assert page.startswith({Language.ENGLISH: "What is new", Language.FRENCH: "Nouveautés"}[language])
    for version in chapters(changes(language)):
        assert version.level == 1 or version.title in page


def test_what_is_new_is_as_much_in_each_language() -> None:
    texts = [changes(language).read_text("utf-8") for language in Language]
    items = [
        [line[:3] == "###" for line in text.splitlines() if line.startswith(("## ", "###", "- "))] for text in texts
    ]
    assert items[0] == items[1]


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_links_can_be_read_in_every_colour(
    undressed: None, qapp: QApplication, help_window: HelpWindow, qtbot: QtBot, scheme: Scheme
) -> None:
    browser = text(help_window)
    theme = Theme(qapp, Scheme.DARK if scheme is Scheme.LIGHT else Scheme.LIGHT)
    browser.verticalScrollBar().setValue(700)
    theme.choose(scheme)
    expected = {(DARK if scheme is Scheme.DARK else LIGHT).link}
    qtbot.waitUntil(lambda: {link for block in blocks(browser.document()) for link in _links(block)} == expected)
    assert browser.verticalScrollBar().value() == 700


def _links(block: QTextBlock) -> list[str]:
    colours, at = [], block.begin()
    while not at.atEnd():
        character_format = at.fragment().charFormat()
        if character_format.anchorHref():
            colours.append(character_format.foreground().color().name())
        at += 1
    return colours


def test_all_that_takes_the_keyboard_has_a_name(window: MainWindow) -> None:
    nameless = [
        widget
        for widget in opened(window).findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.accessibleName()
    ]
    assert [widget for widget in nameless if not (hasattr(widget, "text") and widget.text())] == []


def places(window: MainWindow) -> PlacesDialog:
    action(window, "places").trigger()
    (dialog,) = window.findChildren(PlacesDialog)
    return dialog


def test_each_place_is_named_and_copied(qtbot: QtBot, window: MainWindow, workbench: Workbench) -> None:
    dialog = places(window)
    fields = {field.accessibleName(): field for field in dialog.findChildren(QLineEdit)}
    assert fields["Open register file"].text() == str(workbench.session.path)
    assert fields["Settings"].text().endswith("settings.json")
    assert all(field.isReadOnly() and Path(field.text()).is_absolute() for field in fields.values())
    for title, field in fields.items():
        (copy,) = [button for button in dialog.findChildren(QPushButton) if button.accessibleName() == f"Copy: {title}"]
        qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
        assert QGuiApplication.clipboard().text() == field.text()


class Shower(QObject):
    """Stands for the file manager of the system."""

    def __init__(self) -> None:
        super().__init__()
        self.folders: list[str] = []

    @Slot(QUrl)
    def show(self, folder: QUrl) -> None:
        self.folders.append(folder.toLocalFile())


def test_the_folder_of_each_place_opens_if_it_is_there(
    qtbot: QtBot, window: MainWindow, workbench: Workbench, tmp_path: Path
) -> None:
    shower = Shower()
    QDesktopServices.setUrlHandler("file", shower, "show")
    buttons = {
        button.accessibleName(): button
        for button in places(window).findChildren(QPushButton)
        if button.text() == "Open folder"
    }
    qtbot.mouseClick(buttons["Open folder: Open register file"], Qt.MouseButton.LeftButton)
    QDesktopServices.unsetUrlHandler("file")
    assert [Path(folder) for folder in shower.folders] == [workbench.session.path.parent]
    assert buttons["Open folder: Text not saved yet"].isEnabled() == (tmp_path / "drafts").is_dir()


def test_a_folder_that_cannot_be_opened_is_told_of(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    dialog = places(window)
    (button, *_) = [candidate for candidate in dialog.findChildren(QPushButton) if candidate.text() == "Open folder"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    (box,) = dialog.findChildren(QMessageBox)
    assert "could not be opened" in box.text()


def test_a_page_is_read_once_however_many_of_its_chapters_are_gone_to(qtbot: QtBot) -> None:
    made_pages: list[str] = []
    chapters = "".join(f"<h2>Chapter {number}</h2>{'<p>Text</p>' * 30}" for number in range(9))

    def make() -> str:
        made_pages.append("page")
        return chapters

    browser = HelpBrowser({"page": make})
    qtbot.addWidget(browser)
    browser.show()
    for number in (0, 3, 7, 3):
        browser.setSource(QUrl(f"made:page#chapter-{number}"))
        assert at_top(browser) == f"Chapter {number}"
    browser.backward()
    assert at_top(browser) == "Chapter 7"
    assert made_pages == ["page"]
