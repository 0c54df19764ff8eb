"""What a merge tells of clashes and of all that comes in, and which references that has then."""

from collections.abc import Callable

import pytest

from riskdesk.desk import registers, scales
from riskdesk.desk.merging import Merge
from riskdesk.domain.records import to_record
from riskdesk.domain.replay import Key, State
from riskdesk.domain.scale_record import scale_record
from riskdesk.domain.telling import Telling
from riskdesk.domain.values import Entry, Language, Risk
from tests.desk.standing import START, ids_of, register_of, state_of

TELLING = Telling(Language.ENGLISH, lambda _context, text: text)
# for r0 to r6.
TREE, _ = registers.renumbered(register_of(START))
IDS = ids_of(TREE)
BASE = state_of(TREE)
KINDS = {"r": "risk", "m": "mitigation", "e": "entry"}


def key_of(name: str) -> Key:
    return KINDS.get(name[0], "category"), IDS[name]


def edited(name: str, **fields: object) -> State:
    return BASE | {key_of(name): BASE[key_of(name)] | fields}


def without(*names: str) -> State:
    return {key: record for key, record in BASE.items() if key not in [key_of(name) for name in names]}


NOTE = "risk R-04 · note: (empty) → “there”"


def _retold(text: str) -> str:
    """What the side says that gave a mitigation another text."""
    return f"{text}:\nmitigation “{text}” · description: “m2” → “{text}”"


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (edited("r0", note="here"), edited("r0", note="there"), ("risk R-01 · note", "here", "there")),
        (
            edited("r0", entry=IDS["e3"], position=1),
            edited("r0", entry=IDS["e4"], position=2),
            ("risk R-01 · entry", "category “A” · entry “r3”", "category “C” · entry “r4”"),
        ),
        # Not named by what was moved there.
        (
            edited("r0", entry=IDS["e3"], position=-1),
            edited("r0", entry=IDS["e4"], position=-1),
            ("risk R-01 · entry", "category “A” · entry “r3”", "category “C” · entry “r4”"),
        ),
        (
            edited("r4", entry=IDS["e0"], position=-1),
            edited("r4", entry=IDS["e3"], position=-1),
            ("risk R-05 · entry", "entry “r0”", "entry “r3”"),
        ),
        (
            edited("e3", category=IDS["B"], position=0),
            edited("e3", category=IDS["C"], position=2),
            ("entry “r3” · category", "category “B”", "category “C”"),
        ),
        (
            without("m2"),
            edited("m2", description="there"),
            ("mitigation “there”", "(deleted)", _retold("there")),
        ),
        (
            edited("m2", description="here"),
            without("m2"),
            ("mitigation “here”", _retold("here"), "(deleted)"),
        ),
        (without("e3", "r3"), edited("r3", note="there"), ("entry “r3”", "(deleted)", f"r3:\n{NOTE}")),
        (edited("r3", note="there"), without("e3", "r3"), ("entry “r3”", f"r3:\n{NOTE}", "(deleted)")),
        (
            without("B"),
            edited("B", title="There"),
            ("category “There”", "(deleted)", "There:\ncategory “There” · title: “B” → “There”"),
        ),
        (edited("B", title="Here"), edited("B", title="There"), ("category “Here” · title", "Here", "There")),
        (edited("r0", impact=4), edited("r0", impact=5), ("risk R-01 · impact", "4 High", "5 Very high")),
        (
            edited("r3", impact=4),
            without("r3"),
            ("risk R-04", "r3:\nrisk R-04 · impact: (empty) → “4 High”", "(deleted)"),
        ),
    ],
)
def test_a_clash_is_told_with_both_sides(mine: State, theirs: State, expected: tuple[str, str, str]) -> None:
    merge = Merge(BASE, mine, theirs)
    (clash,) = merge.clashes
    assert merge.described(clash, TELLING) == expected


def test_two_entries_with_the_same_words_are_told_by_their_categories() -> None:
    entries = {name: Entry(id=name, category=IDS[name], position=9) for name in ("B", "C")}
    mine, theirs = (edited("r0", entry=name) | {("entry", name): to_record(entry)} for name, entry in entries.items())
    merge = Merge(BASE, mine, theirs)
    (clash,) = merge.clashes
    assert merge.described(clash, TELLING) == ("risk R-01 · entry", "category “B”", "category “C”")


