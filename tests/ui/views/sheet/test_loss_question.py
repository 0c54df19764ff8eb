"""Before a risk loses what mitigations cannot have, the user is asked."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMessageBox

from riskdesk.desk import clip, mitigations, risks
from riskdesk.domain.values import MitigationStatus
from riskdesk.ui.views import clipboard
from tests.ui.views.sheet.conftest import User
from tests.ui.views.sheet.dropping import drop
from tests.ui.views.sheet.loss import press, question


def test_a_risk_that_would_lose_something_moves_only_when_the_user_says_so(user: User) -> None:
    risk, target = user.entry(0).risks[0], user.entry(1).mitigations[0]
    user.workbench.run(risks.edit(risk.id, note="<b>Note</b>", owner="A. Owner"))
    before = user.tree
    drop(user, risk.id, target.id, below=False)
    assert user.tree == before
    assert f"{risk.reference} becomes a mitigation and loses its reference and note" in question(user).text()
    press(user, "Go on")
    assert user.mitigations(1)[0] == risk.description
    assert user.entry(1).mitigations[0].action_owner == "A. Owner"
    user.workbench.undo()
    assert [each for each in user.tree.risks if each.id == risk.id] == [
        each for each in before.risks if each.id == risk.id
    ]


def test_a_risk_stays_where_the_user_does_not_say_so(user: User) -> None:
    risk, target = user.entry(0).risks[0], user.entry(1).mitigations[0]
    user.workbench.run(risks.edit(risk.id, note="Note"))
    before = user.tree
    drop(user, risk.id, target.id, below=False)
    press(user, "Cancel")
    assert user.tree == before


def test_nothing_is_asked_where_nothing_but_a_given_reference_is_lost(user: User) -> None:
    risk, target = user.entry(0).risks[0], user.entry(1).mitigations[0]
    drop(user, risk.id, target.id, below=False)
    assert not user.sheet.findChildren(QMessageBox)
    assert user.mitigations(1)[0] == risk.description


@pytest.mark.parametrize("dropped", [False, True])
def test_what_is_pasted_or_dropped_from_elsewhere_is_asked_about_too(user: User, *, dropped: bool) -> None:
    first, second = user.entry(0).mitigations[:2]
    for each in (first, second):
        user.workbench.run(mitigations.edit(each.id, status=MitigationStatus.DONE))
    target = user.entry(1).risks[0]
    before = user.tree
    copied = clipboard.to_mime(clip.copy(before, [first.id, second.id]))
    if dropped:
        room = user.sheet._parts.scrolling.rect_of(user.row(target.id))
        point = QPointF(room.center().x(), room.bottom())
        event = QDropEvent(
            point, Qt.DropAction.CopyAction, copied, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        user.sheet.dropEvent(event)
    else:
        QGuiApplication.clipboard().setMimeData(copied)
        user.choose(target.id)
        user.do("paste")
    assert user.tree == before
    assert "2 mitigations become risks and lose: status" in question(user).text()
    press(user, "Go on")
    assert {first.description, second.description} <= set(user.risks(1))
