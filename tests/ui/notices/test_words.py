"""What notices say of steps."""

import re
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from riskdesk.desk import (
    bullets,
    categories,
    entries,
    find_and_replace,
    history,
    items,
    print_sets,
    registers,
    risks,
    saved_views,
    scales,
)
from riskdesk.desk.action import Action, in_turn
from riskdesk.desk.clip import copy
from riskdesk.desk.copies import Copy
from riskdesk.desk.rescaling import rescale
from riskdesk.desk.session import Session
from riskdesk.desk.templates import template
from riskdesk.domain.folding import Query
from riskdesk.domain.printing import Print
from riskdesk.domain.remap import proposed
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Language, Mitigation
from riskdesk.ui.bench.workbench import Workbench
from riskdesk.ui.notices.words import step_text
from tests.ui.conftest import tree_of

Makes = Callable[[RegisterTree], Action]


def text_of_step(workbench: Workbench, action: Action) -> str:
    step = workbench.run(action).step
    assert step is not None
    return plurals(step_text(step, workbench))


def plurals(text: str) -> str:
    """A text with the plurals that it would have once it is translated."""

    def plural(match: re.Match[str]) -> str:
        number, noun = match.groups()
        return f"{number} {noun if number == '1' else re.sub('y$', 'ie', noun) + 's'}"

    return re.sub(r"(\d+) (\w+)\(s\)", plural, text)


def first_bullets(tree: RegisterTree) -> list[str]:
    return [risk.id for risk in list(tree.risks)[:3]] + [mitigation.id for mitigation in list(tree.mitigations)[:2]]


def replaced(tree: RegisterTree) -> Action:
    places = find_and_replace.places(tree, Query("reforms"), "changes")
    return find_and_replace.replace_in(places[:2])


def rescaled(of: RegisterTree) -> Action:
    """Two risks are assessed, and then by another scale."""
    first, second, *_ = of.risks
    old, new = of.register.scale, scales.profile("eu-action-document-3x3")
    assessed = risks.edit(first.id, likelihood=5), risks.edit(second.id, residual_impact=5)
    change = rescale(of.register.id, old, new, proposed(old, new))
    return in_turn([*assessed, change])._replace(label=change.label)


STEPS: dict[str, tuple[Makes, str]] = {
    "bullets of both columns": (lambda tree: items.delete(first_bullets(tree)), "3 risks and 2 mitigations deleted"),
    "risks alone": (lambda tree: items.delete(first_bullets(tree)[:3]), "3 risks deleted"),
    "copies": (lambda tree: items.duplicate(first_bullets(tree)), "3 risks and 2 mitigations duplicated"),
    "what is pasted": (
        lambda tree: items.paste(copy(tree, first_bullets(tree)[:3]), tree.register.id),
        "3 risks pasted",
    ),
    "lines of text": (lambda tree: risks.add(tree.categories[0].entries[0].entry.id, list("abcd")), "4 risks pasted"),
    "lines of text in a new entry": (
        lambda tree: entries.add(tree.categories[0].category.id, mitigations=list("abcd")),
        "4 mitigations pasted",
    ),
    "lines of text in a bullet": (lambda tree: bullets.split(next(tree.risks).id, list("abc")), "3 risks pasted"),
    "other texts": (replaced, "Text replaced in 2 places"),
    "a print set that is gone": (
        lambda tree: print_sets.delete(tree.print_sets[0].id),
        "Print settings “For the board” deleted",
    ),
    "another scale": (rescaled, "Scale changed, with the levels of 2 risks"),
    "a saved view that is gone": (
        lambda tree: saved_views.delete(tree.saved_views[0].id),
        "Saved view “Mine” deleted",
    ),
}
SEEN: dict[str, Makes] = {
    "a text": lambda tree: risks.edit(next(tree.risks).id, description="other"),
    "a score": lambda tree: risks.edit(next(tree.risks).id, likelihood=2, impact=3),
    "a name": lambda tree: categories.edit(tree.categories[0].category.id, "other"),
    "a place": lambda tree: items.move([next(tree.risks).id], 1),
    "another column": lambda tree: items.place(
        [next(tree.risks).id], tree.categories[0].entries[1].entry.id, 0, Mitigation
    ),
    "several in another column": lambda tree: items.place(
        first_bullets(tree)[:3], tree.categories[0].entries[1].entry.id, 0, Mitigation
    ),
    "a bullet that is typed": lambda tree: risks.add(tree.categories[0].entries[0].entry.id, ["a"]),
    "an entry that is typed": lambda tree: entries.add(tree.categories[0].category.id, risks=["a"]),
    "a bullet in two while it is typed": lambda tree: risks.add(tree.categories[0].entries[0].entry.id, ["a", "b"]),
    "an entry in two while it is typed": lambda tree: entries.add(tree.categories[0].category.id, risks=["a", "b"]),
    "a bullet in two": lambda tree: bullets.split(next(tree.risks).id, ["a", "b"]),
    "two bullets in one": lambda tree: bullets.join(*[risk.id for risk in tree.risks][:2], "ab"),
}


