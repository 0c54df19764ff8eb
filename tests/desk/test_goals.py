"""What one can go to: items, owners, registers and commands, kept as the register is."""

from collections.abc import Iterable

import pytest

from riskdesk.desk import categories, items, mitigations, registers, risks
from riskdesk.desk.goal import Goal, GoalKind
from riskdesk.desk.goals import Goals
from riskdesk.desk.session import Session
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import RiskStatus

COMMANDS = [
    Goal(GoalKind.COMMAND, "export_pdf", "Export PDF", place="File", hint=("Ctrl+E",)),
    Goal(GoalKind.COMMAND, "undo", "Undo", place="Edit"),
]


def tree(session: Session) -> RegisterTree:
    return session.tree(session.registers()[0].id)


def follow(goals: Goals, session: Session, others: Iterable[Goal] = COMMANDS) -> int:
    """Read all there is; how many pieces that took."""
    return len(list(goals.follow(tree(session), others)))


@pytest.fixture
def goals(session: Session) -> Goals:
    goals = Goals(session.tree)
    follow(goals, session)
    return goals


def find_goals(goals: Goals, typed: str, first: Iterable[str] = ()) -> list[Goal]:
    matches = [goals.goal(key) for key in goals.find(typed, 100, list(first)).keys]
    assert None not in matches
    return [goal for goal in matches if goal is not None]


def test_each_kind_is_found_with_its_path(session: Session, goals: Goals) -> None:
    risk = next(tree(session).risks)
    category = tree(session).categories[0].category
    session.run(risks.edit(risk.id, title="Xyzzy plugh", owner="Ms Grünwald", status=RiskStatus.CLOSED))
    follow(goals, session)
    (goal,) = find_goals(goals, "plugh xyzzy")
    assert goal.text == f"Xyzzy plugh – {risk.description}"
    assert (goal.kind, goal.id) == (GoalKind.RISK, risk.id)
    assert (goal.reference, goal.place) == (risk.reference, category.title)
    assert goal.hint == ("closed",)
    (owner,) = find_goals(goals, "@grunwald")
    assert (owner.kind, owner.id, owner.text, owner.hint) == (GoalKind.OWNER, risk.id, "Ms Grünwald", ("risk",))
    assert find_goals(goals, category.title)[0].kind is GoalKind.CATEGORY
    mitigation = next(tree(session).mitigations)
    (goal, *_) = find_goals(goals, mitigation.description)
    assert (goal.kind, goal.id, goal.place) == (GoalKind.MITIGATION, mitigation.id, category.title)
    assert find_goals(goals, "epdf") == COMMANDS[:1]


@pytest.mark.parametrize("typed", ["R-07", "r07", "R7", "#7", "#07", "# r-07", "#r7"])
def test_a_reference_is_found_as_it_may_be_typed(session: Session, goals: Goals, typed: str) -> None:
    expected = next(risk for risk in tree(session).risks if risk.reference == "R-07")
    assert find_goals(goals, typed)[0].id == expected.id


def test_a_sign_asks_for_one_kind_alone(session: Session, goals: Goals) -> None:
    all_risks = list(tree(session).risks)
    assert [goal.id for goal in find_goals(goals, "#")] == [risk.id for risk in all_risks]
    assert {goal.id for goal in find_goals(goals, "#R-1")} >= {risk.id for risk in all_risks[9:19]}
    assert find_goals(goals, "#staff") == []
    assert find_goals(goals, ">") == COMMANDS
    assert find_goals(goals, "> undo") == COMMANDS[1:]
    assert find_goals(goals, "@") == []


def test_where_nothing_is_typed_what_was_wanted_last_comes_before_the_commands(session: Session, goals: Goals) -> None:
    risk = next(tree(session).risks)
    last = ["gone", risk.id, COMMANDS[1].key]
    assert [goal.id for goal in find_goals(goals, "", last)] == [risk.id, "undo", "export_pdf"]
    assert [goal.id for goal in find_goals(goals, ">", last)] == ["undo", "export_pdf"]


