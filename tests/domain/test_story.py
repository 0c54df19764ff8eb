"""What happened to an item, in words."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from riskdesk.desk import scales
from riskdesk.domain.history import StepCriteria, events
from riskdesk.domain.records import to_record
from riskdesk.domain.scale import BandColour
from riskdesk.domain.scale_record import scale_record
from riskdesk.domain.step import Change, Step, together
from riskdesk.domain.story import Scales, Story, StoryLine, TextFate, compared
from riskdesk.domain.telling import Telling
from riskdesk.domain.values import Entry, Language, Mitigation, MitigationStatus, Register, Risk

SCALE = scales.profile("5x5")
THREE = scales.profile("eu-action-document-3x3")
AT = datetime.datetime(2026, 11, 28, 9, 30, tzinfo=datetime.UTC)
ENTRY, OTHER_ENTRY = Entry(category="c"), Entry(category="c")
RISK = Risk(id="00000000-0000-4000-8000-00000000000a", entry=ENTRY.id, reference="R-01", description="Staff leave")
OTHER = Risk(
    id="00000000-0000-4000-8000-00000000000b",
    entry=ENTRY.id,
    reference="R-02",
    description="and nobody comes",
    position=1,
)
KNOWN = {
    ENTRY.id: {"description": "Staff leave"},
    OTHER_ENTRY.id: {"description": "Prices rise"},
    OTHER.id: to_record(OTHER),
    RISK.id: to_record(RISK),
}
ENGLISH = Telling(Language.ENGLISH, lambda _context, text: text)
FRENCH = Telling(Language.FRENCH, lambda _context, text: text)


def edit(identity: str, before: dict[str, Any], after: dict[str, Any], kind: str = "risk") -> Change:
    return Change(kind, identity, before, after)


def step(*changes: Change, label: str = "Edit risk", number: int = 5, undoes: int | None = None) -> Step:
    return Step(number, AT, "Anna", label, changes, undoes)


def story_lines(
    event_step: Step, item: str, telling: Telling = ENGLISH, known_scales: Scales | None = None
) -> list[StoryLine]:
    story = Story(telling, lambda _kind, identity: KNOWN.get(identity, {}), known_scales or Scales(SCALE, "r"))
    return [line for event in events([event_step], item, {}) for line in story.lines(event)]


def line_texts(
    event_step: Step, item: str, telling: Telling = ENGLISH, known_scales: Scales | None = None
) -> list[str]:
    """The lines of a step, each as "label: before → after"."""
    return [
        f"{line.label}: {line.before} → {line.after}" if line.before or line.after else line.label
        for line in story_lines(event_step, item, telling, known_scales)
    ]


ADDED = Change("risk", OTHER.id, None, to_record(OTHER))
GONE = Change("risk", OTHER.id, to_record(OTHER), None)
# What lay between an item and its new place was moved by one.
BEFORE_FORMAT_6 = (
    edit(RISK.id, {"position": 3}, {"position": 0}),
    *(
        edit(identity, {"position": at}, {"position": at + 1})
        for at, identity in enumerate([OTHER.id, "second", "third"])
    ),
)
DESCRIBED = edit(RISK.id, {"description": "Staff leave and nobody comes"}, {"description": "Staff leave"})


@pytest.mark.parametrize(
    ("event_step", "item", "lines"),
    [
        (step(edit(RISK.id, {"owner": "Anna"}, {"owner": "Marat"})), RISK.id, ["Owner: Anna → Marat"]),
        (step(edit(RISK.id, {"owner": ""}, {"owner": "Marat"})), RISK.id, ["Owner:  → Marat"]),
        (step(edit(RISK.id, {"likelihood": None}, {"likelihood": 4})), RISK.id, ["Likelihood:  → 4 High"]),
        (
            step(edit(RISK.id, {"residual_impact": 5}, {"residual_impact": 1})),
            RISK.id,
            ["Residual impact: 5 Very high → 1 Very low"],
        ),
        (step(edit(RISK.id, {"impact": 9}, {"impact": 2})), RISK.id, ["Impact: 9 → 2 Low"]),
        (step(edit(RISK.id, {"status": "closed"}, {"status": None})), RISK.id, ["Status: Closed → "]),
        (
            step(edit(RISK.id, {"next_review": "2026-10-05"}, {"next_review": "2027-01-31"})),
            RISK.id,
            ["Next review: 5\u00a0October 2026 → 31\u00a0January 2027"],
        ),
        # What is worked out is nobody's doing, and the catalogue has the order.
        (
            step(edit(RISK.id, {"position": 1, "note": "a", "title": "b"}, {"position": 0, "note": "c", "title": "d"})),
            RISK.id,
            ["Short title: b → d", "Note: a → c"],
        ),
        (step(edit(RISK.id, {"position": 1}, {"position": 0}), GONE), RISK.id, []),
        (step(edit("r", {"references": 3}, {"references": 4}, "register"), ADDED), "r", []),
        # Of what is moved among its siblings, the one that somebody moved.
        (
            step(*BEFORE_FORMAT_6),
            RISK.id,
            ["Moved up"],
        ),
        (step(*BEFORE_FORMAT_6), OTHER.id, []),
        (step(edit(RISK.id, {"position": 2}, {"position": 4.5})), RISK.id, ["Moved down"]),
        (
            step(edit(RISK.id, {"position": 2}, {"position": -1}), edit(OTHER.id, {"position": 4}, {"position": -2})),
            OTHER.id,
            ["Moved up"],
        ),
        (
            step(edit(RISK.id, {"entry": ENTRY.id, "position": 1}, {"entry": OTHER_ENTRY.id, "position": 0})),
            RISK.id,
            ["Entry: entry “Staff leave” → entry “Prices rise”"],
        ),
        (
            step(edit(RISK.id, {"entry": "gone"}, {"entry": ENTRY.id})),
            RISK.id,
            ["Entry: (deleted) → entry “Staff leave”"],
        ),
        (step(ADDED), OTHER.id, ["Added", "Description:  → and nobody comes", "Reference:  → R-02"]),
        (step(GONE, label="Delete risk"), OTHER.id, ["Deleted"]),
        (
            step(DESCRIBED, ADDED, label="Split risk"),
            RISK.id,
            ["Split into: risk R-02", "Description: Staff leave and nobody comes → Staff leave"],
        ),
        (step(DESCRIBED, ADDED, label="Split risk"), OTHER.id, ["Added", "Split off from: risk R-01"]),
        (step(DESCRIBED, GONE, label="Join risks"), RISK.id, ["Joined with: risk R-02"]),
        (step(DESCRIBED, GONE, label="Join risks"), OTHER.id, ["Deleted", "Joined to: risk R-01"]),
        # An undo says what it took back by its head, and did the other way round.
        (step(GONE, DESCRIBED, label="Split risk", undoes=4), OTHER.id, ["Deleted"]),
        (
            step(edit("m", {"due_date": None}, {"due_date": "2026-01-01"}, "mitigation")),
            "m",
            ["Due date:  → 1\u00a0January 2026"],
        ),
    ],
)
def test_what_a_step_did_to_an_item(event_step: Step, item: str, lines: list[str]) -> None:
    assert line_texts(event_step, item)[: len(lines) or None] == lines


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (edit(RISK.id, {"owner": "Anna"}, {"owner": "Marat"}), ["Responsable: Anna → Marat"]),
        (edit(RISK.id, {"proximity": "later"}, {"proximity": "imminent"}), ["Horizon: Plus tard → Imminent"]),
        (
            edit(RISK.id, {"last_review": "2026-10-01"}, {"last_review": None}),
            ["Dernier réexamen: 1er\u00a0octobre 2026 → "],
        ),
    ],
)
def test_fields_are_named_as_the_window_names_them(change: Change, lines: list[str]) -> None:
    assert line_texts(step(change), RISK.id, FRENCH) == lines


def test_levels_are_named_by_the_scale_of_their_time() -> None:
    register = Register(scale=SCALE)
    rescaled = edit(register.id, {"scale": scale_record(THREE)}, {"scale": scale_record(SCALE)}, "register")
    known_scales = Scales(SCALE, register.id, [step(rescaled, number=7)])
    low_to_high = edit(RISK.id, {"impact": 1}, {"impact": 3})
    both = step(low_to_high, number=7)
    assert [line_texts(step(low_to_high, number=at), RISK.id, known_scales=known_scales) for at in (6, 8)] == [
        ["Impact: 1 Low → 3 High"],
        ["Impact: 1 Very low → 3 Medium"],
    ]
    assert line_texts(both, RISK.id, known_scales=known_scales) == ["Impact: 1 Low → 3 Medium"]


def test_a_scale_is_told_with_its_bands_and_tolerance() -> None:
    tolerant = scale_record(replace(SCALE, tolerance=1))
    rescaled = step(edit("r", {"scale": scale_record(SCALE)}, {"scale": tolerant}, "register"))
    (line,) = line_texts(rescaled, "r")
    before, after = line.split(" → ")
    assert before.endswith(" · Low ≤\u00a04, Medium ≤\u00a09, High ≤\u00a016, Very high ≤\u00a025")
    assert after.endswith("; tolerated up to Medium")


def test_another_colour_of_a_band_is_said_to_change_the_scale_which_can_be_restored() -> None:
    bands = (replace(SCALE.bands[0], colour=BandColour.PURPLE), *SCALE.bands[1:])
    coloured = step(
        edit("r", {"scale": scale_record(SCALE)}, {"scale": scale_record(replace(SCALE, bands=bands))}, "register")
    )
    assert line_texts(coloured, "r") == ["Scale changed"]
    (line,) = story_lines(coloured, "r")
    assert line.edit is not None


def test_what_no_words_tell_is_said_to_have_changed() -> None:
    listed = edit("v", {"listing": "{}"}, {"listing": '{"a":1}'}, "saved_view")
    assert line_texts(step(listed), "v") == ["Columns and filters changed"]


@pytest.mark.parametrize(
    ("undoes", "again", "head"),
    [(None, False, "Edit risk"), (4, False, "Undone: Edit risk"), (4, True, "Redone: Edit risk")],
)
def test_the_head_of_a_step(undoes: int | None, again: object, head: str) -> None:
    story = Story(ENGLISH, lambda _kind, _identity: {}, Scales(SCALE, "r"))
    assert story.head(step(undoes=undoes), again=bool(again)) == head


@pytest.mark.parametrize(
    ("changes", "come_to"),
    [
        ([({"a": 1}, {"a": 2}), ({"a": 2}, {"a": 3})], ({"a": 1}, {"a": 3})),
        ([({"a": 1}, {"a": 2}), ({"b": 5}, {"b": 6})], ({"a": 1, "b": 5}, {"a": 2, "b": 6})),
        ([(None, {"a": 1}), ({"a": 1}, {"a": 2})], (None, {"a": 2})),
        ([({"a": 1}, {"a": 2}), ({"a": 2, "b": 1}, None)], ({"a": 1}, None)),
    ],
)
def test_changes_of_one_item_come_to_one(changes: list[tuple[Any, Any]], come_to: tuple[Any, Any]) -> None:
    change = together(Change("risk", "x", *sides) for sides in changes)
    assert (change.before, change.after) == come_to


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        ("", "", ""),
        ("a b", "a b", "a b"),
        ("", "new", "{new}"),
        ("old", "", "[old]"),
        ("Staff leave.", "Staff may leave.", "Staff{ may} leave."),
        ("Staff may leave.", "Staff leave.", "Staff[ may] leave."),
        ("high costs of travel", "low costs of travel", "[high]{low} costs of travel"),
        ("one two three", "four five three", "[one two]{four five} three"),
        ("one two", " three", "[one two]{ three}"),
        ("l’impact élevé", "l’impact faible", "l’impact [élevé]{faible}"),
        ("<b>bold</b>", "<i>bold</i>", "<[b]{i}>bold</[b]{i}>"),
        (
            "a" * 10 + " x" * 5_000,
            "a" * 10 + " y" * 5_000,
            "a" * 10 + " [x" + " x" * 4_999 + "]{y" + " y" * 4_999 + "}",
        ),
    ],
)
def test_texts_are_compared_by_words(before: str, after: str, parts: str) -> None:
    signs = {TextFate.SAME: "{}", TextFate.GONE: "[{}]", TextFate.NEW: "{{{}}}"}
    compared_parts = compared(before, after)
    assert "".join(signs[part].format(text) for text, part in compared_parts) == parts
    assert "".join(text for text, part in compared_parts if part is not TextFate.NEW) == before
    assert "".join(text for text, part in compared_parts if part is not TextFate.GONE) == after


MEASURE = Mitigation(entry=ENTRY.id, description="Déjà vu", status=MitigationStatus.UNDER_WAY)
BOTH = step(edit(RISK.id, {"owner": "Élise"}, {"owner": "Marat"}), Change("mitigation", "m", None, to_record(MEASURE)))


@pytest.mark.parametrize(
    ("criteria", "is_so"),
    [
        (StepCriteria(), True),
        (StepCriteria(kind="risk"), True),
        (StepCriteria(kind="category"), False),
        (StepCriteria(kind="risk", field="owner"), True),
        (StepCriteria(kind="risk", field="note"), False),
        (StepCriteria(kind="mitigation", field="description"), True),
        (StepCriteria(kind="mitigation", field="due_date"), False),
        (StepCriteria(text="elise"), True),
        (StepCriteria(text="deja VU"), True),
        (StepCriteria(text="owner"), False),
        (StepCriteria(text="under_way"), False),
        (StepCriteria(kind="mitigation", text="élise"), False),
        (StepCriteria(kind="risk", field="owner", text="marat"), True),
        (StepCriteria(text='"'), False),
    ],
)
def test_which_steps_are_wanted(criteria: StepCriteria, is_so: object) -> None:
    assert criteria.admits(BOTH) is is_so


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        ("First.\nSecond", "First. Second", "First.[↵]{·}Second"),
        ("our commitment", "our commit\u00adment", "our [commitment]{commit¬ment}"),
        ("10 %", "10\u00a0%", "10[·]{␣}%"),
        ("one", "one\ntwo", "one{\ntwo}"),
    ],
)
def test_what_looks_alike_before_and_after_has_signs(before: str, after: str, parts: str) -> None:
    signs = {TextFate.SAME: "{}", TextFate.GONE: "[{}]", TextFate.NEW: "{{{}}}"}
    assert "".join(signs[part].format(text) for text, part in compared(before, after)) == parts
