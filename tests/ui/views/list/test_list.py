"""The list as it is seen: sorted, filtered, grouped, its columns chosen, ordered and sized, and remembered."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QStyleOptionViewItem, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from riskdesk.desk import categories, items, registers, risks, together
from riskdesk.desk.action import in_turn
from riskdesk.desk.clip import Clip
from riskdesk.desk.edits import edit
from riskdesk.desk.listing import Group
from riskdesk.domain.listing import LISTED, ListColumn, Listing, RowKind, Sort
from riskdesk.domain.values import Category, Language, Mitigation
from riskdesk.kit import translations
from riskdesk.kit.colours import colours_of
from riskdesk.kit.qt import application
from riskdesk.kit.settings import Settings
from riskdesk.kit.theme import UNIT, Theme
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.views.list import RegisterList, cells
from riskdesk.ui.views.list.chips import Chip
from riskdesk.ui.views.list.listed import Listed
from tests.finding import hits
from tests.hearing import hearing
from tests.kit.pictures import colours_in, picture
from tests.ui.conftest import read_only
from tests.ui.drawn import texts_drawn
from tests.ui.keys import hold
from tests.ui.views.list.conftest import CONTROL, SHIFT, Reader


def test_every_risk_is_a_row_in_the_order_of_the_register(reader: Reader) -> None:
    assert reader.names_shown == [risk.reference for risk in reader.tree.risks]
    assert reader.cell("R-10", "band") == "20 Very high"
    assert reader.cell("R-30", "band") == ""
    assert reader.cell("R-02", "next_review") == "1\u00a0Feb 2026"


def test_the_model_keeps_the_rules_of_qt(reader: Reader, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(reader.view.table.lines)
    reader.view.listed.ask(reader.view.listed.listing.filtered("owner", "Anna Keller"))
    qtmodeltester.check(reader.view.table.lines)


def test_rows_that_change_together_are_told_of_together(reader: Reader) -> None:
    all_risks, changed_rows = [*reader.tree.risks], list[tuple[int, int]]()
    reader.view.table.lines.dataChanged.connect(lambda first, last: changed_rows.append((first.row(), last.row())))
    reader.workbench.run(together.change([*all_risks[:3], all_risks[-1]], {"owner": "Zoe"}))
    (start, end), (last_start, last) = changed_rows
    assert start == 0 <= 2 <= end < last_start <= last == len(all_risks) - 1
    assert {reader.cell(all_risks[place].reference, "owner") for place in (0, 1, 2, -1)} == {"Zoe"}


def test_no_row_is_asked_anything_as_the_heads_are_painted(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    lines, asked_rows = reader.view.table.lines, list[int]()
    flags = lines.flags
    reader.workbench.select([risk.id for risk in reader.tree.risks])
    assert len(reader.selected()) == len(reader.names_shown)
    monkeypatch.setattr(lines, "flags", lambda index: (asked_rows.append(index.row()), flags(index))[1])
    reader.view.table.head.grab()
    assert asked_rows == []


def test_a_click_on_a_head_sorts_and_shift_sorts_further(reader: Reader) -> None:
    reader.click_head("owner")
    assert reader.names_shown[:3] == ["R-01", "R-04", "R-07"]
    reader.click_head("band", SHIFT)
    assert [reader.cell(reference, "band") for reference in reader.names_shown[:3]] == [
        "20 Very high",
        "15 High",
        "8 Medium",
    ]
    assert [(sort.field, sort.descending) for sort in reader.view.listed.listing.sorts] == [
        ("owner", False),
        ("band", True),
    ]
    reader.click_head("owner")
    assert reader.names_shown[:3] == ["R-01", "R-04", "R-07"]
    reader.click_head("owner")
    reader.click_head("owner")
    assert reader.names_shown[:3] == ["R-01", "R-02", "R-03"]


def test_a_head_that_is_dragged_is_a_column_that_stands_elsewhere(reader: Reader, qtbot: QtBot) -> None:
    head = reader.view.table.head
    names = [field.name for field in reader.view.table.fields()]
    start = head.sectionViewportPosition(names.index("owner")) + 30
    target = head.sectionViewportPosition(names.index("category")) + 10
    middle = head.height() // 2
    QTest.mousePress(head.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(start, middle))
    for across in range(start, target, -20):
        QTest.mouseMove(head.viewport(), QPoint(across, middle))
    QTest.mouseRelease(
        head.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(target, middle)
    )
    moved = ["reference", "description", "owner", "category", "band", "residual_band", "status", "next_review"]
    qtbot.waitUntil(lambda: [field.name for field in reader.view.table.fields()] == moved)
    assert [head.logicalIndex(place) for place in range(head.count())] == list(range(head.count()))
    assert [list_column.field for list_column in reader.view.listed.listing.columns] == moved


def test_columns_sizes_and_sorting_are_remembered(
    reader: Reader, workbench: Workbench, settings: Settings, qtbot: QtBot
) -> None:
    reader.click_head("owner")
    reader.view.table.head.resizeSection(reader.column("status"), 222)
    tick(reader, reader.view._menus.columns, "Note")
    qtbot.waitUntil(lambda: not reader.view.listed._resting.isActive())
    new_list = RegisterList(workbench, Settings(settings.path))
    qtbot.addWidget(new_list)
    new_list.resize(1300, 700)
    new_list.show()
    names = [field.name for field in new_list.table.fields()]
    assert names[-1] == "note"
    assert new_list.table.head.sectionSize(names.index("status")) == 222
    assert [sort.field for sort in new_list.listed.listing.sorts] == ["owner"]


@pytest.mark.parametrize("stored", ["not JSON", '{"version": 99}', "[]", '{"version": 1, "rows": "risk"}'])
def test_settings_that_cannot_be_read_are_the_usual_ones(
    workbench: Workbench, settings: Settings, qtbot: QtBot, stored: str
) -> None:
    from riskdesk.ui.views.list.keeping import HOW

    settings.set(HOW[RowKind.RISK], stored)
    view = RegisterList(workbench, settings)
    qtbot.addWidget(view)
    view.show()
    assert len(view.table.fields()) == 8


def tick(reader: Reader, menu: QMenu, *path: str) -> None:
    """Choose an entry of a menu, and of menus in it, as a user does."""
    menu.popup(reader.view.mapToGlobal(QPoint(20, 20)))
    current = menu
    for text in path[:-1]:
        action = next(entry for entry in current.actions() if entry.text().replace("&", "") == text)
        inner = action.menu()
        assert isinstance(inner, QMenu)
        current.setActiveAction(action)
        inner.popup(reader.view.mapToGlobal(QPoint(60, 60)))
        current = inner
    action = next(entry for entry in current.actions() if entry.text().replace("&", "") == path[-1])
    QTest.mouseClick(current, Qt.MouseButton.LeftButton, pos=current.actionGeometry(action).center())
    for open_menu in {current, menu}:
        open_menu.close()


@pytest.mark.parametrize("name", ["Owner", "Category"])
def test_long_names_make_no_menu_wider_than_what_it_is_over(reader: Reader, name: str) -> None:
    risk, long = reader.risk("R-01"), "Long " * 700 + "& end"
    category = reader.tree.categories[0].category
    reader.workbench.run(in_turn([risks.edit(risk.id, owner=long), edit(Category, category.id, title=long)]))
    menu = reader.view._menus.filters
    menu.aboutToShow.emit()
    inner = next(entry.menu() for entry in menu.actions() if entry.text().replace("&", "") == name)
    assert inner.sizeHint().width() < reader.view.width() / 2
    action = next(entry for entry in inner.actions() if entry.text().endswith("&& end"))
    action.trigger()
    assert reader.view.listed.listing.values(name.lower()) == (long,)
    assert "R-01" in reader.names_shown


@pytest.mark.parametrize("name", ["filters", "sorts", "groups", "columns"])
def test_a_menu_leaves_nothing_behind_that_it_shows_no_more(reader: Reader, qtbot: QtBot, name: str) -> None:
    reader.view.table.setCurrentIndex(reader.view.table.lines.index(0, 0))
    menu = getattr(reader.view._menus, name)
    menu.aboutToShow.emit()
    once = len(menu.findChildren(QObject))
    menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: len(menu.findChildren(QObject)) == once)


def test_filters_are_ticked_in_a_menu_that_stays_and_taken_away_as_chips(reader: Reader) -> None:
    menu = reader.view._menus.filters
    tick(reader, menu, "Owner", "Anna Keller")
    assert set(reader.names_shown) == {risk.reference for risk in reader.tree.risks if risk.owner == "Anna Keller"}
    tick(reader, menu, "Owner", "None")
    tick(reader, menu, "Closed or rejected", "Open")
    chips = [chip for chip in reader.view.findChildren(Chip) if chip.isVisible()]
    assert [chip.text() for chip in chips] == ["Owner: Anna Keller, None", "Open"]
    few = len(reader.names_shown)
    QTest.mouseClick(chips[1], Qt.MouseButton.LeftButton)
    assert len(reader.names_shown) > few
    (chip,) = (chip for chip in reader.view.findChildren(Chip) if chip.isVisible())
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert len(reader.names_shown) == 31
    assert not reader.view.chips.isVisible()


def test_the_focus_goes_from_chip_to_chip_and_to_the_rows_and_nowhere_in_between(reader: Reader) -> None:
    tick(reader, reader.view._menus.filters, "Owner", "Anna Keller")
    tick(reader, reader.view._menus.filters, "Closed or rejected", "Open")
    first, *_ = (chip for chip in reader.view.findChildren(Chip) if chip.isVisible())
    first.setFocus()
    stops: list[QWidget | None] = []

    def follow(_before: QWidget | None, now: QWidget | None) -> None:
        stops.append(now)

    application().focusChanged.connect(follow)
    QTest.keyClick(first, Qt.Key.Key_Delete)
    (last,) = (chip for chip in reader.view.findChildren(Chip) if chip.isVisible())
    QTest.keyClick(last, Qt.Key.Key_Delete)
    application().focusChanged.disconnect(follow)
    assert [stop for stop in stops if stop is not None] == [last, reader.view.table]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Delete])
def test_a_key_that_is_held_takes_one_filter_away(reader: Reader, key: Qt.Key) -> None:
    tick(reader, reader.view._menus.filters, "Owner", "Anna Keller")
    tick(reader, reader.view._menus.filters, "Closed or rejected", "Open")
    first, *_ = (chip for chip in reader.view.findChildren(Chip) if chip.isVisible())
    first.setFocus()
    hold(first, key, 3)
    assert [chip.text() for chip in reader.view.findChildren(Chip) if chip.isVisible()] == ["Open"]


def test_a_category_without_a_title_is_called_so_among_the_filters(reader: Reader) -> None:
    reader.workbench.run(edit(Category, reader.tree.categories[-1].category.id, title=""))
    tick(reader, reader.view._menus.filters, "Category", "Untitled category")
    (chip,) = (chip for chip in reader.view.findChildren(Chip) if chip.isVisible())
    assert chip.text() == "Category: Untitled category"
    assert reader.names_shown == [
        risk.reference for entry in reader.tree.categories[-1].entries for risk in entry.risks
    ]


def test_a_filter_by_owner_offers_those_of_the_rows_alone(reader: Reader) -> None:
    mitigation = next(iter(reader.tree.mitigations))
    reader.workbench.run(edit(Mitigation, mitigation.id, action_owner="Zarina"))
    for rows, title, names in (
        (RowKind.RISK, "Owner", ["Anna Keller", "Marat Abenov", "None"]),
        (RowKind.MITIGATION, "Action owner", ["Zarina", "None"]),
    ):
        reader.view.listed.turn(rows)
        menu = reader.view._menus.filters
        menu.aboutToShow.emit()
        (inner,) = (action.menu() for action in menu.actions() if action.text().replace("&", "") == title)
        assert isinstance(inner, QMenu)
        assert [action.text() for action in inner.actions()] == names


def test_a_category_that_is_filtered_by_stays_listed_as_it_is_renamed(reader: Reader) -> None:
    (first, *_), listing = reader.tree.categories, reader.view.listed.listing
    reader.view.listed.ask(listing.filtered("category", first.category.title))
    rows = reader.names_shown
    reader.workbench.run(edit(Category, first.category.id, title="Politics & law"))
    assert reader.names_shown == rows
    (chip,) = (chip for chip in reader.view.findChildren(Chip) if chip.isVisible())
    assert chip.text() == "Category: Politics & law"
    reader.workbench.undo()
    assert reader.names_shown == rows
    assert reader.view.listed.listing == listing.filtered("category", first.category.title)


def test_a_filter_that_is_cut_is_told_whole_in_its_tooltip(reader: Reader) -> None:
    listing, titles = reader.view.listed.listing, [category.category.title for category in reader.tree.categories]
    for filtered in (listing.filtered("category", *titles[:2]), listing.filtered("escalated", "yes")):
        reader.view.listed.ask(filtered)
        QApplication.processEvents()
        (chip,) = (chip for chip in reader.view.findChildren(Chip) if chip.isVisible())
        (drawn_text,) = texts_drawn(lambda painter, chip=chip: chip.render(painter, QPoint()))
        assert chip.toolTip() == (chip.text() if drawn_text.endswith("…") else "")
        assert bool(chip.toolTip()) == (filtered.filters[0].name == "category")


def test_text_narrows_as_it_is_typed_and_says_how_many_are_left(reader: Reader) -> None:
    reader.view.bar.field.setFocus()
    reader.type("REFORMS poli")
    references = reader.names_shown
    assert references
    assert all("reforms" in reader.view.listed.row(reader.risk(reference).id).folded for reference in references)
    assert reader.view.bar._count.text().startswith(f"{len(references)} of 31 ")
    reader.key(Qt.Key.Key_Return)
    assert reader.view.table.hasFocus()
    reader.view.bar.field.setFocus()
    reader.key(Qt.Key.Key_Escape)
    assert len(reader.names_shown) == 31


def test_what_matches_nothing_says_so_and_clears_by_a_button(reader: Reader) -> None:
    reader.view.bar.field.setFocus()
    reader.type("zzz")
    assert reader.view.empty.isVisible()
    assert reader.view.empty._words.text() == "No risk matches."
    # It covers the rows, and leaves the mouse to them.
    QTest.mouseClick(reader.view.empty, Qt.MouseButton.LeftButton)
    assert reader.view.table.hasFocus()
    viewport = reader.view.table.viewport()
    assert reader.view.empty.geometry() == viewport.rect().translated(viewport.mapTo(reader.view, QPoint()))
    QTest.mouseClick(reader.view.empty._clear, Qt.MouseButton.LeftButton)
    assert len(reader.names_shown) == 31
    assert reader.view.bar.field.text() == ""
    assert not reader.view.empty.isVisible()


def test_groups_fold_by_mouse_and_key(reader: Reader) -> None:
    tick(reader, reader.view._menus.groups, "Band")
    assert [line for line in reader.lines if not line.startswith("R-")] == [
        *("Very high", "High", "Medium", "Low", "Not assessed"),
    ]
    table = reader.view.table
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.lines.index(0, 1)).center()
    )
    assert reader.lines[:2] == ["Very high", "High"]
    table.setCurrentIndex(table.lines.index(1, 0))
    reader.key(Qt.Key.Key_Left)
    assert reader.lines[:3] == ["Very high", "High", "Medium"]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        reader.key(Qt.Key.Key_Left)
        hold(table, key, 1)
        assert reader.lines[2].startswith("R-")
    reader.view.reveal_item(reader.risk("R-10").id)
    assert "R-10" in reader.lines


def test_a_group_is_heard_to_be_folded_and_to_open(reader: Reader) -> None:
    tick(reader, reader.view._menus.groups, "Band")
    table = reader.view.table
    table.setFocus()
    first = table.lines.index(0, 0)
    table.setCurrentIndex(first)
    with hearing() as announced:
        for key, state in ((Qt.Key.Key_Left, "collapsed"), (Qt.Key.Key_Space, "expanded")):
            reader.key(key)
            assert announced[-1].message() == state
            assert first.data(Qt.ItemDataRole.AccessibleTextRole).endswith(f"risks, {state}")


def test_mitigations_are_rows_too_with_columns_of_their_own(reader: Reader) -> None:
    buttons = [button for button in reader.view.bar.findChildren(QAbstractButton) if button.text() == "Mitigations"]
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert reader.names_shown == [mitigation.description for mitigation in reader.tree.mitigations]
    assert reader.cell(reader.names_shown[0], "risks").startswith("R-01, R-02")
    reader.view.listed.list_cell(5, 4)
    assert reader.view.listed.listing.rows is RowKind.RISK
    assert reader.names_shown == [
        risk.reference for risk in reader.tree.risks if (risk.likelihood, risk.impact) == (5, 4) and not risk.ended
    ]


def test_a_row_is_selected_by_mouse_and_keys_and_the_workbench_hears(reader: Reader) -> None:
    reader.click("R-03")
    assert reader.workbench.selection == (reader.risk("R-03").id,)
    reader.click("R-05", modifiers=CONTROL)
    assert reader.selected() == ["R-03", "R-05"]
    reader.click("R-08", modifiers=SHIFT)
    assert reader.selected() == ["R-03", "R-05", "R-06", "R-07", "R-08"]
    reader.key(Qt.Key.Key_Down)
    assert reader.selected() == ["R-09"]
    reader.key(Qt.Key.Key_Right)
    assert reader.view.table.currentIndex().column() == 1
    reader.view.commands["select_all"]()
    assert len(reader.workbench.selection) == 31


def test_the_list_shows_what_is_selected_elsewhere(reader: Reader) -> None:
    reader.workbench.select([reader.risk("R-29").id, reader.risk("R-30").id])
    assert reader.selected() == ["R-29", "R-30"]
    assert reader.view.rect_of(reader.risk("R-29").id) is not None
    assert reader.view.rect_of(reader.risk("R-01").id) is None or reader.view.height() > 1000


def test_selection_and_keyboard_stay_through_sorting_filtering_and_steps(reader: Reader) -> None:
    reader.click("R-07")
    reader.click_head("band")
    assert reader.selected() == ["R-07"]
    assert reader.view.table.currentIndex().row() == reader.place("R-07") != 6
    reader.workbench.run(risks.edit(reader.risk("R-09").id, owner="Somebody"))
    assert reader.selected() == ["R-07"]
    assert reader.cell("R-09", "owner") == "Somebody"
    reader.workbench.run(items.delete([reader.risk("R-07").id]))
    assert reader.selected() == []
    assert reader.view.table.currentIndex().isValid()


def test_what_no_longer_passes_goes_and_the_keyboard_stays_there(reader: Reader) -> None:
    reader.view.listed.ask(reader.view.listed.listing.filtered("assessed", "no"))
    assert reader.names_shown[0] == "R-25"
    reader.click("R-25")
    reader.workbench.run(risks.edit(reader.risk("R-25").id, likelihood=3, impact=3))
    assert reader.names_shown[0] == "R-26"
    assert reader.view.table.currentIndex().row() == 0


def test_with_the_last_register_its_rows_and_filters_go(reader: Reader) -> None:
    reader.view.listed.ask(reader.view.listed.listing.filtered("assessed", "no"))
    assert not reader.view.chips.isHidden()
    reader.workbench.run(registers.delete(reader.tree.register.id))
    assert reader.view.table.lines.lines == []
    assert reader.view.chips.isHidden()
    reader.workbench.session.undo(None)
    reader.workbench.open_register(reader.workbench.registers()[0].id)
    assert len(reader.names_shown) == 7
    assert not reader.view.chips.isHidden()


def test_a_hidden_list_does_nothing_until_it_is_shown(reader: Reader) -> None:
    signals: list[str] = []
    reader.view.listed.arranged.connect(lambda: signals.append("arranged"))
    reader.view.hide()
    reader.workbench.run(risks.edit(reader.risk("R-01").id, owner="Somebody"))
    reader.workbench.select([reader.risk("R-02").id])
    assert signals == []
    reader.view.show()
    assert reader.cell("R-01", "owner") == "Somebody"
    assert reader.selected() == ["R-02"]


def test_another_register_opens_without_the_filters_of_this_one(reader: Reader) -> None:
    reader.view.bar.field.setFocus()
    reader.type("zzz")
    first = reader.workbench.register_id
    reader.workbench.run(registers.duplicate(first))
    assert len(reader.names_shown) == 31
    reader.workbench.open_register(first)
    assert reader.names_shown == []
    assert reader.view.bar.field.text() == "zzz"


def test_who_undoes_that_a_category_got_the_title_of_another_has_the_filter_as_it_was(reader: Reader) -> None:
    first, second, *_ = (category.category for category in reader.tree.categories)
    listing = reader.view.listed.listing.filtered("category", first.title)
    reader.view.listed.ask(listing)
    names = reader.names_shown
    reader.workbench.run(categories.edit(first.id, second.title))
    both = reader.names_shown
    assert set(names) < set(both)
    for _ in range(2):
        reader.workbench.undo()
        assert (reader.view.listed.listing, reader.names_shown) == (listing, names)
        reader.workbench.redo()
        assert reader.names_shown == both


def test_a_renamed_category_is_told_at_once(reader: Reader) -> None:
    category = reader.tree.categories[0].category
    reader.workbench.run(categories.edit(category.id, "Zorblax"))
    assert reader.cell("R-01", "category") == "Zorblax"
    reader.view.bar.field.setFocus()
    reader.type("zorblax")
    assert len(reader.names_shown) == 7


def test_a_search_marks_cells_and_goes_to_rows(reader: Reader) -> None:
    all_hits = hits(reader.tree, "reforms")
    first = next(hit for hit in all_hits if hit.kind == "risk")
    reader.view.set_hits(all_hits, first)
    assert reader.view.reveal_hit(first)
    assert reader.workbench.selection == (first.id,)
    assert reader.view._is_marked(first.id, "description")
    assert not reader.view._is_marked(first.id, "reference")
    reader.workbench.run(risks.edit(first.id, note="zorblax"))
    (hit_in_note,) = hits(reader.tree, "zorblax")
    reader.view.set_hits([hit_in_note], hit_in_note)
    assert not reader.view.reveal_hit(hit_in_note)
    assert reader.view._is_marked(first.id, "reference")
    reader.view.listed.ask(reader.view.listed.listing.filtered("text", "nothing at all"))
    assert not reader.view.reveal_hit(hit_in_note)
    assert reader.workbench.selection == (first.id,)


def test_copied_rows_are_a_table_and_items(reader: Reader) -> None:
    reader.click("R-03")
    reader.click("R-04", modifiers=SHIFT)
    reader.view.commands["copy"]()
    data = QApplication.clipboard().mimeData()
    heads, first, second = data.text().split("\n")
    assert heads.split("\t")[:2] == ["Reference", "Description"]
    assert [first.split("\t")[0], second.split("\t")[0]] == ["R-03", "R-04"]
    assert "<table" in data.html()
    assert data.hasFormat("application/x-riskdesk-clip+json")


def test_all_that_is_listed_is_copied_for_riskdesk_and_for_other_programs(reader: Reader) -> None:
    reader.view.listed.ask(reader.view.listed.listing.filtered("owner", "Anna Keller"))
    menu = next(
        candidate
        for candidate in reader.view.findChildren(QMenu)
        if "Copy as a table" in [entry.text().replace("&", "") for entry in candidate.actions()]
    )
    next(entry for entry in menu.actions() if "Copy" in entry.text()).trigger()
    data = QApplication.clipboard().mimeData()
    assert [line.split("\t")[0] for line in data.text().split("\n")[1:]] == reader.names_shown
    assert data.html().count("<tr>") == 1 + len(reader.names_shown)
    clip = Clip.from_json(bytes(data.data("application/x-riskdesk-clip+json").data()).decode())
    assert [branch.reference for branch in clip.branches] == reader.names_shown


def test_delete_and_duplicate_are_steps_of_their_own(reader: Reader) -> None:
    reader.click("R-03")
    reader.view.commands["duplicate"]()
    assert len(reader.names_shown) == 32
    assert reader.selected() == ["R-32"]
    reader.view.commands["delete"]()
    assert len(reader.names_shown) == 31
    reader.workbench.undo()
    reader.workbench.undo()
    assert len(reader.names_shown) == 31
    assert "R-32" not in reader.names_shown


@read_only
def test_nothing_is_changed_while_nothing_may_be(reader: Reader) -> None:
    reader.double_click("R-03", "owner")
    assert reader.view.editing.field is None
    reader.view.commands["cut"]()
    assert len(reader.names_shown) == 31


@pytest.mark.parametrize("width", [360, 700, 1300])
def test_the_bar_takes_no_more_lines_than_it_needs(
    qapp: QApplication, undressed: None, workbench: Workbench, settings: Settings, qtbot: QtBot, width: int
) -> None:
    Theme(qapp)
    view = RegisterList(workbench, settings)
    qtbot.addWidget(view)
    view.resize(width, 500)
    view.show()
    qtbot.waitUntil(lambda: view.bar.height() <= (2 if width == 360 else 1) * 48)
    for button in view.bar.findChildren(QAbstractButton):
        if button.isVisible() and button.parent() is view.bar:
            assert view.bar.rect().contains(button.geometry())


def test_zoom_makes_rows_and_columns_larger(reader: Reader) -> None:
    high, wide = reader.view.table.rowHeight(0), reader.view.table.columnWidth(0)
    reader.view.commands["zoom_in"]()
    assert reader.view.table.rowHeight(0) > high
    assert reader.view.table.columnWidth(0) > wide
    reader.view.commands["zoom_reset"]()
    assert (reader.view.table.rowHeight(0), reader.view.table.columnWidth(0)) == (high, wide)


def test_what_is_filtered_or_folded_away_is_selected_no_more(reader: Reader) -> None:
    reader.view.commands["select_all"]()
    reader.view.listed.ask(reader.view.listed.listing.filtered("assessed", "no"))
    shown_ids = [row.item.id for row in reader.view.listed.shown]
    assert [*reader.workbench.selection] == shown_ids
    assert 0 < len(shown_ids) < 31
    reader.view.listed.ask(replace(reader.view.listed.listing, group="category", filters=()))
    assert set(reader.workbench.selection) == set(shown_ids)
    group = next(
        line for line in reader.view.listed.lines if isinstance(line, Group) and line.rows[-1].item.id in shown_ids
    )
    reader.view.listed.fold(group, folded=True)
    assert set(reader.workbench.selection) == set(shown_ids) - {row.item.id for row in group.rows}


def test_what_stands_in_no_row_stays_selected_and_so_does_what_a_step_takes_from_the_rows(reader: Reader) -> None:
    category, risk = reader.tree.categories[0].category, reader.risk("R-01")
    reader.workbench.select([category.id])
    reader.view.listed.ask(reader.view.listed.listing.filtered("assessed", "yes"))
    assert reader.workbench.selection == (category.id,)
    reader.workbench.select([risk.id])
    reader.workbench.run(risks.edit(risk.id, likelihood=None))
    assert "R-01" not in reader.names_shown
    assert reader.workbench.selection == (risk.id,)


@pytest.mark.parametrize(("width", "is_cut"), [(1300, False), (330, True)])
def test_how_many_a_group_has_is_whole_however_narrow_the_list(reader: Reader, width: int, is_cut: bool) -> None:  # noqa: FBT001
    view = reader.view
    view.listed.ask(replace(view.listed.listing, group="category"))
    view.resize(width, 500)
    QApplication.processEvents()
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, view.table.viewport().width(), 30)
    label, count_text = texts_drawn(
        lambda painter: view.table.itemDelegate().paint(painter, option, view.table.lines.index(0, 0))
    )
    assert count_text == "7 risks"
    assert label.endswith("…") == is_cut
    group = view.table.lines.lines[0]
    assert isinstance(group, Group)
    assert group.label.startswith(label.removesuffix("…"))
    font = view.table.font()
    font.setWeight(font.Weight.DemiBold)
    assert (
        QFontMetrics(font).horizontalAdvance(label) + view.table.fontMetrics().horizontalAdvance(count_text)
        < option.rect.width()
    )


@pytest.mark.parametrize("language", list(Language))
def test_the_hint_of_the_filter_has_room_where_the_bar_is_narrow(
    workbench: Workbench, settings: Settings, qtbot: QtBot, language: Language
) -> None:
    translations.install(QApplication.instance(), language)
    view = RegisterList(workbench, settings)
    translations.install(QApplication.instance(), Language.ENGLISH)
    qtbot.addWidget(view)
    view.resize(330, 400)
    view.show()
    field = next(line_edit for line_edit in view.findChildren(QLineEdit) if line_edit.placeholderText())
    assert field.width() >= field.fontMetrics().horizontalAdvance(field.placeholderText()) + 6 * UNIT


def test_a_key_in_the_filter_asks_for_the_place_of_what_is_selected_alone(reader: Reader) -> None:
    asked_ids: list[str] = []
    list_model, place = reader.view.listed, reader.view.listed.place

    def place_counted(identity: str) -> int | None:
        asked_ids.append(identity)
        return place(identity)

    reader.workbench.select([reader.risk("R-02").id])
    # What is asked for the row that the keyboard is at, and for the selected one.
    list_model.place = place_counted  # type: ignore[method-assign]
    QTest.keyClicks(reader.view.bar.field, "a")
    assert 0 < len(asked_ids) < 5 < len(reader.names_shown)


def test_cells_ask_for_their_colours_once(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    palettes: list[object] = []
    monkeypatch.setattr(cells, "colours_of", lambda palette: (palettes.append(palette), colours_of(palette))[1])
    for _ in range(2):
        reader.view.table.viewport().grab()
    assert len(palettes) <= 1


def test_a_register_that_comes_or_goes_is_listed_once(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str | None] = []
    refresh = Listed.refresh

    def noting_refresh(listed: Listed) -> None:
        taken.append(reader.workbench.register_id)
        refresh(listed)

    monkeypatch.setattr(Listed, "refresh", noting_refresh)
    first = reader.workbench.register_id
    assert first is not None
    reader.workbench.run(registers.duplicate(first))
    copy = reader.workbench.register_id
    reader.workbench.undo()
    reader.workbench.redo()
    assert taken == [copy, first, copy]
    assert reader.lines


@pytest.mark.parametrize("rows", list(RowKind))
@pytest.mark.parametrize("language", list(Language))
def test_the_title_of_each_column_has_room_as_long_as_nobody_sized_it(
    workbench: Workbench, settings: Settings, qtbot: QtBot, language: Language, rows: RowKind
) -> None:
    translations.install(QApplication.instance(), language)
    try:
        view = RegisterList(workbench, settings)
        qtbot.addWidget(view)
        fields = list(LISTED[rows])
        view.listed.ask(Listing(rows, tuple(map(ListColumn, fields))))
        with qtbot.waitExposed(view):
            view.show()
        head = view.table.head
        for place, name in enumerate(fields):
            view.listed.ask(replace(view.listed.listing, sorts=(Sort(name),)))
            room = QRect(0, 0, head.sectionSize(place), 30)
            drawn_texts = texts_drawn(partial(head.paintSection, rect=room, logical=place))
            assert LISTED[rows][name].head.text(language) in drawn_texts
    finally:
        translations.install(QApplication.instance(), Language.ENGLISH)


def test_the_title_of_levels_stands_in_the_middle_above_them(reader: Reader) -> None:
    listing, head = reader.view.listed.listing, reader.view.table.head
    reader.view.listed.ask(replace(listing, columns=tuple(map(ListColumn, ("likelihood", "reference", "description")))))
    begins = []
    for place in (0, 1):
        left, wide = head.sectionViewportPosition(place), head.sectionSize(place)
        beginning = picture(head.viewport(), QRect(left + 2, 4, wide // 3, head.height() - 8))
        lines = (QRect(0, line, beginning.width(), 1) for line in range(beginning.height()))
        begins.append(any(len(colours_in(beginning, line)) > 1 for line in lines))
    assert begins == [False, True]
