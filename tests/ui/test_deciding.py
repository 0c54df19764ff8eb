"""A register comes before its Steering Committee in few keys and actions, and all that was decided is in the file."""

import datetime
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QApplication

from riskdesk.desk import health
from riskdesk.desk.session import Session
from riskdesk.domain.gaps import GapKind, gaps, grouped
from riskdesk.domain.listing import Filter
from riskdesk.domain.listing_text import from_text
from riskdesk.domain.scale import Assessment
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language
from riskdesk.store.store import Store
from tools import deciding, hands
from tools.deciding import ADDED, DRAGGED, MENDED, OWNER, VIEW, Decider, levels


def test_a_register_is_decided_on_in_few_actions(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp
    decider, store = hands.go_through(tmp_path, Decider)
    assert decider.to_assess <= deciding.MOST_KEYS, decider.counts
    assert decider.for_the_rest <= deciding.MOST_ACTIONS, decider.counts
    with closing(Session.open(store, "A. Tester", read_only=True)) as session:
        tree = session.tree(session.registers()[0].id)
    is_assessed_and_moved(tree)
    is_handed_over(tree)
    gaps_by_kind = grouped(gaps(tree, datetime.date(2026, 11, 28)))
    assert not gaps_by_kind.keys() & {*MENDED, GapKind.ALIKE}
    assert decider.restored.assessment == Assessment(levels(1)[0][0], DRAGGED[0][1])
    is_journalled(store)
    assert health.check(store) == []


def is_assessed_and_moved(tree: RegisterTree) -> None:
    expected = [*DRAGGED, *levels(31)[len(DRAGGED) :]]
    assert [(risk.likelihood, risk.impact) for risk in tree.risks] == expected


def is_handed_over(tree: RegisterTree) -> None:
    """Those of the band were given an owner, and those that had none after it another one."""
    scale = tree.register.scale
    for risk in tree.risks:
        band = scale.band(risk.assessment)
        assert band is not None
        assert (risk.owner == OWNER) == (band.name.text(Language.ENGLISH) == "High"), risk.reference
        assert risk.owner in (OWNER, "Project Manager")
        assert (risk.escalated_to == "Steering Committee") == (band is scale.bands[-1])
    assert {mitigation.action_owner for mitigation in tree.mitigations} == {"Project Assistant"}
    assert {mitigation.due_date for mitigation in tree.mitigations} == {datetime.date(2029, 12, 31)}
    assert sum(risk.description.endswith(ADDED) for risk in tree.risks) == 1
    (view,) = tree.saved_views
    assert view.name == VIEW
    assert from_text(view.listing, VIEW).filters == (Filter("band", ("3",)),)


def is_journalled(store: Path) -> None:
    """Each drag and each change of many is one step, what was restored is taken back."""
    with closing(Store.open(store, read_only=True)) as opened_store:
        _, *steps = opened_store.steps()
    assert len(steps) == 31 + len(DRAGGED) + 1 + 1 + len(MENDED) + 1 + 2
    *_, restored, back = steps
    assert back.undoes == restored.number
