"""What an official document must not do: leave a heading alone, break a word of a column head, or a line alone."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskdesk.domain.printing import Column, Kind, Orientation, Paper, Print
from riskdesk.domain.terms import terms
from riskdesk.domain.values import Language
from riskdesk.report.fitting import Content, widths

SIZES = st.lists(st.tuples(st.integers(1, 12), st.integers(0, 12), st.integers(1, 60)), min_size=1, max_size=12)


def lines(page: str) -> list[str]:
    return [line.strip() for line in page.splitlines() if line.strip()]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("paper", list(Paper))
def test_no_word_of_a_column_head_is_broken(printed, many, language, orientation, paper):
    tree = many(40)
    tree = replace(tree, register=replace(tree.register, language=language))
    found = printed(tree, Print(Kind.WORKING, paper, orientation))
    said = terms(language)
    shown = set(Column) - {Column.ACTION_OWNER, Column.DUE_DATE, Column.STATUS}
    heads = {word for column in shown for word in said.columns[column].split(" ")}
    for page in found.pages[:-1]:
        assert heads <= set(page.split())


@settings(max_examples=40)
@given(SIZES, st.sampled_from([Kind.APPENDIX, Kind.WORKING]))
def test_no_category_stands_alone_at_the_foot_of_a_page(register, printed, sizes, kind):
    content = [
        (f"Kategory{number}", [(["risk " * words] * risks, ["measure " * words] * measures)])
        for number, (risks, measures, words) in enumerate(sizes)
    ]
    for page in printed(register(content), Print(kind)).pages:
        *_, last = [line for line in lines(page) if not line.startswith("Page ")]
        assert not last.startswith("Kategory")


@settings(max_examples=40)
@given(st.lists(st.integers(4, 60), min_size=1, max_size=20))
def test_no_line_of_a_bullet_stands_alone_on_a_page(register, printed, sizes):
    tree = register([("C", [([" ".join([f"b{number}b"] * words) for number, words in enumerate(sizes)], [])])])
    found = printed(tree, Print())
    for number, words in enumerate(sizes):
        counts = [sum(f"b{number}b" in line for line in lines(page)) for page in found.pages]
        parts = [count for count in counts if count]
        assert len(parts) == 1 or min(parts) > 1 or sum(parts) < 4, (words, counts)


def test_columns_are_as_wide_as_their_content_within_limits(printed, type_):
    contents = [
        Content("Ref.", {"R-01", "R-100"}),
        Content("Risk", long=True),
        Content("Owner", {"Head of the Office in Astana and of all that is done there"}),
    ]
    found = dict(zip(("ref", "risk", "owner"), widths(contents, 700, 4, type_, type_), strict=True))
    assert sum(found.values()) == pytest.approx(700)
    assert type_.width("R-100") + 8 <= found["ref"] < 60
    assert found["owner"] < 120 < found["risk"]
    narrow = widths(contents, 230, 4, type_, type_)
    assert narrow[2] < found["owner"]
    assert narrow[0] >= type_.width("Ref.") + 8
