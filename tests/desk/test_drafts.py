"""A register with what is being typed in it is what the action that stores the text makes of it."""

from dataclasses import fields
from pathlib import Path

import pytest

from riskdesk.desk import drafts as drafts_module
from riskdesk.desk.drafts import Draft
from riskdesk.desk.session import Session
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.tree import RegisterTree
from riskdesk.domain.values import Value
from riskdesk.store import pages
from tests.desk.standing import START, ids_of, register_of, text_of


def drafts(tree: RegisterTree) -> dict[str, Draft]:
    register, category = tree.register.id, tree.categories[1].category.id
    entry = tree.categories[1].entries[0]
    common = {"register": register, "text": "Typed & <b>"}
    return {
        "a risk": Draft(kind="risk", id=entry.risks[2].id, **common),
        "a note": Draft(kind="risk", id=entry.risks[2].id, field="note", **common),
        "a mitigation": Draft(kind="mitigation", id=entry.mitigations[0].id, **common),
        "a category": Draft(kind="category", id=category, field="title", **common),
        "the title": Draft(kind="register", id=register, field="title", **common),
        "a new risk": Draft(kind="risk", parent=entry.entry.id, place=1, **common),
        "a new mitigation at the end": Draft(kind="mitigation", parent=entry.entry.id, place=99, **common),
        "a new category": Draft(kind="category", parent=register, place=2, **common),
        "a new entry": Draft(kind="risk", parent=category, place=1, new_entry=True, **common),
        "a new entry of a mitigation": Draft(kind="mitigation", parent=category, place=0, new_entry=True, **common),
    }


def comparable_values(tree: RegisterTree) -> list[dict[str, object]]:
    """The values in order, without what is given anew each time and what numbers them."""
    return [_comparable_fields(value) for value in tree.values]


def _comparable_fields(value: Value) -> dict[str, object]:
    left_out = {"id", "position", "reference", "references", "entry"}
    return {field.name: getattr(value, field.name) for field in fields(value) if field.name not in left_out}


@pytest.mark.parametrize(
    "name",
    [
        "a risk",
        "a note",
        "a mitigation",
        "a category",
        "the title",
        "a new risk",
        "a new mitigation at the end",
        "a new category",
        "a new entry",
        "a new entry of a mitigation",
    ],
)
def test_a_register_with_a_draft_is_what_the_action_makes_of_it(session: Session, register: str, name: str) -> None:
    draft = drafts(session.tree(register))[name]
    expected = draft.within(session.tree(register))
    assert comparable_values(expected) != comparable_values(session.tree(register))
    session.run(draft.action())
    assert comparable_values(expected) == comparable_values(session.tree(register))


@pytest.mark.parametrize(("kind", "field"), [("risk", "next_review"), ("mitigation", "due_date"), ("register", "date")])
def test_a_text_that_is_no_date_changes_nothing(session: Session, register: str, kind: str, field: str) -> None:
    tree = session.tree(register)
    item = {"risk": next(tree.risks), "mitigation": next(tree.mitigations), "register": tree.register}[kind]
    draft = Draft(register=register, kind=kind, text="31/11/2026", id=item.id, field=field)
    assert draft.within(tree) is tree
    with pytest.raises(InputProblem, match="“31/11/2026” cannot be saved"):
        session.run(draft.action())


def test_another_register_stays_as_it_is(session: Session, register: str) -> None:
    tree = session.tree(register)
    assert Draft(register="another", kind="risk", text="x", id=next(tree.risks).id).within(tree) is tree
    assert Draft(register=register, kind="risk", text="x", id="gone").within(tree) is tree


@pytest.mark.parametrize(
    ("kind", "parent", "place", "expected"),
    [
        ("risk", "e0", 0, "A: + r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("risk", "e0", 2, "A: r0 r1 + r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("risk", "e0", 3, "A: r0 r1 r2 + | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("mitigation", "e6", 1, "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 + m4"),
        ("category", "register", 1, "A: r0 r1 r2 | m0 m1, r3 | ; +: ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("risk", "A", 1, "A: r0 r1 r2 | m0 m1, + | , r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("mitigation", "B", 0, "A: r0 r1 r2 | m0 m1, r3 | ; B:  | +; C: r4 r5 | m2, r6 | m3 m4"),
    ],
)
def test_what_is_typed_moves_what_comes_after_it_and_nothing_else(
    kind: str, parent: str, place: int, expected: str
) -> None:
    tree = register_of(START)
    ids, in_category = ids_of(tree) | {"register": tree.register.id}, parent in "ABC"
    new = Draft(register=tree.register.id, kind=kind, text="+", parent=ids[parent], place=place, new_entry=in_category)
    assert text_of(new.within(tree)) == expected


def test_what_has_no_place_stands_first() -> None:
    tree = register_of(START)
    new = Draft(register=tree.register.id, kind="risk", text="+", parent=ids_of(tree)["e0"])
    assert text_of(new.within(tree)) == START.replace("r0", "+ r0")


@pytest.mark.parametrize(("old", "new"), [("own", "own"), ("own", "none"), ("own", "gone"), ("none", "own")])
def test_drafts_go_to_the_file_that_was_made_of_theirs_if_both_are_stores(
    session: Session, tmp_path: Path, old: str, new: str
) -> None:
    folder, none = tmp_path / "drafts", tmp_path / "none.riskdesk"
    folder.mkdir()
    none.write_bytes(b"text" * 2_000)
    Session.create(tmp_path / "own.riskdesk", "me").close()
    before, after = (f"{pages.identity(path)['id']}.json" for path in (session.path, tmp_path / "own.riskdesk"))
    (folder / before).write_text("kept")
    drafts_module.hand_on(folder, session.path if old == "own" else none, tmp_path / f"{new}.riskdesk")
    assert [path.name for path in folder.iterdir()] == [after if old == new else before]
