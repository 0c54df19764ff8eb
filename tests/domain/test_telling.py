"""Changes are told as people read them, whatever values they hold."""

from functools import partial

import pytest

from riskdesk.domain.conflict import Clash
from riskdesk.domain.replay import Places
from riskdesk.domain.scale_record import scale_from_record
from riskdesk.domain.side_by_side import side_by_side
from riskdesk.domain.step import Change
from riskdesk.domain.telling import Telling
from riskdesk.domain.text import short
from riskdesk.domain.values import Language, RegisterTitle
from riskdesk.kit.translations import translate

ENGLISH = Telling(Language.ENGLISH, lambda _context, text: text)
SCALE = {
    "name": "Mine",
    "likelihood": [{"name": "rare"}, {"name": "often"}],
    "impact": [{"name": "low"}],
    "rule": "product",
    "bands": [{"name": "calm", "upto": 1}, {"name": "stormy", "upto": 2}],
    "tolerance": 0,
}
IN_A_TABLE = SCALE | {
    "rule": "table",
    "bands": [{"name": "calm", "upto": 0}, {"name": "stormy", "upto": 0}],
    "table": [[0], [1]],
}


@pytest.mark.parametrize(
    ("kind", "field", "value", "text"),
    [
        ("risk", "note", "as it was typed", "as it was typed"),
        ("risk", "note", None, ""),
        ("risk", "next_review", "2027-01-05", "5\u00a0January 2027"),
        ("risk", "next_review", "no date", "no date"),
        ("risk", "status", "approved", "Approved"),
        ("risk", "status", "made up", "made up"),
        ("mitigation", "status", "under_way", "Under way"),
        ("mitigation", "status", "approved", "approved"),
        ("register", "language", "fr", "Français"),
        ("print_set", "columns", ["risk_status", "status"], "Status, Status of the mitigation"),
        ("risk", "position", 3, "3"),
        ("risk", "note", "approved", "approved"),
        ("risk", "likelihood", 4, "4"),
        ("print_set", "kind", "working", "Working risk register"),
        ("print_set", "paper", "a3", "A3"),
        ("print_set", "orientation", "landscape", "Landscape"),
        ("print_set", "columns", ["reference", "likelihood"], "Reference, Likelihood"),
        ("print_set", "columns", ["made up"], "['made up']"),
        ("register", "scale", SCALE, "Mine: rare / often × low · calm ≤\u00a01, stormy ≤\u00a02; tolerated up to calm"),
        ("register", "scale", IN_A_TABLE, "Mine: rare / often × low · calm, stormy; tolerated up to calm"),
        ("register", "scale", "no scale", "no scale"),
        ("register", "scale", {"name": "half"}, "{'name': 'half'}"),
    ],
)
def test_a_value_is_told_as_people_read_it(kind, field, value, text):
    assert ENGLISH.value(kind, field, value) == text


@pytest.mark.parametrize(("level", "text"), [(1, "1 rare"), (2, "2 often"), (3, "3"), (None, ""), ("x", "x")])
def test_a_level_is_told_with_its_name_on_the_scale(level, text):
    assert ENGLISH.value("risk", "likelihood", level, scale_from_record(SCALE)) == text
    assert ENGLISH.value("risk", "residual_likelihood", level, scale_from_record(SCALE)) == text


def test_levels_before_and_after_have_the_names_that_they_had_then():
    before, after = scale_from_record(SCALE), scale_from_record(SCALE | {"likelihood": [{"name": "never"}]})
    on_scales, change = ENGLISH.on(before, after), Change("risk", "1", {"likelihood": 2}, {"likelihood": 1})
    assert on_scales.change_line(change, {"reference": "R-05"}) == "risk R-05 · likelihood: “2 often” → “1 never”"
    assert on_scales.side(Clash("risk", "1", "likelihood", 1, None), 1) == "1 never"
    kept = Clash("risk", "1", "", {"likelihood": 1, "note": "new"}, None)
    assert on_scales.side(kept, kept.theirs) == "likelihood: 1 never\nnote: new"


def test_an_edit_names_the_risk_and_the_fields():
    change = Change("risk", "1", {"note": "", "owner": "A"}, {"note": "new", "owner": "B"})
    line = ENGLISH.change_line(change, {"reference": "R-05", "description": "Text"})
    assert line == "risk R-05 · note: (empty) → “new” · owner: “A” → “B”"


