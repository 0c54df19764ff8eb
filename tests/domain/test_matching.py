"""What typed letters point to: whole texts before beginnings, words in any order, initials, near words last."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.domain.matching import Texts
from riskdesk.domain.nearness import initials, near
from riskdesk.domain.typed import TypedQuery

COMMANDS = ("Export PDF", "Export as JSON", "Undo", "Add risk", "Find and replace", "Exporter en PDF", "PDF viewer")


def texts(*names: str, short: bool = True) -> Texts:
    store = Texts()
    for name in names:
        store.put(name, name, short=short)
    return store


def found_keys(typed: str, *names: str, short: bool = True, most: int = 100) -> list[str]:
    return texts(*names, short=short).find(TypedQuery(typed), most).keys


@pytest.mark.parametrize(
    ("typed", "names", "best"),
    [
        # Whole, beginning, words that follow each other, words apart, initials, inside, near.
        ("risk", ["A brisk one", "Add risk", "Risk", "Risks of delay"], ["Risk", "Risks of delay", "Add risk"]),
        ("staff leaves", ["Leaves of staff", "All staff leaves us", "Staff leaves"], ["Staff leaves"]),
        ("leaves staff", ["Staff that leaves", "Nothing"], ["Staff that leaves"]),
        ("pdf export", COMMANDS, ["Export PDF"]),
        ("epdf", COMMANDS, ["Export PDF", "Exporter en PDF"]),
        ("e pdf", COMMANDS, ["Export PDF", "Exporter en PDF"]),
        ("far", COMMANDS, ["Find and replace"]),
        ("efg", ["Étude de Faisabilité Générale"], ["Étude de Faisabilité Générale"]),
        ("coeur", ["Le cœur du sujet", "Le corps"], ["Le cœur du sujet"]),
        ("l'etat", ["Rôle de l’État", "La tête"], ["Rôle de l’État"]),
        ("co-operation", ["Co\u2011operation officer", "Operations"], ["Co\u2011operation officer"]),
        ("ÜBER", ["uber", "Über"], ["uber", "Über"]),
        ("mitgation", ["Mitigation of loss", "Meditation"], ["Mitigation of loss"]),
        ("rsik", ["Add risk", "Rick"], ["Add risk"]),
        ("exprot", COMMANDS, ["Export PDF"]),
        ("ressponsable", ["Responsables désignés"], ["Responsables désignés"]),
        ("itigation", ["Mitigation"], ["Mitigation"]),
        ("isk", ["Add risk", "Undo"], ["Add risk"]),
        ("x" + "mitigation" * 30, ["Mitigation" * 30], ["Mitigation" * 30]),
        ("polticial wil", ["Lack of political will"], ["Lack of political will"]),
        ("финанс", ["Риск финансирования"], ["Риск финансирования"]),
        ("腐败", ["反腐败政策"], ["反腐败政策"]),
    ],
)
def test_the_best_comes_first(typed: str, names: list[str], best: list[str]) -> None:
    assert found_keys(typed, *names)[: len(best)] == best


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("", "Risk"),
        ("   ", "Risk"),
        ("—", "Risk"),
        ("x", "Export"),
        ("or", "Export"),
        ("2026", "Budget 2027"),
        ("zzzz", "Pizza"),
        ("cat", "Car"),
        ("staff money", "Staff"),
        ("government", "Management"),
    ],
)
def test_what_does_not_fit_is_not_found(typed: str, name: str) -> None:
    assert found_keys(typed, name) == []


def test_initials_are_those_of_short_texts_alone() -> None:
    assert found_keys("lopw", "Lack of political will", short=True) == ["Lack of political will"]
    assert found_keys("lopw", "Lack of political will", short=False) == []


def test_equal_matches_are_ordered_by_what_is_named_first_and_then_by_their_length() -> None:
    names = [f"Risk number {number}" for number in range(100, 3000, 300)]
    store = texts(*names)
    assert store.find(TypedQuery("risk"), 3).keys == sorted(names, key=len)[:3]
    assert store.find(TypedQuery("risk"), 3, first=[names[7], "gone", names[5]]).keys == [names[7], names[5], names[0]]
    assert store.find(TypedQuery("risk"), 3).all == len(names)


@pytest.mark.parametrize(("count", "is_found"), [(24, True), (25, False)])
def test_near_words_are_looked_for_where_little_else_is_found(count: int, *, is_found: bool) -> None:
    assert ("Action" in found_keys("ation", "Action", *(f"Nation {number}" for number in range(count)))) is is_found


def test_a_search_may_be_limited_to_some_keys() -> None:
    store = texts(*COMMANDS)
    among = {"Export as JSON", "Undo"}
    for typed in ("export", "exprot", "eaj"):
        assert store.find(TypedQuery(typed), 9, among).keys == ["Export as JSON"]


def test_another_text_takes_the_place_of_the_one_before() -> None:
    store = texts("a", "b")
    store.put("a", "Something else", "R-07")
    assert store.find(TypedQuery("else"), 9).keys == store.find(TypedQuery("r-07"), 9).keys == ["a"]
    assert store.find(TypedQuery("a"), 9).keys == []
    # What is mended is near to what it was.
    store.put("b", "The judicary")
    store.put("b", "The judiciary")
    assert store.find(TypedQuery("judicary"), 9).keys == ["b"]
    store.drop("a")
    assert "a" not in store
    assert store.find(TypedQuery("else"), 9).keys == []


NAMES = st.text(alphabet="abcdé’ -07", max_size=12)


@given(st.lists(st.tuples(st.integers(0, 5), NAMES), max_size=20), NAMES)
def test_what_was_put_and_dropped_leaves_no_trace(puts: list[tuple[int, str]], typed: str) -> None:
    store, now = Texts(), dict[str, str]()
    for number, name in puts:
        key = str(number)
        if key in now:
            store.drop(key)
            del now[key]
        else:
            store.put(key, name, short=True)
            now[key] = name
    fresh = Texts()
    for key, name in now.items():
        fresh.put(key, name, short=True)
    assert store.find(TypedQuery(typed), 100) == fresh.find(TypedQuery(typed), 100)


@given(st.lists(st.text(max_size=12), max_size=8, unique=True), st.text(max_size=6))
def test_nothing_is_found_twice(names: list[str], typed: str) -> None:
    keys, count = texts(*names).find(TypedQuery(typed), 100)
    assert len(set(keys)) == len(keys) == count


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("staff", "Rotation of staff, and staffing", ["staff", "staff"]),
        ("coe", "Le cœur", ["cœ"]),
        ("co", "Le cœur", ["cœur"]),
        ("ation", "Rotation", ["ation"]),
        ("epdf", "Export PDF", ["E", "PDF"]),
        ("mitgation", "The mitigation", ["mitigation"]),
        ("r-07", "Rotation of the rest", []),
        ("etat l", "Le rôle de l’État", ["L", "l", "État"]),
        ("risk of risk", "Risk 𝒜 of loss", ["Risk", "of"]),
        ("", "Risk", []),
        ("nothing", "Risk", []),
    ],
)
def test_what_matches_is_marked_in_the_text_as_it_stands(typed: str, text: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in TypedQuery(typed).spans(text)] == marked


@given(st.text(max_size=20), st.text(max_size=8))
def test_marks_lie_in_the_text_and_not_in_each_other(text: str, typed: str) -> None:
    ends = [place for span in TypedQuery(typed).spans(text) for place in span]
    assert ends == sorted(set(ends))
    assert all(0 <= place <= len(text) for place in ends)


def test_the_nearest_words_alone_are_near() -> None:
    words = {word: word for word in ("category", "categories", "catalogue", "allegory")}
    assert near("categry", words) == ["category", "categories"]
    assert near("catgory", words)[0] == "category"
    assert near("categories", words) == ["categories"]
    assert near("cat", words) == []


def test_initials_may_leave_words_out_and_take_several_letters_of_one() -> None:
    assert initials("exppd", "Export the PDF") == [(0, 3), (11, 13)]
    assert initials("aa", "Annex Aachen") == [(0, 1), (6, 7)]
    assert initials("pdf", "Export PDF") is None
    assert initials("", "Export PDF") is None
