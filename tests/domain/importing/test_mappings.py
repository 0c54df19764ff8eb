"""What a user says of a file: roles of tables, fields of columns, remembered shapes, and what is told of them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riskdesk.desk import scales
from riskdesk.desk.importing import scale
from riskdesk.domain.document import to_document
from riskdesk.domain.importing import reading
from riskdesk.domain.importing.result import Import
from riskdesk.domain.importing.words.fields import Field
from riskdesk.domain.sheets import Cell, Source, Table, TableKind
from riskdesk.domain.values import Language
from riskdesk.exchange.tables import reading as tables_reading

TWINS = Path(__file__).parents[2] / "data" / "registers"

HEADS = ("ID", "Risk description", "Likelihood", "Mitigation measures", "Remarks")
ROWS = (
    ("R1", "The law is not adopted in time", "High", "Meet the committee", "Ann"),
    ("R2", "The partner institution is merged", "Low", "Agree on a successor", "Ben"),
    ("R3", "No expert can be found in spring", "Medium", "Keep a list of experts", ""),
)
SHAPE = "id|risk description|likelihood|mitigation measures|remarks"


class Stop(Exception):
    """Nobody waits."""


def table(number: int, rows: tuple[tuple[str, ...], ...], heads: tuple[str, ...] = HEADS) -> Table:
    cells = (
        Cell(row, column, text)
        for row, line in enumerate((heads, *rows), 1)
        for column, text in enumerate(line, 1)
        if text
    )
    return Table(TableKind.SHEET, number, f"Sheet{number}", tuple(cells))


def imported(
    *tables: Table, mapping: Mapping[str, Any] | None = None, answers: Mapping[str, str] | None = None
) -> Import:
    return reading.read(Source(tables, (), "file.xlsx"), scale, Language.ENGLISH, mapping, answers)


def owners(file_import: Import) -> list[str]:
    assert file_import.tree is not None
    return [risk.owner for risk in file_import.tree.risks]


def roles(file_import: Import) -> list[str]:
    return [role.role for role in file_import.roles]


def test_columns_are_told_with_what_stands_above_and_below_them() -> None:
    (region,) = imported(table(1, ROWS)).regions
    assert (region.table, region.shape, region.marked) == (1, SHAPE, False)
    assert [(column.letter, column.head, column.field) for column in region.columns] == [
        ("A", "ID", "id"),
        ("B", "Risk description", "description"),
        ("C", "Likelihood", "likelihood"),
        ("D", "Mitigation measures", "mitigation"),
        ("E", "Remarks", "note"),
    ]
    assert region.columns[0].values == ("R1", "R2", "R3")
    assert region.columns[4].values == ("Ann", "Ben")


@pytest.mark.parametrize(
    "mapping",
    [
        {"shapes": {SHAPE: {"E": "owner"}}},
        {"tables": [{"shape": SHAPE, "columns": {"E": "owner"}}]},
        {"tables": [{"shape": SHAPE, "role": "register"}], "shapes": {SHAPE: {"E": "owner"}}},
        {"tables": [{"shape": SHAPE, "columns": {"E": "owner"}}], "shapes": {SHAPE: {"E": "status"}}},
    ],
)
def test_a_column_is_taken_for_what_is_said_of_heads_of_its_shape(mapping: Mapping[str, Any]) -> None:
    assert owners(imported(table(1, ROWS), mapping=mapping)) == ["Ann", "Ben", ""]


def test_other_heads_are_not_touched_by_what_is_remembered() -> None:
    file_import = imported(table(1, ROWS, (*HEADS[:4], "Comments")), mapping={"shapes": {SHAPE: {"E": "owner"}}})
    assert owners(file_import) == ["", "", ""]


def test_a_column_that_is_left_out_is_told_cell_by_cell() -> None:
    file_import = imported(table(1, ROWS), mapping={"shapes": {SHAPE: {"E": "ignored"}}})
    assert file_import.tree is not None
    assert [risk.note for risk in file_import.tree.risks] == ["", "", ""]
    chosen_cells = [(item.place.cell, item.excerpt) for item in file_import.left_out if item.reason == "chosen"]
    assert chosen_cells == [("E2", "Ann"), ("E3", "Ben")]


def test_what_is_said_of_one_table_leaves_the_others_to_themselves() -> None:
    """A summary, which repeats risks, comes in twice for nobody, whatever is said of a third table."""
    summary = table(2, tuple((*row[:3], "Ann") for row in ROWS), (*HEADS[:3], "Owner"))
    other = table(3, (("R9", "Something else happens", "Low", "Wait", ""),))
    assert roles(imported(table(1, ROWS), summary, other)) == ["register", "other", "register"]
    mapping = {"tables": [{"table": 3, "role": "other"}], "shapes": {SHAPE: {"E": "owner"}}}
    assert roles(imported(table(1, ROWS), summary, other, mapping=mapping)) == ["register", "other", "other"]
    mapping = {"tables": [{"table": 2, "role": "register"}]}
    assert roles(imported(table(1, ROWS), summary, other, mapping=mapping)) == ["register"] * 3


def test_the_scale_of_a_file_without_risks_makes_a_register_if_it_is_wanted() -> None:
    cells = [Cell(row, 1, name) for row, name in enumerate(("Levels", "Remote", "Possible", "Probable", "Certain"), 1)]
    levels = Table(TableKind.SHEET, 1, "Levels", tuple(cells))
    file_import = imported(levels)
    assert file_import.tree is None
    assert [question.id for question in file_import.questions] == ["take_scale"]
    tree = imported(levels, answers={"take_scale": "yes"}).tree
    assert tree is not None
    assert [level.name.en for level in tree.register.scale.likelihood] == ["Remote", "Possible", "Probable", "Certain"]
    assert not tree.categories


def test_a_reading_ends_once_nobody_waits_for_it() -> None:
    def checkpoint(*_: object) -> None:
        raise Stop

    with pytest.raises(Stop):
        reading.read(Source((table(1, ROWS),), (), "file.xlsx"), scale, Language.ENGLISH, checkpoint=checkpoint)


@pytest.mark.parametrize(
    ("answer", "levels", "likelihoods"),
    [
        ("0-30%, 30-70%, 70-100%", ["0-30%", "30-70%", "70-100%"], [1, 2, 3]),
        ("0–30 %; 30–70 %; 70–100 %", ["0–30 %", "30–70 %", "70–100 %"], [1, 2, 3]),
        ("often", ["Very low", "Low", "Medium", "High", "Very high"], [None, None, None]),
    ],
)
def test_per_cents_are_levels_as_an_answer_says(answer: str, levels: list[str], likelihoods: list[int | None]) -> None:
    rows = tuple((*row[:2], share, *row[3:]) for row, share in zip(ROWS, ("10%", "45%", "90%"), strict=True))
    assert [question.id for question in imported(table(1, rows)).questions] == ["bands:likelihood"]
    tree = imported(table(1, rows), answers={"bands:likelihood": answer}).tree
    assert tree is not None
    assert [level.name.en for level in tree.register.scale.likelihood] == levels
    assert [risk.likelihood for risk in tree.risks] == likelihoods


@pytest.mark.parametrize(
    ("likelihoods", "questions"),
    [
        (("Unlikely (10 to 30 %)", "Likely (50 to 80 %)", "Unlikely (10 to 30 %)"), []),
        (("Unlikely", "10-30 %", "Likely"), []),
        (("Unlikely (10 to 30 %)", "60 %", "Likely"), ["bands:likelihood"]),
    ],
)
def test_per_cents_that_the_file_gives_its_levels_are_asked_about_only_where_others_are_read_by_them(
    likelihoods: tuple[str, ...], questions: list[str]
) -> None:
    names = ("Rare (less than 10 %)", "Unlikely (10 to 30 %)", "Possible (30 to 50 %)", "Likely (50 to 80 %)")
    levels = table(2, tuple((str(number), name) for number, name in enumerate(names, 1)), ("Level", "Likelihood"))
    rows = tuple((*row[:2], likelihood, *row[3:]) for row, likelihood in zip(ROWS, likelihoods, strict=True))
    file_import = imported(table(1, rows), levels)
    assert [question.id for question in file_import.questions] == questions
    assert file_import.tree is not None
    assert all(risk.likelihood for risk in file_import.tree.risks)


@pytest.mark.parametrize("role", ["register", "measures", "more", "other"])
@pytest.mark.parametrize("heads", [HEADS, ("Owner", *HEADS[1:]), (*HEADS[:3], "Comments", "Due date")])
def test_whatever_a_table_is_taken_for_nothing_of_it_goes_silently(role: str, heads: tuple[str, ...]) -> None:
    file_import = imported(table(1, ROWS), table(2, ROWS, heads), mapping={"tables": [{"table": 2, "role": role}]})
    assert file_import.tree is not None
    left_out_cells = {(item.place.table, cell) for item in file_import.left_out for cell in item.cells}
    came = to_document(file_import.tree)
    for row, line in enumerate(ROWS, 2):
        for column, text in enumerate(line, 1):
            assert not text or (2, (row, column)) in left_out_cells or text in came or column == 3, (row, column, text)


def test_what_a_risk_has_once_is_taken_from_the_column_that_was_chosen() -> None:
    heads = (*HEADS[:3], "Owner", "Remarks")
    shape = imported(table(1, ROWS, heads)).regions[0].shape
    file_import = imported(table(1, ROWS, heads), mapping={"shapes": {shape: {"E": "owner"}}})
    assert [column.field for column in file_import.regions[0].columns][3:] == ["note", "owner"]
    assert owners(file_import) == ["Ann", "Ben", ""]
    assert file_import.tree is not None
    assert next(file_import.tree.risks).note == "Owner: Meet the committee"


def test_what_more_is_said_of_measures_is_in_the_note_of_their_risk() -> None:
    more = table(2, (("R1", "Ask again", "2027-01-31"),), ("ID", "Mitigation measures", "Due date"))
    file_import = imported(table(1, ROWS), more, mapping={"tables": [{"table": 2, "role": "more"}]})
    assert file_import.tree is not None
    assert next(file_import.tree.risks).note.splitlines()[-2:] == [
        "Mitigation measures: Ask again",
        "Due date: 2027-01-31",
    ]


def test_a_mark_that_a_mapping_tells_of_no_level_changes_nothing() -> None:
    file_import = imported(table(1, ROWS), mapping={"shapes": {SHAPE: {"E": "level_mark"}}})
    assert [column.field for column in file_import.regions[0].columns][4] == "note"


def test_levels_without_a_name_of_their_own_are_told_by_their_numbers() -> None:
    assert [level.name.en for level in scale(("", "Low", " "), ()).likelihood] == ["1", "Low", "3"]
    assert [level.name.en for level in scale(("AI", "High", "ai "), ()).impact] == ["AI (1)", "High", "ai (3)"]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("impact", [True, False])
def test_levels_with_the_words_of_a_scale_are_those_of_that_scale(language: str, *, impact: bool) -> None:
    three = scales.profile("eu-action-document-3x3")
    likelihood_names, impact_names = (
        tuple(getattr(level.name, language).upper() for level in levels) for levels in (three.likelihood, three.impact)
    )
    assert scale(likelihood_names, impact_names if impact else ()) == three
    assert scale((*likelihood_names[:-1], "Other"), impact_names) != three


@cache
def twin(name: str) -> Source:
    return tables_reading.read(TWINS / name)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), st.sampled_from(sorted(path.name for path in TWINS.iterdir() if path.suffix not in (".json", ".md"))))
def test_whatever_is_said_of_a_file_it_is_read(data: st.DataObject, name: str) -> None:
    source = twin(name)
    before = reading.read(source, scale, Language.ENGLISH)
    fields = st.none() | st.sampled_from([field.value for field in Field])
    shapes = {region.shape: {col.letter: data.draw(fields) for col in region.columns} for region in before.regions}
    roles = data.draw(st.lists(st.sampled_from(["", "register", "measures", "more", "other"]), min_size=1, max_size=8))
    texts = st.sampled_from(["", "nonsense", "Low, Medium, High", "2026-01-01", "0-30%, 30-70%, 70-100%", "1, 1, 2"])
    answers = {
        question.id: data.draw(st.sampled_from(question.choices) if question.choices else texts)
        for question in before.questions
    }
    mapping = {
        "tables": [{"table": number, "role": role} for number, role in enumerate(roles, 1)],
        "shapes": {
            shape: {letter: name for letter, name in columns.items() if name} for shape, columns in shapes.items()
        },
    }
    file_import = reading.read(source, scale, Language.ENGLISH, mapping, answers)
    assert len(file_import.roles) == len(before.roles)
    if file_import.tree is not None:
        assert set(file_import.places) == {risk.id for risk in (*file_import.tree.risks, *file_import.tree.mitigations)}
