"""What is sent to owners, and what of their answers comes in."""

import datetime
import json
import os
import re
import shutil
import tempfile
import zipfile
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from riskdesk.desk import comparing, courier, importing, items, mitigations, registers, risks
from riskdesk.desk.session import Session
from riskdesk.domain.comparing.comparison import Choice
from riskdesk.domain.growing import grow
from riskdesk.domain.label import Label
from riskdesk.domain.problems import InputProblem
from riskdesk.domain.progress import Cancelled
from riskdesk.domain.records import kind_name
from riskdesk.domain.values import Language, Mitigation, MitigationStatus, Risk, RiskStatus
from tests.checkpoints import Shares
from tests.desk.answers import DUPONT, FIRST, SAVED, SENT, answered, sent
from tests.exchange.workbooks.books import filled
from tests.libreoffice import converted, needs_libreoffice

pytestmark = pytest.mark.usefixtures("read_here")


@pytest.fixture
def desk(tmp_path):
    """A session on the register with all fields filled in, and its id."""
    tree = filled(Language.ENGLISH)
    with closing(Session.create(tmp_path / "store.riskdesk", "A. Tester")) as opened:
        opened.run(registers.add(tree))
        yield opened, tree.register.id


def messages(answers):
    """The messages about all answers."""
    return [message for file in answers.files for message in file.messages]


def left_out(answers):
    """The content of all answers that is left out."""
    return [item for file in answers.files for item in file.left_out]


