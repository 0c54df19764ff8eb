"""What an undo or a redo changed is selected and in sight."""

from PySide6.QtCore import Qt

from riskdesk.desk import categories, items, registers, risks
from riskdesk.desk.action import in_turn
from riskdesk.ui.views.sheet.layout.lines import LineKind
from tests.ui.views.sheet.conftest import User

SHIFT = Qt.KeyboardModifier.ShiftModifier


def selects(user: User, *ids: str) -> bool:
    """Whether these items alone are selected, and the first of them can be seen."""
    row = user.row(ids[0])
    is_seen = user.sheet.viewport().rect().intersects(user.sheet.visualRect(user.sheet.index(row)))
    return is_seen and set(user.sheet.selected_ids()) == set(ids) and user.sheet.current_row == row


def test_all_that_an_undo_brings_back_is_selected(user: User) -> None:
    deleted = user.entry(1).risks[::2]
    user.workbench.run(items.delete([risk.id for risk in deleted]))
    user.choose(list(user.tree.risks)[-1].id)
    user.workbench.undo()
    assert len(deleted) == 2
    assert selects(user, *(risk.id for risk in deleted))


def test_what_an_undo_changed_is_selected_at_once(user: User) -> None:
    deleted = user.entry(1).risks[::2]
    user.workbench.run(items.delete([risk.id for risk in deleted]))
    user.choose(list(user.tree.risks)[-1].id)
    selections: list[object] = []
    user.sheet.selectionModel().selectionChanged.connect(lambda *_: selections.append(user.sheet.selected_ids()))
    user.workbench.undo()
    assert selections == [tuple(risk.id for risk in deleted)]


def test_an_entry_that_goes_back_is_selected_without_what_was_changed_in_it(user: User) -> None:
    """An edit does not tell what its item lies in."""
    entry, category = user.entry(1), user.tree.categories[3].category
    moved = items.place([entry.entry.id], category.id, 0)
    user.workbench.run(in_turn([moved, risks.edit(entry.risks[0].id, description="Other")]))
    user.workbench.undo()
    assert selects(user, entry.entry.id)


def test_an_entry_or_category_is_selected_without_what_is_in_it(user: User) -> None:
    entry, category = user.entry(1).entry, user.tree.categories[3].category
    user.workbench.run(items.delete([entry.id]))
    user.workbench.run(items.delete([category.id]))
    user.workbench.undo()
    assert selects(user, category.id)
    user.workbench.undo()
    assert selects(user, entry.id)


def test_redo_of_a_new_entry_selects_it(user: User) -> None:
    before = {entry.entry.id for entry in user.tree.entries}
    user.choose(user.entry(0).risks[0].id)
    user.do("add_entry")
    user.type("New")
    user.press(Qt.Key.Key_Escape)
    (added,) = {entry.entry.id for entry in user.tree.entries} - before
    user.workbench.undo()
    user.choose(user.entry(0).risks[0].id)
    user.workbench.redo()
    assert selects(user, added)


def test_what_was_moved_is_selected_and_not_what_made_room(user: User) -> None:
    first, second, third, *_ = user.entry(0).risks
    user.choose(second.id)
    user.do("move_up")
    user.workbench.undo()
    assert selects(user, second.id)
    user.workbench.redo()
    assert selects(user, second.id)
    user.workbench.run(items.place([first.id], first.entry, 4))
    user.choose(third.id)
    user.workbench.select([])
    user.workbench.undo()
    assert selects(user, first.id)


def test_an_undo_of_a_register_s_field_selects_the_register(user: User) -> None:
    register = user.tree.register
    user.workbench.run(registers.edit(register.id, title="Other"))
    user.choose(list(user.tree.risks)[-1].id)
    user.workbench.undo()
    row = user.sheet.current_row
    assert row is not None
    assert user.sheet.lines.lines[row].kind is LineKind.TITLE
    assert user.workbench.selection == (register.id,)


def test_a_selection_is_extended_from_what_an_undo_selected(user: User) -> None:
    category = user.tree.categories[2].category
    user.workbench.run(categories.edit(category.id, "Other"))
    user.choose(user.entry(0).risks[0].id)
    user.workbench.undo()
    user.press(Qt.Key.Key_Down, SHIFT)
    assert user.sheet.selected_ids()[0] == category.id


def test_a_selection_is_extended_from_a_new_bullet(user: User) -> None:
    bullets = user.entry(0).risks
    user.choose(bullets[3].id)
    user.do("add_risk")
    user.type("New")
    user.press(Qt.Key.Key_Escape)
    user.press(Qt.Key.Key_Up, SHIFT)
    assert len(user.sheet.selected_ids()) == 2
    user.press(Qt.Key.Key_Up, SHIFT)
    assert len(user.sheet.selected_ids()) == 3


def test_what_stands_beside_a_risk_is_selected_once_its_adding_is_undone(user: User) -> None:
    first, second, third, *_ = user.entry(1).risks
    user.choose(second.id)
    user.do("add_risk")
    user.type("New")
    user.press(Qt.Key.Key_Escape)
    user.workbench.undo()
    assert selects(user, third.id)
    assert user.workbench.selection == (third.id,)
    user.press(Qt.Key.Key_Up)
    user.press(Qt.Key.Key_Up)
    assert selects(user, first.id)


def test_what_stands_beside_is_selected_though_something_else_was_selected_meanwhile(user: User) -> None:
    second, third = user.entry(1).risks[1:3]
    user.workbench.run(risks.add(second.entry, ["New"], 1))
    user.choose(list(user.tree.risks)[-1].id)
    user.workbench.undo()
    assert selects(user, second.id)
    assert [risk.id for risk in user.entry(1).risks[1:3]] == [second.id, third.id]


def test_what_stands_beside_a_whole_entry_or_category_is_selected_too(user: User) -> None:
    first, second = user.entry(0), user.entry(1)
    user.choose(first.risks[0].id)
    user.do("add_entry")
    user.type("New")
    user.press(Qt.Key.Key_Escape)
    user.choose(user.entry(1).risks[0].id)
    user.workbench.undo()
    assert selects(user, second.entry.id)
    last = user.tree.categories[-1].category
    user.choose(last.id)
    user.do("duplicate")
    user.workbench.undo()
    assert selects(user, last.id)


def test_what_somebody_else_deletes_leaves_the_keyboard_there_and_nothing_selected(user: User) -> None:
    first, second, *_ = user.entry(1).risks
    user.choose(first.id)
    user.workbench.run(items.delete([first.id]))
    assert user.workbench.selection == ()
    assert user.sheet.current_row == user.row(second.id)


def test_the_arrows_go_on_in_the_column_of_what_was_selected_elsewhere(user: User) -> None:
    first, second, *_ = user.entry(0).risks
    user.choose(user.entry(0).mitigations[0].id)
    user.workbench.select([first.id])
    user.press(Qt.Key.Key_Down)
    assert selects(user, second.id)
