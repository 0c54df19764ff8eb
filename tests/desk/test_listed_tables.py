"""What is listed, for other programs: every cell comes back as it was, and none is a formula or markup."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskdesk.desk.listing import ListRow, Rows
from riskdesk.desk.listing.tables import as_csv, as_html, as_json, as_text, table_of
from riskdesk.domain.formulas import unguarded
from riskdesk.domain.listing import LISTED, ListColumn, Listing, RowKind
from riskdesk.domain.values import Language, Mitigation, Response, Risk, RiskStatus
from tests.desk.rows import CONTEXT, entry, tree

ALL = Listing(columns=tuple(map(ListColumn, LISTED[RowKind.RISK])))
RISK = Risk(
    entry="e",
    reference="R-1",
    description="Line one\nline two",
    likelihood=3,
    impact=4,
    status=RiskStatus.APPROVED,
    response=Response.TRANSFER,
    next_review=date(2027, 1, 5),
    owner="Anna",
)


def rows_of(*risks: Risk) -> list[ListRow]:
    rows = Rows()
    rows.take(tree(("Political", [entry(risks, [Mitigation(entry="e", description="m")])])), RowKind.RISK)
    return rows.all


def parse_csv(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_has_the_columns_in_words_and_dates_that_sort() -> None:
    names = ("reference", "category", "band", "score", "status", "response", "next_review", "likelihood", "mitigations")
    listing = Listing(columns=tuple(map(ListColumn, names)))
    heads, row = parse_csv(as_csv(rows_of(RISK), listing, CONTEXT))
    assert heads[:4] == ["Reference", "Category", "Band", "Score"]
    assert row == ["R-1", "Political", "12 High", "12", "Approved", "Transfer or share", "2027-01-05", "3", "m"]


def test_csv_has_the_references_of_the_risks_that_a_mitigation_is_for() -> None:
    rows = Rows()
    risks = [RISK, replace(RISK, reference="R-2")]
    rows.take(tree(("Political", [entry(risks, [Mitigation(entry="e", description="m")])])), RowKind.MITIGATION)
    listing = Listing(RowKind.MITIGATION, (ListColumn("description"), ListColumn("risks")))
    assert parse_csv(as_csv(rows.all, listing, CONTEXT)) == [["Description", "Risks"], ["m", "R-1, R-2"]]


def test_csv_is_in_the_language_of_the_window() -> None:
    listing = Listing(columns=(ListColumn("status"), ListColumn("next_review")))
    french = replace(CONTEXT, language=Language.FRENCH)
    assert parse_csv(as_csv(rows_of(RISK), listing, french)) == [
        ["État", "Prochain réexamen"],
        ["Approuvé", "2027-01-05"],
    ]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_is_a_formula(sign: str) -> None:
    risk = replace(RISK, owner=f"{sign}1+1")
    listing = Listing(columns=(ListColumn("owner"),))
    (_, (cell,)) = parse_csv(as_csv(rows_of(risk), listing, CONTEXT))
    assert cell == f"'{sign}1+1"
    assert as_text(table_of(rows_of(risk), listing, CONTEXT)).splitlines()[1].lstrip('"').startswith("'")


class Cells(HTMLParser):
    """The texts of the cells of a table, and its tags."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.tags: set[str] = set()
        self._inside = False

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        self.tags.add(tag)
        if tag in ("td", "th"):
            self._inside = True
            self.cells.append("")
        elif tag == "br":
            self.cells[-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.cells[-1] += data


@given(
    st.lists(
        st.text(st.characters(exclude_categories=("Cs", "Cc"))) | st.text(st.sampled_from('<>&;=/b!"é ')),
        min_size=1,
        max_size=5,
    )
)
def test_every_text_comes_back_from_html_and_csv(owners: list[str]) -> None:
    rows = rows_of(*(replace(RISK, id=str(at), owner=owner) for at, owner in enumerate(owners)))
    listing = Listing(columns=(ListColumn("owner"), ListColumn("description")))
    parser = Cells()
    parser.feed(as_html(table_of(rows, listing, CONTEXT)))
    parser.close()
    assert parser.cells == ["Owner", "Description", *(text for owner in owners for text in (owner, RISK.description))]
    assert parser.tags <= {"html", "head", "meta", "style", "body", "table", "tr", "th", "td", "br"}
    assert [unguarded(row[0]) for row in parse_csv(as_csv(rows, listing, CONTEXT))[1:]] == owners


def test_a_cell_that_runs_from_right_to_left_says_so_to_word() -> None:
    rows = rows_of(replace(RISK, owner="محمد علي (2)"))
    html = as_html(table_of(rows, Listing(columns=(ListColumn("owner"), ListColumn("status"))), CONTEXT))
    assert '<td valign="top" dir="rtl">محمد علي (2)</td><td valign="top">Approved</td>' in html


def test_json_holds_the_values_themselves() -> None:
    (record,) = json.loads(as_json(rows_of(RISK), ALL, CONTEXT))
    assert record["id"] == RISK.id
    assert record.keys() == {"id", *LISTED[RowKind.RISK]}
    assert (record["likelihood"], record["status"], record["next_review"]) == (3, "approved", "2027-01-05")
    assert (record["band"], record["residual_band"], record["mitigations"]) == ("12 High", None, ["m"])


def test_a_table_for_excel_keeps_a_cell_of_several_lines_whole() -> None:
    listing = Listing(columns=(ListColumn("reference"), ListColumn("description")))
    text = as_text(table_of(rows_of(RISK), listing, CONTEXT))
    assert list(csv.reader(io.StringIO(text, newline=""), delimiter="\t")) == [
        ["Reference", "Description"],
        ["R-1", "Line one\nline two"],
    ]
