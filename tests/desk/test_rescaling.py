"""Another scale in force: one step with all the levels in it, undone as one; what does not fit changes nothing."""

from contextlib import closing
from dataclasses import replace
from itertools import cycle, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskdesk.desk import health, registers, risks, saved_views, scales
from riskdesk.desk.action import in_turn
from riskdesk.desk.rescaling import rescale
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.label import Label
from riskdesk.domain.listing import Listing, RowKind, usual_columns
from riskdesk.domain.listing_text import from_text, to_text
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.remap import Remap, proposed
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language, RiskStatus

FIVE, THREE = scales.profile("5x5"), scales.profile("eu-action-document-3x3")
LEVELS = ("likelihood", "impact", "residual_likelihood", "residual_impact")


@pytest.fixture
def assessed(session: Session, register: str) -> RegisterTree:
    """Every pair of halves, before mitigation and after it; one risk is closed."""
    pairs = cycle(product([None, 1, 2, 3, 4, 5], repeat=2))
    all_risks = [*session.tree(register).risks]
    levels = [dict(zip(LEVELS, (*next(pairs), *next(pairs)), strict=True)) for _ in all_risks]
    assessing = [risks.edit(risk.id, **values) for risk, values in zip(all_risks, levels, strict=True)]
    session.run(in_turn([risks.edit(all_risks[0].id, status=RiskStatus.CLOSED), *assessing]))
    return session.tree(register)


def halves(tree: RegisterTree) -> list[tuple[int | None, ...]]:
    return [tuple(getattr(risk, name) for name in LEVELS) for risk in tree.risks]


def test_all_is_one_step_and_is_undone_as_one(session: Session, assessed: RegisterTree, register: str) -> None:
    remap = proposed(FIVE, THREE)
    step = session.run(rescale(register, FIVE, THREE, remap))
    assert step is not None
    after = session.tree(register)
    assert after.register.scale == THREE
    assert list(after.risks) == [remap.risk(risk) for risk in assessed.risks]
    session.undo(register)
    assert session.tree(register) == assessed
    session.redo(register)
    assert session.tree(register) == after
    session.undo(register)
    assert session.tree(register) == assessed
    assert health.check(session.path) == []


def test_a_level_becomes_empty_where_the_table_says_so_and_nowhere_else(
    session: Session, assessed: RegisterTree, register: str
) -> None:
    table = (1, 1, 2, 3, None)
    session.run(rescale(register, FIVE, THREE, Remap(table, (1, 2, 2, 3, 3))))
    for before, after in zip(halves(assessed), halves(session.tree(register)), strict=True):
        assert [level is None for level in after] == [
            before[0] in (None, 5),
            before[1] is None,
            before[2] in (None, 5),
            before[3] is None,
        ]


@pytest.mark.parametrize("table", [(1, 2, 3, 4, 5), (1, 2, 3), (1, 2, 3, 3, 9), (), (0, 1, 1, 1, 1), (-1, 1, 1, 1, 1)])
def test_a_level_that_the_scale_does_not_have_is_refused_and_changes_nothing(
    session: Session, assessed: RegisterTree, register: str, table: tuple[int, ...]
) -> None:
    before = session.path.read_bytes()
    with pytest.raises(InputProblem):
        session.run(rescale(register, FIVE, THREE, Remap(table, (1, 2, 2, 3, 3))))
    assert session.tree(register) == assessed
    assert session.path.read_bytes() == before


def test_a_scale_that_is_changed_meanwhile_is_not_written_over(session: Session, register: str) -> None:
    session.run(registers.edit(register, scale=replace(FIVE, name=Label.same("Theirs"), profile="")))
    with pytest.raises(InputProblem, match="changed in the meantime"):
        session.run(rescale(register, FIVE, THREE, proposed(FIVE, THREE)))
    assert session.tree(register).register.scale.name == Label.same("Theirs")


def test_other_words_leave_the_risks_alone(session: Session, assessed: RegisterTree, register: str) -> None:
    new = replace(FIVE, name=Label("Ours", ""), profile="", tolerance=1)
    step = session.run(rescale(register, FIVE, new, proposed(FIVE, new)))
    assert step is not None
    assert [change.kind for change in step.changes] == ["register"]
    assert session.tree(register).register.scale == new


def test_nothing_to_change_is_no_step(session: Session, assessed: RegisterTree, register: str) -> None:
    assert session.run(rescale(register, FIVE, FIVE, proposed(FIVE, FIVE))) is None


LEVEL = st.none() | st.integers(1, 5)


@pytest.mark.slow
@settings(max_examples=25)
@given(
    assessments=st.lists(st.tuples(LEVEL, LEVEL, LEVEL, LEVEL), min_size=1, max_size=6),
    tables=st.tuples(*[st.tuples(*[st.none() | st.integers(1, 3)] * 5)] * 2),
)
def test_undo_is_exact_whatever_the_table(
    tmp_path_factory: pytest.TempPathFactory,
    assessments: list[tuple[int | None, ...]],
    tables: tuple[tuple[int | None, ...], tuple[int | None, ...]],
) -> None:
    path: Path = tmp_path_factory.mktemp("rescaled") / "a.riskdesk"
    with closing(Session.create(path, "me")) as session:
        session.run(registers.add(template("kazakhstan-2024-2027", Language.ENGLISH)))
        register = session.registers()[0].id
        for risk, levels in zip(session.tree(register).risks, assessments, strict=False):
            session.run(risks.edit(risk.id, **dict(zip(LEVELS, levels, strict=True))))
        before, state = session.tree(register), session._store.state()
        remap = Remap(*tables)
        session.run(rescale(register, FIVE, THREE, remap))
        assert list(session.tree(register).risks) == [remap.risk(risk) for risk in before.risks]
        session.undo(register)
        assert session.tree(register) == before
        assert session._store.state() == state
    assert health.check(path) == []


def test_saved_views_go_on_showing_the_levels_that_they_showed(session: Session, register: str) -> None:
    listings = {
        "Levels": Listing().filtered("likelihood", "4", "5", "").filtered("residual_impact", "3"),
        "Cells": Listing().filtered("cell", "4,-", "3,2").filtered("owner", "4"),
        "Mitigations": Listing(RowKind.MITIGATION, usual_columns(RowKind.MITIGATION)).filtered("text", "3"),
    }
    session.run(in_turn([saved_views.keep(register, name, to_text(each)) for name, each in listings.items()]))
    # That of the fixture cannot be read.
    (unread,) = views(session).keys() - listings.keys()
    before = views(session)
    step = session.run(rescale(register, FIVE, THREE, Remap((None, 1, 2, 2, 3), (1, 1, 2, 3, 3))))
    assert step is not None
    assert {name: from_text(text, name) for name, text in views(session).items() if name != unread} == {
        "Levels": Listing().filtered("likelihood", "2", "3", "").filtered("residual_impact", "2"),
        "Cells": Listing().filtered("cell", "2,-", "2,1").filtered("owner", "4"),
        "Mitigations": listings["Mitigations"],
    }
    assert views(session)[unread] == before[unread]
    assert len([change for change in step.changes if change.kind == "saved_view"]) == 2
    session.undo(register)
    assert views(session) == before


def views(session: Session) -> dict[str, str]:
    """The saved views of the only register: their listings by their names."""
    (register,) = session.registers()
    return {view.name: view.listing for view in session.tree(register.id).saved_views}