def test_what_a_step_changed_is_read_again_and_nothing_else(session: Session, goals: Goals) -> None:
    first, second, *_ = tree(session).risks
    assert follow(goals, session) == 0
    session.run(risks.edit(first.id, description="Frobnicate"))
    assert follow(goals, session) == 1
    assert [goal.id for goal in find_goals(goals, "frobnicate")] == [first.id]
    session.run(items.delete([first.id]))
    assert find_goals(goals, "frobnicate")
    follow(goals, session)
    assert find_goals(goals, "frobnicate") == []
    assert goals.goal(first.id) is None
    session.run(categories.edit(tree(session).categories[0].category.id, title="Sprocket"))
    follow(goals, session)
    assert goals.goal(second.id).place == "Sprocket"  # type: ignore[union-attr]


def test_another_register_takes_the_place_of_the_one_before(session: Session, goals: Goals) -> None:
    before = {goal.id for goal in find_goals(goals, "#")}
    session.run(registers.duplicate(session.registers()[0].id))
    other = session.tree(session.registers()[1].id)
    list(goals.follow(other, COMMANDS))
    assert [goal.id for goal in find_goals(goals, "#")] == [risk.id for risk in other.risks]
    assert not before & {goal.id for goal in find_goals(goals, "#")}
    list(goals.follow(None, COMMANDS[:1]))
    assert find_goals(goals, "#") == []
    assert find_goals(goals, "staff") == []
    assert find_goals(goals, "") == COMMANDS[:1]


def test_what_is_read_meanwhile_is_found_and_what_was_left_is_read_later(session: Session) -> None:
    goals = Goals(session.tree)
    goals.follow(tree(session), COMMANDS)
    assert find_goals(goals, "undo") == COMMANDS[1:]
    assert find_goals(goals, "#r-07") == []
    follow(goals, session)
    assert find_goals(goals, "#r-07")


def test_an_owner_leads_to_a_risk_before_a_mitigation(session: Session, goals: Goals) -> None:
    last = list(tree(session).risks)[-1]
    mitigation = next(tree(session).mitigations)
    session.run(mitigations.edit(mitigation.id, action_owner="J.  Doe"))
    follow(goals, session)
    assert [(goal.text, goal.id) for goal in find_goals(goals, "@jdoe")] == [("J. Doe", mitigation.id)]
    session.run(risks.edit(last.id, owner="J. Doe"))
    follow(goals, session)
    assert [(goal.id, goal.hint) for goal in find_goals(goals, "@doe")] == [(last.id, ("mitigation", "risk"))]


def test_a_text_is_looked_at_in_one_line_and_not_without_end(session: Session, goals: Goals) -> None:
    risk = next(tree(session).risks)
    session.run(risks.edit(risk.id, description="One\ntwo\n\n  three " + "word " * 5000 + "last"))
    follow(goals, session)
    (goal,) = find_goals(goals, "one two three")
    assert goal.text.startswith("One two three word word")
    assert len(goal.text) <= 5000


def all_of(session: Session) -> list[Goal]:
    register_goals = [
        Goal(GoalKind.REGISTER, register.id, f"Number {at}") for at, register in enumerate(session.registers())
    ]
    return [*COMMANDS, *register_goals]


@pytest.fixture
def two(session: Session) -> str:
    """The id of a second register in the file."""
    step = session.run(registers.duplicate(tree(session).register.id))
    assert step is not None
    return session.registers()[1].id


def test_what_other_registers_have_is_found_behind_that_of_the_open_one(session: Session, two: str) -> None:
    other = session.tree(two, keep=False)
    session.run(risks.edit(next(other.risks).id, description="Plugh, over there", owner="Ms Grünwald"))
    session.run(mitigations.edit(next(other.mitigations).id, action_owner="Ms Grünwald"))
    session.run(risks.edit(next(tree(session).risks).id, description="Plugh that is much longer here"))
    goals = Goals(lambda register: session.tree(register, keep=False))
    pieces = goals.follow(tree(session), all_of(session))
    next(pieces)
    assert [goal.home for goal in find_goals(goals, "plugh")] == [""]
    assert all(True for _ in pieces)
    near, far = find_goals(goals, "plugh")
    assert (near.home, far.home, far.register) == ("", "Number 1", two)
    assert far.reference
    (owner,) = find_goals(goals, "@grunwald")
    assert (owner.register, owner.home, owner.hint) == (two, "Number 1", ("risk", "mitigation"))
    # Once that one is open, it comes first; where nothing is typed, only what is in the open one is listed.
    list(goals.follow(session.tree(two), all_of(session)))
    assert [goal.home for goal in find_goals(goals, "plugh")] == ["", "Number 0"]
    assert {goal.home for goal in find_goals(goals, "#")} == {""}
    assert {goal.home for goal in find_goals(goals, "@")} == {""}
    assert [goal.home for goal in find_goals(goals, "#1")[:2]] == ["", "Number 0"]


