"""Whatever stands in a table, all of it comes in or is told as left out."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskdesk.domain.document import to_document
from riskdesk.domain.importing.words.heads import names_risks
from tests.domain.importing.sheets import imported, sheet, table

HEADS = st.sampled_from(
    ["Risk", "Risque", "Description", "Likelihood", "Impact (1-5)", "Mitigation measures", "Owner", "Status", "No.",
     "Category", "Échéance", "Traitement", "Comments", "Residual likelihood", "Date raised", "Anything else", ""]
)  # fmt: skip
WORDS = st.text(st.sampled_from("abcdeéœ ;-•\n.:/(1"), max_size=30).map(lambda text: text + "x" * bool(text.strip()))
VALUES = st.one_of(
    WORDS,
    st.sampled_from(["High", "3 - Medium", "Low", "4", "45%", "Open", "Closed", "Reduce", "R1", "01/02/2026", "T0+3",
                     "N/A", "Total", "X", "Prepared by:", "<text>", "(end)", "#N/A", "2/4", "Élevée"]),
    st.integers(0, 40000),
)  # fmt: skip
TABLES = st.tuples(
    st.lists(st.lists(VALUES, max_size=8), max_size=3),
    st.lists(HEADS, min_size=2, max_size=8),
    st.lists(st.lists(VALUES, max_size=8), max_size=12),
)


@settings(max_examples=200, deadline=None)
@given(TABLES, st.booleans(), st.lists(st.tuples(st.integers(1, 8), st.integers(1, 5)), max_size=3))
def test_nothing_goes_silently(parts, is_sheet, merges):
    above, head, below = parts
    rows = [*above, head, *below]
    merged = [(row, 1, 1 + (row + size) % 2, size) for row, size in merges]
    block = (sheet if is_sheet else table)(rows, merged=merged)
    file_import = imported(block)
    left_out_cells = {cell for item in file_import.left_out for cell in item.cells}
    document = to_document(file_import.tree).replace("\\n", " ") if file_import.tree else ""
    words = set(re.findall(r"\w+", document))
    levels = {message.excerpt for message in file_import.messages}
    for cell in block.cells:
        missing = set(re.findall(r"\w{2,}", cell.text)) - words
        is_accounted = (
            (cell.row, cell.column) in left_out_cells
            or not cell.text.strip()
            or cell.text in levels
            or _coded(cell.text)
            # The head of a table that is nothing but a list of risks.
            or names_risks(cell.text)
        )
        assert is_accounted or not missing, (cell, file_import.left_out)


def test_no_comment_goes_silently():
    tables = [
        sheet([["Risk ID", "Category", "Risk", "Likelihood", "", "Mitigation"], ["", "", "", "L", "M", "H"],
               ["R1", "Politics", "Fire", "X", "", "Hose"], ["Law"], ["R2", "", "Flood", "", "X", "Wall"],
               ["", "", "", "", "", "Sand"], ["Total", 2]]),
        sheet([["Risk ID", "Measure", "Responsible"], ["R1", "Call Ann", "Bob"], ["R9", "Call", "TBD"]], "M", 2),
        sheet([["Low", "nothing"], ["Medium", "some"], ["High", "much"]], "Levels", 3),
        sheet([["Minutes", "of March"]], "Other", 4),
    ]  # fmt: skip
    noted = [
        replace(
            block, cells=tuple(replace(cell, comment=f"{block.name} {cell.row} {cell.column}") for cell in block.cells)
        )
        for block in tables
    ]
    file_import = imported(*noted)
    excerpts = [item.excerpt for item in (*file_import.messages, *file_import.left_out)]
    assert all(excerpts.count(cell.comment) == 1 for block in noted for cell in block.cells)


def _coded(text):
    """Whether a text may come in as something else than its words: a level, a status, a response, a day, a number."""
    return bool(re.fullmatch(r"[\d/ .%-]+|High|3 - Medium|Low|Closed|Reduce|Élevée|X|R1", text.strip()))


@pytest.mark.parametrize(
    "text", ["(" * 30_000, "a/" * 15_000, "R1 / " * 6_000, "50%-" * 7_000, "«" * 30_000, "x: " * 9_000]
)
def test_endless_repetitions_come_to_an_end(text):
    """Patterns that look for their end again and again would take for ever."""
    head = ["Risk", "Likelihood", "Mitigation", "Due", "Response", "Risk ID"]
    assert imported(sheet([head, ["Floods cut the roads", *[text] * 5]])).tree is not None
