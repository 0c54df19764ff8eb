"""The open line, where somebody else writes to it or deletes its item."""

import pytest
from PySide6.QtCore import Qt

from riskdesk.desk import entries, items, registers, risks
from riskdesk.desk.action import Action
from riskdesk.desk.drafts import Draft
from riskdesk.desk.session import Session
from riskdesk.domain.conflict import Conflict
from riskdesk.domain.problems import Problem
from tests.ui.views.sheet.conftest import User


@pytest.fixture
def returned(user: User) -> list[Draft]:
    drafts: list[Draft] = []
    user.workbench.typing.offered.connect(drafts.append)
    return drafts


@pytest.fixture
def clashes(user: User) -> list[tuple[Conflict, Action]]:
    conflicts: list[tuple[Conflict, Action]] = []
    user.workbench.conflict_found.connect(lambda conflict, action: conflicts.append((conflict, action)))
    return conflicts


def test_another_text_is_shown_where_nothing_was_typed(user: User, other: Session) -> None:
    risk = user.entry(0).risks[0]
    user.edit(risk.id)
    other.run(risks.edit(risk.id, description="Theirs"))
    user.workbench.read_changes_of_others()
    assert user.writes == "Theirs"
    user.type("!")
    user.press(Qt.Key.Key_Escape)
    assert user.risks(0)[0] == "Theirs!"


def test_what_is_typed_is_not_overwritten_nor_does_it_overwrite(
    user: User, other: Session, clashes: list[tuple[Conflict, Action]]
) -> None:
    risk = user.entry(0).risks[0]
    user.edit(risk.id)
    user.type(" mine")
    other.run(risks.edit(risk.id, description="Theirs"))
    user.workbench.read_changes_of_others()
    assert user.writes == risk.description + " mine"
    user.press(Qt.Key.Key_Escape)
    ((conflict, action),) = clashes
    (clash,) = conflict.clashes
    assert (clash.place, clash.theirs, clash.mine) == (
        ("risk", risk.id, "description"),
        "Theirs",
        risk.description + " mine",
    )
    assert "Marat" in str(conflict)
    assert (user.writes, user.risks(0)[0]) == (None, "Theirs")
    assert [draft.text for draft in user.workbench.typing.drafts()] == [risk.description + " mine"]
    user.workbench.run(action)
    assert user.risks(0)[0] == risk.description + " mine"


def test_nothing_is_asked_where_both_typed_the_same(
    user: User, other: Session, clashes: list[tuple[Conflict, Action]]
) -> None:
    risk = user.entry(0).risks[0]
    user.edit(risk.id)
    user.type("!")
    other.run(risks.edit(risk.id, description=risk.description + "!"))
    user.workbench.read_changes_of_others()
    user.type("?")
    user.press(Qt.Key.Key_Escape)
    assert not clashes
    assert user.risks(0)[0] == risk.description + "!?"


def test_a_conflict_holds_the_text_and_shows_what_is_stored(
    user: User, other: Session, clashes: list[tuple[Conflict, Action]]
) -> None:
    risk = user.entry(0).risks[0]
    user.edit(risk.id)
    user.type(" mine")
    other.run(risks.edit(risk.id, description="Theirs"))
    assert not user.workbench.commit()
    assert len(clashes) == 1
    assert (user.writes, user.sheet.lines.lines[user.row(risk.id)].text) == (None, "Theirs")
    assert [draft.text for draft in user.workbench.typing.drafts()] == [risk.description + " mine"]


@pytest.mark.parametrize("new", [False, True])
def test_the_text_of_an_item_that_is_gone_is_returned(user: User, returned: list[Draft], *, new: bool) -> None:
    risk = user.entry(0).risks[0]
    user.edit(risk.id)
    if new:
        user.press(Qt.Key.Key_Return)
    user.type("Typed")
    user.workbench.run_without_commit(items.delete([user.entry(0).entry.id]))
    assert user.writes is None
    (draft,) = returned
    assert draft.text == ("Typed" if new else risk.description + "Typed")
    assert draft.register == user.tree.register.id


def test_the_text_of_an_item_that_another_program_deleted_is_returned(
    user: User, other: Session, returned: list[Draft], problems: list[Problem]
) -> None:
    risk = user.entry(0).risks[0]
    user.edit(risk.id)
    user.type(" typed")
    other.run(items.delete([risk.id]))
    user.press(Qt.Key.Key_Return)
    assert user.writes is None
    assert [draft.text for draft in returned] == [risk.description + " typed"]
    assert risk.id not in user.sheet.lines.content.rows


def test_the_text_of_an_item_that_went_before_its_register_is_returned(
    user: User, other: Session, returned: list[Draft]
) -> None:
    risk = user.entry(0).risks[0]
    user.edit(risk.id)
    user.type(" typed")
    other.run(items.delete([risk.id]))
    other.run(registers.delete(user.tree.register.id))
    user.workbench.read_changes_of_others()
    assert user.writes is None
    assert [draft.text for draft in returned] == [risk.description + " typed"]


def test_an_item_that_is_gone_without_a_typed_text_returns_nothing(user: User, returned: list[Draft]) -> None:
    risk = user.entry(0).risks[0]
    user.edit(risk.id)
    user.workbench.run(items.delete([risk.id]))
    assert (user.writes, returned) == (None, [])


@pytest.mark.parametrize("split", [False, True])
def test_a_new_bullet_comes_where_it_was_begun_though_nobody_has_looked_since(
    user: User, other: Session, *, split: bool
) -> None:
    first, second = user.entry(0).risks[:2]
    user.edit(first.id)
    user.press(Qt.Key.Key_Return)
    user.type("Mine")
    other.run(risks.add(first.entry, ["Theirs"], 0))
    user.press(Qt.Key.Key_Return if split else Qt.Key.Key_Escape)
    assert user.risks(0)[:4] == ["Theirs", first.description, "Mine", second.description]


def test_a_new_entry_comes_where_it_was_begun_though_nobody_has_looked_since(user: User, other: Session) -> None:
    entry, after = user.entry(0).entry, user.entry(1)
    user.choose(entry.id)
    user.do("add_entry")
    user.type("Mine")
    other.run(entries.add(entry.category, 0, risks=["Theirs"]))
    user.press(Qt.Key.Key_Escape)
    assert (user.risks(0), user.entry(1).entry.id, user.risks(2)) == (["Theirs"], entry.id, ["Mine"])
    assert user.entry(3) == after


def test_a_new_bullet_whose_entry_is_gone_is_returned_once(
    user: User, other: Session, returned: list[Draft], problems: list[Problem]
) -> None:
    risk = user.entry(0).risks[0]
    user.edit(risk.id)
    user.press(Qt.Key.Key_Return)
    user.type("Mine")
    other.run(items.delete([risk.entry]))
    user.press(Qt.Key.Key_Return)
    assert ([draft.text for draft in returned], user.writes, problems) == (["Mine"], None, [])
