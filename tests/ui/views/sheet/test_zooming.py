"""What stays in sight as the sheet becomes larger or smaller."""

import pytest

from riskdesk.desk import entries
from tests.ui.views.sheet.conftest import User

_LONG = "The programme goes on in spite of all that. " * 6


@pytest.fixture
def user(user: User) -> User:
    """Somebody at a sheet with an entry that is higher than the window."""
    user.sheet.resize(700, 400)
    first = user.tree.categories[0].category.id
    user.workbench.run(entries.add(first, 0, risks=[f"{number}. {_LONG}" for number in range(12)]))
    return user


def seen_at(user: User, identity: str) -> int:
    """How far below the top of the view a line begins."""
    return user.sheet._parts.scrolling.rect_of(user.row(identity)).top()


@pytest.mark.parametrize(("before", "after"), [(2.0, 1.0), (1.0, 2.0)])
def test_what_is_read_in_a_high_entry_stays_in_sight(user: User, before: float, after: float) -> None:
    user.sheet.zoom = before
    risk = user.entry(0).risks[7].id
    user.sheet.scroll_to(risk)
    place = seen_at(user, risk) - user.sheet.layout_of_lines.columns_height()
    user.sheet.zoom = after
    assert abs(seen_at(user, risk) - user.sheet.layout_of_lines.columns_height() - place) <= 2


@pytest.mark.parametrize(("before", "after"), [(2.0, 1.0), (1.0, 1.5)])
def test_the_caret_stays_in_sight(user: User, before: float, after: float) -> None:
    user.sheet.zoom = before
    user.edit(user.entry(0).risks[7].id)
    user.type(" more")
    user.sheet.zoom = after
    editor, view = user.sheet.writing.editor, user.sheet.viewport()
    caret = editor.mapTo(view, editor.cursorRect().center())
    assert user.sheet.layout_of_lines.columns_height() < caret.y() < view.height()


def test_the_beginning_stays_in_sight(user: User) -> None:
    user.sheet.zoom = 2
    assert user.sheet.verticalScrollBar().value() == 0
