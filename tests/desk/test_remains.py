"""What is left of a value of a damaged store, weighed field by field: rows, the journal, both or neither."""

import datetime
from uuid import UUID

import pytest

from riskdesk.desk import scales
from riskdesk.desk.remains import SHELTER, Doubt, DoubtfulValue, Remains, state_from_steps
from riskdesk.domain.records import Record, to_record
from riskdesk.domain.scale_record import scale_record
from riskdesk.domain.step import Change, Step
from riskdesk.domain.values import Entry, Mitigation, Register

SCALE = scales.profile(scales.DEFAULT)
OTHER_SCALE = scale_record(scales.profile("pm2-risk-log"))
ENTRY, ANOTHER, UNKNOWN = (str(UUID(int=number)) for number in (1, 4, 2))
KEY = ("mitigation", str(UUID(int=3)))
WHOLE = to_record(Mitigation(id=KEY[1], entry=ENTRY, description="Meet"))
Weighed = tuple[Record | None, list[DoubtfulValue]]


def weighed(rows: list[Record], journal_record: Record | None = None) -> Weighed:
    """What is made of a mitigation with such rows, of which the journal tells this; two entries are there."""
    entries = {("entry", identity): [to_record(Entry(id=identity, category=UNKNOWN))] for identity in (ENTRY, ANOTHER)}
    records = entries | ({KEY: rows} if rows else {})
    return Remains(records, {} if journal_record is None else {KEY: journal_record}, OTHER_SCALE).weighed(KEY)


def doubts(weighed_value: Weighed) -> list[tuple[Doubt, str | None, object, object]]:
    return [(doubt.doubt, doubt.field, doubt.now, doubt.other) for doubt in weighed_value[1]]


UNVOUCHED, RESTORED = (Doubt.UNVOUCHED, None, None, None), (Doubt.RESTORED, None, None, None)
GARBLED = "Me\ufffdt"
# No table has such a number.
FAR = -(2**40)


@pytest.mark.parametrize(
    ("rows", "journal_record", "field", "now", "others"),
    [
        ([WHOLE], WHOLE, "description", "Meet", []),
        ([], WHOLE, "description", "Meet", [RESTORED]),
        ([WHOLE], None, "description", "Meet", [UNVOUCHED]),
        ([WHOLE], {"description": "Meet"}, "description", "Meet", [UNVOUCHED]),
        (
            [WHOLE],
            {"description": "Met"},
            "description",
            "Meet",
            [UNVOUCHED, (Doubt.DIFFERS, "description", "Meet", "Met")],
        ),
        (
            [WHOLE],
            WHOLE | {"description": "Met"},
            "description",
            "Meet",
            [(Doubt.DIFFERS, "description", "Meet", "Met")],
        ),
        (
            [WHOLE | {"description": GARBLED}],
            WHOLE,
            "description",
            "Meet",
            [(Doubt.REPLACED, "description", "Meet", GARBLED)],
        ),
        ([WHOLE | {"position": FAR}], WHOLE, "position", 0, [(Doubt.REPLACED, "position", 0, FAR)]),
        # A sign of damage that the journal has, too, was typed.
        ([WHOLE | {"description": GARBLED}], WHOLE | {"description": GARBLED}, "description", GARBLED, []),
        (
            [WHOLE | {"description": GARBLED, "position": 1}],
            WHOLE | {"description": GARBLED},
            "position",
            1,
            [(Doubt.DIFFERS, "position", 1, 0)],
        ),
        (
            [WHOLE | {"description": GARBLED}, WHOLE | {"description": "Met"}],
            WHOLE,
            "description",
            "Met",
            [(Doubt.DIFFERS, "description", "Met", "Meet")],
        ),
        (
            [WHOLE | {"description": "One"}, WHOLE | {"description": "Two"}, WHOLE | {"description": "Two"}],
            WHOLE,
            "description",
            "One",
            [(Doubt.DIFFERS, "description", "One", "Meet"), (Doubt.DIFFERS, "description", "One", "Two")],
        ),
        (
            [WHOLE | {"description": "One"}, WHOLE],
            WHOLE,
            "description",
            "Meet",
            [(Doubt.DIFFERS, "description", "Meet", "One")],
        ),
        # What the journal says is not what it may be.
        ([WHOLE], WHOLE | {"position": FAR}, "position", 0, []),
        ([WHOLE | {"position": FAR}], WHOLE | {"position": FAR}, "position", 0, [(Doubt.EMPTIED, "position", 0, FAR)]),
        # It lies in what is there, or in what the journal says, or nobody knows better.
        ([WHOLE | {"entry": UNKNOWN}], WHOLE, "entry", ENTRY, [(Doubt.REPLACED, "entry", ENTRY, UNKNOWN)]),
        ([WHOLE], WHOLE | {"entry": UNKNOWN}, "entry", ENTRY, [(Doubt.DIFFERS, "entry", ENTRY, UNKNOWN)]),
        ([WHOLE | {"entry": ANOTHER}], WHOLE, "entry", ANOTHER, [(Doubt.DIFFERS, "entry", ANOTHER, ENTRY)]),
        ([WHOLE | {"entry": UNKNOWN}], None, "entry", UNKNOWN, [UNVOUCHED]),
        # Of two rows of which no step tells, the first.
        (
            [WHOLE, WHOLE | {"description": "Met"}],
            None,
            "description",
            "Meet",
            [UNVOUCHED, (Doubt.DIFFERS, "description", "Meet", "Met")],
        ),
        (
            [WHOLE | {"description": GARBLED}, WHOLE],
            None,
            "description",
            "Meet",
            [UNVOUCHED],
        ),
        (
            [WHOLE | {"position": FAR, "description": GARBLED}],
            None,
            "description",
            GARBLED,
            [UNVOUCHED, (Doubt.EMPTIED, "position", 0, FAR), (Doubt.GARBLED, "description", GARBLED, None)],
        ),
        (
            [WHOLE | {"due_date": "no day"}],
            None,
            "due_date",
            None,
            [UNVOUCHED, (Doubt.EMPTIED, "due_date", None, "no day")],
        ),
        (
            [WHOLE | {"entry": 5}],
            None,
            "entry",
            SHELTER["entry"],
            [UNVOUCHED, (Doubt.EMPTIED, "entry", SHELTER["entry"], 5)],
        ),
    ],
)
def test_a_field_is_what_shows_no_damage_and_what_else_is_told_is_in_doubt(
    rows: list[Record], journal_record: Record | None, field: str, now: object, others: list[object]
) -> None:
    weighed_value = weighed(rows, journal_record)
    assert weighed_value[0] is not None
    assert weighed_value[0][field] == now
    assert doubts(weighed_value) == others
    assert {name for name in WHOLE if weighed_value[0][name] != WHOLE[name]} <= {field, "position", "description"}