def test_the_fields_of_an_edit_come_in_the_order_in_which_people_know_them():
    change = Change(
        "risk", "1", {"entry": "a", "impact": 1, "likelihood": 2}, {"entry": "b", "impact": 3, "likelihood": 4}
    )
    line = "risk R-05 · likelihood: “2” → “4” · impact: “1” → “3” · moved"
    assert ENGLISH.lines([change], lambda _: {"reference": "R-05"}) == [line]


def test_a_change_that_no_text_shows_is_told_without_texts():
    coloured = SCALE | {"bands": [SCALE["bands"][0], SCALE["bands"][1] | {"colour": "purple"}]}
    change = Change("register", "1", {"scale": SCALE}, {"scale": coloured})
    assert ENGLISH.change_line(change, {"title": "Text"}) == "register “Text” · scale changed"


def test_how_a_view_lists_is_told_without_its_json():
    change = Change("saved_view", "1", {"listing": '{"group":""}'}, {"listing": '{"group":"owner"}'})
    assert ENGLISH.change_line(change, {"name": "Mine"}) == "saved view “Mine” · columns and filters changed"


def test_what_is_added_or_gone_is_told_by_its_text():
    assert ENGLISH.change_line(Change("category", "1", None, {"title": "Legal"})) == "category added: “Legal”"
    assert ENGLISH.change_line(Change("risk", "1", {"description": "Old"}, None)) == "risk removed: “Old”"


def test_places_and_counts_are_left_out_of_the_lines():
    moved = Change("risk", "1", {"entry": "a", "position": 1}, {"entry": "b", "position": 2})
    shifted = Change("risk", "2", {"position": 1}, {"position": 2})
    # For it, others made room.
    among = Change("risk", "3", {"entry": "a", "position": 4}, {"entry": "a", "position": 2})
    assert ENGLISH.lines([moved, shifted, among]) == ["risk · moved"]


def test_long_text_is_cut_and_put_on_one_line():
    assert short("a\n\tb") == "a b"
    assert short("x" * 200) == "x" * 80 + "…"
    assert short("\udcff") == "?"


LONG = "The programme is delayed, as the partners are not appointed in time, and as no meeting is held"


@pytest.mark.parametrize("room", [24, 80])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{LONG} at all.", f"{LONG} in spring."),
        (LONG, f"{LONG}."),
        (f"{LONG}, {LONG} by May", f"{LONG}, {LONG} by June"),
        (LONG.replace("not", "never"), LONG),
        ("A" + LONG, "B" + LONG),
        (f"{LONG}\n\tat all", f"{LONG} in spring"),
    ],
)
def test_two_texts_side_by_side_show_where_they_differ(room, one, other):
    cut = side_by_side(one, other, room=room)
    assert cut[0][:room] != cut[1][:room]
    assert all(len(text) <= 81 for text in cut)


def test_texts_that_differ_at_once_and_those_that_do_not_are_as_they_are():
    assert side_by_side("One", "Other") == ("One", "Other")
    assert side_by_side("", LONG) == ("", short(LONG))
    assert side_by_side(LONG + LONG, LONG + LONG) == (short(LONG + LONG), short(LONG + LONG))


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("Anna Pavlova", "Anna\u00a0Pavlova", ("Anna Pavlova", "Anna␣Pavlova")),
        ("First\nsecond", "First second", ("First↵second", "First second")),
        ("First\n\nsecond", "First\nsecond", ("First↵↵second", "First↵second")),
        ("co\u00adordination", "coordination", ("co¬ordination", "coordination")),
        ("Abc\u200b def", "Abc def", ("Abc[U+200B] def", "Abc def")),
        ("10\u202f%", "10\u00a0%", ("10[U+202F]%", "10␣%")),
        ("a  b ", "a b", ("a ·b·", "a b")),
        ("a\u00a0b\u00a0c", "a\u00a0b d", ("a b c", "a b d")),
    ],
)
def test_texts_that_look_equal_show_what_differs(one: str, other: str, shown: tuple[str, str]) -> None:
    assert side_by_side(one, other) == shown