def test_another_register_is_read_once_and_again_where_it_has_changed(session: Session, two: str) -> None:
    read_registers: list[str] = []

    def reading(register: str) -> RegisterTree:
        read_registers.append(register)
        return session.tree(register, keep=False)

    goals = Goals(reading)
    # What was begun and not ended is read to its end.
    next(iter(goals.follow(tree(session), all_of(session))))
    for _ in range(3):
        list(goals.follow(tree(session), all_of(session)))
    assert read_registers == [two]
    step = session.run(risks.edit(next(session.tree(two).risks).id, description="Frobnicate"))
    assert step is not None
    goals.outdate(step.registers)
    list(goals.follow(tree(session), all_of(session)))
    assert read_registers == [two, two]
    assert [goal.text for goal in find_goals(goals, "frobnicate")] == ["Frobnicate"]


def test_a_register_that_is_gone_takes_what_it_had_along(session: Session, two: str) -> None:
    session.run(risks.edit(next(session.tree(two).risks).id, description="Frobnicate", owner="Ms Grünwald"))
    goals = Goals(lambda register: session.tree(register, keep=False))
    list(goals.follow(tree(session), all_of(session)))
    before = all_of(session)
    session.run(registers.delete(two))
    list(goals.follow(tree(session), all_of(session)))
    assert find_goals(goals, "frobnicate") == find_goals(goals, "@grunwald") == []
    # Another program may delete it before that is heard of.
    list(goals.follow(tree(session), before))
    assert find_goals(goals, "#7")[0].home == ""


def test_an_entry_that_moves_to_another_register_is_found_there(session: Session, two: str) -> None:
    goals = Goals(lambda register: session.tree(register, keep=False))
    list(goals.follow(tree(session), all_of(session)))
    entry, risk = next(tree(session).entries).entry, next(tree(session).risks)
    session.run(risks.edit(risk.id, description="Frobnicate"))
    step = session.run(items.place([entry.id], session.tree(two).categories[0].category.id, 0))
    assert step is not None
    goals.outdate(step.registers)
    list(goals.follow(tree(session), all_of(session)))
    assert [goal.home for goal in find_goals(goals, "frobnicate")] == ["Number 1"]


def test_what_was_left_half_read_is_read_to_its_end(
    session: Session, two: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("riskdesk.desk.goals._PIECE", 10)
    (last,) = list(session.tree(two).risks)[-1:]
    session.run(risks.edit(last.id, description="Frobnicate"))
    goals = Goals(lambda register: session.tree(register, keep=False))
    pieces = goals.follow(tree(session), all_of(session))
    while goals.goal(session.tree(two).categories[0].category.id) is None:
        next(pieces)
    assert find_goals(goals, "frobnicate") == []
    list(goals.follow(tree(session), all_of(session)))
    assert [goal.text for goal in find_goals(goals, "frobnicate")] == ["Frobnicate"]


def test_a_late_command_stands_behind_those_that_fit_as_well_and_is_found() -> None:
    goals = Goals(lambda register: pytest.fail(register))
    clear = Goal(GoalKind.COMMAND, "clear", "Recent: none", late=True)
    file = Goal(GoalKind.COMMAND, "file", "Recent: programme of an office")
    assert [*goals.follow(None, [clear, file])] == []
    assert goals.find("recent", 9).keys == [file.key, clear.key]
    assert goals.find("none", 9).keys == [clear.key]


def test_there_are_only_commands_until_there_is_a_register(session: Session) -> None:
    goals = Goals(session.tree)
    assert goals.is_empty
    list(goals.follow(None, COMMANDS))
    assert goals.is_empty
    follow(goals, session)
    assert not goals.is_empty
