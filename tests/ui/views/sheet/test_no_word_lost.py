"""Whatever is split, joined, begun and left: no letter is lost, and undo leads back."""

from collections import Counter
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from riskdesk.domain.tree import RegisterTree
from tests.ui.views.sheet.conftest import User

END, START, WORD = (
    QTextCursor.MoveOperation.End,
    QTextCursor.MoveOperation.Start,
    QTextCursor.MoveOperation.NextWord,
)


def pressed(key: Qt.Key, *ways: QTextCursor.MoveOperation) -> Callable[[User], None]:
    """A key, once the caret has moved."""

    def press(user: User) -> None:
        for way in ways:
            user.sheet.writing.editor.moveCursor(way)
        user.press(key)

    return press


MOVES = {
    "split": pressed(Qt.Key.Key_Return, START, WORD),
    "split later": pressed(Qt.Key.Key_Return, START, WORD, WORD, WORD),
    "enter": pressed(Qt.Key.Key_Return),
    "enter at the start": pressed(Qt.Key.Key_Return, START),
    "enter at the end": pressed(Qt.Key.Key_Return, END),
    "join to above": pressed(Qt.Key.Key_Backspace, START),
    "join below": pressed(Qt.Key.Key_Delete, END),
    "up": pressed(Qt.Key.Key_Up, START),
    "down": pressed(Qt.Key.Key_Down, END),
    "across": pressed(Qt.Key.Key_Tab),
    "leave": pressed(Qt.Key.Key_Escape),
    "type": lambda user: user.type("x"),
}


def letters(user: User) -> Counter[str]:
    """How often each letter is there, in what is stored and what is being written."""
    line, tree = user.sheet.writing.line, user.tree
    titles = (tree.register.title, tree.register.heading, *(category.category.title for category in tree.categories))
    counts = Counter("".join((*titles, *(bullet.description for bullet in (*tree.risks, *tree.mitigations)))))
    if line is not None:
        counts += Counter(line.written)
        counts -= Counter(line.stored)
    return Counter({letter: count for letter, count in counts.items() if not letter.isspace()})


def places(tree: RegisterTree) -> list[list[float]]:
    return [
        [bullet.position for bullet in column] for entry in tree.entries for column in (entry.risks, entry.mitigations)
    ]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=some.lists(some.sampled_from(sorted(MOVES)), min_size=1, max_size=12), begun=some.integers(0, 3))
def test_no_letter_is_lost_and_undo_leads_back(user: User, names: list[str], begun: int) -> None:
    before, undone = user.tree, user.workbench.session.undoable(user.workbench.register_id)
    user.edit(user.entry(0).risks[begun].id)
    expected = letters(user)
    for name in names:
        if user.writes is None:
            user.edit(user.entry(0).mitigations[0].id)
        MOVES[name](user)
        expected["x"] += name == "type"
        assert letters(user) == expected
        assert all(column == sorted(set(column)) for column in places(user.tree))
    user.sheet.writing.finish()
    assert letters(user) == expected
    assert user.workbench.typing.drafts() == []
    while user.workbench.session.undoable(user.workbench.register_id) != undone:
        assert user.workbench.undo().step is not None
    assert user.tree.categories == before.categories
    assert (user.tree.register.title, user.tree.register.heading) == (before.register.title, before.register.heading)
