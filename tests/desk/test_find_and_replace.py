"""Replacing text: what would change is told before, and is changed in one step."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.desk import mitigations, registers, risks
from riskdesk.desk.edits import edit
from riskdesk.desk.find import TEXTS
from riskdesk.desk.find_and_replace import Replacement, places, replace_in
from riskdesk.desk.scales import profile
from riskdesk.desk.session import Session
from riskdesk.domain.conflict import Conflict
from riskdesk.domain.folding import Query
from riskdesk.domain.kinds import VALUE_KINDS
from riskdesk.domain.progress import Cancelled
from riskdesk.domain.records import kind_name
from riskdesk.domain.tree import CategoryTree, EntryTree, RegisterTree
from riskdesk.domain.values import Category, Entry, Mitigation, Register, Risk
from tests.checkpoints import Shares
from tests.finding import hits


def register_with(*descriptions: str) -> RegisterTree:
    """A register with a risk for each description, R-01 and so on, and a mitigation."""
    register = Register(scale=profile("5x5"))
    category = Category(register=register.id)
    entry = Entry(category=category.id)
    new_risks = tuple(
        Risk(entry=entry.id, position=number, description=text, reference=f"R-{number + 1:02}")
        for number, text in enumerate(descriptions)
    )
    inside = EntryTree(entry, new_risks, (Mitigation(entry=entry.id),))
    return RegisterTree(register, (CategoryTree(category, (inside,)),))


def all_places(
    tree: RegisterTree, query: Query | str, by: str, only: tuple[str, str] | None = None
) -> list[Replacement]:
    return places(tree, Query(query) if isinstance(query, str) else query, by, only)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with closing(Session.create(tmp_path / "store.riskdesk", "A. Tester")) as opened:
        yield opened


def in_store(session: Session, tree: RegisterTree) -> RegisterTree:
    session.run(registers.add(tree))
    return session.tree(tree.register.id)


@pytest.mark.parametrize(("kind", "name"), [(kind_name(kind), name) for kind, names in TEXTS.items() for name in names])
def test_text_is_replaced_in_every_field_that_holds_some(session: Session, kind: str, name: str) -> None:
    tree = in_store(session, register_with("One"))
    value = next(value for value in tree.values if isinstance(value, VALUE_KINDS[kind].type))
    session.run(edit(type(value), value.id, **{name: "in ZÜRICH, again"}))
    tree = session.tree(tree.register.id)
    (place,) = all_places(tree, "zurich", "Bern")
    assert (place.kind, place.key, place.spans) == (kind, (value.id, name), ((3, 9),))
    assert (place.before, place.after, place.problem) == ("in ZÜRICH, again", "in Bern, again", None)
    assert all_places(tree, "zurich", "Bern", (kind, name)) == [place]
    assert all_places(tree, "zurich", "Bern", ("risk", "trigger" if name != "trigger" else "note")) == []
    step = session.run(replace_in([place]))
    assert step is not None
    assert [(change.id, change.after) for change in step.changes] == [(value.id, {name: "in Bern, again"})]
    session.undo(tree.register.id)
    assert session.tree(tree.register.id) == tree


def test_many_places_are_one_step(session: Session) -> None:
    tree = in_store(session, register_with("a risk, the risk", "no r i s k", "Risk"))
    first = next(tree.risks)
    session.run(risks.edit(first.id, note="risk", owner="Mr Risk"))
    tree = session.tree(tree.register.id)
    chosen = all_places(tree, "risk", "hazard")
    assert [(place.field, len(place.spans)) for place in chosen] == [
        *[("description", 2), ("owner", 1), ("note", 1), ("description", 1)]
    ]
    step = session.run(replace_in(chosen))
    assert step is not None
    assert step.label == "Replace text"
    assert len(step.changes) == 2
    assert [risk.description for risk in session.tree(tree.register.id).risks] == [
        *["a hazard, the hazard", "no r i s k", "hazard"]
    ]
    session.undo(tree.register.id)
    assert session.tree(tree.register.id) == tree


def test_what_is_so_already_is_no_place() -> None:
    tree = register_with("l’État, l'Etat", "l’État")
    (place,) = all_places(tree, "l'etat", "l’État")
    assert (place.spans, place.after) == (((8, 14),), "l’État, l’État")
    (place,) = all_places(register_with("à l’État, l'Etat"), "l'etat", "l’État")
    assert place.spans == ((10, 16),)


def test_what_would_be_kept_as_it_is_is_no_place() -> None:
    # It is kept with its mark in one sign.
    assert all_places(register_with("é"), "e", "e\u0301") == []


@pytest.mark.parametrize(
    ("by", "spans"), [("hazard", [(2, 8), (14, 20)]), ("so", [(2, 4), (10, 12)]), ("", [(2, 2), (8, 8)])]
)
def test_where_the_new_text_stands_is_told(by: str, spans: list[tuple[int, int]]) -> None:
    (place,) = all_places(register_with("a risk, the risk"), "risk", by)
    assert list(place.spans_after) == spans


def test_the_search_for_places_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        places(register_with("One"), Query("one"), "", checkpoint=Shares(0))


@pytest.mark.parametrize(("number", "sweeping"), [(9, False), (10, True)])
def test_a_replacement_of_many_texts_is_backed_up_before(number: int, *, sweeping: bool) -> None:
    assert replace_in(all_places(register_with(*["One"] * number), "one", "two")).sweeping is sweeping


def test_spaces_alone_can_be_replaced() -> None:
    (place,) = all_places(register_with("two  spaces", "one space"), "  ", " ")
    assert place.after == "two spaces"


def test_nothing_is_found_where_nothing_is_looked_for() -> None:
    assert all_places(register_with("some", ""), "", "any") == []
    assert all_places(register_with("some"), "\u00ad", "any") == []


@pytest.mark.parametrize("by", [r"\1 $& .*", "<b>bold</b>", "{count} %s %n"])
def test_a_replacement_is_written_to_the_letter(by: str) -> None:
    (place,) = all_places(register_with("a.c and abc"), "a.c", by)
    assert place.after == f"{by} and abc"


@pytest.mark.parametrize("by", ["\x07", "a\x1bb", "\u0301" * 200])
def test_what_no_value_may_hold_is_told_before(by: str) -> None:
    (place,) = all_places(register_with("One"), "one", by)
    assert place.problem is not None


@pytest.mark.parametrize(
    ("query", "by", "refused"),
    [("R-01", "R-02", ["R-02"]), ("R-0", "R-9", []), ("R-03", "", [""]), ("R-01", "r-02 ", ["r-02"])],
)
def test_no_two_risks_get_one_reference_and_none_loses_it(query: str, by: str, refused: list[str]) -> None:
    chosen = all_places(register_with("a", "b", "c"), query, by)
    assert chosen
    assert [place.after for place in chosen if place.problem is not None] == refused


def test_any_other_text_may_be_that_of_a_reference_or_go() -> None:
    description, reference = all_places(register_with("R-01", "b"), "R-01", "R-02")
    assert (description.field, description.after, description.problem) == ("description", "R-02", None)
    assert "Another risk has the reference R-02" in str(reference.problem)
    (place,) = all_places(register_with("One"), "one", "")
    assert (place.after, place.problem) == ("", None)


def test_what_would_leave_nothing_of_several_references_is_told_so() -> None:
    tree = register_with("b", "c")
    (inside,) = tree.entries
    (category,) = tree.categories
    renamed_risks = tuple(replace(risk, reference=text) for risk, text in zip(tree.risks, ("A", "AA"), strict=True))
    tree = replace(tree, categories=(replace(category, entries=(replace(inside, risks=renamed_risks),)),))
    assert ["Nothing would be left of" in str(place.problem) for place in all_places(tree, "A", "")] == [True, True]


def test_references_may_change_places(session: Session) -> None:
    tree = in_store(session, register_with("a", "b"))
    session.run(replace_in(all_places(tree, "R-0", "R-1")))
    assert [risk.reference for risk in session.tree(tree.register.id).risks] == ["R-11", "R-12"]


def test_what_another_has_written_meanwhile_is_a_conflict(session: Session, tmp_path: Path) -> None:
    tree = in_store(session, register_with("One risk", "Other"))
    chosen = all_places(tree, "risk", "hazard")
    with closing(Session.open(tmp_path / "store.riskdesk", "B. Tester")) as other:
        other.run(risks.edit(chosen[0].value.id, description="Theirs"))
    with pytest.raises(Conflict) as conflict:
        session.run(replace_in(chosen))
    (clash,) = conflict.value.clashes
    assert (clash.theirs, clash.mine) == ("Theirs", "One hazard")


def test_another_field_that_another_has_written_stays(session: Session, tmp_path: Path) -> None:
    tree = in_store(session, register_with("One risk"))
    mitigation = next(tree.mitigations)
    chosen = all_places(tree, "risk", "hazard")
    with closing(Session.open(tmp_path / "store.riskdesk", "B. Tester")) as other:
        other.run(risks.edit(chosen[0].value.id, note="Theirs"))
        other.run(mitigations.edit(mitigation.id, description="Theirs"))
    session.run(replace_in(chosen))
    (risk,) = session.tree(tree.register.id).risks
    assert (risk.description, risk.note) == ("One hazard", "Theirs")


WORDS = st.lists(st.sampled_from(["a", "É", "e\u0301", "œ", "b", " ", "’", "ß", "…"]), max_size=8).map("".join)


@given(st.lists(WORDS, min_size=1, max_size=4), st.text("aeob' s.", min_size=1, max_size=2), st.text("XYZ", max_size=2))
def test_nothing_is_found_again_that_was_replaced_by_something_else(texts: list[str], query: str, by: str) -> None:
    """Without a gap that is closed where nothing comes in its place, as that may make what is looked for anew."""
    by = by or "|"
    tree = register_with(*texts)
    new = {place.value.id: place.after for place in all_places(tree, query, by, ("risk", "description"))}
    after = register_with(*(new.get(risk.id, risk.description) for risk in tree.risks))
    assert all_places(after, query, by, ("risk", "description")) == []
    assert [hit for hit in hits(after, query) if hit.field == "description"] == []
    assert all(replace(risk, description=new[risk.id]) != risk for risk in tree.risks if risk.id in new)
