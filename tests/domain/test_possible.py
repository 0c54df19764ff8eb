"""What a value may be, and what becomes of its texts."""

from dataclasses import replace
from datetime import date

import pytest

from riskdesk.desk import scales
from riskdesk.desk.templates import template
from riskdesk.domain import possible
from riskdesk.domain.label import Label
from riskdesk.domain.possible import admitted, admitted_scale, is_readable, require_levels, time_of
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.records import kind_name, to_record
from riskdesk.domain.scale import Band, Level, Rule, Scale
from riskdesk.domain.scale_record import scale_record
from riskdesk.domain.values import (
    Category,
    Language,
    Mitigation,
    Register,
    Risk,
    RiskStatus,
    SavedView,
    Snapshot,
    Value,
    Waiver,
)

SCALE = scales.profile("5x5")
TABLE = scales.profile("eu-action-document-3x3")
RECORD = scale_record(SCALE)
ZERO_WIDTH = "\u200b\u2060\ufeff\u200d\u200e\u00ad\u3164"


@pytest.mark.parametrize(
    ("value", "field", "expected"),
    [
        (Risk(entry="", owner="\u00a0 M. Ivanova\u3000\u200b"), "owner", "M. Ivanova"),
        (Risk(entry="", owner=f" \t\u00a0\u2003{ZERO_WIDTH}"), "owner", ""),
        (Risk(entry="", reference="\ufeffR-05 "), "reference", "R-05"),
        (Risk(entry="", description="Two\nlines \n"), "description", "Two\nlines \n"),
        (Risk(entry="", description="  "), "description", ""),
        (Risk(entry="", note="Two\nlines \n"), "note", "Two\nlines \n"),
        (Waiver(register="", reason="Two\nlines \n"), "reason", "Two\nlines \n"),
        (Register(scale=SCALE, approval="Two\nlines \n"), "approval", "Two\nlines \n"),
        (Snapshot(register="", date=date(2026, 11, 29), document="{}\n"), "document", "{}\n"),
        (Risk(entry="", description=f"\n \u2028{ZERO_WIDTH}\n"), "description", ""),
        (Risk(entry="", title="می\u200cخواهم\u200c"), "title", "می\u200cخواهم\u200c"),
        (Category(register="", title=" Political  risks "), "title", "Political  risks"),
        (Mitigation(entry="", action_owner="\u2060"), "action_owner", ""),
        (Register(scale=SCALE, handling_mark=" Restricted\n"), "handling_mark", "Restricted"),
    ],
)
def test_text_is_kept_without_the_blanks_that_nobody_means(value: Value, field: str, expected: str) -> None:
    assert getattr(admitted(value), field) == expected
    assert admitted(admitted(value)) == admitted(value)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (Risk(entry="", likelihood=0), "0 .likelihood. is not between 1"),
        (Risk(entry="", residual_impact=2**31), "2147483648 .residual impact. is not between 1"),
        (Risk(entry="", position=2.5e9), "2500000000.0 .position. is not between -2147483647 and 2147483647"),
        (
            Register(scale=SCALE, references=3_000_000_000),
            "3000000000 .references given. is not between 0 and 2147483647",
        ),
        (Register(scale=SCALE, references=2**63 - 1), "is not between 0"),
        (
            Register(scale=SCALE, date=date(27, 1, 1)),
            "1.January 0027 .date. is not between 1.January 1900 and 31.December 2199",
        ),
        (Mitigation(entry="", due_date=date(9999, 12, 31)), "31.December 9999 .due date. is not between"),
        (Risk(entry="", id=""), "identity “” is no UUID"),
        (Risk(entry="", id="r1"), "identity “r1” is no UUID"),
        (Risk(entry="", id="00000000-0000-0000-0000-00000000000A"), "no UUID in small letters"),
        (Risk(entry="", note="a" + "\u0301" * 101), "more than 100 combining marks in a row at position 2"),
    ],
)
def test_what_cannot_be_is_refused_with_the_figure(value: Value, message: str) -> None:
    with pytest.raises(InputProblem, match=message):
        admitted(value)


def test_the_first_and_the_last_day_are_let_in() -> None:
    for day in (date(1900, 1, 1), date(2199, 12, 31)):
        assert admitted(Risk(entry="", next_review=day)).next_review == day
    for day in (date(1899, 12, 31), date(2200, 1, 1)):
        with pytest.raises(InputProblem):
            admitted(Risk(entry="", next_review=day))


