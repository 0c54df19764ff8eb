"""What a list of registers shows of each, and which changes are seen in it."""

import datetime
from typing import Any

import pytest

from riskdesk.domain.records import title_from_record
from riskdesk.domain.step import Change, Step, listed_changes

RECORD = {"id": "a", "position": 0, "title": "A", "reference": "R/1"}


def test_a_title_is_what_a_record_says() -> None:
    assert title_from_record(RECORD | {"words": "more"}) == ("a", 0, "A", "R/1")


@pytest.mark.parametrize(
    "fields", [{"id": None}, {"id": b"a"}, {"position": "0"}, {"position": True}, {"title": 7}, {"reference": None}]
)
def test_what_no_register_holds_is_no_title(fields: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        title_from_record(RECORD | fields)


@pytest.mark.parametrize(
    ("kind", "before", "after", "is_listed"),
    [
        ("register", None, RECORD, True),
        ("register", RECORD, None, True),
        ("register", {"title": "A"}, {"title": "B"}, True),
        ("register", {"reference": ""}, {"reference": "B"}, True),
        ("register", {"position": 1, "words": ""}, {"position": 0, "words": "x"}, True),
        ("register", {"references": 1}, {"references": 2}, False),
        ("register", {"prepared_by": "", "words": ""}, {"prepared_by": "Me", "words": "x"}, False),
        ("category", {"title": "A"}, {"title": "B"}, False),
        ("risk", None, {"id": "r", "position": 0, "reference": "R-01"}, False),
    ],
)
def test_what_is_seen_in_the_list(
    kind: str, before: dict[str, Any] | None, after: dict[str, Any] | None, *, is_listed: bool
) -> None:
    change = Change(kind, "a", before, after)
    step = Step(1, datetime.datetime.now(datetime.UTC), "me", "Edit", (Change("risk", "r", None, {}), change))
    assert listed_changes(step) == [change] * is_listed
