"""Somebody new gets through their first five minutes in at most sixty actions, and all of it is in file and PDF."""

from contextlib import closing
from pathlib import Path

import pypdfium2
from PySide6.QtWidgets import QApplication

from riskdesk.desk import health
from riskdesk.desk.session import Session
from riskdesk.store.store import Store
from tools import newcomer


def test_the_first_five_minutes_take_few_actions(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp
    actions, store, pdf = newcomer.go_through(tmp_path)
    assert len(actions) <= newcomer.MOST
    with closing(Session.open(store, "A. Tester", read_only=True)) as session:
        tree = session.tree(session.registers()[0].id)
    first = tree.categories[1]
    risks = list(first.risks)
    assert [risk.description[-11:] for risk in risks[:3]] == ["(changed 1)", "(changed 2)", "(changed 3)"]
    assert [risk.description for risk in risks[3:5]] == ["One more risk", "And another one"]
    assert [(risk.likelihood, risk.impact) for risk in risks[:5]] == [(2, 1), (3, 2), (4, 3), (5, 4), (2, 5)]
    assert risks[4].owner == "N. Comer"
    assert first.category.title.startswith("Risks related to the political")
    with closing(Store.open(store, read_only=True)) as opened_store:
        *_, deleted, back = opened_store.steps()
    assert (deleted.label, back.undoes) == ("Delete risk", deleted.number)
    assert health.check(store) == []
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        page_text = document[0].get_textpage().get_text_range()
    assert "Risks related to project/programme" in page_text