@pytest.mark.parametrize("text", ["1970-01-02T00:00:00+00:00", "3000-01-01T00:59:59.999999+01:00"])
def test_a_time_is_one_that_any_system_can_show(text: str) -> None:
    assert time_of(text).isoformat() == text


@pytest.mark.parametrize("text", ["1970-01-01T23:59:59+00:00", "3000-01-01T00:00:00+00:00", "2026-11-29T12:00:00"])
def test_a_time_that_some_system_cannot_show_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no time"):
        time_of(text)


def test_a_code_that_comes_as_its_text_is_that_code() -> None:
    risk = admitted(Risk(entry="", status="closed"))  # type: ignore[arg-type]
    assert risk.status is RiskStatus.CLOSED
    with pytest.raises(InputProblem, match="status"):
        admitted(Risk(entry="", status="over"))  # type: ignore[arg-type]


def test_only_the_fields_that_are_named_are_looked_at() -> None:
    older = Risk(entry="", id="r1", next_review=date(27, 1, 1), owner=" x ")
    assert admitted(older, ["note", "owner", "ended"]) == replace(older, owner="x")


def test_only_the_levels_that_are_named_have_to_be_in_the_scale() -> None:
    older = Risk(entry="", likelihood=9, impact=1)
    require_levels(SCALE, older, ["impact"])
    with pytest.raises(InputProblem, match="every level"):
        require_levels(SCALE, older)


def test_what_an_older_riskdesk_let_in_can_be_read() -> None:
    scale = replace(SCALE, name=Label.same(""), bands=(Band(Label.same("\x1b")), Band(Label.same("\x1b"))))
    for value in (
        Risk(entry="", id="r1", next_review=date(27, 1, 1), owner=" ", likelihood=2**31 - 1),
        Register(id="", scale=scale, references=-5, date=date(9999, 12, 31)),
    ):
        assert possible.is_readable(type(value).__name__.lower(), to_record(value))


def test_a_scale_of_more_than_an_older_riskdesk_let_in_cannot_be_read() -> None:
    for count, readable in ((100, True), (101, False)):
        for scale in (rated(count, 5), rated(5, count), replace(SCALE, bands=(Band(Label.same("Low")),) * count)):
            assert possible.is_readable("register", to_record(Register(scale=scale))) is readable


@pytest.mark.parametrize(
    ("kind", "name", "value", "readable"),
    [
        ("risk", "likelihood", 1, True),
        ("risk", "likelihood", 0, False),
        ("risk", "likelihood", None, True),
        ("risk", "likelihood", "1", False),
        ("risk", "position", -(2**31), False),
        ("risk", "note", "a\nb", True),
        ("risk", "note", "\x1b", False),
        ("risk", "note", "\ud800", False),
        ("risk", "next_review", "0027-01-01", False),
        ("snapshot", "date", "0027-01-01", True),
        ("risk", "next_review", "27", False),
        ("risk", "nothing", "", False),
        ("register", "references", -5, True),
        ("register", "references", 2**31, False),
        ("register", "scale", to_record(Register(scale=SCALE))["scale"], True),
        ("register", "scale", to_record(Register(scale=replace(SCALE, name=Label("\ud800", ""))))["scale"], False),
        ("register", "scale", {}, False),
        ("register", "scale", RECORD | {"name": {"en": "Mine", "fr": ""}}, True),
        ("register", "scale", RECORD | {"name": {"en": "Mine"}}, True),
        ("register", "scale", RECORD | {"name": {"en": "Mine", "de": "Meine"}}, False),
        ("register", "scale", RECORD | {"name": {"en": 5}}, False),
        ("register", "scale", RECORD | {"name": ["Mine"]}, False),
        ("register", "scale", RECORD | {"name": {"en": "Mine", "fr": "\x1b"}}, False),
        ("register", "scale", RECORD | {"tolerance": 3}, True),
        ("register", "scale", RECORD | {"tolerance": 4}, False),
        ("register", "scale", RECORD | {"tolerance": -1}, False),
        ("register", "scale", RECORD | {"tolerance": True}, False),
        ("register", "scale", RECORD | {"tolerance": 1.0}, False),
        ("register", "scale", RECORD | {"bands": [{"name": "All", "upto": 25, "colour": "blue"}]}, True),
        ("register", "scale", RECORD | {"bands": [{"name": "All", "upto": 25, "colour": "mauve"}]}, False),
        ("register", "scale", RECORD | {"bands": [{"name": "All", "upto": 25, "colour": ""}]}, False),
        ("saved_view", "listing", "", True),
        ("saved_view", "listing", '{"columns": ["owner"]}', True),
        ("saved_view", "listing", '["owner"]', False),
        ("saved_view", "listing", '{"columns": NaN}', False),
        ("saved_view", "listing", '{"columns": 1, "columns": 2}', False),
        ("saved_view", "listing", "{" * 99, False),
        ("saved_view", "listing", {}, False),
        ("waiver", "gap", "of tomorrow", True),
        ("waiver", "reason", None, False),
        ("print_set", "ended", True, True),
        ("print_set", "ended", 1, False),
    ],
)
def test_a_field_alone_can_be_read_or_not(kind: str, name: str, value: object, *, readable: bool) -> None:
    assert possible.is_readable_field(kind, name, value) is readable


