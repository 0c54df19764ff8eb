"""What changed of late, for the sheet of changes in a workbook."""

import datetime

from riskdesk.desk import risks
from riskdesk.desk.items import delete
from riskdesk.desk.recent import Recent
from riskdesk.domain.values import Language


def today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


def test_each_field_is_told_with_its_words_before_and_after_newest_first(session):
    (register,) = session.registers()
    tree = session.tree(register.id)
    risk = next(tree.risks)
    session.run(risks.edit(risk.id, likelihood=4))
    session.run(risks.edit(risk.id, likelihood=5, owner="Ms X"))
    since, changes = Recent.of(session, session.tree(register.id), today()).since_and_changes(Language.ENGLISH)
    assert since.startswith("Changes since ")
    assert [(change.field, change.before, change.after) for change in changes[:3]] == [
        ("Likelihood", "4 High", "5 Very high"), ("Owner", "", "Ms X"), ("Likelihood", "", "4 High"),
    ]  # fmt: skip
    assert {(change.who, change.item) for change in changes[:3]} == {("A. Tester", f"Risk {risk.reference}")}


def test_what_is_older_is_left_out(session):
    (register,) = session.registers()
    later = today() + datetime.timedelta(days=40)
    assert Recent.of(session, session.tree(register.id), later).since_and_changes(Language.ENGLISH)[1] == []


def test_words_are_those_of_the_language_that_is_asked_for(session):
    (register,) = session.registers()
    risk = next(session.tree(register.id).risks)
    session.run(delete([risk.id]))
    since, changes = Recent.of(session, session.tree(register.id), today()).since_and_changes(Language.FRENCH)
    assert since.startswith("Modifications depuis le ")
    assert (changes[0].field, changes[0].before, changes[0].after) == ("Suppression", risk.description, "")