def test_a_value_of_which_only_edits_are_told_is_gone_but_for_them() -> None:
    weighed_value = weighed([], {"id": KEY[1], "description": "Met", "action_owner": "", "status": "done"})
    assert weighed_value[0] is None
    assert doubts(weighed_value) == [
        (Doubt.GONE, "description", None, "Met"),
        (Doubt.GONE, "status", None, "done"),
    ]


def test_a_value_without_an_identity_is_gone_but_for_what_it_held() -> None:
    weighed_value = weighed([WHOLE | {"id": 5}])
    assert weighed_value[0] is None
    assert doubts(weighed_value) == [(Doubt.GONE, "entry", None, ENTRY), (Doubt.GONE, "description", None, "Meet")]


def test_a_scale_of_which_nothing_can_be_read_is_the_one_given() -> None:
    register = to_record(Register(scale=SCALE))
    key = ("register", register["id"])
    record, findings = Remains({key: [register | {"scale": "?"}]}, {}, OTHER_SCALE).weighed(key)
    assert record == register | {"scale": OTHER_SCALE}
    assert (findings[1].doubt, findings[1].now) == (Doubt.EMPTIED, OTHER_SCALE)


@pytest.mark.parametrize("day", ["9999-12-31", "0027-05-06"])
def test_a_date_with_which_no_document_can_be_read_is_told_and_left_out(day: str) -> None:
    old = WHOLE | {"due_date": day}
    record, findings = weighed([old], old)
    assert record == WHOLE
    assert doubts((record, findings)) == [(Doubt.EMPTIED, "due_date", None, day)]


def test_what_is_left_is_known_from_the_journal_and_from_rows() -> None:
    others = [(kind, str(UUID(int=9))) for kind in ("entry", "risk")]
    remains = Remains({others[0]: [{}], KEY: [WHOLE]}, {KEY: WHOLE, others[1]: {}}, OTHER_SCALE)
    assert remains.keys == [KEY, others[1], others[0]]


ADDED = Change(*KEY, None, WHOLE)
EDITED = Change(*KEY, {"description": "Meet"}, {"description": "Met"})
DELETED = Change(*KEY, WHOLE, None)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([ADDED], WHOLE),
        ([ADDED, EDITED], WHOLE | {"description": "Met"}),
        ([EDITED], {"description": "Met"}),
        ([EDITED, Change(*KEY, {"status": None}, {"status": "done"})], {"description": "Met", "status": "done"}),
        ([ADDED, DELETED], None),
        ([DELETED], None),
        ([EDITED, ADDED], WHOLE),
    ],
)
def test_whole_steps_tell_all_of_a_value_or_what_was_edited(changes: list[Change], expected: Record | None) -> None:
    at = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    steps = [Step(number, at, "me", "Edit", (change,)) for number, change in enumerate(changes, 1)]
    assert state_from_steps(steps) == ({} if expected is None else {KEY: expected})