@pytest.mark.parametrize(
    "value",
    [
        Register(scale=SCALE, references=2**31),
        Register(scale=SCALE, title="\x07"),
        Register(scale=SCALE, title="\ud800"),
        Register(scale=replace(SCALE, name=Label("\ud800", ""))),
        Register(scale=replace(SCALE, bands=())),
    ],
)
def test_what_no_riskdesk_has_written_cannot_be_read(value: Register) -> None:
    assert not possible.is_readable("register", to_record(value))


@pytest.mark.parametrize("value", [SavedView(register="r", listing="[]"), SavedView(register="r", listing="{")])
def test_a_view_is_an_object_of_json_wherever_it_comes_from(value: SavedView) -> None:
    with pytest.raises(InputProblem, match="cannot hold"):
        admitted(value)


def levels(count: int) -> tuple[Level, ...]:
    return tuple(Level(Label.same(f"Level {number}")) for number in range(count))


def rated(likelihood: int, impact: int) -> Scale:
    return Scale(
        Label.same("Mine"),
        levels(likelihood),
        levels(impact),
        Rule.PRODUCT,
        (Band(Label.same("All"), likelihood * impact),),
    )


def scales_with_name(text: str) -> list[Scale]:
    """The 5×5 with a text as each sort of name, in one language."""
    english, french = Label(text, "Nom"), Label("Name", text)
    return [
        replace(SCALE, name=english),
        replace(SCALE, name=french),
        replace(SCALE, profile=text),
        replace(SCALE, likelihood=(Level(english), *SCALE.likelihood[1:])),
        replace(SCALE, impact=(*SCALE.impact[:-1], Level(french))),
        replace(SCALE, bands=(*SCALE.bands[:-1], replace(SCALE.bands[-1], name=french))),
    ]


def defined(text: str) -> list[Scale]:
    """The 5×5 with a text as each sort of definition, in one language."""
    first, last = replace(SCALE.likelihood[0], definition=Label(text, "")), Level(Label.same("z"), Label("", text))
    return [
        replace(SCALE, likelihood=(first, *SCALE.likelihood[1:])),
        replace(SCALE, impact=(*SCALE.impact[:-1], last)),
    ]


LONG = "Likelihood and impact as they were agreed by the partners in the second year " * 2


@pytest.mark.parametrize(
    ("refused", "named"),
    [
        (replace(SCALE, name=Label(LONG[:90], "Nom"), bands=()), f"“{LONG[:60]}…” needs"),
        (Waiver(id=LONG, register="r"), f"“{LONG[:60]}…” is no UUID"),
        (SavedView(register="r", listing=f"[{LONG}"), rf"cannot hold '\[{LONG[:78]}…;"),
    ],
)
def test_what_is_named_in_a_refusal_visibly_goes_on(refused: Scale | Value, named: str) -> None:
    with pytest.raises(InputProblem, match=named):
        admitted_scale(refused) if isinstance(refused, Scale) else admitted(refused)


def test_texts_of_a_scale_may_be_as_long_as_that() -> None:
    for scale in (*scales_with_name("é" * 100), *defined("é" * 1000)):
        assert admitted_scale(scale) == scale


@pytest.mark.parametrize("name", scales.PROFILES)
def test_every_shipped_scale_is_one_of_ours(name: str) -> None:
    assert admitted_scale(scales.profile(name)) == scales.profile(name)


def test_a_scale_may_have_one_level_or_twelve() -> None:
    for scale in (rated(1, 1), rated(12, 12), replace(rated(1, 2), rule=Rule.SUM, bands=(Band(Label.same("All"), 3),))):
        assert admitted_scale(scale) == scale


