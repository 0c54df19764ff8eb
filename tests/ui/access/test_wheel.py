"""Who turns the wheel wants to see what lies further down: no field is another one for it, even one with the focus."""

from pytestqt.qtbot import QtBot

from riskdesk.domain.values import RiskStatus
from riskdesk.kit.fields import ChoiceField
from riskdesk.ui.bench.workbench import Workbench
from tests.ui.access.wheel import turn_over
from tests.ui.conftest import Opened, inspector_field


def test_a_status_stays_as_it_was_chosen_while_the_fields_are_scrolled(
    open_window: Opened, workbench: Workbench, qtbot: QtBot
) -> None:
    window = open_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    tree = workbench.tree()
    assert tree is not None
    risk = next(tree.risks)
    workbench.select([risk.id])
    field = inspector_field(window, "status")
    assert isinstance(field, ChoiceField)
    field.setFocus()
    place = next(at for at in range(field.count()) if field._values[field.itemText(at)] is RiskStatus.PROPOSED)
    field.setCurrentIndex(place)
    field.activated.emit(place)
    turn_over(field)
    field.commit()
    assert next(workbench.session.tree(tree.register.id).risks).status is RiskStatus.PROPOSED