@pytest.mark.parametrize("name", STEPS)
def test_a_step_is_told_with_what_it_touched(workbench: Workbench, name: str) -> None:
    workbench.run(print_sets.keep(tree_of(workbench).register.id, "For the board", Print()))
    workbench.run(saved_views.keep(tree_of(workbench).register.id, "Mine", "{}"))
    make, text = STEPS[name]
    assert text_of_step(workbench, make(tree_of(workbench))) == text


@pytest.mark.parametrize("name", SEEN)
def test_what_is_seen_where_it_was_done_is_not_told(workbench: Workbench, name: str) -> None:
    assert text_of_step(workbench, SEEN[name](tree_of(workbench))) == ""


def test_what_is_brought_back_is_told_by_the_history_alone(workbench: Workbench) -> None:
    tree, reader = tree_of(workbench), workbench.session.history
    workbench.run(items.delete([tree.categories[0].entries[0].entry.id]))
    ((step, ids), *_) = reader.deleted_items(tree.register.id)
    gone, *_ = reader.gone_in(step, ids)
    assert text_of_step(workbench, history.return_of(workbench.session, tree_of(workbench), gone)) == ""


def test_a_category_goes_with_what_is_in_it(workbench: Workbench) -> None:
    first = tree_of(workbench).categories[0]
    count = len(list(first.risks)), sum(len(entry.mitigations) for entry in first.entries)
    text = text_of_step(workbench, items.delete([first.category.id]))
    assert text == "1 category, {} risks and {} mitigations deleted".format(*count)


def test_an_empty_entry_is_an_entry(workbench: Workbench) -> None:
    step = workbench.run(entries.add(tree_of(workbench).categories[0].category.id)).step
    assert step is not None
    empty = step.created[0]
    assert text_of_step(workbench, items.delete([empty])) == "1 entry deleted"
    assert text_of_step(workbench, entries.add(tree_of(workbench).categories[0].category.id)) == ""


def test_registers_come_and_go(workbench: Workbench) -> None:
    whole = template("coe", Language.ENGLISH)
    assert text_of_step(workbench, registers.add(whole)).startswith(f"Register “{whole.register.title}” added")
    kazakhstan = workbench.registers()[0]
    assert text_of_step(workbench, registers.duplicate(kazakhstan.id)) == (
        f"Register “{kazakhstan.title} (copy)” added: 31 risks and 38 mitigations"
    )
    assert text_of_step(workbench, registers.delete(kazakhstan.id)) == f"Register “{kazakhstan.title}” deleted"