def test_the_texts_of_a_scale_are_tidied() -> None:
    scale = replace(
        SCALE,
        name=Label(" 5×5\u00a0", " 5\u00a0×\u00a05 "),
        likelihood=(Level(Label.same(" e\u0301 "), Label.same("\u3000")), *SCALE.likelihood[1:]),
    )
    tidied = admitted_scale(scale)
    assert (tidied.name, tidied.likelihood[0]) == (
        Label("5×5", "5\u00a0×\u00a05"),
        Level(Label.same("é"), Label.same("")),
    )


@pytest.mark.parametrize(
    ("scale", "message"),
    [
        (rated(13, 5), "1 to 12 levels"),
        (rated(2000, 2000), "1 to 12 levels"),
        (rated(0, 5), "1 to 12 levels"),
        (replace(SCALE, bands=tuple(Band(Label.same(f"Band {place}"), place) for place in range(26))), "1 to 12 bands"),
        (replace(SCALE, name=Label("\u00a0", "")), "name of its own"),
        (replace(SCALE, impact=(Level(Label("Low", "Faible")), Level(Label("High", "faible")))), "name of its own"),
        (replace(SCALE, impact=(Level(Label("Low", "")), Level(Label("", "LOW")))), "name of its own"),
        (replace(SCALE, tolerance=4), "tolerance names a band"),
        (replace(SCALE, tolerance=-1), "tolerance names a band"),
        (replace(SCALE, likelihood=(Level(Label.same("Low")), Level(Label.same("LOW ")))), "name of its own"),
        (replace(SCALE, impact=(Level(Label.same("Low")), Level(Label.same("\u200b")))), "name of its own"),
        (replace(SCALE, bands=(Band(Label.same("Low"), 9), Band(Label.same("Low"), 25))), "name of its own"),
        (
            replace(
                SCALE, bands=(Band(Label.same("Low"), 9), Band(Label.same("Medium"), 9), Band(Label.same("High"), 25))
            ),
            "bands have to rise",
        ),
        (replace(SCALE, bands=(Band(Label.same("Low"), 9), Band(Label.same("High"), 24))), "highest score, 25"),
        (replace(SCALE, bands=(Band(Label.same("Low"), -1), Band(Label.same("High"), 25))), "bands have to rise"),
        (replace(SCALE, bands=(Band(Label.same("Low"), 9), Band(Label.same("High"), 2**40))), "bands have to rise"),
        (replace(SCALE, table=((0,),)), "no table"),
        (replace(TABLE, table=TABLE.table[1:]), "table needs a band"),
        (replace(TABLE, table=((0, 0, 9), *TABLE.table[1:])), "table needs a band"),
        (replace(SCALE, name=Label("5×5", "\x1b[31m")), r"U\+001B"),
        (replace(SCALE, likelihood=(Level(Label.same("a"), Label.same("\ud800")), *SCALE.likelihood)), r"U\+D800"),
        *(
            (scale, f"“{'w' * 60}…” has more than {most:,} characters")
            for most, scales_ in (
                (100, scales_with_name("w" * 101)),
                (1000, defined("w" * 1001)),
                (100, scales_with_name("w" * 100_000)),
            )
            for scale in scales_
        ),
    ],
)
def test_a_scale_that_does_not_assess_every_risk_in_one_way_is_refused(scale: Scale, message: str) -> None:
    with pytest.raises(InputProblem, match=message):
        admitted_scale(scale)


def test_the_count_of_values_is_told_with_the_figure() -> None:
    possible.require_count("risk", possible.MOST_ROWS)
    with pytest.raises(InputProblem, match="500,001 values of the kind “risk”, and a register file holds 500,000"):
        possible.require_count("risk", possible.MOST_ROWS + 1)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("risk", {"position": -(2.0**31)}),
        ("risk", {"likelihood": 0}),
        ("risk", {"residual_impact": -3}),
        ("entry", {"position": float("inf")}),
        ("register", {"position": 2**31}),
    ],
)
def test_a_record_that_the_tables_do_not_take_is_not_read(kind: str, fields: dict[str, int]) -> None:
    tree = template("kazakhstan-2024-2027", Language.ENGLISH)
    record = next(to_record(value) for value in tree.values if kind_name(type(value)) == kind)
    assert is_readable(kind, record)
    assert not is_readable(kind, record | fields)
