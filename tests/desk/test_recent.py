"""What changed of late, for the sheet of changes in a workbook."""

import datetime

import pytest
from openpyxl import load_workbook

from riskdesk.desk import risks, transfer
from riskdesk.desk.formats import Request
from riskdesk.desk.items import delete
from riskdesk.desk.recent import Recent
from riskdesk.desk.registers import edit
from riskdesk.domain.layouts import Layout
from riskdesk.domain.printing import Print
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


@pytest.mark.parametrize(("mark", "is_told"), [("", True), ("Strictly internal", True), ("Public", False)])
def test_a_workbook_that_may_leave_the_office_does_not_tell_how_texts_were(session, tmp_path, mark, *, is_told):
    (register,) = session.registers()
    risk = next(session.tree(register.id).risks)
    session.run(edit(register.id, handling_mark=mark))
    session.run(risks.edit(risk.id, note="Ms X knows more"))
    session.run(risks.edit(risk.id, note=""))
    tree, now = session.tree(register.id), datetime.datetime.now(datetime.UTC)
    asked = Request(tree, Print(), now, today(), Layout.REGISTER, changes=Recent.of(session, tree, today()))
    out = tmp_path / "register.xlsx"
    exported = transfer.export(asked, out)
    cells = {cell.value for sheet in load_workbook(out) for row in sheet.iter_rows() for cell in row}
    assert ("Ms X knows more" in cells) is is_told
    assert [f"“{mark}”" in str(remark) for remark in exported.remarks] == ([] if is_told else [True])
