"""Moving, placing, duplicating, pasting and deleting any mix of items: what stands where then."""

import pytest

from riskdesk.desk import categories, clip, items, risks, siblings
from riskdesk.desk.action import Action
from riskdesk.desk.outside import from_outside
from riskdesk.desk.session import Session
from riskdesk.domain.values import Mitigation, Risk
from riskdesk.store.transaction import Transaction
from tests.desk.standing import START, after, require_rising, text_of


@pytest.mark.parametrize(
    ("moved", "by", "expected"),
    [
        ("r1", -1, "A: r1 r0 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("r0", 1, "A: r1 r0 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("r0 r1", 1, "A: r2 r0 r1 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("r1 r2", -1, "A: r1 r2 r0 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("r0 r2", 1, "A: r1 | m0 m1, r0 r2 r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("r2 r3", 1, "A: r0 r1 | m0 m1, r2 | ; B: ; C: r3 r4 r5 | m2, r6 | m3 m4"),
        ("r3 r4", -1, "A: r0 r1 r2 r3 | m0 m1, r4 | ; B: ; C: r5 | m2, r6 | m3 m4"),
        ("r3", -1, "A: r0 r1 r2 r3 | m0 m1,  | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("m1", 1, "A: r0 r1 r2 | m0, r3 | m1; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("m3", -1, "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2 m3, r6 | m4"),
        ("r5 m2", 1, "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 | , r5 r6 | m2 m3 m4"),
        ("e0 r1", 1, "A: r3 | , r0 r1 r2 | m0 m1; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("e3", 1, "A: r0 r1 r2 | m0 m1; B: r3 | ; C: r4 r5 | m2, r6 | m3 m4"),
        ("e4", -1, "A: r0 r1 r2 | m0 m1, r3 | ; B: r4 r5 | m2; C: r6 | m3 m4"),
        ("e4 e6", -1, "A: r0 r1 r2 | m0 m1, r3 | ; B: r4 r5 | m2, r6 | m3 m4; C: "),
        ("B", -1, "B: ; A: r0 r1 r2 | m0 m1, r3 | ; C: r4 r5 | m2, r6 | m3 m4"),
        ("r0", -1, START),
        ("r6", 1, START),
        ("e0", -1, START),
        ("e6", 1, START),
        ("A", -1, START),
        ("C", 1, START),
    ],
)
def test_items_move_by_one_place_and_on_into_the_next_parent(
    small: Session, ids: dict[str, str], moved: str, by: int, expected: str
) -> None:
    assert after(small, items.move([ids[name] for name in moved.split()], by)) == expected


@pytest.mark.parametrize(
    ("placed", "parent", "position", "column", "expected"),
    [
        ("r0", "e3", 0, None, "A: r1 r2 | m0 m1, r0 r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("r0", "e3", 1, Risk, "A: r1 r2 | m0 m1, r3 r0 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("r0 r2", "e0", 1, Risk, "A: r0 r2 r1 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("r0", "e0", 2, None, "A: r1 r0 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("r2 r3", "e4", 1, None, "A: r0 r1 | m0 m1,  | ; B: ; C: r4 r2 r3 r5 | m2, r6 | m3 m4"),
        ("r0 m0", "e4", 1, None, "A: r1 r2 | m1, r3 | ; B: ; C: r4 r0 r5 | m2 m0, r6 | m3 m4"),
        ("r1 r2", "e6", 1, Mitigation, "A: r0 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 r1 r2 m4"),
        ("r0 m0", "e4", 0, Mitigation, "A: r1 r2 | m1, r3 | ; B: ; C: r4 r5 | r0 m0 m2, r6 | m3 m4"),
        ("m0 m1", "e0", 0, Risk, "A: m0 m1 r0 r1 r2 | , r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("e3", "C", 1, None, "A: r0 r1 r2 | m0 m1; B: ; C: r4 r5 | m2, r3 | , r6 | m3 m4"),
        ("e0 r0", "B", 0, Risk, "A: r3 | ; B: r0 r1 r2 | m0 m1; C: r4 r5 | m2, r6 | m3 m4"),
        ("C", "register", 0, None, "C: r4 r5 | m2, r6 | m3 m4; A: r0 r1 r2 | m0 m1, r3 | ; B: "),
    ],
)
def test_items_are_put_before_what_is_at_a_place(
    small: Session,
    ids: dict[str, str],
    placed: str,
    parent: str,
    position: int,
    column: items.BulletType | None,
    expected: str,
) -> None:
    action = items.place([ids[name] for name in placed.split()], ids[parent], position, column)
    assert after(small, action) == expected


@pytest.mark.parametrize(
    ("placed", "category", "expected"),
    [
        ("r0", "B", "A: r1 r2 | m0 m1, r3 | ; B: r0 | ; C: r4 r5 | m2, r6 | m3 m4"),
        ("r0 r1 r2", "B", "A: r3 | ; B: r0 r1 r2 | m0 m1; C: r4 r5 | m2, r6 | m3 m4"),
        ("r0 r4 r5", "A", "A: r0 r1 r2 | m0 m1, r3 | , r4 r5 | m2; B: ; C: r6 | m3 m4"),
        ("e0 e4", "B", "A: r3 | ; B: r0 r1 r2 | m0 m1, r4 r5 | m2; C: r6 | m3 m4"),
        ("e0 e4", "C", "A: r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4, r0 r1 r2 | m0 m1"),
        ("e0 r0 r3 m0", "B", "A: ; B: r0 r1 r2 | m0 m1, r3 | ; C: r4 r5 | m2, r6 | m3 m4"),
        ("m0", "B", START),
        ("C", "B", START),
        ("e0 r3", "A", START),
    ],
)
def test_risks_and_entries_are_put_at_the_end_of_a_category(
    small: Session, ids: dict[str, str], placed: str, category: str, expected: str
) -> None:
    assert after(small, items.place_in_category([ids[name] for name in placed.split()], ids[category])) == expected


@pytest.mark.parametrize(
    ("doubled", "expected"),
    [
        ("r0", "A: r0 r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("r1 r1", "A: r0 r1 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("r2 r0", "A: r0 r1 r2 r0 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("r3 r4 m3", "A: r0 r1 r2 | m0 m1, r3 r3 | ; B: ; C: r4 r4 r5 | m2, r6 | m3 m3 m4"),
        ("e0 r0", "A: r0 r1 r2 | m0 m1, r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("B", "A: r0 r1 r2 | m0 m1, r3 | ; B: ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("A e3", "A: r0 r1 r2 | m0 m1, r3 | ; A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
    ],
)
def test_copies_stand_after_the_last_of_those_that_are_duplicated(
    small: Session, ids: dict[str, str], doubled: str, expected: str
) -> None:
    assert after(small, items.duplicate([ids[name] for name in doubled.split()])) == expected


@pytest.mark.parametrize(
    ("copied", "target", "column", "expected"),
    [
        ("r0", "r4", None, "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r0 r5 | m2, r6 | m3 m4"),
        ("r0", "r5", None, "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 r0 | m2, r6 | m3 m4"),
        ("r0 r1", "m3", None, "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 r0 r1 | m3 m4"),
        ("r0 m0", "r4", None, "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r0 r5 | m2 m0, r6 | m3 m4"),
        ("r0 m0", "r4", Risk, "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r0 m0 r5 | m2, r6 | m3 m4"),
        ("r4 m2 r6 m3", "r0", None, "A: r0 r4 r6 r1 r2 | m0 m1 m2 m3, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("r0 e3 r4", "r6", None, "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 r0 r4 | m3 m4, r3 | "),
        ("r0", "m3", Mitigation, "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 r0 m4"),
        ("m0", "e3", Mitigation, "A: r0 r1 r2 | m0 m1, r3 | m0; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("r0", "e3", None, "A: r0 r1 r2 | m0 m1, r3 r0 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("r0", "A", None, "A: r0 r1 r2 | m0 m1, r3 | , r0 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("m0 m1", "B", None, "A: r0 r1 r2 | m0 m1, r3 | ; B:  | m0 m1; C: r4 r5 | m2, r6 | m3 m4"),
        ("r0", "register", None, "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4, r0 | "),
        ("e3", "r0", Risk, "A: r0 r1 r2 | m0 m1, r3 | , r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("e3", "e4", None, "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r3 | , r6 | m3 m4"),
        ("e3", "B", None, "A: r0 r1 r2 | m0 m1, r3 | ; B: r3 | ; C: r4 r5 | m2, r6 | m3 m4"),
        ("e3", "register", None, "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4, r3 | "),
        ("r3 e4", "r0", None, "A: r0 r3 r1 r2 | m0 m1, r4 r5 | m2, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("C", "r0", Risk, "A: r0 r1 r2 | m0 m1, r3 | ; C: r4 r5 | m2, r6 | m3 m4; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("B", "register", None, "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4; B: "),
    ],
)
def test_what_is_pasted_stands_after_the_target_where_it_fits(
    small: Session, ids: dict[str, str], copied: str, target: str, column: items.BulletType | None, expected: str
) -> None:
    copies = clip.copy(small.tree(ids["register"]), [ids[name] for name in copied.split()])
    assert after(small, items.paste(copies, ids[target], column)) == expected


@pytest.mark.parametrize(
    ("copied", "target", "column", "place", "expected"),
    [
        ("r3", "e0", Risk, 1, "A: r0 r3 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("m3 r3", "e0", Risk, 0, "A: r3 m3 r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("r3 m3", "e0", None, 1, "A: r0 r3 r1 r2 | m0 m3 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("r0 e3 r4", "e6", Risk, 1, "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 r0 r4 | m3 m4, r3 | "),
        ("r0 e3 r4", "e6", None, 0, "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r0 r4 r6 | m3 m4, r3 | "),
        ("e3", "C", None, 0, "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r3 | , r4 r5 | m2, r6 | m3 m4"),
        ("B", "register", None, 0, "B: ; A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("e3", "e4", None, 0, "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r3 | , r6 | m3 m4"),
    ],
)
def test_what_is_pasted_into_the_target_itself_stands_at_the_place_in_it(
    small: Session,
    ids: dict[str, str],
    copied: str,
    target: str,
    column: items.BulletType | None,
    place: int,
    expected: str,
) -> None:
    copies = clip.copy(small.tree(ids["register"]), [ids[name] for name in copied.split()])
    assert after(small, items.paste(copies, ids[target], column, place)) == expected


@pytest.mark.parametrize(
    ("target", "title", "expected"),
    [
        ("register", "A", "A: r0 r1 r2 | m0 m1, r3 | , x | y; B: ; C: r4 r5 | m2, r6 | m3 m4; D: z | "),
        ("r4", "b", "A: r0 r1 r2 | m0 m1, r3 | ; B: x | y; C: r4 r5 | m2, r6 | m3 m4; D: z | "),
        ("e6", "C", "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4, x | y; D: z | "),
    ],
)
def test_a_table_of_another_program_fills_the_categories_that_the_register_has(
    small: Session, ids: dict[str, str], target: str, title: str, expected: str
) -> None:
    rows = "".join(f"<tr>{row}</tr>" for row in (
        f"<td colspan=2>{title}</td>", "<td>x</td><td>y</td>", "<td colspan=2>D</td>", "<td>z</td><td></td>"
    ))  # fmt: skip
    table = from_outside("", f"<table>{rows}</table>")
    assert isinstance(table, clip.Clip)
    step = small.run(items.paste(table, ids[target]))
    assert text_of(small.tree(ids["register"])) == expected
    assert step.label == "Paste 2 items"


def test_a_copied_category_fills_an_empty_one_of_the_same_title(small: Session, ids: dict[str, str]) -> None:
    copies = clip.copy(small.tree(ids["register"]), [ids["A"], ids["C"]])
    small.run(items.delete([ids["e0"], ids["e3"]]))
    expected = "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4; C: r4 r5 | m2, r6 | m3 m4"
    assert after(small, items.paste(copies, ids["register"])) == expected


def test_an_empty_category_is_not_added_beside_its_like_where_others_are_filled(
    small: Session, ids: dict[str, str]
) -> None:
    cells = ("<td colspan=2>B</td>", "<td colspan=2>D</td>", "<td colspan=2>C</td>", "<td>x</td><td>y</td>")
    table = from_outside("", f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>")
    assert isinstance(table, clip.Clip)
    expected = "A: r0 r1 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4, x | y; D: "
    assert after(small, items.paste(table, ids["register"])) == expected


def test_copies_of_empty_categories_are_added_in_their_order(small: Session, ids: dict[str, str]) -> None:
    copies = clip.copy(small.tree(ids["register"]), [ids["B"], ids["C"]])
    expected = "A: r0 r1 r2 | m0 m1, r3 | ; B: ; B: ; C: r4 r5 | m2, r6 | m3 m4; C: r4 r5 | m2, r6 | m3 m4"
    assert after(small, items.paste(copies, ids["B"])) == expected


def test_a_category_without_a_title_is_like_no_other(small: Session, ids: dict[str, str]) -> None:
    small.run(categories.edit(ids["A"], ""))
    small.run(categories.edit(ids["B"], ""))
    copies = clip.copy(small.tree(ids["register"]), [ids["A"]])
    expected = ": r0 r1 r2 | m0 m1, r3 | ; : ; C: r4 r5 | m2, r6 | m3 m4; : r0 r1 r2 | m0 m1, r3 | "
    assert after(small, items.paste(copies, ids["C"])) == expected


@pytest.mark.parametrize(("copied", "expected"), [("B", "B: "), ("e3", ": r3 | "), ("r0 r1", ": r0 r1 | ")])
def test_what_is_pasted_into_an_empty_register_is_given_what_it_stands_in(
    small: Session, ids: dict[str, str], copied: str, expected: str
) -> None:
    copies = clip.copy(small.tree(ids["register"]), [ids[name] for name in copied.split()])
    small.run(items.delete([ids[name] for name in "ABC"]))
    assert after(small, items.paste(copies, ids["register"])) == expected


@pytest.mark.parametrize(
    ("deleted", "expected"),
    [
        ("r1", "A: r0 r2 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m3 m4"),
        ("r0 r2 m3", "A: r1 | m0 m1, r3 | ; B: ; C: r4 r5 | m2, r6 | m4"),
        ("r1 e0 r5", "A: r3 | ; B: ; C: r4 | m2, r6 | m3 m4"),
        ("A C e4", "B: "),
    ],
)
def test_what_is_deleted_goes_with_all_in_it_and_leaves_no_gap(
    small: Session, ids: dict[str, str], deleted: str, expected: str
) -> None:
    assert after(small, items.delete([ids[name] for name in deleted.split()])) == expected


@pytest.mark.parametrize(
    ("chosen", "kind"),
    [("r0 r3", "2 risks"), ("m0", "mitigation"), ("e0 r0", "entry"), ("A", "category"), ("r0 m0 r1", "3 items")],
)
def test_the_label_says_of_what_kind_all_items_are_and_how_many(
    small: Session, ids: dict[str, str], chosen: str, kind: str
) -> None:
    item_ids = [ids[name] for name in chosen.split()]
    copied = clip.copy(small.tree(ids["register"]), item_ids)
    elsewhere = ids[{"entry": "C", "category": "register"}.get(kind, "e6")]
    actions = [
        ("Move", items.place(item_ids, elsewhere, 2)),
        ("Move", items.move(item_ids, 1)),
        ("Duplicate", items.duplicate(item_ids)),
        ("Paste", items.paste(copied, ids["B"])),
        ("Delete", items.delete(item_ids)),
    ]
    for verb, action in actions:
        step = small.run(action)
        assert step is not None
        assert (step.label, action.label) == (f"{verb} {kind}", f"{verb} items")
        small.undo(None)


def test_before_ten_items_are_deleted_the_store_is_backed_up(ids: dict[str, str]) -> None:
    assert [items.delete(list(ids.values())[:many]).sweeping for many in (9, 10)] == [False, True]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_what_comes_or_goes_leaves_the_others_as_they_are(small: Session, ids: dict[str, str], place: int) -> None:
    step = small.run(risks.add(ids["e0"], ["new"], place))
    assert step is not None
    assert [change.id for change in step.changes if change.kind == "risk"] == list(step.created)
    moved = small.run(items.place([ids["r2"]], ids["e0"], place))
    assert moved is not None
    assert [change.id for change in moved.changes] == [ids["r2"]]
    gone = small.run(items.delete([ids["r0"]]))
    assert gone is not None
    assert [change.id for change in gone.changes] == [ids["r0"]]
    for _ in range(3):
        small.undo(ids["register"])
    assert text_of(small.tree(ids["register"])) == START


@pytest.mark.parametrize(("placed", "position"), [("r1", 1), ("r1", 2), ("r0 r1", 0), ("r0 r1", 1), ("r2", 3)])
def test_what_is_put_where_it_stands_stays(small: Session, ids: dict[str, str], placed: str, position: int) -> None:
    assert small.run(items.place([ids[name] for name in placed.split()], ids["e0"], position)) is None


def test_an_item_keeps_its_position_though_it_is_not_the_middle(small: Session, ids: dict[str, str]) -> None:
    step = small.run(risks.add(ids["e0"], ["half"], 1))
    assert step is not None
    small.run(risks.add(ids["e0"], ["three quarters"], 2))
    assert small.run(items.place(step.created, ids["e0"], 1)) is None


def test_nothing_is_added_where_nothing_comes(small: Session, ids: dict[str, str]) -> None:
    assert small.run(risks.add(ids["e0"], [])) is None


def test_where_no_room_is_left_those_behind_make_some(small: Session, ids: dict[str, str]) -> None:
    def crowd(tx: Transaction) -> None:
        for number in range(50):
            siblings.insert(tx, [Risk(entry=ids["e0"], reference=f"X-{number}")], 1)

    small.run(Action("Crowd", crowd))
    entry = next(small.tree(ids["register"]).entries)
    require_rising(entry.risks)
    first, *new, _, _ = [risk.reference for risk in entry.risks]
    assert (first, new) == ("R-01", [f"X-{number}" for number in reversed(range(50))])