def test_each_owner_gets_his_own_and_nobody_else_s(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    parcels = courier.parcels(tree)
    for parcel in parcels:
        assert {risk.owner for risk in parcel.risks} | {
            mitigation.action_owner for mitigation in parcel.mitigations
        } == {parcel.owner}
        assert not any(risk.ended for risk in parcel.risks)
    sent_ids = {value.id for parcel in parcels for value in parcel.values}
    assert {risk.id for risk in tree.risks if risk.owner and not risk.ended} <= sent_ids


def test_owners_come_by_name_whatever_their_capitals_and_accents():
    tree = filled(Language.ENGLISH)
    owners = ["Zoé", "Élise", "anna", "Marat"]
    people = iter(owners)
    values = [
        replace(value, owner=next(people, "")) if isinstance(value, Risk) and not value.ended else value
        for value in tree.values
        if not isinstance(value, Mitigation)
    ]
    assert [parcel.owner for parcel in courier.parcels(grow(values))] == ["anna", "Élise", "Marat", "Zoé"]


def test_an_owner_who_is_written_in_two_ways_is_one_owner():
    tree = filled(Language.ENGLISH)
    first = next(risk for risk in tree.risks if not risk.ended)
    other = replace(first, owner="a. DUPONT ")
    values = [other if value.id == first.id else value for value in tree.values]
    assert len(courier.parcels(grow(values))) == len(courier.parcels(tree))


def test_a_workbook_that_is_as_it_was_sent_names_nobody_who_saved_it(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    path = sent(tree, tmp_path)
    assert [(file.owner, file.who) for file in courier.read([path], tree).files] == [(DUPONT, "")]
    answered(path, {("Your risks", FIRST, "✎ Note"): "seen"}, who="")
    assert [file.who for file in courier.read([path], tree).files] == [DUPONT]


def test_a_workbook_holds_no_text_of_others(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    path = sent(tree, tmp_path)
    texts = "\n".join(
        str(cell.value) for sheet in load_workbook(path).worksheets for row in sheet.iter_rows() for cell in row
    )
    others = {risk.owner for risk in tree.risks} | {mitigation.action_owner for mitigation in tree.mitigations}
    assert not any(name in texts for name in others - {DUPONT, ""})


def test_an_owner_can_change_only_the_cells_for_answers(desk, tmp_path):
    session, register = desk
    book = load_workbook(sent(session.tree(register), tmp_path))
    assert all(sheet.protection.sheet for sheet in book.worksheets)
    for sheet in book.worksheets[:2]:
        for cell in sheet[5]:
            assert sheet.cell(FIRST, cell.column).protection.locked != str(cell.value).startswith("✎"), cell.value


def test_a_file_that_is_there_is_never_replaced(desk, tmp_path):
    session, register = desk
    sent(session.tree(register), tmp_path)
    with pytest.raises(InputProblem, match="may hold an answer"):
        sent(session.tree(register), tmp_path)


def test_an_answer_brings_what_was_changed_and_nothing_else_as_one_step(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    path = answered(sent(tree, tmp_path), {
        ("Your risks", FIRST, "✎ Likelihood"): "4 – High",
        ("Your risks", FIRST, "✎ Note"): "seen",
        ("Your mitigations", FIRST, "✎ Status of the mitigation"): "Done",
        ("Your mitigations", FIRST, "✎ Due date"): datetime.date(2027, 3, 31),
    })  # fmt: skip
    answers = courier.read([path], tree)
    (file,) = answers.files
    assert (file.owner, file.who, file.when.replace(tzinfo=None), file.changes) == (
        DUPONT,
        "Anna Dupont",
        SAVED,
        4,
    )
    parcel = next(parcel for parcel in courier.parcels(tree) if parcel.owner == DUPONT)
    risk, measure = parcel.risks[0], parcel.mitigations[0]
    session.run(courier.take(answers, {}))
    after = {value.id: value for value in session.tree(register).values}
    assert after.pop(risk.id) == replace(risk, likelihood=4, note="seen")
    assert after.pop(measure.id) == replace(measure, status="done", due_date=datetime.date(2027, 3, 31))
    assert all(after[item.id] == item for item in tree.items if item.id in after)
    assert session.undoable(register).label == comparing.ANSWERS


def test_an_answer_in_which_nothing_was_changed_changes_nothing(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    answers = courier.read([sent(tree, tmp_path)], tree)
    assert not answers.comparison.changes({})
    assert answers.files[0].changes == 0


def test_a_field_that_changed_meanwhile_is_shown_beside_the_answer_and_kept(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    parcel = next(parcel for parcel in courier.parcels(tree) if parcel.owner == DUPONT)
    first, second = parcel.risks[:2]
    path = answered(sent(tree, tmp_path), {
        ("Your risks", FIRST, "✎ Likelihood"): "4 – High", ("Your risks", FIRST + 1, "✎ Likelihood"): "4 – High",
    })  # fmt: skip
    session.run(risks.edit(first.id, likelihood=3))
    # What he did not answer may change as it likes.
    session.run(risks.edit(second.id, impact=2, note="Changed here"))
    now = session.tree(register)
    answers = courier.read([path], now)
    differences = {
        difference.key: (
            difference.base,
            difference.here,
            difference.incoming,
            difference.changed_here,
            difference.usual,
        )
        for difference in answers.comparison.differences
    }
    assert differences == {
        f"risk/{first.reference}/likelihood": (first.likelihood, 3, 4, True, Choice.KEEP),
        f"risk/{second.reference}/likelihood": (second.likelihood, second.likelihood, 4, False, Choice.TAKE),
    }


def test_what_is_gone_and_what_has_another_scale_does_not_come_in(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    parcel = next(parcel for parcel in courier.parcels(tree) if parcel.owner == DUPONT)
    path = answered(sent(tree, tmp_path), {
        ("Your risks", FIRST, "✎ Likelihood"): "4 – High", ("Your risks", FIRST + 1, "✎ Likelihood"): "soon",
        ("Your mitigations", FIRST, "✎ Status of the mitigation"): "Done",
    })  # fmt: skip
    session.run(mitigations.edit(parcel.mitigations[0].id, due_date=None))
    from riskdesk.desk.items import delete

    session.run(delete([parcel.risks[0].id]))
    answers = courier.read([path], session.tree(register))
    assert [message.kind for message in messages(answers)] == ["no_such_value", "gone_meanwhile"]
    assert [difference.incoming for difference in answers.comparison.differences] == ["done"]


def test_the_later_of_two_answers_about_a_field_counts(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    paths = [sent(tree, tmp_path / folder) for folder in ("one", "two") if not (tmp_path / folder).mkdir()]
    for path, level, day in zip(paths, ("4 – High", "2 – Low"), (5, 2), strict=True):
        answered(path, {("Your risks", FIRST, "✎ Impact"): level}, when=datetime.datetime(2026, 12, day))
    answers = courier.read(paths, tree)
    assert [difference.incoming for difference in answers.comparison.differences] == [4]
    assert [file.path for file in answers.files] == paths[::-1]
    assert [[(message.kind, message.excerpt) for message in file.messages] for file in answers.files] == [
        [("answered_twice", "2")],
        [],
    ]


def test_what_is_no_answer_about_the_register_is_refused(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    path = sent(tree, tmp_path)
    other = replace(tree, register=replace(tree.register, id="0" * 8 + "-0000-0000-0000-" + "0" * 12))
    with pytest.raises(InputProblem, match="another register"):
        courier.read([path], other)
    book = load_workbook(path)
    for sheet in book.worksheets:
        sheet.delete_rows(1)
    book.save(path)
    with pytest.raises(InputProblem, match="no answer"):
        courier.read([path], tree)


def test_an_answer_is_not_imported_as_a_register(desk, tmp_path):
    session, register = desk
    with pytest.raises(InputProblem, match="Take in answers"):
        importing.read(sent(session.tree(register), tmp_path), Language.ENGLISH)


@pytest.mark.slow
@needs_libreoffice
@pytest.mark.parametrize("ending", ["xlsx", "ods", "xls"])
def test_an_answer_that_libreoffice_saved_tells_the_same(desk, tmp_path, ending):
    session, register = desk
    tree = session.tree(register)
    path = answered(sent(tree, tmp_path), {("Your risks", FIRST, "✎ Status of the risk"): "Closed"})
    answers = courier.read(converted(tmp_path / "saved", ending, path), tree)
    assert [difference.incoming for difference in answers.comparison.differences] == [RiskStatus.CLOSED]
    assert messages(answers) == left_out(answers) == []


@pytest.mark.parametrize(
    ("name", "head", "text", "value"),
    [
        ("Vos risques", "✎ Probabilité", "Élevé", 4),
        ("Vos risques", "✎ Probabilité", "tres eleves", 5),
        ("Vos risques", "✎ Impact", "Moyenne", 3),
        ("Vos risques", "✎ Impact", "Medium", 3),
        ("Vos risques", "✎ État du risque", "Clôturé", RiskStatus.CLOSED),
        ("Vos mesures", "✎ État de la mesure", "Terminée", MitigationStatus.DONE),
    ],
)
def test_a_level_or_status_is_known_in_either_gender_and_language(tmp_path, name, head, text, value):
    tree = filled(Language.FRENCH)
    answers = courier.read([answered(sent(tree, tmp_path), {(name, FIRST, head): text})], tree)
    assert ([difference.incoming for difference in answers.comparison.differences], messages(answers)) == ([value], [])


@pytest.mark.parametrize("text", ["4 – Low", "2 - 3", "High (very high)"])
def test_neither_of_two_levels_is_taken(desk, tmp_path, text):
    session, register = desk
    tree = session.tree(register)
    answers = courier.read([answered(sent(tree, tmp_path), {("Your risks", FIRST, "✎ Impact"): text})], tree)
    assert not answers.comparison.changes({})
    assert [(message.kind, message.excerpt) for message in messages(answers)] == [("no_such_value", text)]


def test_what_was_written_behind_a_level_is_told(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    cells = {("Your risks", FIRST, "✎ Impact"): "5 – Very high (after the flood)"}
    answers = courier.read([answered(sent(tree, tmp_path), cells)], tree)
    assert [difference.incoming for difference in answers.comparison.differences] == [5]
    assert [(message.kind, message.excerpt) for message in messages(answers)] == [("no_such_value", "after the flood")]


@pytest.mark.parametrize(
    ("head", "text", "value"),
    [
        ("✎ Impact", "very  high", 5),
        ("✎ Impact", "\u00a0Very high \n", 5),
        ("✎ Status of the risk", "waiting  for\napproval", RiskStatus.WAITING),
        ("✎ Status of the risk", "En attente  d’approbation", RiskStatus.WAITING),
    ],
)
def test_the_number_of_spaces_in_a_level_or_status_does_not_matter(desk, tmp_path, head, text, value):
    session, register = desk
    tree = session.tree(register)
    path = answered(sent(tree, tmp_path), {("Your risks", FIRST, head): text})
    answers = courier.read([path], tree)
    assert ([difference.incoming for difference in answers.comparison.differences], messages(answers)) == ([value], [])


def test_a_cell_that_was_emptied_is_told_where_it_stands(desk, tmp_path):
    session, register = desk
    identity = next(risk.id for risk in session.tree(register).risks if risk.owner == DUPONT)
    session.run(risks.edit(identity, note="A note"))
    tree = session.tree(register)
    path = answered(sent(tree, tmp_path), {("Your risks", FIRST, "✎ Note"): None})
    head = next(cell for row in load_workbook(path).worksheets[0].iter_rows() for cell in row if cell.value == "✎ Note")
    place = courier.read([path], tree).places[identity, "note"]
    assert (place.row, place.column) == (FIRST, head.column)


@pytest.mark.parametrize("kind", ["category", "entry", "register", "mitigation"])
def test_an_answer_about_something_that_is_no_risk_does_not_come_in(desk, tmp_path, kind):
    session, register = desk
    tree = session.tree(register)
    owned = {value.id for parcel in courier.parcels(tree) if parcel.owner == DUPONT for value in parcel.values}
    other = next(value.id for value in tree.values if kind_name(type(value)) == kind and value.id not in owned)
    path = answered(sent(tree, tmp_path), {("Your risks", FIRST, "✎ Likelihood"): "5 – Very high"})
    book = load_workbook(path)
    identity, content = book.worksheets[0].cell(FIRST, 1), book.worksheets[0]["A1"]
    content.value = content.value.replace(identity.value, other)
    identity.value = other
    book.save(path)
    answers = courier.read([path], tree)
    assert not answers.comparison.changes({})
    assert {message.kind for message in messages(answers)} == {"gone_meanwhile"}


@pytest.mark.parametrize("head", ["✎ Likelihood", "✎ Note", "✎ Last review", "✎ Status of the risk"])
def test_a_formula_of_which_the_file_does_not_say_what_it_gives_empties_nothing(desk, tmp_path, head):
    session, register = desk
    tree = session.tree(register)
    path = answered(sent(tree, tmp_path), {("Your risks", FIRST, head): "=1+1"})
    answers = courier.read([path], tree)
    assert not answers.comparison.changes({})
    assert [message.kind for message in messages(answers)] == ["no_value"]


def test_no_workbook_is_left_where_one_cannot_be_written_or_no_more_are_wanted(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    existing_path = tmp_path / "2.xlsx"
    existing_path.write_bytes(b"an answer")
    parcels_with_paths = [(parcel, tmp_path / f"{place}.xlsx") for place, parcel in enumerate(courier.parcels(tree))]
    with pytest.raises(InputProblem, match="may hold an answer"):
        courier.send(tree, parcels_with_paths, SENT)
    assert list(tmp_path.glob("*.xlsx")) == [existing_path]
    shares = Shares(2)
    with pytest.raises(Cancelled):
        courier.send(tree, parcels_with_paths, SENT, shares)
    assert shares == [0, 1 / len(parcels_with_paths)]
    assert list(tmp_path.glob("*.xlsx")) == [existing_path]
    assert existing_path.read_bytes() == b"an answer"


def test_the_first_of_several_rows_about_a_risk_counts_and_the_others_are_told(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    path = answered(sent(tree, tmp_path), {("Your risks", FIRST, "✎ Note"): "seen"})
    book = load_workbook(path)
    sheet = book["Your risks"]
    last = sheet.max_row
    for more in range(1, 4):
        for cell in sheet[FIRST]:
            sheet.cell(last + more, cell.column, f"other {more}" if cell.value == "seen" else cell.value)
    book.save(path)
    answers = courier.read([path], tree)
    assert [(difference.field, difference.incoming) for difference in answers.comparison.differences] == [
        ("note", "seen")
    ]
    assert [item.place.row for item in left_out(answers)] == [last + more for more in range(1, 4)]
    assert all(f"other {more}" in item.excerpt for more, item in enumerate(left_out(answers), 1))


def unlocked(path: Path, cells: dict[tuple[str, int, str], object], name: str = "back.xlsx") -> Path:
    """A copy of a workbook in which somebody took off the protection and wrote into any cells."""
    book = load_workbook(path)
    for (sheet_name, row, head), value in cells.items():
        sheet = book[sheet_name]
        sheet.protection.sheet = False
        sheet.cell(row, next(cell.column for cell in sheet[5] if cell.value == head)).value = value
    book.save(path.with_name(name))
    return path.with_name(name)


def sentences(answers: courier.Answers, language: Language = Language.ENGLISH) -> list[str]:
    return [message.translated(lambda _context, text: text, language) for message in messages(answers)]


def as_before(path: Path) -> Path:
    """The workbook as it was sent before it told what its locked cells said."""
    book = load_workbook(path)
    for sheet in book.worksheets:
        if str(sheet["A1"].value).startswith("{"):
            content = json.loads("".join(str(cell.value) for cell in sheet[1] if cell.value))
            content.pop("locked")
            for cell in sheet[1]:
                cell.value = None
            sheet["A1"] = json.dumps(content)
    book.save(path)
    return path


@pytest.mark.parametrize("before", [False, True])
@pytest.mark.parametrize(
    ("name", "head", "text"),
    [
        ("Your risks", "Risk", "Another text, as the owner would have it"),
        ("Your risks", "Reference", "R-99"),
        ("Your risks", "Category", "Money"),
        ("Your risks", "Score", 25),
        ("Your risks", "Band", "Terrible"),
        ("Your mitigations", "Risks", "• All of them"),
    ],
)
def test_what_was_written_into_a_locked_cell_is_told_and_changes_nothing(desk, tmp_path, name, head, text, before):
    session, register = desk
    tree = session.tree(register)
    path = unlocked(sent(tree, tmp_path), {(name, FIRST, head): text})
    answers = courier.read([as_before(path) if before else path], tree)
    parcel = next(parcel for parcel in courier.parcels(tree) if parcel.owner == DUPONT)
    whose = parcel.risks[0].reference if name == "Your risks" else f"{parcel.mitigations[0].description[:40]}…"
    assert not answers.comparison.changes({})
    assert sentences(answers) == [
        f"{whose}, {head}: this cell is locked for owners; “{text}”, which was written there, does not come in."
    ]
    assert [(message.place.row, message.place.name) for message in messages(answers)] == [(FIRST, name)]


def test_a_locked_cell_that_was_emptied_is_told(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    answers = courier.read([unlocked(sent(tree, tmp_path), {("Your risks", FIRST, "Risk"): None})], tree)
    assert not answers.comparison.changes({})
    assert [message.sentence for message in messages(answers)] == ["locked_emptied"]


def test_what_the_register_says_otherwise_by_now_is_no_change_of_an_owner(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    path = sent(tree, tmp_path)
    risk = next(parcel for parcel in courier.parcels(tree) if parcel.owner == DUPONT).risks[0]
    session.run(risks.edit(risk.id, description="What the register says by now"))
    assert messages(courier.read([path], session.tree(register))) == []


def test_the_part_of_a_long_text_that_was_changed_is_told(desk, tmp_path):
    session, register = desk
    risk = next(parcel for parcel in courier.parcels(session.tree(register)) if parcel.owner == DUPONT).risks[0]
    session.run(risks.edit(risk.id, description="All is well. " * 30 + "Two leave."))
    tree = session.tree(register)
    path = unlocked(sent(tree, tmp_path), {("Your risks", FIRST, "Risk"): "All is well. " * 30 + "Three leave."})
    assert "Three leave." in sentences(courier.read([path], tree))[0]


def test_a_level_that_was_answered_leaves_its_score_and_band_to_their_formulas(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    path = answered(sent(tree, tmp_path), {("Your risks", FIRST, "✎ Impact"): "5 – Very high"})
    assert messages(courier.read([path], tree)) == []


def test_comments_and_sheets_that_an_owner_added_are_told(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    path = sent(tree, tmp_path)
    book = load_workbook(path)
    book["Your risks"].cell(FIRST, 2).comment = Comment("Is this one mine?", "Anna")
    book.create_sheet("My remarks").append(["Please call", "me first"])
    book.save(path)
    answers = courier.read([path], tree)
    assert [(message.kind, message.excerpt, message.place.cell) for message in messages(answers)] == [
        ("comment", "Is this one mine?", "B6")
    ]
    assert [(item.place.name, item.excerpt) for item in left_out(answers)] == [("My remarks", "Please call | me first")]


def test_a_column_that_an_owner_deleted_empties_no_field(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    path = sent(tree, tmp_path)
    book = load_workbook(path)
    sheet = book["Your risks"]
    sheet.delete_cols(next(cell.column for cell in sheet[5] if cell.value == "✎ Impact"))
    book.save(path)
    assert courier.read([path], tree).places == {}


def test_a_cell_that_an_owner_merged_over_others_stands_for_each_of_them(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    both = [risk.id for risk in tree.risks][:2]
    for identity in both:
        session.run(risks.edit(identity, owner="B. Two", likelihood=2, note="Mine"))
    path = sent(session.tree(register), tmp_path, "B. Two")
    book = load_workbook(path)
    sheet = book["Your risks"]
    for head, value in (("✎ Likelihood", "5 – Very high"), ("✎ Note", "For both")):
        column = next(cell.column for cell in sheet[5] if cell.value == head)
        sheet.merge_cells(start_row=FIRST, end_row=FIRST + 1, start_column=column, end_column=column)
        sheet.cell(FIRST, column).value = value
    book.save(path)
    answers = courier.read([path], session.tree(register))
    assert messages(answers) == left_out(answers) == []
    session.run(courier.take(answers, {}))
    changed = [risk for risk in session.tree(register).risks if risk.id in both]
    assert [(risk.likelihood, risk.note) for risk in changed] == [(5, "For both")] * 2


def test_a_row_that_an_owner_copied_is_told_without_its_identity(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    path = sent(tree, tmp_path)
    book = load_workbook(path)
    sheet = book["Your risks"]
    sheet.append([cell.value for cell in sheet[FIRST]])
    book.save(path)
    (row,) = left_out(courier.read([path], tree))
    assert row.excerpt.startswith(str(sheet.cell(FIRST, 2).value))


def test_text_that_an_owner_wrote_below_the_rows_is_told_with_its_cell(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    path = sent(tree, tmp_path)
    book = load_workbook(path)
    sheet = book["Your risks"]
    place = sheet.cell(sheet.max_row + 2, 4, "Please call me first").coordinate
    book.save(path)
    assert [(item.place.cell, item.excerpt) for item in left_out(courier.read([path], tree))] == [
        (place, "Please call me first")
    ]


@pytest.mark.parametrize(("name", "place"), [("Your risks", 0), ("Your mitigations", 1)])
def test_a_row_that_an_owner_deleted_is_told_and_changes_nothing(desk, tmp_path, name, place):
    session, register = desk
    tree = session.tree(register)
    parcel = next(parcel for parcel in courier.parcels(tree) if parcel.owner == DUPONT)
    item = (parcel.risks, parcel.mitigations)[place][0]
    path = sent(tree, tmp_path)
    book = load_workbook(path)
    book[name].delete_rows(FIRST)
    book.save(path)
    answers = courier.read([path], tree)
    assert answers.places == {}
    (message,) = messages(answers)
    assert (message.kind, message.place.name) == ("row_missing", name)
    assert item.description in message.excerpt


def test_an_answer_whose_file_has_a_time_that_is_none_is_read(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    path = answered(sent(tree, tmp_path), {("Your risks", FIRST, "✎ Note"): "seen"}, when="no time")
    # Other disks know of no such times.
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as folder:
        moved = shutil.copy(path, folder)
        with suppress(OverflowError, OSError):
            os.utime(moved, (10**12, 10**12))
        (file,) = courier.read([Path(moved)], tree).files
    assert file.when.tzinfo is not None


def test_an_owner_reads_the_title_of_a_risk_that_has_nothing_else(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    parcel = next(parcel for parcel in courier.parcels(tree) if parcel.owner == DUPONT)
    for risk in tree.risks:
        session.run(risks.edit(risk.id, title=f"Title of {risk.reference}", description=""))
    tree = session.tree(register)
    path = sent(tree, tmp_path)
    book = load_workbook(path)
    heads = [cell.value for cell in book["Your risks"][5]]
    read = [book["Your risks"].cell(FIRST + row, heads.index("Risk") + 1).value for row in range(len(parcel.risks))]
    assert read == [f"Title of {risk.reference}" for risk in parcel.risks]
    facing = [str(row[3].value) for row in book["Your mitigations"].iter_rows(min_row=FIRST)]
    assert all("• Title of R-" in text for text in facing)
    answers = courier.read([path], tree)
    assert (messages(answers), answers.places) == ([], {})


@pytest.mark.parametrize(
    ("change", "taken"),
    [
        (lambda scale: {"name": Label.same("Ours"), "profile": ""}, ["likelihood", "impact"]),
        (lambda scale: {"impact": (*scale.impact[:-1], named(scale.impact[-1], "Ruin"))}, ["likelihood"]),
        (lambda scale: {"likelihood": scale.likelihood[::-1]}, ["impact"]),
        (
            lambda scale: {"impact": (replace(scale.impact[0], definition=Label.same("Small")), *scale.impact[1:])},
            ["likelihood", "impact"],
        ),
    ],
    ids=["its name", "the name of a level", "the order", "a definition"],
)
def test_levels_come_in_unless_those_of_the_register_have_other_names_meanwhile(desk, tmp_path, change, taken):
    session, register = desk
    tree = session.tree(register)
    path = answered(
        sent(tree, tmp_path),
        {("Your risks", FIRST, "✎ Likelihood"): "5 – Very high", ("Your risks", FIRST, "✎ Impact"): "5 – Very high"},
    )
    scale = tree.register.scale
    session.run(registers.edit(register, scale=replace(scale, **change(scale))))
    answers = courier.read([path], session.tree(register))
    assert [difference.field for difference in answers.comparison.differences] == taken
    assert [message.kind for message in messages(answers)] == ["other_scale"] * (2 - len(taken))


def named(level, name):
    return replace(level, name=Label.same(name))


@pytest.mark.parametrize("head", ["✎ Likelihood", "✎ Note", "✎ Last review", "✎ Status of the risk"])
def test_a_formula_that_gives_an_error_changes_nothing_and_is_told(desk, tmp_path, head):
    session, register = desk
    tree = session.tree(register)
    path = answered(sent(tree, tmp_path), {("Your risks", FIRST, head): "=1+1"})
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet], count = re.subn(
        rb'(<c r="[A-Z]+6" s="[0-9]+")><f>1\+1</f><v ?/?>(</v>)?', rb'\1 t="e"><f>1+1</f><v>#REF!</v>', parts[sheet]
    )
    assert count == 1
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    answers = courier.read([path], tree)
    assert not answers.comparison.changes({})
    assert [(message.kind, message.excerpt) for message in messages(answers)] == [("no_value", "#REF!")]


def test_an_answer_in_the_form_of_another_version_is_refused(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    path = answered(sent(tree, tmp_path), {("Your risks", FIRST, "✎ Likelihood"): "5 – Very high"})
    book = load_workbook(path)
    for sheet in book.worksheets[:2]:
        sheet["A1"].value = sheet["A1"].value.replace('"version":1,', '"version":2,')
    book.save(path)
    with pytest.raises(InputProblem, match="version 2, and your version of Riskdesk reads version 1"):
        courier.read([path], tree)


def test_a_locked_cell_of_a_risk_that_is_gone_is_no_news(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    path = as_before(unlocked(sent(tree, tmp_path), {("Your risks", FIRST, "Risk"): "Another text"}))
    risk = next(parcel for parcel in courier.parcels(tree) if parcel.owner == DUPONT).risks[0]
    session.run(items.delete([risk.id]))
    answers = courier.read([path], session.tree(register))
    assert not answers.comparison.changes({})
    assert "Another text" not in [message.excerpt for message in messages(answers)]


def test_an_answer_says_when_it_was_saved_at_each_place(desk, tmp_path):
    session, register = desk
    tree = session.tree(register)
    when = datetime.datetime(2026, 12, 5)
    answers = courier.read([answered(sent(tree, tmp_path), {("Your risks", FIRST, "✎ Note"): "seen"}, when=when)], tree)
    (place,) = answers.places.values()
    assert (place.who, place.when.replace(tzinfo=None)) == ("Anna Dupont", when)
