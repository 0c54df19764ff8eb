"""A listing: sorted and filtered step by step, and the same again from its JSON text."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.domain.fields import FIELDS
from riskdesk.domain.list_filters import FILTERS, FilterField, FilterKind, of_rows
from riskdesk.domain.listing import GROUPS, LISTED, Filter, ListColumn, Listing, RowKind, Sort
from riskdesk.domain.listing_text import LARGEST, WIDEST, from_text, to_text
from riskdesk.domain.problems import InputProblem


@st.composite
def listings(draw: st.DrawFn) -> Listing:
    rows = draw(st.sampled_from(RowKind))
    names = st.sampled_from(sorted(LISTED[rows]))
    columns = draw(st.lists(names, min_size=1, unique=True))
    sorts = draw(st.lists(names, unique=True))
    filters = draw(st.lists(st.sampled_from(sorted(FILTERS[rows])), unique=True))
    texts = st.text(max_size=20) | st.sampled_from(("", "4", "12", "4,3", "-,3", "yes", "no", "soon", "x" * 5_000))
    return Listing(
        rows,
        tuple(ListColumn(name, draw(st.integers(0, WIDEST))) for name in columns),
        tuple(Sort(name, draw(st.booleans())) for name in sorts),
        tuple(Filter(name, tuple(draw(_values(texts, FILTERS[rows][name])))) for name in filters),
        draw(st.sampled_from(("", *GROUPS))),
    )


def _values(texts: st.SearchStrategy[str], field: FilterField) -> st.SearchStrategy[list[str]]:
    return st.lists(texts.filter(field.admits), min_size=1, max_size=4)


@given(listings())
def test_a_listing_comes_back_from_its_text(listing: Listing) -> None:
    assert from_text(to_text(listing), "Board") == listing


def test_no_text_is_the_usual_list() -> None:
    assert from_text("", "Board") == Listing()


def test_every_field_of_the_catalogue_can_be_a_column() -> None:
    for rows in RowKind:
        assert FIELDS[rows].keys() <= LISTED[rows].keys()


@pytest.mark.parametrize("rows", RowKind)
def test_a_filter_with_few_values_admits_each_of_them_by_a_word(rows: RowKind) -> None:
    for field in FILTERS[rows].values():
        if field.kind in (FilterKind.DUE, FilterKind.FLAG):
            assert field.words, field.name
            assert all(map(field.admits, field.words)), field.name


GOOD = json.loads(to_text(Listing(sorts=(Sort("band", True),), filters=(Filter("owner", ("Anna",)),))))


@pytest.mark.parametrize(
    "text",
    [
        " ",
        "not JSON",
        "[]",
        "7",
        "[" * 100_000,
        '{"version": 1}',
        '{"version": 1, "version": 1}',
        *(
            json.dumps(GOOD | change)
            for change in (
                {"version": None},
                {"version": 0},
                {"version": True},
                {"rows": "entries"},
                {"rows": 1},
                {"columns": []},
                {"columns": [GOOD["columns"][0]] * 2},
                {"columns": [{"field": "owner", "width": -1}]},
                {"columns": [{"field": "owner", "width": 1.5}]},
                {"columns": [{"field": "owner", "width": 10**6}]},
                {"columns": [{"field": 1, "width": 0}]},
                {"columns": {"field": "owner"}},
                {"columns": ["owner"]},
                {"columns": [{"field": "owner", "width": 0}] * 100_000},
                {"sorts": [{"field": "owner", "descending": 1}]},
                {"sorts": [{"field": "owner", "descending": False}] * 2},
                {"filters": [{"name": "owner", "values": []}]},
                {"filters": [{"name": "owner", "values": [None]}]},
                {"filters": [{"name": "owner", "values": ["x" * LARGEST]}]},
                {"filters": [{"name": "escalated", "values": ["maybe"]}]},
                {"filters": [{"name": "due", "values": ["tomorrow"]}]},
                *(
                    {"filters": [{"name": "cell", "values": [cell]}]}
                    for cell in ("", "4", "high,low", "4,3,2", "4,3\n", "²,1", "٤,٣", "9" * 5_000 + ",1")
                ),
                *(
                    {"filters": [{"name": name, "values": [value]}]}
                    for name in ("likelihood", "residual_band")
                    for value in ("High", "-1", "²", "9" * 5_000)
                ),
                {"group": "status"},
                {"group": None},
            )
        ),
        '{"version": 1, "rows": "risk", "columns": [{"field": "owner", "width": NaN}]}',
    ],
)
def test_a_broken_text_is_refused_by_the_name_of_its_view(text: str) -> None:
    with pytest.raises(InputProblem, match="The saved view “Board” cannot be read"):
        from_text(text, "Board")


@pytest.mark.parametrize("version", [2, 3, 10**20])
def test_a_text_of_a_newer_version_is_refused_before_anything_else_of_it(version: int) -> None:
    with pytest.raises(InputProblem, match="“Board” was made by a newer version of Riskdesk"):
        from_text(json.dumps({"version": version, "rows": ["whatever"]}), "Board")


@pytest.mark.parametrize(
    "change",
    [
        {"columns": [{"field": "gone", "width": 0}]},
        {"sorts": [{"field": "gone", "descending": False}]},
        {"filters": [{"name": "gone", "values": ["x"]}]},
    ],
)
def test_a_field_that_there_is_not_is_named(change: dict[str, object]) -> None:
    with pytest.raises(InputProblem, match="“Board” uses the field “gone”"):
        from_text(json.dumps(GOOD | change), "Board")


def test_a_field_of_the_other_kind_of_rows_is_not_there() -> None:
    with pytest.raises(InputProblem, match="uses the field “due_date”"):
        from_text(json.dumps(GOOD | {"columns": [{"field": "due_date", "width": 0}]}), "Board")


@pytest.mark.parametrize(
    ("clicks", "sorts"),
    [
        (["owner"], [("owner", False)]),
        (["owner", "owner"], [("owner", True)]),
        (["owner", "owner", "owner"], []),
        (["band"], [("band", True)]),
        (["band", "band"], [("band", False)]),
        (["band", "band", "band"], []),
        (["owner", "status"], [("status", False)]),
        (["owner", "+band"], [("owner", False), ("band", True)]),
        (["owner", "+band", "+owner"], [("owner", True), ("band", True)]),
        (["owner", "+band", "+owner", "+owner"], [("band", True)]),
        (["owner", "+band", "+band"], [("owner", False), ("band", False)]),
        (["owner", "+band", "band"], [("band", True)]),
        (["+reference"], [("reference", False)]),
    ],
)
def test_each_click_on_a_head_sorts_by_it_turns_it_round_or_ends_it(
    clicks: list[str], sorts: list[tuple[str, bool]]
) -> None:
    listing = Listing()
    for click in clicks:
        listing = listing.sorted_by(click.removeprefix("+"), further=click.startswith("+"))
    assert [(sort.field, sort.descending) for sort in listing.sorts] == sorts


def test_a_filter_without_values_is_none() -> None:
    listing = Listing().filtered("owner", "Anna").filtered("status", "closed").filtered("owner", "Marat")
    assert [filter_.name for filter_ in listing.filters] == ["owner", "status"]
    assert listing.values("owner") == ("Marat",)
    assert listing.filtered("owner").filters == (Filter("status", ("closed",)),)
    assert listing.values("category") == ()


def test_what_both_kinds_of_rows_can_be_filtered_by_stays_when_they_turn() -> None:
    listing = Listing(group="owner").filtered("text", "x").filtered("assessed", "no").filtered("status", "closed")
    turned = of_rows(listing.filtered("category", "A"), RowKind.MITIGATION)
    # A status of a risk is none of a mitigation.
    assert [filter_.name for filter_ in turned.filters] == ["text", "category"]
    assert (turned.rows, turned.group) == (RowKind.MITIGATION, "owner")
    assert of_rows(turned, RowKind.MITIGATION) is turned


def test_a_column_keeps_the_width_it_is_given() -> None:
    listing = Listing().resized(1, 200)
    assert [column.width for column in listing.columns] == [0, 200, *[0] * (len(listing.columns) - 2)]
    assert listing.resized(1, 0) == Listing()