def test_what_is_merged_is_counted_without_what_there_is_none_of(workbench: Workbench, tmp_path: Path) -> None:
    other = tmp_path / "copy.riskdesk"
    workbench.session.send(Copy(history=True), other)
    with closing(Session.open(other, "B. Other")) as session:
        session.run(risks.edit(next(tree_of(workbench).risks).id, note="theirs"))
        session.run(items.delete([list(tree_of(workbench).risks)[5].id]))
    text = text_of_step(workbench, workbench.session.merge(other).action())
    assert text.startswith("Copy merged: ")
    assert "added" not in text
    assert "1 item" in text.split("and")[1]


def test_references_that_are_given_change_no_register(workbench: Workbench, tmp_path: Path) -> None:
    other = tmp_path / "copy.riskdesk"
    workbench.session.send(Copy(history=True), other)
    with closing(Session.open(other, "B. Other")) as session:
        session.run(risks.add(tree_of(workbench).categories[0].entries[0].entry.id, ["theirs"]))
    assert text_of_step(workbench, workbench.session.merge(other).action()) == "Copy merged: 1 item added"


def test_what_was_done_in_another_register_is_told(workbench: Workbench) -> None:
    first = tree_of(workbench)
    workbench.run(registers.duplicate(first.register.id))
    copied = tree_of(workbench)
    moved = items.place([next(first.risks).id], copied.categories[0].entries[0].entry.id, 0)
    workbench.open_register(first.register.id)
    assert text_of_step(workbench, moved) == f"Moved to “{copied.register.title}”"
    edit = registers.edit(copied.register.id, title="Armenia")
    assert text_of_step(workbench, edit) == "Edit register: “Armenia”"


def test_what_was_undone_and_redone_in_another_register_is_told_so(workbench: Workbench) -> None:
    first = tree_of(workbench)
    workbench.run(registers.duplicate(first.register.id))
    copied = tree_of(workbench)
    title = copied.register.title
    entry = copied.categories[0].entries[0].entry.id
    workbench.open_register(first.register.id)
    for done, label in (
        (items.place([next(first.risks).id], entry, 0), "Move risk"),
        (registers.edit(copied.register.id, reference="CM(2026)1"), "Edit register"),
    ):
        step = workbench.run(done).step
        for word in ("Undone", "Redone", "Undone"):
            assert step is not None
            step = workbench.take_back(step).step
            assert step is not None
            assert step_text(step, workbench) == f"{word}: {label}: “{title}”"


def test_undo_of_a_merge_that_deleted_one_register_and_changed_another_names_neither(
    workbench: Workbench, tmp_path: Path
) -> None:
    first = tree_of(workbench)
    workbench.run(registers.duplicate(first.register.id))
    other = tmp_path / "copy.riskdesk"
    workbench.session.send(Copy(history=True), other)
    with closing(Session.open(other, "B. Other")) as session:
        session.run(registers.delete(tree_of(workbench).register.id))
        session.run(risks.edit(next(first.risks).id, note="theirs"))
    workbench.open_register(first.register.id)
    workbench.run(workbench.session.merge(other).action())
    undone = workbench.undo().step
    assert undone is not None
    assert step_text(undone, workbench) == "Undone: Merge a copy"


def test_undo_and_redo_of_what_came_or_went_are_told(workbench: Workbench) -> None:
    workbench.run(items.delete([next(tree_of(workbench).risks).id]))
    undone = workbench.undo().step
    assert undone is not None
    assert step_text(undone, workbench) == "Undone: Delete risk"
    again = workbench.redo().step
    assert again is not None
    assert step_text(again, workbench) == "Redone: Delete risk"
    workbench.run(registers.duplicate(tree_of(workbench).register.id))
    undone = workbench.undo().step
    assert undone is not None
    title = tree_of(workbench).register.title
    assert step_text(undone, workbench) == f"Undone: Duplicate register: “{title} (copy)”"
    workbench.run(risks.edit(next(tree_of(workbench).risks).id, note="other"))
    undone = workbench.undo().step
    assert undone is not None
    assert step_text(undone, workbench) == ""
