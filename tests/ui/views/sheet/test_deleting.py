"""What is selected once something was deleted, so that the next Del deletes no more than one means."""

from riskdesk.desk import items
from tests.ui.views.sheet.conftest import User


def test_a_deleted_bullet_gives_way_to_the_next(user: User) -> None:
    first, second = user.entry(0).risks[:2]
    user.choose(first.id)
    user.do("delete")
    assert user.risks(0)[0] == second.description
    assert user.sheet.selected_ids() == (second.id,)


def test_the_last_bullet_that_is_deleted_gives_way_to_the_one_before(user: User) -> None:
    entry = user.entry(0)
    *_, risk, last_risk = entry.risks
    *_, mitigation, last_mitigation = entry.mitigations
    for gone, before in ((last_risk, risk), (last_mitigation, mitigation)):
        user.choose(gone.id)
        user.do("delete")
        assert user.sheet.selected_ids() == (before.id,)


def test_the_last_entry_that_is_deleted_gives_way_to_the_one_before(user: User) -> None:
    *_, before, last = user.tree.categories[1].entries
    user.choose(last.entry.id)
    user.do("delete")
    assert user.sheet.selected_ids() == (before.entry.id,)


def test_the_only_bullet_that_is_deleted_gives_way_to_its_entry(user: User) -> None:
    entry = user.entry(0)
    user.workbench.run(items.delete([risk.id for risk in entry.risks[1:]]))
    user.choose(entry.risks[0].id)
    user.do("delete")
    assert user.sheet.selected_ids() == (entry.entry.id,)
