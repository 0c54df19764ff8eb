"""What has the keyboard, and what is selected, once another file is open."""

import shutil
from pathlib import Path

from riskdesk.desk import registers
from riskdesk.desk.session import Session
from tests.ui.views.sheet.conftest import User


def has_title(user: User) -> bool:
    """Whether the line of the register has the keyboard and the register is what is selected; both or neither."""
    register = user.workbench.register_id
    has_keyboard, is_chosen = user.sheet.current_row == 0, user.workbench.selection == (register,)
    assert has_keyboard == is_chosen
    return has_keyboard


def open_copy(user: User, tmp_path: Path) -> None:
    """Open a copy of the file, in which everything has the same identity."""
    path = tmp_path / "copy.riskdesk"
    shutil.copy(user.workbench.session.path, path)
    user.workbench.change_session(Session.open(path, "A. Tester"))


def test_the_title_of_a_copy_is_selected_as_that_of_the_file_before(user: User, tmp_path: Path) -> None:
    user.sheet.setFocus()
    user.sheet.choose(0)
    open_copy(user, tmp_path)
    assert has_title(user)


def test_a_line_of_the_file_before_does_not_keep_the_keyboard_in_a_copy(user: User, tmp_path: Path) -> None:
    user.sheet.setFocus()
    user.choose(user.entry(3).risks[0].id)
    open_copy(user, tmp_path)
    assert has_title(user)


def test_another_register_begins_at_its_title_where_the_keyboard_is_on_the_sheet(user: User) -> None:
    user.sheet.setFocus()
    first = user.workbench.register_id
    user.workbench.run(registers.duplicate(first or ""))
    assert has_title(user)
    user.choose(user.entry(3).risks[0].id)
    user.workbench.open_register(first)
    assert has_title(user)


def test_where_the_keyboard_is_elsewhere_nothing_is_selected(user: User, tmp_path: Path) -> None:
    user.sheet.clearFocus()
    open_copy(user, tmp_path)
    assert user.workbench.selection == ()
    assert not has_title(user)
    user.sheet.setFocus()
    assert has_title(user)
