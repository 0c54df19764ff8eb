"""Registers: added, duplicated, translated and deleted, with all that is in them."""

from dataclasses import replace
from datetime import date

import pytest

from riskdesk.desk import print_sets, registers, scales
from riskdesk.desk.action import Action
from riskdesk.desk.session import Session
from riskdesk.domain.growing import grow
from riskdesk.domain.label import Label
from riskdesk.domain.language import words
from riskdesk.domain.printing import Print
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language, Risk, Snapshot
from tests.desk.standing import START, register_of, text_of


def tree_of(session: Session, number: int) -> RegisterTree:
    return session.tree(session.registers()[number].id)


@pytest.mark.parametrize(
    ("references", "counted", "numbered", "expected_changes"),
    [
        (["", "", ""], 0, ["R-01", "R-02", "R-03"], []),
        (["R-03", "", "R-01"], 0, ["R-03", "R-04", "R-01"], []),
        (["R-03", "", "R-01"], 7, ["R-03", "R-08", "R-01"], []),
        (["R-03", "r-03 ", "R-01"], 0, ["R-03", "R-04", "R-01"], [("r-03 ", "R-04")]),
        (["X", "x", "X"], 2, ["X", "R-03", "R-04"], [("x", "R-03"), ("X", "R-04")]),
        (["X", "Y", "R-09"], 2, ["X", "Y", "R-09"], []),
        ([" ", "\u200b", "R-01"], 0, ["R-02", "R-03", "R-01"], []),
    ],
)
def test_each_risk_has_a_reference_of_its_own(
    references: list[str], counted: int, numbered: list[str], expected_changes: list[tuple[str, str]]
) -> None:
    tree = register_of("A: r0 r1 | m0, r2 | ")
    references_by_id = {risk.id: name for risk, name in zip(tree.risks, references, strict=True)}
    renumbered_tree = grow(
        replace(value, reference=references_by_id[value.id]) if isinstance(value, Risk) else value
        for value in tree.values
    )
    new, changes = registers.renumbered(
        replace(renumbered_tree, register=replace(renumbered_tree.register, references=counted))
    )
    assert [risk.reference for risk in new.risks] == numbered
    assert changes == expected_changes
    highest = max([int(name[2:]) for name in numbered if name.startswith("R-")], default=0)
    assert new.register.references == max(counted, highest)
    assert text_of(new) == text_of(tree)
    assert registers.renumbered(new) == (new, [])


def test_a_word_that_is_called_right_is_kept_among_the_others_in_their_order(small: Session) -> None:
    register = small.registers()[0].id
    for word in ("tenge", "Astana", "l’Œuvre", "akim", "tenge"):
        small.run(registers.add_word(register, word))
    assert small.tree(register).register.words == "akim\nAstana\ntenge\nŒuvre"


def test_a_register_is_added_after_the_others_as_it_is(small: Session) -> None:
    tree, _ = registers.renumbered(register_of("X: x0 | y0"))
    small.run(registers.add(tree))
    assert tree_of(small, 1) == replace(tree, register=replace(tree.register, position=1))


def test_what_is_there_already_is_added_as_a_copy(small: Session, ids: dict[str, str]) -> None:
    small.run(print_sets.keep(ids["register"], "Board", Print()))
    first = tree_of(small, 0)
    # One identity that is there is enough.
    part = replace(register_of("X: x0 | y0"), print_sets=first.print_sets)
    for tree in (first, part):
        small.run(registers.add(tree))
        added = tree_of(small, len(small.registers()) - 1)
        assert text_of(added) == text_of(tree)
        assert [print_set.name for print_set in added.print_sets] == ["Board"]
        assert {print_set.register for print_set in added.print_sets} == {added.register.id}
        assert not {value.id for value in added.values} & {value.id for value in tree.values}
    assert [register.position for register in small.registers()] == [0, 1, 2]


def test_a_duplicate_has_the_same_references(small: Session, ids: dict[str, str]) -> None:
    small.run(registers.duplicate(ids["register"]))
    first, second = tree_of(small, 0), tree_of(small, 1)
    assert text_of(second) == START
    assert [risk.reference for risk in second.risks] == [risk.reference for risk in first.risks]
    assert second.register.references == first.register.references == 7
    assert not {value.id for value in first.values} & {value.id for value in second.values}


def test_a_register_goes_with_all_that_is_in_it(small: Session, ids: dict[str, str]) -> None:
    small.run(registers.duplicate(ids["register"]))
    for name in ("One", "Two"):
        small.run(print_sets.keep(ids["register"], name, Print()))
        snapshot = Snapshot(register=ids["register"], date=date(2026, 1, 1), document="{}")
        small.run(Action("Snapshot", lambda tx, snapshot=snapshot: tx.insert(snapshot)))
    other = tree_of(small, 1).register
    action = registers.delete(ids["register"])
    assert action.sweeping
    small.run(action)
    assert [tree_of(small, at).register for at in range(len(small.registers()))] == [other]
    assert {kind for kind, _ in small._store.state()} == {"register", "category", "entry", "risk", "mitigation"}


ENGLISH, FRENCH = Language.ENGLISH, Language.FRENCH


@pytest.mark.parametrize(
    ("before", "edit", "heading"),
    [
        ({"heading": words(ENGLISH).heading}, {"language": FRENCH}, words(FRENCH).heading),
        ({"heading": "Mine"}, {"language": FRENCH}, "Mine"),
        ({"heading": ""}, {"language": FRENCH}, ""),
        ({"heading": words(ENGLISH).heading}, {"language": FRENCH, "heading": "Mine"}, "Mine"),
        ({"heading": words(ENGLISH).heading}, {"language": ENGLISH, "title": "T"}, words(ENGLISH).heading),
        ({"heading": words(FRENCH).heading}, {"language": FRENCH}, words(FRENCH).heading),
    ],
)
def test_another_language_brings_its_words_where_they_are_not_the_users_own(
    small: Session, ids: dict[str, str], before: dict[str, str], edit: dict[str, str], heading: str
) -> None:
    small.run(registers.edit(ids["register"], **before))
    small.run(registers.edit(ids["register"], **edit))
    register = tree_of(small, 0).register
    assert (register.heading, register.language) == (heading, edit["language"])
    assert register.scale == scales.profile(scales.DEFAULT)


def test_a_scale_of_the_users_own_stays_in_its_words(small: Session, ids: dict[str, str]) -> None:
    mine = replace(scales.profile(scales.DEFAULT), name=Label.same("Mine"))
    small.run(registers.edit(ids["register"], scale=mine))
    small.run(registers.edit(ids["register"], language=FRENCH))
    assert tree_of(small, 0).register.scale == mine


def test_a_register_comes_into_the_language_it_is_told(small: Session) -> None:
    register = replace(tree_of(small, 0).register, heading=words(FRENCH).heading)
    french = registers.in_language(register, FRENCH)
    assert (french.heading, french.language) == (words(FRENCH).heading, FRENCH)
    assert registers.in_language(register, ENGLISH, was=FRENCH).heading == words(ENGLISH).heading
    assert registers.in_language(replace(register, language=FRENCH), ENGLISH).heading == words(ENGLISH).heading