def test_a_merge_tells_only_a_readable_part_of_a_long_change_to_a_deleted_item() -> None:
    entry, added = key_of("e3"), ["New"] * 300
    bullets = [Risk(id=str(number), entry=entry[1], description=text) for number, text in enumerate(added)]
    theirs = BASE | {("risk", risk.id): to_record(risk) for risk in bullets}
    merge = Merge(BASE, without("e3", "r3"), theirs)
    (clash,) = merge.clashes
    lines = merge.described(clash, TELLING)[2].splitlines()
    assert (len(lines), lines[-1]) == (202, "…")


def test_what_comes_in_is_told_line_by_line() -> None:
    theirs = edited("r0", note="there", position=2) | {key_of("m1"): BASE[key_of("m1")] | {"description": "there"}}
    merge = Merge(BASE, BASE, {key: record for key, record in theirs.items() if key != key_of("m3")})
    assert sorted(merge.lines(TELLING)) == [
        "mitigation removed: “m3”",
        "mitigation “m1” · description: “m1” → “there”",
        "risk R-01 · note: (empty) → “there” · moved",
    ]


@pytest.mark.parametrize(
    ("theirs", "told"),
    [
        (edited("r0", position=1.5), ["risk R-01 · moved"]),
        (edited("r0", position=1.5, note="there"), ["risk R-01 · note: (empty) → “there” · moved"]),
        (edited("C", position=-1), ["category “C” · moved"]),
        (edited("r0", position=0.5), []),
        (edited("r0", entry=IDS["e3"], position=1), ["risk R-01 · moved"]),
    ],
)
def test_what_comes_in_only_with_another_place_among_its_siblings_is_told(theirs: State, told: list[str]) -> None:
    assert Merge(BASE, BASE, theirs).lines(TELLING) == told


def test_levels_have_the_names_of_the_scales_of_both_sides() -> None:
    register = ("register", TREE.register.id)
    three = BASE[register] | {"scale": scale_record(scales.profile("eu-action-document-3x3"))}
    mine = edited("r0", likelihood=4)
    merge = Merge(mine, mine, edited("r0", likelihood=3) | {register: three})
    assert "risk R-01 · likelihood: “4 High” → “3 High”" in merge.lines(TELLING)
    clashing = Merge(mine, mine | edited("r0", likelihood=5), edited("r0", likelihood=2) | {register: three})
    (clash,) = clashing.clashes
    assert clashing.described(clash, TELLING) == ("risk R-01 · likelihood", "5 Very high", "2 Medium")


def test_what_was_taken_of_theirs_is_told_too() -> None:
    merge = Merge(BASE, edited("r0", note="here"), edited("r0", note="there"))
    (clash,) = merge.clashes
    assert merge.lines(TELLING) == []
    assert merge.lines(TELLING, {clash.place}) == ["risk R-01 · note: “here” → “there”"]


def test_a_merge_is_one_action_before_which_the_store_is_backed_up() -> None:
    action = Merge(BASE, BASE, BASE).action()
    assert (action.label, action.sweeping) == ("Merge a copy", True)


def test_an_entry_is_described_by_its_first_words_as_they_are_here() -> None:
    merge = Merge(BASE, edited("r0", description="here"), edited("r0", description="there"))
    assert merge.record(key_of("e0")) == BASE[key_of("e0")] | {"description": "here"}
    second = Merge(BASE, edited("r0", position=1.5), BASE)
    assert second.record(key_of("e0"))["description"] == "r1"
    assert merge.record(key_of("e6"))["description"] == "r6"
    assert Merge(BASE, without("r6"), without("r6")).record(key_of("e6"))["description"] == "m3"
    assert merge.record(key_of("r0"))["description"] == "here"
    assert Merge(BASE, without("r0"), BASE).record(key_of("r0")) == BASE[key_of("r0")]


# References of risks that come in: kept where nobody has them here, else given anew.

OTHER, _ = registers.renumbered(register_of("X: x0 | "))
X0 = ("risk", ids_of(OTHER)["x0"])
Change = Callable[[State], State]


def with_references(count: int) -> Change:
    """So many references were given so far."""
    key = ("register", TREE.register.id)
    return lambda state: state | {key: state[key] | {"references": count}}


def risk(name: str, reference: str, entry: str = "e0") -> Change:
    """A new risk, known by its description."""
    new_risk = Risk(id=name, entry=IDS[entry], description=name, reference=reference, position=9)
    return lambda state: state | {("risk", name): to_record(new_risk)}


def retold(name: str, **fields: object) -> Change:
    key = ("risk", IDS[name])
    return lambda state: state | {key: state[key] | fields}


def changed(state: State, changes: tuple[Change, ...]) -> State:
    for change in changes:
        state = change(state)
    return state