def test_an_edit_late_in_a_text_is_seen_in_its_line():
    line = ENGLISH.change_line(Change("risk", "1", {"note": f"{LONG} in May"}, {"note": f"{LONG} in June"}))
    assert line.endswith("in May” → “… meeting is held in June”")


def test_an_empty_text_is_told_as_such_and_quotation_marks_are_those_of_the_language() -> None:
    french = Telling(Language.FRENCH, partial(translate, "fr"))
    edit = Change("risk", "r", {"note": "", "owner": "A"}, {"note": "new", "owner": ""})
    line = french.change_line(edit, {"description": "Texte"}).replace("\u00a0", " ")
    assert line == "risque « Texte » · note : (vide) → « new » · responsable : « A » → (vide)"
    assert (
        french.change_line(Change("category", "c", None, {"title": ""})).replace("\u00a0", " ")
        == "catégorie – ajout : (vide)"
    )


def test_the_lines_of_each_of_several_registers_stand_below_its_name():
    titles = [
        RegisterTitle("a", 0, "Armenia", "A/1"),
        RegisterTitle("g", 1, "", ""),
        RegisterTitle("c", 2, "Armenia", ""),
    ]
    lies = {("risk", "r1"): "c", ("risk", "r2"): "a", ("risk", "r3"): "c", ("register", "g"): "g"}
    changes = [Change(*key, {"note": "old"}, {"note": key[1]}) for key in lies]

    def lines(places: Places) -> list[str]:
        return ENGLISH.lines(changes, lambda change: {"reference": change.id}, places)

    assert lines(Places(titles, lies)) == [
        "Armenia · 1",
        "    risk r2 · note: “old” → “r2”",
        "Untitled register",
        "    register · note: “old” → “g”",
        "Armenia · 2",
        "    risk r1 · note: “old” → “r1”",
        "    risk r3 · note: “old” → “r3”",
    ]
    assert lines(Places(titles[:1], dict.fromkeys(lies, "a"))) == [
        "risk r1 · note: “old” → “r1”",
        "risk r2 · note: “old” → “r2”",
        "risk r3 · note: “old” → “r3”",
        "register · note: “old” → “g”",
    ]


@pytest.mark.parametrize(
    ("kind", "edit", "text"),
    [
        ("risk", {"description": "Staff leave", "position": 2}, "Staff leave"),
        ("risk", {"owner": "Anna", "next_review": "2027-01-05"}, "owner: Anna\nnext review: 5 January 2027"),
        ("risk", {"description": "Staff leave", "note": ""}, "description: Staff leave\nnote: –"),
        ("entry", {"category": "c", "position": 2}, "moved"),
        ("risk", {"id": "r", "description": "Staff leave", "note": "May"}, "Staff leave"),
    ],
)
def test_a_clash_over_a_deleted_item_tells_what_the_other_edited(kind: str, edit: dict[str, object], text: str):
    assert ENGLISH.side(Clash(kind, "1", "", edit, None), edit).replace("\u00a0", " ") == text


def test_the_places_to_which_an_item_was_moved_are_told_apart_by_what_they_lie_in() -> None:
    records = {
        **{name: {"title": f"Programme {name}", "position": 0} for name in ("A", "B")},
        **{f"c{name}": {"title": "Legal", "register": name[0]} for name in ("A", "B", "B2")},
        **{f"e{name}": {"description": "Fraud", "category": f"c{name}"} for name in ("A", "B", "B2")},
        "e-": {"description": "", "category": "cB"},
    }

    def places(theirs: str, mine: str, field: str = "entry") -> tuple[str, str]:
        clash = Clash("entry" if field == "category" else "risk", "moved", field, theirs, mine)
        return ENGLISH.places(clash, lambda _kind, identity, _without: records.get(identity, {}))

    a, b = (f"register “Programme {name}” · category “Legal” · entry “Fraud”" for name in ("A", "B"))
    assert places("eA", "eB") == (a, b)
    assert places("eB", "eB2") == ("category “Legal” · entry “Fraud”",) * 2
    assert places("eB", "e-") == ("entry “Fraud”", "entry")
    assert places("eA", "e-") == (a, "register “Programme B” · category “Legal”")
    assert places("cA", "cB", "category") == (a.removesuffix(" · entry “Fraud”"), b.removesuffix(" · entry “Fraud”"))
    assert places("eA", "gone") == (a, "entry")
