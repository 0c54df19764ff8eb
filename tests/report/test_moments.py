"""Any moment and any day that Python can hold is printed."""

import datetime
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from riskdesk.domain.gaps import gaps
from riskdesk.domain.printing import DocumentKind, Print
from riskdesk.domain.problems import InputProblem
from riskdesk.report import render
from riskdesk.report.epoch import source_date
from riskdesk.report.metadata import day
from tests.report.conftest import MADE, Printed
from tests.systems import ON_WINDOWS, needs_all_years

DAY = datetime.timedelta(hours=23, minutes=59, seconds=59, microseconds=999999)
EAST, WEST = datetime.timezone(DAY), datetime.timezone(-DAY)
FIRST, LAST = datetime.datetime.min, datetime.datetime.max
ENDS = [
    *((FIRST.replace(tzinfo=EAST), "00010101000000Z"), (FIRST.replace(tzinfo=WEST), "00010101235959Z")),
    *((LAST.replace(tzinfo=WEST), "99991231235959Z"), (LAST.replace(tzinfo=EAST), "99991231000000Z")),
    *((FIRST.replace(tzinfo=datetime.UTC), "00010101000000Z"), (LAST.replace(tzinfo=datetime.UTC), "99991231235959Z")),
]

# In seconds: what Windows cannot tell as a date.
UNKNOWN = ["-62135596800", "-1", "32536850400", "253402300799"] if ON_WINDOWS else []


@given(st.datetimes(timezones=st.none() | st.timedeltas(-DAY, DAY).map(datetime.timezone)))
@example(FIRST)
@example(LAST)
def test_any_moment_is_a_date_of_a_pdf(moment):
    assert re.fullmatch(r"\(D:\d{14}Z\)", day(moment))


@pytest.mark.parametrize(("moment", "stamp"), ENDS)
@pytest.mark.parametrize("kind", [DocumentKind.APPENDIX, DocumentKind.SUMMARY])
def test_a_document_is_made_at_either_end_of_the_years(assessed, moment, stamp, kind):
    printout = Printed(render(assessed, Print(kind), moment, MADE.date()))
    assert printout.metadata["CreationDate"] == printout.metadata["ModDate"] == f"D:{stamp}"


@pytest.mark.parametrize("moment", [FIRST, LAST])
def test_a_moment_without_a_zone_is_printed_as_well(register, moment):
    assert Printed(render(register(title="T"), Print(), moment, MADE.date())).metadata["CreationDate"].endswith("Z")


@pytest.mark.parametrize("kind", list(DocumentKind))
@pytest.mark.parametrize("on", [datetime.date.min, datetime.date.max])
def test_a_document_stands_as_of_any_day(assessed, kind, on):
    printout = Printed(render(assessed, Print(kind), MADE, on))
    overdue = f"Mitigations overdue on {on.day} {on:%B} {on.year:04}"
    assert (overdue in printout.text) == (kind is DocumentKind.SUMMARY)


@given(st.dates())
@example(datetime.date.min)
@example(datetime.date.max)
def test_gaps_are_found_on_any_day(assessed, on):
    list(gaps(assessed, on))


@pytest.mark.parametrize(
    ("seconds", "year"),
    [
        pytest.param("-62135596800", 1, marks=needs_all_years),
        pytest.param("-1", 1969, marks=needs_all_years),
        ("0", 1970),
        ("32503680000", 3000),
        pytest.param("253402300799", 9999, marks=needs_all_years),
    ],
)
def test_any_second_may_be_that_at_which_all_is_made(register, monkeypatch, seconds, year):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    assert source_date().year == year
    printout = Printed(render(register(title="T"), Print(), MADE, MADE.date()))
    assert printout.metadata["CreationDate"].startswith(f"D:{year:04}")


@pytest.mark.parametrize("seconds", ["-62135596801", "253402300800", "1" * 20, "9" * 5000, "", "1.5", "nan", *UNKNOWN])
def test_a_second_outside_the_years_is_told(monkeypatch, seconds):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    with pytest.raises(InputProblem, match="no number of seconds"):
        source_date()