def references_after(merge: Merge) -> dict[str, str]:
    """What the references of risks are after the merge, by their descriptions, as far as it changes them."""
    after = {change.key: change.after or {} for change in merge.changes()}
    names = {key: (merge.mine | merge.theirs)[key]["description"] for key in after if key[0] == "risk"}
    return {names[key]: after[key]["reference"] for key in names if "reference" in after[key]}


@pytest.mark.parametrize(
    ("before", "here", "there", "names", "count"),
    [
        ((), (), (risk("new", "R-08"), with_references(8)), {"new": "R-08"}, 8),
        ((), (risk("mine", "R-08"), with_references(8)), (risk("new", "R-08"), with_references(8)), {"new": "R-09"}, 9),
        (
            (),
            (risk("mine", "r-08 "), with_references(8)),
            (risk("new", "R-08"), with_references(8)),
            {"new": "R-09"},
            9,
        ),
        # Given here and deleted since: it is never used again.
        ((), (with_references(8),), (risk("new", "R-08"), with_references(8)), {"new": "R-09"}, 9),
        ((), (with_references(9),), (risk("new", "R-08"), with_references(8)), {"new": "R-10"}, 10),
        ((), (with_references(8),), (risk("new", "R-09"), with_references(9)), {"new": "R-09"}, 9),
        # Given before the copies went apart, and typed again in one.
        (
            (with_references(9),),
            (with_references(9),),
            (risk("new", "R-09"), with_references(9)),
            {"new": "R-09"},
            None,
        ),
        ((), (with_references(8),), (retold("r0", reference="R-08"), with_references(8)), {"r0": "R-08"}, None),
        ((), (), (retold("r0", reference="R-02"), retold("r1", reference="R-01")), {"r0": "R-02", "r1": "R-01"}, None),
        ((), (risk("mine", "X-1"),), (risk("new", "x-1"),), {"new": "R-08"}, 8),
        ((), (), (risk("new", " "),), {"new": "R-08"}, 8),
        (
            (),
            (risk("mine", "R-08"), with_references(8)),
            (risk("a late one", "R-09"), risk("the early one", "R-08"), with_references(9)),
            {"the early one": "R-10", "a late one": "R-09"},
            10,
        ),
        (
            (),
            (risk("mine", "R-08"), risk("mine too", "R-09"), with_references(9)),
            (risk("a late one", "R-09"), risk("the early one", "R-08"), with_references(9)),
            {"the early one": "R-10", "a late one": "R-11"},
            11,
        ),
        ((), (), (risk("one", "X-1"), risk("two", "x-1")), {"one": "X-1", "two": "R-08"}, 8),
    ],
)
def test_a_reference_is_kept_or_given_anew(
    before: tuple[Change, ...],
    here: tuple[Change, ...],
    there: tuple[Change, ...],
    names: dict[str, str],
    count: int | None,
) -> None:
    base = changed(state_of(TREE), before)
    merge = Merge(base, changed(base, here), changed(base, there))
    assert references_after(merge) == names
    for key, record in merge.state().items():
        assert record.keys() == (merge.mine | merge.theirs)[key].keys()
    counts = [change.after for change in merge.changes() if change.kind == "register"]
    own_count = merge.mine["register", TREE.register.id]["references"]
    assert counts == ([] if count is None or count == own_count else [{"references": count}])
    old_references = {new: old for old, new in merge.renumbered()}
    their_references = {
        record["description"]: record["reference"] for (kind, _), record in merge.theirs.items() if kind == "risk"
    }
    assert old_references == {
        new: their_references[name] for name, new in names.items() if their_references[name] != new
    }


@pytest.mark.parametrize(("there", "name"), [("e0", "R-08"), ("x0", None)])
def test_what_comes_from_another_register_is_asked_in_the_one_it_comes_into(there: str, name: str | None) -> None:
    """x0 is R-01 in its own register, and so is r0."""
    base = state_of(TREE, OTHER)
    moved = base | {X0: base[X0] | {"entry": (IDS | ids_of(OTHER))[there], "note": "there"}}
    merge = Merge(base, base, moved)
    assert references_after(merge) == ({} if name is None else {"x0": name})


def test_a_register_that_comes_in_keeps_its_references() -> None:
    base = state_of(TREE)
    merge = Merge(base, base, state_of(TREE, OTHER))
    assert references_after(merge) == {"x0": "R-01"}
    assert merge.renumbered() == []


def test_what_was_given_here_is_given_anew_though_nothing_is_known_of_before() -> None:
    """R-01 was given to a risk that is deleted here, and to a new one in what comes in."""
    merge = Merge({}, without("r0"), risk("new", "R-01")(without("r0")))
    assert references_after(merge) == {"new": "R-08"}
